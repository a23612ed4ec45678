//! What a round has covered: each door counted in one column, by micro-grid, building, surveyor and must-visit kind.
//!
//! A coverage is made in one pass over the doors and then kept: one more attempt moves one door from column to column.

use std::collections::HashMap;

use chrono::{DateTime, FixedOffset};

use super::{Cell, DoorState, Lateness, Rounds};
use crate::domain::{
    HouseholdId, RoundId,
    place::{Address, Level, MustVisit, Place, Roll, natural},
};

/// Doors counted by column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Doors {
    cells: [usize; Cell::ALL.len()],
    /// Of those still open, how many are late.
    pub overdue: usize,
}

impl Doors {
    /// How many doors are in a column.
    #[must_use]
    pub fn of(&self, cell: Cell) -> usize {
        self.cells[cell as usize]
    }

    /// How many doors there are.
    #[must_use]
    pub fn all(&self) -> usize {
        self.cells.iter().sum()
    }

    /// How many doors somebody still has to go to.
    #[must_use]
    pub fn open(&self) -> usize {
        Cell::ALL.into_iter().filter(|cell| cell.is_open()).map(|cell| self.of(cell)).sum()
    }

    /// How many doors were done.
    #[must_use]
    pub fn done(&self) -> usize {
        self.of(Cell::Done)
    }

    fn put(&mut self, (cell, late): (Cell, bool)) {
        self.cells[cell as usize] += 1;
        self.overdue += usize::from(late);
    }

    fn take(&mut self, (cell, late): (Cell, bool)) {
        self.cells[cell as usize] -= 1;
        self.overdue -= usize::from(late);
    }
}

/// Where one door is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Counted {
    /// The row of its groups.
    entrance: u32,
    /// One bit a must-visit kind.
    kinds: u8,
    cell: (Cell, bool),
}

/// The groups the doors of one entrance are counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Groups {
    micro_grid: usize,
    building: usize,
    surveyor: usize,
}

/// What a round has covered at a moment.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Coverage {
    /// All doors.
    pub all: Doors,
    /// Must-visit doors of whatever kind.
    pub must_visit: Doors,
    micro_grids: Vec<(Place, Doors)>,
    buildings: Vec<(Place, Doors)>,
    surveyors: Vec<(String, Doors)>,
    kinds: [Doors; MustVisit::ALL.len()],
    entrances: Vec<Groups>,
    doors: HashMap<HouseholdId, Counted>,
}

impl Coverage {
    /// The coverage of a round; of none when there is no such round. Doors are counted with who was to go there. A door that
    /// is on the roll no more is counted under no place and nobody.
    #[must_use]
    pub fn of(rounds: &Rounds, round: RoundId, roll: &Roll, now: DateTime<FixedOffset>) -> Self {
        let doors = rounds.round(round).map_or(&[][..], |found| &found.plan.doors);
        Self::over(rounds, round, doors, roll, now)
    }

    /// The coverage of some doors of a round, such as one surveyor's.
    #[must_use]
    pub fn over(
        rounds: &Rounds,
        round: RoundId,
        doors: &[HouseholdId],
        roll: &Roll,
        now: DateTime<FixedOffset>,
    ) -> Self {
        let Some(found) = rounds.round(round) else { return Self::default() };
        let plan = &found.plan;
        let mut coverage = Self { doors: HashMap::with_capacity(doors.len()), ..Self::default() };
        let mut rows = Rows::default();
        // Which groups each entrance of the roll has; the last is that of doors which are on the roll no more.
        let nowhere = roll.entrances();
        let mut groups: Vec<Option<u32>> = vec![None; nowhere + 1];
        let (states, late) = (rounds.states(round), Lateness::of(plan.until, now));
        for id in doors {
            let spot = roll.spot(*id);
            let number = spot.and_then(|spot| usize::try_from(spot.entrance).ok()).unwrap_or(nowhere);
            let entrance = *groups[number].get_or_insert_with(|| {
                let address = spot.and_then(|spot| roll.entrance(spot.entrance));
                let who = address.and_then(|address| plan.assigned(address)).unwrap_or_default().to_owned();
                coverage.group(&mut rows, address.unwrap_or(&Address::default()), who)
            });
            let state = states.and_then(|states| states.get(id)).copied().unwrap_or_default();
            let cell = (state.stage.cell(), late.is(&state));
            let counted = Counted { entrance, kinds: spot.map_or(0, |spot| spot.kinds), cell };
            // A plan that names a door twice counts it once.
            if coverage.doors.insert(*id, counted).is_none() {
                coverage.each(counted, |doors| doors.put(cell));
            }
        }
        coverage
    }

    /// The row of the groups of one more entrance.
    fn group(&mut self, rows: &mut Rows, address: &Address, who: String) -> u32 {
        let groups = Groups {
            micro_grid: row(&mut rows.micro_grids, &mut self.micro_grids, address.place(Level::MicroGrid)),
            building: row(&mut rows.buildings, &mut self.buildings, address.place(Level::Building)),
            surveyor: row(&mut rows.surveyors, &mut self.surveyors, who),
        };
        self.entrances.push(groups);
        // There are no more groups than entrances, which are numbered so.
        u32::try_from(self.entrances.len() - 1).unwrap_or(u32::MAX)
    }

    /// One door stands otherwise now: it is counted in another column.
    pub fn set(&mut self, door: HouseholdId, state: &DoorState, late: bool) {
        let Some(counted) = self.doors.get_mut(&door) else { return };
        let before = *counted;
        counted.cell = (state.stage.cell(), late);
        let now = *counted;
        self.each(before, |doors| doors.take(before.cell));
        self.each(now, |doors| doors.put(now.cell));
    }

    /// By micro-grid, in the order people count in.
    #[must_use]
    pub fn micro_grids(&self) -> Vec<(&Place, &Doors)> {
        by_place(&self.micro_grids)
    }

    /// By building, in the order people count in.
    #[must_use]
    pub fn buildings(&self) -> Vec<(&Place, &Doors)> {
        by_place(&self.buildings)
    }

    /// By who was to go, in the order they come along; the empty name is nobody.
    #[must_use]
    pub fn surveyors(&self) -> &[(String, Doors)] {
        &self.surveyors
    }

    /// By must-visit kind. A household of two kinds is counted in both.
    #[must_use]
    pub fn kinds(&self) -> [(MustVisit, &Doors); MustVisit::ALL.len()] {
        MustVisit::ALL.map(|kind| (kind, &self.kinds[kind as usize]))
    }

    /// Everything a door is counted in.
    fn each(&mut self, counted: Counted, mut change: impl FnMut(&mut Doors)) {
        let Groups { micro_grid, building, surveyor } = self.entrances[counted.entrance as usize];
        change(&mut self.all);
        change(&mut self.micro_grids[micro_grid].1);
        change(&mut self.buildings[building].1);
        change(&mut self.surveyors[surveyor].1);
        if counted.kinds != 0 {
            change(&mut self.must_visit);
        }
        for (bit, doors) in self.kinds.iter_mut().enumerate() {
            if counted.kinds & 1 << bit != 0 {
                change(doors);
            }
        }
    }
}

/// Which row each group has, while a coverage is made.
#[derive(Default)]
struct Rows {
    micro_grids: HashMap<Place, usize>,
    buildings: HashMap<Place, usize>,
    surveyors: HashMap<String, usize>,
}

fn row<K: Clone + Eq + std::hash::Hash>(known: &mut HashMap<K, usize>, rows: &mut Vec<(K, Doors)>, key: K) -> usize {
    *known.entry(key).or_insert_with_key(|key| {
        rows.push((key.clone(), Doors::default()));
        rows.len() - 1
    })
}

fn by_place(rows: &[(Place, Doors)]) -> Vec<(&Place, &Doors)> {
    let mut rows: Vec<_> = rows.iter().map(|(place, doors)| (place, doors)).collect();
    rows.sort_by(|(a, _), (b, _)| {
        let parts = a.0.iter().zip(&b.0).map(|(a, b)| natural(a, b));
        parts.fold(std::cmp::Ordering::Equal, std::cmp::Ordering::then).then(a.0.len().cmp(&b.0.len()))
    });
    rows
}
