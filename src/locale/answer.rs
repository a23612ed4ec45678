//! Answers as people read them: choices by their labels, dates and numbers as one says them.

use super::{Locale, date_time, date_weekday, decimal, grouped, time_short};
use crate::{
    domain::{
        Answer, Refusal, Value,
        expr::NodeId,
        survey::{Form, Kind},
    },
    tr,
};

/// The name of a refusal.
#[must_use]
pub fn refusal_words(locale: &Locale, refusal: Refusal) -> String {
    match refusal {
        Refusal::Refused => tr!(locale, "refusal-refused"),
        Refusal::DontKnow => tr!(locale, "refusal-dont-know"),
        Refusal::NotApplicable => tr!(locale, "refusal-not-applicable"),
    }
}

/// An answer in words. Choices the form's list does not know (from an older version) show by their names.
#[must_use]
pub fn answer_words(locale: &Locale, form: &Form, node: NodeId, answer: &Answer) -> String {
    match answer {
        Answer::Refusal(refusal) => refusal_words(locale, *refusal),
        Answer::Value(value) => value_words(locale, form, node, value),
    }
}

/// A value in words.
#[must_use]
pub fn value_words(locale: &Locale, form: &Form, node: NodeId, value: &Value) -> String {
    let kind = form.node(node).kind;
    let label = |name: &str| match form.list(node).and_then(|list| Some(list.label(list.row_of(name)?, locale.lang())))
    {
        Some(label) if !label.is_empty() => label.to_owned(),
        _ => name.to_owned(),
    };
    match value {
        Value::Choice(_) if kind == Kind::Acknowledge => tr!(locale, "answer-acknowledged"),
        Value::Choice(name) => label(name),
        Value::Choices(names) if kind == Kind::Rank => {
            let ranked: Vec<String> =
                names.iter().enumerate().map(|(i, name)| format!("{} {}", i + 1, label(name))).collect();
            ranked.join(&tr!(locale, "answer-between"))
        }
        Value::Choices(names) => {
            names.iter().map(|name| label(name)).collect::<Vec<_>>().join(&tr!(locale, "answer-between"))
        }
        Value::Integer(n) if form.node(node).appears("thousands-sep") => grouped(*n),
        Value::Decimal(n) => decimal(*n, 10),
        Value::Date(day) => date_weekday(locale, *day),
        Value::Time(time) => time_short(*time),
        Value::DateTime(moment) => date_time(*moment),
        Value::Text(_) | Value::Integer(_) | Value::Point(_) => value.to_text(),
    }
}
