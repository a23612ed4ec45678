//! Who is there: check-in and check-out, walk-ins, observers, written proxies, presence in heads and area.

mod decide;
mod event;
mod state;

pub use event::{AttendanceCommand, AttendanceEvent, AttendanceRefusal, Capacity};
pub use state::{Attendance, Person, Presence, Voice};
