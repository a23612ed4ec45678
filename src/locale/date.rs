//! Dates, times and spans of time as people read them.

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveTime};

use super::bundle::Locale;
use crate::tr;

/// The weekday, `周二` or `Tue`.
#[must_use]
pub fn weekday(locale: &Locale, date: NaiveDate) -> String {
    tr!(locale, "date-weekday", day = date.weekday().number_from_monday())
}

/// A date, `2024-11-12`: as it is typed, in every language.
#[must_use]
pub fn date_short(date: NaiveDate) -> String {
    date.format("%Y-%m-%d").to_string()
}

/// A date with its weekday, `2024-11-12 周二`.
#[must_use]
pub fn date_weekday(locale: &Locale, date: NaiveDate) -> String {
    format!("{} {}", date_short(date), weekday(locale, date))
}

/// A date for headings and prints, `2024年11月12日 周二` or `Tue 12 November 2024`.
#[must_use]
pub fn date_long(locale: &Locale, date: NaiveDate) -> String {
    let month = month_name(locale, date.month());
    tr!(locale, "date-long", year = date.year(), month = month, day = date.day(), weekday = weekday(locale, date))
}

/// A month's name, `11月` or `November`; the month from 1.
#[must_use]
pub fn month_name(locale: &Locale, month: u32) -> String {
    tr!(locale, "date-month", month = month)
}

/// A day within a year that is clear, `11-12`.
#[must_use]
pub fn month_day(date: NaiveDate) -> String {
    date.format("%m-%d").to_string()
}

/// A time of day, `14:30`.
#[must_use]
pub fn time_short(time: NaiveTime) -> String {
    time.format("%H:%M").to_string()
}

/// A time of day to the second, `14:03:21`.
#[must_use]
pub fn time_seconds(time: NaiveTime) -> String {
    time.format("%H:%M:%S").to_string()
}

/// A moment at its own offset, `2024-11-12 14:30`.
#[must_use]
pub fn date_time(moment: DateTime<FixedOffset>) -> String {
    moment.format("%Y-%m-%d %H:%M").to_string()
}

/// A span of seconds, `08:21`, from an hour on `1:08:21`.
#[must_use]
pub fn duration(seconds: i64) -> String {
    let size = seconds.unsigned_abs();
    let (hours, minutes, seconds_left) = (size / 3600, size / 60 % 60, size % 60);
    let sign = if seconds < 0 { "-" } else { "" };
    if hours > 0 {
        format!("{sign}{hours}:{minutes:02}:{seconds_left:02}")
    } else {
        format!("{sign}{minutes:02}:{seconds_left:02}")
    }
}

/// A span of seconds behind (`+04:10`) or ahead of (`-00:30`) plan.
#[must_use]
pub fn lead(seconds: i64) -> String {
    if seconds < 0 { duration(seconds) } else { format!("+{}", duration(seconds)) }
}

/// How long ago or ahead a moment is, `3 天前`, `yesterday`; days are those of the calendar at `now`'s offset, and from a
/// month on the date itself is given.
#[must_use]
pub fn relative(locale: &Locale, moment: DateTime<FixedOffset>, now: DateTime<FixedOffset>) -> String {
    let local = moment.with_timezone(now.offset());
    let days = (local.date_naive() - now.date_naive()).num_days();
    let minutes = (moment - now).num_minutes();
    let (apart, hours_apart, days_apart) = (minutes.abs(), minutes.abs() / 60, days.abs());
    match (days, minutes) {
        (_, 0) => tr!(locale, "date-just-now"),
        (0, -59..0) => tr!(locale, "date-minutes-ago", count = apart),
        (0, ..-59) => tr!(locale, "date-hours-ago", count = hours_apart),
        (0, 1..60) => tr!(locale, "date-in-minutes", count = apart),
        (0, _) => tr!(locale, "date-in-hours", count = hours_apart),
        (-1, _) => tr!(locale, "date-yesterday"),
        (1, _) => tr!(locale, "date-tomorrow"),
        (-30..0, _) => tr!(locale, "date-days-ago", count = days_apart),
        (2..=30, _) => tr!(locale, "date-in-days", count = days_apart),
        _ => date_short(local.date_naive()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Lang;

    fn at(text: &str) -> DateTime<FixedOffset> {
        DateTime::parse_from_rfc3339(text).unwrap()
    }

    fn both() -> [Locale; 2] {
        [Locale::new(&Lang::new("zh-CN")), Locale::new(&Lang::new("en"))]
    }

    #[test]
    fn dates_in_both_languages() {
        let date = NaiveDate::from_ymd_opt(2024, 11, 12).unwrap();
        let [chinese, english] = both();
        assert_eq!(date_weekday(&chinese, date), "2024-11-12 周二");
        assert_eq!(date_weekday(&english, date), "2024-11-12 Tue");
        assert_eq!(date_long(&chinese, date), "2024年11月12日 周二");
        assert_eq!(date_long(&english, date), "Tue 12 November 2024");
        assert_eq!(month_day(date), "11-12");
        assert_eq!(date_time(at("2024-11-12T14:30:59+08:00")), "2024-11-12 14:30");
    }

    #[test]
    fn every_weekday_and_month_has_its_own_name() {
        for locale in both() {
            let monday = NaiveDate::from_ymd_opt(2024, 11, 11).unwrap();
            let days: std::collections::BTreeSet<String> =
                monday.iter_days().take(7).map(|day| weekday(&locale, day)).collect();
            let months: std::collections::BTreeSet<String> = (1..=12).map(|month| month_name(&locale, month)).collect();
            assert_eq!((days.len(), months.len()), (7, 12));
        }
        assert_eq!(weekday(&both()[0], NaiveDate::from_ymd_opt(2024, 11, 17).unwrap()), "周日");
    }

    #[test]
    fn spans() {
        let rows = [
            (0, "00:00", "+00:00"),
            (501, "08:21", "+08:21"),
            (-30, "-00:30", "-00:30"),
            (4101, "1:08:21", "+1:08:21"),
        ];
        for (seconds, plain, signed) in rows {
            assert_eq!((duration(seconds).as_str(), lead(seconds).as_str()), (plain, signed));
        }
    }

    #[test]
    fn how_long_ago() {
        let now = at("2024-11-12T19:31:15+08:00");
        let rows = [
            ("2024-11-12T19:31:00+08:00", "刚刚", "just now"),
            ("2024-11-12T19:30:10+08:00", "1分钟前", "1 minute ago"),
            ("2024-11-12T19:01:15+08:00", "30分钟前", "30 minutes ago"),
            ("2024-11-12T08:31:15Z", "3小时前", "3 hours ago"),
            ("2024-11-11T23:59:00+08:00", "昨天", "yesterday"),
            ("2024-11-09T10:00:00+08:00", "3天前", "3 days ago"),
            ("2024-11-12T20:31:15+08:00", "1小时后", "in 1 hour"),
            ("2024-11-12T19:41:15+08:00", "10分钟后", "in 10 minutes"),
            ("2024-11-13T00:10:00+08:00", "明天", "tomorrow"),
            ("2024-11-19T19:30:00+08:00", "7天后", "in 7 days"),
            ("2024-01-02T19:30:00+08:00", "2024-01-02", "2024-01-02"),
        ];
        let [chinese, english] = both();
        for (moment, zh, en) in rows {
            assert_eq!(relative(&chinese, at(moment), now), zh, "{moment}");
            assert_eq!(relative(&english, at(moment), now), en, "{moment}");
        }
    }
}
