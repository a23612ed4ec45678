//! A line of a document that was laid out.

use crate::report::Wanted;

/// What a line of a document is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// Its title.
    Title,
    /// A line under the title.
    Subtitle,
    /// A heading.
    Heading,
    /// The head of a table, what a chart shows.
    Head,
    /// A person's words.
    Words,
    /// Nothing is written yet where a person's words belong.
    Blank,
    /// A remark beside the matter.
    Note,
    /// A new page begins here.
    Break,
    /// Anything else.
    Plain,
}

/// A line of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LaidLine {
    /// Its text, clean, no wider than the page unless one character is.
    pub text: String,
    /// What it is.
    pub look: Look,
    /// The place for a person's words it belongs to.
    pub wanted: Option<Wanted>,
}
