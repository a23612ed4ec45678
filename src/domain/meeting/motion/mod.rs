//! Motions: their texts in versions, ways of voting, what was counted, results.

mod command;
mod counted;
mod decide;
mod event;
mod motions;
mod refusal;
mod state;
mod tellers;
mod vote;

pub use command::MotionCommand;
pub use counted::{BoxCount, Hands};
pub use event::MotionEvent;
pub use motions::Motions;
pub use refusal::MotionRefusal;
pub use state::{Motion, Stage, Version};
pub use tellers::{Teller, Tellers};
pub use vote::{Objection, Vote};
