//! The words of meetings.

mod term;

pub use term::{capacity, choice, item_kind, ordering, stance, way};
