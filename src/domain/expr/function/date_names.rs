//! Short names of months and weekdays in the language of the survey, for `%b` and `%a`.

use crate::domain::Lang;

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const WEEKDAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const WEEKDAYS_ZH: [char; 7] = ['一', '二', '三', '四', '五', '六', '日'];

fn is_chinese(lang: &Lang) -> bool {
    lang.primary() == "zh"
}

/// Short name of a month, from 0.
pub(super) fn month(lang: &Lang, month0: u32) -> String {
    if is_chinese(lang) {
        return (month0 + 1).to_string() + "月";
    }
    MONTHS.get(month0 as usize).copied().unwrap_or_default().to_owned()
}

/// Short name of a weekday, from 0 for Monday.
pub(super) fn weekday(lang: &Lang, from_monday: u32) -> String {
    if is_chinese(lang) {
        return WEEKDAYS_ZH.get(from_monday as usize).map(|day| format!("周{day}")).unwrap_or_default();
    }
    WEEKDAYS.get(from_monday as usize).copied().unwrap_or_default().to_owned()
}
