//! Reading definitions people write: what surveys and agendas have in common, from a tree of notation to texts in
//! languages, fields and their faults.

mod fields;
mod head;
#[allow(clippy::module_inception, reason = "a definition while it is read is what this folder is about")]
mod reading;
mod words;

pub(super) use fields::{as_fields, head, inside, wrong_already};
pub(super) use head::head_alone;
pub(super) use reading::{Own, Reading};
pub(super) use words::default_language;
