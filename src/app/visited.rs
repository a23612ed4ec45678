//! A finished response is a visit: its door is noted as done in the round it belongs to, whatever way the survey was opened.

use std::collections::HashSet;

use super::Ctx;
use crate::{
    domain::{
        AttemptId, HouseholdId, ResponseId, RoundId,
        place::Roll,
        record::{Body, Register, StoreError},
        survey::Response,
        visit::{self, Attempt, Disposition, Rounds, attempt_of},
    },
    locale::door,
    store::{About, Stamp, Store},
};

/// A response begun at a door of a route.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Visiting {
    /// The response.
    pub response: ResponseId,
    /// The round.
    pub round: RoundId,
    /// The door.
    pub household: HouseholdId,
}

impl Ctx {
    /// Notes the visit that a response just finished stands for, and says in which round. What goes wrong is told in a
    /// notice; the response is kept all the same.
    pub(super) fn note_visit(&mut self, response: &Response) -> Option<String> {
        let survey = &response.head.survey.id;
        // Whoever works without rounds waits for no roll.
        let rounds = self.hold_register::<Rounds>();
        if rounds.is_none_or(|rounds| rounds.open_rounds(survey).next().is_none()) {
            return None;
        }
        self.hold_register::<Roll>()?;
        let (rounds, roll) = (self.register::<Rounds>()?, self.register::<Roll>()?);
        let opened_here = self.visiting.filter(|visiting| visiting.response == response.head.id);
        let attempt = match opened_here {
            Some(visiting) if response.head.correction.is_none() => at_route(rounds, &visiting, response),
            _ => attempt_of(rounds, roll, response),
        };
        let attempt = attempt?;
        let title = attempt.round.and_then(|round| rounds.round(round)).map(|round| round.plan.title.clone());
        let id = AttemptId(self.new_id());
        let records = self.ask_register::<Rounds>(visit::Command::Event(visit::Event::Attempted { id, attempt }))?;
        self.discards.visit_noted(records, door(&self.locale, &response.head.door));
        title
    }

    /// Deletes a response; the doors of rounds that were done with it are open again. How many they are; nothing when it
    /// was not deleted, and a notice says why.
    pub fn delete_response(&mut self, id: ResponseId, reason: &str) -> Option<usize> {
        let follows = self.hold_register::<Rounds>()?.decide(visit::Command::ResponseDeleted(id)).ok()?;
        let made = self.write(|store, stamp| store.delete_response_and(id, reason, follows, stamp))?;
        Some(self.take_in::<Rounds>(made).len())
    }

    /// Brings a deleted response back; the doors that had been done with it are done again. How many they are; nothing
    /// when it was not brought back, and a notice says why.
    pub fn restore_response(&mut self, id: ResponseId) -> Option<usize> {
        let follows = self.hold_register::<Rounds>()?.decide(visit::Command::ResponseRestored(id)).ok()?;
        let made = self.write(|store, stamp| store.restore_and(id, follows, stamp))?;
        Some(self.take_in::<Rounds>(made).len())
    }
}

/// The attempt of a response that was opened at a door of a route; nothing when the round is over or knows of it.
fn at_route(rounds: &Rounds, visiting: &Visiting, response: &Response) -> Option<Attempt> {
    let Visiting { response: id, round, household } = *visiting;
    let open = rounds.round(round).is_some_and(|found| found.ended.is_none()) && rounds.is_in(round, household);
    let disposition = Disposition::Done { response: Some(id) };
    let known = rounds.attempts_in(round, household).any(|attempt| attempt.disposition == disposition);
    (open && !known).then(|| Attempt {
        round: Some(round),
        household,
        disposition,
        visitor: response.head.surveyor.clone(),
        at: response.finished,
        note: String::new(),
    })
}

/// Notes the visits that responses written straight to a store stand for, and says how many.
///
/// # Errors
/// As every read and write.
pub fn note_visits(store: &mut Store, responses: &[Response], stamp: Stamp<'_>) -> Result<usize, StoreError> {
    let rounds = Rounds::fold(store.records_about(About::Register(Rounds::KIND))?.0);
    let wanted = |response: &Response| rounds.open_rounds(&response.head.survey.id).next().is_some();
    if !responses.iter().any(wanted) {
        return Ok(0);
    }
    let roll = Roll::fold(store.records_about(About::Register(Roll::KIND))?.0);
    let millis = u64::try_from(stamp.now.timestamp_millis()).unwrap_or_default();
    let (mut bodies, mut doors) = (Vec::new(), HashSet::new());
    for response in responses {
        let Some(attempt) = attempt_of(&rounds, &roll, response) else { continue };
        // Who answered twice in one go was met once.
        if doors.insert((attempt.round, attempt.household)) {
            let id = AttemptId(stamp.ids.uuid(millis));
            bodies.push(Body::Visit(visit::Event::Attempted { id, attempt }));
        }
    }
    if bodies.is_empty() {
        return Ok(0);
    }
    Ok(store.append_events(bodies, stamp)?.len())
}
