//! The words of meetings.

mod event;
mod refusal;
mod term;

pub use event::event_words;
pub use refusal::meeting_refusal;
pub use term::{capacity, choice, item_kind, ordering, stance, way};
