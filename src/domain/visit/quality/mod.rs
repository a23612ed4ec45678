//! What makes an organiser look twice at a response: how long it took, answers all the same, a door answered twice, and
//! what a back-check heard instead. Rules of thumb, shown beside what they found; none of them says that anybody did wrong.

mod back_check;
mod duration;
mod questions;
mod repeated;
mod same;

pub use back_check::{BackCheck, Compared, Differing, Disagreement, back_check};
pub use duration::{Pace, Slow, paces};
pub use questions::Questions;
pub use repeated::{Repeated, repeated};
pub use same::{LEAST_RUN, SameRun, same_runs};
