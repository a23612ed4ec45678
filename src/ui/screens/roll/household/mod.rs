//! One household of the roll: every field on one page, its history, leaving the roll, and being forgotten.
//!
//! `fields` is what the page holds and how it is read, `parting` what is asked before a household goes, `forget` what would go with
//! it; `screen` is what keys do.

mod fields;
mod forget;
mod parting;
mod screen;

use parting::Asked;
pub use screen::HouseholdScreen;
