//! The compiled survey: names became indices, expressions became programs, dependencies became an order.
//!
//! A [`Form`] never changes once compiled and is shared by all drafts of a survey.

mod compiled;
mod node;
mod order;
mod wording;

pub use compiled::Form;
pub use node::{Node, Scale};
pub use wording::{Template, Wording};

pub(super) use compiled::Scope;
pub(super) use node::{Codes, FirstValue, Keeping};
pub(super) use order::{Prop, RANKS, Reader, Readers, Route};
pub(super) use wording::{hole, hole_start};
