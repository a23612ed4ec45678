//! One answer as one cell of a spreadsheet, such that the cell gives the same answer back.
//!
//! Numbers and dates stand as they are. What a spreadsheet would take for a formula gets an apostrophe in front; refusals
//! stand in brackets; an answer that its column's kind would not read back stands as JSON in brackets.

use std::collections::HashSet;

use chrono::{DateTime, NaiveDate, NaiveTime, Timelike};

use crate::domain::{Answer, Point, Refusal, Value, near, survey::Kind, tally::Item};

/// What the cells of a column are.
#[derive(Debug, Clone)]
pub struct Field<'a> {
    kind: Kind,
    names: HashSet<&'a str>,
}

/// Why a cell cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CellFault {
    /// Not a whole number.
    Integer,
    /// Not a number.
    Decimal,
    /// Not a date, `2024-11-12`.
    Date,
    /// Not a time, `14:30:00`.
    Time,
    /// Not a moment, `2024-11-12T14:30:00+08:00`.
    DateTime,
    /// No choice of the question has this name.
    Choice {
        /// As written.
        name: String,
        /// The likeliest name meant.
        near: Option<String>,
    },
    /// Not coordinates, `latitude longitude altitude accuracy`.
    Point,
    /// Brackets that hold no answer.
    Brackets,
}

const REFUSALS: [(Refusal, &str); 3] =
    [(Refusal::Refused, "[refused]"), (Refusal::DontKnow, "[dont_know]"), (Refusal::NotApplicable, "[not_applicable]")];

/// What stands in a cell for a refusal.
#[must_use]
pub fn refusal_token(refusal: Refusal) -> &'static str {
    REFUSALS.iter().find(|(known, _)| *known == refusal).map_or("", |(_, token)| token)
}

/// Begins a cell that holds an answer as JSON.
const WHOLE: &str = "[value ";

impl<'a> Field<'a> {
    /// The field of a question.
    #[must_use]
    pub fn new(item: &'a Item) -> Self {
        Self { kind: item.kind, names: item.choices.iter().map(|(name, _)| name.as_str()).collect() }
    }

    /// The field of a name that no known version of the survey has.
    #[must_use]
    pub fn unknown() -> Self {
        Self { kind: Kind::Text, names: HashSet::new() }
    }

    /// The cell of an answer.
    #[must_use]
    pub fn write(&self, answer: &Answer) -> String {
        let value = match answer {
            Answer::Refusal(refusal) => return refusal_token(*refusal).to_owned(),
            Answer::Value(value) => value,
        };
        if let Value::Text(text) = value {
            return if self.guards(text) { format!("'{text}") } else { text.clone() };
        }
        let number = matches!(value, Value::Integer(_) | Value::Decimal(_));
        let reads_back =
            |cell: &String| (number || !is_formula(cell)) && matches!(self.read(cell), Ok(Some(own)) if own == *answer);
        let plain = plain(value);
        if reads_back(&plain) {
            return plain;
        }
        let with_point = format!("{plain}.0");
        if matches!(value, Value::Decimal(_)) && reads_back(&with_point) {
            return with_point;
        }
        serde_json::to_string(value).map_or(plain, |json| format!("{WHOLE}{json}]"))
    }

    /// The answer of a cell; nothing for an empty one.
    ///
    /// # Errors
    /// When the cell is not an answer of the question's kind.
    pub fn read(&self, cell: &str) -> Result<Option<Answer>, CellFault> {
        if cell.is_empty() {
            return Ok(None);
        }
        if let Some((refusal, _)) = REFUSALS.iter().find(|(_, token)| *token == cell) {
            return Ok(Some(Answer::Refusal(*refusal)));
        }
        if let Some(json) = cell.strip_prefix(WHOLE).and_then(|rest| rest.strip_suffix(']')) {
            let value = serde_json::from_str(json).map_err(|_| CellFault::Brackets)?;
            return Ok(Some(Answer::Value(value)));
        }
        if let Some(text) = cell.strip_prefix('\'')
            && self.guards(text)
        {
            return Ok(Some(Answer::Value(Value::Text(text.to_owned()))));
        }
        self.value(cell).map(|value| Some(Answer::Value(value)))
    }

    /// Whether a text needs the apostrophe: a spreadsheet would compute it, or it would not read back as this text. One that
    /// has apostrophes in front already needs another when what follows them needs one.
    fn guards(&self, text: &str) -> bool {
        let core = text.trim_start_matches('\'');
        let token =
            REFUSALS.iter().any(|(_, token)| *token == core) || (core.starts_with(WHOLE) && core.ends_with(']'));
        let is_itself = || matches!(self.value(core), Ok(Value::Text(own)) if own == core);
        core.is_empty() || is_formula(core) || token || !is_itself()
    }

    fn value(&self, cell: &str) -> Result<Value, CellFault> {
        let trimmed = cell.trim();
        match self.kind {
            Kind::Integer => integer(trimmed).ok_or(CellFault::Integer),
            Kind::Decimal => decimal(trimmed).ok_or(CellFault::Decimal),
            Kind::Range => integer(trimmed).or_else(|| decimal(trimmed)).ok_or(CellFault::Decimal),
            Kind::Date | Kind::Today => date(trimmed).ok_or(CellFault::Date),
            Kind::Time => time(trimmed).ok_or(CellFault::Time),
            Kind::DateTime | Kind::Start | Kind::End => moment(trimmed).ok_or(CellFault::DateTime),
            Kind::SelectOne => self.choice(trimmed).map(Value::Choice),
            Kind::Acknowledge => Ok(Value::Choice(trimmed.to_owned())),
            Kind::SelectMultiple | Kind::Rank => {
                trimmed.split_whitespace().map(|name| self.choice(name)).collect::<Result<_, _>>().map(Value::Choices)
            }
            Kind::Geopoint => point(trimmed).ok_or(CellFault::Point),
            Kind::Calculate | Kind::Hidden => {
                let found =
                    decimal(trimmed).or_else(|| date(trimmed)).or_else(|| moment(trimmed)).or_else(|| time(trimmed));
                Ok(found.unwrap_or_else(|| Value::Text(cell.to_owned())))
            }
            _ => Ok(Value::Text(cell.to_owned())),
        }
    }

    fn choice(&self, name: &str) -> Result<String, CellFault> {
        if self.names.contains(name) {
            return Ok(name.to_owned());
        }
        let mut names: Vec<&str> = self.names.iter().copied().collect();
        names.sort_unstable();
        Err(CellFault::Choice { name: name.to_owned(), near: near(name, names).map(str::to_owned) })
    }
}

/// Whether a spreadsheet would take a cell for a formula: also by a full-width sign, and after a tab or line break.
#[must_use]
pub fn is_formula(cell: &str) -> bool {
    cell.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '\n'])
}

/// A text that is no answer, such as a name or a label, as a cell that no spreadsheet computes.
#[must_use]
pub fn safe_cell(word: &str) -> String {
    let guarded = word.trim_start_matches('\'');
    if is_formula(guarded) { format!("'{word}") } else { word.to_owned() }
}

/// The text of such a cell.
#[must_use]
pub fn read_word(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(word) if is_formula(word.trim_start_matches('\'')) => word,
        _ => cell,
    }
}

/// The text form of a value, to the nanosecond where there is a part of a millisecond.
fn plain(value: &Value) -> String {
    let exact = |nanosecond: u32| nanosecond.is_multiple_of(1_000_000);
    match value {
        Value::DateTime(at) if !exact(at.nanosecond()) => at.format("%Y-%m-%dT%H:%M:%S%.9f%:z").to_string(),
        Value::Time(time) if !exact(time.nanosecond()) => time.format("%H:%M:%S%.9f").to_string(),
        value => value.to_text(),
    }
}

fn integer(text: &str) -> Option<Value> {
    text.parse().ok().map(Value::Integer)
}

fn decimal(text: &str) -> Option<Value> {
    // Words such as `inf` are no number a person would type.
    let digits = text.ends_with(|c: char| c.is_ascii_digit() || c == '.');
    text.parse().ok().filter(|n: &f64| digits && n.is_finite()).map(Value::Decimal)
}

fn date(text: &str) -> Option<Value> {
    NaiveDate::parse_from_str(text, "%Y-%m-%d").ok().map(Value::Date)
}

fn time(text: &str) -> Option<Value> {
    let read = |format| NaiveTime::parse_from_str(text, format).ok();
    read("%H:%M:%S%.f").or_else(|| read("%H:%M")).map(Value::Time)
}

fn moment(text: &str) -> Option<Value> {
    DateTime::parse_from_rfc3339(text).ok().map(Value::DateTime)
}

fn point(text: &str) -> Option<Value> {
    let numbers: Vec<f64> = text.split_whitespace().map(str::parse).collect::<Result<_, _>>().ok()?;
    let (latitude, longitude) = (*numbers.first()?, *numbers.get(1)?);
    let other = |at: usize| numbers.get(at).copied().unwrap_or(0.0);
    let on_earth = latitude.abs() <= 90.0 && longitude.abs() <= 180.0 && numbers.len() <= 4;
    on_earth.then(|| Value::Point(Point { latitude, longitude, altitude: other(2), accuracy: other(3) }))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::{Privacy, Text, tally::Asked};

    fn item(kind: Kind) -> Item {
        let choices = ["facade", "entry", "-odd"].map(|c| (c.to_owned(), Text::default())).into();
        Item {
            name: "q".into(),
            kind,
            label: Text::default(),
            choices,
            outcomes: Vec::new(),
            privacy: Privacy::Open,
            asked: Asked::default(),
            body: Vec::new(),
        }
    }

    const KINDS: [Kind; 12] = [
        Kind::Text,
        Kind::Integer,
        Kind::Decimal,
        Kind::Range,
        Kind::Date,
        Kind::Time,
        Kind::DateTime,
        Kind::SelectOne,
        Kind::SelectMultiple,
        Kind::Geopoint,
        Kind::Calculate,
        Kind::Image,
    ];

    #[test]
    fn answers_stand_in_cells_as_a_reader_expects() {
        let text = |t: &str| Value::Text(t.to_owned());
        let point = Point { latitude: 30.66, longitude: 104.08, altitude: 0.0, accuracy: 5.0 };
        let rows = [
            (Kind::Text, text("充电桩太少"), "充电桩太少"),
            (Kind::Text, text("-12.5"), "'-12.5"),
            (Kind::Text, text("=1+1"), "'=1+1"),
            (Kind::Text, text("＝1+1"), "'＝1+1"),
            (Kind::Text, text("'=1"), "''=1"),
            (Kind::Text, text("'tis"), "'tis"),
            (Kind::Text, text("[refused]"), "'[refused]"),
            (Kind::Text, text("[a note]"), "[a note]"),
            (Kind::Integer, Value::Integer(-12), "-12"),
            (Kind::Integer, Value::Decimal(3.0), r#"[value {"decimal":3.0}]"#),
            (Kind::Decimal, Value::Decimal(-12.5), "-12.5"),
            (Kind::Range, Value::Decimal(3.0), "3.0"),
            (Kind::Calculate, Value::Decimal(3.0), "3"),
            (Kind::Calculate, text("3"), "'3"),
            (Kind::SelectOne, Value::Choice("facade".into()), "facade"),
            (Kind::SelectOne, Value::Choice("-odd".into()), r#"[value {"choice":"-odd"}]"#),
            (Kind::SelectOne, Value::Choice("gone".into()), r#"[value {"choice":"gone"}]"#),
            (Kind::SelectMultiple, Value::Choices(vec!["facade".into(), "entry".into()]), "facade entry"),
            (Kind::Geopoint, Value::Point(point), "30.66 104.08 0 5"),
        ];
        for (kind, value, cell) in rows {
            let item = item(kind);
            let answer = Answer::Value(value);
            assert_eq!(Field::new(&item).write(&answer), cell);
            assert_eq!(Field::new(&item).read(cell), Ok(Some(answer)));
        }
        assert_eq!(Field::unknown().write(&Answer::Refusal(Refusal::DontKnow)), "[dont_know]");
    }

    #[test]
    fn a_cell_of_the_wrong_kind_is_a_fault() {
        let choice = CellFault::Choice { name: "facede".into(), near: Some("facade".into()) };
        let rows = [
            (Kind::Integer, "two", CellFault::Integer),
            (Kind::Decimal, "inf", CellFault::Decimal),
            (Kind::Date, "12.11.2024", CellFault::Date),
            (Kind::Time, "25:00:00", CellFault::Time),
            (Kind::DateTime, "2024-11-12", CellFault::DateTime),
            (Kind::Geopoint, "91 0", CellFault::Point),
            (Kind::SelectMultiple, "entry facede", choice),
            (Kind::Text, "[value nonsense]", CellFault::Brackets),
        ];
        for (kind, cell, fault) in rows {
            assert_eq!(Field::new(&item(kind)).read(cell), Err(fault), "{cell}");
        }
    }

    proptest! {
        #[test]
        fn a_written_answer_reads_back_and_is_no_formula(
            text in "['=+@\\-＝\\t\\[a-z0-9 \\].:院]{0,8}|'*[=+].*|\\PC*", number: f64, whole: i64, at in 0..KINDS.len(),
        ) {
            prop_assume!(number.is_finite());
            let item = item(KINDS[at]);
            let field = Field::new(&item);
            let values = [
                Value::Text(text.clone()),
                Value::Choice(text.clone()),
                Value::Choices(vec![text.clone(), "entry".into()]),
                Value::Integer(whole),
                Value::Decimal(number),
            ];
            for value in values {
                let number = matches!(value, Value::Integer(_) | Value::Decimal(_));
                let answer = Answer::Value(value);
                let cell = field.write(&answer);
                prop_assert_eq!(field.read(&cell), Ok(Some(answer)), "{}", cell);
                prop_assert!(number || !is_formula(&cell), "{}", cell);
            }
            let word = safe_cell(&text);
            prop_assert_eq!(read_word(&word), &text);
            prop_assert!(!is_formula(&word));
        }
    }
}
