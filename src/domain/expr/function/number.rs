//! Arithmetic functions.

use std::ops::ControlFlow::{Break, Continue};

use super::super::{
    Shape,
    code::Code,
    eval::{Env, Val},
};
use super::table::{Arg, Function, between, exactly, from, row};

/// A row for a function of one number.
macro_rules! plain {
    ($name:literal, $f:expr) => {
        row($name, exactly(1), &[Arg::Number], Shape::Number, |env, args| {
            let f: fn(f64) -> f64 = $f;
            Val::Number(f(env.number(&args[0])))
        })
    };
}

/// A row for a function of two numbers.
macro_rules! pair {
    ($name:literal, $f:expr) => {
        row($name, exactly(2), &[Arg::Number], Shape::Number, |env, args| {
            let f: fn(f64, f64) -> f64 = $f;
            Val::Number(f(env.number(&args[0]), env.number(&args[1])))
        })
    };
}

pub(super) static ROWS: &[Function] = &[
    // The value as a number.
    row("number", exactly(1), &[Arg::Any], Shape::Number, |env, args| Val::Number(env.number(&args[0]))),
    // The whole part.
    plain!("int", f64::trunc),
    // Without its sign.
    plain!("abs", f64::abs),
    // The next whole number down.
    plain!("floor", f64::floor),
    // The next whole number up.
    plain!("ceiling", f64::ceil),
    // Square root.
    plain!("sqrt", f64::sqrt),
    // Natural logarithm.
    plain!("log", f64::ln),
    // Decimal logarithm.
    plain!("log10", f64::log10),
    // Power of e.
    plain!("exp", f64::exp),
    // Power of 10.
    plain!("exp10", |n| 10_f64.powf(n)),
    // Sine of radians.
    plain!("sin", f64::sin),
    // Cosine of radians.
    plain!("cos", f64::cos),
    // Tangent of radians.
    plain!("tan", f64::tan),
    // Arc sine in radians.
    plain!("asin", f64::asin),
    // Arc cosine in radians.
    plain!("acos", f64::acos),
    // Arc tangent in radians.
    plain!("atan", f64::atan),
    // Arc tangent of y over x in radians.
    pair!("atan2", f64::atan2),
    // Power.
    pair!("pow", f64::powf),
    // The circle's number.
    row("pi", exactly(0), &[], Shape::Number, |_, _| Val::Number(std::f64::consts::PI)),
    // Halves away from zero, to a number of decimals.
    row("round", between(1, 2), &[Arg::Number], Shape::Number, |env, args| {
        let decimals = args.get(1).map_or(0.0, |arg| env.number(arg));
        Val::Number(round(env.number(&args[0]), decimals))
    }),
    // Sum of all nodes; NaN when one is blank.
    row("sum", from(1), &[Arg::Nodes], Shape::Number, |env, args| {
        Val::Number(args.iter().map(|arg| env.total(arg)).sum())
    }),
    // The largest; NaN when one is blank.
    row("max", from(1), &[Arg::Any], Shape::Number, |env, args| Val::Number(extreme(env, args, |best, n| n > best))),
    // The smallest; NaN when one is blank.
    row("min", from(1), &[Arg::Any], Shape::Number, |env, args| Val::Number(extreme(env, args, |best, n| n < best))),
];

/// Rounds halves away from zero, at a decimal place; a negative place rounds to tens, hundreds.
pub(super) fn round(n: f64, decimals: f64) -> f64 {
    if !n.is_finite() || decimals.is_nan() {
        return if decimals.is_nan() { f64::NAN } else { n };
    }
    let decimals = decimals.trunc();
    if decimals == 0.0 {
        return n.round();
    }
    // Doubles have no more than 17 significant digits.
    if decimals > 17.0 {
        return n;
    }
    if decimals < -308.0 {
        return 0.0;
    }
    if decimals < 0.0 {
        let scale = 10_f64.powf(-decimals);
        return (n / scale).round() * scale;
    }
    // Through the decimal text: 1.005 is meant as the decimal it is written as, not as the double below it.
    rounded_text(n, decimals)
}

/// Shifts the shortest decimal text of `n` instead of multiplying, so that no binary remainder decides a half.
fn rounded_text(n: f64, decimals: f64) -> f64 {
    let shifted = |n: f64, by: f64| -> Option<f64> {
        let text = format!("{n:e}");
        let (mantissa, exponent) = text.split_once('e')?;
        let exponent: i32 = exponent.parse().ok()?;
        #[allow(clippy::cast_possible_truncation, reason = "between -17 and 17")]
        let by = by as i32;
        format!("{mantissa}e{}", exponent + by).parse().ok()
    };
    shifted(n, decimals).and_then(|up| shifted(up.round(), -decimals)).unwrap_or(n)
}

fn extreme<'a>(env: &Env<'a>, args: &'a [Code], better: fn(f64, f64) -> bool) -> f64 {
    let mut best: Option<f64> = None;
    for arg in args {
        let _ = env.each(arg, &mut |value| {
            let n = env.number_of(&value);
            if n.is_nan() || best.is_none_or(|b| !b.is_nan() && better(b, n)) {
                best = Some(n);
            }
            if n.is_nan() { Break(()) } else { Continue(()) }
        });
    }
    best.unwrap_or(f64::NAN)
}
