//! What RON text says, as a tree that borrows from the text.

use std::borrow::Cow;

use super::Found;
use crate::domain::{Problem, Span};

/// One file, read to its end.
#[derive(Debug)]
pub struct Document<'a> {
    /// The value the file holds, as far as it could be read.
    pub root: Node<'a>,
    /// Every fault of notation, in file order.
    pub problems: Vec<Problem>,
}

/// One value and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Node<'a> {
    /// From its first byte to its last; a struct's name is part of it.
    pub span: Span,
    /// The value.
    pub value: Value<'a>,
}

/// A value, as RON has them.
#[derive(Debug, Clone, PartialEq)]
pub enum Value<'a> {
    /// Could not be read; a fault says why.
    Nothing,
    /// `()`
    Unit,
    /// `true`, `false`
    Bool(bool),
    /// A number as written: `12`, `1_000`, `0xff`, `-1.5e3`, `inf`.
    Number(&'a str),
    /// `'x'`
    Character(char),
    /// A text.
    Text(Literal<'a>),
    /// A byte string or a byte; no survey holds one.
    Bytes,
    /// `1..2`; no survey holds one.
    Range,
    /// `[..]`
    List(Vec<Node<'a>>),
    /// `{key: value, ..}`
    Map(Vec<(Node<'a>, Node<'a>)>),
    /// A bare name: `None`, `SelectOne`.
    Name(&'a str),
    /// `(a, b)`, `Some(a)`, `File("a.csv")`.
    Tuple(Option<Name<'a>>, Vec<Node<'a>>),
    /// `(a: 1)`, `Text(name: "x")`.
    Fields(Option<Name<'a>>, Vec<Field<'a>>),
}

/// A text in quotes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Literal<'a> {
    /// What it says, escapes resolved.
    pub text: Cow<'a, str>,
    /// How many bytes stand before the text in the file when it is there letter by letter (no escapes).
    pub prefix: Option<u32>,
}

/// A name and where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Name<'a> {
    /// The name.
    pub text: &'a str,
    /// Where.
    pub span: Span,
}

/// `name: value`
#[derive(Debug, Clone, PartialEq)]
pub struct Field<'a> {
    /// Before the colon.
    pub name: Name<'a>,
    /// After the colon.
    pub value: Node<'a>,
}

impl Value<'_> {
    /// What kind of thing it is, for "found ..".
    #[must_use]
    pub fn found(&self) -> Found {
        match self {
            Self::Nothing => Found::Nothing,
            Self::Unit => Found::Unit,
            Self::Bool(_) => Found::Bool,
            Self::Number(_) => Found::Number,
            Self::Character(_) => Found::Character,
            Self::Text(_) => Found::Text,
            Self::Bytes => Found::Bytes,
            Self::Range => Found::Range,
            Self::List(_) => Found::List,
            Self::Map(_) => Found::Map,
            Self::Name(_) => Found::Name,
            Self::Tuple(..) => Found::Tuple,
            Self::Fields(..) => Found::Fields,
        }
    }
}
