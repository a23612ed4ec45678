//! 表决: a motion before it is put, and its vote being entered, each way of voting with the fewest keys.

mod calling;
mod draw;
mod figures;
mod lights;
mod line;
mod pieces;
mod put;
mod roll;
mod roll_view;
mod screen;
mod tally;
mod typed;

pub use lights::{choice_look, outcome_look};
pub use line::{Asked, Line, LineKey};
pub use pieces::{below, line_of, lines_of};
pub use screen::VoteScreen;
