//! The demo: courtyard 14 with 135 submissions over 12 sessions and what was decided at them, drawn from a fixed seed.
//!
//! `demo/courtyard-14.ron` holds what is told: sessions, words, how often each concern comes. [`Story`] is that file,
//! [`intake()`] draws what every household answers, [`build()`] gives the answers to real drafts, holds
//! the meetings of `demo/meetings.ron` (`meetings`) and puts it all in a store.

mod build;
mod chance;
mod concerns;
mod fault;
mod fill;
mod intake;
mod meetings;
mod neighbourhood;
mod story;

pub use build::{Built, build, is_demo};
pub use fault::DemoFault;
pub use intake::{Submission, intake};
pub use story::{Story, StoryFault};
