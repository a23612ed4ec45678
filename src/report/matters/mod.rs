//! Reports on matters: the thread of one, and the list of all.

mod list;
mod thread;

pub use list::{ListPlan, matters_document};
pub use thread::{ThreadSheet, matter_document};
