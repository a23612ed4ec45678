//! The answers of one question, a code a row, and what the codes stand for.

use std::{collections::HashMap, hash::Hash};

use chrono::{Datelike, NaiveDate, Timelike};

use super::{Bits, Choices, Codes, Texts, codes};
use crate::domain::{Answer, Text, Value, survey::Kind};

/// A column of a [`super::Columns`], by its place in it. Columns are added at the end and never move.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ColumnId(pub usize);

/// How answers of a column are kept. Two kinds of question with one class share a column over versions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Class {
    /// One choice of a list.
    Choice,
    /// Any number of choices.
    Set,
    /// Choices in an order.
    Rank,
    /// A number.
    Number,
    /// A date, or the date of a moment.
    Day,
    /// A wall clock time.
    Time,
    /// Text to read.
    Text,
    /// Only whether there is one: coordinates, files.
    Given,
}

impl Class {
    /// The class a kind of question is kept in; nothing for groups, repeats and notes.
    #[must_use]
    pub fn of(kind: Kind) -> Option<Self> {
        Some(match kind {
            Kind::SelectOne | Kind::Acknowledge => Self::Choice,
            Kind::SelectMultiple => Self::Set,
            Kind::Rank => Self::Rank,
            Kind::Integer | Kind::Decimal | Kind::Range => Self::Number,
            Kind::Date | Kind::DateTime | Kind::Start | Kind::End | Kind::Today => Self::Day,
            Kind::Time => Self::Time,
            Kind::Text | Kind::Barcode | Kind::Calculate | Kind::Hidden | Kind::DeviceId | Kind::Username => Self::Text,
            Kind::Geopoint | Kind::Image | Kind::Audio | Kind::Video | Kind::File => Self::Given,
            Kind::Group | Kind::Repeat | Kind::Note => return None,
        })
    }

    /// The class a value is kept in under a question declared as `self`.
    #[must_use]
    pub fn of_value(self, value: &Value) -> Self {
        match value {
            Value::Text(_) if self == Self::Given => Self::Given,
            Value::Text(_) => Self::Text,
            Value::Integer(_) | Value::Decimal(_) => Self::Number,
            Value::Date(_) | Value::DateTime(_) => Self::Day,
            Value::Time(_) => Self::Time,
            Value::Choice(_) => Self::Choice,
            Value::Choices(_) if self == Self::Rank => Self::Rank,
            Value::Choices(_) => Self::Set,
            Value::Point(_) => Self::Given,
        }
    }
}

/// The distinct values of a column by entry number.
#[derive(Debug, Clone, Default)]
pub struct Dictionary<K> {
    values: Vec<K>,
    index: HashMap<K, usize>,
}

impl<K: Copy + Eq + Hash> Dictionary<K> {
    fn entry(&mut self, value: K) -> usize {
        *self.index.entry(value).or_insert_with(|| {
            self.values.push(value);
            self.values.len() - 1
        })
    }

    /// The values by entry number.
    #[must_use]
    pub fn values(&self) -> &[K] {
        &self.values
    }
}

/// What the codes of a column stand for, and what does not fit one code a row.
#[derive(Debug, Clone)]
pub enum Data {
    /// An entry is a choice.
    Choices(Choices),
    /// One code for any set; which choices are in it, a set of rows per choice.
    Set {
        /// The choices.
        choices: Choices,
        /// Rows by entry of `choices`.
        picked: Vec<Bits>,
    },
    /// One code for any order; places from 1 by row, a column per choice, 0 where not ranked.
    Rank {
        /// The choices.
        choices: Choices,
        /// Places by entry of `choices`; rows past the end are not ranked.
        places: Vec<Vec<u8>>,
    },
    /// An entry is a number, kept as the bits of its `f64`.
    Numbers(Dictionary<u64>),
    /// An entry is a day number, days since 0001-01-01 which is 1.
    Days(Dictionary<i32>),
    /// An entry is a time in seconds since midnight.
    Times(Dictionary<u32>),
    /// One code for any text.
    Texts(Texts),
    /// One code for anything given.
    Given,
}

/// One question's answers over all versions of the survey.
#[derive(Debug, Clone)]
pub struct Column {
    /// The question's name.
    pub name: String,
    /// Its kind in the newest version that has it.
    pub kind: Kind,
    /// Its label in the newest version that has it.
    pub label: Text,
    /// The table it stands in: 0 is one row a response, others one row a repeat instance.
    pub table: usize,
    /// How its answers are kept.
    pub class: Class,
    /// One code a row.
    pub codes: Codes,
    /// What the codes stand for.
    pub data: Data,
}

impl Column {
    /// A column of `rows` rows, none asked.
    #[must_use]
    pub fn new(name: &str, kind: Kind, class: Class, table: usize, rows: usize) -> Self {
        let codes = Codes::not_asked(rows);
        Self { name: name.to_owned(), kind, label: Text::default(), table, class, codes, data: empty(class) }
    }

    /// Takes over kind, label and choices of a newer version.
    pub fn describe(&mut self, kind: Kind, label: &Text, choices: &[(String, Text)]) {
        self.kind = kind;
        if !label.is_empty() {
            self.label = label.clone();
        }
        if let Some(own) = self.choices_mut() {
            own.add_list(choices);
        }
    }

    /// A computed question declares no class: as long as it has no value, its first value settles the class.
    #[must_use]
    pub fn is_open(&self) -> bool {
        matches!(self.kind, Kind::Calculate | Kind::Hidden)
            && matches!(&self.data, Data::Texts(texts) if texts.is_empty())
    }

    /// Makes an open column one of `class`.
    pub fn settle(&mut self, class: Class) {
        self.class = class;
        self.data = empty(class);
    }

    /// Writes the answer of the last row, number `row`. The value is of this column's class.
    pub fn answer_last(&mut self, row: usize, answer: &Answer) {
        let code = match answer {
            Answer::Refusal(refusal) => codes::refusal_code(*refusal),
            Answer::Value(value) => self.code_of(row, value),
        };
        self.codes.set_last(code);
    }

    fn code_of(&mut self, row: usize, value: &Value) -> u32 {
        let entry = match (&mut self.data, value) {
            (Data::Choices(choices), Value::Choice(name)) => choices.entry(name),
            (Data::Numbers(numbers), Value::Integer(n)) => numbers.entry(number_key(whole(*n))),
            (Data::Numbers(numbers), Value::Decimal(n)) => numbers.entry(number_key(*n)),
            (Data::Days(days), Value::Date(day)) => days.entry(day.num_days_from_ce()),
            (Data::Days(days), Value::DateTime(at)) => days.entry(at.date_naive().num_days_from_ce()),
            (Data::Times(times), Value::Time(time)) => times.entry(time.num_seconds_from_midnight()),
            (Data::Set { choices, picked }, Value::Choices(names)) => {
                for name in names {
                    let entry = choices.entry(name);
                    if picked.len() <= entry {
                        picked.resize(entry + 1, Bits::default());
                    }
                    if let Some(rows) = picked.get_mut(entry) {
                        rows.insert(row);
                    }
                }
                0
            }
            (Data::Rank { choices, places }, Value::Choices(names)) => {
                for (name, place) in names.iter().zip(1..=u8::MAX) {
                    let entry = choices.entry(name);
                    if places.len() <= entry {
                        places.resize(entry + 1, Vec::new());
                    }
                    if let Some(column) = places.get_mut(entry) {
                        column.resize(row, 0);
                        column.push(place);
                    }
                }
                0
            }
            (Data::Texts(texts), Value::Text(text)) => {
                texts.push(row, text);
                0
            }
            _ => 0,
        };
        u32::try_from(entry).unwrap_or(u32::MAX - codes::FIRST).saturating_add(codes::FIRST)
    }

    /// The choices of a select question.
    #[must_use]
    pub fn choices(&self) -> Option<&Choices> {
        match &self.data {
            Data::Choices(choices) | Data::Set { choices, .. } | Data::Rank { choices, .. } => Some(choices),
            _ => None,
        }
    }

    fn choices_mut(&mut self) -> Option<&mut Choices> {
        match &mut self.data {
            Data::Choices(choices) | Data::Set { choices, .. } | Data::Rank { choices, .. } => Some(choices),
            _ => None,
        }
    }

    /// How many codes the column can hold at present.
    #[must_use]
    pub fn code_count(&self) -> usize {
        let entries = match &self.data {
            Data::Choices(choices) => choices.len(),
            Data::Numbers(numbers) => numbers.values.len(),
            Data::Days(days) => days.values.len(),
            Data::Times(times) => times.values.len(),
            Data::Set { .. } | Data::Rank { .. } | Data::Texts(_) | Data::Given => 1,
        };
        entries + codes::FIRST as usize
    }
}

fn empty(class: Class) -> Data {
    match class {
        Class::Choice => Data::Choices(Choices::default()),
        Class::Set => Data::Set { choices: Choices::default(), picked: Vec::new() },
        Class::Rank => Data::Rank { choices: Choices::default(), places: Vec::new() },
        Class::Number => Data::Numbers(Dictionary::default()),
        Class::Day => Data::Days(Dictionary::default()),
        Class::Time => Data::Times(Dictionary::default()),
        Class::Text => Data::Texts(Texts::default()),
        Class::Given => Data::Given,
    }
}

/// A whole number as the nearest `f64`; exact up to 2^53.
#[allow(clippy::cast_precision_loss, reason = "counts of people and things stay far below 2^53")]
fn whole(n: i64) -> f64 {
    n as f64
}

/// The key of a number: its bits, with one zero.
fn number_key(n: f64) -> u64 {
    (if n == 0.0 { 0.0 } else { n }).to_bits()
}

/// The date of a day number; nothing outside the calendar.
#[must_use]
pub fn day(number: i32) -> Option<NaiveDate> {
    NaiveDate::from_num_days_from_ce_opt(number)
}
