//! The key table, a file for each job: which keys, what they do, what that is called, and whether the footer says so.

mod all;
mod everywhere;
mod ledger;
mod matters;
mod meetings;
mod roll;
mod row;
mod surveys;
mod visits;
mod votes;

pub use all::keymap;
pub use row::{Binding, Words};
