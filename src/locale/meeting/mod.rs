//! The words of meetings.

mod event;
mod notice;
mod refusal;
mod term;

pub use event::event_words;
pub use notice::notice_words;
pub use refusal::meeting_refusal;
pub use term::{capacity, choice, item_kind, ordering, stage, stance, way};
