//! Which must-visit doors nobody was at for too long.

use std::collections::BTreeSet;

use chrono::{DateTime, FixedOffset, NaiveDate};

use super::{Rounds, door_order};
use crate::domain::{
    HouseholdId,
    place::{Household, MustVisit, Roll, Standing},
};

/// Days after which a must-visit door is due, when nothing else was said.
pub const DUE_DAYS: u32 = 30;

/// A must-visit door that is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Due<'a> {
    /// The door.
    pub id: HouseholdId,
    /// Who lives there, and why it must be visited.
    pub household: &'a Household,
    /// When somebody was met there last, in any round or none; nothing for never.
    pub last: Option<DateTime<FixedOffset>>,
    /// How many days ago that was.
    pub days: Option<i64>,
}

/// The must-visit doors where nobody was met for more than so many days, those never seen first, then the longest; of doors
/// seen equally long ago those along the way. Only of these kinds; of all when none is named.
#[must_use]
pub fn due<'a>(
    roll: &'a Roll,
    rounds: &Rounds,
    kinds: &BTreeSet<MustVisit>,
    today: NaiveDate,
    days: u32,
) -> Vec<Due<'a>> {
    let mut found = Vec::new();
    for (id, household) in roll.households() {
        let wanted = !household.must_visit.is_empty()
            && (kinds.is_empty() || !kinds.is_disjoint(&household.must_visit))
            && household.standing == Standing::Owned;
        if !wanted {
            continue;
        }
        let last = rounds.last_met(id);
        let ago = last.map(|last| (today - last.date_naive()).num_days());
        if ago.is_none_or(|ago| ago > i64::from(days)) {
            found.push(Due { id, household, last, days: ago });
        }
    }
    found.sort_by(|a, b| {
        let longest = b.days.unwrap_or(i64::MAX).cmp(&a.days.unwrap_or(i64::MAX));
        longest.then_with(|| door_order(&a.household.address, &b.household.address)).then(a.id.cmp(&b.id))
    });
    found
}
