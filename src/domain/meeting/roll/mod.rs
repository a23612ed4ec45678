//! The roll: who is entitled to decide, one head each, with their area.

mod voter;

pub use voter::{AreaSource, Unit, Voter, VoterKind};
