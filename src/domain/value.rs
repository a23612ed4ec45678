//! What can be answered: values of each question kind, and refusals, which are answers of their own.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

/// A value of one question. A blank is the absence of a value, never a value.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Value {
    /// Free text, also barcodes, file paths, hidden and calculated text.
    Text(String),
    /// A whole number.
    Integer(i64),
    /// A finite decimal number. `NaN` and infinities are stored as blank.
    Decimal(f64),
    /// A civil date.
    Date(NaiveDate),
    /// A wall clock time.
    Time(NaiveTime),
    /// A moment with the offset it was taken at.
    DateTime(DateTime<FixedOffset>),
    /// The `name` of the one choice picked; `acknowledge` stores `OK`.
    Choice(String),
    /// The `name`s picked: in choice-list order for `select_multiple`, in ranked order for `rank`.
    Choices(Vec<String>),
    /// Typed coordinates.
    Point(Point),
}

/// Typed coordinates, WGS 84.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Point {
    /// Degrees north, -90 to 90.
    pub latitude: f64,
    /// Degrees east, -180 to 180.
    pub longitude: f64,
    /// Metres above the ellipsoid, 0 when not known.
    pub altitude: f64,
    /// Metres, 0 when not known.
    pub accuracy: f64,
}

/// Why a question has no value although it was put.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Refusal {
    /// 拒答: would not answer.
    Refused,
    /// 不知道: could not answer.
    DontKnow,
    /// 不适用: the question makes no sense for this household.
    NotApplicable,
}

/// An answer given: a value or a refusal. Expressions read a refusal as blank; tallies count it apart.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// A value.
    Value(Value),
    /// A refusal, offered by the question's `refusals` property.
    Refusal(Refusal),
}

impl Answer {
    /// The value, or nothing for a refusal.
    #[must_use]
    pub fn value(&self) -> Option<&Value> {
        match self {
            Self::Value(v) => Some(v),
            Self::Refusal(_) => None,
        }
    }
}

impl From<Value> for Answer {
    fn from(v: Value) -> Self {
        Self::Value(v)
    }
}

impl Value {
    /// The text form that expressions, CSV files and scripts read: ISO 8601 dates, shortest decimals, `select_multiple`
    /// names separated by spaces, a point as `latitude longitude altitude accuracy` (ODK XForms, "Data Types").
    ///
    /// ```
    /// use babahui::domain::Value;
    /// assert_eq!(Value::Decimal(2.50).to_text(), "2.5");
    /// assert_eq!(Value::Choices(vec!["facade".into(), "other".into()]).to_text(), "facade other");
    /// ```
    #[must_use]
    pub fn to_text(&self) -> String {
        match self {
            Self::Text(t) | Self::Choice(t) => t.clone(),
            Self::Integer(n) => n.to_string(),
            Self::Decimal(n) => n.to_string(),
            Self::Date(d) => d.format("%Y-%m-%d").to_string(),
            Self::Time(t) => t.format("%H:%M:%S%.3f").to_string(),
            Self::DateTime(t) => t.format("%Y-%m-%dT%H:%M:%S%.3f%:z").to_string(),
            Self::Choices(names) => names.join(" "),
            Self::Point(p) => format!("{} {} {} {}", p.latitude, p.longitude, p.altitude, p.accuracy),
        }
    }
}
