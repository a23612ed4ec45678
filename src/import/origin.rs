//! Where a definition came from.

use std::path::PathBuf;

/// Where a definition came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// It is part of the program.
    Shipped,
    /// A file.
    File(PathBuf),
    /// The store, where the text a response was filled with is kept.
    Kept,
}
