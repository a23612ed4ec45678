//! 开会: agenda, session, who presides, notice and roll on one page; then people can check in.

mod screen;
mod whose;
mod words;

pub use screen::NewMeetingScreen;
