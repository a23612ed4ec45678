//! What is wrong with a typed number, date or time, as a sentence that says what to type instead.

use super::bundle::Locale;
use super::typed_date::DateFault;
use super::typed_number::NumberFault;
use super::typed_point::PointFault;
use super::typed_value::TypedFault;
use crate::tr;

/// The sentence of a fault in a typed number.
#[must_use]
pub fn number_fault(locale: &Locale, fault: NumberFault) -> String {
    match fault {
        NumberFault::Empty => tr!(locale, "typed-number-empty"),
        NumberFault::NotANumber => tr!(locale, "typed-number-unreadable"),
        NumberFault::NotWhole => tr!(locale, "typed-number-not-whole"),
        NumberFault::TooLarge => tr!(locale, "typed-number-too-large"),
    }
}

/// The sentence of a fault in a typed date.
#[must_use]
pub fn date_fault(locale: &Locale, fault: DateFault) -> String {
    match fault {
        DateFault::Empty => tr!(locale, "typed-date-empty"),
        DateFault::Unreadable => tr!(locale, "typed-date-unreadable"),
        DateFault::NoSuchDay => tr!(locale, "typed-date-no-such-day"),
        DateFault::NoSuchTime => tr!(locale, "typed-time-no-such-time"),
        DateFault::TimeMissing => tr!(locale, "typed-time-missing"),
    }
}

/// The sentence of a fault in a typed time.
#[must_use]
pub fn time_fault(locale: &Locale, fault: DateFault) -> String {
    match fault {
        DateFault::Empty => tr!(locale, "typed-time-empty"),
        DateFault::Unreadable => tr!(locale, "typed-time-unreadable"),
        other => date_fault(locale, other),
    }
}

/// The sentence of a fault in typed coordinates.
#[must_use]
pub fn point_fault(locale: &Locale, fault: PointFault) -> String {
    match fault {
        PointFault::Empty => tr!(locale, "typed-point-empty"),
        PointFault::Unreadable => tr!(locale, "typed-point-unreadable"),
        PointFault::OutOfRange => tr!(locale, "typed-point-out-of-range"),
        PointFault::Exchanged => tr!(locale, "typed-point-exchanged"),
    }
}

/// The sentence of a fault in a typed answer.
#[must_use]
pub fn typed_fault(locale: &Locale, fault: TypedFault) -> String {
    match fault {
        TypedFault::Number(fault) => number_fault(locale, fault),
        TypedFault::Date(fault) => date_fault(locale, fault),
        TypedFault::Time(fault) => time_fault(locale, fault),
        TypedFault::Point(fault) => point_fault(locale, fault),
    }
}
