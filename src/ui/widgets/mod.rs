//! Pieces that screens are made of. They draw plain data in a theme and know nothing of screens, store or places.
//!
//! A widget that is typed into has a state of its own (`FieldState`, `PickerState`, ..) which takes [`Typing`], and says
//! with `cursor(area)` where the terminal's cursor belongs: input methods put their candidates there.

mod bars;
mod digits;
mod draw;
mod field;
mod footer;
mod grid;
mod histogram;
mod message;
mod notes;
mod page;
mod picker;
mod picker_hits;
mod picker_marks;
mod picker_search;
mod picker_state;
mod popup;
mod progress;
mod screen_text;
mod spots;
mod table;

pub use crate::app::Typing;
pub use bars::{Bar, Bars};
pub use digits::{DIGIT_ROWS, Digits};
pub use draw::put;
pub use field::{Accepts, Field, FieldState};
pub use footer::Footer;
pub use grid::{Grid, Layout, MOST_IN_GRID, readable};
pub use histogram::Histogram;
pub use message::{Message, Tone};
pub use notes::{Notes, NotesState};
pub use page::{Page, PageState, scrolled};
pub use picker::Picker;
pub use picker_marks::Marks;
pub use picker_state::{Digit, Entry, PickerState};
pub use popup::Popup;
pub use progress::Progress;
pub use screen_text::screen_text;
pub use spots::{Click, Spots};
pub use table::{Column, Table, TableCell, TableState};
