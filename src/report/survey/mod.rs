//! Reports on a survey: what was answered, at which sessions, on paper to be filled, one response.

mod cross;
mod filled;
mod filter_words;
mod form;
mod question;
mod series;
mod skip_words;
mod summary;
mod veil;
mod veils;

pub use filled::response_document;
pub use filter_words::filter_words;
pub use form::form_document;
pub use series::{SeriesLine, series_document};
pub use summary::{SummaryPlan, poster_document, summary_document};
