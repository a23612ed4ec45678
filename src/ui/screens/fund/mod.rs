//! 资金: what was put into a fund, what it is set aside for, what was paid out and what is left.

mod look;
mod screen;

pub use screen::FundScreen;
