//! Registers: what is known of many things of one kind, as the fold of their records.

use super::{Body, Record};

/// A register of the community, such as the roll or the matters: asked with commands, fed with records.
pub trait Register: Default {
    /// The word of [`Body::kind`] its records have.
    const KIND: &'static str;
    /// What is asked of it.
    type Command;
    /// Why it does not take a command.
    type Refusal;

    /// The register these records add up to, in any order.
    #[must_use]
    fn fold(records: Vec<Record>) -> Self;

    /// Takes one more record in: an event, or the retraction or erasure of one. Others change nothing.
    fn apply(&mut self, record: Record);

    /// What is to be recorded, together, for a command; nothing when everything is so already.
    ///
    /// # Errors
    /// Why not; nothing has changed then.
    fn decide(&self, command: Self::Command) -> Result<Vec<Body>, Self::Refusal>;
}
