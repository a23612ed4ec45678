//! What leaves the program: tallies as text, tables and JSON; responses as tables and JSON. One file per output format.

mod sections;
mod sheet;
mod tally_csv;
mod tally_json;
mod tally_text;
mod words;

pub use sections::{Section, sections};
pub use sheet::csv_text;
pub use tally_csv::tally_csv;
pub use tally_json::tally_json;
pub use tally_text::tally_text;
pub use words::{choice_label, group_name, question_label, range};
