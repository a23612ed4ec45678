//! 整理: suggestions sorted under concerns and matters, one after the other.

mod basis;
mod choose;
mod coding;
mod look;
mod questions;
mod screen;

pub use screen::SortingScreen;
