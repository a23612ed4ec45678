//! RON text as a tree that knows where everything stands, read to the end however many faults there are.

mod fault;

pub use fault::{Expected, Found, SyntaxFault};
