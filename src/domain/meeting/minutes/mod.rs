//! Minutes: a person's words, versions, the posting of results.

mod event;
mod state;

pub use event::{MinutesCommand, MinutesEvent, MinutesRefusal};
pub use state::{Drafting, Posting};
