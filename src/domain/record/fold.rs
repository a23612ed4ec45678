//! Which records of an entity count, and in which order: the merge rule.
//!
//! Merging two laptops is the union of their records. What an entity is follows from its records alone: they are put in
//! the order of hybrid logical clock, device and number, which is the same on every laptop and keeps cause before
//! effect; where two laptops changed the same thing without knowing of each other, the later record decides and both
//! stay to be seen. It never matters in which order records arrived.

use std::{cmp::Ordering, collections::HashSet};

use super::{Body, Record};
use crate::domain::RecordId;

/// The order in which records count: hybrid logical clock, then device, then number.
#[must_use]
pub fn order(a: &Record, b: &Record) -> Ordering {
    (a.hlc, a.device, a.seq, a.id).cmp(&(b.hlc, b.device, b.seq, b.id))
}

/// The records of one entity that count, in order: those neither erased nor retracted, retractions themselves left out.
///
/// A retraction takes back an earlier record, also an earlier retraction, and does nothing once it is itself taken
/// back. An erasure cannot be taken back.
#[must_use]
pub fn effective(records: &[Record]) -> Vec<&Record> {
    let mut gone: HashSet<RecordId> = HashSet::new();
    for record in records {
        if let Body::Erased { record: target, .. } = record.body {
            gone.insert(target);
        }
    }
    let mut sorted: Vec<&Record> = records.iter().collect();
    sorted.sort_unstable_by(|a, b| order(b, a));
    sorted.dedup_by_key(|r| r.id);
    let mut kept = Vec::with_capacity(sorted.len());
    for record in sorted {
        match record.body {
            Body::Erased { .. } => {}
            _ if gone.contains(&record.id) => {}
            Body::Retracted { record: target } => {
                gone.insert(target);
            }
            _ => kept.push(record),
        }
    }
    kept.reverse();
    kept
}
