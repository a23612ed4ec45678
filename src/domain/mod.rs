//! What the program is about: surveys, answers, sessions, meetings, places, visits, matters, records, tallies.
//!
//! Pure: no terminal, no database, no files, no clock (now is a parameter), no randomness (ids are handed in).

pub mod exchange;
pub mod expr;
pub mod forget;
mod id;
pub mod matter;
pub mod meeting;
mod near;
pub mod place;
mod privacy;
mod problem;
mod reading;
pub mod record;
pub mod ron;
pub mod service;
pub mod session;
pub mod survey;
pub mod tally;
mod text;
mod value;
pub mod visit;

pub use id::{
    ActionId, AttemptId, ClaimId, DeviceId, DutyId, EntryId, GrantId, HouseholdId, Ids, MatterId, MeetingId, MemberId,
    OpinionId, PledgeId, RecordId, ResponseId, RoundId, SeededIds, ServiceId, SessionId, TurnId,
};
pub use near::near;
pub use privacy::Privacy;
pub use problem::{Fault, ParameterRule, Problem, Severity, Source, Span, Spanned, TableFault, UnknownChoice};
pub use text::{Lang, Text};
pub use value::{Answer, Point, Refusal, Value};
