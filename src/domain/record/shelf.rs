//! Things kept by key, each the fold of its own records: what registers are built from.

use std::{collections::BTreeMap, str::FromStr};

use super::{Body, Record, effective, order};
use crate::domain::RecordId;

/// A thing that follows from the records about it.
pub trait Thing: Sized {
    /// What it is known by; written as the entity of its records.
    type Key: Ord + Clone + FromStr;

    /// Whether an event is about such a thing at all.
    fn is_told_by(body: &Body) -> bool;

    /// The thing as of one more record that counts, in their order; nothing before it began or after it ended.
    fn take(before: Option<Self>, record: &Record) -> Option<Self>;
}

/// Everything known of one thing.
#[derive(Debug, Clone, PartialEq)]
struct Slot<T> {
    /// In the order they count, retractions among them.
    records: Vec<Record>,
    thing: Option<T>,
}

/// Things by key. The same whether records come one by one or all at once, and in whatever order they come.
#[derive(Debug, Clone, PartialEq)]
pub struct Shelf<T: Thing> {
    slots: BTreeMap<T::Key, Slot<T>>,
}

impl<T: Thing> Default for Shelf<T> {
    fn default() -> Self {
        Self { slots: BTreeMap::new() }
    }
}

impl<T: Thing> Shelf<T> {
    /// The shelf that those of the records add up to that are about its things; gives back the others.
    #[must_use]
    pub fn fold(records: Vec<Record>) -> (Self, Vec<Record>) {
        let mut shelf = Self::default();
        let (mut others, mut later) = (Vec::new(), Vec::new());
        for record in records {
            if T::is_told_by(&record.body) {
                shelf.put(record);
            } else if matches!(record.body, Body::Retracted { .. } | Body::Erased { .. }) {
                later.push(record);
            } else {
                others.push(record);
            }
        }
        for record in later {
            if shelf.knows(&record) {
                shelf.put(record);
            } else {
                others.push(record);
            }
        }
        for slot in shelf.slots.values_mut() {
            slot.records.sort_unstable_by(order);
            slot.records.dedup_by_key(|record| record.id);
            slot.refold();
        }
        (shelf, others)
    }

    /// Takes one more record in when it is about a thing of the shelf. Gives the key of the thing and what it was before.
    pub fn apply(&mut self, record: &Record) -> Option<(T::Key, Option<T>)>
    where
        T: Clone,
    {
        if !T::is_told_by(&record.body) && !self.knows(record) {
            return None;
        }
        let key = T::Key::from_str(&record.entity).ok()?;
        let slot = self.slots.entry(key.clone()).or_insert_with(Slot::empty);
        let place = slot.records.binary_search_by(|known| order(known, record)).err()?;
        let newest = place == slot.records.len();
        slot.records.insert(place, record.clone());
        let before = slot.thing.clone();
        let plain = newest && !slot.records.iter().any(|known| matches!(known.body, Body::Erased { .. }));
        if plain && T::is_told_by(&record.body) {
            slot.thing = T::take(slot.thing.take(), record);
        } else {
            slot.refold();
        }
        Some((key, before))
    }

    /// A thing by its key.
    #[must_use]
    pub fn get(&self, key: &T::Key) -> Option<&T> {
        self.slots.get(key)?.thing.as_ref()
    }

    /// All things with their keys, in the order of keys.
    pub fn iter(&self) -> impl Iterator<Item = (&T::Key, &T)> {
        self.slots.iter().filter_map(|(key, slot)| Some((key, slot.thing.as_ref()?)))
    }

    /// How many there are. A pass over all.
    #[must_use]
    pub fn count(&self) -> usize {
        self.iter().count()
    }

    /// The records that count of one thing, in their order: its history.
    #[must_use]
    pub fn history(&self, key: &T::Key) -> Vec<&Record> {
        self.slots.get(key).map(|slot| effective(&slot.records)).unwrap_or_default()
    }

    /// All records of one thing, retractions among them: what is to be erased when a person is to be forgotten.
    #[must_use]
    pub fn records(&self, key: &T::Key) -> &[Record] {
        self.slots.get(key).map_or(&[], |slot| &slot.records)
    }

    /// Whether a retraction or erasure is about a thing there are records of.
    fn knows(&self, record: &Record) -> bool {
        T::Key::from_str(&record.entity).is_ok_and(|key| self.slots.contains_key(&key))
    }

    fn put(&mut self, record: Record) {
        if let Ok(key) = T::Key::from_str(&record.entity) {
            self.slots.entry(key).or_insert_with(Slot::empty).records.push(record);
        }
    }
}

impl<T: Thing> Slot<T> {
    fn empty() -> Self {
        Self { records: Vec::new(), thing: None }
    }

    /// Makes the thing anew from its records, which are in order. What was erased is kept here no longer.
    fn refold(&mut self) {
        let erased = |record: &Record| match record.body {
            Body::Erased { record, .. } => Some(record),
            _ => None,
        };
        let gone: Vec<RecordId> = self.records.iter().filter_map(erased).collect();
        if !gone.is_empty() {
            self.records.retain(|record| !gone.contains(&record.id));
        }
        self.thing = match &self.records[..] {
            // Most things have one record.
            [record] if T::is_told_by(&record.body) => T::take(None, record),
            records => {
                let told = effective(records).into_iter().filter(|record| T::is_told_by(&record.body));
                told.fold(None, |before, record| T::take(before, record))
            }
        };
    }
}
