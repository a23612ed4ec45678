//! A table of households against the roll: what importing it would change, found before anything is changed.

use std::collections::HashMap;

use uuid::Uuid;

use super::{SheetColumn, SheetFault, SheetFaultKind, heading_column};
use crate::domain::{
    HouseholdId,
    exchange::{Table, read_word},
    place::{Address, Event, Household, Roll},
};

/// Which column of the table holds what; nothing for a column that is passed over.
pub type Mapping = Vec<Option<SheetColumn>>;

/// What the headings of a table most likely mean. Of two that mean the same, the first is taken.
#[must_use]
pub fn guess(headings: &[String]) -> Mapping {
    let mut mapping: Mapping = Vec::with_capacity(headings.len());
    for heading in headings {
        let column = heading_column(heading).filter(|column| !mapping.contains(&Some(*column)));
        mapping.push(column);
    }
    mapping
}

/// What an import would do.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SheetPlan {
    /// Households as they are to be, in the order of rows; those that are not on the roll yet have no id.
    pub rows: Vec<(Option<HouseholdId>, Household)>,
    /// Households that were not on the roll.
    pub new: usize,
    /// Households that would change.
    pub changed: usize,
    /// Households that are so already.
    pub same: usize,
    /// What is wrong, in the order of rows. With a fault nothing is imported.
    pub faults: Vec<SheetFault>,
}

impl SheetPlan {
    /// Whether it may be imported.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        self.faults.is_empty()
    }

    /// Whether everything is on the roll as the table has it.
    #[must_use]
    pub fn changes_nothing(&self) -> bool {
        self.rows.is_empty()
    }

    /// What is to be recorded together when the table of a file is taken in.
    #[must_use]
    pub fn import(self, file: &str, new_id: impl FnMut() -> Uuid) -> Vec<Event> {
        let mark = Event::Imported { file: file.to_owned() };
        std::iter::once(mark).chain(self.events(new_id)).collect()
    }

    /// What is recorded of the households.
    #[must_use]
    pub fn events(self, mut new_id: impl FnMut() -> Uuid) -> Vec<Event> {
        let event = |(id, household): (Option<HouseholdId>, Household)| {
            let id = id.unwrap_or_else(|| HouseholdId(new_id()));
            Event::Household { id, household: Box::new(household) }
        };
        self.rows.into_iter().map(event).collect()
    }
}

/// What importing a table would change. A row is matched to the household of its door; of what the table has no column
/// for, nothing changes, so that importing again changes nothing.
#[must_use]
pub fn plan(table: &Table, mapping: &Mapping, roll: &Roll) -> SheetPlan {
    let mut plan = SheetPlan::default();
    let mut columns: Vec<(usize, SheetColumn)> =
        mapping.iter().enumerate().filter_map(|(at, column)| Some((at, (*column)?))).collect();
    // Owners before what tells them apart, in whatever order they stand.
    columns.sort_by_key(|(at, column)| (*column, *at));
    for (n, (at, column)) in columns.iter().enumerate() {
        if columns.iter().take(n).any(|(_, before)| before == column) {
            let heading = table.headings.get(*at).cloned().unwrap_or_default();
            plan.faults.push(SheetFault { line: 1, kind: SheetFaultKind::TwoColumns { column: *column, heading } });
        }
    }
    let has = |column| columns.iter().any(|(_, known)| *known == column);
    if !has(SheetColumn::Household) && !has(SheetColumn::Door) {
        plan.faults.push(SheetFault { line: 1, kind: SheetFaultKind::NoDoors });
    }
    if !plan.faults.is_empty() {
        return plan;
    }
    let mut doors: HashMap<Address, u64> = HashMap::with_capacity(table.rows.len());
    for (line, cells) in &table.rows {
        let cell = |at: usize| cells.get(at).map(|cell| read_word(cell)).unwrap_or_default();
        if columns.iter().all(|(at, _)| cell(*at).trim().is_empty()) {
            continue;
        }
        let row: Vec<(SheetColumn, &str)> = columns.iter().map(|(at, column)| (*column, cell(*at))).collect();
        match one(&row, roll, &mut doors, *line) {
            Err(faults) => plan.faults.extend(faults.into_iter().map(|kind| SheetFault { line: *line, kind })),
            Ok((Some(id), household)) if roll.household(id) == Some(&household) => plan.same += 1,
            Ok((known, household)) => {
                plan.rows.push((known, household));
                *(if known.is_some() { &mut plan.changed } else { &mut plan.new }) += 1;
            }
        }
    }
    if !plan.faults.is_empty() {
        plan.rows.clear();
    }
    plan
}

/// The household of a row, and which one of the roll it is.
fn one(
    row: &[(SheetColumn, &str)],
    roll: &Roll,
    doors: &mut HashMap<Address, u64>,
    line: u64,
) -> Result<(Option<HouseholdId>, Household), Vec<SheetFaultKind>> {
    let mut faults = Vec::new();
    let mut written = Household::default();
    // A whole door first: columns of its own for its parts say it better.
    let ordered = || row.iter().filter(|(column, _)| *column == SheetColumn::Door).chain(row).enumerate();
    let has_door = row.iter().any(|(column, _)| *column == SheetColumn::Door);
    for (n, (column, cell)) in ordered() {
        let again = n > 0 && *column == SheetColumn::Door;
        // A blank part beside a whole door takes nothing away from it.
        let blank = has_door && is_door_part(*column) && cell.trim().is_empty();
        if !again
            && !blank
            && let Err(kind) = written.put_cell(*column, cell)
        {
            faults.push(kind);
        }
    }
    if written.address.door.household.is_empty() {
        faults.push(SheetFaultKind::NoDoor);
        return Err(faults);
    }
    let known = match known(row, &written.address, roll) {
        Ok(known) => known,
        Err(kind) => {
            faults.push(kind);
            return Err(faults);
        }
    };
    let mut household = known.and_then(|id| roll.household(id)).cloned().unwrap_or_default();
    for (column, cell) in row {
        if !is_door_part(*column) && *column != SheetColumn::Door {
            // What is wrong with it was said above.
            let _ = household.put_cell(*column, cell);
        }
    }
    household.address.door = written.address.door;
    if let Some(first) = doors.get(&household.address) {
        faults.push(SheetFaultKind::Twice { first: *first });
    } else {
        doors.insert(household.address.clone(), line);
    }
    if faults.is_empty() { Ok((known, household)) } else { Err(faults) }
}

fn is_door_part(column: SheetColumn) -> bool {
    matches!(column, SheetColumn::Building | SheetColumn::Entrance | SheetColumn::Household)
}

/// The household of the roll behind an address; places the table has no column for may be any.
fn known(row: &[(SheetColumn, &str)], address: &Address, roll: &Roll) -> Result<Option<HouseholdId>, SheetFaultKind> {
    let has = |column| row.iter().any(|(known, _)| *known == column);
    let fits = |there: &Address| {
        (!has(SheetColumn::Community) || there.community == address.community)
            && (!has(SheetColumn::Grid) || there.grid == address.grid)
            && (!has(SheetColumn::MicroGrid) || there.micro_grid == address.micro_grid)
            && (!has(SheetColumn::Courtyard) || there.courtyard == address.courtyard)
    };
    let found: Vec<HouseholdId> =
        roll.at_door(&address.door).filter(|(_, there)| fits(&there.address)).map(|(id, _)| id).collect();
    match found.as_slice() {
        [] => Ok(None),
        [id] => Ok(Some(*id)),
        several => Err(SheetFaultKind::SeveralDoors { count: several.len() }),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;
    use crate::domain::{
        DeviceId, Lang, Privacy, RecordId,
        meeting::roll::AreaFault,
        place::{
            Areas, Command, MustVisit, Owner, Resident, Standing,
            sheet::{written_columns, written_row},
        },
        record::{Record, Register},
        survey::Door,
    };

    fn table(text: &str) -> Table {
        let mut lines = text.lines().map(|line| line.split(',').map(str::to_owned).collect::<Vec<_>>());
        let headings = lines.next().unwrap();
        let rows = lines.enumerate().map(|(n, cells)| (n as u64 + 2, cells)).collect();
        Table { headings, rows, ..Table::default() }
    }

    /// The roll after importing a table, which must be sound.
    fn imported(mut roll: Roll, table: &Table) -> Roll {
        let planned = plan(table, &guess(&table.headings), &roll);
        assert_eq!(planned.faults, []);
        let mut n = roll.households().count() as u128;
        let events = planned.events(|| {
            n += 1;
            Uuid::from_u128(n)
        });
        for body in roll.decide(Command::All(events)).unwrap() {
            let seq = u64::try_from(n).unwrap() + 1;
            n += 1;
            roll.apply(Record {
                id: RecordId(Uuid::from_u128(n)),
                community: String::new(),
                device: DeviceId(Uuid::nil()),
                seq,
                hlc: seq,
                at: "2024-11-12T14:00:00+08:00".parse().unwrap(),
                author: String::new(),
                entity: body.entity().unwrap(),
                prev: None,
                body,
                body_hash: [0; 32],
                chain_hash: [0; 32],
            });
        }
        roll
    }

    #[test]
    fn a_chinese_list_is_read_by_its_headings() {
        let list = table(
            "微网格,楼栋号,单元,房号,业主姓名,建筑面积（㎡）,四必去,是否车位,电话,门牌颜色\n\
             第一微网格,3栋,2单元,501室,张三、李四,72.4,困难户 党员户,否,138,红\n\
             第一微网格,,,P7,张三,12.5,,是,,",
        );
        let roll = imported(Roll::default(), &list);
        let (_, first) = roll.households().next().unwrap();
        let wanted = Household {
            address: Address {
                micro_grid: "第一微网格".into(),
                door: Door { building: "3".into(), entrance: "2".into(), household: "501".into() },
                ..Address::default()
            },
            owners: ["张三", "李四"].map(|name| Owner { name: name.into(), id: String::new() }).to_vec(),
            areas: Areas { registry: Some(7240), ..Areas::default() },
            must_visit: [MustVisit::Hardship, MustVisit::PartyMember].into(),
            phone: "138".into(),
            ..Household::default()
        };
        assert_eq!(first, &wanted);
        assert!(roll.households().nth(1).unwrap().1.parking);
    }

    #[test]
    fn every_bad_row_is_said_and_nothing_is_imported() {
        let list = table(
            "door,area,must_visit,parking,standing,language\n\
             1-1-101,60,,,,\n\
             1-1-102,大,,,,\n\
             ,61,,,,\n\
             1栋1单元101室,62,,,,\n\
             1-1-103,63,困南户,也许,半售,鸟语\n\
             ,,,,,",
        );
        let planned = plan(&list, &guess(&list.headings), &Roll::default());
        let said: Vec<_> = planned.faults.iter().map(|fault| (fault.line, fault.kind.clone())).collect();
        assert_eq!(
            said,
            [
                (3, SheetFaultKind::Area { text: "大".into(), fault: AreaFault::NotANumber }),
                (4, SheetFaultKind::NoDoor),
                (5, SheetFaultKind::Twice { first: 2 }),
                (6, SheetFaultKind::Standing { word: "半售".into() }),
                (6, SheetFaultKind::YesNo { column: SheetColumn::Parking, word: "也许".into() }),
                (6, SheetFaultKind::Kind { word: "困南户".into(), near: Some("困难户") }),
                (6, SheetFaultKind::Language { word: "鸟语".into() }),
            ]
        );
        assert!(planned.changes_nothing() && !planned.is_sound());
        let none = table("street,length\na,1");
        assert_eq!(plan(&none, &guess(&none.headings), &Roll::default()).faults[0].kind, SheetFaultKind::NoDoors);
        let twice = table("户,房号\n1,2");
        let both = vec![Some(SheetColumn::Household), Some(SheetColumn::Household)];
        let heading = "房号".to_owned();
        let kind = SheetFaultKind::TwoColumns { column: SheetColumn::Household, heading };
        assert_eq!(plan(&twice, &both, &Roll::default()).faults[0].kind, kind);
    }

    #[test]
    fn columns_a_later_table_does_not_have_stay_as_they_are() {
        let roll = imported(Roll::default(), &table("社区,栋,单元,户,电话,备注\n甲,1,1,101,138,狗\n甲,1,1,102,139,"));
        let later = table("栋,单元,户,电话\n1,1,101,137\n1,1,102,139\n1,1,103,136");
        let planned = plan(&later, &guess(&later.headings), &roll);
        assert_eq!((planned.new, planned.changed, planned.same), (1, 1, 1));
        let roll = imported(roll, &later);
        let (_, first) = roll.households().find(|(_, household)| household.address.door.household == "101").unwrap();
        assert_eq!((&*first.phone, &*first.notes, &*first.address.community), ("137", "狗", "甲"));
        let two = imported(roll, &table("社区,栋,单元,户\n乙,1,1,101"));
        let planned = plan(&later, &guess(&later.headings), &two);
        assert_eq!(planned.faults, [SheetFault { line: 2, kind: SheetFaultKind::SeveralDoors { count: 2 } }]);
    }

    #[test]
    fn what_is_not_asked_for_by_name_does_not_leave() {
        let names = |include: &[Privacy]| -> Vec<&str> {
            written_columns(include).into_iter().map(SheetColumn::name).collect()
        };
        let open = names(&[]);
        for name in ["owner", "owner_id", "residents", "phone", "must_visit", "notes"] {
            assert!(!open.contains(&name), "{name}");
        }
        assert!(names(&[Privacy::Personal]).contains(&"phone") && !names(&[Privacy::Personal]).contains(&"notes"));
        assert_eq!(names(&[Privacy::Personal, Privacy::Sensitive]).len(), SheetColumn::WRITTEN.len());
    }

    fn word() -> impl Strategy<Value = String> {
        prop_oneof![Just(String::new()), "[a-z张王=+@'-][a-z张王 ]{0,4}[a-z张王]"]
    }

    prop_compose! {
        fn household()(
            places in (word(), word(), word(), word()), door in ("[1-3]?", "[1-3]?", "[1-9]{1,2}"),
            owners in prop::collection::vec((word(), "[0-9]{0,2}"), 0..3), areas in (any::<Option<u16>>(), any::<Option<u16>>()),
            residents in prop::collection::vec(("[张王a-z]{1,3}", "[父母]{0,1}"), 0..3), bits in 0usize..16,
            standing in 0usize..3, parking: bool, phone in "[+]?[0-9]{0,4}", notes in word(), language in 0usize..3,
        ) -> Household {
            let (community, grid, micro_grid, courtyard) = places;
            let (building, entrance, household) = door;
            Household {
                address: Address { community, grid, micro_grid, courtyard, door: Door { building, entrance, household } },
                owners: owners.into_iter().filter(|(name, _)| !name.is_empty())
                    .map(|(name, id)| Owner { name, id }).collect(),
                areas: Areas { registry: areas.0.map(u64::from), survey: areas.1.map(u64::from), contract: None },
                standing: [Standing::Owned, Standing::Unsold, Standing::Undelivered][standing],
                parking,
                residents: residents.into_iter().map(|(name, relation)| Resident { name, relation }).collect(),
                must_visit: MustVisit::ALL.into_iter().enumerate().filter(|(n, _)| bits >> n & 1 == 1).map(|(_, k)| k).collect(),
                phone,
                language: [None, Some(Lang::new("en")), Some(Lang::new("zh-CN"))][language].clone(),
                notes,
            }
        }
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back_and_importing_again_changes_nothing(households in prop::collection::vec(household(), 0..8)) {
            let columns = written_columns(&[Privacy::Personal, Privacy::Sensitive]);
            let mut written = Table {
                headings: columns.iter().map(|column| column.name().to_owned()).collect(),
                ..Table::default()
            };
            let mut expected: Vec<Household> = Vec::new();
            for household in households {
                if expected.iter().all(|known| known.address != household.address) {
                    written.rows.push((expected.len() as u64 + 2, written_row(&household, &columns)));
                    expected.push(household);
                }
            }
            let roll = imported(Roll::default(), &written);
            let read: Vec<Household> = roll.households().map(|(_, household)| household.clone()).collect();
            prop_assert_eq!(&read, &expected);
            let again = plan(&written, &guess(&written.headings), &roll);
            prop_assert!(again.is_sound() && again.changes_nothing() && again.same == read.len());
        }

        #[test]
        fn any_table_is_answered(text in "[a-z户栋栋单元0-9,，、（ \n=-]{0,60}") {
            if !text.lines().next().unwrap_or_default().is_empty() {
                let any = table(&format!("栋,单元,户,door,owner,residents,must_visit\n{text}"));
                let planned = plan(&any, &guess(&any.headings), &Roll::default());
                if planned.is_sound() {
                    let roll = imported(Roll::default(), &any);
                    prop_assert!(plan(&any, &guess(&any.headings), &roll).changes_nothing());
                }
            }
        }
    }
}
