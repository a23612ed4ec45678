//! What an expression gives, and how it reads as text, number, boolean or answer.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime};

use super::calendar::{Moment, date_of, day_number, day_share, moment, moment_of, time, utc_days};
use crate::domain::{Point, Value, survey::Kind};

/// Written where a date should be and is none.
pub(super) const INVALID_DATE: &str = "Invalid Date";

/// The result of an expression.
#[derive(Debug, Clone, PartialEq)]
pub enum XValue {
    /// A number; may be NaN or infinite.
    Number(f64),
    /// True or false.
    Boolean(bool),
    /// Text.
    Text(String),
    /// A civil date.
    Date(NaiveDate),
    /// A time of day.
    Time(NaiveTime),
    /// A moment.
    DateTime(DateTime<FixedOffset>),
    /// What should have been a date and is none.
    BadDate,
    /// The answer of a question (of the first, when the expression gave several nodes); a group's is its text.
    Answer(Value),
    /// A question that exists and is blank.
    Blank,
    /// No node at all.
    Nothing,
}

impl XValue {
    /// The number it reads as (`XPath` 1.0, 4.4, and dates as days since 1970-01-01); NaN for a blank.
    #[must_use]
    pub fn number(&self) -> f64 {
        match self {
            Self::Number(n) => *n,
            Self::Boolean(b) => f64::from(u8::from(*b)),
            Self::Text(t) => number_of(t),
            Self::Date(d) => day_number(*d),
            Self::Time(t) => day_share(*t),
            Self::DateTime(t) => utc_days(*t),
            Self::Answer(v) => number_of_value(v),
            Self::BadDate | Self::Blank | Self::Nothing => f64::NAN,
        }
    }

    /// Whether it reads as true (`XPath` 1.0, 4.3): any node at all is true, even a blank one.
    #[must_use]
    pub fn boolean(&self) -> bool {
        match self {
            Self::Number(n) => !n.is_nan() && *n != 0.0,
            Self::Boolean(b) => *b,
            Self::Text(t) => !t.is_empty(),
            Self::Date(_) | Self::Time(_) | Self::DateTime(_) | Self::Answer(_) | Self::Blank => true,
            Self::BadDate | Self::Nothing => false,
        }
    }

    /// The text it reads as.
    #[must_use]
    pub fn text(&self) -> String {
        match self {
            Self::Number(n) => text_of(*n),
            Self::Boolean(b) => b.to_string(),
            Self::Text(t) => t.clone(),
            Self::Date(d) => Value::Date(*d).to_text(),
            Self::Time(t) => Value::Time(*t).to_text(),
            Self::DateTime(t) => Value::DateTime(*t).to_text(),
            Self::BadDate => INVALID_DATE.to_owned(),
            Self::Answer(v) => v.to_text(),
            Self::Blank | Self::Nothing => String::new(),
        }
    }

    /// The answer it makes in a question of that kind; nothing when blank, NaN, infinite or of no use there.
    ///
    /// A `select_multiple` answer is in the order of the text; putting it in list order is the form's business.
    #[must_use]
    pub fn into_value(self, kind: Kind) -> Option<Value> {
        match kind {
            Kind::Integer => whole(self.number()).map(Value::Integer),
            Kind::Decimal | Kind::Range => {
                let n = self.number();
                n.is_finite().then_some(Value::Decimal(n))
            }
            Kind::Date | Kind::Today => self.into_date().map(Value::Date),
            Kind::Time => self.into_time().map(Value::Time),
            Kind::DateTime | Kind::Start | Kind::End => self.into_moment().map(Value::DateTime),
            Kind::SelectOne => filled(self.text()).map(Value::Choice),
            Kind::Acknowledge => filled(self.text()).map(|_| Value::Choice("OK".to_owned())),
            Kind::SelectMultiple | Kind::Rank => {
                let names: Vec<String> = self.text().split_whitespace().map(str::to_owned).collect();
                (!names.is_empty()).then_some(Value::Choices(names))
            }
            Kind::Geopoint => match self {
                Self::Answer(Value::Point(p)) => Some(Value::Point(p)),
                other => point_of(&other.text()).map(Value::Point),
            },
            Kind::Calculate | Kind::Hidden | Kind::Note => self.into_own_value(),
            kind if kind.holds_text() => match self {
                Self::Number(n) if !n.is_finite() => None,
                other => filled(other.text()).map(Value::Text),
            },
            _ => None,
        }
    }

    /// The answer that keeps what it is: a number stays a number, a date a date.
    fn into_own_value(self) -> Option<Value> {
        match self {
            Self::Number(n) => match whole_exactly(n) {
                Some(i) => Some(Value::Integer(i)),
                None => n.is_finite().then_some(Value::Decimal(n)),
            },
            Self::Boolean(b) => Some(Value::Text(b.to_string())),
            Self::Text(t) | Self::Answer(Value::Text(t)) => filled(t).map(Value::Text),
            Self::Date(d) => Some(Value::Date(d)),
            Self::Time(t) => Some(Value::Time(t)),
            Self::DateTime(t) => Some(Value::DateTime(t)),
            Self::Answer(v) => Some(v),
            Self::BadDate | Self::Blank | Self::Nothing => None,
        }
    }

    fn into_date(self) -> Option<NaiveDate> {
        match self {
            Self::Date(d) | Self::Answer(Value::Date(d)) => Some(d),
            Self::DateTime(t) | Self::Answer(Value::DateTime(t)) => Some(t.date_naive()),
            Self::Number(_) | Self::Answer(Value::Integer(_) | Value::Decimal(_)) => date_of(self.number()),
            other => match moment(other.text().trim())? {
                Moment::Date(d) => Some(d),
                Moment::DateTime(t) => Some(t.date_naive()),
            },
        }
    }

    fn into_time(self) -> Option<NaiveTime> {
        match self {
            Self::Time(t) | Self::Answer(Value::Time(t)) => Some(t),
            Self::DateTime(t) | Self::Answer(Value::DateTime(t)) => Some(t.time()),
            Self::Number(_) | Self::Answer(Value::Integer(_) | Value::Decimal(_)) => {
                moment_of(self.number()).map(|at| at.time())
            }
            other => {
                let text = other.text();
                time(text.trim()).or_else(|| match moment(text.trim())? {
                    Moment::DateTime(t) => Some(t.time()),
                    Moment::Date(_) => None,
                })
            }
        }
    }

    fn into_moment(self) -> Option<DateTime<FixedOffset>> {
        let utc = FixedOffset::east_opt(0)?;
        match self {
            Self::DateTime(t) | Self::Answer(Value::DateTime(t)) => Some(t),
            Self::Date(d) | Self::Answer(Value::Date(d)) => d.and_time(NaiveTime::MIN).and_local_timezone(utc).single(),
            Self::Number(_) | Self::Answer(Value::Integer(_) | Value::Decimal(_)) => {
                moment_of(self.number())?.and_local_timezone(utc).single()
            }
            other => match moment(other.text().trim())? {
                Moment::Date(d) => d.and_time(NaiveTime::MIN).and_local_timezone(utc).single(),
                Moment::DateTime(t) => Some(t),
            },
        }
    }
}

fn filled(text: String) -> Option<String> {
    (!text.trim().is_empty()).then_some(text)
}

/// The whole part, when it fits.
fn whole(n: f64) -> Option<i64> {
    // 2^63 is the first whole number that does not fit.
    const LIMIT: f64 = 9_223_372_036_854_775_808.0;
    #[allow(clippy::cast_possible_truncation, reason = "bounded by the condition")]
    (n.is_finite() && n.abs() < LIMIT).then_some(n.trunc() as i64)
}

/// The same number, when it is whole and exact.
fn whole_exactly(n: f64) -> Option<i64> {
    // Above 2^53 doubles skip whole numbers.
    (n.fract() == 0.0 && n.abs() <= 9_007_199_254_740_992.0).then(|| whole(n)).flatten()
}

/// A number's text: decimal, never with an exponent (`XPath` 1.0, 4.2).
pub(super) fn text_of(n: f64) -> String {
    if n.is_nan() {
        "NaN".to_owned()
    } else if n.is_infinite() {
        if n > 0.0 { "Infinity".to_owned() } else { "-Infinity".to_owned() }
    } else if n == 0.0 {
        "0".to_owned()
    } else {
        n.to_string()
    }
}

/// A text's number: optional minus and decimal digits; a date or moment is its day number; else NaN (ODK XForms, `number`).
pub(super) fn number_of(text: &str) -> f64 {
    let text = text.trim();
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (mut points, mut any) = (0, false);
    for b in digits.bytes() {
        match b {
            b'.' => points += 1,
            b'0'..=b'9' => any = true,
            _ => {
                return match moment(text) {
                    Some(Moment::Date(d)) => day_number(d),
                    Some(Moment::DateTime(t)) => utc_days(t),
                    None => f64::NAN,
                };
            }
        }
    }
    if any && points <= 1 { text.parse().unwrap_or(f64::NAN) } else { f64::NAN }
}

/// An answer's number.
pub(super) fn number_of_value(value: &Value) -> f64 {
    match value {
        #[allow(clippy::cast_precision_loss, reason = "numbers of the language are doubles")]
        Value::Integer(n) => *n as f64,
        Value::Decimal(n) => *n,
        Value::Text(t) | Value::Choice(t) => number_of(t),
        Value::Date(d) => day_number(*d),
        Value::Time(t) => day_share(*t),
        Value::DateTime(t) => utc_days(*t),
        Value::Choices(names) => match names.as_slice() {
            [one] => number_of(one),
            _ => f64::NAN,
        },
        Value::Point(_) => f64::NAN,
    }
}

/// `latitude longitude altitude accuracy`, the last two optional.
pub(super) fn point_of(text: &str) -> Option<Point> {
    let mut parts = text.split_whitespace().map(|part| part.parse::<f64>().ok().filter(|n| n.is_finite()));
    let (latitude, longitude) = (parts.next()??, parts.next()??);
    let altitude = parts.next().unwrap_or(Some(0.0))?;
    let accuracy = parts.next().unwrap_or(Some(0.0))?;
    let on_earth = latitude.abs() <= 90.0 && longitude.abs() <= 180.0;
    (on_earth && parts.next().is_none()).then_some(Point { latitude, longitude, altitude, accuracy })
}
