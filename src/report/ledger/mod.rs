//! Reports on what outlives meetings: pledges, grants and funds, and who does what by when.

mod actions;
mod fund;

pub use actions::actions_document;
pub(super) use actions::actions_table;
pub use fund::{FundSheet, fund_document};
