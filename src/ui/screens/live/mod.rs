//! 会中: the item under way with its clock, the floor, points as they are raised, the next item.

mod course;
mod line;
mod panel;
mod screen;
mod speaker;
mod view;

pub use screen::LiveScreen;
