//! The one key table. The loop looks keys up in it; the footer, the help screen and the palette show it.
//!
//! No command hangs on a letter alone, because letters open the candidate window of an input method: every row has
//! at least one key that types no letter, and letters are second names. A test keeps it so.

mod lookup;
mod scope;
mod table;

pub use lookup::{action, rows};
pub use scope::Scope;
pub use table::{Binding, Words, keymap};
