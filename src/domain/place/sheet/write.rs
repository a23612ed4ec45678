//! Households as a table that reads back as they are.

use super::SheetColumn;
use crate::domain::{Privacy, exchange::safe_cell, place::Household};

/// The columns of an export: personal and sensitive ones only when they are asked for by name.
#[must_use]
pub fn written_columns(include: &[Privacy]) -> Vec<SheetColumn> {
    let open = |column: &SheetColumn| column.privacy() == Privacy::Open || include.contains(&column.privacy());
    SheetColumn::WRITTEN.into_iter().filter(open).collect()
}

/// One row, each cell such that no spreadsheet computes it.
#[must_use]
pub fn written_row(household: &Household, columns: &[SheetColumn]) -> Vec<String> {
    columns.iter().map(|column| safe_cell(&household.cell(*column))).collect()
}
