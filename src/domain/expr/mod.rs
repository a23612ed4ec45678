//! The expression language of ODK XForms: parse once, resolve names to nodes once, evaluate often.

pub mod ast;
mod calendar;
mod code;
mod eval;
#[allow(clippy::module_inception, reason = "the folder is the language, the file one expression of it")]
mod expr;
mod fault;
mod function;
mod model;
mod names;
mod parse;
mod pattern;
mod print;
mod program;
mod resolve;
mod token;
mod value;

pub use expr::Expr;
pub use fault::{Expected, ExprFault, ExprFaultKind, Shape};
pub use model::{InstanceId, Model, NodeId, NodeRef, Schema};
pub use program::Program;
pub use value::XValue;
