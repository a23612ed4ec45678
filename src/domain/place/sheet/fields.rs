//! One field of a household as a cell of a table, such that the cell gives the same field back; screens type it so too.

use super::{
    SheetColumn, SheetFaultKind,
    words::{bare_part, half_width, kind, language, near_kind, standing, whole_door, yes},
};
use crate::domain::{
    meeting::roll::read_area,
    place::{Household, MustVisit, Owner, Resident, Standing},
};

/// What stands between several in one cell.
const SEPARATORS: [char; 6] = ['、', ';', '；', '，', ',', '\n'];

impl Household {
    /// Takes over what a cell of a column says; a blank cell says there is nothing.
    ///
    /// # Errors
    /// Why the cell cannot be read; the household is as it was.
    pub fn put_cell(&mut self, column: SheetColumn, cell: &str) -> Result<(), SheetFaultKind> {
        let text = cell.trim();
        match column {
            SheetColumn::Community => text.clone_into(&mut self.address.community),
            SheetColumn::Grid => text.clone_into(&mut self.address.grid),
            SheetColumn::MicroGrid => text.clone_into(&mut self.address.micro_grid),
            SheetColumn::Courtyard => text.clone_into(&mut self.address.courtyard),
            SheetColumn::Building => self.address.door.building = bare_part(text, column),
            SheetColumn::Entrance => self.address.door.entrance = bare_part(text, column),
            SheetColumn::Household => self.address.door.household = bare_part(text, column),
            SheetColumn::Door => self.address.door = whole_door(text),
            SheetColumn::Owners => {
                // An owner who stays keeps what tells them apart.
                let names = parts(text);
                let known = |name: &String| self.owners.iter().find(|owner| owner.name == *name);
                let ids = names.iter().map(|name| known(name).map(|owner| owner.id.clone()).unwrap_or_default());
                self.owners = owners(names.clone(), ids.collect());
            }
            SheetColumn::OwnerIds => {
                let names = self.owners.iter().map(|owner| owner.name.clone()).collect();
                self.owners = owners(names, parts(text));
            }
            SheetColumn::AreaRegistry => self.areas.registry = area(text)?,
            SheetColumn::AreaSurvey => self.areas.survey = area(text)?,
            SheetColumn::AreaContract => self.areas.contract = area(text)?,
            SheetColumn::Standing => {
                let word = || SheetFaultKind::Standing { word: text.to_owned() };
                self.standing = standing(text).ok_or_else(word)?;
            }
            SheetColumn::Parking => self.parking = says_yes(column, text)?,
            SheetColumn::Residents => {
                self.residents =
                    parts(text).iter().filter(|part| !part.is_empty()).map(|part| resident(part)).collect();
            }
            SheetColumn::MustVisit => {
                let words = parts(text)
                    .into_iter()
                    .flat_map(|part| part.split([' ', '/', '\u{3000}']).map(str::to_owned).collect::<Vec<_>>());
                let kinds = words
                    .filter(|word| !word.is_empty())
                    .map(|word| kind(&word).ok_or_else(|| SheetFaultKind::Kind { near: near_kind(&word), word }));
                self.must_visit = kinds.collect::<Result<_, _>>()?;
            }
            SheetColumn::Hardship => self.put_kind(MustVisit::Hardship, says_yes(column, text)?),
            SheetColumn::PartyMember => self.put_kind(MustVisit::PartyMember, says_yes(column, text)?),
            SheetColumn::Dispute => self.put_kind(MustVisit::Dispute, says_yes(column, text)?),
            SheetColumn::SpecialNeeds => self.put_kind(MustVisit::SpecialNeeds, says_yes(column, text)?),
            SheetColumn::Phone => self.phone = half_width(text),
            SheetColumn::Language => {
                let said = language(text);
                if said.is_none() && !text.is_empty() {
                    return Err(SheetFaultKind::Language { word: text.to_owned() });
                }
                self.language = said;
            }
            SheetColumn::Notes => text.clone_into(&mut self.notes),
        }
        Ok(())
    }

    /// The cell of a column.
    #[must_use]
    pub fn cell(&self, column: SheetColumn) -> String {
        let flag = |yes: bool| if yes { "yes".to_owned() } else { String::new() };
        let visited = |kind| flag(self.must_visit.contains(&kind));
        match column {
            SheetColumn::Community => self.address.community.clone(),
            SheetColumn::Grid => self.address.grid.clone(),
            SheetColumn::MicroGrid => self.address.micro_grid.clone(),
            SheetColumn::Courtyard => self.address.courtyard.clone(),
            SheetColumn::Building => self.address.door.building.clone(),
            SheetColumn::Entrance => self.address.door.entrance.clone(),
            SheetColumn::Household => self.address.door.household.clone(),
            SheetColumn::Door => {
                let door = &self.address.door;
                let parts = [&door.building, &door.entrance, &door.household].map(String::as_str);
                parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-")
            }
            SheetColumn::Owners => joined(self.owners.iter().map(|owner| owner.name.as_str())),
            SheetColumn::OwnerIds => joined(self.owners.iter().map(|owner| owner.id.as_str())),
            SheetColumn::AreaRegistry => area_cell(self.areas.registry),
            SheetColumn::AreaSurvey => area_cell(self.areas.survey),
            SheetColumn::AreaContract => area_cell(self.areas.contract),
            SheetColumn::Standing => match self.standing {
                Standing::Owned => String::new(),
                Standing::Unsold => "unsold".to_owned(),
                Standing::Undelivered => "undelivered".to_owned(),
            },
            SheetColumn::Parking => flag(self.parking),
            SheetColumn::Residents => {
                let said = self.residents.iter().map(|one| match one.relation.as_str() {
                    "" => one.name.clone(),
                    relation => format!("{}({relation})", one.name),
                });
                said.collect::<Vec<_>>().join("、")
            }
            SheetColumn::MustVisit => joined(self.must_visit.iter().map(|kind| kind.name())),
            SheetColumn::Hardship => visited(MustVisit::Hardship),
            SheetColumn::PartyMember => visited(MustVisit::PartyMember),
            SheetColumn::Dispute => visited(MustVisit::Dispute),
            SheetColumn::SpecialNeeds => visited(MustVisit::SpecialNeeds),
            SheetColumn::Phone => self.phone.clone(),
            SheetColumn::Language => self.language.as_ref().map(ToString::to_string).unwrap_or_default(),
            SheetColumn::Notes => self.notes.clone(),
        }
    }

    fn put_kind(&mut self, kind: MustVisit, yes: bool) {
        if yes {
            self.must_visit.insert(kind);
        } else {
            self.must_visit.remove(&kind);
        }
    }
}

fn parts(text: &str) -> Vec<String> {
    if text.is_empty() {
        return Vec::new();
    }
    text.split(SEPARATORS).map(|part| part.trim().to_owned()).collect()
}

/// Names with what tells them apart, in their order; where there is neither, there is nobody.
fn owners(names: Vec<String>, ids: Vec<String>) -> Vec<Owner> {
    let count = names.len().max(ids.len());
    let blank = || std::iter::repeat_with(String::new);
    let pairs = names.into_iter().chain(blank()).zip(ids.into_iter().chain(blank())).take(count);
    pairs.map(|(name, id)| Owner { name, id }).filter(|owner| !owner.name.is_empty() || !owner.id.is_empty()).collect()
}

fn joined<'a>(parts: impl Iterator<Item = &'a str>) -> String {
    let parts: Vec<&str> = parts.collect();
    if parts.iter().all(|part| part.is_empty()) { String::new() } else { parts.join("、") }
}

/// `王嬢嬢（母亲）`: a name, and how they are related.
fn resident(text: &str) -> Resident {
    let inner = text.strip_suffix([')', '）']).and_then(|rest| rest.rsplit_once(['(', '（']));
    match inner {
        Some((name, relation)) if !name.trim().is_empty() => {
            Resident { name: name.trim().to_owned(), relation: relation.trim().to_owned() }
        }
        _ => Resident { name: text.to_owned(), relation: String::new() },
    }
}

fn area(text: &str) -> Result<Option<u64>, SheetFaultKind> {
    read_area(text).map_err(|fault| SheetFaultKind::Area { text: text.to_owned(), fault })
}

fn area_cell(area: Option<u64>) -> String {
    area.map(|area| format!("{}.{:02}", area / 100, area % 100)).unwrap_or_default()
}

fn says_yes(column: SheetColumn, text: &str) -> Result<bool, SheetFaultKind> {
    yes(column, text).ok_or_else(|| SheetFaultKind::YesNo { column, word: text.to_owned() })
}
