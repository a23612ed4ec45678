//! What is wrong with a roll, as sentences.

use super::{
    Locale,
    problem::{Told, quote},
};
use crate::{
    domain::{
        Span,
        meeting::roll::{AREA_LIMIT, AreaFault, RollFault, RollFaultKind},
    },
    tr,
};

/// A fault of a row: in a CSV file with its line, in an agenda with the place it stands first.
pub(super) fn told(l: &Locale, file: Option<&str>, first: Option<Span>, fault: &RollFault) -> Told {
    let told = kind(l, &fault.kind, file.is_some());
    match (file, first) {
        (Some(file), _) => {
            let what =
                tr!(l, "fault-bad-table", file = quote(file), line = fault.row.to_string(), what = told.what.clone());
            Told { what, ..told }
        }
        (None, Some(first)) => told.also(first, tr!(l, "fault-first-here")),
        (None, None) => told,
    }
}

/// A fault of a roll that is a file of its own, on one line: the row, and what is wrong with it.
#[must_use]
pub fn roll_fault(locale: &Locale, fault: &RollFault) -> String {
    let told = kind(locale, &fault.kind, true);
    let row = fault.row.to_string();
    let what = match told.near {
        Some(near) => format!("{} {}", told.what, tr!(locale, "newmeeting-near", near = near)),
        None => told.what,
    };
    tr!(locale, "newmeeting-row", row = row, what = what)
}

fn kind(l: &Locale, fault: &RollFaultKind, lines: bool) -> Told {
    match fault {
        RollFaultKind::NoColumns => {
            Told::new(tr!(l, "roll-no-columns")).expected("owner, building, entrance, household, area_registry")
        }
        RollFaultKind::RepeatedColumn { column, heading } => {
            Told::new(tr!(l, "roll-repeated-column", heading = quote(heading), column = column.name()))
        }
        RollFaultKind::UnknownColumn { heading, near } => {
            Told::new(tr!(l, "roll-unknown-column", heading = quote(heading))).near(Some(near))
        }
        RollFaultKind::UnknownKind { word, near } => Told::new(tr!(l, "roll-unknown-kind", word = quote(word)))
            .near(*near)
            .expected("owner, developer, resident"),
        RollFaultKind::UnknownParking { word } => {
            Told::new(tr!(l, "roll-unknown-parking", word = quote(word))).expected("yes, no")
        }
        RollFaultKind::Nobody => Told::new(tr!(l, "roll-nobody")),
        RollFaultKind::NoOwner => Told::new(tr!(l, "roll-no-owner")),
        RollFaultKind::Area { text, fault, .. } => area(l, quote(text), *fault),
        RollFaultKind::NoArea => Told::new(tr!(l, "roll-no-area")),
        RollFaultKind::Twice { first } if lines => Told::new(tr!(l, "roll-twice-line", line = first.to_string())),
        RollFaultKind::Twice { .. } => Told::new(tr!(l, "roll-twice")),
        RollFaultKind::SameName { first, name } if lines => {
            Told::new(tr!(l, "roll-same-name-line", name = quote(name), line = first.to_string()))
        }
        RollFaultKind::SameName { name, .. } => Told::new(tr!(l, "roll-same-name", name = quote(name))),
    }
}

/// Why a text is no area.
#[must_use]
pub fn area_fault(l: &Locale, text: String, fault: AreaFault) -> String {
    match fault {
        AreaFault::NotANumber => tr!(l, "roll-area-no-number", text = text),
        AreaFault::Negative => tr!(l, "roll-area-negative", text = text),
        AreaFault::TooFine => tr!(l, "roll-area-too-fine", text = text),
        AreaFault::TooLarge => {
            tr!(
                l,
                "roll-area-too-large",
                text = text,
                limit = super::area(l, i64::try_from(AREA_LIMIT).unwrap_or(i64::MAX))
            )
        }
    }
}

fn area(l: &Locale, text: String, fault: AreaFault) -> Told {
    Told::new(area_fault(l, text, fault)).expected("\"72.40\"")
}
