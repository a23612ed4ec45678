//! `fill SURVEY --script OPS.json`: a response filled by a file of operations, and how everything stands after them.
//!
//! For authors who want to see what their survey does, and for tests. [`Op`] is one operation, [`state()`] the picture of a
//! draft as JSON, [`Play`] a script being played.

mod op;
mod play;
mod state;

pub(super) use op::{Op, OpFault, read};
pub(super) use play::Play;
pub(super) use state::state;
