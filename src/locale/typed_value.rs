//! What is typed into a question of each kind, and how an answer stands in the field it was typed into.

use chrono::{DateTime, FixedOffset, Timelike};

use super::date::date_short;
use super::typed_date::{DateFault, typed_date};
use super::typed_number::{NumberFault, typed_decimal, typed_integer};
use super::typed_point::{PointFault, typed_point};
use super::typed_time::{typed_date_time, typed_time};
use crate::domain::Value;
use crate::domain::survey::Kind;

/// Why what was typed is no answer to a question of its kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TypedFault {
    /// No number.
    Number(NumberFault),
    /// No date, or no date with a time.
    Date(DateFault),
    /// No time.
    Time(DateFault),
    /// No coordinates.
    Point(PointFault),
}

/// The value that was typed; nothing when only spaces were, or when answers of this kind are picked and not typed.
///
/// A range takes whole and decimal numbers; which of them its step allows is the form's question.
///
/// # Errors
/// [`TypedFault`] when it is no value of the kind.
pub fn typed_value(kind: Kind, text: &str, now: DateTime<FixedOffset>) -> Result<Option<Value>, TypedFault> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    Ok(Some(match kind {
        Kind::Text | Kind::Barcode | Kind::Image | Kind::Audio | Kind::Video | Kind::File => {
            Value::Text(text.to_owned())
        }
        Kind::Integer => Value::Integer(typed_integer(text).map_err(TypedFault::Number)?),
        Kind::Decimal => Value::Decimal(typed_decimal(text).map_err(TypedFault::Number)?),
        Kind::Range => match typed_integer(text) {
            Ok(whole) => Value::Integer(whole),
            Err(_) => Value::Decimal(typed_decimal(text).map_err(TypedFault::Number)?),
        },
        Kind::Date => Value::Date(typed_date(text, now.date_naive()).map_err(TypedFault::Date)?),
        Kind::Time => Value::Time(typed_time(text).map_err(TypedFault::Time)?),
        Kind::DateTime => Value::DateTime(typed_date_time(text, now).map_err(TypedFault::Date)?),
        Kind::Geopoint => Value::Point(typed_point(text).map_err(TypedFault::Point)?),
        _ => return Ok(None),
    }))
}

/// A value as a person would type it: what a field holds when one comes back to a question.
#[must_use]
pub fn typed_form(value: &Value) -> String {
    let seconds = |time: &dyn Fn(&str) -> String, second: u32| time(if second == 0 { "%H:%M" } else { "%H:%M:%S" });
    match value {
        Value::Date(date) => date_short(*date),
        Value::Time(time) => seconds(&|form| time.format(form).to_string(), time.second()),
        Value::DateTime(moment) => {
            let day = date_short(moment.date_naive());
            seconds(&|form| format!("{day} {}", moment.format(form)), moment.second())
        }
        Value::Point(point) if point.altitude == 0.0 && point.accuracy == 0.0 => {
            format!("{} {}", point.latitude, point.longitude)
        }
        other => other.to_text(),
    }
}

#[cfg(test)]
mod tests {
    use chrono::{NaiveDate, NaiveTime, TimeZone};
    use proptest::prelude::*;

    use super::*;
    use crate::domain::Point;

    fn now() -> DateTime<FixedOffset> {
        DateTime::parse_from_rfc3339("2024-11-12T19:31:15+08:00").unwrap()
    }

    #[test]
    fn each_kind_reads_its_own() {
        let rows = [
            (Kind::Text, "  王家 ", Some(Value::Text("  王家 ".into()))),
            (Kind::Text, "　 ", None),
            (Kind::Integer, "十二", Some(Value::Integer(12))),
            (Kind::Decimal, "２.5", Some(Value::Decimal(2.5))),
            (Kind::Range, "3", Some(Value::Integer(3))),
            (Kind::Range, "3.5", Some(Value::Decimal(3.5))),
            (Kind::Date, "昨天", NaiveDate::from_ymd_opt(2024, 11, 11).map(Value::Date)),
            (Kind::Time, "下午2点半", NaiveTime::from_hms_opt(14, 30, 0).map(Value::Time)),
            (Kind::SelectOne, "1", None),
        ];
        for (kind, typed, value) in rows {
            assert_eq!(typed_value(kind, typed, now()), Ok(value), "{kind:?} {typed:?}");
        }
        assert_eq!(typed_value(Kind::Integer, "2.5", now()), Err(TypedFault::Number(NumberFault::NotWhole)));
        assert_eq!(typed_value(Kind::Range, "x", now()), Err(TypedFault::Number(NumberFault::NotANumber)));
        assert_eq!(typed_value(Kind::Time, "x", now()), Err(TypedFault::Time(DateFault::Unreadable)));
    }

    fn any_value() -> impl Strategy<Value = (Kind, Value)> {
        let date =
            (1900i32..2100, 1u32..=12, 1u32..=28).prop_map(|(y, m, d)| NaiveDate::from_ymd_opt(y, m, d).unwrap());
        let time = (0u32..86_400).prop_map(|s| NaiveTime::from_num_seconds_from_midnight_opt(s, 0).unwrap());
        prop_oneof![
            any::<i64>().prop_map(|n| (Kind::Integer, Value::Integer(n))),
            (-1e12..1e12).prop_map(|n| (Kind::Decimal, Value::Decimal(n))),
            date.clone().prop_map(|date| (Kind::Date, Value::Date(date))),
            time.clone().prop_map(|time| (Kind::Time, Value::Time(time))),
            (date, time).prop_map(|(date, time)| {
                let moment = now().offset().from_local_datetime(&date.and_time(time)).unwrap();
                (Kind::DateTime, Value::DateTime(moment))
            }),
            (-90.0..90.0, -180.0..180.0, 0.0..9000.0).prop_map(|(latitude, longitude, altitude)| {
                (Kind::Geopoint, Value::Point(Point { latitude, longitude, altitude, accuracy: 0.0 }))
            }),
            "[一-龥a-z]{1,9}".prop_map(|text| (Kind::Text, Value::Text(text))),
        ]
    }

    proptest! {
        #[test]
        fn what_stands_in_the_field_reads_back_as_the_answer((kind, value) in any_value()) {
            prop_assert_eq!(typed_value(kind, &typed_form(&value), now()), Ok(Some(value)));
        }
    }
}
