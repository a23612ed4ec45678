//! Days as a person types them: one, a first and a last, or an open end.

use chrono::NaiveDate;

use super::typed_date;

/// A first and a last day, both included; nothing for an open end.
pub type Days = (Option<NaiveDate>, Option<NaiveDate>);

/// Days as typed: `11-05` alone, `11-01 11-08` in any order, `11-01 -` from a day on, `- 11-08` up to a day. Nothing when
/// that is not what the text says.
#[must_use]
pub fn typed_days(text: &str, today: NaiveDate) -> Option<Days> {
    let open = |part: &str| matches!(part, "-" | ".." | "~" | "至" | "到");
    let mut ends = Vec::new();
    for part in text.split_whitespace() {
        ends.push(if open(part) { None } else { Some(typed_date(part, today).ok()?) });
    }
    match *ends.as_slice() {
        [Some(day)] => Some((Some(day), Some(day))),
        [Some(from), Some(to)] | [Some(from), None, Some(to)] => Some((Some(from.min(to)), Some(from.max(to)))),
        [Some(from), None] => Some((Some(from), None)),
        [None, Some(to)] => Some((None, Some(to))),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_typed_alone_in_pairs_or_open() {
        let day = |m, d| NaiveDate::from_ymd_opt(2024, m, d);
        let today = day(11, 12).unwrap();
        for (typed, expected) in [
            ("11-05", Some((day(11, 5), day(11, 5)))),
            ("今天", Some((Some(today), Some(today)))),
            ("11-08 11-01", Some((day(11, 1), day(11, 8)))),
            ("11-01 至 11-08", Some((day(11, 1), day(11, 8)))),
            ("11-01 -", Some((day(11, 1), None))),
            ("- 11-08", Some((None, day(11, 8)))),
            ("-", None),
            ("外墙", None),
            ("", None),
        ] {
            assert_eq!(typed_days(typed, today), expected, "{typed}");
        }
    }
}
