//! Functions of picked choices: texts of names with spaces between.

use super::super::{
    Shape,
    code::Code,
    eval::{Env, Val},
};
use super::string::length;
use super::table::{Arg, Effect, Function, exactly, row};
use crate::domain::Value;

pub(super) static ROWS: &[Function] = &[
    // Whether a choice is picked.
    row("selected", exactly(2), &[Arg::Any], Shape::Boolean, |env, args| {
        let wanted = env.text(&args[1]);
        let wanted = wanted.trim();
        Val::Boolean(match picked(env, &args[0]) {
            Val::Answer(Value::Choices(names)) => names.iter().any(|name| name == wanted),
            other => env.text_of(other).split_whitespace().any(|name| name == wanted),
        })
    }),
    // The choice at a 0-based place.
    row("selected-at", exactly(2), &[Arg::Any, Arg::Number], Shape::Any, selected_at),
    // How many choices are picked.
    row("count-selected", exactly(1), &[Arg::Any], Shape::Number, |env, args| {
        Val::Number(length(match picked(env, &args[0]) {
            Val::Answer(Value::Choices(names)) => names.len(),
            other => env.text_of(other).split_whitespace().count(),
        }))
    }),
    // Written here for its arity; resolving puts code of its own in its place.
    // Label of a choice of a question.
    row("jr:choice-name", exactly(2), &[Arg::Any], Shape::Text, |_, _| Val::text("")).with(Effect::Language),
];

fn picked<'a>(env: &Env<'a>, code: &'a Code) -> Val<'a> {
    env.first(env.eval(code))
}

fn selected_at<'a>(env: &Env<'a>, args: &'a [Code]) -> Val<'a> {
    let place = env.number(&args[1]).trunc();
    // Text is shorter than this, and it is exact.
    if !(0.0..4_294_967_296.0).contains(&place) {
        return Val::text("");
    }
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "bounded by the condition")]
    let place = place as usize;
    match picked(env, &args[0]) {
        Val::Answer(Value::Choices(names)) => Val::text(names.get(place).map_or("", |name| name.as_str())),
        other => {
            let text = env.text_of(other);
            Val::text(text.split_whitespace().nth(place).unwrap_or_default().to_owned())
        }
    }
}
