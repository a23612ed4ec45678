//! 事项: all matters as a list and as a board, and an agenda from those picked.

mod board;
mod look;
mod places;
mod screen;

pub use screen::MattersScreen;
