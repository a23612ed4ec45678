//! The expression language of ODK XForms: parse once, resolve names to nodes once, evaluate often.

mod fault;
mod model;

pub use fault::{ExprFault, ExprFaultKind};
pub use model::{InstanceId, Model, NodeId, NodeRef, Schema};
