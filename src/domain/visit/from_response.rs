//! The attempt a finished response stands for: whoever answered at the door was met, unless the survey says otherwise.

use chrono::{DateTime, FixedOffset, NaiveTime, TimeDelta};

use super::{Attempt, Disposition, Plan, Rounds, Stage};
use crate::domain::{
    Answer, HouseholdId, RoundId, Value,
    place::Roll,
    survey::{AnswerTree, Door, Form, Outcome, Response},
};

/// What a response says came of the visit, read with the survey text it was filled with.
#[must_use]
pub fn disposition_of(form: &Form, response: &Response) -> Disposition {
    match form.outcome(&response.answers) {
        Outcome::Done => Disposition::Done { response: Some(response.head.id) },
        Outcome::NobodyHome => Disposition::NobodyHome,
        Outcome::Refused => Disposition::Refused,
        Outcome::Moved => Disposition::Moved,
        Outcome::Unsafe => Disposition::Unsafe,
        Outcome::ComeBack { day, time } => {
            let time = time.and_then(|time| value(&response.answers, &time.value)).cloned();
            Disposition::ComeBack { at: agreed(value(&response.answers, &day.value), time.as_ref(), response.finished) }
        }
    }
}

fn value<'a>(answers: &'a AnswerTree, question: &str) -> Option<&'a Value> {
    answers.answer(question).and_then(Answer::value)
}

/// When to come back: the day that was said, at the time that was said; the next day where none was.
fn agreed(day: Option<&Value>, time: Option<&Value>, visited: DateTime<FixedOffset>) -> DateTime<FixedOffset> {
    let day = match day {
        Some(Value::DateTime(at)) => return *at,
        Some(Value::Date(day)) => *day,
        _ => (visited + TimeDelta::days(1)).date_naive(),
    };
    let time = match time {
        Some(Value::Time(time)) => *time,
        _ => NaiveTime::MIN,
    };
    // With a fixed offset every local time is one moment.
    day.and_time(time).and_local_timezone(*visited.offset()).single().unwrap_or(visited)
}

/// The attempt that a response with this disposition makes, when its door is in an open round of its survey and that was not known yet. A door
/// that was done in the round counts for a back-check of it, when somebody else went. Nothing when several households of the
/// round could be meant.
#[must_use]
pub fn attempt_of(rounds: &Rounds, roll: &Roll, response: &Response, disposition: Disposition) -> Option<Attempt> {
    let head = &response.head;
    if head.correction.is_some() || head.door.household.trim().is_empty() {
        return None;
    }
    let mut open: Vec<_> = rounds.open_rounds(&head.survey.id).collect();
    // Rounds before their back-checks.
    open.sort_by_key(|(id, round)| (round.plan.checks.is_some(), *id));
    open.into_iter().find_map(|(id, round)| {
        let household = meant(rounds, roll, id, &round.plan, &head.door, &head.surveyor)?;
        if rounds.attempts(household).any(|attempt| attempt.response() == Some(head.id)) {
            return None;
        }
        Some(Attempt::read(Some(id), household, disposition, response))
    })
}

impl Attempt {
    /// The attempt that a response at a door is, with what it says came of it.
    #[must_use]
    pub fn read(round: Option<RoundId>, household: HouseholdId, disposition: Disposition, response: &Response) -> Self {
        let (visitor, at) = (response.head.surveyor.clone(), response.finished);
        Self { round, household, disposition, visitor, at, note: String::new(), said_in: None }
            .said(disposition, response.head.id)
    }
}

/// The household of a round, not done yet, that a door typed by hand means.
fn meant(
    rounds: &Rounds,
    roll: &Roll,
    round: RoundId,
    plan: &Plan,
    door: &Door,
    surveyor: &str,
) -> Option<HouseholdId> {
    let open = |id: &HouseholdId| !matches!(rounds.at_door(round, *id).stage, Stage::Done { .. });
    let same = |id: &HouseholdId| roll.household(*id).is_some_and(|household| is_same(&household.address.door, door));
    // Whoever was there first does not check themself.
    let allowed = |id: &HouseholdId| {
        plan.checks.and_then(|checked| rounds.last_attempt(checked, *id)).is_none_or(|(_, a)| a.visitor != surveyor)
    };
    let found: Vec<HouseholdId> = plan.doors.iter().copied().filter(|id| open(id) && same(id) && allowed(id)).collect();
    let assigned = |id: &&HouseholdId| {
        roll.household(**id).is_some_and(|household| plan.assigned(&household.address) == Some(surveyor))
    };
    match found[..] {
        [] => None,
        [one] => Some(one),
        _ => {
            let mut mine = found.iter().filter(assigned);
            mine.next().copied().filter(|_| mine.next().is_none())
        }
    }
}

fn is_same(a: &Door, b: &Door) -> bool {
    a.building.trim() == b.building.trim()
        && a.entrance.trim() == b.entrance.trim()
        && a.household.trim() == b.household.trim()
}
