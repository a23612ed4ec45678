//! The roll: all households and members, as the fold of its records.

use std::collections::{HashMap, HashSet};

use super::{Address, Command, Count, Event, Household, Index, Member, Place, PlaceRefusal, Spot, Spots};
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
    /// What is counted without reading households.
    spots: Spots,
}

impl Register for Roll {
    const KIND: &'static str = "place";
    type Command = Command;
    type Refusal = PlaceRefusal;

    fn fold(records: Vec<Record>) -> Self {
        let (households, others) = Shelf::fold(records);
        let (members, _) = Shelf::fold(others);
        let (mut index, mut spots) = (Index::default(), Spots::default());
        for (id, household) in households.iter() {
            index.put(*id, household);
            spots.put(*id, household);
        }
        members.iter().for_each(|(id, member)| index.put_member(*id, member));
        Self { households, members, index, spots }
    }

    fn apply(&mut self, record: Record) {
        if let Some((id, before)) = self.households.apply(&record) {
            if let Some(before) = before {
                self.index.take(id, &before);
                self.spots.take(id);
            }
            if let Some(now) = self.households.get(&id) {
                self.index.put(id, now);
                self.spots.put(id, now);
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

    /// The ids of the households of a place, in the order doors are walked.
    pub fn ids_within(&self, place: &Place) -> impl Iterator<Item = HouseholdId> {
        self.index.within(place)
    }

    /// Where a household is counted; nothing when it is not on the roll.
    #[must_use]
    pub fn spot(&self, id: HouseholdId) -> Option<Spot> {
        self.spots.of(id)
    }

    /// The address of the entrance with this number, its door empty.
    #[must_use]
    pub fn entrance(&self, number: u32) -> Option<&Address> {
        self.spots.entrance(number)
    }

    /// How many numbers entrances have been given; each is below it.
    #[must_use]
    pub fn entrances(&self) -> usize {
        self.spots.entrances()
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
            Event::Imported { .. } => Ok(true),
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

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;
    use crate::domain::{
        DeviceId, RecordId,
        place::{Areas, Level, MustVisit},
    };

    /// What happens, to which of a few households or members; retractions and erasures name a record by its number.
    #[derive(Debug, Clone)]
    enum Happens {
        Household(u8, Box<Household>),
        Removed(u8),
        Member(u8, Member),
        Retracted(usize),
        Erased(usize),
    }

    fn address() -> impl Strategy<Value = Address> {
        ("[AB]?", "[12]?", "[12]?", "[0-9]{1,2}").prop_map(|(courtyard, building, entrance, household)| Address {
            courtyard,
            door: Door { building, entrance, household },
            ..Address::default()
        })
    }

    fn household() -> impl Strategy<Value = Household> {
        (address(), any::<bool>(), 0usize..16).prop_map(|(address, parking, bits)| Household {
            address,
            parking,
            must_visit: MustVisit::ALL
                .into_iter()
                .enumerate()
                .filter(|(n, _)| bits >> n & 1 == 1)
                .map(|(_, k)| k)
                .collect(),
            areas: Areas::default(),
            ..Household::default()
        })
    }

    fn happens() -> impl Strategy<Value = Happens> {
        prop_oneof![
            4 => (0u8..6, household()).prop_map(|(id, household)| Happens::Household(id, Box::new(household))),
            1 => (0u8..6).prop_map(Happens::Removed),
            2 => (0u8..3, prop::collection::vec((address(), 0usize..6), 0..3)).prop_map(|(id, places)| {
                let answers_for = places.into_iter().map(|(address, level)| address.place(Level::ALL[level])).collect();
                Happens::Member(id, Member { name: "李".into(), answers_for, ..Member::default() })
            }),
            2 => (0usize..30).prop_map(Happens::Retracted),
            1 => (0usize..30).prop_map(Happens::Erased),
        ]
    }

    fn records(happened: Vec<Happens>) -> Vec<Record> {
        let mut records: Vec<Record> = Vec::new();
        for happens in happened {
            let n = records.len() as u64 + 1;
            let id = |kind: u8, id: u8| Uuid::from_bytes([kind, id, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
            let body = match happens {
                Happens::Household(at, household) => {
                    Body::Place(Event::Household { id: HouseholdId(id(1, at)), household })
                }
                Happens::Removed(at) => {
                    Body::Place(Event::HouseholdRemoved { id: HouseholdId(id(1, at)), reason: "moved".into() })
                }
                Happens::Member(at, member) => Body::Place(Event::Member { id: MemberId(id(2, at)), member }),
                Happens::Retracted(at) | Happens::Erased(at) if at >= records.len() => continue,
                Happens::Retracted(at) => Body::Retracted { record: records[at].id },
                Happens::Erased(at) => Body::Erased { record: records[at].id, reason: String::new(), instead: None },
            };
            let target = match &body {
                Body::Retracted { record } | Body::Erased { record, .. } => records.iter().find(|r| r.id == *record),
                _ => None,
            };
            let entity = body.entity().or_else(|| Some(target?.entity.clone())).unwrap_or_default();
            records.push(Record {
                id: RecordId(Uuid::from_u128(u128::from(n))),
                community: String::new(),
                device: DeviceId(Uuid::from_u128(u128::from(n % 2))),
                seq: n,
                hlc: n * 3,
                at: "2024-11-12T14:00:00+08:00".parse().unwrap(),
                author: String::new(),
                entity,
                prev: None,
                body,
                body_hash: [0; 32],
                chain_hash: [0; 32],
            });
        }
        records
    }

    fn counted(roll: &Roll, place: &Place) -> Count {
        let mut count = Count::default();
        for (_, household) in roll.households().filter(|(_, household)| place.holds(&household.address)) {
            count.parking += u32::from(household.parking);
            if !household.parking {
                count.households += 1;
                count.must += u32::from(!household.must_visit.is_empty());
                for (n, kind) in MustVisit::ALL.iter().enumerate() {
                    count.kinds[n] += u32::from(household.must_visit.contains(kind));
                }
            }
        }
        count
    }

    /// The index says what a pass over all households and members says.
    fn agrees(roll: &Roll) {
        let mut places = vec![Place::default()];
        while let Some(place) = places.pop() {
            assert_eq!(roll.count(&place), counted(roll, &place));
            let within: Vec<HouseholdId> = roll.within(&place).map(|(id, _)| id).collect();
            let all = roll.households().filter(|(_, household)| place.holds(&household.address));
            assert_eq!(within.iter().copied().collect::<BTreeSet<_>>(), all.map(|(id, _)| id).collect());
            assert_eq!(within.iter().collect::<BTreeSet<_>>().len(), within.len());
            places.extend(roll.under(&place));
        }
        for (id, household) in roll.households() {
            let spot = roll.spot(id).unwrap();
            let entrance = roll.entrance(spot.entrance).unwrap();
            assert_eq!(entrance.place(Level::Entrance), household.address.place(Level::Entrance));
            assert_eq!(entrance.door.household, "");
            for kind in MustVisit::ALL {
                assert_eq!(spot.kinds & 1 << kind as u8 != 0, household.must_visit.contains(&kind));
            }
            let first = roll.at(&household.address).unwrap();
            assert_eq!(roll.household(first).unwrap().address, household.address);
            assert!(roll.at_door(&household.address.door).any(|(at, _)| at == id));
            let answering: BTreeSet<MemberId> = roll.answering(&household.address).iter().map(|(id, _)| *id).collect();
            let named =
                roll.members().filter(|(_, m)| m.answers_for.iter().any(|place| place.holds(&household.address)));
            assert_eq!(answering, named.map(|(id, _)| id).collect());
        }
    }

    proptest! {
        #[test]
        fn one_by_one_in_any_order_is_all_at_once(
            (happened, shuffled) in prop::collection::vec(happens(), 0..30).prop_flat_map(|happened| {
                let records = records(happened);
                (Just(records.clone()), Just(records).prop_shuffle())
            })
        ) {
            let whole = Roll::fold(happened.clone());
            agrees(&whole);
            prop_assert_eq!(&Roll::fold(shuffled.clone()), &whole);
            let mut roll = Roll::default();
            for record in happened {
                roll.apply(record);
                agrees(&roll);
            }
            prop_assert_eq!(&roll, &whole);
        }
    }

    #[test]
    fn doors_within_one_command_are_compared_with_each_other() {
        let at = |household: &str| Household {
            address: Address {
                door: Door { building: "1".into(), entrance: "1".into(), household: household.into() },
                ..Address::default()
            },
            ..Household::default()
        };
        let id = |n: u128| HouseholdId(Uuid::from_u128(n));
        let event = |n, household: &str| Event::Household { id: id(n), household: Box::new(at(household)) };
        let twice = Command::All(vec![event(1, "101"), event(2, "101")]);
        assert_eq!(Roll::default().decide(twice), Err(PlaceRefusal::DoorTaken { by: id(1) }));
        let kept = records(vec![]);
        let mut roll = Roll::fold(kept);
        for (n, door) in [(1, "101"), (2, "102")] {
            let mut made = records(vec![Happens::Household(0, Box::new(at(door)))]);
            made[0].entity = id(n).to_string();
            made[0].id = RecordId(Uuid::from_u128(n));
            roll.apply(made.remove(0));
        }
        assert_eq!(roll.decide(Command::Event(event(1, "102"))), Err(PlaceRefusal::DoorTaken { by: id(2) }));
        let swapped = roll.decide(Command::All(vec![event(1, "102"), event(2, "101")]));
        assert_eq!(swapped.map(|bodies| bodies.len()), Ok(2), "two households may change their doors with each other");
    }
}
