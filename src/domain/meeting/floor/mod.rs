//! The floor: the speakers' queue, the speaker's own clock, points raised, the facilitator's notes.

mod decide;
mod event;
mod queue;
mod state;

pub use event::{FloorCommand, FloorEvent, FloorRefusal, Ordering, Speaker, Stance};
pub use state::{Floor, Opinion, Turn};
