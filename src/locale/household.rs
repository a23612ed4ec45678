//! The words of the roll: kinds, roles, places, columns, and what is wrong with a table of households.

use super::{Locale, roll_fault::area_fault};
use crate::{
    domain::place::{
        Address, Household, Level, MustVisit, Place, Role, Standing,
        sheet::{SheetColumn, SheetFault, SheetFaultKind},
    },
    tr,
};

/// What a kind of household that must be visited is called.
#[must_use]
pub fn must_visit(l: &Locale, kind: MustVisit) -> String {
    match kind {
        MustVisit::Hardship => tr!(l, "households-hardship"),
        MustVisit::PartyMember => tr!(l, "households-party-member"),
        MustVisit::Dispute => tr!(l, "households-dispute"),
        MustVisit::SpecialNeeds => tr!(l, "households-special-needs"),
    }
}

/// The kinds a household is of, one after the other.
#[must_use]
pub fn must_visit_all(l: &Locale, household: &Household) -> String {
    household.must_visit.iter().map(|kind| must_visit(l, *kind)).collect::<Vec<_>>().join(" ")
}

/// What a level of places is called.
#[must_use]
pub fn place_level(l: &Locale, level: Level) -> String {
    column_name(
        l,
        match level {
            Level::Community => SheetColumn::Community,
            Level::Grid => SheetColumn::Grid,
            Level::MicroGrid => SheetColumn::MicroGrid,
            Level::Courtyard => SheetColumn::Courtyard,
            Level::Building => SheetColumn::Building,
            Level::Entrance => SheetColumn::Entrance,
        },
    )
}

/// A place by its own name, `3栋`; everywhere for no place at all.
#[must_use]
pub fn place_name(l: &Locale, place: &Place) -> String {
    let Some((level, name)) = place.level().zip(place.0.last()) else { return tr!(l, "households-everywhere") };
    let bare = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric());
    match level {
        _ if name.is_empty() => tr!(l, "households-unnamed"),
        Level::Building if bare => tr!(l, "term-building", n = name.clone()),
        Level::Entrance if bare => tr!(l, "term-entrance", n = name.clone()),
        _ => name.clone(),
    }
}

/// A place with all that holds it, the widest first; levels without a name left out.
#[must_use]
pub fn place_path(l: &Locale, place: &Place) -> String {
    place_within(l, place, 0)
}

/// A place as [`place_path`] says it, without the first so many levels, which everybody knows; its own name always stands.
#[must_use]
pub fn place_within(l: &Locale, place: &Place, known: usize) -> String {
    let first = known.min(place.0.len().saturating_sub(1)) + 1;
    let lengths = (first..=place.0.len()).filter(|n| !place.0[n - 1].is_empty());
    let names: Vec<String> = lengths.map(|n| place_name(l, &Place(place.0[..n].to_vec()))).collect();
    if names.is_empty() { tr!(l, "households-everywhere") } else { names.join(" ") }
}

/// A whole address: places, then the door.
#[must_use]
pub fn address(l: &Locale, address: &Address) -> String {
    let parts = [&address.community, &address.grid, &address.micro_grid, &address.courtyard];
    let door = super::door(l, &address.door);
    let parts = parts.into_iter().map(|part| part.trim().to_owned()).chain([door]);
    parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// What a member is.
#[must_use]
pub fn role(l: &Locale, role: Role) -> String {
    match role {
        Role::GridMember => tr!(l, "households-role-grid"),
        Role::MicroGridMember => tr!(l, "households-role-micro-grid"),
        Role::BuildingHead => tr!(l, "households-role-building"),
        Role::EntranceHead => tr!(l, "households-role-entrance"),
        Role::SelfManagement => tr!(l, "households-role-self"),
        Role::CommunityStaff => tr!(l, "households-role-staff"),
        Role::Resident => tr!(l, "households-role-resident"),
    }
}

/// Whose a unit is.
#[must_use]
pub fn standing(l: &Locale, standing: Standing) -> String {
    match standing {
        Standing::Owned => tr!(l, "households-owned"),
        Standing::Unsold => tr!(l, "households-unsold"),
        Standing::Undelivered => tr!(l, "households-undelivered"),
    }
}

/// What a column of a table of households is called.
#[must_use]
pub fn column_name(l: &Locale, column: SheetColumn) -> String {
    match column {
        SheetColumn::Community => tr!(l, "households-community"),
        SheetColumn::Grid => tr!(l, "households-grid"),
        SheetColumn::MicroGrid => tr!(l, "households-micro-grid"),
        SheetColumn::Courtyard => tr!(l, "households-courtyard"),
        SheetColumn::Building => tr!(l, "households-building"),
        SheetColumn::Entrance => tr!(l, "households-entrance"),
        SheetColumn::Household => tr!(l, "households-household"),
        SheetColumn::Door => tr!(l, "households-door"),
        SheetColumn::Owners => tr!(l, "households-owners"),
        SheetColumn::OwnerIds => tr!(l, "households-owner-ids"),
        SheetColumn::AreaRegistry => tr!(l, "households-area-registry"),
        SheetColumn::AreaSurvey => tr!(l, "households-area-survey"),
        SheetColumn::AreaContract => tr!(l, "households-area-contract"),
        SheetColumn::Standing => tr!(l, "households-standing"),
        SheetColumn::Parking => tr!(l, "households-parking"),
        SheetColumn::Residents => tr!(l, "households-residents"),
        SheetColumn::MustVisit => tr!(l, "households-must-visit"),
        SheetColumn::Hardship => must_visit(l, MustVisit::Hardship),
        SheetColumn::PartyMember => must_visit(l, MustVisit::PartyMember),
        SheetColumn::Dispute => must_visit(l, MustVisit::Dispute),
        SheetColumn::SpecialNeeds => must_visit(l, MustVisit::SpecialNeeds),
        SheetColumn::Phone => tr!(l, "households-phone"),
        SheetColumn::Language => tr!(l, "households-language"),
        SheetColumn::Notes => tr!(l, "households-notes"),
    }
}

/// A fault of a table of households on one line, with its row.
#[must_use]
pub fn sheet_fault(l: &Locale, fault: &SheetFault) -> String {
    let (row, what) = (fault.line.to_string(), sheet_fault_words(l, &fault.kind));
    tr!(l, "households-fault-row", row = row, what = what)
}

/// What is wrong with a row or field, without its row.
#[must_use]
pub fn sheet_fault_words(l: &Locale, kind: &SheetFaultKind) -> String {
    match kind {
        SheetFaultKind::NoDoors => tr!(l, "households-fault-no-doors"),
        SheetFaultKind::TwoColumns { column, heading } => {
            let (column, heading) = (column_name(l, *column), heading.clone());
            tr!(l, "households-fault-two-columns", column = column, heading = heading)
        }
        SheetFaultKind::NoDoor => tr!(l, "households-fault-no-door"),
        SheetFaultKind::Twice { first } => tr!(l, "households-fault-twice", first = first.to_string()),
        SheetFaultKind::SeveralDoors { count } => {
            let count = *count;
            tr!(l, "households-fault-several", count = count)
        }
        SheetFaultKind::Spoilt { column } => tr!(l, "households-fault-spoilt", column = column_name(l, *column)),
        SheetFaultKind::Area { text, fault } => area_fault(l, text.clone(), *fault),
        SheetFaultKind::Kind { word, near: Some(near) } => {
            let (word, near) = (word.clone(), *near);
            tr!(l, "households-fault-kind-near", word = word, near = near)
        }
        SheetFaultKind::Kind { word, near: None } => tr!(l, "households-fault-kind", word = word.clone()),
        SheetFaultKind::Standing { word } => tr!(l, "households-fault-standing", word = word.clone()),
        SheetFaultKind::YesNo { column, word } => {
            let (column, word) = (column_name(l, *column), word.clone());
            tr!(l, "households-fault-yes-no", column = column, word = word)
        }
        SheetFaultKind::Language { word } => tr!(l, "households-fault-language", word = word.clone()),
    }
}
