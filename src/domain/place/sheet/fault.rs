//! What is wrong with a table of households, row by row.

use super::SheetColumn;
use crate::domain::meeting::roll::AreaFault;

/// One fault, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetFault {
    /// The line or row of the file, from 1.
    pub line: u64,
    /// What.
    pub kind: SheetFaultKind,
}

/// What is wrong. Each variant has one sentence in the locale files, `rolls-fault-*`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SheetFaultKind {
    /// No column holds doors.
    NoDoors,
    /// Two columns are read as the same.
    TwoColumns {
        /// The column.
        column: SheetColumn,
        /// The second heading as written.
        heading: String,
    },
    /// A row without a door.
    NoDoor,
    /// The same door stands in an earlier row.
    Twice {
        /// The earlier row.
        first: u64,
    },
    /// Several households of the roll have this door; the row does not say in which place.
    SeveralDoors {
        /// How many.
        count: usize,
    },
    /// The cell holds a day or an error: a spreadsheet program has changed what was typed.
    Spoilt {
        /// Of which column.
        column: SheetColumn,
    },
    /// An area that cannot be read.
    Area {
        /// As written.
        text: String,
        /// Why.
        fault: AreaFault,
    },
    /// A word that is no kind of household that must be visited.
    Kind {
        /// As written.
        word: String,
        /// The likeliest meant.
        near: Option<&'static str>,
    },
    /// A word that says neither sold nor unsold nor undelivered.
    Standing {
        /// As written.
        word: String,
    },
    /// A word that says neither yes nor no.
    YesNo {
        /// Of which column.
        column: SheetColumn,
        /// As written.
        word: String,
    },
    /// A language nobody knows.
    Language {
        /// As written.
        word: String,
    },
}
