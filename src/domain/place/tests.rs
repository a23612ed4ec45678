//! The roll, whatever happens to it: one by one or all at once, in any order, its indexes say what its households say.

use std::collections::BTreeSet;

use proptest::prelude::*;
use uuid::Uuid;

use super::{Address, Areas, Command, Count, Event, Household, Level, Member, MustVisit, Place, PlaceRefusal, Roll};
use crate::domain::{
    DeviceId, HouseholdId, MemberId, RecordId,
    record::{Body, Record, Register},
    survey::Door,
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
            Happens::Erased(at) => Body::Erased { record: records[at].id, reason: String::new() },
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
        let first = roll.at(&household.address).unwrap();
        assert_eq!(roll.household(first).unwrap().address, household.address);
        assert!(roll.at_door(&household.address.door).any(|(at, _)| at == id));
        let answering: BTreeSet<MemberId> = roll.answering(&household.address).iter().map(|(id, _)| *id).collect();
        let named = roll.members().filter(|(_, m)| m.answers_for.iter().any(|place| place.holds(&household.address)));
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
