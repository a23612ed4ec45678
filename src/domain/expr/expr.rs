//! An expression as it was written.

use std::fmt::{Display, Formatter};

use super::{ExprFault, NodeId, Program, Schema, ast::Ast, parse, resolve};

/// A parsed expression. Prints as text that parses to the same tree.
#[derive(Debug, Clone, PartialEq)]
pub struct Expr {
    /// The tree.
    pub ast: Ast,
}

impl Expr {
    /// Reads the text of an expression.
    ///
    /// # Errors
    /// Faults of syntax; at least one.
    pub fn parse(text: &str) -> Result<Self, Vec<ExprFault>> {
        parse::parse(text).map(|ast| Self { ast }).map_err(|fault| vec![fault])
    }

    /// Replaces names by what they name in `schema`, for an expression that belongs to the node `context`.
    ///
    /// # Errors
    /// All unknown names and functions, wrong numbers and kinds of arguments, bad patterns and dates.
    pub fn resolve(&self, schema: &dyn Schema, context: NodeId) -> Result<Program, Vec<ExprFault>> {
        resolve::resolve(&self.ast, schema, context, None, resolve::Rigour::Strict)
    }

    /// As [`Expr::resolve`], but unknown paths are empty and what cannot be right is computed anyway: for trying things out.
    ///
    /// # Errors
    /// Unknown functions, wrong numbers of arguments, unknown `${name}`.
    pub fn resolve_leniently(&self, schema: &dyn Schema, context: NodeId) -> Result<Program, Vec<ExprFault>> {
        resolve::resolve(&self.ast, schema, context, None, resolve::Rigour::Lenient)
    }

    /// As [`Expr::resolve`], for a `choice_filter` over `list`: names without `${}` are columns of the list.
    ///
    /// # Errors
    /// As [`Expr::resolve`], and unknown columns.
    pub fn resolve_filter(&self, schema: &dyn Schema, context: NodeId, list: &str) -> Result<Program, Vec<ExprFault>> {
        resolve::resolve(&self.ast, schema, context, Some(list), resolve::Rigour::Strict)
    }
}

impl Display for Expr {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        self.ast.fmt(f)
    }
}
