//! Matters: what residents want done, from the suggestions it came from to what was checked in the end.

mod about;
mod afterwards;
mod agreement;
mod came;
mod event;
mod facts;
mod gram;
mod heard;
mod here;
mod likeness;
mod line;
mod link;
mod matters;
mod named;
mod public;
mod said;
mod suggestion;
mod thread;
mod which;

pub use about::{About, Concern, Matter, Programme, Step};
pub use afterwards::Afterwards;
pub use agreement::{Agreement, Kappa};
pub use came::{Came, Entry};
pub use event::{Command, Event, MatterRefusal};
pub use facts::{Facts, Outcomes};
pub use heard::Heard;
pub use here::Here;
pub use likeness::{Likely, Likeness, Target};
pub use line::Line;
pub use link::Link;
pub use matters::Matters;
pub use named::{CONCERN_LIST, Named, Raised, concern_questions, concerns_picked, is_few};
pub use said::{Said, Score, scores, text_at, texts};
pub use suggestion::{Code, Coding, SuggestionKey};
pub use thread::Thread;
pub use which::{Which, places_of};
