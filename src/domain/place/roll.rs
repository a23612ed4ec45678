//! The roll: all households and members, as the fold of its records.

use std::collections::{HashMap, HashSet};

use super::{Address, Command, Count, Event, Household, Index, Member, Place, PlaceRefusal};
use crate::domain::{
    HouseholdId, MemberId,
    record::{Body, Record, Register, Shelf, Thing},
    survey::Door,
};

impl Thing for Household {
    type Key = HouseholdId;

    fn is_told_by(body: &Body) -> bool {
        matches!(body, Body::Place(Event::Household { .. } | Event::HouseholdRemoved { .. }))
    }

    fn take(_: Option<Self>, record: &Record) -> Option<Self> {
        match &record.body {
            Body::Place(Event::Household { household, .. }) => Some((**household).clone()),
            _ => None,
        }
    }
}

impl Thing for Member {
    type Key = MemberId;

    fn is_told_by(body: &Body) -> bool {
        matches!(body, Body::Place(Event::Member { .. } | Event::MemberRemoved { .. }))
    }

    fn take(_: Option<Self>, record: &Record) -> Option<Self> {
        match &record.body {
            Body::Place(Event::Member { member, .. }) => Some(member.clone()),
            _ => None,
        }
    }
}

/// Places and people of the community.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Roll {
    households: Shelf<Household>,
    members: Shelf<Member>,
    /// What is found without a pass over all.
    index: Index,
}

impl Register for Roll {
    const KIND: &'static str = "place";
    type Command = Command;
    type Refusal = PlaceRefusal;

    fn fold(records: Vec<Record>) -> Self {
        let (households, others) = Shelf::fold(records);
        let (members, _) = Shelf::fold(others);
        let mut index = Index::default();
        households.iter().for_each(|(id, household)| index.put(*id, household));
        members.iter().for_each(|(id, member)| index.put_member(*id, member));
        Self { households, members, index }
    }

    fn apply(&mut self, record: Record) {
        if let Some((id, before)) = self.households.apply(&record) {
            if let Some(before) = before {
                self.index.take(id, &before);
            }
            if let Some(now) = self.households.get(&id) {
                self.index.put(id, now);
            }
        } else if let Some((id, before)) = self.members.apply(&record) {
            if let Some(before) = before {
                self.index.take_member(id, &before);
            }
            if let Some(now) = self.members.get(&id) {
                self.index.put_member(id, now);
            }
        }
    }

    fn decide(&self, command: Command) -> Result<Vec<Body>, PlaceRefusal> {
        let events = match command {
            Command::Event(event) => vec![event],
            Command::All(events) => events,
        };
        let mut bodies = Vec::with_capacity(events.len());
        // The doors of households that change together are compared with each other, not with what they were.
        let changing: HashSet<HouseholdId> = events.iter().filter_map(Event::household).collect();
        let mut doors: HashMap<Address, HouseholdId> = HashMap::new();
        for event in events {
            if let Event::Household { id, household } = &event
                && let Some(by) = doors.insert(household.address.clone(), *id)
                && by != *id
            {
                return Err(PlaceRefusal::DoorTaken { by });
            }
            if self.check(&event, &changing)? {
                bodies.push(Body::Place(event));
            }
        }
        Ok(bodies)
    }
}

impl Roll {
    /// A household by its id.
    #[must_use]
    pub fn household(&self, id: HouseholdId) -> Option<&Household> {
        self.households.get(&id)
    }

    /// All households, in the order they came onto the roll.
    pub fn households(&self) -> impl Iterator<Item = (HouseholdId, &Household)> {
        self.households.iter().map(|(id, household)| (*id, household))
    }

    /// The household at an address; of two that two laptops put there, the one that came first.
    #[must_use]
    pub fn at(&self, address: &Address) -> Option<HouseholdId> {
        self.index.at(address)
    }

    /// The households behind a door of this name, in whatever courtyard.
    pub fn at_door(&self, door: &Door) -> impl Iterator<Item = (HouseholdId, &Household)> {
        self.index.by_door(door).filter_map(|id| Some((id, self.household(id)?)))
    }

    /// The households of a place, in the order doors are walked.
    pub fn within(&self, place: &Place) -> impl Iterator<Item = (HouseholdId, &Household)> {
        self.index.within(place).filter_map(|id| Some((id, self.household(id)?)))
    }

    /// How many live in a place. No pass over them.
    #[must_use]
    pub fn count(&self, place: &Place) -> Count {
        self.index.count(place)
    }

    /// The places just under one, as people count; levels without a name are passed over.
    #[must_use]
    pub fn under(&self, place: &Place) -> Vec<Place> {
        self.index.under(place)
    }

    /// The members who answer for an address, those of the narrowest place first.
    #[must_use]
    pub fn answering(&self, address: &Address) -> Vec<(MemberId, &Member)> {
        self.index.answering(address).into_iter().filter_map(|id| Some((id, self.member(id)?))).collect()
    }

    /// A member by its id.
    #[must_use]
    pub fn member(&self, id: MemberId) -> Option<&Member> {
        self.members.get(&id)
    }

    /// All members, in the order they came onto the roll.
    pub fn members(&self) -> impl Iterator<Item = (MemberId, &Member)> {
        self.members.iter().map(|(id, member)| (*id, member))
    }

    /// The records that count of a household, oldest first: its history.
    #[must_use]
    pub fn household_history(&self, id: HouseholdId) -> Vec<&Record> {
        self.households.history(&id)
    }

    /// All records of a household, what was taken back among them: what is to be erased when it is to be forgotten.
    #[must_use]
    pub fn household_records(&self, id: HouseholdId) -> &[Record] {
        self.households.records(&id)
    }

    /// The records that count of a member, oldest first.
    #[must_use]
    pub fn member_history(&self, id: MemberId) -> Vec<&Record> {
        self.members.history(&id)
    }

    /// Whether an event makes sense now and changes anything. Doors of households that change with it are free.
    fn check(&self, event: &Event, changing: &HashSet<HouseholdId>) -> Result<bool, PlaceRefusal> {
        match event {
            Event::Household { id, household } => {
                if household.address.door.household.trim().is_empty() {
                    return Err(PlaceRefusal::Nameless);
                }
                match self.at(&household.address) {
                    Some(by) if by != *id && !changing.contains(&by) => Err(PlaceRefusal::DoorTaken { by }),
                    _ => Ok(self.household(*id) != Some(&**household)),
                }
            }
            Event::Member { id, member } => {
                if member.name.trim().is_empty() {
                    return Err(PlaceRefusal::Nameless);
                }
                Ok(self.member(*id) != Some(member))
            }
            Event::HouseholdRemoved { id, reason } => {
                self.household(*id).ok_or(PlaceRefusal::Unknown)?;
                said(reason)
            }
            Event::MemberRemoved { id, reason } => {
                self.member(*id).ok_or(PlaceRefusal::Unknown)?;
                said(reason)
            }
        }
    }
}

fn said(reason: &str) -> Result<bool, PlaceRefusal> {
    if reason.trim().is_empty() { Err(PlaceRefusal::NoReason) } else { Ok(true) }
}
