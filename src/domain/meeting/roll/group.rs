//! Units into voters: one owner is one head, however many doors they own.

use std::collections::HashMap;

use super::{AreaSource, RawUnit, RollColumn, RollFault, RollFaultKind, Unit, Voter, VoterKind, read_area};
use crate::domain::meeting::agenda::VoterKey;

/// Who is one head.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Head {
    /// All unsold and undelivered units together.
    Developer,
    /// An owner or resident with an id, with these others.
    Id(VoterKind, String, Vec<String>),
    /// Owners without id: everybody who owns the unit, in order of name.
    Names(Vec<String>),
    /// A resident without id, or a door whose owner is not known: name and door.
    At(String, [String; 3]),
}

/// The voters of these rows, in the order their first rows stand, and what is wrong with the rows, in their order.
///
/// Owners are told apart by id where one is given, else by name; co-owners together are one head, another than each of
/// them alone; the developer is one head. With `parking` off, one who owns nothing but parking spaces is not entitled.
/// Rows with an error stay out. Keys depend on nothing but the rows.
#[must_use]
pub fn group(units: Vec<RawUnit>, parking: bool) -> (Vec<Voter>, Vec<RollFault>) {
    let named = units.iter().any(|raw| !raw.owner.trim().is_empty() || !raw.owner_id.trim().is_empty());
    let measured = units.iter().any(|raw| areas(raw).any(|(_, text, _)| !text.trim().is_empty()));
    let mut faults = Vec::new();
    let mut nameless = None;
    let mut places: HashMap<Head, usize> = HashMap::new();
    let mut doors: HashMap<([String; 3], bool), u64> = HashMap::new();
    let mut found: Vec<Found> = Vec::new();
    for raw in units {
        let row = raw.row;
        let mut fault = |kind| faults.push(RollFault { row, kind });
        let (unit, others) = match read(raw) {
            Ok(read) => read,
            Err(kind) => {
                fault(kind);
                continue;
            }
        };
        let door = [&unit.unit.building, &unit.unit.entrance, &unit.unit.household].map(|part| part.to_lowercase());
        if unit.kind != VoterKind::Resident && !door[2].is_empty() {
            if let Some(first) = doors.get(&(door.clone(), unit.unit.parking)) {
                fault(RollFaultKind::Twice { first: *first });
                continue;
            }
            doors.insert((door.clone(), unit.unit.parking), row);
        }
        if unit.kind == VoterKind::Owner && unit.name.is_empty() && unit.id.is_empty() {
            if named {
                fault(RollFaultKind::NoOwner);
            }
            nameless = nameless.or(Some(row));
        }
        if measured && unit.bare && unit.kind != VoterKind::Resident && (parking || !unit.unit.parking) {
            fault(RollFaultKind::NoArea);
        }
        let head = head(&unit, &others, door);
        let Some(place) = places.get(&head) else {
            places.insert(head, found.len());
            found.push(Found { row, id: unit.id.clone(), voter: unit.alone(others) });
            continue;
        };
        let known = &mut found[*place];
        if unit.kind == VoterKind::Resident {
            fault(RollFaultKind::Twice { first: known.row });
            continue;
        }
        let homes = !unit.unit.parking && known.voter.units.iter().any(|unit| !unit.parking);
        if matches!(head, Head::Names(_)) && homes {
            fault(RollFaultKind::SameName { first: known.row, name: unit.name });
        }
        known.voter.units.push(unit.unit);
    }
    if !named && let Some(row) = nameless {
        faults.push(RollFault { row, kind: RollFaultKind::NoOwner });
    }
    faults.sort_by_key(|fault| fault.row);
    found.retain(|found| parking || found.voter.units.iter().any(|unit| !unit.parking));
    (keyed(found), faults)
}

/// The names in a text, `张三、李四`.
pub(super) fn names(text: &str) -> Vec<String> {
    let names = text.split(['、', ';', '；', '，']).map(str::trim);
    names.filter(|name| !name.is_empty()).map(str::to_owned).collect()
}

struct Found {
    row: u64,
    id: String,
    voter: Voter,
}

/// A row that could be read.
struct One {
    name: String,
    id: String,
    kind: VoterKind,
    unit: Unit,
    /// Whether no area is written.
    bare: bool,
}

impl One {
    fn alone(self, co_owners: Vec<String>) -> Voter {
        Voter { key: VoterKey::new(""), name: self.name, units: vec![self.unit], kind: self.kind, co_owners }
    }
}

fn areas(raw: &RawUnit) -> impl Iterator<Item = (RollColumn, &str, AreaSource)> {
    [
        (RollColumn::AreaRegistry, raw.area_registry.as_str(), AreaSource::Registry),
        (RollColumn::AreaSurvey, raw.area_survey.as_str(), AreaSource::Survey),
        (RollColumn::AreaContract, raw.area_contract.as_str(), AreaSource::Contract),
    ]
    .into_iter()
}

/// The row with the names of its further owners.
fn read(raw: RawUnit) -> Result<(One, Vec<String>), RollFaultKind> {
    let mut best = None;
    for (column, text, source) in areas(&raw) {
        match read_area(text) {
            Ok(area) => best = best.or(area.map(|area| (area, source))),
            Err(fault) => return Err(RollFaultKind::Area { column, text: text.trim().to_owned(), fault }),
        }
    }
    let mut owners = names(&raw.owner).into_iter();
    let name = owners.next().unwrap_or_default();
    let mut others: Vec<String> = Vec::new();
    for other in owners.chain(raw.co_owners.iter().flat_map(|text| names(text))) {
        if other != name && !others.contains(&other) {
            others.push(other);
        }
    }
    let [id, building, entrance, household] =
        [raw.owner_id, raw.building, raw.entrance, raw.household].map(|text| text.trim().to_owned());
    if raw.kind != VoterKind::Developer && name.is_empty() && id.is_empty() && household.is_empty() {
        return Err(RollFaultKind::Nobody);
    }
    let (area, source) = best.unwrap_or((0, AreaSource::Registry));
    let unit = Unit { building, entrance, household, area, source, parking: raw.parking };
    Ok((One { name, id, kind: raw.kind, unit, bare: best.is_none() }, others))
}

fn head(unit: &One, others: &[String], door: [String; 3]) -> Head {
    let mut others = others.to_vec();
    others.sort();
    match unit.kind {
        VoterKind::Developer => Head::Developer,
        kind if !unit.id.is_empty() => Head::Id(kind, unit.id.clone(), others),
        VoterKind::Owner if !unit.name.is_empty() => {
            others.push(unit.name.clone());
            others.sort();
            Head::Names(others)
        }
        VoterKind::Owner | VoterKind::Resident => Head::At(unit.name.clone(), door),
    }
}

/// Each voter with their home first and a key of their own.
fn keyed(found: Vec<Found>) -> Vec<Voter> {
    let mut used: HashMap<String, usize> = HashMap::with_capacity(found.len());
    let mut voters = Vec::with_capacity(found.len());
    for Found { id, mut voter, .. } in found {
        voter.units.sort_by_key(|unit| unit.parking);
        let base = base(&id, &voter);
        let mut key = base.clone();
        while used.contains_key(&key) {
            let times = used.entry(base.clone()).or_insert(1);
            *times += 1;
            key = format!("{base}~{times}");
        }
        used.insert(key.clone(), 1);
        voter.key = VoterKey::new(key);
        voters.push(voter);
    }
    voters
}

/// The owner's id, with co-owners when there are; else name and first door.
fn base(id: &str, voter: &Voter) -> String {
    if voter.kind == VoterKind::Developer {
        return "developer".to_owned();
    }
    if !id.is_empty() {
        return std::iter::once(id).chain(voter.co_owners.iter().map(String::as_str)).collect::<Vec<_>>().join("+");
    }
    let door = voter.door();
    let parts = [door.building, door.entrance, door.household];
    let door: Vec<&str> = parts.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    if door.is_empty() { voter.name.clone() } else { format!("{}@{}", voter.name, door.join("-")) }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use proptest::prelude::*;

    use super::*;
    use crate::domain::{
        Severity,
        meeting::{roll::entitled, rule::Weight},
        survey::Table,
    };

    /// Rows of: owner, id, building, entrance, household, registry, survey, contract, kind, parking, co-owners.
    fn grouped(rows: &str, parking: bool) -> (Vec<Voter>, Vec<(u64, RollFaultKind)>) {
        let head =
            "owner,owner_id,building,entrance,household,area_registry,area_survey,area_contract,kind,parking,co_owners";
        let (units, faults) = super::super::read_csv(&Table::read(&format!("{head}\n{rows}")).unwrap());
        assert_eq!(faults, []);
        let (voters, faults) = group(units, parking);
        (voters, faults.into_iter().map(|fault| (fault.row, fault.kind)).collect())
    }

    fn summary(voters: &[Voter]) -> Vec<(&str, usize, u64)> {
        voters.iter().map(|voter| (voter.key.0.as_str(), voter.units.len(), voter.weight(true).area)).collect()
    }

    #[test]
    fn one_owner_of_several_units_is_one_head() {
        let (voters, faults) = grouped("张三,7,1,1,101,72.40\n李四,8,1,1,102,68\n张三,7,2,1,101,30.05\n", true);
        assert_eq!(faults, []);
        assert_eq!(summary(&voters), [("7", 2, 10_245), ("8", 1, 6_800)]);
        assert_eq!(entitled(&voters, true), Weight { heads: 2, area: 17_045, ballots: 2 });
    }

    #[test]
    fn without_an_id_the_name_decides_and_is_said() {
        let (voters, faults) = grouped("张三,,1,1,101,72.40\n张三,,2,1,101,30\n张三,,1,1,P1,10,,,,yes\n", true);
        assert_eq!(summary(&voters), [("张三@1-1-101", 3, 11_240)]);
        assert_eq!(faults, [(3, RollFaultKind::SameName { first: 2, name: "张三".into() })]);
    }

    #[test]
    fn area_is_from_the_registry_else_the_survey_else_the_contract() {
        let (voters, _) = grouped("a,,1,1,1,72.40,70,69\nb,,1,1,2,,70,69\nc,,1,1,3,,,69\nd,,1,1,4,0,70,69\n", true);
        let areas: Vec<_> = voters.iter().map(|voter| (voter.units[0].area, voter.units[0].source)).collect();
        let wanted = [
            (7_240, AreaSource::Registry),
            (7_000, AreaSource::Survey),
            (6_900, AreaSource::Contract),
            (0, AreaSource::Registry),
        ];
        assert_eq!(areas, wanted);
    }

    #[test]
    fn the_developer_is_one_head_in_all() {
        let (voters, faults) = grouped("甲公司,,1,1,1,50,,,developer\n,,1,1,2,60,,,developer\n乙,,1,1,3,70\n", true);
        assert_eq!(faults, []);
        assert_eq!(summary(&voters), [("developer", 2, 11_000), ("乙@1-1-3", 1, 7_000)]);
    }

    #[test]
    fn co_owners_are_one_head_another_than_each_of_them() {
        let rows = "甲、乙,,1,1,1,50\n乙,,1,1,2,60,,,,,甲\n甲,,1,1,3,70\n丙,9,1,1,4,80,,,,,丁\n丙,9,1,1,5,90\n";
        let (voters, faults) = grouped(rows, true);
        assert_eq!(
            summary(&voters),
            [("甲@1-1-1", 2, 11_000), ("甲@1-1-3", 1, 7_000), ("9+丁", 1, 8_000), ("9", 1, 9_000)]
        );
        assert_eq!((voters[0].name.as_str(), voters[0].co_owners.as_slice()), ("甲", ["乙".to_owned()].as_slice()));
        assert_eq!(faults.len(), 1);
    }

    #[test]
    fn parking_is_left_out_where_the_settings_say_so() {
        let rows = "甲,1,,,P1,12.50,,,,yes\n甲,1,1,1,101,50\n乙,2,,,P2,12.50,,,,yes\n";
        let (with, _) = grouped(rows, true);
        let (without, _) = grouped(rows, false);
        assert_eq!(entitled(&with, true), Weight { heads: 2, area: 7_500, ballots: 2 });
        assert_eq!(entitled(&without, false), Weight { heads: 1, area: 5_000, ballots: 1 });
        assert_eq!(with[0].door().household, "101", "the home comes before the parking space");
        assert_eq!(with[0].key, without[0].key);
    }

    #[test]
    fn faults_say_their_row_and_leave_the_others() {
        let rows = "甲,,1,1,1,50\n乙,,1,1,1,60\n丙,,1,1,2,7x\n,,,,,9\n,,1,1,3,40\n丁,,1,1,4\n";
        let (voters, faults) = grouped(rows, true);
        assert_eq!(summary(&voters), [("甲@1-1-1", 1, 5_000), ("@1-1-3", 1, 4_000), ("丁@1-1-4", 1, 0)]);
        let fault = super::super::AreaFault::NotANumber;
        assert_eq!(
            faults,
            [
                (3, RollFaultKind::Twice { first: 2 }),
                (4, RollFaultKind::Area { column: RollColumn::AreaRegistry, text: "7x".into(), fault }),
                (5, RollFaultKind::Nobody),
                (6, RollFaultKind::NoOwner),
                (7, RollFaultKind::NoArea),
            ]
        );
    }

    #[test]
    fn residents_of_one_door_are_each_a_head() {
        let rows = "甲,,1,1,1,,,,resident\n乙,,1,1,1,,,,resident\n甲,,1,1,2,,,,resident\n乙,,1,1,1,,,,resident\n";
        let (voters, faults) = grouped(rows, true);
        assert_eq!(summary(&voters), [("甲@1-1-1", 1, 0), ("乙@1-1-1", 1, 0), ("甲@1-1-2", 1, 0)]);
        assert_eq!(faults, [(5, RollFaultKind::Twice { first: 3 })]);
    }

    #[test]
    fn a_list_of_doors_alone_is_said_once() {
        let (voters, faults) = grouped(",,1,1,1\n,,1,1,2\n", true);
        assert_eq!(voters.len(), 2);
        assert_eq!(faults, [(2, RollFaultKind::NoOwner)]);
    }

    prop_compose! {
        fn row()(
            owner in "[ab~]{0,3}", owner_id in "[ab+~]{0,2}", building in "[12]?", household in "[1-4]?",
            area in 0u64..9, kind in 0usize..3, parking: bool,
        ) -> RawUnit {
            let kind = [VoterKind::Owner, VoterKind::Developer, VoterKind::Resident][kind];
            let area_registry = area.to_string();
            RawUnit { owner, owner_id, building, household, area_registry, kind, parking, ..RawUnit::default() }
        }
    }

    proptest! {
        #[test]
        fn keys_differ_and_nothing_is_counted_twice(mut units in prop::collection::vec(row(), 0..30), parking: bool) {
            for (row, unit) in units.iter_mut().enumerate() {
                unit.row = row as u64;
            }
            let (voters, faults) = group(units.clone(), parking);
            let keys: HashSet<_> = voters.iter().map(|voter| &voter.key).collect();
            prop_assert_eq!(keys.len(), voters.len());
            let errors = faults.iter().filter(|fault| fault.severity() == Severity::Error);
            let out: HashSet<u64> = errors.map(|fault| fault.row).collect();
            let kept = units.iter().filter(|raw| !out.contains(&raw.row) && (parking || !raw.parking));
            let area: u64 = kept.map(|raw| raw.area_registry.parse::<u64>().unwrap() * 100).sum();
            let all = entitled(&voters, parking);
            prop_assert_eq!((all.area, all.heads), (area, voters.len() as u64));
            prop_assert_eq!(group(units, parking).0, voters);
        }
    }
}
