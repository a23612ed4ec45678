//! The roll as meetings need it: who is entitled, unit by unit, to be grouped into voters.

use super::{Place, Roll, Standing, sheet::SheetColumn};
use crate::domain::meeting::{
    agenda::Agenda,
    roll::{RawUnit, Voter, VoterKind, group},
    rule::Regime,
};

/// Whose voice a household gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Voices {
    /// Its owners', of homes and parking spaces; of what is unsold or not handed over, the developer's.
    Owners,
    /// One of those who live there, for the household; nobody's where nobody lives.
    Residents,
}

/// The units of a place in the order doors are walked, numbered from 1, for [`crate::domain::meeting::roll::group()`].
#[must_use]
pub fn entitled_units(roll: &Roll, place: &Place, voices: Voices) -> Vec<RawUnit> {
    let mut units = Vec::new();
    for (_, household) in roll.within(place) {
        let door = &household.address.door;
        let mut unit = RawUnit {
            row: units.len() as u64 + 1,
            building: door.building.clone(),
            entrance: door.entrance.clone(),
            household: door.household.clone(),
            ..RawUnit::default()
        };
        match voices {
            Voices::Owners => {
                let mut owners = household.owners.iter();
                if let Some(first) = owners.next() {
                    (unit.owner, unit.owner_id) = (first.name.clone(), first.id.clone());
                }
                unit.co_owners = owners.map(|owner| owner.name.clone()).filter(|name| !name.is_empty()).collect();
                unit.area_registry = household.cell(SheetColumn::AreaRegistry);
                unit.area_survey = household.cell(SheetColumn::AreaSurvey);
                unit.area_contract = household.cell(SheetColumn::AreaContract);
                unit.parking = household.parking;
                if household.standing != Standing::Owned {
                    unit.kind = VoterKind::Developer;
                }
            }
            Voices::Residents => {
                if household.parking || household.standing != Standing::Owned {
                    continue;
                }
                let residents = household.residents.first().map(|one| one.name.clone());
                let owners = household.owners.first().map(|one| one.name.clone());
                unit.owner = residents.or(owners).unwrap_or_default();
                unit.kind = VoterKind::Resident;
            }
        }
        units.push(unit);
    }
    units
}

/// The households of a place as the voters of a meeting by this agenda: owners under the owners' rules, else one voice a
/// household.
#[must_use]
pub fn voters_of(roll: &Roll, place: &Place, agenda: &Agenda) -> Vec<Voter> {
    let owners = matches!(agenda.rule.regime, Regime::Owners(_) | Regime::Unanimous);
    let voices = if owners { Voices::Owners } else { Voices::Residents };
    group(entitled_units(roll, place, voices), agenda.settings.parking).0
}

#[cfg(test)]
mod tests {
    use crate::domain::{
        exchange::Table,
        meeting::roll::{entitled, group},
        place::{
            Place, Roll,
            sheet::{guess, plan},
            units::{Voices, entitled_units},
        },
    };

    /// The roll of a table: folding needs records, so the events are put into some.
    fn roll(text: &str) -> Roll {
        use crate::domain::{
            DeviceId, RecordId,
            record::{Body, Record, Register},
        };
        use uuid::Uuid;
        let mut lines = text.lines().map(|line| line.split(',').map(str::to_owned).collect::<Vec<_>>());
        let headings = lines.next().unwrap();
        let rows = lines.enumerate().map(|(n, cells)| (n as u64 + 2, cells)).collect();
        let table = Table { headings, rows, ..Table::default() };
        let planned = plan(&table, &guess(&table.headings), &Roll::default());
        assert_eq!(planned.faults, []);
        let mut n = 0;
        let events = planned.events(|| {
            n += 1;
            Uuid::from_u128(n)
        });
        let record = |(seq, event): (u64, crate::domain::place::Event)| Record {
            id: RecordId(Uuid::from_u128(u128::from(seq))),
            community: String::new(),
            device: DeviceId(Uuid::nil()),
            seq,
            hlc: seq,
            at: "2024-11-12T14:00:00+08:00".parse().unwrap(),
            author: String::new(),
            entity: event.entity(),
            prev: None,
            body: Body::Place(event),
            body_hash: [0; 32],
            chain_hash: [0; 32],
        };
        Roll::fold((1..).zip(events).map(record).collect())
    }

    #[test]
    fn owners_are_grouped_as_the_law_counts_them() {
        let roll = roll(
            "栋,单元,户,业主,业主编号,面积,状态,车位,住户\n\
             1,1,101,张三,7,72.40,,,\n\
             1,1,102,张三、李四,,50,,,王五\n\
             1,1,103,,,60,未售,,\n\
             1,1,104,,,40,未交付,,\n\
             1,1,P1,张三,7,12.50,,是,\n\
             2,1,101,赵六,,30,,,",
        );
        let all = Place::default();
        let (voters, faults) = group(entitled_units(&roll, &all, Voices::Owners), true);
        assert_eq!(faults, []);
        let known: Vec<(&str, usize, u64)> =
            voters.iter().map(|v| (v.key.0.as_str(), v.units.len(), v.weight(true).area)).collect();
        let wanted = [("7", 2, 8490), ("张三@1-1-102", 1, 5000), ("developer", 2, 10_000), ("赵六@2-1-101", 1, 3000)];
        assert_eq!(known, wanted);
        let (voters, _) = group(entitled_units(&roll, &all, Voices::Owners), false);
        assert_eq!(entitled(&voters, false).area, 25_240);
        let building = roll.under(&all).into_iter().next().unwrap();
        let (voters, _) = group(entitled_units(&roll, &building, Voices::Residents), true);
        let names: Vec<&str> = voters.iter().map(|voter| voter.name.as_str()).collect();
        assert_eq!(names, ["张三", "王五"], "one voice a household in which somebody lives");
    }
}
