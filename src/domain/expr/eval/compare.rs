//! `= != < <= > >=` and arithmetic (`XPath` 1.0, 3.4 and 3.5, with dates as ODK XForms has them).

use std::ops::ControlFlow::{Break, Continue};

use super::super::{
    ast::BinaryOp,
    calendar::{self, Moment, day_number, day_share, utc_days, wall_days},
};
use super::{Env, Val};
use crate::domain::Value;

/// Compares two values. With sets, whether any pair of members compares so.
pub(in super::super) fn compare<'a>(env: &Env<'a>, op: BinaryOp, left: &Val<'a>, right: &Val<'a>) -> bool {
    let sets = is_set(left) || is_set(right);
    if !sets {
        return one(env, op, left, right);
    }
    // A set meets a boolean as a whole.
    if matches!(left, Val::Boolean(_)) || matches!(right, Val::Boolean(_)) {
        return booleans(op, env.boolean_of(left), env.boolean_of(right));
    }
    members(env, left, &mut |l| members(env, right, &mut |r| one(env, op, l, r)))
}

fn is_set(value: &Val<'_>) -> bool {
    matches!(value, Val::Nodes(_) | Val::Items(_))
}

/// Whether `test` holds for any member.
fn members<'a>(env: &Env<'a>, value: &Val<'a>, test: &mut dyn FnMut(&Val<'a>) -> bool) -> bool {
    match value {
        Val::Nodes(nodes) => nodes.iter().any(|at| test(&env.node(*at))),
        Val::Items(items) => items.rows.iter().any(|row| test(&env.item(items, *row))),
        other => test(other),
    }
}

fn one<'a>(env: &Env<'a>, op: BinaryOp, left: &Val<'a>, right: &Val<'a>) -> bool {
    if let Some((l, r)) = days(left, right).or_else(|| clocks(left, right)) {
        return numbers(op, l, r);
    }
    if !matches!(op, BinaryOp::Equal | BinaryOp::NotEqual) {
        return numbers(op, env.number_of(left), env.number_of(right));
    }
    match (left, right) {
        (Val::Boolean(_), _) | (_, Val::Boolean(_)) => booleans(op, env.boolean_of(left), env.boolean_of(right)),
        (Val::Number(_), _) | (_, Val::Number(_)) => numbers(op, env.number_of(left), env.number_of(right)),
        (Val::Answer(Value::Integer(l)), Val::Answer(Value::Integer(r))) => (l == r) == (op == BinaryOp::Equal),
        _ => (env.text_of(left.clone()) == env.text_of(right.clone())) == (op == BinaryOp::Equal),
    }
}

fn booleans(op: BinaryOp, left: bool, right: bool) -> bool {
    numbers(op, f64::from(u8::from(left)), f64::from(u8::from(right)))
}

#[allow(clippy::float_cmp, reason = "the language compares doubles exactly")]
fn numbers(op: BinaryOp, left: f64, right: f64) -> bool {
    match op {
        BinaryOp::Equal => left == right,
        BinaryOp::NotEqual => left != right,
        BinaryOp::Less => left < right,
        BinaryOp::LessEqual => left <= right,
        BinaryOp::Greater => left > right,
        BinaryOp::GreaterEqual => left >= right,
        _ => false,
    }
}

/// The dates of both sides as comparable day numbers, when one side is a date and the other can be read as one.
fn days(left: &Val<'_>, right: &Val<'_>) -> Option<(f64, f64)> {
    if !is_date(left) && !is_date(right) {
        return None;
    }
    Some(match (moment(left)?, moment(right)?) {
        (Moment::Date(l), Moment::Date(r)) => (day_number(l), day_number(r)),
        (Moment::DateTime(l), Moment::DateTime(r)) => (utc_days(l), utc_days(r)),
        // A date has no place on earth, so the moment is read off the clock on its wall.
        (Moment::Date(l), Moment::DateTime(r)) => (day_number(l), wall_days(r)),
        (Moment::DateTime(l), Moment::Date(r)) => (wall_days(l), day_number(r)),
    })
}

fn is_date(value: &Val<'_>) -> bool {
    matches!(value, Val::Date(_) | Val::DateTime(_) | Val::Answer(Value::Date(_) | Value::DateTime(_)))
}

fn moment(value: &Val<'_>) -> Option<Moment> {
    match value {
        Val::Date(d) | Val::Answer(Value::Date(d)) => Some(Moment::Date(*d)),
        Val::DateTime(t) | Val::Answer(Value::DateTime(t)) => Some(Moment::DateTime(*t)),
        Val::Text(t) => calendar::moment(t.trim()),
        Val::Answer(Value::Text(t) | Value::Choice(t)) => calendar::moment(t.trim()),
        _ => None,
    }
}

/// The times of both sides as shares of a day, when one side is a time and the other can be read as one.
fn clocks(left: &Val<'_>, right: &Val<'_>) -> Option<(f64, f64)> {
    let is_time = |v: &Val<'_>| matches!(v, Val::Time(_) | Val::Answer(Value::Time(_)));
    let share = |v: &Val<'_>| match v {
        Val::Time(t) | Val::Answer(Value::Time(t)) => Some(day_share(*t)),
        Val::Text(t) => calendar::time(t.trim()).map(day_share),
        Val::Answer(Value::Text(t)) => calendar::time(t.trim()).map(day_share),
        _ => None,
    };
    if is_time(left) || is_time(right) { share(left).zip(share(right)) } else { None }
}

/// `+ - * div mod`.
pub(in super::super) fn arithmetic<'a>(env: &Env<'a>, op: BinaryOp, left: &Val<'a>, right: &Val<'a>) -> f64 {
    // The days between a date and a moment are counted on the same wall as they are compared.
    let (l, r) = match days(left, right) {
        Some(pair) if op == BinaryOp::Subtract => pair,
        _ => (env.number_of(left), env.number_of(right)),
    };
    match op {
        BinaryOp::Add => l + r,
        BinaryOp::Subtract => l - r,
        BinaryOp::Multiply => l * r,
        BinaryOp::Divide => l / r,
        BinaryOp::Modulo => l % r,
        _ => f64::NAN,
    }
}

impl<'a> Env<'a> {
    /// Sum of the numbers an argument stands for.
    pub(in super::super) fn total(&self, code: &'a super::super::code::Code) -> f64 {
        let mut sum = 0.0;
        let _ = self.each(code, &mut |value| {
            sum += self.number_of(&value);
            // Nothing brings NaN back.
            if sum.is_nan() { Break(()) } else { Continue(()) }
        });
        sum
    }
}
