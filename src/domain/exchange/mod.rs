//! Responses leaving and coming back: as tables for spreadsheets, and whole as JSON.

mod archive;
mod cell;
mod header;
mod layout;
mod outgoing;
mod plan;
mod read;
mod row;
mod trail;
mod write;

pub use archive::{Archive, KeptResponse, KeptSurvey};
pub use cell::{CellFault, Field, is_formula, read_word, refusal_token, safe_cell};
pub use header::{KEY, META, Meta, PARENT_KEY};
pub use layout::{Layout, Sheet};
pub use outgoing::{Outgoing, UnknownColumn};
pub use plan::{Conflict, Difference, Plan, plan};
pub use read::{ReadFault, ReadRow, RowFault, Table, read_tables};
pub use trail::{TRAIL, write_trail};
pub use write::{Cell, Rows, write_tables};
