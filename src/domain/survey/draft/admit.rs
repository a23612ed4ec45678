//! Which answers a question takes.

use super::{
    Draft, EditRefusal,
    cell::{Bit, is_blank},
    parse::{LARGEST, is_on_earth},
};
use crate::domain::{
    Answer, Value,
    expr::NodeRef,
    survey::{Form, Kind, choices::List},
};

impl Draft {
    /// The answer as it is stored, or why it is not taken now.
    pub(super) fn admit(
        &self,
        form: &Form,
        at: NodeRef,
        answer: Option<Answer>,
    ) -> Result<Option<Answer>, EditRefusal> {
        let answer = self.fitting(form, at, answer)?;
        let cell = self.cell(at).ok_or(EditRefusal::NoSuchNode)?;
        let node = form.node(at.node);
        if node.kind.is_silent() || node.kind == Kind::Note {
            return Err(EditRefusal::Computed);
        }
        if cell.is(Bit::ReadOnly) && cell.is(Bit::Relevant) {
            return Err(EditRefusal::ReadOnly);
        }
        if node.codes.offer.is_some() && cell.is(Bit::Relevant) {
            let picked: &[String] = match &answer {
                Some(Answer::Value(Value::Choice(name))) => std::slice::from_ref(name),
                Some(Answer::Value(Value::Choices(names))) => names,
                _ => &[],
            };
            if let Some(name) = picked.iter().find(|name| !self.admits(form, at, name)) {
                return Err(EditRefusal::NotOffered { choice: name.clone() });
            }
        }
        Ok(answer)
    }

    /// The answer as it is stored, or why the question never takes it. Blank values are no answer.
    pub(super) fn fitting(
        &self,
        form: &Form,
        at: NodeRef,
        answer: Option<Answer>,
    ) -> Result<Option<Answer>, EditRefusal> {
        self.place(at).ok_or(EditRefusal::NoSuchNode)?;
        let node = form.node(at.node);
        if node.kind.holds_questions() {
            return Err(EditRefusal::NotAQuestion);
        }
        match answer {
            None => Ok(None),
            Some(Answer::Refusal(refusal)) if node.refusals.contains(&refusal) => Ok(Some(Answer::Refusal(refusal))),
            Some(Answer::Refusal(refusal)) => Err(EditRefusal::RefusalNotOffered { refusal }),
            Some(Answer::Value(value)) => {
                if is_blank(&value) {
                    Ok(None)
                } else {
                    fit(form, at, value).map(|value| Some(Answer::Value(value)))
                }
            }
        }
    }

    /// A picked value in the order it is stored: that of the list for `select_multiple`, that given for `rank`, each once.
    #[allow(clippy::unused_self, reason = "reads as a property of the draft where it is called")]
    pub(super) fn in_order(&self, form: &Form, at: NodeRef, value: Value) -> Value {
        match value {
            Value::Choices(names) => Value::Choices(ordered(form.node(at.node).kind, form.list(at.node), names)),
            other => other,
        }
    }
}

fn ordered(kind: Kind, list: Option<&List>, names: Vec<String>) -> Vec<String> {
    let mut seen = std::collections::HashSet::new();
    let mut names: Vec<String> = names.into_iter().filter(|name| seen.insert(name.clone())).collect();
    if kind == Kind::SelectMultiple
        && let Some(list) = list
    {
        names.sort_by_cached_key(|name| list.row_of(name).unwrap_or(usize::MAX));
    }
    names
}

fn fit(form: &Form, at: NodeRef, value: Value) -> Result<Value, EditRefusal> {
    let node = form.node(at.node);
    let known = |name: &str| {
        let there = form.list(at.node).is_none_or(|list| list.row_of(name).is_some());
        if there { Ok(()) } else { Err(EditRefusal::NotAChoice { choice: name.to_owned() }) }
    };
    match (node.kind, value) {
        (Kind::Calculate | Kind::Hidden | Kind::Note, value)
        | (Kind::Date | Kind::Today, value @ Value::Date(_))
        | (Kind::Time, value @ Value::Time(_))
        | (Kind::DateTime | Kind::Start | Kind::End, value @ Value::DateTime(_)) => Ok(value),
        (kind, value @ Value::Text(_)) if kind.holds_text() => Ok(value),
        (Kind::Integer, Value::Integer(n)) if (-LARGEST..=LARGEST).contains(&n) => Ok(Value::Integer(n)),
        (Kind::Integer, Value::Integer(_)) => Err(EditRefusal::NumberTooLarge),
        (Kind::Decimal, Value::Decimal(n)) if n.is_finite() => Ok(Value::Decimal(n)),
        (Kind::Decimal, Value::Decimal(_)) => Err(EditRefusal::NotANumber),
        (Kind::Decimal, Value::Integer(n)) => Ok(Value::Decimal(float(n))),
        (Kind::Range, Value::Integer(n)) => on_scale(form, at, float(n)),
        (Kind::Range, Value::Decimal(n)) => on_scale(form, at, n),
        (Kind::Acknowledge, Value::Choice(name)) if name == "OK" => Ok(Value::Choice(name)),
        (Kind::Acknowledge, Value::Choice(choice)) => Err(EditRefusal::NotAChoice { choice }),
        (Kind::SelectOne, Value::Choice(name)) => known(&name).map(|()| Value::Choice(name)),
        (Kind::SelectMultiple | Kind::Rank, Value::Choices(names)) => {
            names.iter().try_for_each(|name| known(name))?;
            Ok(Value::Choices(ordered(node.kind, form.list(at.node), names)))
        }
        (Kind::Geopoint, Value::Point(point)) if is_on_earth(&point) => Ok(Value::Point(point)),
        (Kind::Geopoint, Value::Point(_)) => Err(EditRefusal::NotAPoint),
        (expected, _) => Err(EditRefusal::WrongKind { expected }),
    }
}

fn on_scale(form: &Form, at: NodeRef, n: f64) -> Result<Value, EditRefusal> {
    match form.node(at.node).scale {
        Some(scale) if !scale.admits(n) => {
            Err(EditRefusal::OffScale { start: scale.start, end: scale.end, step: scale.step })
        }
        Some(scale) if scale.whole => Ok(Value::Integer(integer(n))),
        _ => Ok(Value::Decimal(n)),
    }
}

#[allow(clippy::cast_precision_loss, reason = "beyond the exact range there is no answer to lose")]
fn float(n: i64) -> f64 {
    n as f64
}

#[allow(clippy::cast_possible_truncation, reason = "a value on a whole scale, and the cast saturates")]
fn integer(n: f64) -> i64 {
    n.round() as i64
}
