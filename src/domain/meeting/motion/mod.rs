//! Motions: their texts in versions, ways of voting, what was counted, results.

mod decide;
mod event;
mod motions;
mod state;
mod tellers;
mod vote;

pub use event::{BoxCount, Hands, MotionCommand, MotionEvent, MotionRefusal};
pub use motions::Motions;
pub use state::{Motion, Stage, Version};
pub use tellers::{Teller, Tellers};
pub use vote::{Objection, Vote};
