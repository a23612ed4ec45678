//! Pieces that screens are made of. They draw plain data in a theme and know nothing of screens, store or places.
//!
//! A widget that is typed into has a state of its own (`FieldState`, `PickerState`, ..) which takes [`Typing`], and says
//! with `cursor(area)` where the terminal's cursor belongs: input methods put their candidates there.

mod draw;
mod field;
mod footer;
mod picker;
mod picker_state;
mod popup;
mod screen_text;

pub use crate::app::Typing;
pub use draw::put;
pub use field::{Accepts, Field, FieldState};
pub use footer::Footer;
pub use picker::{Marks, Picker};
pub use picker_state::{Digit, Entry, PickerState};
pub use popup::Popup;
pub use screen_text::screen_text;
