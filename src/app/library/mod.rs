//! The surveys that can be filled: those that come with the program and those in the data directory.
//!
//! A [`SurveyFile`] is one definition with the CSV files beside it; it is read and compiled when first needed. A bad file
//! stays in the [`Library`] with its problems, and the rest works.

mod shelf;
mod survey_file;

pub use shelf::Library;
pub use survey_file::{Origin, SurveyFile};
