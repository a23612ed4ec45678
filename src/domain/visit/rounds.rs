//! All rounds and attempts, as the fold of their records.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, FixedOffset};

use super::{Attempt, Command, Disposition, DoorState, Event, Round, VisitRefusal};
use crate::domain::{
    AttemptId, HouseholdId, ResponseId, RoundId,
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
    /// The doors of each round, to find one without a pass over all.
    doors: HashMap<RoundId, HashSet<HouseholdId>>,
    /// What the attempts at a door in a round add up to; doors without attempts are left out.
    states: HashMap<RoundId, HashMap<HouseholdId, DoorState>>,
    /// When somebody was met at a door last, in any round or none.
    met: HashMap<HouseholdId, DateTime<FixedOffset>>,
}

impl Register for Rounds {
    const KIND: &'static str = "visit";
    type Command = Command;
    type Refusal = VisitRefusal;

    fn fold(records: Vec<Record>) -> Self {
        let (rounds, others) = Shelf::fold(records);
        let (attempts, _) = Shelf::<Attempt>::fold(others);
        let mut all = Self { all: rounds, attempts, ..Self::default() };
        for (id, attempt) in all.attempts.iter() {
            all.at_door.entry(attempt.household).or_default().push(*id);
        }
        let doors: Vec<HouseholdId> = all.at_door.keys().copied().collect();
        for door in doors {
            all.sort(door);
        }
        let ids: Vec<RoundId> = all.all.iter().map(|(id, _)| *id).collect();
        for id in ids {
            all.index(id);
        }
        all
    }

    fn apply(&mut self, record: Record) {
        let Some((id, before)) = self.attempts.apply(&record) else {
            if let Some((id, _)) = self.all.apply(&record) {
                self.index(id);
            }
            return;
        };
        if let Some(before) = before {
            if let Some(known) = self.at_door.get_mut(&before.household) {
                known.retain(|known| *known != id);
            }
            self.forget(&before);
            self.sort(before.household);
        }
        if let Some(now) = self.attempts.get(&id) {
            let door = now.household;
            self.at_door.entry(door).or_default().push(id);
            self.sort(door);
        }
    }

    fn decide(&self, command: Command) -> Result<Vec<Body>, VisitRefusal> {
        let event = match command {
            Command::Event(event) => event,
            Command::ResponseDeleted(response) => {
                return Ok(self.redisposed(response, Disposition::ResponseDeleted { response }));
            }
            Command::ResponseSays(response, disposition) => return Ok(self.redisposed(response, disposition)),
        };
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
                    if !self.is_in(round, attempt.household) {
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

    /// The attempts at a door in a round, oldest first.
    #[must_use]
    pub fn attempts_in(&self, round: RoundId, door: HouseholdId) -> impl DoubleEndedIterator<Item = &Attempt> {
        self.attempts(door).filter(move |attempt| attempt.round == Some(round))
    }

    /// The attempt that was made last at a door in a round, with its id.
    #[must_use]
    pub fn last_attempt(&self, round: RoundId, door: HouseholdId) -> Option<(AttemptId, &Attempt)> {
        let ids = self.at_door.get(&door)?;
        ids.iter().rev().find_map(|id| Some((*id, self.attempts.get(id)?)).filter(|found| found.1.round == Some(round)))
    }

    /// Whether a door is in a round.
    #[must_use]
    pub fn is_in(&self, round: RoundId, door: HouseholdId) -> bool {
        self.doors.get(&round).is_some_and(|doors| doors.contains(&door))
    }

    /// Where a door stands in a round.
    #[must_use]
    pub fn at_door(&self, round: RoundId, door: HouseholdId) -> DoorState {
        self.states.get(&round).and_then(|states| states.get(&door)).copied().unwrap_or_default()
    }

    /// Where the doors of a round stand that have been tried at all.
    pub(super) fn states(&self, round: RoundId) -> Option<&HashMap<HouseholdId, DoorState>> {
        self.states.get(&round)
    }

    /// How many doors of a round have been tried at all, and how many a round has: without a pass over them.
    #[must_use]
    pub fn tried(&self, round: RoundId) -> (usize, usize) {
        (self.states.get(&round).map_or(0, HashMap::len), self.doors.get(&round).map_or(0, HashSet::len))
    }

    /// When somebody was met at a door last, in any round or none.
    #[must_use]
    pub fn last_met(&self, door: HouseholdId) -> Option<DateTime<FixedOffset>> {
        self.met.get(&door).copied()
    }

    /// The rounds of a survey that are not over, the oldest first.
    pub fn open_rounds<'a>(&'a self, survey: &'a str) -> impl Iterator<Item = (RoundId, &'a Round)> {
        self.rounds().filter(move |(_, round)| round.ended.is_none() && round.plan.survey == survey)
    }

    /// The attempts a response was read as, where something else came of them.
    fn redisposed(&self, response: ResponseId, is: Disposition) -> Vec<Body> {
        let read = self.attempts.iter().filter(|(_, attempt)| attempt.response() == Some(response));
        let meant = read.filter(|(_, attempt)| attempt.disposition != is);
        let changed = meant.map(|(id, attempt)| (*id, attempt.clone().said(is, response)));
        changed.map(|(id, attempt)| Body::Visit(Event::Attempted { id, attempt })).collect()
    }

    /// Brings the doors of a round up to date with its plan.
    fn index(&mut self, id: RoundId) {
        match self.all.get(&id) {
            Some(round) => {
                self.doors.insert(id, round.plan.doors.iter().copied().collect());
            }
            None => {
                self.doors.remove(&id);
            }
        }
    }

    /// What followed from an attempt that counts no more, until the door is looked at anew.
    fn forget(&mut self, attempt: &Attempt) {
        if let Some(round) = attempt.round
            && let Some(states) = self.states.get_mut(&round)
        {
            states.remove(&attempt.household);
            if states.is_empty() {
                self.states.remove(&round);
            }
        }
        self.met.remove(&attempt.household);
    }

    /// Brings a door's attempts into order, and what follows from them.
    fn sort(&mut self, door: HouseholdId) {
        let Some(ids) = self.at_door.get_mut(&door) else { return };
        if ids.is_empty() {
            self.at_door.remove(&door);
            return;
        }
        ids.sort_by_key(|id| (self.attempts.get(id).map(|attempt| attempt.at), *id));
        let attempts: Vec<&Attempt> = ids.iter().filter_map(|id| self.attempts.get(id)).collect();
        for (n, attempt) in attempts.iter().enumerate() {
            let Some(round) = attempt.round else { continue };
            // Once for each round that has attempts here.
            if attempts[..n].iter().any(|earlier| earlier.round == Some(round)) {
                continue;
            }
            let here = attempts.iter().copied().filter(|attempt| attempt.round == Some(round));
            self.states.entry(round).or_default().insert(door, DoorState::of(here));
        }
        let met = attempts.iter().filter(|attempt| matches!(attempt.disposition, Disposition::Done { .. }));
        if let Some(last) = met.map(|attempt| attempt.at).max() {
            self.met.insert(door, last);
        }
    }
}
