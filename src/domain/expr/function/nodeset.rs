//! Functions of nodes.

use std::ops::ControlFlow::Continue;

use super::super::{
    Shape,
    code::Code,
    eval::{Env, Val},
};
use super::string::length;
use super::table::{Arg, Effect, Function, between, exactly, row};
use crate::domain::survey::Kind;

pub(super) static ROWS: &[Function] = &[
    // How many nodes.
    row("count", exactly(1), &[Arg::Places], Shape::Number, |env, args| {
        Val::Number(env.count(&args[0]).map_or(f64::NAN, length))
    }),
    // How many nodes that are not blank.
    row("count-non-empty", exactly(1), &[Arg::Nodes], Shape::Number, |env, args| {
        let mut count = 0;
        let _ = env.each(&args[0], &mut |value| {
            count += usize::from(!env.is_blank(&value));
            Continue(())
        });
        Val::Number(length(count))
    }),
    // 1-based place among siblings.
    row("position", between(0, 1), &[Arg::Places], Shape::Number, position).with(Effect::Position),
    // How many nodes the predicate looks at.
    row("last", exactly(0), &[], Shape::Number, |env, _| Val::Number(length(env.size))).with(Effect::World),
    // The question the expression belongs to.
    row("current", exactly(0), &[], Shape::Any, |env, _| env.node(env.current)).with(Effect::World),
    // The items of a list.
    row("instance", exactly(1), &[Arg::Any], Shape::Any, |_, _| Val::nothing()).with(Effect::World),
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
