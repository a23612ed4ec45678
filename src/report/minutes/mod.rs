//! Minutes as documents: the minutes themselves, the sign-in sheet, the posting of results. Words and order only; what a
//! document looks like is its format's matter.

mod agreed;
mod ballots;
mod heading;
mod item;
mod motion;
mod posting;
mod result_sheet;
mod sheet;
mod whole;

pub use ballots::{BallotPlan, ballots_document};
pub use posting::posting_document;
pub use result_sheet::result_sheet_document;
pub use sheet::{SheetForm, sheet_document};
pub use whole::{MinutesStatus, minutes_document};
