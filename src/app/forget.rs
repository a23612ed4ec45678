//! Forgetting a household: what goes of it everywhere, what stays and why, said before anything is done.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use super::{Ctx, discard::sweep};
use crate::{
    domain::{
        HouseholdId, MeetingId, RecordId, ResponseId,
        forget::{ByDoor, ForgetCounts, Forgotten},
        place::{self, Roll},
        record::{Body, StoreError},
        survey::DraftHead,
        visit,
    },
    store::{About, Stamp, Store},
};

/// What forgetting a household does, found before anything is done.
#[derive(Debug, Default)]
pub struct Forgetting {
    roll: Vec<RecordId>,
    visits: Vec<RecordId>,
    /// The responses that visits to the household led to.
    linked: BTreeSet<ResponseId>,
    /// The responses that only name its door.
    pub by_door: Vec<ByDoor>,
    changed: Vec<(RecordId, Body)>,
    /// How many of each there are.
    pub counts: ForgetCounts,
}

impl Forgetting {
    /// What would go of a household of the roll.
    ///
    /// # Errors
    /// As every read of the store.
    pub fn plan(store: &Store, roll: &Roll, household: HouseholdId) -> Result<Self, StoreError> {
        let who = Forgotten::of(roll, household);
        let mut plan = Self::default();
        let own = roll.household_records(household).iter().filter(|record| record.body.is_about_a_person());
        plan.roll = own.map(|record| record.id).collect();
        let id = household.to_string();
        let bodies = store.bodies(|json| who.may_be_in(json) || json.contains(&id))?;
        let mut heads: BTreeMap<ResponseId, DraftHead> = BTreeMap::new();
        for (record, _, body) in &bodies {
            match body {
                Body::Visit(visit::Event::Attempted { attempt, .. }) if attempt.household == household => {
                    plan.visits.push(*record);
                    plan.linked.extend(attempt.response());
                }
                Body::Response(response) => drop(heads.insert(response.head.id, response.head.clone())),
                Body::Discarded { head, .. } => drop(heads.entry(head.id).or_insert_with(|| head.clone())),
                _ => {}
            }
        }
        let found = |head: &DraftHead, draft| ByDoor {
            response: head.id,
            survey: head.survey.id.clone(),
            begun: head.created,
            draft,
        };
        let at_door = heads.values().filter(|head| who.is_door(&head.door) && !plan.linked.contains(&head.id));
        plan.by_door = at_door.map(|head| found(head, false)).collect();
        for draft in store.drafts()? {
            if who.is_door(&draft.head.door) {
                plan.by_door.retain(|known| known.response != draft.head.id);
                plan.by_door.push(found(&draft.head, true));
            }
        }
        plan.change(store, &who, &bodies)?;
        let (roll, visits, linked) = (plan.roll.len(), plan.visits.len(), plan.linked.len());
        plan.counts = ForgetCounts { roll, visits, linked, ..plan.counts };
        Ok(plan)
    }

    /// Finds what is changed in records about more than the household.
    fn change(
        &mut self,
        store: &Store,
        who: &Forgotten,
        bodies: &[(RecordId, String, Body)],
    ) -> Result<(), StoreError> {
        let own: BTreeSet<RecordId> = self.roll.iter().chain(&self.visits).copied().collect();
        let responses: BTreeSet<String> = self
            .linked
            .iter()
            .chain(self.by_door.iter().map(|found| &found.response))
            .map(ToString::to_string)
            .collect();
        let mut meetings: BTreeSet<MeetingId> = BTreeSet::new();
        let mut mentioned: BTreeSet<&String> = BTreeSet::new();
        for (record, entity, body) in bodies.iter().filter(|(record, ..)| !own.contains(record)) {
            match body {
                Body::Meeting { meeting, .. } => drop(meetings.insert(*meeting)),
                Body::Response(_) | Body::Returned { .. } | Body::Deleted { .. } | Body::Discarded { .. } => {
                    if !responses.contains(entity) && self.is_left_in(who, body) {
                        mentioned.insert(entity);
                    }
                }
                Body::Place(place::Event::Member { .. }) => {
                    self.counts.members += usize::from(self.is_left_in(who, body));
                }
                Body::Place(_) => {}
                Body::Ledger(_) => self.counts.ledger += self.scrub(who, *record, body),
                _ => self.counts.others += self.scrub(who, *record, body),
            }
        }
        self.counts.mentioned = mentioned.len();
        for meeting in meetings {
            let (records, _) = store.records_about(About::Meeting(meeting))?;
            let here = who.at_meeting(records.iter().map(|record| &record.body), meeting);
            let changed: usize = records.iter().map(|record| self.scrub(&here, record.id, &record.body)).sum();
            self.counts.meetings += usize::from(changed > 0);
        }
        Ok(())
    }

    /// Notes what a body says without the household; how many bodies that changes.
    fn scrub(&mut self, who: &Forgotten, record: RecordId, body: &Body) -> usize {
        if !body.is_about_a_person() {
            return 0;
        }
        let after = who.scrubbed(body);
        let left = after.as_ref().unwrap_or(body);
        self.counts.shared += usize::from(self.is_left_in(who, left));
        let changed = usize::from(after.is_some());
        self.changed.extend(after.map(|after| (record, after)));
        changed
    }

    #[allow(clippy::unused_self, reason = "asked of the plan, as what it counts is")]
    fn is_left_in(&self, who: &Forgotten, body: &Body) -> bool {
        serde_json::to_string(body).is_ok_and(|json| who.is_in(&json))
    }

    /// Erases and changes what was planned, in one transaction; `by_door` the responses that only name the door too. Drafts
    /// among them are thrown away before, and what lies beside the store for them is removed.
    ///
    /// # Errors
    /// As every write of the store.
    pub fn carry_out(
        self,
        store: &mut Store,
        dir: &Path,
        by_door: bool,
        reason: &str,
        stamp: Stamp<'_>,
    ) -> Result<(), StoreError> {
        let Stamp { ids, now, author } = stamp;
        let mut responses = self.linked;
        for found in self.by_door.iter().filter(|_| by_door) {
            if found.draft {
                store.discard_draft(found.response, Stamp { ids: &mut *ids, now, author })?;
            }
            responses.insert(found.response);
        }
        let mut erased = self.roll;
        erased.extend(self.visits);
        for response in responses {
            let records = store.records(&response.to_string())?;
            erased.extend(records.iter().filter(|record| record.body.is_about_a_person()).map(|record| record.id));
        }
        store.forget(&erased, self.changed, reason, Stamp { ids, now, author })?;
        sweep(dir, store)
    }
}

impl Ctx {
    /// What would go of a household; nothing when that cannot be read, and a notice says why.
    pub fn forgetting(&mut self, household: HouseholdId) -> Option<Forgetting> {
        self.hold_register::<Roll>()?;
        let roll = self.register::<Roll>()?.clone();
        self.read(|store| Forgetting::plan(store, &roll, household))
    }

    /// Erases what was planned. Whether that was saved; it cannot be taken back, and a notice says why not.
    pub fn forget(&mut self, plan: Forgetting, by_door: bool, reason: &str) -> bool {
        let dir = self.dir.clone();
        let done = self.write(|store, stamp| plan.carry_out(store, &dir, by_door, reason, stamp));
        // Everything is read anew: what is held may still say what is gone.
        self.registers = super::Registers::default();
        self.holdings = super::Holdings::default();
        self.gathered = super::Gathered::default();
        self.tallied = None;
        done.is_some()
    }
}
