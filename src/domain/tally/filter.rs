//! Which responses are counted.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use super::{Bits, Column, ColumnId, Columns, Data, codes};
use crate::domain::{Refusal, SessionId, near, session::SessionKind, survey::ResponseState};

/// Conditions a response must all fulfil; an empty list is no condition.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Filter {
    /// Collected at one of these sessions.
    pub sessions: Vec<SessionId>,
    /// Collected at a session of one of these kinds.
    pub kinds: Vec<SessionKind>,
    /// Given in one of these buildings.
    pub buildings: Vec<String>,
    /// Typed by one of these people.
    pub surveyors: Vec<String>,
    /// Standing in one of these states; without any, in what counts as submitted: final or approved.
    pub states: Vec<ResponseState>,
    /// Begun on this day or later.
    pub from: Option<NaiveDate>,
    /// Begun on this day or earlier.
    pub to: Option<NaiveDate>,
    /// With these answers; of a question in a repeat, in at least one instance.
    pub answers: Vec<AnswerFilter>,
}

/// A condition on one question.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AnswerFilter {
    /// The question's name.
    pub question: String,
    /// What its answer must be.
    pub wanted: Wanted,
}

/// What an answer must be.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Wanted {
    /// This choice: picked, among those picked, or ranked first.
    Choice(String),
    /// A number in this range, ends included.
    Number {
        /// Least.
        from: Option<f64>,
        /// Greatest.
        to: Option<f64>,
    },
    /// A date in this range, ends included.
    Day {
        /// Earliest.
        from: Option<NaiveDate>,
        /// Latest.
        to: Option<NaiveDate>,
    },
    /// A text, or the name or label of a picked choice, that holds this, upper and lower case alike.
    Contains(String),
    /// Any value.
    Given,
    /// Put and left without an answer.
    Blank,
    /// Not put.
    NotAsked,
    /// Refused in this way, or with nothing in any way.
    Refused(Option<Refusal>),
}

/// What keeps a filter from being applied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FilterFault {
    /// No question has this name.
    Question {
        /// As written.
        name: String,
        /// The likeliest name meant.
        near: Option<String>,
    },
    /// The question has no such choice.
    Choice {
        /// The question.
        question: String,
        /// As written.
        name: String,
        /// The likeliest name meant.
        near: Option<String>,
    },
}

/// Chosen rows of every table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Selection {
    tables: Vec<Bits>,
}

impl Selection {
    /// The chosen rows of a table.
    #[must_use]
    pub fn rows(&self, table: usize) -> &Bits {
        const NONE: &Bits = &Bits::none();
        self.tables.get(table).unwrap_or(NONE)
    }

    /// These responses, with all their repeat instances.
    #[must_use]
    pub fn of(columns: &Columns, responses: Bits) -> Self {
        let mut tables = vec![responses];
        for (number, table) in columns.tables().iter().enumerate().skip(1) {
            let parent = table.parent.and_then(|p| tables.get(p));
            let rows = parent.map(|rows| columns.down(rows, number)).unwrap_or_default();
            tables.push(rows);
        }
        Self { tables }
    }

    /// How many responses are chosen.
    #[must_use]
    pub fn responses(&self) -> u64 {
        self.rows(0).count()
    }
}

impl Filter {
    /// The responses that fulfil all conditions.
    ///
    /// # Errors
    /// A question or choice that the survey never had.
    pub fn select(&self, columns: &Columns) -> Result<Selection, FilterFault> {
        let known = columns.dimensions();
        let mut rows = known.live.and(&marks(&known.state, |state| self.admits(*state)));
        if !self.sessions.is_empty() || !self.kinds.is_empty() {
            let fits = |session: &super::Occasion| {
                (self.sessions.is_empty() || self.sessions.contains(&session.id))
                    && (self.kinds.is_empty() || session.kind.is_some_and(|k| self.kinds.contains(&k)))
            };
            let fits: Vec<bool> = std::iter::once(false).chain(known.occasions.iter().map(fits)).collect();
            rows = rows.and(&table(&known.occasion, &fits));
        }
        for (wanted, names) in [(&self.buildings, &known.building), (&self.surveyors, &known.surveyor)] {
            if !wanted.is_empty() {
                let fits: Vec<bool> = names.names().iter().map(|name| wanted.contains(name)).collect();
                rows = rows.and(&table(names.rows(), &fits));
            }
        }
        if self.from.is_some() || self.to.is_some() {
            let (from, to) = days(self.from, self.to);
            rows = rows.and(&marks(&known.day, |day| (from..=to).contains(day)));
        }
        for condition in &self.answers {
            rows = rows.and(&condition.responses(columns)?);
        }
        Ok(Selection::of(columns, rows))
    }

    fn admits(&self, state: ResponseState) -> bool {
        if self.states.is_empty() {
            matches!(state, ResponseState::Final | ResponseState::Approved)
        } else {
            self.states.contains(&state)
        }
    }
}

impl AnswerFilter {
    /// The responses with this answer.
    fn responses(&self, columns: &Columns) -> Result<Bits, FilterFault> {
        let mut found = columns.named(&self.question).peekable();
        if found.peek().is_none() {
            let names = columns.iter().map(|(_, c)| c.name.as_str());
            return Err(FilterFault::Question {
                name: self.question.clone(),
                near: near(&self.question, names).map(str::to_owned),
            });
        }
        let mut responses = Bits::default();
        let mut fault = None;
        for (_, column) in found {
            match self.wanted.rows(column) {
                Ok(rows) => responses.add(&columns.carry(&rows, column.table, 0)),
                Err(missing) => fault = Some(missing),
            }
        }
        match fault {
            Some(fault) if responses.is_empty() => Err(fault),
            _ => Ok(responses),
        }
    }
}

impl Wanted {
    /// The rows of a column whose answer is as wanted.
    ///
    /// # Errors
    /// A choice that the question never had.
    pub fn rows(&self, column: &Column) -> Result<Bits, FilterFault> {
        let mut wanted = vec![false; column.code_count()];
        let (reasons, entries) = wanted.split_at_mut(codes::FIRST as usize);
        match self {
            Self::Choice(name) => {
                let Some(choices) = column.choices() else { return Ok(Bits::default()) };
                let Some(entry) = choices.find(name) else {
                    let names = choices.order().iter().filter_map(|e| choices.get(*e)).map(|(n, _)| n);
                    let near = near(name, names).map(str::to_owned);
                    return Err(FilterFault::Choice { question: column.name.clone(), name: name.clone(), near });
                };
                match &column.data {
                    Data::Set { picked, .. } => return Ok(picked.get(entry).cloned().unwrap_or_default()),
                    Data::Rank { places, .. } => {
                        let places = places.get(entry).map_or(&[][..], Vec::as_slice);
                        return Ok(marks(places, |place| *place == 1));
                    }
                    _ => mark(entries, |at| at == entry),
                }
            }
            Self::Number { from, to } => {
                let Data::Numbers(numbers) = &column.data else { return Ok(Bits::default()) };
                let value = |at: usize| numbers.values().get(at).map(|bits| f64::from_bits(*bits));
                let fits = |n: f64| from.is_none_or(|from| n >= from) && to.is_none_or(|to| n <= to);
                mark(entries, |at| value(at).is_some_and(fits));
            }
            Self::Day { from, to } => {
                let Data::Days(numbers) = &column.data else { return Ok(Bits::default()) };
                let (from, to) = days(*from, *to);
                mark(entries, |at| numbers.values().get(at).is_some_and(|day| (from..=to).contains(day)));
            }
            Self::Contains(text) => return Ok(holding(column, &text.to_lowercase())),
            Self::Given => entries.fill(true),
            Self::Blank => mark(reasons, |code| code == codes::BLANK as usize),
            Self::NotAsked => mark(reasons, |code| code == codes::NOT_ASKED as usize),
            Self::Refused(None) => mark(reasons, |code| code >= codes::REFUSED as usize),
            Self::Refused(Some(refusal)) => mark(reasons, |code| code == codes::refusal_code(*refusal) as usize),
        }
        Ok(column.codes.matching(&wanted))
    }
}

/// Rows whose text, or a picked choice, holds `folded` (already lower case).
fn holding(column: &Column, folded: &str) -> Bits {
    match &column.data {
        Data::Texts(texts) => texts.holding(folded).map(|(_, row)| row).collect(),
        Data::Choices(choices) => {
            let mut wanted = vec![false; codes::FIRST as usize];
            wanted.extend(choices.holding(folded));
            column.codes.matching(&wanted)
        }
        Data::Set { choices, picked } => {
            let mut rows = Bits::default();
            for (_, own) in choices.holding(folded).into_iter().zip(picked).filter(|(holds, _)| *holds) {
                rows.add(own);
            }
            rows
        }
        _ => Bits::default(),
    }
}

fn mark(slots: &mut [bool], fits: impl Fn(usize) -> bool) {
    for (at, slot) in slots.iter_mut().enumerate() {
        *slot = fits(at);
    }
}

/// Rows whose entry is marked in `fits`.
pub(super) fn table(rows: &[u32], fits: &[bool]) -> Bits {
    marks(rows, |entry| fits.get(*entry as usize).copied().unwrap_or(false))
}

/// Rows whose value fits.
pub(super) fn marks<T>(values: &[T], fits: impl Fn(&T) -> bool) -> Bits {
    let piece = |chunk: &[T]| chunk.iter().rev().fold(0, |word, value| word << 1 | u64::from(fits(value)));
    Bits::from_words(values.chunks(64).map(piece).collect())
}

/// Day numbers of a range with open ends.
fn days(from: Option<NaiveDate>, to: Option<NaiveDate>) -> (i32, i32) {
    let number = |day: NaiveDate| day.num_days_from_ce();
    (from.map_or(i32::MIN, number), to.map_or(i32::MAX, number))
}

/// Ids of the columns a question name stands for.
///
/// # Errors
/// A name that no question has.
pub fn columns_named(columns: &Columns, name: &str) -> Result<Vec<ColumnId>, FilterFault> {
    let ids: Vec<_> = columns.named(name).map(|(id, _)| id).collect();
    if ids.is_empty() { Err(no_question(columns, name)) } else { Ok(ids) }
}

/// A name that no question has, with the nearest that one has.
pub(super) fn no_question(columns: &Columns, name: &str) -> FilterFault {
    let names = columns.iter().map(|(_, c)| c.name.as_str());
    FilterFault::Question { name: name.to_owned(), near: near(name, names).map(str::to_owned) }
}
