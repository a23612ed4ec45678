//! RON text as a tree that knows where everything stands, read to the end however many faults there are.

mod attribute;
mod cursor;
mod escape;
mod fault;
mod number;
mod read;
mod recovery;
mod text;
mod tree;

pub use fault::{Expected, Found, SyntaxFault};
pub use read::read;
pub use tree::{Document, Field, Literal, Name, Node, Value};
