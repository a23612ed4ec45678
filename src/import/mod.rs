//! Files that come in: tables of responses.

mod table;

pub use table::{FileFault, read_table};
