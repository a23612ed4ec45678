//! 认领: the parts of an item, who takes which over, and what is there already.

mod look;
mod screen;

pub use screen::ClaimsScreen;
