//! Reports on a survey: what was answered, at which sessions, on paper to be filled, one response.

mod cross;
mod filter_words;
mod question;
mod series;
mod summary;
mod veil;

pub use filter_words::filter_words;
pub use series::{SeriesLine, series_document};
pub use summary::{SummaryPlan, poster_document, summary_document};
