//! Dates as people type them. `today` comes in; what stays open is taken as the day nearest to it.
//!
//! | typed | is |
//! |---|---|
//! | `2024-11-12` `2024/11/12` `2024.11.12` `2024 11 12` `20241112` `2024年11月12日` | that day |
//! | `24-11-12` | 2024; a year of two digits lies at most ten years ahead, else in the century before (`58-3-4` is 1958) |
//! | `11-12` `11/12` `11月12日` `11月12号` | that day in the year that puts it nearest to today, the earlier of two as near |
//! | `12日` `12号` `12` | that day in the month that puts it nearest to today |
//! | `今天` `昨天` `前天` `明天` `后天` `today` `yesterday` `tomorrow` | counted from today |
//! | `+3` `-2` `3天后` `2天前` `in 3 days` `2 days ago` | days from today |
//! | `周二` `星期二` `Tue` | nearest such day, today or within three days |
//! | `上周二` `本周二` `下周二` | in last, this, next week; weeks begin on Monday |
//!
//! Digits may be full-width or Chinese numerals. `11/12/2024` is refused: it means two days.

use chrono::{Datelike, Days, Months, NaiveDate};

use super::fold::fold_typed;
use super::numeral::ascii_numerals;

/// Why what was typed is no date or time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateFault {
    /// Nothing was typed.
    Empty,
    /// No form of a date or time that is understood.
    Unreadable,
    /// The form of a date, but the calendar has no such day, as 30 February.
    NoSuchDay,
    /// The form of a time, but the clock has no such time, as 25:00.
    NoSuchTime,
    /// A date where a date and a time are asked.
    TimeMissing,
}

/// The day that was typed.
///
/// # Errors
/// [`DateFault`] when it is none.
pub fn typed_date(text: &str, today: NaiveDate) -> Result<NaiveDate, DateFault> {
    let folded = fold_typed(text).trim().to_lowercase();
    if folded.is_empty() {
        return Err(DateFault::Empty);
    }
    if let Some(days) = named_day(&folded) {
        return from_today(today, days);
    }
    if let Some(date) = weekday(&folded, today) {
        return date;
    }
    let digits = ascii_numerals(&folded);
    if let Some(days) = day_count(&digits) {
        return from_today(today, days);
    }
    match parts(&digits).ok_or(DateFault::Unreadable)? {
        (Some(year), Some(month), day) => NaiveDate::from_ymd_opt(full_year(year, today), month, day),
        (None, Some(month), day) => {
            let years = [today.year() - 1, today.year(), today.year() + 1];
            nearest(years.into_iter().filter_map(|year| NaiveDate::from_ymd_opt(year, month, day)), today)
                .or_else(|| leap_day(month, day, today))
        }
        (None, None, day) => {
            let month = today.with_day(1).unwrap_or(today);
            let months =
                [month.checked_sub_months(Months::new(1)), Some(month), month.checked_add_months(Months::new(1))];
            nearest(months.into_iter().flatten().filter_map(|first| first.with_day(day)), today)
        }
        (Some(_), None, _) => return Err(DateFault::Unreadable),
    }
    .ok_or(DateFault::NoSuchDay)
}

/// The first day of the month that was typed: `2024-11`, `2024年11月`, `202411`, `11月`, `11`; or of a whole date's month.
///
/// # Errors
/// [`DateFault`] when it is none.
pub fn typed_month(text: &str, today: NaiveDate) -> Result<NaiveDate, DateFault> {
    let folded = fold_typed(text).trim().to_lowercase();
    let digits = ascii_numerals(&folded).replace('年', "-");
    let numbers = numbers(digits.trim_end_matches('月'));
    let first = match numbers.as_deref() {
        Some([(year, 4), (month, 1 | 2)]) => NaiveDate::from_ymd_opt(year_of(*year), *month, 1),
        Some([(month, 1 | 2)]) => {
            let years = [today.year() - 1, today.year(), today.year() + 1];
            nearest(years.into_iter().filter_map(|year| NaiveDate::from_ymd_opt(year, *month, 1)), today)
        }
        Some([(both, 6)]) => NaiveDate::from_ymd_opt(year_of(both / 100), both % 100, 1),
        _ => return typed_date(text, today).and_then(|date| date.with_day(1).ok_or(DateFault::NoSuchDay)),
    };
    first.ok_or(DateFault::NoSuchDay)
}

/// The first day of the year that was typed: `2024`, `2024年`; or of a whole date's year.
///
/// # Errors
/// [`DateFault`] when it is none.
pub fn typed_year(text: &str, today: NaiveDate) -> Result<NaiveDate, DateFault> {
    let folded = fold_typed(text).trim().to_lowercase();
    let digits = ascii_numerals(&folded);
    match numbers(digits.trim_end_matches('年')).as_deref() {
        Some([(year, 4)]) => NaiveDate::from_ymd_opt(year_of(*year), 1, 1).ok_or(DateFault::NoSuchDay),
        _ => typed_date(text, today)
            .and_then(|date| NaiveDate::from_ymd_opt(date.year(), 1, 1).ok_or(DateFault::NoSuchDay)),
    }
}

fn named_day(text: &str) -> Option<i64> {
    Some(match text {
        "今天" | "今日" | "today" => 0,
        "昨天" | "昨日" | "yesterday" => -1,
        "前天" => -2,
        "大前天" => -3,
        "明天" | "明日" | "tomorrow" => 1,
        "后天" => 2,
        "大后天" => 3,
        _ => return None,
    })
}

fn from_today(today: NaiveDate, days: i64) -> Result<NaiveDate, DateFault> {
    let count = Days::new(days.unsigned_abs());
    let day = if days < 0 { today.checked_sub_days(count) } else { today.checked_add_days(count) };
    // Years beyond four digits could not be typed again.
    day.filter(|day| (1..=9999).contains(&day.year())).ok_or(DateFault::NoSuchDay)
}

/// `+3`, `-2`, `3天后`, `2天前`, `in 3 days`, `2 days ago`.
fn day_count(text: &str) -> Option<i64> {
    let number = |digits: &str| {
        let digits = digits.trim();
        let plain = !digits.is_empty() && digits.len() <= 7 && digits.bytes().all(|b| b.is_ascii_digit());
        plain.then(|| digits.parse::<i64>().ok()).flatten()
    };
    if let Some(days) = text.strip_prefix('+') {
        return number(days);
    }
    if let Some(days) = text.strip_prefix('-').or_else(|| text.strip_suffix("天前")).or_else(|| ago(text)) {
        return number(days).map(|days| -days);
    }
    let ahead = text.strip_prefix("in ").and_then(|t| t.strip_suffix("days").or_else(|| t.strip_suffix("day")));
    text.strip_suffix("天后").or_else(|| text.strip_suffix("天以后")).or(ahead).and_then(number)
}

fn ago(text: &str) -> Option<&str> {
    text.strip_suffix("days ago").or_else(|| text.strip_suffix("day ago"))
}

fn weekday(text: &str, today: NaiveDate) -> Option<Result<NaiveDate, DateFault>> {
    let (week, rest) = match text.chars().next()? {
        '上' => (Some(-7), &text['上'.len_utf8()..]),
        '下' => (Some(7), &text['下'.len_utf8()..]),
        '本' | '这' => (Some(0), &text['本'.len_utf8()..]),
        _ => (None, text),
    };
    let rest = rest.strip_prefix('个').unwrap_or(rest);
    let chinese = rest.strip_prefix("周").or_else(|| rest.strip_prefix("星期")).or_else(|| rest.strip_prefix("礼拜"));
    let day = match chinese {
        Some("一" | "1") => 0,
        Some("二" | "2") => 1,
        Some("三" | "3") => 2,
        Some("四" | "4") => 3,
        Some("五" | "5") => 4,
        Some("六" | "6") => 5,
        Some("日" | "天" | "7") => 6,
        None if week.is_none() => {
            i64::from(text.parse::<chrono::Weekday>().ok().filter(|_| text.len() >= 3)?.num_days_from_monday())
        }
        Some(_) | None => return None,
    };
    let ahead = day - i64::from(today.weekday().num_days_from_monday());
    let near = match ahead {
        4.. => ahead - 7,
        ..-3 => ahead + 7,
        _ => ahead,
    };
    Some(from_today(today, week.map_or(near, |week| ahead + week)))
}

/// The day nearest to today, the earlier of two as near.
fn nearest(days: impl Iterator<Item = NaiveDate>, today: NaiveDate) -> Option<NaiveDate> {
    days.min_by_key(|day| (*day - today).num_days().abs())
}

/// 29 February without a year may lie further away than a year.
fn leap_day(month: u32, day: u32, today: NaiveDate) -> Option<NaiveDate> {
    let years = (today.year() - 8)..=(today.year() + 8);
    nearest(years.filter_map(|year| NaiveDate::from_ymd_opt(year, month, day)), today)
}

fn year_of(number: u32) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}

/// A year as written, two digits completed.
fn full_year((year, digits): (u32, usize), today: NaiveDate) -> i32 {
    let year = year_of(year);
    if digits != 2 {
        return year;
    }
    let century = today.year() - today.year().rem_euclid(100);
    let year = century + year;
    if year > today.year() + 10 { year - 100 } else { year }
}

type Parts = (Option<(u32, usize)>, Option<u32>, u32);

/// Year, month and day as far as they are written.
fn parts(text: &str) -> Option<Parts> {
    if text.contains(['年', '月', '日', '号']) {
        return marked_parts(text);
    }
    match numbers(text)?.as_slice() {
        [year @ (_, 2 | 4), (month, 1 | 2), (day, 1 | 2)] => Some((Some(*year), Some(*month), *day)),
        [(month, 1 | 2), (day, 1 | 2)] => Some((None, Some(*month), *day)),
        [(day, 1 | 2)] => Some((None, None, *day)),
        [(all, 8)] => Some((Some((all / 10_000, 4)), Some(all / 100 % 100), all % 100)),
        _ => None,
    }
}

/// `2024年11月12日` and what is left of it when the year, or year and month, are left out.
fn marked_parts(text: &str) -> Option<Parts> {
    let one = |piece: &str| match numbers(piece)?.as_slice() {
        [number] => Some(*number),
        _ => None,
    };
    let (year, rest) = match text.split_once('年') {
        Some((year, rest)) => (Some(one(year).filter(|(_, digits)| matches!(digits, 2 | 4))?), rest),
        None => (None, text),
    };
    let (month, rest) = match rest.split_once('月') {
        Some((month, rest)) => (Some(one(month).filter(|(_, digits)| *digits <= 2)?.0), rest),
        None => (None, rest),
    };
    let day = one(rest.strip_suffix(['日', '号']).unwrap_or(rest)).filter(|(_, digits)| *digits <= 2)?.0;
    Some((year, month, day))
}

/// The numbers between `-` `/` `.` and spaces, each with how many digits it has. Nothing when there is anything else.
fn numbers(text: &str) -> Option<Vec<(u32, usize)>> {
    let number = |digits: &str| {
        let digits = digits.trim();
        let plain = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
        plain.then(|| Some((digits.parse().ok()?, digits.len()))).flatten()
    };
    let text = text.trim();
    if text.contains(['-', '/', '.']) {
        text.split(['-', '/', '.']).map(number).collect()
    } else {
        text.split_whitespace().map(number).collect()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        NaiveDate::parse_from_str(text, "%Y-%m-%d").unwrap()
    }

    /// A Tuesday.
    const TODAY: &str = "2024-11-12";

    #[test]
    fn dates_are_read_in_every_form() {
        let rows = [
            ("2024-11-12", "2024-11-12"),
            ("2024/1/2", "2024-01-02"),
            ("2024.11.12", "2024-11-12"),
            ("2024 11 12", "2024-11-12"),
            ("20241112", "2024-11-12"),
            ("２０２４－１１－１２", "2024-11-12"),
            ("2024年11月12日", "2024-11-12"),
            ("2024年11月12号", "2024-11-12"),
            ("二〇二四年十一月十二日", "2024-11-12"),
            ("24-11-12", "2024-11-12"),
            ("34-1-1", "2034-01-01"),
            ("58-3-4", "1958-03-04"),
            ("58年3月4日", "1958-03-04"),
            ("11-12", "2024-11-12"),
            ("11月3日", "2024-11-03"),
            ("1-5", "2025-01-05"),
            ("6/1", "2024-06-01"),
            ("2-29", "2024-02-29"),
            ("12日", "2024-11-12"),
            ("30", "2024-10-30"),
            ("20号", "2024-11-20"),
            ("今天", "2024-11-12"),
            (" Today ", "2024-11-12"),
            ("昨天", "2024-11-11"),
            ("前天", "2024-11-10"),
            ("明天", "2024-11-13"),
            ("后天", "2024-11-14"),
            ("+3", "2024-11-15"),
            ("＋３", "2024-11-15"),
            ("-2", "2024-11-10"),
            ("三天后", "2024-11-15"),
            ("2天前", "2024-11-10"),
            ("in 3 days", "2024-11-15"),
            ("1 day ago", "2024-11-11"),
            ("周二", "2024-11-12"),
            ("星期五", "2024-11-15"),
            ("周六", "2024-11-09"),
            ("mon", "2024-11-11"),
            ("上周二", "2024-11-05"),
            ("下周日", "2024-11-24"),
            ("本周日", "2024-11-17"),
            ("这个星期天", "2024-11-17"),
        ];
        for (typed, date) in rows {
            assert_eq!(typed_date(typed, day(TODAY)), Ok(day(date)), "{typed}");
        }
    }

    #[test]
    fn what_is_no_date_is_said_to_be_none() {
        use DateFault::{Empty, NoSuchDay, Unreadable};
        let rows = [
            ("", Empty),
            ("　", Empty),
            ("abc", Unreadable),
            ("2024", Unreadable),
            ("2024-11", Unreadable),
            ("11/12/2024", Unreadable),
            ("1112", Unreadable),
            ("11月", Unreadable),
            ("2024-11-12-13", Unreadable),
            ("2024-11-12 14:30", Unreadable),
            ("2024年第3日", Unreadable),
            ("周八", Unreadable),
            ("上", Unreadable),
            ("+", Unreadable),
            ("2024-02-30", NoSuchDay),
            ("13-1", NoSuchDay),
            ("0-1", NoSuchDay),
            ("32", NoSuchDay),
            ("20241301", NoSuchDay),
            ("+9999999", NoSuchDay),
        ];
        for (typed, fault) in rows {
            assert_eq!(typed_date(typed, day(TODAY)), Err(fault), "{typed}");
        }
    }

    #[test]
    fn a_day_without_its_year_or_month_is_the_nearest() {
        let rows = [
            ("2025-01-03", "12-30", "2024-12-30"),
            ("2024-12-30", "1-3", "2025-01-03"),
            ("2024-12-31", "1日", "2025-01-01"),
            ("2025-01-01", "31日", "2024-12-31"),
            ("2025-03-01", "29日", "2025-03-29"),
            ("2023-06-01", "2-29", "2024-02-29"),
        ];
        for (today, typed, date) in rows {
            assert_eq!(typed_date(typed, day(today)), Ok(day(date)), "{typed} on {today}");
        }
    }

    #[test]
    fn months_and_years() {
        for typed in ["2024-11", "2024年11月", "202411", "11月", "11", "2024-11-12", "昨天"] {
            assert_eq!(typed_month(typed, day(TODAY)), Ok(day("2024-11-01")), "{typed}");
        }
        for typed in ["2024", "2024年", "二〇二四年", "today"] {
            assert_eq!(typed_year(typed, day(TODAY)), Ok(day("2024-01-01")), "{typed}");
        }
        assert_eq!(typed_month("2024-13", day(TODAY)), Err(DateFault::NoSuchDay));
        assert_eq!(typed_year("soon", day(TODAY)), Err(DateFault::Unreadable));
    }

    fn any_day() -> impl Strategy<Value = NaiveDate> {
        (1900i32..2100, 0u32..365).prop_map(|(year, days)| {
            NaiveDate::from_ymd_opt(year, 1, 1).unwrap() + chrono::TimeDelta::days(days.into())
        })
    }

    proptest! {
        #[test]
        fn every_written_day_is_read_back(date in any_day(), today in any_day()) {
            for form in ["%Y-%m-%d", "%Y/%m/%d", "%Y%m%d", "%Y年%m月%d日", "%Y.%-m.%-d"] {
                prop_assert_eq!(typed_date(&date.format(form).to_string(), today), Ok(date));
            }
        }

        #[test]
        fn a_day_without_year_is_within_half_a_year(date in any_day(), today in any_day()) {
            let typed = typed_date(&date.format("%m-%d").to_string(), today).unwrap();
            prop_assert_eq!((typed.month(), typed.day()), (date.month(), date.day()));
            prop_assert!((typed - today).num_days().abs() <= 183 || (date.month(), date.day()) == (2, 29));
        }

        #[test]
        fn nothing_typed_is_too_much(text in any::<String>(), today in any_day()) {
            let _ = (typed_date(&text, today), typed_month(&text, today), typed_year(&text, today));
        }

        #[test]
        fn counts_of_days_go_both_ways(days in -5000i64..5000, today in any_day()) {
            let typed = typed_date(&format!("{days:+}"), today).unwrap();
            prop_assert_eq!((typed - today).num_days(), days);
        }
    }
}
