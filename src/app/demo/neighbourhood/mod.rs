//! The neighbourhood of the demo: its roll, the round from door to door, what became of suggestions, services and duties.

mod homes;
mod plan;
mod rounds;
mod services;
mod sorting;
mod told;

pub(super) use plan::{Before, settle};
pub(super) use told::Told;
