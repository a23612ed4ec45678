//! The attempt a finished response stands for: whoever answered at the door was met.

use super::{Attempt, Disposition, Plan, Rounds, Stage};
use crate::domain::{
    HouseholdId, RoundId,
    place::Roll,
    survey::{Door, Response},
};

/// The attempt that a response makes, when its door is in an open round of its survey and that was not known yet. A door
/// that was done in the round counts for a back-check of it, when somebody else went. Nothing when several households of the
/// round could be meant.
#[must_use]
pub fn attempt_of(rounds: &Rounds, roll: &Roll, response: &Response) -> Option<Attempt> {
    let head = &response.head;
    if head.correction.is_some() || head.door.household.trim().is_empty() {
        return None;
    }
    let mut open: Vec<_> = rounds.open_rounds(&head.survey.id).collect();
    // Rounds before their back-checks.
    open.sort_by_key(|(id, round)| (round.plan.checks.is_some(), *id));
    open.into_iter().find_map(|(id, round)| {
        let household = meant(rounds, roll, id, &round.plan, &head.door, &head.surveyor)?;
        let disposition = Disposition::Done { response: Some(head.id) };
        if rounds.attempts(household).any(|attempt| attempt.disposition == disposition) {
            return None;
        }
        Some(Attempt {
            round: Some(id),
            household,
            disposition,
            visitor: head.surveyor.clone(),
            at: response.finished,
            note: String::new(),
        })
    })
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
