//! The household a response is about as a table of one row, `roll`, that a survey reads with `pulldata()`.

use super::{Household, Roll, sheet::SheetColumn};
use crate::domain::{
    Privacy,
    survey::{Door, Table},
};

/// The name of the table in `pulldata('roll', ..)`.
pub const PREFILL: &str = "roll";

/// Its columns: those of a table of households, and a few that only this one has. `here` is `yes` in its only row.
pub const PREFILL_COLUMNS: [&str; 29] = [
    "here",
    "door",
    "community",
    "grid",
    "micro_grid",
    "courtyard",
    "building",
    "entrance",
    "household",
    "owner",
    "owner_id",
    "area",
    "area_registry",
    "area_survey",
    "area_contract",
    "standing",
    "parking",
    "residents",
    "people",
    "resident",
    "must_visit",
    "hardship",
    "party_member",
    "dispute",
    "special_needs",
    "phone",
    "language",
    "notes",
    "member",
];

/// How far a column may go in a response it was looked up for. As in a table of households; but a door, which names the
/// row there, names the household here. Of a column nobody knows, as little as possible.
#[must_use]
pub fn prefill_privacy(name: &str) -> Privacy {
    match name {
        "here" | "area" | "people" | "member" => Privacy::Open,
        "door" | "household" | "resident" => Privacy::Personal,
        name => {
            let column = SheetColumn::ALL.into_iter().find(|column| column.name() == name);
            column.map_or(Privacy::Sensitive, SheetColumn::privacy)
        }
    }
}

impl Roll {
    /// The household of a door as the table `roll`; nothing when the door is not on the roll, or stands there several times.
    #[must_use]
    pub fn prefill(&self, door: &Door) -> Option<Table> {
        let mut found = self.at_door(door);
        let (Some((_, household)), None) = (found.next(), found.next()) else { return None };
        let row = PREFILL_COLUMNS.map(|name| self.prefill_cell(household, name));
        let mut writer = csv::Writer::from_writer(Vec::new());
        let written = writer.write_record(PREFILL_COLUMNS).and_then(|()| writer.write_record(&row));
        written.ok()?;
        Table::read(std::str::from_utf8(&writer.into_inner().ok()?).ok()?).ok()
    }

    fn prefill_cell(&self, household: &Household, name: &str) -> String {
        match name {
            "here" => "yes".to_owned(),
            "area" => {
                let best = Household { areas: household.areas, ..Household::default() };
                let columns = [SheetColumn::AreaRegistry, SheetColumn::AreaSurvey, SheetColumn::AreaContract];
                columns.map(|column| best.cell(column)).into_iter().find(|cell| !cell.is_empty()).unwrap_or_default()
            }
            "people" if household.residents.is_empty() => String::new(),
            "people" => household.residents.len().to_string(),
            // Who is met at the door of several is for the surveyor to ask.
            "resident" => match household.residents.as_slice() {
                [only] => only.name.clone(),
                _ => String::new(),
            },
            "standing" if household.cell(SheetColumn::Standing).is_empty() => "owned".to_owned(),
            "member" => {
                let names = self.answering(&household.address).into_iter().map(|(_, member)| member.name.clone());
                names.collect::<Vec<_>>().join("、")
            }
            // Choices of a survey are told apart by spaces.
            "must_visit" => household.must_visit.iter().map(|kind| kind.name()).collect::<Vec<_>>().join(" "),
            name => {
                let column = SheetColumn::ALL.into_iter().find(|column| column.name() == name);
                column.map(|column| household.cell(column)).unwrap_or_default()
            }
        }
    }
}
