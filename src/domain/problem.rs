//! Faults in a file somebody wrote: what is wrong, where, what was expected.
//!
//! A [`Problem`] is data. The sentence is made in `locale/problem.rs`, the caret line in `locale/caret.rs`.

use super::expr::ExprFault;

/// A range of bytes in a source text, end exclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The range `start..end`, in bytes; offsets beyond 4 GiB are cut.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        let cut = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Self { start: cut(start), end: cut(end) }
    }
}

/// A piece of a definition together with where it was written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Spanned<T> {
    /// The piece.
    pub value: T,
    /// Where it stands in the file.
    pub span: Span,
}

/// A text file that was read: what to call it, and what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// The name shown to people, usually the path as they gave it.
    pub name: String,
    /// The whole text.
    pub text: String,
}

impl Source {
    /// Line and column of a byte offset, both from 1; the column counts characters.
    #[must_use]
    pub fn line_column(&self, offset: u32) -> (usize, usize) {
        let end = self.text.floor_char_boundary((offset as usize).min(self.text.len()));
        let before = &self.text[..end];
        let line_start = before.rfind('\n').map_or(0, |i| i + 1);
        (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
    }
}

/// Whether a problem keeps the file from being used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The file cannot be used as it is.
    Error,
    /// The file works; a person should look.
    Warning,
}

/// One fault in one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Error or warning.
    pub severity: Severity,
    /// Where.
    pub span: Span,
    /// What.
    pub fault: Fault,
}

impl Problem {
    /// A fault that keeps the file from being used.
    #[must_use]
    pub fn error(span: Span, fault: Fault) -> Self {
        Self { severity: Severity::Error, span, fault }
    }

    /// A fault that a person should look at.
    #[must_use]
    pub fn warning(span: Span, fault: Fault) -> Self {
        Self { severity: Severity::Warning, span, fault }
    }
}

/// What is wrong. Each variant has one sentence in the locale files, `fault-*`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// A fault inside an expression; the problem's span is already that of the file.
    Expr(ExprFault),
}
