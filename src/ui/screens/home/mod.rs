//! 首页: what is under way, the surveys, the sessions, today's figures.
//!
//! `line` is what stands on it and in which order, `words` what each line says, `drawing` how they stand, `matter_figures`
//! how far matters have come; `screen` is what keys do.

mod drawing;
mod line;
mod matter_figures;
mod screen;
mod words;

use line::{Group, Line, SHOWN, What, lines};
use matter_figures::MatterFigures;
pub use screen::HomeScreen;
