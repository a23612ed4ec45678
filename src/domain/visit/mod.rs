//! Visits: rounds from door to door, the attempts at each door, what is covered and what is due.

mod advice;
mod attempt;
mod choosing;
mod coverage;
mod door_state;
mod due;
mod event;
mod from_response;
pub mod quality;
mod round;
mod rounds;
mod route;

pub use advice::{Advice, DayPart};
pub use attempt::{Attempt, Disposition};
pub use choosing::{Choosing, Sample};
pub use coverage::{Coverage, Doors};
pub use door_state::{Cell, DoorState, Stage, is_whole_day};
pub use due::{DUE_DAYS, Due, due};
pub use event::{Command, Event, VisitRefusal};
pub use from_response::{attempt_of, disposition_of};
pub use round::{Assignment, Plan, Round};
pub use rounds::Rounds;
pub use route::{door_order, next_door};

use door_state::Lateness;
