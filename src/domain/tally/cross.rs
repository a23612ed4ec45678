//! A question by another question, by place, by kind of session, by day: a tally for every group.

use chrono::{DateTime, FixedOffset, NaiveDate};

use super::{
    Bits, Column, ColumnId, Columns, Data, FilterFault, Selection, Tally, codes,
    column::day,
    filter,
    numbers::{Limits, Spread},
};
use crate::domain::{Refusal, SessionId, Text, session::SessionKind, survey::ResponseState};

/// What divides the responses into groups.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Axis {
    /// A question's answers.
    Question(ColumnId),
    /// Sessions, by when they began.
    Session,
    /// Kinds of session.
    Kind,
    /// 栋
    Building,
    /// 单元, with its building.
    Entrance,
    /// Who typed.
    Surveyor,
    /// The day the response was begun.
    Day,
    /// Where the response stands.
    State,
    /// Version of the survey.
    Version,
}

impl Axis {
    /// The axis meant by a question's name, else by one of our own words: `session`, `kind`, `building`, `entrance`,
    /// `surveyor`, `day`, `state`, `version`.
    ///
    /// # Errors
    /// A name that no question has and that is none of these words.
    pub fn named(name: &str, columns: &Columns) -> Result<Self, FilterFault> {
        if let Some((id, _)) = columns.named(name).next() {
            return Ok(Self::Question(id));
        }
        Ok(match name {
            "session" => Self::Session,
            "kind" => Self::Kind,
            "building" => Self::Building,
            "entrance" => Self::Entrance,
            "surveyor" => Self::Surveyor,
            "day" => Self::Day,
            "state" => Self::State,
            "version" => Self::Version,
            _ => return Err(filter::no_question(columns, name)),
        })
    }
}

/// What a group is called.
#[derive(Debug, Clone, PartialEq)]
pub enum GroupName {
    /// Rows with this choice.
    Choice {
        /// The choice's `name`.
        name: String,
        /// Its label; may be empty.
        label: Text,
    },
    /// Rows with a number from `from` (included) to `to` (left out).
    Range {
        /// Lower limit.
        from: f64,
        /// Upper limit.
        to: f64,
        /// Whether all numbers are whole, so that `to - 1` is the greatest possible.
        whole: bool,
    },
    /// A day.
    Day(NaiveDate),
    /// An hour of the day, 0 to 23.
    Hour(u32),
    /// Building, entrance, surveyor or version, as typed. May be empty.
    Word(String),
    /// A session.
    Session {
        /// Its id.
        id: SessionId,
        /// What people call it.
        title: String,
        /// Its kind, when known.
        kind: Option<SessionKind>,
        /// When it begins, when known.
        starts: Option<DateTime<FixedOffset>>,
    },
    /// A kind of session.
    Kind(SessionKind),
    /// Where the response stands.
    State(ResponseState),
    /// Rows with any value, where values are not told apart (texts, files).
    Given,
    /// Rows with no session, or one whose kind is not known.
    NoSession,
    /// Put and left without an answer.
    Blank,
    /// Refused.
    Refused(Refusal),
    /// Not put.
    NotAsked,
}

/// One group of a cross-table.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// What it is called.
    pub name: GroupName,
    /// The tally of the group's rows.
    pub tally: Tally,
}

/// A question's tally by group. Groups without a row are left out, except choices of a list.
#[derive(Debug, Clone, PartialEq)]
pub struct Cross {
    /// What divides the rows.
    pub axis: Axis,
    /// Whether a row may be in several groups (by a `select_multiple`, or by a question in a repeat).
    pub overlapping: bool,
    /// The groups, in the order of the list, the calendar or the alphabet; those without a value at the end.
    pub groups: Vec<Group>,
    /// The tally of all rows.
    pub total: Tally,
}

/// Rows of one table by group.
type Groups = Vec<(GroupName, Bits)>;

/// The rows whose code fits.
type OnlyCodes<'a> = dyn Fn(&dyn Fn(usize) -> bool) -> Bits + 'a;

impl Columns {
    /// The tally of a column for every group of an axis; nothing when there is no such column.
    #[must_use]
    pub fn cross(&self, id: ColumnId, axis: Axis, selection: &Selection) -> Option<Cross> {
        let table = self.get(id)?.table;
        let total = self.tally(id, selection)?;
        let (from, overlapping, groups) = match axis {
            Axis::Question(by) => {
                let by = self.get(by)?;
                let several = matches!(by.data, Data::Set { .. });
                (by.table, several || by.table != table && by.table != 0, answers(by, selection.rows(by.table)))
            }
            axis => (0, false, self.by_dimension(axis, selection.rows(0))),
        };
        let tallied = |(name, rows): (GroupName, Bits)| {
            let rows = self.carry(&rows, from, table).and(selection.rows(table));
            if rows.is_empty() && !matches!(name, GroupName::Choice { .. }) {
                return None;
            }
            let households = (table > 0).then(|| self.carry(&rows, table, 0).and(selection.rows(0)).count());
            Some(Group { name, tally: self.tally_rows(id, &rows, households)? })
        };
        let groups = groups.into_iter().filter_map(tallied).collect();
        Some(Cross { axis, overlapping, groups, total })
    }

    fn by_dimension(&self, axis: Axis, rows: &Bits) -> Groups {
        let known = self.dimensions();
        let words = |names: &super::Names| {
            let mut order: Vec<usize> = (0..names.names().len()).collect();
            order.sort_by_key(|at| names.names().get(*at).map(|name| natural(name)));
            let mut pieces = split(names.rows().iter().map(|e| *e as usize), names.names().len());
            let named = |at: usize| {
                Some((GroupName::Word(names.names().get(at)?.clone()), pieces.get_mut(at).map(std::mem::take)?))
            };
            order.into_iter().filter_map(named).collect()
        };
        match axis {
            Axis::Building => words(&known.building),
            Axis::Entrance => words(&known.entrance),
            Axis::Surveyor => words(&known.surveyor),
            Axis::Question(_) => Vec::new(),
            Axis::Session => {
                let mut pieces =
                    split(known.occasion.iter().map(|e| *e as usize), known.occasions.len() + 1).into_iter();
                let none = pieces.next().unwrap_or_default();
                let mut sessions: Vec<_> = known.occasions.iter().zip(pieces).collect();
                sessions.sort_by(|(a, _), (b, _)| (a.starts, &a.title, a.id).cmp(&(b.starts, &b.title, b.id)));
                let name = |o: &super::Occasion| GroupName::Session {
                    id: o.id,
                    title: o.title.clone(),
                    kind: o.kind,
                    starts: o.starts,
                };
                let named = sessions.into_iter().map(|(occasion, rows)| (name(occasion), rows));
                named.chain([(GroupName::NoSession, none)]).collect()
            }
            Axis::Kind => {
                let of_kind = |kind: Option<SessionKind>| {
                    let fits: Vec<bool> =
                        std::iter::once(kind.is_none()).chain(known.occasions.iter().map(|o| o.kind == kind)).collect();
                    filter::table(&known.occasion, &fits)
                };
                let named = SessionKind::ALL.into_iter().map(|kind| (GroupName::Kind(kind), of_kind(Some(kind))));
                named.chain([(GroupName::NoSession, of_kind(None))]).collect()
            }
            Axis::Day => {
                let mut days: Vec<i32> = rows.iter().filter_map(|row| known.day.get(row).copied()).collect();
                days.sort_unstable();
                days.dedup();
                let place = |d: &i32| days.binary_search(d).unwrap_or(usize::MAX);
                let pieces = split(known.day.iter().map(place), days.len());
                days.iter().zip(pieces).filter_map(|(d, rows)| Some((GroupName::Day(day(*d)?), rows))).collect()
            }
            Axis::State => {
                use ResponseState::{Approved, Deleted, Draft, Final, Returned};
                let of = |state| (GroupName::State(state), filter::marks(&known.state, |s| *s == state));
                [Draft, Final, Returned, Approved, Deleted].map(of).into()
            }
            Axis::Version => {
                let pieces = split(known.version.iter().copied(), self.versions().len());
                let name = |version: &super::Codebook| GroupName::Word(version.version.clone());
                self.versions().iter().map(name).zip(pieces).collect()
            }
        }
    }
}

/// Rows by entry number.
fn split(entries: impl Iterator<Item = usize>, count: usize) -> Vec<Bits> {
    let mut pieces = vec![Bits::default(); count];
    for (row, entry) in entries.enumerate() {
        if let Some(piece) = pieces.get_mut(entry) {
            piece.insert(row);
        }
    }
    pieces
}

/// A word so that `2` comes before `10`: digits by value, the rest as written.
fn natural(word: &str) -> Vec<(u64, String)> {
    let mut parts: Vec<(u64, String)> = Vec::new();
    let mut digits = String::new();
    for c in word.chars().chain(['\0']) {
        if c.is_ascii_digit() {
            digits.push(c);
            continue;
        }
        if !digits.is_empty() {
            parts.push((digits.parse().unwrap_or(u64::MAX), std::mem::take(&mut digits)));
        }
        parts.push((u64::MAX, c.to_string()));
    }
    parts
}

/// Rows of a column's table by answer, those without a value at the end.
fn answers(column: &Column, chosen: &Bits) -> Groups {
    let only = |fits: &dyn Fn(usize) -> bool| {
        let wanted: Vec<bool> = (0..column.code_count()).map(fits).collect();
        column.codes.matching(&wanted)
    };
    let entry_is = |entry: usize| only(&|code| code == entry + codes::FIRST as usize);
    let mut groups: Groups = match &column.data {
        Data::Choices(choices) => named(choices, entry_is),
        Data::Set { choices, picked } => named(choices, |e| picked.get(e).cloned().unwrap_or_default()),
        Data::Rank { choices, places } => {
            named(choices, |e| filter::marks(places.get(e).map_or(&[][..], Vec::as_slice), |place| *place == 1))
        }
        Data::Numbers(numbers) => {
            let counts = column.codes.histogram(chosen, column.code_count());
            let given = counts.get(codes::FIRST as usize..).unwrap_or_default();
            let values: Vec<f64> = numbers.values().iter().map(|bits| f64::from_bits(*bits)).collect();
            let pairs = values.iter().copied().zip(given.iter().copied()).filter(|(_, n)| *n > 0);
            let Some(spread) = Spread::of(pairs) else { return reasons(&only) };
            let ((min, max), whole) = (spread.ends(), spread.whole());
            let limits = Limits::round(min, max, whole);
            let in_bin = |code: usize, bin: usize| {
                let value = code.checked_sub(codes::FIRST as usize).and_then(|e| values.get(e));
                value.is_some_and(|v| *v >= min && *v <= max && limits.bin(*v) == bin)
            };
            let range = |bin| GroupName::Range { from: limits.at(bin), to: limits.at(bin + 1), whole };
            (0..limits.len()).map(|bin| (range(bin), only(&|code| in_bin(code, bin)))).collect()
        }
        Data::Days(days) => {
            let mut found: Vec<_> = days.values().iter().enumerate().filter_map(|(e, d)| Some((day(*d)?, e))).collect();
            found.sort_unstable();
            let mut pieces = split(
                (0..chosen_rows(chosen))
                    .map(|row| (column.codes.code(row) as usize).wrapping_sub(codes::FIRST as usize)),
                found.len(),
            );
            let piece =
                |(day, e): (NaiveDate, usize)| Some((GroupName::Day(day), pieces.get_mut(e).map(std::mem::take)?));
            found.into_iter().filter_map(piece).collect()
        }
        Data::Times(times) => {
            let hour = |code: usize| {
                code.checked_sub(codes::FIRST as usize).and_then(|e| times.values().get(e)).map(|second| second / 3600)
            };
            (0..24).map(|h| (GroupName::Hour(h), only(&|code| hour(code) == Some(h)))).collect()
        }
        Data::Texts(_) | Data::Given => vec![(GroupName::Given, only(&|code| code >= codes::FIRST as usize))],
    };
    groups.extend(reasons(&only));
    groups
}

/// One past the last chosen row.
fn chosen_rows(chosen: &Bits) -> usize {
    chosen.iter().last().map_or(0, |row| row + 1)
}

fn named(choices: &super::Choices, rows: impl Fn(usize) -> Bits) -> Groups {
    let one = |entry: &usize| {
        let (name, label) = choices.get(*entry)?;
        Some((GroupName::Choice { name: name.to_owned(), label: label.clone() }, rows(*entry)))
    };
    choices.order().iter().filter_map(one).collect()
}

/// Rows without a value, by why.
fn reasons(only: &OnlyCodes<'_>) -> Groups {
    [
        (GroupName::Blank, codes::BLANK),
        (GroupName::Refused(Refusal::Refused), codes::REFUSED),
        (GroupName::Refused(Refusal::DontKnow), codes::DONT_KNOW),
        (GroupName::Refused(Refusal::NotApplicable), codes::NOT_APPLICABLE),
        (GroupName::NotAsked, codes::NOT_ASKED),
    ]
    .map(|(name, code)| (name, only(&|c| c == code as usize)))
    .into()
}
