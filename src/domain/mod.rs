//! What the program is about: surveys, answers, sessions, meetings, records, tallies.
//!
//! Pure: no terminal, no database, no files, no clock (now is a parameter), no randomness (ids are handed in).

pub mod exchange;
pub mod expr;
mod id;
pub mod meeting;
mod near;
mod problem;
mod reading;
pub mod record;
pub mod ron;
pub mod session;
pub mod survey;
pub mod tally;
mod text;
mod value;

pub use id::{
    ActionId, ClaimId, DeviceId, EntryId, GrantId, Ids, MeetingId, OpinionId, PledgeId, RecordId, ResponseId,
    SeededIds, SessionId, TurnId,
};
pub use near::near;
pub use problem::{Fault, ParameterRule, Problem, Severity, Source, Span, Spanned, TableFault, UnknownChoice};
pub use text::{Lang, Text};
pub use value::{Answer, Point, Refusal, Value};
