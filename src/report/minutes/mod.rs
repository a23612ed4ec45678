//! Minutes as documents: the minutes themselves, the sign-in sheet, the posting of results. Words and order only; what a
//! document looks like is its format's matter.

mod agreed;
mod heading;
mod item;
mod motion;
mod posting;
mod sheet;
mod whole;

pub use posting::posting_document;
pub use sheet::{SheetForm, sheet_document};
pub use whole::{MinutesStatus, minutes_document};
