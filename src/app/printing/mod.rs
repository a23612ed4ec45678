//! Printing: what is ordered, the document gathered for it, files written whole or not at all, printers.

mod fault;
mod file;
mod gather;
mod gather_registers;
mod job;
mod lpstat;
mod order;
mod printer;
mod render;
mod tools;

pub use fault::PrintFault;
pub use file::{file_name, write_whole};
pub use gather::{Gathering, usual_survey};
pub use job::{Goal, JobFault, Made, PrintTask, class_word};
pub use order::PrintOrder;
pub use printer::{PaperJob, Printer, PrinterFault, PrinterState, Spool, Wish, chosen};
pub use render::{Writer, Written};
pub use tools::{SystemSpool, open_file};
