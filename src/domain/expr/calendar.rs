//! Dates and times as expressions read them: ISO 8601 texts, day numbers since 1970-01-01, shares of a day.

use chrono::{DateTime, Days, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike};

/// Milliseconds of a day.
const DAY_MS: f64 = 86_400_000.0;

/// A text read as a date or a moment.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Moment {
    /// `2026-03-01`.
    Date(NaiveDate),
    /// `2026-03-01T10:30:00.000+08:00`.
    DateTime(DateTime<FixedOffset>),
}

/// Reads `2026-03-01` or `2026-03-01T10:30:00.000+08:00`; seconds, fraction and offset (then UTC) may be left out.
pub(super) fn moment(text: &str) -> Option<Moment> {
    let bytes = text.as_bytes();
    // The common case, text that is no date, is turned away by its first letters.
    if bytes.len() < 8 || !bytes[..4].iter().all(u8::is_ascii_digit) || bytes[4] != b'-' {
        return None;
    }
    let (date, rest) = match text.split_once('T') {
        Some((date, rest)) => (civil(date)?, rest),
        None => return civil(text).map(Moment::Date),
    };
    let cut = rest.find(['Z', '+', '-']).unwrap_or(rest.len());
    let (time, offset) = rest.split_at_checked(cut)?;
    let local = date.and_time(clock(time)?);
    let offset = offset_of(offset)?;
    local.and_local_timezone(offset).single().map(Moment::DateTime)
}

/// `yyyy-mm-dd`.
fn civil(text: &str) -> Option<NaiveDate> {
    let mut parts = text.split('-').map(|part| {
        let digits = !part.is_empty() && part.len() <= 4 && part.bytes().all(|b| b.is_ascii_digit());
        digits.then(|| part.parse::<u32>().ok()).flatten()
    });
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    if parts.next().is_some() || text.len() > 10 {
        return None;
    }
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
}

/// `Z`, `+08:00`, or nothing, which is UTC.
fn offset_of(text: &str) -> Option<FixedOffset> {
    let east = match text.as_bytes() {
        [] | [b'Z'] => 0,
        [sign @ (b'+' | b'-'), rest @ ..] => {
            let rest = std::str::from_utf8(rest).ok()?;
            let (hours, minutes) = match rest.split_once(':') {
                Some(parts) => parts,
                None if rest.len() == 4 => rest.split_at_checked(2)?,
                None => (rest, "0"),
            };
            let digits = |t: &str| t.parse::<i32>().ok().filter(|n| (0..60).contains(n) && !t.starts_with('+'));
            let seconds = digits(hours)?.checked_mul(3600)? + digits(minutes)? * 60;
            if *sign == b'-' { -seconds } else { seconds }
        }
        _ => return None,
    };
    FixedOffset::east_opt(east)
}

/// `10:30`, `10:30:00` or `10:30:00.000`.
fn clock(text: &str) -> Option<NaiveTime> {
    let format = if text.matches(':').count() == 1 { "%H:%M" } else { "%H:%M:%S%.f" };
    NaiveTime::parse_from_str(text, format).ok()
}

/// Reads a time of day; an offset after it is left aside.
pub(super) fn time(text: &str) -> Option<NaiveTime> {
    let first = text.as_bytes().first()?;
    if !first.is_ascii_digit() || !text.contains(':') {
        return None;
    }
    let cut = text.find(['Z', '+', '-']).unwrap_or(text.len());
    clock(&text[..cut])
}

/// Days since 1970-01-01.
pub(super) fn day_number(date: NaiveDate) -> f64 {
    f64::from(i32::try_from((date - NaiveDate::default()).num_days()).unwrap_or(i32::MAX))
}

/// The date of a day number, its fraction cut off towards the past.
pub(super) fn date_of(days: f64) -> Option<NaiveDate> {
    let whole = days.floor();
    if whole.is_nan() || whole.abs() > 4_000_000.0 {
        return None;
    }
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "bounded by the line above")]
    let count = Days::new(whole.abs() as u64);
    if whole < 0.0 {
        NaiveDate::default().checked_sub_days(count)
    } else {
        NaiveDate::default().checked_add_days(count)
    }
}

/// The moment of a day number with fraction, UTC, to the millisecond.
pub(super) fn moment_of(days: f64) -> Option<NaiveDateTime> {
    let date = date_of(days)?;
    #[allow(clippy::cast_possible_truncation, reason = "less than a day in milliseconds")]
    let ms = ((days - days.floor()) * DAY_MS).round() as i64;
    date.and_time(NaiveTime::MIN).checked_add_signed(TimeDelta::milliseconds(ms))
}

/// Share of the day passed: noon is 0.5.
pub(super) fn day_share(time: NaiveTime) -> f64 {
    let ms = f64::from(time.num_seconds_from_midnight()) * 1000.0 + f64::from(time.nanosecond() / 1_000_000);
    ms / DAY_MS
}

/// Days since 1970-01-01 UTC with fraction (ODK XForms, `decimal-date-time`).
pub(super) fn utc_days(moment: DateTime<FixedOffset>) -> f64 {
    let utc = moment.naive_utc();
    day_number(utc.date()) + day_share(utc.time())
}

/// Days since 1970-01-01 as the clock on the wall showed: a date of that day is at most this, wherever one is.
pub(super) fn wall_days(moment: DateTime<FixedOffset>) -> f64 {
    let local = moment.naive_local();
    day_number(local.date()) + day_share(local.time())
}
