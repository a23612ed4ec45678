//! The store: one SQLite file with the log, what screens read, and drafts. Gives and takes domain types only.
//!
//! One running program holds a data directory and may write; a second one reads ([`Opened`]). Every writing call is one
//! transaction and returns after it has reached the disk. Reads are one statement each, over indices.

mod changed;
mod draft;
mod fault;
mod feed;
mod forget;
mod front;
mod import;
mod list;
mod listing;
mod lock;
mod log;
mod meeting;
mod open;
mod project;
mod response;
mod row;
mod said;
mod schema;
mod search;
mod session;
mod survey;
mod verify;
mod walk;

pub use crate::domain::record::{Finding, Holder, StoreError};
pub use changed::Changed;
pub use draft::{DraftSummary, SearchableDraft, StoredDraft};
pub use feed::Submission;
pub use front::{Figures, Front, Most};
pub use import::Imported;
pub use list::{Page, ResponseFilter, ResponseRow, Sort};
pub use listing::Listing;
pub use log::Stamp;
pub use meeting::About;
pub use open::{OpenOptions, Opened, Store};
pub use response::LastSaved;
pub use session::{Counts, SessionRow};
