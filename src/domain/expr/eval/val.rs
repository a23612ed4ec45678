//! A value on its way through an expression: borrows answers instead of copying them.

use std::borrow::Cow;

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime};

use super::super::{NodeRef, XValue};
use crate::domain::Value;

/// A value while an expression is evaluated.
#[derive(Debug, Clone)]
pub(in super::super) enum Val<'a> {
    Number(f64),
    Boolean(bool),
    Text(Cow<'a, str>),
    Date(NaiveDate),
    Time(NaiveTime),
    DateTime(DateTime<FixedOffset>),
    /// What should have been a date.
    BadDate,
    /// One question with its answer.
    Answer(&'a Value),
    /// One question, blank.
    Blank,
    /// One group or repeat instance.
    Group(NodeRef),
    /// Any number of nodes.
    Nodes(Vec<NodeRef>),
    /// Items of a list.
    Items(Items<'a>),
}

/// Items of a choice list or attached file, or one column of them.
#[derive(Debug, Clone)]
pub(in super::super) struct Items<'a> {
    pub(in super::super) list: &'a str,
    pub(in super::super) column: Option<&'a str>,
    pub(in super::super) rows: Vec<usize>,
}

impl<'a> Val<'a> {
    /// No node at all.
    pub(in super::super) fn nothing() -> Self {
        Self::Nodes(Vec::new())
    }

    /// A literal text.
    pub(in super::super) fn text(text: impl Into<Cow<'a, str>>) -> Self {
        Self::Text(text.into())
    }

    /// A constant, borrowed.
    pub(super) fn constant(value: &'a XValue) -> Self {
        match value {
            XValue::Number(n) => Self::Number(*n),
            XValue::Boolean(b) => Self::Boolean(*b),
            XValue::Text(t) => Self::Text(Cow::Borrowed(t)),
            XValue::Date(d) => Self::Date(*d),
            XValue::Time(t) => Self::Time(*t),
            XValue::DateTime(t) => Self::DateTime(*t),
            XValue::BadDate => Self::BadDate,
            XValue::Answer(v) => Self::Answer(v),
            XValue::Blank => Self::Blank,
            XValue::Nothing => Self::nothing(),
        }
    }
}

impl From<f64> for Val<'_> {
    fn from(n: f64) -> Self {
        Self::Number(n)
    }
}

impl From<bool> for Val<'_> {
    fn from(b: bool) -> Self {
        Self::Boolean(b)
    }
}
