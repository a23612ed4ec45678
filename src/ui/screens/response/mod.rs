//! 一份答卷: all answers of a finished response, its revisions side by side, how it came about, and what becomes of it.

mod answers;
mod facts;
mod head;
mod reason;
mod screen;
mod trail;

pub use screen::ResponseScreen;
