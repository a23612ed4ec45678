//! Answers from their text form: scripts, CSV files, literal defaults.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime};

use super::EditRefusal;
use crate::domain::{Point, Value, survey::Kind};

/// Whole numbers up to here are exact as a decimal too.
pub(super) const LARGEST: i64 = 9_007_199_254_740_991;

impl Value {
    /// Reads the text form of [`Value::to_text`], strictly: ISO 8601 dates and times, plain numbers. Spaces around it are
    /// passed over, blank text is no value. Whether a choice is in its list is for the draft to say.
    ///
    /// ```
    /// use babahui::domain::{Value, survey::Kind};
    /// assert_eq!(Value::parse(Kind::Integer, " 12 "), Ok(Some(Value::Integer(12))));
    /// assert_eq!(Value::parse(Kind::Integer, ""), Ok(None));
    /// assert!(Value::parse(Kind::Date, "tomorrow").is_err());
    /// ```
    ///
    /// # Errors
    /// The text is no value of that kind; a group has none.
    pub fn parse(kind: Kind, text: &str) -> Result<Option<Self>, EditRefusal> {
        let trimmed = text.trim();
        if trimmed.is_empty() {
            return Ok(None);
        }
        let value = match kind {
            Kind::Integer => Self::Integer(integer(trimmed)?),
            Kind::Decimal => Self::Decimal(decimal(trimmed)?),
            Kind::Range => match integer(trimmed) {
                Ok(n) => Self::Integer(n),
                Err(_) => Self::Decimal(decimal(trimmed)?),
            },
            Kind::Date | Kind::Today => {
                Self::Date(NaiveDate::parse_from_str(trimmed, "%Y-%m-%d").map_err(|_| EditRefusal::NotADate)?)
            }
            Kind::Time => Self::Time(time(trimmed).ok_or(EditRefusal::NotATime)?),
            Kind::DateTime | Kind::Start | Kind::End => {
                Self::DateTime(moment(trimmed).ok_or(EditRefusal::NotADateTime)?)
            }
            Kind::SelectOne => Self::Choice(trimmed.to_owned()),
            Kind::Acknowledge if matches!(trimmed, "OK" | "ok" | "true" | "1") => Self::Choice("OK".to_owned()),
            Kind::Acknowledge => return Err(EditRefusal::NotAChoice { choice: trimmed.to_owned() }),
            Kind::SelectMultiple | Kind::Rank => Self::Choices(trimmed.split_whitespace().map(str::to_owned).collect()),
            Kind::Geopoint => Self::Point(point(trimmed).ok_or(EditRefusal::NotAPoint)?),
            Kind::Group | Kind::Repeat | Kind::Note => return Err(EditRefusal::NotAQuestion),
            Kind::Text | Kind::Calculate | Kind::Hidden => Self::Text(text.to_owned()),
            Kind::Barcode | Kind::Image | Kind::Audio | Kind::Video | Kind::File | Kind::DeviceId | Kind::Username => {
                Self::Text(trimmed.to_owned())
            }
        };
        Ok(Some(value))
    }
}

fn integer(text: &str) -> Result<i64, EditRefusal> {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return Err(EditRefusal::NotANumber);
    }
    let n: i64 = text.parse().map_err(|_| EditRefusal::NumberTooLarge)?;
    if n.abs() > LARGEST { Err(EditRefusal::NumberTooLarge) } else { Ok(n) }
}

fn decimal(text: &str) -> Result<f64, EditRefusal> {
    let plain = text.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'-' | b'+' | b'e' | b'E'));
    let n: f64 = text.parse().map_err(|_| EditRefusal::NotANumber)?;
    if !plain {
        Err(EditRefusal::NotANumber)
    } else if n.is_finite() {
        Ok(n)
    } else {
        Err(EditRefusal::NumberTooLarge)
    }
}

/// `19:30`, `19:30:15`, `19:30:15.250`; an offset behind it is passed over, since the answer is a wall clock time.
fn time(text: &str) -> Option<NaiveTime> {
    let clock = text.strip_suffix('Z').unwrap_or(text);
    let clock = clock.split_once(['+', '-']).map_or(clock, |(clock, _)| clock);
    ["%H:%M:%S%.f", "%H:%M"].iter().find_map(|format| NaiveTime::parse_from_str(clock, format).ok())
}

fn moment(text: &str) -> Option<DateTime<chrono::FixedOffset>> {
    let (date, clock) = text.split_once(['T', ' '])?;
    let cut = clock.find(['Z', '+', '-'])?;
    let offset = match clock[cut..].strip_prefix('Z') {
        Some("") => chrono::FixedOffset::east_opt(0)?,
        Some(_) => return None,
        None => clock[cut..].parse().ok()?,
    };
    let date = NaiveDate::parse_from_str(date, "%Y-%m-%d").ok()?;
    NaiveDateTime::new(date, time(&clock[..cut])?).and_local_timezone(offset).single()
}

fn point(text: &str) -> Option<Point> {
    let numbers: Vec<f64> = text.split_whitespace().map(|n| decimal(n).ok()).collect::<Option<_>>()?;
    let at = |place: usize| numbers.get(place).copied().unwrap_or(0.0);
    let point = Point { latitude: at(0), longitude: at(1), altitude: at(2), accuracy: at(3) };
    ((2..=4).contains(&numbers.len()) && is_on_earth(&point)).then_some(point)
}

pub(super) fn is_on_earth(point: &Point) -> bool {
    let finite = point.altitude.is_finite() && point.accuracy.is_finite() && point.accuracy >= 0.0;
    (-90.0..=90.0).contains(&point.latitude) && (-180.0..=180.0).contains(&point.longitude) && finite
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_forms_come_back() {
        for (kind, text) in [
            (Kind::Text, " 院落 "),
            (Kind::Integer, "-12"),
            (Kind::Decimal, "2.5"),
            (Kind::Date, "2024-02-29"),
            (Kind::Time, "19:30:15.250"),
            (Kind::DateTime, "2024-11-12T19:30:15.250+08:00"),
            (Kind::SelectOne, "facade"),
            (Kind::SelectMultiple, "facade other"),
            (Kind::Geopoint, "30.5 104.1 500 10"),
        ] {
            let value = Value::parse(kind, text).unwrap().unwrap();
            assert_eq!(value.to_text(), text, "{kind:?}");
        }
    }

    #[test]
    fn refuses_what_is_no_value() {
        for (kind, text, refusal) in [
            (Kind::Integer, "2.5", EditRefusal::NotANumber),
            (Kind::Integer, "9007199254740992", EditRefusal::NumberTooLarge),
            (Kind::Integer, "99999999999999999999", EditRefusal::NumberTooLarge),
            (Kind::Decimal, "inf", EditRefusal::NotANumber),
            (Kind::Decimal, "1e999", EditRefusal::NumberTooLarge),
            (Kind::Date, "2023-02-29", EditRefusal::NotADate),
            (Kind::Time, "25:00", EditRefusal::NotATime),
            (Kind::DateTime, "2024-11-12T19:30", EditRefusal::NotADateTime),
            (Kind::Geopoint, "91 0", EditRefusal::NotAPoint),
            (Kind::Group, "x", EditRefusal::NotAQuestion),
        ] {
            assert_eq!(Value::parse(kind, text), Err(refusal), "{kind:?} {text}");
        }
    }
}
