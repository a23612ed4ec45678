//! Conditions.

use std::ops::ControlFlow::Continue;

use super::super::{
    Shape,
    code::Code,
    eval::{Env, Val},
    pattern,
};
use super::table::{Arg, Effect, Function, exactly, from, row};

pub(super) static ROWS: &[Function] = &[
    // The second when the first is true, else the third.
    row("if", exactly(3), &[Arg::Any], Shape::Any, |env, args| {
        env.eval(if env.boolean(&args[0]) { &args[1] } else { &args[2] })
    }),
    // The first that is not blank.
    row("coalesce", from(1), &[Arg::Any], Shape::Any, coalesce),
    // The value the question has, else this one.
    row("once", exactly(1), &[Arg::Any], Shape::Any, |env, args| {
        let own = env.node(env.current);
        if env.is_blank(&own) { env.eval(&args[0]) } else { own }
    })
    .with(Effect::Kept),
    // True.
    row("true", exactly(0), &[], Shape::Boolean, |_, _| Val::Boolean(true)),
    // False.
    row("false", exactly(0), &[], Shape::Boolean, |_, _| Val::Boolean(false)),
    // The value as true or false.
    row("boolean", exactly(1), &[Arg::Any], Shape::Boolean, |env, args| Val::Boolean(env.boolean(&args[0]))),
    // True for `true` and `1`.
    row("boolean-from-string", exactly(1), &[Arg::Any], Shape::Boolean, |env, args| {
        Val::Boolean(matches!(&*env.text(&args[0]), "true" | "1"))
    }),
    // The opposite.
    row("not", exactly(1), &[Arg::Any], Shape::Boolean, |env, args| Val::Boolean(!env.boolean(&args[0]))),
    // Whether a pattern is found in a text.
    row("regex", exactly(2), &[Arg::Any], Shape::Boolean, |env, args| {
        // A literal pattern was compiled beforehand; this one is only known now.
        let found = pattern::compile(&env.text(&args[1])).is_ok_and(|pattern| pattern.is_match(&env.text(&args[0])));
        Val::Boolean(found)
    }),
    // How many are true.
    row("checklist", from(2), &[Arg::Number, Arg::Number, Arg::Any], Shape::Boolean, |env, args| {
        let mut sum = 0.0;
        for arg in &args[2..] {
            let _ = env.each(arg, &mut |value| {
                sum += if env.number_of(&value) > 0.0 { 1.0 } else { 0.0 };
                Continue(())
            });
        }
        within(env, args, sum)
    }),
    // How much those that are true weigh: pairs of condition and weight.
    row("weighted-checklist", from(2), &[Arg::Number, Arg::Number, Arg::Any], Shape::Boolean, |env, args| {
        let pairs = args[2..].chunks_exact(2);
        let sum = pairs.map(|pair| if env.number(&pair[0]) > 0.0 { env.number(&pair[1]) } else { 0.0 }).sum();
        within(env, args, sum)
    }),
];

fn coalesce<'a>(env: &Env<'a>, args: &'a [Code]) -> Val<'a> {
    args.iter().map(|arg| env.eval(arg)).find(|value| !env.is_blank(value)).unwrap_or(Val::text(""))
}

/// Whether a sum lies between the first two arguments; -1 is no bound.
fn within<'a>(env: &Env<'a>, args: &'a [Code], sum: f64) -> Val<'a> {
    let (least, most) = (env.number(&args[0]), env.number(&args[1]));
    #[allow(clippy::float_cmp, reason = "-1 is exact")]
    let holds = (least == -1.0 || sum >= least) && (most == -1.0 || sum <= most);
    Val::Boolean(holds)
}
