//! Choice lists of a compiled survey: found by name, read by column, offered in order.

mod list;
mod shuffle;

pub use list::List;
pub(super) use shuffle::shuffle;
