//! 会前: what a meeting has, what it lacks, and its agenda before it begins.

mod facts;
mod line;
mod screen;

pub use screen::LobbyScreen;
