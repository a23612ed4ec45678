//! One file a screen, and one line each in `open.rs`.

mod browse;
mod check_in;
mod demo;
mod entry;
mod faults;
mod form;
mod hall;
mod help;
mod home;
mod list;
mod live;
mod lobby;
mod meetings;
mod minutes;
mod new_meeting;
mod open;
mod palette;
mod response;
mod result;
mod review;
mod screen;
mod session_edit;
mod sessions;
mod settings;
mod small;
mod start;
mod summary;
mod surveys;
mod vote;

pub use open::{home, open};
pub use screen::{Beat, Screen};
pub use small::small;
