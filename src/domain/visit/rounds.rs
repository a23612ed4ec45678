//! All rounds and attempts, as the fold of their records.

use std::collections::HashMap;

use super::{Attempt, Command, Event, Round, VisitRefusal};
use crate::domain::{
    AttemptId, HouseholdId, RoundId,
    record::{Body, Record, Register, Shelf, Thing},
};

impl Thing for Round {
    type Key = RoundId;

    fn is_told_by(body: &Body) -> bool {
        matches!(body, Body::Visit(Event::Planned { .. } | Event::Ended { .. }))
    }

    fn take(before: Option<Self>, record: &Record) -> Option<Self> {
        match &record.body {
            Body::Visit(Event::Planned { plan, .. }) => Some(Self { plan: plan.clone(), ended: None }),
            Body::Visit(Event::Ended { reason, .. }) => {
                before.map(|round| Self { ended: Some(reason.clone()), ..round })
            }
            _ => before,
        }
    }
}

impl Thing for Attempt {
    type Key = AttemptId;

    fn is_told_by(body: &Body) -> bool {
        matches!(body, Body::Visit(Event::Attempted { .. }))
    }

    fn take(before: Option<Self>, record: &Record) -> Option<Self> {
        match &record.body {
            Body::Visit(Event::Attempted { attempt, .. }) => Some(attempt.clone()),
            _ => before,
        }
    }
}

/// Rounds of visits and what came of them.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Rounds {
    all: Shelf<Round>,
    attempts: Shelf<Attempt>,
    /// The attempts at each door, by when they were, oldest first.
    at_door: HashMap<HouseholdId, Vec<AttemptId>>,
}

impl Register for Rounds {
    const KIND: &'static str = "visit";
    type Command = Command;
    type Refusal = VisitRefusal;

    fn fold(records: Vec<Record>) -> Self {
        let (rounds, others) = Shelf::fold(records);
        let (attempts, _) = Shelf::<Attempt>::fold(others);
        let mut at_door: HashMap<HouseholdId, Vec<AttemptId>> = HashMap::new();
        for (id, attempt) in attempts.iter() {
            at_door.entry(attempt.household).or_default().push(*id);
        }
        let mut all = Self { all: rounds, attempts, at_door };
        let doors: Vec<HouseholdId> = all.at_door.keys().copied().collect();
        for door in doors {
            all.sort(door);
        }
        all
    }

    fn apply(&mut self, record: Record) {
        let Some((id, before)) = self.attempts.apply(&record) else {
            self.all.apply(&record);
            return;
        };
        if let Some(before) = before
            && let Some(known) = self.at_door.get_mut(&before.household)
        {
            known.retain(|known| *known != id);
        }
        if let Some(now) = self.attempts.get(&id) {
            let door = now.household;
            self.at_door.entry(door).or_default().push(id);
            self.sort(door);
        }
    }

    fn decide(&self, command: Command) -> Result<Vec<Body>, VisitRefusal> {
        let Command::Event(event) = command;
        match &event {
            Event::Planned { round, plan } => {
                if plan.title.trim().is_empty() {
                    return Err(VisitRefusal::Untitled);
                }
                if plan.doors.is_empty() {
                    return Err(VisitRefusal::NoDoors);
                }
                if self.round(*round).is_some_and(|known| known.plan == *plan && known.ended.is_none()) {
                    return Ok(Vec::new());
                }
            }
            Event::Ended { round, .. } => {
                let known = self.round(*round).ok_or(VisitRefusal::Unknown)?;
                if known.ended.is_some() {
                    return Err(VisitRefusal::Over);
                }
            }
            Event::Attempted { attempt, .. } => {
                if attempt.visitor.trim().is_empty() {
                    return Err(VisitRefusal::NoVisitor);
                }
                if let Some(round) = attempt.round {
                    let known = self.round(round).ok_or(VisitRefusal::Unknown)?;
                    if known.ended.is_some() {
                        return Err(VisitRefusal::Over);
                    }
                    if !known.plan.doors.contains(&attempt.household) {
                        return Err(VisitRefusal::NotInRound);
                    }
                }
            }
        }
        Ok(vec![Body::Visit(event)])
    }
}

impl Rounds {
    /// A round by its id.
    #[must_use]
    pub fn round(&self, id: RoundId) -> Option<&Round> {
        self.all.get(&id)
    }

    /// All rounds, the oldest first.
    pub fn rounds(&self) -> impl Iterator<Item = (RoundId, &Round)> {
        self.all.iter().map(|(id, round)| (*id, round))
    }

    /// The attempts at a door, in any round or none, oldest first.
    pub fn attempts(&self, door: HouseholdId) -> impl DoubleEndedIterator<Item = &Attempt> {
        let ids = self.at_door.get(&door).map(Vec::as_slice).unwrap_or_default();
        ids.iter().filter_map(|id| self.attempts.get(id))
    }

    fn sort(&mut self, door: HouseholdId) {
        if let Some(ids) = self.at_door.get_mut(&door) {
            ids.sort_by_key(|id| (self.attempts.get(id).map(|attempt| attempt.at), *id));
        }
    }
}
