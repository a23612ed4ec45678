//! 大屏: what the hall sees, three metres away or on a projector: one thing, large figures, few words.

mod screen;
mod sight;
mod view;

pub use screen::HallScreen;
