//! What outlives a meeting: actions, pledges, grants, claims and funds of the whole community.
//!
//! The ledger is the fold of its events, one record of the log each. `Ledger::decide` answers a command with events or
//! a refusal, `Ledger::apply` takes a record in; undo is a record that retracts one.

mod action;
mod claim;
mod decide;
mod event;
mod fund;
mod grant;
mod matching;
mod pledge;
mod read;
mod refusal;
mod remark;
mod state;
mod terms;
mod tidy;
mod totals;
mod trail;

pub use action::{Action, ActionState, Said};
pub use claim::{Claim, ClaimState};
pub use decide::Command;
pub use event::{ActionEvent, ClaimEvent, Event, FundEvent, GrantEvent, PledgeEvent};
pub use fund::{Allocation, Fund, Payment, Source};
pub use grant::Grant;
pub use matching::{MatchRange, Ratio};
pub use pledge::{Pledge, PledgeState};
pub use read::{PartClaims, Scope};
pub use refusal::{Blank, Kept, LedgerRefusal, Remark};
pub use state::Ledger;
pub use terms::{ClaimedPart, Gift, Giver, GrantTerms, Origin, Promise, Task, Undertaking};
pub use totals::{Goods, Sum, Totals};
pub use trail::{MOST, Mark, Trace};
