//! The last import of households that still counts, and what was done to them since: what taking it back rests on.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, FixedOffset};

use super::Event;
use crate::domain::{
    HouseholdId, RecordId,
    record::{Body, Record, effective, order},
};

/// An import of households.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Import {
    /// Its records, oldest first.
    pub records: Vec<RecordId>,
    /// The name of the table's file; empty where nobody wrote it down.
    pub file: String,
    /// When.
    pub at: DateTime<FixedOffset>,
    /// Who took it in.
    pub by: String,
    /// The households that came onto the roll by it.
    pub new: Vec<HouseholdId>,
    /// The households it changed.
    pub changed: Vec<HouseholdId>,
    /// Those of them that somebody changed, took off or forgot since.
    pub touched: Vec<HouseholdId>,
}

/// Why an import stays.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ImportKept {
    /// There is none, or none that still counts.
    Nothing,
    /// So many households of the one taken in then were changed, taken off or forgotten since.
    Touched(DateTime<FixedOffset>, usize),
    /// Somebody went to so many of the households that came onto the roll then.
    Visited(DateTime<FixedOffset>, usize),
}

/// The last import that still counts; nothing when there is none. Records of one go with the mark of an import are one; so
/// are several households in one go without it, as imports were recorded once.
#[must_use]
pub fn last_import(records: &[Record]) -> Option<Import> {
    let counting = effective(records);
    let counts: HashSet<RecordId> = counting.iter().map(|record| record.id).collect();
    let mut by_device: Vec<&Record> = records.iter().collect();
    by_device.sort_unstable_by_key(|record| (record.device, record.seq));
    by_device.dedup_by_key(|record| record.id);
    // In one go number and clock go on together; a record between that is gone leaves a gap in both.
    let ahead = |record: &Record| record.hlc.wrapping_sub(record.seq);
    let goes = by_device.chunk_by(|before, record| before.device == record.device && ahead(before) == ahead(record));
    let imports = goes.filter(|go| {
        let mut homes = go.iter().filter(|record| household(record).is_some());
        let marked = go.iter().any(|record| matches!(&record.body, Body::Place(Event::Imported { .. })));
        let standing = go.iter().any(|record| household(record).is_some() && counts.contains(&record.id));
        standing && (marked || homes.nth(1).is_some())
    });
    let go = imports.max_by(|a, b| order(a[0], b[0]))?;
    let own: HashMap<HouseholdId, &Record> =
        go.iter().filter_map(|record| Some((household(record)?, *record))).collect();
    let file = go.iter().find_map(|record| match &record.body {
        Body::Place(Event::Imported { file }) => Some(file.clone()),
        _ => None,
    });
    let (mut known, mut touched) = (HashSet::new(), HashSet::new());
    for record in &counting {
        let Some((id, own)) = about(record).and_then(|id| Some((id, own.get(&id)?))) else { continue };
        if record.id != own.id {
            let set = if order(record, own).is_lt() { &mut known } else { &mut touched };
            set.insert(id);
        }
    }
    let gone = |id: &HouseholdId| own.get(id).is_some_and(|record| !counts.contains(&record.id));
    let all: Vec<HouseholdId> = go.iter().filter_map(|record| household(record)).collect();
    let (changed, new) = all.iter().copied().partition(|id| known.contains(id));
    Some(Import {
        records: go.iter().map(|record| record.id).filter(|id| counts.contains(id)).collect(),
        file: file.unwrap_or_default(),
        at: go[0].at,
        by: go[0].author.clone(),
        new,
        changed,
        touched: all.into_iter().filter(|id| touched.contains(id) || gone(id)).collect(),
    })
}

/// The household a record says something new of.
fn household(record: &Record) -> Option<HouseholdId> {
    match &record.body {
        Body::Place(Event::Household { id, .. }) => Some(*id),
        _ => None,
    }
}

/// The household a record is about.
fn about(record: &Record) -> Option<HouseholdId> {
    match &record.body {
        Body::Place(event) => event.household(),
        _ => None,
    }
}
