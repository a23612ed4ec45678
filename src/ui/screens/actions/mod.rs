//! 分工: all actions over all meetings, the overdue first, until somebody looked and they are closed out.

mod ask;
mod look;
mod screen;

pub use screen::ActionsScreen;
