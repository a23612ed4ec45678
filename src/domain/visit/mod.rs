//! Visits: rounds from door to door, the attempts at each door, what is covered and what is due.

mod attempt;
mod event;
mod round;
mod rounds;

pub use attempt::{Attempt, Disposition};
pub use event::{Command, Event, VisitRefusal};
pub use round::{Assignment, Plan, Round};
pub use rounds::Rounds;
