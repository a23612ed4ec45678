//! 事项: one matter with its whole thread; renamed, merged, split and put to a step here.

mod choose;
mod look;
mod screen;

pub use screen::MatterScreen;
