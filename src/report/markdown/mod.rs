//! A document as Markdown: what people typed stays text, whatever signs are in it.

mod block;
mod escape;

pub use block::document_markdown;
