//! Responses as rows of cells.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, FixedOffset, SecondsFormat};
use serde::Serialize;

use super::{Archive, KeptResponse, Layout, Meta, cell::safe_cell};
use crate::domain::{
    Answer, SessionId, Value,
    session::Session,
    survey::{AnswerTree, Entry},
};

/// The rows of every table of the layout, headings first, in the order of [`Layout::sheets`].
#[must_use]
pub fn write_tables(layout: &Layout<'_>, archive: &Archive) -> Vec<Vec<Vec<String>>> {
    let mut tables: Vec<Vec<Vec<String>>> = layout.sheets.iter().map(|sheet| vec![sheet.headings()]).collect();
    let sessions: HashMap<SessionId, &Session> = archive.sessions.iter().map(|s| (s.id, s)).collect();
    let split = layout.sheets.iter().map(|sheet| {
        let sets = sheet.columns.iter().map(|(_, choices)| choices.iter().map(String::as_str).collect());
        sets.collect::<Vec<HashSet<&str>>>()
    });
    let writer = Writer { layout, split: split.collect() };
    for kept in &archive.responses {
        let head = &kept.response.head;
        let key = head.id.to_string();
        let session = head.session.and_then(|id| sessions.get(&id).copied());
        let meta = layout.sheets[0].meta().iter().map(|meta| cell(*meta, kept, session));
        let row = std::iter::once(key.clone()).chain(meta).collect();
        writer.row(&mut tables, 0, &key, row, &kept.response.answers, &head.survey.hash);
    }
    tables
}

struct Writer<'a> {
    layout: &'a Layout<'a>,
    split: Vec<Vec<HashSet<&'a str>>>,
}

impl Writer<'_> {
    fn row(
        &self,
        tables: &mut [Vec<Vec<String>>],
        at: usize,
        key: &str,
        mut row: Vec<String>,
        tree: &AnswerTree,
        hash: &str,
    ) {
        let Some(sheet) = self.layout.sheets.get(at) else { return };
        for (column, (name, choices)) in sheet.columns.iter().enumerate() {
            let answer = tree.answer(name);
            row.push(answer.map(|a| self.layout.field(hash, name).write(a)).unwrap_or_default());
            let picked = match answer {
                Some(Answer::Value(Value::Choices(names))) => Some(names),
                _ => None,
            };
            let known = self.split.get(at).and_then(|sets| sets.get(column));
            // A column of 0 and 1 says nothing when the question has no value, or a choice without a column.
            let picked = picked.filter(|names| names.iter().all(|n| known.is_some_and(|k| k.contains(n.as_str()))));
            row.extend(choices.iter().map(|choice| match picked {
                Some(names) => u8::from(names.contains(choice)).to_string(),
                None => String::new(),
            }));
        }
        if let Some(table) = tables.get_mut(at) {
            table.push(row);
        }
        for (name, entry) in &tree.0 {
            let (Entry::Repeat(instances), Some(inner)) = (entry, self.layout.repeat(at, name)) else { continue };
            for (place, instance) in (1..).zip(instances) {
                let own = format!("{key}/{name}[{place}]");
                let row = vec![own.clone(), key.to_owned(), blanks(instance)];
                self.row(tables, inner, &own, row, instance, hash);
            }
        }
    }
}

fn cell(meta: Meta, kept: &KeptResponse, session: Option<&Session>) -> String {
    let (response, head) = (&kept.response, &kept.response.head);
    let of_session = |word: &dyn Fn(&Session) -> String| session.map(word).unwrap_or_default();
    match meta {
        Meta::Survey => safe_cell(&head.survey.id),
        Meta::Version => safe_cell(&head.survey.version),
        Meta::Hash => safe_cell(&head.survey.hash),
        Meta::State => name(&kept.state),
        Meta::Comment => safe_cell(&kept.comment),
        Meta::Session => head.session.map(|id| id.to_string()).unwrap_or_default(),
        Meta::SessionKind => of_session(&|s| name(&s.kind)),
        Meta::SessionTitle => of_session(&|s| safe_cell(&s.title)),
        Meta::SessionStarts => of_session(&|s| moment(s.starts)),
        Meta::Building => safe_cell(&head.door.building),
        Meta::Entrance => safe_cell(&head.door.entrance),
        Meta::Household => safe_cell(&head.door.household),
        Meta::Surveyor => safe_cell(&head.surveyor),
        Meta::Created => moment(head.created),
        Meta::Finished => moment(response.finished),
        // In hexadecimal, because a spreadsheet rounds long numbers.
        Meta::Seed => format!("{:#x}", head.seed),
        Meta::Correction => head.correction.as_deref().map(safe_cell).unwrap_or_default(),
        Meta::Name => safe_cell(&response.name),
        Meta::Blank => blanks(&response.answers),
    }
}

/// The names of questions put and left blank; of a repeat, put and left without instances.
fn blanks(tree: &AnswerTree) -> String {
    let is_blank = |entry: &Entry| match entry {
        Entry::Blank => true,
        Entry::Answer(_) => false,
        Entry::Repeat(instances) => instances.is_empty(),
    };
    let names: Vec<&str> = tree.0.iter().filter(|(_, entry)| is_blank(entry)).map(|(name, _)| name.as_str()).collect();
    safe_cell(&names.join(" "))
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
