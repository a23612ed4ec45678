//! Services among neighbours: offers and requests are responses; what was delivered, the hours of teams and the duties of
//! upkeep are kept here.

mod event;
mod services;

pub use event::{Command, Event, ServiceRefusal};
pub use services::{Duty, DutyDone, Kept, Service, Services};
