//! The tree of places, kept in step with the roll: how many households live where, in the order doors are walked.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::{Address, Household, Level, Member, MustVisit, Natural, Place};
use crate::domain::{HouseholdId, MemberId, survey::Door};

/// How many live in a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Count {
    /// Households, parking spaces left out.
    pub households: u32,
    /// Parking spaces.
    pub parking: u32,
    /// Households that must be visited for any reason.
    pub must: u32,
    /// Households of each kind, as [`MustVisit::ALL`].
    pub kinds: [u32; 4],
}

impl Count {
    fn of(household: &Household) -> Self {
        let one = |yes: bool| u32::from(yes && !household.parking);
        Self {
            households: one(true),
            parking: u32::from(household.parking),
            must: one(!household.must_visit.is_empty()),
            kinds: MustVisit::ALL.map(|kind| one(household.must_visit.contains(&kind))),
        }
    }

    fn is_none(&self) -> bool {
        self.households == 0 && self.parking == 0
    }

    fn put(&mut self, other: &Self) {
        self.households += other.households;
        self.parking += other.parking;
        self.must += other.must;
        self.kinds.iter_mut().zip(other.kinds).for_each(|(sum, n)| *sum += n);
    }

    fn take(&mut self, other: &Self) {
        self.households = self.households.saturating_sub(other.households);
        self.parking = self.parking.saturating_sub(other.parking);
        self.must = self.must.saturating_sub(other.must);
        self.kinds.iter_mut().zip(other.kinds).for_each(|(sum, n)| *sum = sum.saturating_sub(n));
    }
}

/// An address as doors are walked, with the household, so that two households of one address both stand.
type At = ([Natural; 7], HouseholdId);

/// A place and what lies just under it.
#[derive(Debug, Clone, PartialEq, Default)]
struct Node {
    count: Count,
    under: BTreeSet<Natural>,
}

/// Where everybody is. The same for the same households and members, however they came.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Index {
    doors: BTreeSet<At>,
    by_door: HashMap<Door, BTreeSet<HouseholdId>>,
    nodes: HashMap<Place, Node>,
    answering: BTreeMap<Place, BTreeSet<MemberId>>,
}

impl Index {
    pub(super) fn put(&mut self, id: HouseholdId, household: &Household) {
        let address = &household.address;
        if !self.doors.insert((walked(address), id)) {
            return;
        }
        self.by_door.entry(address.door.clone()).or_default().insert(id);
        let count = Count::of(household);
        self.nodes.entry(Place::default()).or_default().count.put(&count);
        let mut above = Place::default();
        for level in Level::ALL {
            let place = address.place(level);
            let name = Natural(address.at(level).to_owned());
            self.nodes.entry(above).or_default().under.insert(name);
            self.nodes.entry(place.clone()).or_default().count.put(&count);
            above = place;
        }
    }

    pub(super) fn take(&mut self, id: HouseholdId, household: &Household) {
        let address = &household.address;
        if !self.doors.remove(&(walked(address), id)) {
            return;
        }
        if let Some(ids) = self.by_door.get_mut(&address.door) {
            ids.remove(&id);
            if ids.is_empty() {
                self.by_door.remove(&address.door);
            }
        }
        let count = Count::of(household);
        let mut emptied: Option<Natural> = None;
        let levels = Level::ALL.iter().rev().map(|level| (address.place(*level), address.at(*level)));
        for (place, name) in levels.chain([(Place::default(), "")]) {
            let Some(node) = self.nodes.get_mut(&place) else { continue };
            node.count.take(&count);
            if let Some(name) = emptied.take() {
                node.under.remove(&name);
            }
            if node.count.is_none() {
                self.nodes.remove(&place);
                emptied = Some(Natural(name.to_owned()));
            }
        }
    }

    pub(super) fn put_member(&mut self, id: MemberId, member: &Member) {
        for place in &member.answers_for {
            self.answering.entry(place.clone()).or_default().insert(id);
        }
    }

    pub(super) fn take_member(&mut self, id: MemberId, member: &Member) {
        for place in &member.answers_for {
            if let Some(ids) = self.answering.get_mut(place) {
                ids.remove(&id);
                if ids.is_empty() {
                    self.answering.remove(place);
                }
            }
        }
    }

    pub(super) fn count(&self, place: &Place) -> Count {
        self.nodes.get(place).map(|node| node.count).unwrap_or_default()
    }

    pub(super) fn under(&self, place: &Place) -> Vec<Place> {
        let mut found = Vec::new();
        self.gather(place, &mut found);
        found
    }

    /// Levels nobody has given a name to are passed over.
    fn gather(&self, place: &Place, found: &mut Vec<Place>) {
        let Some(node) = self.nodes.get(place) else { return };
        for name in &node.under {
            let mut under = place.clone();
            under.0.push(name.0.clone());
            if name.0.is_empty() { self.gather(&under, found) } else { found.push(under) }
        }
    }

    pub(super) fn at(&self, address: &Address) -> Option<HouseholdId> {
        let key = walked(address);
        let (found, id) = self.doors.range((key.clone(), HouseholdId(uuid::Uuid::nil()))..).next()?;
        (*found == key).then_some(*id)
    }

    pub(super) fn by_door(&self, door: &Door) -> impl Iterator<Item = HouseholdId> {
        self.by_door.get(door).into_iter().flatten().copied()
    }

    /// The households of a place, in the order doors are walked.
    pub(super) fn within(&self, place: &Place) -> impl Iterator<Item = HouseholdId> {
        let mut start: [Natural; 7] = Default::default();
        start.iter_mut().zip(&place.0).for_each(|(part, given)| part.0.clone_from(given));
        let parts = place.0.clone();
        let held = move |at: &&At| at.0.iter().zip(&parts).all(|(part, given)| part.0 == *given);
        self.doors.range((start, HouseholdId(uuid::Uuid::nil()))..).take_while(held).map(|(_, id)| *id)
    }

    /// Who answers for an address, those of the narrowest place first.
    pub(super) fn answering(&self, address: &Address) -> Vec<MemberId> {
        let mut found: Vec<MemberId> = Vec::new();
        let places = Level::ALL.iter().rev().map(|level| address.place(*level)).chain([Place::default()]);
        for place in places {
            for id in self.answering.get(&place).into_iter().flatten() {
                if !found.contains(id) {
                    found.push(*id);
                }
            }
        }
        found
    }
}

fn walked(address: &Address) -> [Natural; 7] {
    let door = &address.door;
    [
        &address.community,
        &address.grid,
        &address.micro_grid,
        &address.courtyard,
        &door.building,
        &door.entrance,
        &door.household,
    ]
    .map(|part| Natural(part.clone()))
}
