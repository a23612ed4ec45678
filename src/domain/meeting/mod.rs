//! Courtyard meetings: agendas, attendance, the floor, motions and votes, what follows from them, minutes.
//!
//! A meeting is the fold of its events: [`Meeting::decide`] answers a command with events or a refusal,
//! [`Meeting::apply`] takes an event in. Undo is a record that retracts an event. What outlives a meeting is in [`ledger`].

pub mod agenda;
pub mod attendance;
mod command;
pub mod course;
mod event;
pub mod floor;
pub mod ledger;
pub mod minutes;
mod moment;
pub mod motion;
mod quorum;
mod readiness;
mod refusal;
pub mod roll;
mod row;
pub mod rule;
mod state;

pub use command::Command;
pub use event::{Event, Opening};
pub use moment::{Moment, Timeline};
pub use readiness::Lack;
pub use refusal::Refusal;
pub use row::{MeetingRow, MeetingStage};
pub use rule::{Fraction, Threshold};
pub use state::Meeting;
