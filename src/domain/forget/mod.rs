//! Forgetting a household: who is meant, and how what stands of them inside records about more than them is taken out.

mod counts;
mod scrub;
mod who;

pub use counts::{ByDoor, ForgetCounts};
pub use who::Forgotten;
