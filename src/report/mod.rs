//! What leaves the program: tallies as text, tables and JSON; responses as tables and JSON; minutes as documents in text
//! and Markdown. One file per output format.

mod document;
mod document_markdown;
mod document_text;
mod minutes;
mod sections;
mod sheet;
mod tally_csv;
mod tally_json;
mod tally_text;
mod words;

pub use document::{Block, Document, Table, Wanted};
pub use document_markdown::document_markdown;
pub use document_text::{LaidLine, Look, document_lines, document_text};
pub use minutes::{MinutesStatus, SheetForm, minutes_document, posting_document, sheet_document};
pub use sections::{Section, sections};
pub use sheet::csv_text;
pub use tally_csv::tally_csv;
pub use tally_json::tally_json;
pub use tally_text::tally_text;
pub use words::{choice_label, group_name, question_label, range};
