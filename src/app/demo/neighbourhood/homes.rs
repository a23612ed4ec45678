//! Who lives in courtyard 14, and who answers for whom.

use std::collections::BTreeMap;

use super::plan::Town;
use crate::{
    app::demo::DemoFault,
    domain::{
        HouseholdId, MemberId,
        place::{Address, Areas, Command, Event, Household, Level, Member, Owner, Place, Roll},
        record::Register,
        survey::Door,
    },
};

/// The households of the courtyard by their doors, in natural order.
pub(super) type Homes = BTreeMap<Door, HouseholdId>;

impl Town<'_> {
    /// Puts the households and members on the roll.
    pub(super) fn homes(&mut self) -> Result<Homes, DemoFault> {
        let (told, at) = (self.told, self.at(self.told.registered));
        let mut roll = Roll::fold(Vec::new());
        let mut homes = Homes::new();
        for (n, door) in crate::app::demo::intake::all_doors(self.before.story).into_iter().enumerate() {
            let id = HouseholdId(self.id(at));
            let household = Box::new(self.household(n, &door));
            self.ask(&mut roll, Command::Event(Event::Household { id, household }), at, &told.registrar)?;
            homes.insert(door, id);
        }
        for known in &told.members {
            let member = Member {
                name: known.name.clone(),
                role: known.role,
                teams: known.teams.clone(),
                phone: String::new(),
                answers_for: known.doors.iter().map(|(building, entrance)| self.place(building, entrance)).collect(),
            };
            let id = MemberId(self.id(at));
            self.ask(&mut roll, Command::Event(Event::Member { id, member }), at, &told.registrar)?;
        }
        Ok(homes)
    }

    /// The household at a door, the `n`th of the courtyard.
    fn household(&mut self, n: usize, door: &Door) -> Household {
        let story = self.before.story;
        let family = self.chance.pick(&story.families).cloned().unwrap_or_default();
        let given = self.chance.pick(&self.told.given).cloned().unwrap_or_default();
        let building = door.building.parse::<usize>().unwrap_or(1).saturating_sub(1);
        let (left, right) = self.told.areas.get(building).copied().unwrap_or_default();
        let area = if door.household.ends_with('1') { left } else { right };
        // A few have no certificate yet: their area is that of the contract.
        let areas = if n % 29 == 17 {
            Areas { contract: Some(area), ..Areas::default() }
        } else {
            Areas { registry: Some(area), ..Areas::default() }
        };
        let known = self.told.must_visit.iter().find(|(building, entrance, household, ..)| {
            (building, entrance, household) == (&door.building, &door.entrance, &door.household)
        });
        Household {
            address: self.address(door.clone()),
            owners: vec![Owner { name: format!("{family}{given}"), id: String::new() }],
            areas,
            must_visit: known.map(|(.., kinds, _)| kinds.iter().copied().collect()).unwrap_or_default(),
            notes: known.map(|(.., note)| note.clone()).unwrap_or_default(),
            ..Household::default()
        }
    }

    fn address(&self, door: Door) -> Address {
        let story = self.before.story;
        Address {
            community: story.community.clone(),
            grid: story.grid.clone(),
            micro_grid: story.micro_grid.clone(),
            courtyard: story.courtyard.clone(),
            door,
        }
    }

    /// A building, an entrance of it, or the courtyard when both are empty.
    pub(super) fn place(&self, building: &str, entrance: &str) -> Place {
        let door = Door { building: building.to_owned(), entrance: entrance.to_owned(), household: String::new() };
        let level = match (building, entrance) {
            ("", _) => Level::Courtyard,
            (_, "") => Level::Building,
            _ => Level::Entrance,
        };
        self.address(door).place(level)
    }
}
