//! Matters: what residents want done, from the suggestions it came from to what was checked in the end.

mod about;
mod event;
mod link;
mod matters;
mod suggestion;

pub use about::{About, Concern, Matter, Programme, Step};
pub use event::{Command, Event, MatterRefusal};
pub use link::Link;
pub use matters::Matters;
pub use suggestion::{Code, Coding, SuggestionKey};
