//! The answers of one response under way.
//!
//! A [`Draft`] holds what was answered and all that follows from it: what is relevant, required, violated, offered. A change
//! computes again only what depends on it. Everything is read by [`NodeRef`](crate::domain::expr::NodeRef), which stays the
//! same while a draft is open; paths are for files and scripts.
//!
//! Each change returns [`Changes`]: what to draw again, and the [`Edit::Keep`](super::Edit::Keep)s that must be stored in
//! the same step as the edit, so that [`Draft::resume`] finds the same values again.

mod admit;
mod cell;
mod changes;
mod edit;
mod env;
mod evaluate;
mod finish;
mod instance;
mod model;
mod offered;
mod parse;
mod path;
mod read;
mod recompute;
mod refusal;
mod reopen;
mod repeat;
mod resume;
mod state;
mod weigh;
mod weights;

pub use changes::Changes;
pub use env::Env;
pub use finish::{Issue, IssueKind};
pub use offered::{Offered, Options};
pub use read::{Standing, Warned};
pub use refusal::EditRefusal;
pub use state::Draft;

pub(super) use weights::{Lane, Weight, difference};
