//! 结果: what a vote came to, to be read out.

mod facts;
mod screen;

pub use screen::ResultScreen;
