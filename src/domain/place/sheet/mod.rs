//! Tables of households: what their columns are, what importing one would change, and how one is written.

mod column;
mod fault;
mod fields;
mod read;
mod words;
mod write;

pub use column::SheetColumn;
pub use fault::{SheetFault, SheetFaultKind};
pub use read::{Mapping, SheetPlan, guess, plan};
pub use words::{heading_column, named_column};
pub use write::{written_columns, written_row};
