//! What can be wrong with an expression, and where in its text.

use crate::domain::Span;

/// One fault of an expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExprFault {
    /// Bytes of the expression's text.
    pub span: Span,
    /// What is wrong.
    pub kind: ExprFaultKind,
}

/// What is wrong with an expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ExprFaultKind {
    /// `${name}` or a path names no question. `near` is the likeliest name meant.
    UnknownName {
        /// As written.
        name: String,
        /// The likeliest name meant.
        near: Option<String>,
    },
}
