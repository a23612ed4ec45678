//! The roll: who is entitled to decide, one head each, with their area.
//!
//! Agenda files and CSV tables are read into [`RawUnit`]s, one a row; [`group()`] makes voters of them, keyed by owner.

mod area;
mod fault;
mod group;
mod heading;
mod raw;
mod table;
mod voter;

pub use area::{AREA_LIMIT, AreaFault, read_area};
pub use fault::{RollFault, RollFaultKind};
pub use group::group;
pub use raw::{RawUnit, RollColumn};
pub use table::read_csv;
pub use voter::{AreaSource, Unit, Voter, VoterKind, entitled};
