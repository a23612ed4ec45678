//! 认捐: who gives what, as fast as it is said; what came in, the match, and what is missing to the target.

mod ask;
mod look;
mod record;
mod screen;

pub use screen::PledgesScreen;
