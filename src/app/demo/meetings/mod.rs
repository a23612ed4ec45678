//! The meetings of the demo: every session held by a shipped agenda, through the same rules as on screen.
//!
//! [`Told`] is `demo/meetings.ron`. [`hold()`] opens each meeting, checks people in, goes through its items and closes it;
//! what each command answers becomes a record of its moment.

mod after;
mod book;
mod crowd;
mod giving;
mod hall;
mod held;
mod item;
mod told;
mod voting;

pub(super) use held::hold;
pub(super) use told::Told;
