//! A finished response is a visit: its door is noted as done in the round it belongs to, whatever way the survey was opened.

use std::collections::{HashMap, HashSet};

use super::Ctx;
use crate::{
    domain::{
        AttemptId, HouseholdId, ResponseId, RoundId,
        place::Roll,
        record::{Body, Register, StoreError},
        survey::{Form, Response},
        visit::{self, Attempt, Disposition, Rounds, attempt_of, disposition_of},
    },
    import::SurveyFile,
    locale::door,
    store::{About, Stamp, Store},
};

/// What a finished response was noted as.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotedVisit {
    /// The title of the round.
    pub round: String,
    /// What came of the visit.
    pub disposition: Disposition,
}

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
    /// Notes the visit that a response just finished stands for, and says as what in which round. A corrected response is
    /// read again. What goes wrong is told in a notice; the response is kept all the same.
    pub(super) fn note_visit(&mut self, form: &Form, response: &Response) -> Option<NotedVisit> {
        let survey = &response.head.survey.id;
        let disposition = disposition_of(form, response);
        if response.head.correction.is_some() {
            return self.note_again(response.head.id, disposition);
        }
        // Whoever works without rounds waits for no roll.
        let rounds = self.hold_register::<Rounds>();
        if rounds.is_none_or(|rounds| rounds.open_rounds(survey).next().is_none()) {
            return None;
        }
        self.hold_register::<Roll>()?;
        let (rounds, roll) = (self.register::<Rounds>()?, self.register::<Roll>()?);
        let opened_here = self.visiting.filter(|visiting| visiting.response == response.head.id);
        let attempt = match opened_here {
            Some(visiting) => at_route(rounds, &visiting, response, disposition),
            None => attempt_of(rounds, roll, response, disposition),
        };
        let attempt = attempt?;
        let noted = noted(rounds, &attempt);
        let id = AttemptId(self.new_id());
        let records = self.ask_register::<Rounds>(visit::Command::Event(visit::Event::Attempted { id, attempt }))?;
        self.discards.visit_noted(records, door(&self.locale, &response.head.door));
        noted
    }

    /// What a corrected response says, where something else was read from it before.
    fn note_again(&mut self, response: ResponseId, disposition: Disposition) -> Option<NotedVisit> {
        let records =
            self.hold_register::<Rounds>()?.decide(visit::Command::ResponseSays(response, disposition)).ok()?;
        let said = records.iter().find_map(|body| match body {
            Body::Visit(visit::Event::Attempted { attempt, .. }) => Some(attempt.clone()),
            _ => None,
        })?;
        let made = self.write(|store, stamp| store.append_events(records, stamp))?;
        self.take_in::<Rounds>(made);
        noted(self.register::<Rounds>()?, &said)
    }

    /// Deletes a response; what it said came of visits counts no more. How many these are; nothing when it was not deleted,
    /// and a notice says why.
    pub fn delete_response(&mut self, id: ResponseId, reason: &str) -> Option<usize> {
        let follows = self.hold_register::<Rounds>()?.decide(visit::Command::ResponseDeleted(id)).ok()?;
        let made = self.write(|store, stamp| store.delete_response_and(id, reason, follows, stamp))?;
        Some(self.take_in::<Rounds>(made).len())
    }

    /// Brings a deleted response back; what it says came of visits counts again. How many these are; nothing when it was
    /// not brought back, and a notice says why.
    pub fn restore_response(&mut self, id: ResponseId) -> Option<usize> {
        let disposition = self.said_by(id)?;
        let says = visit::Command::ResponseSays(id, disposition);
        let follows = self.hold_register::<Rounds>()?.decide(says).ok()?;
        let made = self.write(|store, stamp| store.restore_and(id, follows, stamp))?;
        Some(self.take_in::<Rounds>(made).len())
    }

    /// What the last revision of a response says came of a visit; a visit done where its survey text is gone.
    fn said_by(&mut self, id: ResponseId) -> Option<Disposition> {
        let history = self.read(|store| store.response(id))?;
        let last = history.as_ref().and_then(|history| history.revisions.last());
        let read = last.and_then(|last| Some((self.form_of(&last.response.head.survey).ok()?, &last.response)));
        let done = Disposition::Done { response: Some(id) };
        Some(read.map_or(done, |(form, response)| disposition_of(&form, response)))
    }
}

fn noted(rounds: &Rounds, attempt: &Attempt) -> Option<NotedVisit> {
    let round = rounds.round(attempt.round?)?.plan.title.clone();
    Some(NotedVisit { round, disposition: attempt.disposition })
}

/// The attempt of a response that was opened at a door of a route; nothing when the round is over or knows of it.
fn at_route(rounds: &Rounds, visiting: &Visiting, response: &Response, disposition: Disposition) -> Option<Attempt> {
    let Visiting { response: id, round, household } = *visiting;
    let open = rounds.round(round).is_some_and(|found| found.ended.is_none()) && rounds.is_in(round, household);
    let known = rounds.attempts_in(round, household).any(|attempt| attempt.response() == Some(id));
    (open && !known).then(|| Attempt::read(Some(round), household, disposition, response))
}

/// Notes the visits that responses written straight to a store stand for, and says how many. Corrected ones are read
/// again.
///
/// # Errors
/// As every read and write.
pub fn note_visits(store: &mut Store, responses: &[Response], stamp: Stamp<'_>) -> Result<usize, StoreError> {
    let rounds = Rounds::fold(store.records_about(About::Register(Rounds::KIND))?.0);
    let wanted = |response: &Response| {
        response.head.correction.is_some() || rounds.open_rounds(&response.head.survey.id).next().is_some()
    };
    if rounds.rounds().next().is_none() || !responses.iter().any(wanted) {
        return Ok(0);
    }
    let roll = Roll::fold(store.records_about(About::Register(Roll::KIND))?.0);
    let millis = u64::try_from(stamp.now.timestamp_millis()).unwrap_or_default();
    let mut forms: HashMap<String, SurveyFile> = HashMap::new();
    let (mut bodies, mut done) = (Vec::new(), HashSet::new());
    for response in responses.iter().filter(|response| wanted(response)) {
        let hash = &response.head.survey.hash;
        if !forms.contains_key(hash)
            && let Some(kept) = store.survey_source(hash)?
        {
            forms.insert(hash.clone(), SurveyFile::kept(kept));
        }
        let form = forms.get(hash).and_then(SurveyFile::form);
        let met = Disposition::Done { response: Some(response.head.id) };
        let disposition = form.map_or(met, |form| disposition_of(form, response));
        if response.head.correction.is_some() {
            let says = visit::Command::ResponseSays(response.head.id, disposition);
            bodies.extend(rounds.decide(says).unwrap_or_default());
            continue;
        }
        let Some(attempt) = attempt_of(&rounds, &roll, response, disposition) else { continue };
        let met = matches!(attempt.disposition, Disposition::Done { .. });
        // Who answered twice in one go was met once.
        if !met || done.insert((attempt.round, attempt.household)) {
            let id = AttemptId(stamp.ids.uuid(millis));
            bodies.push(Body::Visit(visit::Event::Attempted { id, attempt }));
        }
    }
    if bodies.is_empty() {
        return Ok(0);
    }
    Ok(store.append_events(bodies, stamp)?.len())
}
