//! Times of day, and days with a time, as people type them.
//!
//! | typed | is |
//! |---|---|
//! | `14:30` `14：30` `14.30` `1430` `930` `14:30:15` `14` | that time of the 24-hour clock |
//! | `14点30` `14点半` `9点一刻` `14时30分` `两点` | as said; without a part of the day the hour is taken as it stands |
//! | `下午2点半` `晚上8点` `中午12点` `上午9:15` `凌晨1点` | the hour in that part of the day |
//! | `2pm` `2:30 pm` `12am` | the 12-hour clock |
//! | `现在` `now` | now, to the minute |
//!
//! A day with a time is a day of [`typed_date`] and one of these, with a space, `T` or nothing between; a time alone is today.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime, TimeZone, Timelike};

use super::fold::fold_typed;
use super::numeral::ascii_numerals;
use super::typed_date::{DateFault, typed_date};

/// The time of day that was typed.
///
/// # Errors
/// [`DateFault`] when it is none.
pub fn typed_time(text: &str) -> Result<NaiveTime, DateFault> {
    let folded = fold_typed(text).trim().to_lowercase();
    if folded.is_empty() {
        return Err(DateFault::Empty);
    }
    let (part, rest) = part_of_day(&folded);
    let (hour, minute, second) = clock(&ascii_numerals(rest.trim())).ok_or(DateFault::Unreadable)?;
    let hour = match part {
        Part::Any => Some(hour),
        // 12 stands for 0 in the morning and for itself in the afternoon.
        Part::Morning => Some(hour).filter(|hour| *hour <= 12).map(|hour| hour % 12),
        Part::Noon => Some(if hour < 6 { hour + 12 } else { hour }).filter(|hour| (10..18).contains(hour)),
        Part::Afternoon => Some(if hour < 12 { hour + 12 } else { hour }),
        Part::Forenoon => Some(hour).filter(|hour| *hour <= 12),
        Part::Evening => Some(if hour < 12 { hour + 12 } else { hour }).filter(|hour| *hour > 12),
    };
    hour.and_then(|hour| NaiveTime::from_hms_opt(hour, minute, second)).ok_or(DateFault::NoSuchTime)
}

/// The moment that was typed, at the offset of `now`.
///
/// # Errors
/// [`DateFault`] when it is none; [`DateFault::TimeMissing`] for a day alone.
pub fn typed_date_time(text: &str, now: DateTime<FixedOffset>) -> Result<DateTime<FixedOffset>, DateFault> {
    let text = text.trim();
    let today = now.date_naive();
    if matches!(fold_typed(text).to_lowercase().as_str(), "现在" | "此刻" | "now") {
        let minute = now.time().with_second(0).and_then(|time| time.with_nanosecond(0));
        return moment(today, minute.ok_or(DateFault::NoSuchTime)?, now);
    }
    let day = typed_date(text, today);
    match (day, typed_time(text)) {
        (Ok(_), _) => return Err(DateFault::TimeMissing),
        (_, Ok(time)) => return moment(today, time, now),
        (Err(DateFault::Empty), _) => return Err(DateFault::Empty),
        _ => {}
    }
    let mut fault = day.err().unwrap_or(DateFault::Unreadable);
    for (at, _) in text.char_indices().skip(1) {
        let (before, behind) = text.split_at(at);
        if !may_part(before, behind) {
            continue;
        }
        match (typed_date(before, today), typed_time(behind.trim_start_matches(['T', 't']))) {
            (Ok(date), Ok(time)) => return moment(date, time, now),
            (Ok(_), Err(DateFault::NoSuchTime)) => fault = DateFault::NoSuchTime,
            (Err(DateFault::NoSuchDay), Ok(_)) => fault = DateFault::NoSuchDay,
            _ => {}
        }
    }
    Err(fault)
}

fn moment(date: NaiveDate, time: NaiveTime, now: DateTime<FixedOffset>) -> Result<DateTime<FixedOffset>, DateFault> {
    now.offset().from_local_datetime(&date.and_time(time)).single().ok_or(DateFault::NoSuchTime)
}

/// Whether a day may end and a time begin here: at a space or `T`, after a word for a day, before a part of the day.
fn may_part(before: &str, behind: &str) -> bool {
    behind.starts_with(|c: char| c.is_whitespace() || matches!(c, 'T' | 't'))
        || before.ends_with(['日', '号', '天', '前', '后', '一', '二', '三', '四', '五', '六'])
        || !matches!(part_of_day(behind).0, Part::Any)
}

/// Part of the day a time was said in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Any,
    Morning,
    Forenoon,
    Noon,
    Afternoon,
    Evening,
}

/// The part of the day, and the text without it.
fn part_of_day(text: &str) -> (Part, &str) {
    let before = [
        ("凌晨", Part::Morning),
        ("早上", Part::Forenoon),
        ("早晨", Part::Forenoon),
        ("上午", Part::Forenoon),
        ("中午", Part::Noon),
        ("下午", Part::Afternoon),
        ("傍晚", Part::Evening),
        ("晚上", Part::Evening),
        ("晚", Part::Evening),
        ("早", Part::Forenoon),
    ];
    let behind = [("a.m.", Part::Morning), ("am", Part::Morning), ("p.m.", Part::Afternoon), ("pm", Part::Afternoon)];
    for (word, part) in before {
        if let Some(rest) = text.strip_prefix(word) {
            return (part, rest);
        }
    }
    for (word, part) in behind {
        if let Some(rest) = text.strip_suffix(word) {
            return (part, rest);
        }
    }
    (Part::Any, text)
}

/// Hour, minute and second as written.
fn clock(text: &str) -> Option<(u32, u32, u32)> {
    let spoken = text.replace("点钟", "点").replace('时', "点");
    if let Some((hour, rest)) = spoken.split_once('点') {
        let minute = match rest {
            "" | "整" => 0,
            "半" => 30,
            "1刻" => 15,
            "3刻" => 45,
            rest => number(rest.strip_suffix('分').unwrap_or(rest))?,
        };
        return Some((number(hour)?, minute, 0));
    }
    let pieces: Vec<&str> = text.split([':', '.']).collect();
    match pieces.as_slice() {
        [digits] => {
            let all = number(digits)?;
            match digits.len() {
                1 | 2 => Some((all, 0, 0)),
                3 | 4 => Some((all / 100, all % 100, 0)),
                _ => None,
            }
        }
        [hour, minute] => Some((number(hour)?, number(minute).filter(|_| minute.len() == 2)?, 0)),
        [hour, minute, second] => Some((number(hour)?, number(minute)?, number(second)?)),
        _ => None,
    }
}

fn number(digits: &str) -> Option<u32> {
    let plain = (1..=4).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| digits.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn times_are_read_in_every_form() {
        let rows = [
            ("14:30", "14:30:00"),
            ("１４：３０", "14:30:00"),
            ("14.30", "14:30:00"),
            ("1430", "14:30:00"),
            ("930", "09:30:00"),
            ("14", "14:00:00"),
            ("14:30:15", "14:30:15"),
            ("下午2点半", "14:30:00"),
            ("下午两点半", "14:30:00"),
            ("下午 2:30", "14:30:00"),
            ("下午14点", "14:00:00"),
            ("下午12点半", "12:30:00"),
            ("上午九点一刻", "09:15:00"),
            ("上午12点", "12:00:00"),
            ("晚上8点", "20:00:00"),
            ("晚八点", "20:00:00"),
            ("中午12点", "12:00:00"),
            ("中午1点", "13:00:00"),
            ("凌晨12点", "00:00:00"),
            ("14时30分", "14:30:00"),
            ("9点", "09:00:00"),
            ("十点零五分", "10:05:00"),
            ("2pm", "14:00:00"),
            ("2:30 PM", "14:30:00"),
            ("12am", "00:00:00"),
            ("12pm", "12:00:00"),
        ];
        for (typed, time) in rows {
            let time: NaiveTime = time.parse().unwrap();
            assert_eq!(typed_time(typed), Ok(time), "{typed}");
        }
    }

    #[test]
    fn what_is_no_time_is_said_to_be_none() {
        use DateFault::{Empty, NoSuchTime, Unreadable};
        let rows = [
            (" ", Empty),
            ("abc", Unreadable),
            ("14:3", Unreadable),
            ("14:30:15:00", Unreadable),
            ("12345", Unreadable),
            ("点", Unreadable),
            ("25:00", NoSuchTime),
            ("14:60", NoSuchTime),
            ("24:00", NoSuchTime),
            ("13am", NoSuchTime),
            ("晚上12点", NoSuchTime),
        ];
        for (typed, fault) in rows {
            assert_eq!(typed_time(typed), Err(fault), "{typed}");
        }
    }

    fn at(text: &str) -> DateTime<FixedOffset> {
        DateTime::parse_from_rfc3339(text).unwrap()
    }

    #[test]
    fn days_with_a_time() {
        let now = at("2024-11-12T19:31:15.250+08:00");
        let rows = [
            ("2024-11-12 14:30", "2024-11-12T14:30:00+08:00"),
            ("2024-11-12T14:30", "2024-11-12T14:30:00+08:00"),
            ("20241112 1430", "2024-11-12T14:30:00+08:00"),
            ("11-10 9点", "2024-11-10T09:00:00+08:00"),
            ("11月10日9点半", "2024-11-10T09:30:00+08:00"),
            ("今天下午2点半", "2024-11-12T14:30:00+08:00"),
            ("昨天 晚上八点", "2024-11-11T20:00:00+08:00"),
            ("周五晚上7点半", "2024-11-15T19:30:00+08:00"),
            ("2024 11 10 14:30", "2024-11-10T14:30:00+08:00"),
            ("19:30", "2024-11-12T19:30:00+08:00"),
            ("now", "2024-11-12T19:31:00+08:00"),
            ("现在", "2024-11-12T19:31:00+08:00"),
        ];
        for (typed, moment) in rows {
            assert_eq!(typed_date_time(typed, now), Ok(at(moment)), "{typed}");
        }
        let faults = [
            ("", DateFault::Empty),
            ("2024-11-12", DateFault::TimeMissing),
            ("昨天", DateFault::TimeMissing),
            ("2024-11-12 25:00", DateFault::NoSuchTime),
            ("2024-02-30 14:30", DateFault::NoSuchDay),
            ("soon", DateFault::Unreadable),
        ];
        for (typed, fault) in faults {
            assert_eq!(typed_date_time(typed, now), Err(fault), "{typed}");
        }
    }

    proptest! {
        #[test]
        fn every_written_time_is_read_back(seconds in 0u32..86_400) {
            let time = NaiveTime::from_num_seconds_from_midnight_opt(seconds, 0).unwrap();
            prop_assert_eq!(typed_time(&time.format("%H:%M:%S").to_string()), Ok(time));
            let minute = time.with_second(0).unwrap();
            for form in ["%H:%M", "%H%M", "%-H点%M分", "%I:%M %p"] {
                prop_assert_eq!(typed_time(&time.format(form).to_string()), Ok(minute));
            }
        }

        #[test]
        fn nothing_typed_is_too_much(text in any::<String>()) {
            let _ = (typed_time(&text), typed_date_time(&text, at("2024-11-12T19:31:15+08:00")));
        }
    }
}
