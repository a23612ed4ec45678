//! Any document as a spreadsheet: its words on the first sheet, every table and chart on one of its own.

use chrono::NaiveDate;
use rust_xlsxwriter::{Workbook, Worksheet};

use super::{
    XlsxFault,
    cell::{Pen, number},
    chart::draw,
    sheet::{SheetNames, Widths, column},
};
use crate::{
    domain::Lang,
    locale::Locale,
    report::{Block, Chart, ColumnKind, Document, Look, Table, document_lines, is_blank, is_tick},
    tr,
};

/// Columns the words of the first sheet are laid out for.
const PAGE: usize = 96;
/// Row of the heads of a table's sheet: under what the table shows.
const HEAD: u32 = 2;

/// The document as an XLSX file.
///
/// # Errors
/// When a table has more rows or columns than a sheet holds.
pub fn document_xlsx(document: &Document) -> Result<Vec<u8>, XlsxFault> {
    let locale = Locale::new(document.language.as_ref().unwrap_or(&Lang::new("zh-CN")));
    let mut pen = Pen::new(&locale);
    let mut book = Workbook::new();
    let mut names = SheetNames::default();
    let name = names.name(&document.title);
    let first = book.add_worksheet().set_name(name)?;
    let is_sheet = |block: &Block| matches!(block, Block::Table(_) | Block::Bars(_) | Block::Histogram(_));
    let mut words = document.clone();
    words.blocks.retain(|block| !is_sheet(block));
    for (row, line) in (0..).zip(document_lines(&words, PAGE, None)) {
        match line.look {
            Look::Title => pen.words(first, row, 0, &line.text, |formats| &formats.title)?,
            Look::Heading => pen.words(first, row, 0, &line.text, |formats| &formats.head)?,
            _ => pen.text(first, row, 0, line.text.trim_end())?,
        }
    }
    first.set_column_width(0, 100)?;
    for block in &document.blocks {
        match block {
            Block::Table(it) => table(&mut pen, &mut book, &mut names, it)?,
            Block::Bars(it) => chart(&mut pen, &mut book, &mut names, it, false)?,
            Block::Histogram(it) => chart(&mut pen, &mut book, &mut names, it, true)?,
            _ => {}
        }
    }
    Ok(book.save_to_buffer()?)
}

fn table(pen: &mut Pen<'_>, book: &mut Workbook, names: &mut SheetNames, table: &Table) -> Result<(), XlsxFault> {
    let wanted = if table.caption.trim().is_empty() { tr!(pen.locale, "xlsx-table") } else { table.caption.clone() };
    let name = names.name(&wanted);
    let sheet = book.add_worksheet().set_name(name)?;
    let mut widths = Widths::default();
    pen.words(sheet, 0, 0, &table.caption, |formats| &formats.title)?;
    for (at, head) in table.columns.iter().enumerate() {
        let at = column(at)?;
        pen.words(sheet, HEAD, at, &head.head, |formats| &formats.head)?;
        widths.see(HEAD, at, &head.head);
    }
    let mut row = HEAD;
    for cells in &table.rows {
        row += 1;
        for (at, cell) in cells.iter().enumerate() {
            let kind = table.columns.get(at).map_or(ColumnKind::Words, |column| column.kind);
            let at = column(at)?;
            widths.see(row, at, cell);
            typed(pen, sheet, row, at, kind, cell)?;
        }
    }
    let last = row;
    for (at, cell) in table.totals.iter().flatten().enumerate() {
        let at = column(at)?;
        let kind = table.columns.get(usize::from(at)).map_or(ColumnKind::Words, |column| column.kind);
        if let Some(amount) = amount(kind, cell) {
            let format = match kind {
                ColumnKind::Share => "0.0%",
                ColumnKind::Money => "#,##0.00",
                _ => "General",
            };
            sheet.write_number_with_format(last + 1, at, amount, &pen.formats.total.clone().set_num_format(format))?;
        } else {
            pen.words(sheet, last + 1, at, cell, |formats| &formats.total)?;
        }
    }
    if let Some(columns) = table.columns.len().checked_sub(1) {
        sheet.autofilter(HEAD, 0, last.max(HEAD + 1), column(columns)?)?;
    }
    sheet.set_freeze_panes(HEAD + 1, 1)?;
    sheet.set_repeat_rows(HEAD, HEAD)?;
    widths.set(sheet)
}

fn typed(
    pen: &mut Pen<'_>,
    sheet: &mut Worksheet,
    row: u32,
    at: u16,
    kind: ColumnKind,
    cell: &str,
) -> Result<(), XlsxFault> {
    // Room to write by hand is nothing on a screen, nor is a box to tick.
    if is_blank(cell) || is_tick(cell) {
        return Ok(());
    }
    if kind == ColumnKind::Date
        && let Ok(date) = NaiveDate::parse_from_str(cell.trim(), "%Y-%m-%d")
    {
        return pen.date(sheet, row, at, date);
    }
    let Some(amount) = amount(kind, cell) else { return pen.text(sheet, row, at, cell) };
    match kind {
        ColumnKind::Share => sheet.write_number_with_format(row, at, amount, &pen.formats.share)?,
        ColumnKind::Money => sheet.write_number_with_format(row, at, amount, &pen.formats.money)?,
        _ => sheet.write_number(row, at, amount)?,
    };
    Ok(())
}

/// The number a cell shows: groups of three and the sign of money left out, a share as a part of 1. Nothing when anything
/// else stands in it, such as `< 5`.
fn amount(kind: ColumnKind, cell: &str) -> Option<f64> {
    let plain: String = cell.trim().chars().filter(|c| !c.is_whitespace()).collect();
    let plain = match kind {
        ColumnKind::Words | ColumnKind::Date => return None,
        ColumnKind::Money => plain.trim_start_matches(['¥', '￥']),
        ColumnKind::Share => plain.strip_suffix('%')?,
        ColumnKind::Number => &plain,
    };
    let digits = plain.strip_prefix('-').unwrap_or(plain);
    let numeric = digits.starts_with(|c: char| c.is_ascii_digit()) && digits.len() <= 15;
    if !numeric || !digits.chars().all(|c| c.is_ascii_digit() || c == '.') {
        return None;
    }
    let number: f64 = plain.parse().ok()?;
    Some(if kind == ColumnKind::Share { number / 100.0 } else { number })
}

fn chart(
    pen: &mut Pen<'_>,
    book: &mut Workbook,
    names: &mut SheetNames,
    chart: &Chart,
    upright: bool,
) -> Result<(), XlsxFault> {
    let wanted = if chart.caption.trim().is_empty() { tr!(pen.locale, "xlsx-chart") } else { chart.caption.clone() };
    let name = names.name(&wanted);
    let sheet = book.add_worksheet().set_name(&name)?;
    let mut widths = Widths::default();
    pen.words(sheet, 0, 0, &chart.caption, |formats| &formats.title)?;
    pen.text(sheet, 1, 0, &chart.of)?;
    for (at, word) in [(1, tr!(pen.locale, "xlsx-count")), (2, tr!(pen.locale, "xlsx-share"))] {
        pen.words(sheet, HEAD, at, &word, |formats| &formats.head)?;
    }
    let mut row = HEAD;
    for bar in &chart.bars {
        row += 1;
        pen.text(sheet, row, 0, bar.label.trim())?;
        widths.see(row, 0, &bar.label);
        match amount(ColumnKind::Number, &bar.figure) {
            Some(count) => number(sheet, row, 1, count)?,
            None => pen.text(sheet, row, 1, &bar.figure)?,
        }
        match amount(ColumnKind::Share, &bar.share) {
            Some(share) => {
                sheet.write_number_with_format(row, 2, share, &pen.formats.share)?;
            }
            None => pen.text(sheet, row, 2, &bar.share)?,
        }
    }
    widths.see_wide(1, 8);
    widths.see_wide(2, 8);
    draw(sheet, &name, 0, HEAD + 1, row - HEAD, upright)?;
    widths.set(sheet)
}
