//! Services among neighbours: offers and requests are responses; what was delivered, the hours of teams and the duties of
//! upkeep are kept here.

mod services;
mod event;

pub use services::{Duty, DutyDone, Kept, Service, Services};
pub use event::{Command, Event, ServiceRefusal};
