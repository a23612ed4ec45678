//! The way from door to door: in which order, whose, and which door is next.

use std::cmp::Ordering;

use chrono::{DateTime, FixedOffset, TimeDelta};

use super::{DoorState, Plan, Stage};
use crate::domain::{
    HouseholdId,
    place::{Address, Level, Roll, natural},
};

/// Somebody who was told a time is rung at up to so many minutes before it.
const EARLY: TimeDelta = TimeDelta::minutes(10);

/// The order in which doors are gone to: place by place, building, entrance, then the door, numbers as numbers.
#[must_use]
pub fn door_order(a: &Address, b: &Address) -> Ordering {
    let levels = Level::ALL.iter().map(|level| natural(a.at(*level), b.at(*level)));
    let doors = natural(&a.door.household, &b.door.household);
    levels.chain([doors]).find(|order| *order != Ordering::Equal).unwrap_or(Ordering::Equal)
}

impl Plan {
    /// Who goes to a door: of the assignments whose place holds it the narrowest, of these the first.
    #[must_use]
    pub fn assigned(&self, address: &Address) -> Option<&str> {
        let holding = self.assignments.iter().filter(|assignment| assignment.place.holds(address));
        // `max_by_key` gives the last of several, so the first is looked for from behind.
        holding.rev().max_by_key(|assignment| assignment.place.0.len()).map(|assignment| assignment.who.as_str())
    }

    /// The doors somebody goes to, in the order of the way; all doors when nobody is named or nothing was assigned. Doors
    /// that are on the roll no more come last.
    #[must_use]
    pub fn route(&self, roll: &Roll, who: Option<&str>) -> Vec<HouseholdId> {
        let who = who.filter(|_| !self.assignments.is_empty());
        let mut doors: Vec<_> = self.doors.iter().map(|id| (*id, roll.household(*id))).collect();
        if let Some(who) = who {
            doors.retain(|(_, found)| found.is_some_and(|h| self.assigned(&h.address) == Some(who)));
        }
        doors.sort_by(|(id, a), (other, b)| match (a, b) {
            (Some(a), Some(b)) => door_order(&a.address, &b.address).then(id.cmp(other)),
            (a, b) => b.is_some().cmp(&a.is_some()).then(id.cmp(other)),
        });
        doors.into_iter().map(|(id, _)| id).collect()
    }

    /// Who is to go anywhere, each once, in the order they were named.
    #[must_use]
    pub fn surveyors(&self) -> Vec<&str> {
        let mut names: Vec<&str> = Vec::new();
        for assignment in &self.assignments {
            if !names.contains(&assignment.who.as_str()) {
                names.push(&assignment.who);
            }
        }
        names
    }
}

/// The door of a route to go to next, after the one at `after`: first whoever was told a time that has come, then on along
/// the way, then from its beginning, to doors that are open and were not tried today. Nothing when no door is left for now.
pub fn next_door(
    route: &[HouseholdId],
    after: Option<usize>,
    now: DateTime<FixedOffset>,
    at_door: impl Fn(HouseholdId) -> DoorState,
) -> Option<usize> {
    let agreed = route.iter().enumerate().filter(|(at, _)| Some(*at) != after);
    let agreed = agreed.filter_map(|(at, door)| match at_door(*door).stage {
        Stage::ComeBack { at: when } if when <= now + EARLY => Some((when, at)),
        _ => None,
    });
    if let Some((_, at)) = agreed.min() {
        return Some(at);
    }
    let today = now.date_naive();
    let ready = |at: &usize| {
        let state = at_door(route[*at]);
        match state.stage {
            Stage::NotVisited => true,
            Stage::NobodyHome => !state.was_tried_on(today),
            _ => false,
        }
    };
    let first = after.map_or(0, |at| at + 1).min(route.len());
    (first..route.len()).chain(0..first).filter(|at| Some(*at) != after).find(ready)
}
