//! Which doors a round is to have.

use std::collections::BTreeSet;

use super::{Rounds, Stage, door_order};
use crate::domain::{
    HouseholdId, Ids, RoundId, SeededIds,
    place::{Household, MustVisit, Place, Roll, Standing},
};

/// Which doors: those that are in one of the places and of one of the kinds, and of these a sample.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Choosing {
    /// In these places; none is everywhere.
    pub places: Vec<Place>,
    /// Must-visit doors of one of these kinds; none is every door.
    pub kinds: BTreeSet<MustVisit>,
    /// Only some of those done in another round.
    pub sample: Option<Sample>,
}

/// Doors drawn by lot for a back-check.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sample {
    /// Among those done in this round.
    pub of: RoundId,
    /// So many.
    pub doors: usize,
    /// The same seed draws the same doors.
    pub seed: u64,
}

impl Choosing {
    /// The doors, by building, entrance and door. Parking spaces are no doors, and behind one that is not sold or not handed
    /// over nobody lives.
    #[must_use]
    pub fn doors(&self, roll: &Roll, rounds: &Rounds) -> Vec<HouseholdId> {
        let mut doors: Vec<_> =
            roll.households().filter(|(id, household)| self.takes(*id, household, rounds)).collect();
        if let Some(sample) = &self.sample {
            draw(&mut doors, sample);
        }
        doors.sort_by(|a, b| door_order(&a.1.address, &b.1.address).then(a.0.cmp(&b.0)));
        doors.into_iter().map(|(id, _)| id).collect()
    }

    fn takes(&self, id: HouseholdId, household: &Household, rounds: &Rounds) -> bool {
        let lived_in = !household.parking && household.standing == Standing::Owned;
        let here = self.places.is_empty() || self.places.iter().any(|place| place.holds(&household.address));
        let kind = self.kinds.is_empty() || !self.kinds.is_disjoint(&household.must_visit);
        let done = |sample: &Sample| matches!(rounds.at_door(sample.of, id).stage, Stage::Done { .. });
        lived_in && here && kind && self.sample.as_ref().is_none_or(done)
    }
}

/// Leaves so many of the doors as the sample is to have, drawn by its seed; which, does not hang on the order of the roll.
fn draw<T>(doors: &mut Vec<(HouseholdId, T)>, sample: &Sample) {
    doors.sort_by_key(|(id, _)| *id);
    let mut lots = SeededIds::new(sample.seed);
    let wanted = sample.doors.min(doors.len());
    for at in 0..wanted {
        let left = u64::try_from(doors.len() - at).unwrap_or(u64::MAX);
        let lot = usize::try_from(lots.seed() % left).unwrap_or_default();
        doors.swap(at, at + lot);
    }
    doors.truncate(wanted);
}
