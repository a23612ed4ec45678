//! The words of meetings.

mod event;
mod notice;
mod read_out;
mod refusal;
mod term;

pub use event::event_words;
pub use notice::notice_words;
pub use read_out::read_out;
pub use refusal::meeting_refusal;
pub use term::{capacity, item_kind, ordering, stage, stance, teller, tellers, way};
