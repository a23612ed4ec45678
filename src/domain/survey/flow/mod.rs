//! The way through a survey: pages to turn, what is still to answer, the rows of the tree beside it.
//!
//! All of it is asked of a [`Draft`](super::Draft), which keeps the counts it needs up to date, so that each step costs the
//! same in a survey of twenty questions and of five thousand.

mod page;
mod rows;
mod seek;
mod walk;

pub use page::Page;
pub use rows::{Progress, Row, Rows};
