//! What was printed for a narrower circle than everyone: kept so that one can see later who did.

use serde::{Deserialize, Serialize};

/// A report that was printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Printed {
    /// The word for the report, such as `minutes`.
    pub report: String,
    /// For whom: `public`, `office`, `facilitator`; of an export, what was asked for by name.
    pub class: String,
    /// The ending of its files.
    pub format: String,
    /// Its title.
    pub title: String,
}

impl Printed {
    /// The word for responses that were exported with what is marked; the class then says what was asked for by name.
    pub const EXPORT: &'static str = "export";
    /// The word the records of prints begin with.
    pub const KIND: &'static str = "printed";

    /// This report, for these people, in this format.
    #[must_use]
    pub fn new(report: &str, class: &str, format: &str, title: &str) -> Self {
        let owned = str::to_owned;
        Self { report: owned(report), class: owned(class), format: owned(format), title: owned(title) }
    }
}
