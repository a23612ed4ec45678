//! Names of months and weekdays in the language of the survey, for `%b`, `%B`, `%a` and `%A`.

use crate::domain::Lang;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const WEEKDAYS_ZH: [char; 7] = ['一', '二', '三', '四', '五', '六', '日'];

/// How much of a name is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Length {
    /// `Mar`, `Sun`, 周日.
    Short,
    /// `March`, `Sunday`, 星期日.
    Full,
}

fn is_chinese(lang: &Lang) -> bool {
    lang.primary() == "zh"
}

/// Name of a month, from 0.
pub(super) fn month(lang: &Lang, month0: u32, length: Length) -> String {
    if is_chinese(lang) {
        return (month0 + 1).to_string() + "月";
    }
    english(MONTHS.get(month0 as usize), length)
}

/// Name of a weekday, from 0 for Monday.
pub(super) fn weekday(lang: &Lang, from_monday: u32, length: Length) -> String {
    if is_chinese(lang) {
        let day = WEEKDAYS_ZH.get(from_monday as usize).copied();
        let week = if length == Length::Short { "周" } else { "星期" };
        return day.map(|day| format!("{week}{day}")).unwrap_or_default();
    }
    english(WEEKDAYS.get(from_monday as usize), length)
}

/// English short names are the first three letters.
fn english(name: Option<&&str>, length: Length) -> String {
    let name = name.copied().unwrap_or_default();
    if length == Length::Short { name.chars().take(3).collect() } else { name.to_owned() }
}
