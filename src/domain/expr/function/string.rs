//! Text functions.

use std::{borrow::Cow, ops::ControlFlow::Continue};

use super::super::{
    Shape,
    code::Code,
    eval::{Env, Val},
};
use super::table::{Arg, Effect, Function, between, exactly, from, row};

pub(super) static ROWS: &[Function] = &[
    // The value as text.
    row("string", exactly(1), &[Arg::Any], Shape::Text, |env, args| Val::Text(env.text(&args[0]))),
    // All values and nodes one after the other.
    row("concat", from(0), &[Arg::Any], Shape::Text, |env, args| Val::text(glue(env, "", args))),
    // All values and nodes with a text between.
    row("join", from(1), &[Arg::Any], Shape::Text, |env, args| Val::text(glue(env, &env.text(&args[0]), &args[1..]))),
    // From 0-based start to before end.
    row("substr", between(2, 3), &[Arg::Any, Arg::Number], Shape::Text, substr),
    // What stands before a text.
    row("substring-before", exactly(2), &[Arg::Any], Shape::Text, |env, args| {
        cut(env, args, |text, mark| text.find(mark).map_or(0..0, |i| 0..i))
    }),
    // What stands after a text.
    row("substring-after", exactly(2), &[Arg::Any], Shape::Text, |env, args| {
        cut(env, args, |text, mark| text.find(mark).map_or(0..0, |i| i + mark.len()..text.len()))
    }),
    // Letters replaced one by one, or dropped.
    row("translate", exactly(3), &[Arg::Any], Shape::Text, translate),
    // Number of characters.
    row("string-length", exactly(1), &[Arg::Any], Shape::Number, |env, args| {
        Val::Number(length(env.text(&args[0]).chars().count()))
    }),
    // Runs of spaces made one, ends cut.
    row("normalize-space", between(0, 1), &[Arg::Any], Shape::Text, |env, args| {
        // Without an argument, resolving has put in the node itself.
        let text = args.first().map_or(Cow::Borrowed(""), |arg| env.text(arg));
        Val::text(text.split_whitespace().collect::<Vec<_>>().join(" "))
    }),
    // Whether a text stands in another.
    row("contains", exactly(2), &[Arg::Any], Shape::Boolean, |env, args| {
        Val::Boolean(env.text(&args[0]).contains(&*env.text(&args[1])))
    }),
    // Whether a text begins with another.
    row("starts-with", exactly(2), &[Arg::Any], Shape::Boolean, |env, args| {
        Val::Boolean(env.text(&args[0]).starts_with(&*env.text(&args[1])))
    }),
    // Whether a text ends with another.
    row("ends-with", exactly(2), &[Arg::Any], Shape::Boolean, |env, args| {
        Val::Boolean(env.text(&args[0]).ends_with(&*env.text(&args[1])))
    }),
    // Cell of a file: (file, column, key column, key).
    row("pulldata", exactly(4), &[Arg::Any], Shape::Any, pulldata).with(Effect::World),
    // A text of the survey by its id.
    row("jr:itext", exactly(1), &[Arg::Any], Shape::Text, |env, args| {
        let id = env.text(&args[0]);
        Val::text(env.model.itext(&id).map_or_else(String::new, Cow::into_owned))
    })
    .with(Effect::Language),
];

/// A count as a number.
pub(super) fn length(n: usize) -> f64 {
    #[allow(clippy::cast_precision_loss, reason = "counts in memory stay below 2^52")]
    {
        n as f64
    }
}

fn glue<'a>(env: &Env<'a>, between: &str, args: &'a [Code]) -> String {
    let mut out = String::new();
    let mut first = true;
    for arg in args {
        let _ = env.each(arg, &mut |value| {
            if !first {
                out.push_str(between);
            }
            first = false;
            out.push_str(&env.text_of(value));
            Continue(())
        });
    }
    out
}

fn cut<'a>(env: &Env<'a>, args: &'a [Code], range: fn(&str, &str) -> std::ops::Range<usize>) -> Val<'a> {
    let text = env.text(&args[0]);
    let range = range(&text, &env.text(&args[1]));
    slice(text, range)
}

/// A part of a text, borrowed when the text is.
fn slice(text: Cow<'_, str>, range: std::ops::Range<usize>) -> Val<'_> {
    match text {
        Cow::Borrowed(text) => Val::text(text.get(range).unwrap_or_default()),
        Cow::Owned(text) => Val::text(text.get(range).unwrap_or_default().to_owned()),
    }
}

fn substr<'a>(env: &Env<'a>, args: &'a [Code]) -> Val<'a> {
    let text = env.text(&args[0]);
    let start = env.number(&args[1]);
    let end = args.get(2).map_or(f64::INFINITY, |arg| env.number(arg));
    if start.is_nan() || end.is_nan() {
        return Val::text("");
    }
    let count = length(text.chars().count());
    // A place before the beginning counts from the end, as the reference clients have it.
    let from_end = |n: f64| if n < 0.0 { (n.ceil() + count).max(0.0) } else { n.floor().min(count) };
    let (start, end) = (from_end(start), from_end(end));
    if start >= end {
        return Val::text("");
    }
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "both lie between 0 and the length")]
    let (start, end) = (start as usize, end as usize);
    let byte = |n: usize| text.char_indices().nth(n).map_or(text.len(), |(i, _)| i);
    let range = byte(start)..byte(end);
    slice(text, range)
}

fn translate<'a>(env: &Env<'a>, args: &'a [Code]) -> Val<'a> {
    let (text, from, to) = (env.text(&args[0]), env.text(&args[1]), env.text(&args[2]));
    let to: Vec<char> = to.chars().collect();
    // The first of two equal letters counts (XPath 1.0, 4.2).
    let mut map = std::collections::HashMap::new();
    for (i, letter) in from.chars().enumerate() {
        map.entry(letter).or_insert(to.get(i).copied());
    }
    let changed: String = text.chars().filter_map(|c| map.get(&c).copied().unwrap_or(Some(c))).collect();
    Val::text(changed)
}

fn pulldata<'a>(env: &Env<'a>, args: &'a [Code]) -> Val<'a> {
    let (list, column) = (env.text(&args[0]), env.text(&args[1]));
    let (key_column, key) = (env.text(&args[2]), env.text(&args[3]));
    let row = env.model.list_find(&list, &key_column, &key);
    Val::text(row.and_then(|row| env.model.list_cell(&list, row, &column)).unwrap_or_default().to_owned())
}
