//! 汇总: what the responses of a survey come to, under any filter, one question after another, and by groups.

mod block;
mod choose;
mod condition;
mod conditions;
mod cross;
mod head;
mod load;
mod out;
mod overview;
mod panel;
mod pieces;
mod question;
mod save;
mod screen;
mod sheet;
mod texts;
mod words;

pub use choose::ChooseScreen;
pub use screen::SummaryScreen;
