//! A document as lines of plain text: for a terminal, for any printer, and to be read aloud.

mod chart;
mod line;
mod paper;
mod table;
#[cfg(test)]
mod tests;

pub use line::{LaidLine, Look};
pub use paper::{document_lines, document_spoken, document_text};
