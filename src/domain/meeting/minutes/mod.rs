//! Minutes: what is to be kept of a meeting, assembled at any moment; a person's words in them, their versions, and the
//! posting of results.

mod agreed;
mod door;
mod event;
mod item;
mod phone;
mod public;
mod sheet;
mod state;
mod turnout;
mod voted;
mod whole;

pub use agreed::{
    ActionEnd, ActionLine, Agreed, AllocationLine, ClaimEnd, ClaimLine, FundLine, MatchLine, PledgeLine, Sums,
};
pub use door::{FoundDoor, doors_in};
pub use event::{MinutesCommand, MinutesEvent, MinutesRefusal};
pub use item::{ItemEnd, ItemMinutes, Point, Timing};
pub use public::{public_name, public_words};
pub use sheet::{SheetLine, Stay};
pub use state::{Drafting, Posting, Version};
pub use turnout::{Absent, Turnout};
pub use voted::{BoxLine, DotLine, MotionEnd, MotionMinutes, NamedVote, ObjectionLine, Reopening, TextVersion};
pub use whole::{ClockSetBack, Edition, Heading, Minutes};
