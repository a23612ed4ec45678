//! Households by dense numbers: which entrance each is in and why it must be visited, to count many without reading them.

use std::collections::HashMap;

use super::{Address, Household};
use crate::domain::HouseholdId;

/// Where a household is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot {
    /// The number of its entrance, for [`Roll::entrance`](super::Roll::entrance).
    pub entrance: u32,
    /// Why it must be visited: the bit `1 << kind as u8` for each kind.
    pub kinds: u8,
}

/// The spots of all households. An entrance keeps its number once it has one.
#[derive(Debug, Clone, Default)]
pub(super) struct Spots {
    /// The addresses of entrances, without a door.
    entrances: Vec<Address>,
    numbers: HashMap<Address, u32>,
    of: HashMap<HouseholdId, Spot>,
}

impl Spots {
    pub(super) fn put(&mut self, id: HouseholdId, household: &Household) {
        let mut address = household.address.clone();
        address.door.household.clear();
        let entrance = if let Some(number) = self.numbers.get(&address) {
            *number
        } else {
            // There are fewer entrances than the program has room for.
            let number = u32::try_from(self.entrances.len()).unwrap_or(u32::MAX);
            self.entrances.push(address.clone());
            self.numbers.insert(address, number);
            number
        };
        let kinds = household.must_visit.iter().fold(0, |bits, kind| bits | 1 << *kind as u8);
        self.of.insert(id, Spot { entrance, kinds });
    }

    pub(super) fn take(&mut self, id: HouseholdId) {
        self.of.remove(&id);
    }

    pub(super) fn of(&self, id: HouseholdId) -> Option<Spot> {
        self.of.get(&id).copied()
    }

    pub(super) fn entrance(&self, number: u32) -> Option<&Address> {
        self.entrances.get(usize::try_from(number).ok()?)
    }

    pub(super) fn entrances(&self) -> usize {
        self.entrances.len()
    }
}

/// The same when each household is in the same entrance for the same reasons, whatever the numbers.
impl PartialEq for Spots {
    fn eq(&self, other: &Self) -> bool {
        let same = |(id, spot): (&HouseholdId, &Spot)| {
            other.of(*id).is_some_and(|known| {
                known.kinds == spot.kinds && other.entrance(known.entrance) == self.entrance(spot.entrance)
            })
        };
        self.of.len() == other.of.len() && self.of.iter().all(same)
    }
}
