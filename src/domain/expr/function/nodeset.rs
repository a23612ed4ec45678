//! Functions of nodes.

use std::ops::ControlFlow::Continue;

use super::string::length;
use super::table::{Arg, Effect, Function, between, exactly, row};
use super::super::{Shape, code::Code, eval::{Env, Val}};
use crate::domain::survey::Kind;

pub(super) static ROWS: &[Function] = &[
    row("count", exactly(1), &[Arg::Places], Shape::Number, "how many nodes", |env, args| {
        Val::Number(env.count(&args[0]).map_or(f64::NAN, length))
    }),
    row("count-non-empty", exactly(1), &[Arg::Nodes], Shape::Number, "how many nodes that are not blank", |env, args| {
        let mut count = 0;
        let _ = env.each(&args[0], &mut |value| {
            count += usize::from(!env.is_blank(&value));
            Continue(())
        });
        Val::Number(length(count))
    }),
    row("position", between(0, 1), &[Arg::Places], Shape::Number, "1-based place among siblings", position)
        .with(Effect::Position),
    row("last", exactly(0), &[], Shape::Number, "how many nodes the predicate looks at", |env, _| {
        Val::Number(length(env.size))
    })
    .with(Effect::World),
    row("current", exactly(0), &[], Shape::Any, "the question the expression belongs to", |env, _| {
        env.node(env.current)
    })
    .with(Effect::World),
    row("instance", exactly(1), &[Arg::Any], Shape::Any, "the items of a list", |_, _| Val::nothing())
        .with(Effect::World),
];

fn position<'a>(env: &Env<'a>, args: &'a [Code]) -> Val<'a> {
    let at = match (args.first(), env.position) {
        (Some(arg), _) => env.first_node(arg),
        (None, Some(position)) => return Val::Number(length(position)),
        (None, None) => Some(env.current),
    };
    let Some(at) = at else { return Val::Number(f64::NAN) };
    // Only repeat instances have siblings of the same name.
    let is_instance = env.schema.kind(at.node) == Kind::Repeat && env.model.repeat_of(at.instance) == at.node;
    Val::Number(if is_instance { length(env.model.position(at.instance)) } else { 1.0 })
}
