//! Services among neighbours: offers and requests are responses; what was delivered, the hours of teams and the duties of
//! upkeep are kept here.

mod desk;
mod event;

pub use desk::{Desk, Duty, DutyDone, Kept, Service};
pub use event::{Command, Event, ServiceRefusal};
