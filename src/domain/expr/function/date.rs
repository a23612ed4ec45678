//! Dates and times.

use std::fmt::Write;

use chrono::{Datelike, NaiveDateTime, NaiveTime, Timelike};

use super::super::{
    Shape,
    calendar::{self, Moment, day_number, day_share, moment_of, utc_days},
    code::Code,
    eval::{Env, Val},
};
use super::date_names::{self, Length};
use super::table::{Arg, Effect, Function, exactly, row};
use crate::domain::Value;

pub(super) static ROWS: &[Function] = &[
    // The date.
    row("today", exactly(0), &[], Shape::Date, |env, _| Val::Date(env.model.now().date_naive())).with(Effect::Clock),
    // The moment.
    row("now", exactly(0), &[], Shape::Date, |env, _| Val::DateTime(env.model.now())).with(Effect::Clock),
    // A date, from text or a day number.
    row("date", exactly(1), &[Arg::Date], Shape::Date, |env, args| match read(env, env.eval(&args[0])) {
        Read::Blank => Val::text(""),
        Read::Bad => Val::BadDate,
        Read::At(at, _) => Val::Date(at.date()),
    }),
    // A moment, from text or a day number.
    row("date-time", exactly(1), &[Arg::Date], Shape::Date, date_time).with(Effect::World),
    // A date by a pattern.
    row("format-date", exactly(2), &[Arg::Date, Arg::Any], Shape::Text, format).with(Effect::Language),
    // A moment by a pattern.
    row("format-date-time", exactly(2), &[Arg::Date, Arg::Any], Shape::Text, format).with(Effect::Language),
    // Days since 1970-01-01.
    row("decimal-date-time", exactly(1), &[Arg::Date], Shape::Number, |env, args| {
        Val::Number(match env.first(env.eval(&args[0])) {
            Val::Number(n) => n,
            value => match read(env, value) {
                Read::At(_, Some(Moment::DateTime(t))) => utc_days(t),
                Read::At(at, _) => day_number(at.date()) + day_share(at.time()),
                Read::Blank | Read::Bad => f64::NAN,
            },
        })
    }),
    // Share of the day passed: noon is 0.5.
    row("decimal-time", exactly(1), &[Arg::Any], Shape::Number, |env, args| {
        Val::Number(time(env, env.eval(&args[0])).map_or(f64::NAN, day_share))
    }),
];

/// A value read as a date or moment.
enum Read {
    Blank,
    Bad,
    /// As the clock on its wall showed, and what it was read from when not a number.
    At(NaiveDateTime, Option<Moment>),
}

fn read<'a>(env: &Env<'a>, value: Val<'a>) -> Read {
    let of = |moment: Moment| {
        let at = match moment {
            Moment::Date(d) => d.and_time(NaiveTime::MIN),
            Moment::DateTime(t) => t.naive_local(),
        };
        Read::At(at, Some(moment))
    };
    match env.first(value) {
        Val::Date(d) | Val::Answer(&Value::Date(d)) => of(Moment::Date(d)),
        Val::DateTime(t) | Val::Answer(&Value::DateTime(t)) => of(Moment::DateTime(t)),
        Val::Blank => Read::Blank,
        value @ (Val::Number(_) | Val::Answer(Value::Integer(_) | Value::Decimal(_))) => {
            let days = env.number_of(&value);
            match moment_of(days) {
                Some(at) => Read::At(at, None),
                None if days.is_nan() => Read::Blank,
                None => Read::Bad,
            }
        }
        other => {
            let text = env.text_of(other);
            let text = text.trim();
            if text.is_empty() {
                return Read::Blank;
            }
            match calendar::moment(text) {
                Some(moment) => of(moment),
                // A text of digits is a day number, as when it comes from a calculation.
                None => moment_of(super::super::value::number_of(text)).map_or(Read::Bad, |at| Read::At(at, None)),
            }
        }
    }
}

fn date_time<'a>(env: &Env<'a>, args: &'a [Code]) -> Val<'a> {
    match read(env, env.eval(&args[0])) {
        Read::Blank => Val::text(""),
        Read::Bad => Val::BadDate,
        Read::At(_, Some(Moment::DateTime(t))) => Val::DateTime(t),
        Read::At(at, from) => {
            // A date begins at midnight where the form is filled; a day number counts in UTC.
            let offset = *env.model.now().offset();
            let moment = if from.is_some() {
                at.and_local_timezone(offset).single()
            } else {
                Some(at.and_utc().with_timezone(&offset))
            };
            moment.map_or(Val::BadDate, Val::DateTime)
        }
    }
}

fn time<'a>(env: &Env<'a>, value: Val<'a>) -> Option<NaiveTime> {
    match env.first(value) {
        Val::Time(t) | Val::Answer(&Value::Time(t)) => Some(t),
        Val::DateTime(t) | Val::Answer(&Value::DateTime(t)) => Some(t.time()),
        other => {
            let text = env.text_of(other);
            let text = text.trim();
            calendar::time(text).or_else(|| match calendar::moment(text)? {
                Moment::DateTime(t) => Some(t.time()),
                Moment::Date(_) => None,
            })
        }
    }
}

fn format<'a>(env: &Env<'a>, args: &'a [Code]) -> Val<'a> {
    let value = env.eval(&args[0]);
    // A day number may carry a fraction; its date is what counts.
    let at = match read(env, value) {
        Read::At(at, _) => at,
        Read::Blank | Read::Bad => return Val::text(""),
    };
    Val::text(formatted(env, at, &env.text(&args[1])))
}

/// Letters after `%` (ODK XForms, `format-date-time`), and the full names `%A` and `%B` that clients know besides.
const DIRECTIVES: &str = "YymnbBdeaAHhMS3%";

/// The first `%x` of a pattern that means nothing.
pub(in super::super) fn unknown_directive(pattern: &str) -> Option<String> {
    let mut letters = pattern.chars();
    while let Some(c) = letters.next() {
        if c != '%' {
            continue;
        }
        match letters.next() {
            Some(d) if DIRECTIVES.contains(d) => {}
            Some(d) => return Some(format!("%{d}")),
            None => return Some("%".to_owned()),
        }
    }
    None
}

fn formatted(env: &Env<'_>, at: NaiveDateTime, pattern: &str) -> String {
    let (lang, from_monday) = (env.model.lang(), at.weekday().num_days_from_monday());
    let mut out = String::new();
    let mut letters = pattern.chars();
    while let Some(c) = letters.next() {
        if c != '%' {
            out.push(c);
            continue;
        }
        // Writing to a String cannot fail.
        let _ = match letters.next() {
            Some('Y') => write!(out, "{:04}", at.year()),
            Some('y') => write!(out, "{:02}", at.year().rem_euclid(100)),
            Some('m') => write!(out, "{:02}", at.month()),
            Some('n') => write!(out, "{}", at.month()),
            Some('b') => write!(out, "{}", date_names::month(lang, at.month0(), Length::Short)),
            Some('B') => write!(out, "{}", date_names::month(lang, at.month0(), Length::Full)),
            Some('d') => write!(out, "{:02}", at.day()),
            Some('e') => write!(out, "{}", at.day()),
            Some('a') => write!(out, "{}", date_names::weekday(lang, from_monday, Length::Short)),
            Some('A') => write!(out, "{}", date_names::weekday(lang, from_monday, Length::Full)),
            Some('H') => write!(out, "{:02}", at.hour()),
            Some('h') => write!(out, "{}", at.hour()),
            Some('M') => write!(out, "{:02}", at.minute()),
            Some('S') => write!(out, "{:02}", at.second()),
            Some('3') => write!(out, "{:03}", at.nanosecond() / 1_000_000 % 1000),
            Some('%') | None => write!(out, "%"),
            Some(other) => write!(out, "%{other}"),
        };
    }
    out
}
