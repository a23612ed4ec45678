//! What outlives a meeting: actions, pledges, grants, claims and funds of the whole community.
//!
//! The ledger is the fold of its events, one record of the log each. `Ledger::decide` answers a command with events or
//! a refusal, `Ledger::apply` takes a record in; undo is a record that retracts one.

mod event;
mod terms;

pub use event::{ActionEvent, ClaimEvent, Event, FundEvent, GrantEvent, PledgeEvent};
pub use terms::{ClaimedPart, Gift, Giver, GrantTerms, Origin, Promise, Task, Undertaking};
