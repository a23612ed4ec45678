//! `print REPORT`: a report as text or file, shown in another program or sent to a printer; the list of reports and
//! printers; what was printed for a narrow circle.

mod args;
mod deliver;
mod orders;
mod run;
mod told;

pub use args::{ClassWord, FormatWord, PaperWord, PrintArgs};
pub use run::print;
