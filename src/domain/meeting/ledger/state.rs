//! The state of all that is kept, as it follows from the records of the log.

use std::collections::BTreeMap;

use super::trail::{Complete, Thing, check, take};
use super::{Action, Claim, Command, Event, Fund, Grant, LedgerRefusal, Mark, Pledge, Trace};
use crate::domain::{
    ActionId, ClaimId, GrantId, PledgeId, RecordId,
    meeting::agenda::FundKey,
    record::{Body, Record, Register, effective, order},
};

/// Everything that outlives meetings.
///
/// It is the same whether records come one by one or all at once, and in whatever order they come: each thing is what
/// its own records, put in the order of the log, add up to.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Ledger {
    pub(super) actions: BTreeMap<ActionId, Action>,
    pub(super) pledges: BTreeMap<PledgeId, Pledge>,
    pub(super) grants: BTreeMap<GrantId, Grant>,
    pub(super) claims: BTreeMap<ClaimId, Claim>,
    pub(super) funds: BTreeMap<FundKey, Fund>,
    /// The records of each thing, in the order they count: what a thing is made of anew when one is taken back.
    records: BTreeMap<String, Vec<Record>>,
}

impl Register for Ledger {
    const KIND: &'static str = "ledger";
    type Command = Command;
    type Refusal = LedgerRefusal;

    fn fold(records: Vec<Record>) -> Self {
        Self::fold(&records)
    }

    fn apply(&mut self, record: Record) {
        self.apply(&record);
    }

    fn decide(&self, command: Command) -> Result<Vec<Body>, LedgerRefusal> {
        Ok(self.decide(command)?.into_iter().map(Body::Ledger).collect())
    }
}

impl Ledger {
    /// The ledger these records add up to, in any order. Records of other things are left out.
    #[must_use]
    pub fn fold(records: &[Record]) -> Self {
        let mut ledger = Self::default();
        for record in records {
            if let Some(entity) = entity(record) {
                ledger.records.entry(entity).or_default().push(record.clone());
            }
        }
        let entities: Vec<String> = ledger.records.keys().cloned().collect();
        for entity in entities {
            if let Some(known) = ledger.records.get_mut(&entity) {
                known.sort_unstable_by(order);
                known.dedup_by_key(|record| record.id);
            }
            ledger.refold(&entity);
        }
        ledger
    }

    /// Takes one more record in: an event, or the retraction or erasure of one. Others change nothing.
    pub fn apply(&mut self, record: &Record) {
        let Some(entity) = entity(record) else { return };
        let known = self.records.entry(entity.clone()).or_default();
        let Err(place) = known.binary_search_by(|r| order(r, record)) else { return };
        let plain = place == known.len() && !known.iter().any(|r| matches!(r.body, Body::Erased { .. }));
        known.insert(place, record.clone());
        match &record.body {
            Body::Ledger(event) if plain => self.take(event, &Mark::of(record)),
            _ => self.refold(&entity),
        }
    }

    /// Which other records count no more once this one is taken back, such as allocations of a source that was never
    /// given; nothing when it is not about the ledger. Taking back a retraction is asked in the same way.
    #[must_use]
    pub fn falls_with(&self, record: RecordId) -> Vec<RecordId> {
        let Some(known) = self.records.values().find(|known| known.iter().any(|r| r.id == record)) else {
            return Vec::new();
        };
        let rest: Vec<Record> = known.iter().filter(|r| r.id != record).cloned().collect();
        let (now, then) = (Self::fold(known).counting(), Self::fold(&rest).counting());
        now.into_iter().filter(|id| *id != record && !then.contains(id)).collect()
    }

    /// Whether a record is an event that changed something and was not taken back.
    #[must_use]
    pub fn counts(&self, record: RecordId) -> bool {
        self.counting().contains(&record)
    }

    /// The records whose events changed something.
    fn counting(&self) -> Vec<RecordId> {
        fn of<E>(trail: &[Trace<E>]) -> impl Iterator<Item = RecordId> + '_ {
            trail.iter().filter(|trace| trace.counts).map(|trace| trace.mark.record)
        }
        let mut found: Vec<RecordId> = self.actions.values().flat_map(|a| of(&a.trail)).collect();
        found.extend(self.pledges.values().flat_map(|p| of(&p.trail)));
        found.extend(self.grants.values().flat_map(|g| of(&g.trail)));
        found.extend(self.claims.values().flat_map(|c| of(&c.trail)));
        found.extend(self.funds.values().flat_map(|f| of(&f.trail)));
        found
    }

    /// Whether an event makes sense now.
    pub(super) fn check(&self, event: &Event) -> Result<(), LedgerRefusal> {
        match event {
            Event::Action { action, event } => check(self.actions.get(action), event),
            Event::Pledge { pledge, event } => check(self.pledges.get(pledge), event),
            Event::Grant { grant, event } => check(self.grants.get(grant), event),
            Event::Claim { claim, event } => check(self.claims.get(claim), event),
            Event::Fund { fund, event } => check(self.funds.get(fund), event),
        }
    }

    pub(super) fn take(&mut self, event: &Event, mark: &Mark) {
        match event {
            Event::Action { action, event } => take_in(&mut self.actions, action, event, mark),
            Event::Pledge { pledge, event } => take_in(&mut self.pledges, pledge, event, mark),
            Event::Grant { grant, event } => take_in(&mut self.grants, grant, event, mark),
            Event::Claim { claim, event } => take_in(&mut self.claims, claim, event, mark),
            Event::Fund { fund, event } => take_in(&mut self.funds, fund, event, mark),
        }
    }

    /// Makes one thing anew from its records.
    fn refold(&mut self, entity: &str) {
        let Some(known) = self.records.remove(entity) else { return };
        for record in &known {
            let Body::Ledger(event) = &record.body else { continue };
            match event {
                Event::Action { action, .. } => drop(self.actions.remove(action)),
                Event::Pledge { pledge, .. } => drop(self.pledges.remove(pledge)),
                Event::Grant { grant, .. } => drop(self.grants.remove(grant)),
                Event::Claim { claim, .. } => drop(self.claims.remove(claim)),
                Event::Fund { fund, .. } => drop(self.funds.remove(fund)),
            }
        }
        for record in effective(&known) {
            if let Body::Ledger(event) = &record.body {
                self.take(event, &Mark::of(record));
            }
        }
        self.records.insert(entity.to_owned(), known);
    }
}

/// The thing a record is about, as the log names it; nothing for a record the ledger leaves out. A retraction may be about
/// something else altogether: it is kept, because what it takes back may still come.
fn entity(record: &Record) -> Option<String> {
    match &record.body {
        Body::Ledger(event) => Some(event.entity()),
        Body::Retracted { .. } | Body::Erased { .. } => Some(record.entity.clone()),
        _ => None,
    }
}

fn take_in<K: Ord + Clone, T: Thing>(things: &mut BTreeMap<K, T>, key: &K, event: &T::Event, mark: &Mark)
where
    T::Event: Complete,
{
    if let Some(thing) = take(things.remove(key), event, mark) {
        things.insert(key.clone(), thing);
    }
}
