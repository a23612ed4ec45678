//! The tally of one question: one pass over its column.

use chrono::NaiveDate;

use super::{
    Bits, Choices, Column, ColumnId, Columns, Data, Numbers, Selection, Share, codes,
    column::{Class, day},
    numbers::{Spread, seconds},
};
use crate::domain::{Text, survey::Kind};

/// How many rows a tally stands on, and why the others have no value. All rows are in exactly one of the last six.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Base {
    /// Chosen rows: responses, or instances of a repeat.
    pub rows: u64,
    /// Of a question in a repeat: responses with at least one instance. Else the same as `rows`.
    pub households: u64,
    /// n: rows with a value.
    pub given: u64,
    /// Put and left without an answer.
    pub blank: u64,
    /// 拒答
    pub refused: u64,
    /// 不知道
    pub dont_know: u64,
    /// 不适用
    pub not_applicable: u64,
    /// Not put: irrelevant, or not in that version of the survey.
    pub not_asked: u64,
}

impl Base {
    /// All three kinds of refusal.
    #[must_use]
    pub fn refusals(&self) -> u64 {
        self.refused + self.dont_know + self.not_applicable
    }
}

/// The tally of one question over some rows.
#[derive(Debug, Clone, PartialEq)]
pub struct Tally {
    /// The column that was counted.
    pub column: ColumnId,
    /// The question's name.
    pub name: String,
    /// What is asked.
    pub label: Text,
    /// Its kind in the newest version.
    pub kind: Kind,
    /// The repeat it stands in; empty outside repeats.
    pub repeat: String,
    /// What the tally stands on.
    pub base: Base,
    /// The counts.
    pub detail: Detail,
}

/// Counts by class of question.
#[derive(Debug, Clone, PartialEq)]
pub enum Detail {
    /// Of one choice each: the counts add up to n.
    Choices(Vec<ChoiceCount>),
    /// Of any number of choices each: the counts may add up to more than n.
    Set(Vec<ChoiceCount>),
    /// Of orders.
    Rank(Vec<RankCount>),
    /// Of numbers; nothing when no row has one.
    Numbers(Option<Numbers>),
    /// By day, ascending, only days with a count.
    Days(Vec<(NaiveDate, u64)>),
    /// By hour of the day, 24 counts, with earliest and latest in seconds since midnight.
    Times {
        /// Count of each hour, from 0.
        hours: Vec<u64>,
        /// Earliest.
        first: Option<u32>,
        /// Latest.
        last: Option<u32>,
    },
    /// Texts to read: their numbers for [`Columns::text`], in the order they came.
    Texts(Vec<usize>),
    /// Only n is known.
    Given,
}

/// How often one choice was picked.
#[derive(Debug, Clone, PartialEq)]
pub struct ChoiceCount {
    /// The choice's `name`.
    pub name: String,
    /// Its label; empty when no version of the survey gives one.
    pub label: Text,
    /// How often.
    pub count: u64,
    /// Of n.
    pub share: Share,
}

/// How one choice was ranked.
#[derive(Debug, Clone, PartialEq)]
pub struct RankCount {
    /// The choice's `name`.
    pub name: String,
    /// Its label; empty when no version of the survey gives one.
    pub label: Text,
    /// How often it was ranked at all.
    pub ranked: u64,
    /// How often it came first, of n.
    pub first: Share,
    /// Mean place: the sum of places over how often it was ranked.
    pub mean: Share,
}

impl Columns {
    /// The tally of a column over a selection.
    #[must_use]
    pub fn tally(&self, id: ColumnId, selection: &Selection) -> Option<Tally> {
        let column = self.get(id)?;
        let rows = selection.rows(column.table);
        let households = if column.table == 0 {
            None
        } else {
            Some(self.carry(rows, column.table, 0).and(selection.rows(0)).count())
        };
        self.tally_rows(id, rows, households)
    }

    /// The tallies of all questions over a selection, in survey order.
    #[must_use]
    pub fn tally_all(&self, selection: &Selection) -> Vec<Tally> {
        let households: Vec<_> = (0..self.tables().len())
            .map(|table| {
                (table > 0).then(|| self.carry(selection.rows(table), table, 0).and(selection.rows(0)).count())
            })
            .collect();
        let one = |(id, column): (ColumnId, &Column)| {
            self.tally_rows(id, selection.rows(column.table), households.get(column.table).copied().flatten())
        };
        self.iter().filter_map(one).collect()
    }

    /// The tally of a column over rows of its own table.
    pub(super) fn tally_rows(&self, id: ColumnId, rows: &Bits, households: Option<u64>) -> Option<Tally> {
        let column = self.get(id)?;
        let counts = column.codes.histogram(rows, column.code_count());
        let at = |code: u32| counts.get(code as usize).copied().unwrap_or(0);
        let entries = counts.get(codes::FIRST as usize..).unwrap_or_default();
        let given = entries.iter().sum();
        let [not_asked, blank, refused, dont_know, not_applicable] =
            [codes::NOT_ASKED, codes::BLANK, codes::REFUSED, codes::DONT_KNOW, codes::NOT_APPLICABLE].map(at);
        let all = given + not_asked + blank + refused + dont_know + not_applicable;
        let households = households.unwrap_or(all);
        let base = Base { rows: all, households, given, blank, refused, dont_know, not_applicable, not_asked };
        Some(Tally {
            column: id,
            name: column.name.clone(),
            label: column.label.clone(),
            kind: column.kind,
            repeat: self.tables().get(column.table).map(|t| t.name.clone()).unwrap_or_default(),
            base,
            detail: detail(column, entries, given, rows),
        })
    }

    /// The texts of a column over a selection that hold `search`, upper and lower case alike: their numbers.
    #[must_use]
    pub fn search_texts(&self, id: ColumnId, selection: &Selection, search: &str) -> Vec<usize> {
        let Some(column) = self.get(id) else { return Vec::new() };
        let Data::Texts(texts) = &column.data else { return Vec::new() };
        let (chosen, folded) = (selection.rows(column.table), search.to_lowercase());
        let found = texts.holding(&folded).filter(|(_, row)| chosen.contains(*row));
        found.map(|(number, _)| number).collect()
    }

    /// A text of a column by its number, and its row in the column's table.
    #[must_use]
    pub fn text(&self, id: ColumnId, number: usize) -> Option<(usize, &str)> {
        let Data::Texts(texts) = &self.get(id)?.data else { return None };
        texts.get(number)
    }

    /// Equal texts of a column among these numbers once, with how often they were given: the most frequent first, then in
    /// the order they came.
    #[must_use]
    pub fn counted_texts(&self, id: ColumnId, numbers: &[usize]) -> Vec<(&str, usize)> {
        match self.get(id).map(|column| &column.data) {
            Some(Data::Texts(texts)) => texts.counted(numbers),
            _ => Vec::new(),
        }
    }
}

fn detail(column: &Column, entries: &[u64], given: u64, rows: &Bits) -> Detail {
    match &column.data {
        Data::Choices(choices) => Detail::Choices(listed(choices, given, |e| entries.get(e).copied().unwrap_or(0))),
        Data::Set { choices, picked } => {
            Detail::Set(listed(choices, given, |e| picked.get(e).map_or(0, |own| own.count_both(rows))))
        }
        Data::Rank { choices, places } => {
            let one = |entry: &usize| {
                let (name, label) = choices.get(*entry)?;
                let places = places.get(*entry).map_or(&[][..], Vec::as_slice);
                Some(rank(name, label, &codes::count_bytes(places, rows), given))
            };
            Detail::Rank(choices.order().iter().filter_map(one).collect())
        }
        Data::Numbers(numbers) => {
            let pairs = numbers.values().iter().zip(entries).filter(|(_, n)| **n > 0);
            Detail::Numbers(Spread::of(pairs.map(|(bits, n)| (f64::from_bits(*bits), *n))).map(Spread::numbers))
        }
        Data::Days(days) => {
            let pairs = days.values().iter().zip(entries).filter(|(_, n)| **n > 0);
            let mut counts: Vec<_> = pairs.filter_map(|(number, n)| Some((day(*number)?, *n))).collect();
            counts.sort_unstable();
            Detail::Days(counts)
        }
        Data::Times(times) => seconds(times.values().iter().copied().zip(entries.iter().copied())),
        Data::Texts(texts) => {
            let chosen = texts.rows().iter().enumerate().filter(|(_, row)| rows.contains(**row));
            Detail::Texts(chosen.map(|(number, _)| number).collect())
        }
        Data::Given => Detail::Given,
    }
}

fn listed(choices: &Choices, given: u64, count: impl Fn(usize) -> u64) -> Vec<ChoiceCount> {
    let one = |entry: &usize| {
        let (name, label) = choices.get(*entry)?;
        let count = count(*entry);
        Some(ChoiceCount { name: name.to_owned(), label: label.clone(), count, share: Share::new(count, given) })
    };
    choices.order().iter().filter_map(one).collect()
}

fn rank(name: &str, label: &Text, places: &[u64; 256], given: u64) -> RankCount {
    let ranked = places[1..].iter().sum();
    let sum = (0..).zip(places).map(|(place, n)| place * n).sum();
    let (first, mean) = (Share::new(places[1], given), Share::new(sum, ranked));
    RankCount { name: name.to_owned(), label: label.clone(), ranked, first, mean }
}

impl Tally {
    /// Whether answers are picked from choices.
    #[must_use]
    pub fn has_choices(&self) -> bool {
        matches!(self.detail, Detail::Choices(_) | Detail::Set(_) | Detail::Rank(_))
    }

    /// Whether it tells of the filling, not of the household: when it began and ended, on which laptop, by whom. A summary
    /// leaves such questions out unless they are asked for.
    #[must_use]
    pub fn is_of_filling(&self) -> bool {
        matches!(self.kind, Kind::Start | Kind::End | Kind::Today | Kind::DeviceId | Kind::Username)
    }

    /// How answers are kept.
    #[must_use]
    pub fn class(&self) -> Class {
        match self.detail {
            Detail::Choices(_) => Class::Choice,
            Detail::Set(_) => Class::Set,
            Detail::Rank(_) => Class::Rank,
            Detail::Numbers(_) => Class::Number,
            Detail::Days(_) => Class::Day,
            Detail::Times { .. } => Class::Time,
            Detail::Texts(_) => Class::Text,
            Detail::Given => Class::Given,
        }
    }
}
