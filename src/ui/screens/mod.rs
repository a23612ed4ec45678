//! One file a screen, and one line each in `open.rs`.

mod help;
mod home;
mod list;
mod open;
mod palette;
mod screen;
mod small;

pub use open::{home, open};
pub use screen::Screen;
pub use small::small;
