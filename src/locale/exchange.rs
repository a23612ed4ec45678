//! What is wrong with a table of responses, and where an incoming response differs, as sentences.

use super::Locale;
use crate::{
    domain::exchange::{CellFault, Conflict, Difference, ReadFault, RowFault},
    tr,
};

/// One line for one fault: file, line, column, what is wrong.
#[must_use]
pub fn row_fault(locale: &Locale, fault: &RowFault) -> String {
    let said = read_fault(locale, &fault.fault);
    let place = format!("{}:{}", fault.file, fault.line);
    match &fault.column {
        Some(column) => format!("{place} {column}: {said}"),
        None => format!("{place}: {said}"),
    }
}

fn read_fault(locale: &Locale, fault: &ReadFault) -> String {
    match fault.clone() {
        ReadFault::MissingColumn => tr!(locale, "import-missing-column"),
        ReadFault::UnknownColumn { near: None } => tr!(locale, "import-unknown-column"),
        ReadFault::UnknownColumn { near: Some(near) } => tr!(locale, "import-unknown-column-near", near = near),
        ReadFault::LeftOut => tr!(locale, "import-left-out"),
        ReadFault::DoubleColumn => tr!(locale, "import-double-column"),
        ReadFault::MissingTable { repeat } => tr!(locale, "import-missing-table", repeat = repeat),
        ReadFault::TooManyCells => tr!(locale, "import-too-many-cells"),
        ReadFault::Key => tr!(locale, "import-key"),
        ReadFault::DoubleKey { first } => tr!(locale, "import-double-key", line = first),
        ReadFault::Parent => tr!(locale, "import-parent"),
        ReadFault::OtherSurvey => tr!(locale, "import-other-survey"),
        ReadFault::UnknownVersion => tr!(locale, "import-unknown-version"),
        ReadFault::State => tr!(locale, "import-bad-state"),
        ReadFault::Session => tr!(locale, "import-session"),
        ReadFault::Moment => tr!(locale, "import-moment"),
        ReadFault::Seed => tr!(locale, "import-seed"),
        ReadFault::Blank { name } => tr!(locale, "import-blank", name = name),
        ReadFault::Disagree => tr!(locale, "import-disagree"),
        ReadFault::Cell(cell) => cell_fault(locale, cell),
    }
}

fn cell_fault(locale: &Locale, fault: CellFault) -> String {
    match fault {
        CellFault::Integer => tr!(locale, "import-integer"),
        CellFault::Decimal => tr!(locale, "import-decimal"),
        CellFault::Date => tr!(locale, "import-date"),
        CellFault::Time => tr!(locale, "import-time"),
        CellFault::DateTime => tr!(locale, "import-moment"),
        CellFault::Choice { name, near: None } => tr!(locale, "import-choice", name = name),
        CellFault::Choice { name, near: Some(near) } => tr!(locale, "import-choice-near", name = name, near = near),
        CellFault::Point => tr!(locale, "import-point"),
        CellFault::Brackets => tr!(locale, "import-brackets"),
    }
}

/// One line for a response that is here with another content: its id and what differs.
#[must_use]
pub fn conflict_line(locale: &Locale, conflict: &Conflict) -> String {
    let name = |difference: &Difference| match difference {
        Difference::Meta(meta) => meta.heading().to_owned(),
        Difference::Answer(name) => name.clone(),
    };
    let differences = conflict.differences.iter().map(name).collect::<Vec<_>>().join(", ");
    tr!(locale, "import-differs", id = conflict.incoming.response.head.id.to_string(), differences = differences)
}
