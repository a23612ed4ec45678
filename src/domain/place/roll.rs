//! The roll: all households and members, as the fold of its records.

use std::collections::HashMap;

use super::{Address, Command, Event, Household, Member, PlaceRefusal};
use crate::domain::{
    HouseholdId, MemberId,
    record::{Body, Record, Register, Shelf, Thing},
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
    /// Households by address, so that a door is found without a pass over all.
    by_address: HashMap<Address, HouseholdId>,
}

impl Register for Roll {
    const KIND: &'static str = "place";
    type Command = Command;
    type Refusal = PlaceRefusal;

    fn fold(records: Vec<Record>) -> Self {
        let (households, others) = Shelf::fold(records);
        let (members, _) = Shelf::fold(others);
        let mut roll = Self { households, members, by_address: HashMap::new() };
        roll.by_address = roll.households.iter().map(|(id, household)| (household.address.clone(), *id)).collect();
        roll
    }

    fn apply(&mut self, record: Record) {
        if let Some((id, before)) = self.households.apply(&record) {
            if let Some(before) = before {
                self.by_address.remove(&before.address);
            }
            if let Some(now) = self.households.get(&id) {
                self.by_address.insert(now.address.clone(), id);
            }
        } else {
            self.members.apply(&record);
        }
    }

    fn decide(&self, command: Command) -> Result<Vec<Body>, PlaceRefusal> {
        let events = match command {
            Command::Event(event) => vec![event],
            Command::All(events) => events,
        };
        let mut bodies = Vec::with_capacity(events.len());
        for event in events {
            if self.check(&event)? {
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

    /// The household at an address.
    #[must_use]
    pub fn at(&self, address: &Address) -> Option<HouseholdId> {
        self.by_address.get(address).copied()
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

    /// Whether an event makes sense now and changes anything.
    fn check(&self, event: &Event) -> Result<bool, PlaceRefusal> {
        match event {
            Event::Household { id, household } => {
                if household.address.door.household.trim().is_empty() {
                    return Err(PlaceRefusal::Nameless);
                }
                match self.at(&household.address) {
                    Some(by) if by != *id => Err(PlaceRefusal::DoorTaken { by }),
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
