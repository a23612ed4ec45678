//! The roll of places and people: who lives where, who owns what, who answers for which doors.

mod address;
mod event;
mod household;
mod member;
mod privacy;
mod roll;

pub use address::{Address, Level, Place};
pub use event::{Command, Event, PlaceRefusal};
pub use household::{Areas, Household, MustVisit, Owner, Resident, Standing};
pub use member::{Member, Role};
pub use privacy::Privacy;
pub use roll::Roll;
