//! What is typed into one question: its kind, and a date as precise as its appearance asks.

use chrono::{DateTime, FixedOffset};

use super::{TypedFault, typed_month, typed_value, typed_year};
use crate::domain::{
    Value,
    survey::{Kind, Node},
};

/// The value that was typed into a question; nothing when only spaces were.
///
/// # Errors
/// [`TypedFault`] when it is no value of the question's kind.
pub fn typed_answer(node: &Node, text: &str, now: DateTime<FixedOffset>) -> Result<Option<Value>, TypedFault> {
    let rough = match node.kind {
        Kind::Date if text.trim().is_empty() => return Ok(None),
        Kind::Date if node.appears("year") => typed_year,
        Kind::Date if node.appears("month-year") => typed_month,
        kind => return typed_value(kind, text, now),
    };
    rough(text, now.date_naive()).map(|day| Some(Value::Date(day))).map_err(TypedFault::Date)
}
