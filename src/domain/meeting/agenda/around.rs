//! What stands around an agenda file: the surveys it may name, the files beside it.

/// What stands around an agenda file. What is not known is not missed.
#[derive(Debug, Clone, Copy, Default)]
pub struct Around<'a> {
    /// Ids of the surveys at hand, when they are known.
    pub surveys: Option<&'a [String]>,
    /// The CSV files beside it that it names, by name and text, when they were looked for.
    pub files: Option<&'a [(String, String)]>,
    /// The names of all CSV files beside it, for "did you mean".
    pub nearby: &'a [String],
}
