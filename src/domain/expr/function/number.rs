//! Arithmetic functions.

use std::ops::ControlFlow::{Break, Continue};

use super::table::{Arg, Function, between, exactly, from, row};
use super::super::{Shape, code::Code, eval::{Env, Val}};

/// A row for a function of one number.
macro_rules! plain {
    ($name:literal, $doc:literal, $f:expr) => {
        row($name, exactly(1), &[Arg::Number], Shape::Number, $doc, |env, args| {
            let f: fn(f64) -> f64 = $f;
            Val::Number(f(env.number(&args[0])))
        })
    };
}

/// A row for a function of two numbers.
macro_rules! pair {
    ($name:literal, $doc:literal, $f:expr) => {
        row($name, exactly(2), &[Arg::Number], Shape::Number, $doc, |env, args| {
            let f: fn(f64, f64) -> f64 = $f;
            Val::Number(f(env.number(&args[0]), env.number(&args[1])))
        })
    };
}

pub(super) static ROWS: &[Function] = &[
    row("number", exactly(1), &[Arg::Any], Shape::Number, "the value as a number", |env, args| {
        Val::Number(env.number(&args[0]))
    }),
    plain!("int", "the whole part", f64::trunc),
    plain!("abs", "without its sign", f64::abs),
    plain!("floor", "the next whole number down", f64::floor),
    plain!("ceiling", "the next whole number up", f64::ceil),
    plain!("sqrt", "square root", f64::sqrt),
    plain!("log", "natural logarithm", f64::ln),
    plain!("log10", "decimal logarithm", f64::log10),
    plain!("exp", "power of e", f64::exp),
    plain!("exp10", "power of 10", |n| 10_f64.powf(n)),
    plain!("sin", "sine of radians", f64::sin),
    plain!("cos", "cosine of radians", f64::cos),
    plain!("tan", "tangent of radians", f64::tan),
    plain!("asin", "arc sine in radians", f64::asin),
    plain!("acos", "arc cosine in radians", f64::acos),
    plain!("atan", "arc tangent in radians", f64::atan),
    pair!("atan2", "arc tangent of y over x in radians", f64::atan2),
    pair!("pow", "power", f64::powf),
    row("pi", exactly(0), &[], Shape::Number, "the circle's number", |_, _| Val::Number(std::f64::consts::PI)),
    row("round", between(1, 2), &[Arg::Number], Shape::Number, "halves away from zero, to a number of decimals", |env, args| {
        let decimals = args.get(1).map_or(0.0, |arg| env.number(arg));
        Val::Number(round(env.number(&args[0]), decimals))
    }),
    row("sum", from(1), &[Arg::Nodes], Shape::Number, "sum of all nodes; NaN when one is blank", |env, args| {
        Val::Number(args.iter().map(|arg| env.total(arg)).sum())
    }),
    row("max", from(1), &[Arg::Any], Shape::Number, "the largest; NaN when one is blank", |env, args| {
        Val::Number(extreme(env, args, |best, n| n > best))
    }),
    row("min", from(1), &[Arg::Any], Shape::Number, "the smallest; NaN when one is blank", |env, args| {
        Val::Number(extreme(env, args, |best, n| n < best))
    }),
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
