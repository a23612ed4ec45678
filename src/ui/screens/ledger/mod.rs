//! What the screens of the ledger share: a line to type into above the table, a bar of sums, and the steps that can be taken back.

mod asking;
mod item;
mod level;
mod line;
mod steps;

pub use asking::Asking;
pub use item::item_of;
pub use level::level;
pub use line::{Enter, Foot, Keyed, Line, Said};
pub use steps::{Steps, Subject};
