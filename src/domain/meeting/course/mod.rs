//! The course of a meeting: which item is under way, what is done, and the clocks of items and meeting.

mod clock;
mod decide;
mod event;
mod notice;
mod state;

pub use clock::{Overall, Spent};
pub use event::{CourseCommand, CourseEvent, CourseRefusal};
pub use notice::{NoticeCheck, NoticeStanding};
pub use state::{Course, ItemState, Stage};
