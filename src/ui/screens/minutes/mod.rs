//! 纪要: the minutes of a meeting as they stand, a person's words in them, versions, the posting, what is saved.

mod asking;
mod beside;
mod head;
mod paper;
mod save;
mod screen;
mod writing;

pub use paper::Paper;
pub use screen::MinutesScreen;
