//! Courtyard meetings: agendas, attendance, the floor, motions and votes, what follows from them, minutes.
//!
//! A meeting is the fold of its events: `decide` answers a command with events or a refusal, `apply`
//! takes an event in. Undo is a record that retracts an event.

pub mod agenda;
pub mod ledger;
pub mod roll;
pub mod rule;

pub use rule::{Fraction, Threshold};
