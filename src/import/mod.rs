//! Files that come in: definitions people write, tables of responses, fonts.

mod agenda;
mod check;
mod definition;
pub use households::{HouseholdFile, HouseholdFileFault, read_households};
