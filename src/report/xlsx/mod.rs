//! Spreadsheets: the responses of a survey with typed cells, its codebook and its counts with charts; and any document as
//! its tables. Sheets of responses are written row by row and never stand in memory whole.

mod cell;
mod chart;
mod document;
mod fault;
mod responses;
mod rows;
mod sheet;
mod tally;
#[cfg(test)]
mod tests;

pub use document::document_xlsx;
pub use fault::XlsxFault;
pub use responses::ResponsesBook;
pub use rows::rows_xlsx;
