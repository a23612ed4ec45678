//! 答题: a survey being answered, one question at a time or a whole page of them.
//!
//! `screen` is what keys do, `giving` gives answers to the draft, `walk` moves between questions, `drawing` draws them; an `Item` is one question with its editor; `choices`,
//! `line`, `remarks` and `instances` are the ways of answering, `look` and `matrix` how choices stand; `tree` is the survey beside it.

mod choices;
mod drawing;
mod giving;
mod instances;
mod item;
mod line;
mod look;
mod matrix;
mod remarks;
mod screen;
mod step;
mod table_view;
mod tree;
mod walk;

use choices::Choices;
use instances::{Instances, Wish};
use item::{Editor, Item, ItemView, TableRow};
use line::Line;
use look::Look;
use matrix::{Matrix, MatrixRow};
use remarks::Remarks;
pub use screen::EntryScreen;
use step::Step;
use tree::tree;
