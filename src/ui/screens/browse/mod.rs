//! 答卷: the list of all responses, narrowed by survey, session, state, place, surveyor, day and text.

mod facet;
mod look;
mod rows;
mod screen;

pub use look::when;
pub use screen::BrowseScreen;
