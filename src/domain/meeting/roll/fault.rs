//! What is wrong with a roll, row by row.

use super::{AreaFault, RollColumn};
use crate::domain::Severity;

/// One fault of one row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RollFault {
    /// The row it stands in, as [`super::RawUnit::row`]; 1 for the headings of a table.
    pub row: u64,
    /// What.
    pub kind: RollFaultKind,
}

/// What is wrong. Each variant has one sentence in the locale files, `roll-*`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RollFaultKind {
    /// The table has neither owners nor doors.
    NoColumns,
    /// Two headings mean the same column.
    RepeatedColumn {
        /// The column.
        column: RollColumn,
        /// The second heading as written.
        heading: String,
    },
    /// A heading nobody knows that looks like one that was meant. The column is passed over.
    UnknownColumn {
        /// As written.
        heading: String,
        /// The likeliest meant.
        near: &'static str,
    },
    /// A word that is neither kind of voter. The row stays out.
    UnknownKind {
        /// As written.
        word: String,
        /// The likeliest meant.
        near: Option<&'static str>,
    },
    /// A word that says neither yes nor no. The row stays out.
    UnknownParking {
        /// As written.
        word: String,
    },
    /// Neither an owner nor a door. The row stays out.
    Nobody,
    /// A door without an owner's name: counted as an owner of its own, though it may be another door's.
    NoOwner,
    /// An area that cannot be read. The row stays out.
    Area {
        /// The column.
        column: RollColumn,
        /// As written.
        text: String,
        /// Why.
        fault: AreaFault,
    },
    /// No area in any column, while other rows have one. It counts as 0.
    NoArea,
    /// The same door, or the same resident, stands in an earlier row. Only that one counts.
    Twice {
        /// The earlier row.
        first: u64,
    },
    /// An owner of the same name without an id: taken for the same one, so one head.
    SameName {
        /// The earlier row.
        first: u64,
        /// The name.
        name: String,
    },
}

impl RollFault {
    /// An error when the row or the table cannot be counted as it is; a warning when a person should look.
    #[must_use]
    pub fn severity(&self) -> Severity {
        match self.kind {
            RollFaultKind::NoColumns
            | RollFaultKind::RepeatedColumn { .. }
            | RollFaultKind::UnknownKind { .. }
            | RollFaultKind::UnknownParking { .. }
            | RollFaultKind::Nobody
            | RollFaultKind::Area { .. }
            | RollFaultKind::Twice { .. } => Severity::Error,
            RollFaultKind::UnknownColumn { .. }
            | RollFaultKind::NoOwner
            | RollFaultKind::NoArea
            | RollFaultKind::SameName { .. } => Severity::Warning,
        }
    }
}
