//! The surveys that can be filled: those that come with the program and those in the data directory.
//!
//! A [`SurveyFile`] is one definition with the CSV files beside it; it is read and compiled when first needed. A bad file
//! stays in the [`crate::import::SurveyLibrary`] with its problems, and the rest works.

mod file;
mod library;

pub use file::SurveyFile;
