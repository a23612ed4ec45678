//! Responses as rows of cells.

use std::{
    borrow::Cow,
    collections::{HashMap, HashSet},
};

use chrono::{DateTime, FixedOffset, SecondsFormat};
use serde::Serialize;

use super::{Archive, KeptResponse, Layout, Meta, cell::safe_cell};
use crate::domain::{
    Answer, SessionId, Value,
    session::Session,
    survey::{AnswerTree, Entry},
};

/// What stands in one place of a table, before a format decides how.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell<'a> {
    /// Nothing.
    Empty,
    /// A word that is no answer, as it is: a key, a name, a reason. A spreadsheet may take it for a formula.
    Word(Cow<'a, str>),
    /// A moment that is no answer.
    Moment(DateTime<FixedOffset>),
    /// Whether a choice was picked, as 1 or 0.
    Picked(bool),
    /// An answer to the question of this name.
    Answer(&'a str, &'a Answer),
}

impl<'a> Cell<'a> {
    fn word(word: impl Into<Cow<'a, str>>) -> Self {
        Self::Word(word.into())
    }

    /// The cell as a text that no spreadsheet computes and that reads back, in a response of the version with this hash.
    #[must_use]
    pub fn text(&self, layout: &Layout<'_>, hash: &str) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Word(word) => safe_cell(word),
            Self::Moment(at) => moment(*at),
            Self::Picked(picked) => u8::from(*picked).to_string(),
            Self::Answer(name, answer) => layout.field(hash, name).write(answer),
        }
    }
}

/// The rows of every table of the layout, headings first, in the order of [`Layout::sheets`].
#[must_use]
pub fn write_tables(layout: &Layout<'_>, archive: &Archive) -> Vec<Vec<Vec<String>>> {
    let mut tables: Vec<Vec<Vec<String>>> = layout.sheets.iter().map(|sheet| vec![sheet.headings()]).collect();
    let sessions: HashMap<SessionId, &Session> = archive.sessions.iter().map(|s| (s.id, s)).collect();
    let rows = Rows::new(layout);
    for kept in &archive.responses {
        let head = &kept.response.head;
        let session = head.session.and_then(|id| sessions.get(&id).copied());
        rows.each(kept, session, &mut |at, row| {
            let cells = row.iter().map(|cell| cell.text(layout, &head.survey.hash)).collect();
            if let Some(table) = tables.get_mut(at) {
                table.push(cells);
            }
            Ok::<(), std::convert::Infallible>(())
        })
        .unwrap_or_else(|never| match never {});
    }
    tables
}

/// Writes responses one after another as rows of a layout's tables, so that none has to stay in memory.
#[derive(Debug)]
pub struct Rows<'a> {
    layout: &'a Layout<'a>,
    split: Vec<Vec<HashSet<&'a str>>>,
    left_out: String,
}

impl<'a> Rows<'a> {
    /// Rows of this layout.
    #[must_use]
    pub fn new(layout: &'a Layout<'a>) -> Self {
        let split = layout.sheets.iter().map(|sheet| {
            let sets = sheet.columns.iter().map(|(_, choices)| choices.iter().map(String::as_str).collect());
            sets.collect::<Vec<HashSet<&str>>>()
        });
        Self { layout, split: split.collect(), left_out: layout.left_out().join(" ") }
    }

    /// Gives every row of a response, with the number of the table it stands in: its own first, then those of its repeats.
    ///
    /// # Errors
    /// The first error of `put`.
    pub fn each<E>(
        &self,
        kept: &KeptResponse,
        session: Option<&Session>,
        put: &mut impl FnMut(usize, &[Cell<'_>]) -> Result<(), E>,
    ) -> Result<(), E> {
        let key = kept.response.head.id.to_string();
        let meta = self.layout.sheets.first().map_or(&[][..], |sheet| &sheet.meta);
        let meta = meta.iter().map(|meta| self.cell(*meta, kept, session));
        let row = std::iter::once(Cell::word(&*key)).chain(meta).collect();
        self.row(0, &key, row, &kept.response.answers, put)
    }

    fn row<'t, E>(
        &'t self,
        at: usize,
        key: &str,
        mut row: Vec<Cell<'t>>,
        tree: &'t AnswerTree,
        put: &mut impl FnMut(usize, &[Cell<'_>]) -> Result<(), E>,
    ) -> Result<(), E> {
        let Some(sheet) = self.layout.sheets.get(at) else { return Ok(()) };
        for (column, (name, choices)) in sheet.columns.iter().enumerate() {
            let answer = tree.answer(name);
            row.push(answer.map_or(Cell::Empty, |answer| Cell::Answer(name, answer)));
            if choices.is_empty() {
                continue;
            }
            let picked = match answer {
                Some(Answer::Value(Value::Choices(names))) => Some(names),
                _ => None,
            };
            let known = self.split.get(at).and_then(|sets| sets.get(column));
            // A column of 0 and 1 says nothing when the question has no value, or a choice without a column.
            let picked = picked.filter(|names| names.iter().all(|n| known.is_some_and(|k| k.contains(n.as_str()))));
            row.extend(choices.iter().map(|choice| match picked {
                Some(names) => Cell::Picked(names.contains(choice)),
                None => Cell::Empty,
            }));
        }
        put(at, &row)?;
        for (name, entry) in &tree.0 {
            let (Entry::Repeat(instances), Some(inner)) = (entry, self.layout.repeat(at, name)) else { continue };
            for (place, instance) in (1..).zip(instances) {
                let own = format!("{key}/{name}[{place}]");
                let row = vec![Cell::word(own.clone()), Cell::word(key.to_owned()), Cell::word(self.blanks(instance))];
                self.row(inner, &own, row, instance, put)?;
            }
        }
        Ok(())
    }

    fn cell<'t>(&'t self, meta: Meta, kept: &'t KeptResponse, session: Option<&'t Session>) -> Cell<'t> {
        let (response, head) = (&kept.response, &kept.response.head);
        let word = |word: &'t str| Cell::word(word);
        match meta {
            Meta::Survey => word(&head.survey.id),
            Meta::Version => word(&head.survey.version),
            Meta::Hash => word(&head.survey.hash),
            Meta::State => Cell::word(name(&kept.state)),
            Meta::Comment => word(&kept.comment),
            Meta::Session => head.session.map_or(Cell::Empty, |id| Cell::word(id.to_string())),
            Meta::SessionKind => session.map_or(Cell::Empty, |s| Cell::word(name(&s.kind))),
            Meta::SessionTitle => session.map_or(Cell::Empty, |s| word(&s.title)),
            Meta::SessionStarts => session.map_or(Cell::Empty, |s| Cell::Moment(s.starts)),
            Meta::Building => word(&head.door.building),
            Meta::Entrance => word(&head.door.entrance),
            Meta::Household => word(&head.door.household),
            Meta::Surveyor => word(&head.surveyor),
            Meta::Created => Cell::Moment(head.created),
            Meta::Finished => Cell::Moment(response.finished),
            // In hexadecimal, because a spreadsheet rounds long numbers.
            Meta::Seed => Cell::word(format!("{:#x}", head.seed)),
            Meta::Correction => head.correction.as_deref().map_or(Cell::Empty, word),
            Meta::Name => word(&response.name),
            Meta::LeftOut => word(&self.left_out),
            Meta::Blank => Cell::word(self.blanks(&response.answers)),
        }
    }

    /// The names of questions put and left blank; of a repeat, put and left without instances.
    fn blanks(&self, tree: &AnswerTree) -> String {
        let is_blank = |entry: &Entry| match entry {
            Entry::Blank => true,
            Entry::Answer(_) => false,
            Entry::Repeat(instances) => instances.is_empty(),
        };
        let left = tree.0.iter().filter(|(name, entry)| is_blank(entry) && self.layout.takes(name));
        let names: Vec<&str> = left.map(|(name, _)| name.as_str()).collect();
        names.join(" ")
    }
}

/// A moment as it is, to the nanosecond where there is a part of a second.
fn moment(at: DateTime<FixedOffset>) -> String {
    at.to_rfc3339_opts(SecondsFormat::AutoSi, false)
}

/// The name an enum without fields has in JSON.
fn name<T: Serialize>(value: &T) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(name)) => name,
        _ => String::new(),
    }
}
