//! A table as it is: one sheet, its headings in the first row, every cell the words it was given.

use rust_xlsxwriter::{Format, Workbook};

use super::{XlsxFault, sheet::SheetNames};

/// These rows, headings first, as an XLSX file that reads back as the same table. Cells are words, never formulas.
///
/// # Errors
/// When there are more rows or columns than a sheet holds, or a cell is too long.
pub fn rows_xlsx(name: &str, rows: &[Vec<String>]) -> Result<Vec<u8>, XlsxFault> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name(SheetNames::default().name(name))?;
    let head = Format::new().set_bold();
    for (y, row) in (0_u32..).zip(rows) {
        for (x, cell) in (0_u16..).zip(row).filter(|(_, cell)| !cell.is_empty()) {
            if y == 0 {
                sheet.write_string_with_format(y, x, cell, &head)?;
            } else {
                sheet.write_string(y, x, cell)?;
            }
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    Ok(book.save_to_buffer()?)
}
