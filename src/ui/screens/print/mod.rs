//! 打印: choose a report, look at it, then keep, open or print it.

mod printers;
mod screen;
mod view;

pub use screen::PrintScreen;
