//! The roll of places and people: who lives where, who owns what, who answers for which doors.

mod address;
mod event;
mod household;
mod imported;
mod index;
mod member;
mod named;
mod natural;
mod prefill;
mod roll;
pub mod sheet;
mod spot;
mod units;

pub use address::{Address, Level, Place};
pub use event::{Command, Event, PlaceRefusal};
pub use household::{Areas, Household, MustVisit, Owner, Resident, Standing};
pub use imported::{Import, ImportKept, last_import};
pub use index::Count;
pub use member::{Member, Role};
pub use named::places_named;
pub use natural::{Natural, natural};
pub use prefill::{PREFILL, PREFILL_COLUMNS, prefill_privacy};
pub use roll::Roll;
pub use spot::Spot;
pub use units::{Voices, entitled_units, voters_of};

use index::Index;
use spot::Spots;
