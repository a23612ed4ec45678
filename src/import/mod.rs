//! Files that come in: definitions people write, tables of responses.

mod definition;
mod origin;
mod survey;
mod table;

pub use origin::Origin;
pub use survey::{SurveyFile, SurveyLibrary};
pub use table::{FileFault, read_table};
