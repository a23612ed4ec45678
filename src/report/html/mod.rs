//! A document as one web page that needs nothing beside itself: no script, no font, no picture from elsewhere. It is read
//! on a phone as on a desk, in the dark too, and prints on the pages the document is laid out for.

mod block;
mod chart;
mod histogram;
mod page;
mod table;
#[cfg(test)]
mod tests;
mod words;

pub use page::document_html;
