//! 便民服务: who offers and who asks for what, what was given, and which duties of upkeep are due.

mod ask;
mod look;
mod rows;
mod screen;

pub use screen::ServicesScreen;
