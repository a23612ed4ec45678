//! Reads RON by descent into a tree. What to do after a fault is next door, in `recovery`.

use std::borrow::Cow;

use super::{
    Document, Field, Literal, Name, Node, SyntaxFault, Value,
    cursor::{Cursor, begins_value},
    recovery::Next,
};
use crate::domain::Span;

/// Brackets inside each other; a group takes two.
const DEEPEST: usize = 64;

/// Reads a whole file. There is always a tree; what could not be read is [`Value::Nothing`].
#[must_use]
pub fn read(text: &str) -> Document<'_> {
    let mut reader = Reader { cursor: Cursor::new(text), open: Vec::new(), cut_short: false };
    reader.cursor.skip_space();
    while reader.cursor.byte(0) == b'#' {
        reader.attribute();
        reader.cursor.skip_space();
    }
    let root = if reader.cursor.ended() {
        let span = Span::new(text.len(), text.len());
        reader.cursor.fault(span, SyntaxFault::Empty);
        Node { span, value: Value::Nothing }
    } else {
        reader.value()
    };
    reader.trailing();
    let mut problems = reader.cursor.problems;
    problems.sort_by_key(|p| p.span);
    Document { root, problems }
}

/// A bracket that is open.
#[derive(Clone, Copy)]
pub(super) struct Frame {
    pub(super) open: u8,
    pub(super) at: usize,
    pub(super) length: usize,
    /// Whether it holds fields rather than items.
    pub(super) fields: bool,
}

impl Frame {
    /// The bracket that closes it.
    pub(super) fn close(self) -> u8 {
        match self.open {
            b'(' => b')',
            b'[' => b']',
            _ => b'}',
        }
    }
}

/// The file being read.
pub(super) struct Reader<'a> {
    pub(super) cursor: Cursor<'a>,
    /// The brackets that are open, the outermost first.
    pub(super) open: Vec<Frame>,
    /// A bracket was just found unclosed: the comma after it is part of what is missing, not a fault of its own.
    pub(super) cut_short: bool,
}

impl<'a> Reader<'a> {
    fn node(&self, start: usize, value: Value<'a>) -> Node<'a> {
        Node { span: Span::new(start, self.cursor.at), value }
    }

    pub(super) fn value(&mut self) -> Node<'a> {
        let start = self.cursor.at;
        let (b, _) = self.cursor.peek();
        let value = match b {
            b'(' => return self.parentheses(None, start),
            b'[' => self.list(),
            b'{' => self.map(),
            b'"' => self.cursor.text(),
            b'\'' => self.cursor.character(),
            b'r' if self.cursor.at_raw(0) => self.cursor.raw(),
            b'b' if matches!(self.cursor.byte(1), b'\'' | b'"') || self.cursor.at_raw(1) => self.cursor.bytes(),
            b'0'..=b'9' | b'+' | b'-' | b'.' => self.cursor.number(),
            _ => return self.named(start),
        };
        self.node(start, value)
    }

    /// A name, with or without brackets after it.
    fn named(&mut self, start: usize) -> Node<'a> {
        let Some(name) = self.name() else {
            self.stray();
            return self.node(start, Value::Nothing);
        };
        match name.text {
            "true" => return self.node(start, Value::Bool(true)),
            "false" => return self.node(start, Value::Bool(false)),
            "inf" | "inff32" | "inff64" | "NaN" | "NaNf32" | "NaNf64" => {
                return self.node(start, Value::Number(name.text));
            }
            _ => {}
        }
        let end = self.cursor.at;
        if name.text.bytes().any(|b| matches!(b, b'.' | b'+' | b'-')) && !self.cursor.text[start..].starts_with("r#") {
            self.cursor.fault(name.span, SyntaxFault::Unquoted { found: name.text.to_owned() });
            let literal = Literal { text: Cow::Borrowed(name.text), prefix: None };
            return self.node(start, Value::Text(literal));
        }
        self.cursor.skip_space();
        if self.cursor.peek().0 == b'(' {
            return self.parentheses(Some(name), start);
        }
        self.cursor.at = end;
        self.node(start, Value::Name(name.text))
    }

    pub(super) fn name(&mut self) -> Option<Name<'a>> {
        let text = self.cursor.name()?;
        let start = self.cursor.at;
        let raw = if self.cursor.rest().starts_with("r#") { 2 } else { 0 };
        self.cursor.at = start + raw + text.len();
        Some(Name { text, span: Span::new(start, self.cursor.at) })
    }

    /// Opens a bracket. Too many inside each other are passed over as one value.
    fn enter(&mut self, fields: bool) -> bool {
        let (open, length) = self.cursor.peek();
        let at = self.cursor.at;
        if self.open.len() >= DEEPEST {
            self.cursor.fault(Span::new(at, at + length), SyntaxFault::TooDeep);
            self.pass_over();
            return false;
        }
        self.cursor.pass(open, length);
        self.open.push(Frame { open, at, length, fields });
        true
    }

    fn list(&mut self) -> Value<'a> {
        let mut items = Vec::new();
        if !self.enter(false) {
            return Value::Nothing;
        }
        loop {
            match self.next(Self::list_left_open) {
                Next::Closed => return Value::List(items),
                Next::Again => {}
                Next::Item => {
                    items.push(self.value());
                    self.separator(|b| b != b':');
                }
            }
        }
    }

    fn map(&mut self) -> Value<'a> {
        let mut entries: Vec<(Node<'a>, Node<'a>)> = Vec::new();
        if !self.enter(false) {
            return Value::Nothing;
        }
        loop {
            let quoted = entries.last().is_some_and(|(key, _)| matches!(key.value, Value::Text(_)));
            match self.next(|reader| quoted && reader.encloses_fields() && reader.at_field()) {
                Next::Closed => return Value::Map(entries),
                Next::Again => {}
                Next::Item => {
                    let key = self.value();
                    let value = self.after_colon(key.span.end as usize);
                    if !matches!((&key.value, &value.value), (Value::Nothing, Value::Nothing)) {
                        entries.push((key, value));
                    }
                    self.separator(|_| true);
                }
            }
        }
    }

    /// Tuple or fields: the first thing inside decides.
    fn parentheses(&mut self, name: Option<Name<'a>>, start: usize) -> Node<'a> {
        if !self.enter(false) {
            return self.node(start, Value::Nothing);
        }
        self.cursor.skip_space();
        let value = if self.at_field() || self.at_quoted_field() || self.at_field_without_colon() {
            if let Some(frame) = self.open.last_mut() {
                frame.fields = true;
            }
            Value::Fields(name, self.fields())
        } else {
            let items = self.tuple();
            if items.is_empty() && name.is_none() { Value::Unit } else { Value::Tuple(name, items) }
        };
        self.node(start, value)
    }

    fn tuple(&mut self) -> Vec<Node<'a>> {
        let mut items = Vec::new();
        loop {
            match self.next(|_| false) {
                Next::Closed => return items,
                Next::Again => {}
                Next::Item => {
                    if self.at_field() {
                        let start = self.cursor.at;
                        self.name();
                        self.cursor.fault(Span::new(start, self.cursor.at), SyntaxFault::MixedFields);
                        self.after_colon(self.cursor.at);
                    } else {
                        items.push(self.value());
                    }
                    self.separator(|b| b != b':');
                }
            }
        }
    }

    fn fields(&mut self) -> Vec<Field<'a>> {
        let mut fields = Vec::new();
        loop {
            match self.next(Self::struct_left_open) {
                Next::Closed => return fields,
                Next::Again => {}
                Next::Item => {
                    if let Some(field) = self.field() {
                        fields.push(field);
                    }
                    self.separator(|_| true);
                }
            }
        }
    }

    /// `name: value`, or a fault.
    fn field(&mut self) -> Option<Field<'a>> {
        let start = self.cursor.at;
        if let Some(text) = self.cursor.plain_name()
            && self.cursor.byte(text.len()) == b':'
        {
            self.cursor.at += text.len();
            let name = Name { text, span: Span::new(start, self.cursor.at) };
            let value = self.after_colon(self.cursor.at);
            return Some(Field { name, value });
        }
        if self.at_quoted_field() {
            let key = self.value();
            if let Value::Text(literal) = &key.value {
                let name = literal.text.clone().into_owned();
                self.cursor.fault(key.span, SyntaxFault::QuotedName { name });
            }
            let end = key.span.end as usize;
            let text = self.cursor.text.get(start + 1..end.saturating_sub(1)).unwrap_or_default();
            let value = self.after_colon(end);
            return Some(Field { name: Name { text, span: key.span }, value });
        }
        if self.at_field() || self.at_field_without_colon() {
            let name = self.name()?;
            let value = self.after_colon(self.cursor.at);
            return Some(Field { name, value });
        }
        let lone = self.cursor.name().is_some();
        if !lone && !begins_value(self.cursor.peek().0) {
            self.stray();
            return None;
        }
        let value = self.value();
        self.cursor.skip_space();
        let fault = match (value.value, self.cursor.peek().0) {
            (Value::Name(_), b',' | b')') => SyntaxFault::MissingValue,
            (Value::Nothing, _) => return None,
            _ => SyntaxFault::MixedFields,
        };
        self.cursor.fault(value.span, fault);
        None
    }

    /// The colon and what follows it; `end` is where the name or key ends.
    fn after_colon(&mut self, end: usize) -> Node<'a> {
        self.cursor.skip_space();
        let (b, length) = self.cursor.peek();
        match b {
            b':' => self.cursor.pass(b, length),
            b'=' => {
                let span = Span::new(self.cursor.at, self.cursor.at + length);
                let found = if length == 1 { '=' } else { '＝' };
                self.cursor.fault(span, SyntaxFault::Lookalike { found, meant: ':' });
                self.cursor.at += length;
            }
            _ if length > 0 && begins_value(b) => {
                self.cursor.fault(Span::new(end, end), SyntaxFault::MissingColon);
            }
            _ => {
                self.cursor.fault(Span::new(end, end), SyntaxFault::MissingValue);
                return self.node(self.cursor.at, Value::Nothing);
            }
        }
        self.cursor.skip_space();
        let (b, length) = self.cursor.peek();
        let field_follows = self.cursor.starts_line(self.cursor.at) && self.at_field();
        if length == 0 || matches!(b, b',' | b')' | b']' | b'}') || field_follows {
            let end = self.before_space();
            self.cursor.fault(Span::new(end, end), SyntaxFault::MissingValue);
            return self.node(self.cursor.at, Value::Nothing);
        }
        self.value()
    }
}
