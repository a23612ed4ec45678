//! The log: what may be recorded, and what every record carries.

mod body;

pub use body::{Body, Record};
