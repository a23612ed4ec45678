//! 会中: the item under way with its clock, the floor, points as they are raised, the next item.

mod agenda;
mod below;
mod course;
mod line;
mod matters;
mod panel;
mod proposal;
mod queue;
mod screen;
mod speaker;
mod typed;
mod view;

pub use screen::LiveScreen;
