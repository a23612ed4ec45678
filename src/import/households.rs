//! Households from a file somebody keeps: CSV in UTF-8 or as Chinese spreadsheet programs save it, or XLSX.

use std::{
    collections::BTreeMap,
    fs,
    io::{self, Cursor},
    path::Path,
};

use calamine::{DataRef, Reader, Xlsx, XlsxError};
use encoding_rs::{GB18030, UTF_16BE, UTF_16LE};

use super::{FileFault, read_table};
use crate::domain::{
    exchange::Table,
    place::sheet::{Mapping, SheetColumn, SheetFault, SheetFaultKind, SheetPlan, guess},
};

/// Rows above the headings that may be a title.
const TITLE_ROWS: usize = 5;

/// Rows and columns of a workbook that are read: ten times the largest community there is.
const MOST_ROWS: u32 = 200_000;
const MOST_COLUMNS: u32 = 200;

/// A table of households as its file gives it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct HouseholdFile {
    /// Headings and rows.
    pub table: Table,
    /// Cells that hold a day or an error instead of what was typed, by line and column: `3-2` became the second of March.
    pub spoilt: Vec<(u64, usize)>,
}

/// Why a file is no table.
#[derive(Debug)]
pub enum HouseholdFileFault {
    /// It cannot be read.
    Io(io::Error),
    /// It is neither UTF-8 nor UTF-16 nor GB18030.
    Encoding,
    /// It is a workbook of another kind than XLSX.
    OldWorkbook,
    /// The workbook cannot be read; what is wrong with it.
    Workbook(String),
    /// It has more rows or columns than a roll can have.
    TooLarge,
    /// Nobody stands in it.
    Empty,
}

impl HouseholdFile {
    /// Adds to a plan the cells of columns it reads that a spreadsheet program has spoilt; then nothing is imported.
    pub fn bar(&self, mapping: &Mapping, plan: &mut SheetPlan) {
        for (line, at) in &self.spoilt {
            if let Some(Some(column)) = mapping.get(*at) {
                plan.faults.push(SheetFault { line: *line, kind: SheetFaultKind::Spoilt { column: *column } });
            }
        }
        if !plan.faults.is_empty() {
            plan.faults.sort_by_key(|fault| fault.line);
            plan.rows.clear();
        }
    }
}

/// Reads a table of households. What stands above the headings, such as a title, is passed over.
///
/// # Errors
/// When it is no table at all. What is wrong with single rows is found by [`crate::domain::place::sheet::plan`].
pub fn read_households(path: &Path) -> Result<HouseholdFile, HouseholdFileFault> {
    let bytes = fs::read(path).map_err(HouseholdFileFault::Io)?;
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    households(&name, &bytes)
}

fn households(name: &str, bytes: &[u8]) -> Result<HouseholdFile, HouseholdFileFault> {
    let mut file = if bytes.starts_with(b"PK\x03\x04") {
        workbook(name, bytes)?
    } else if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        return Err(HouseholdFileFault::OldWorkbook);
    } else {
        let text = decoded(bytes).ok_or(HouseholdFileFault::Encoding)?;
        let table = read_table(name, "", text.as_bytes()).map_err(|fault| match fault {
            FileFault::NotUtf8 { .. } => HouseholdFileFault::Encoding,
            FileFault::Empty => HouseholdFileFault::Empty,
        })?;
        HouseholdFile { table, spoilt: Vec::new() }
    };
    find_headings(&mut file.table);
    if file.table.rows.is_empty() { Err(HouseholdFileFault::Empty) } else { Ok(file) }
}

/// The text of a file, whichever of the usual encodings it is in. A zero byte stands in no text.
fn decoded(bytes: &[u8]) -> Option<String> {
    let strict = |encoding: &'static encoding_rs::Encoding, bytes: &[u8]| {
        encoding.decode_without_bom_handling_and_without_replacement(bytes).map(std::borrow::Cow::into_owned)
    };
    let text = match bytes {
        [0xff, 0xfe, rest @ ..] => strict(UTF_16LE, rest),
        [0xfe, 0xff, rest @ ..] => strict(UTF_16BE, rest),
        bytes => match std::str::from_utf8(bytes) {
            Ok(text) => Some(text.to_owned()),
            Err(_) => strict(GB18030, bytes),
        },
    };
    text.filter(|text| !text.contains('\0'))
}

/// Takes the first row that names doors for the headings.
fn find_headings(table: &mut Table) {
    let has_doors = |cells: &[String]| {
        let mapping = guess(cells);
        mapping.contains(&Some(SheetColumn::Household)) || mapping.contains(&Some(SheetColumn::Door))
    };
    if has_doors(&table.headings) {
        return;
    }
    if let Some(at) = table.rows.iter().take(TITLE_ROWS).position(|(_, cells)| has_doors(cells)) {
        let headings = table.rows.drain(..=at).next_back();
        table.headings = headings.map(|(_, cells)| cells).unwrap_or_default();
    }
}

/// The first sheet of a workbook that is not empty.
fn workbook(name: &str, bytes: &[u8]) -> Result<HouseholdFile, HouseholdFileFault> {
    let told = |error: XlsxError| HouseholdFileFault::Workbook(error.to_string());
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(told)?;
    for sheet in book.sheet_names() {
        let mut rows: BTreeMap<u32, Vec<String>> = BTreeMap::new();
        let mut spoilt = Vec::new();
        let mut cells = match book.worksheet_cells_reader(&sheet) {
            Ok(cells) => cells,
            // A sheet that is a chart.
            Err(XlsxError::NotAWorksheet(_)) => continue,
            Err(error) => return Err(told(error)),
        };
        while let Some(cell) = cells.next_cell().map_err(told)? {
            let (row, column) = cell.get_position();
            let text = match cell.get_value() {
                DataRef::Empty => continue,
                DataRef::Int(n) => n.to_string(),
                DataRef::Float(n) => n.to_string(),
                DataRef::String(text) => text.clone(),
                DataRef::SharedString(text) => (*text).to_owned(),
                DataRef::Bool(yes) => yes.to_string(),
                DataRef::DateTime(_) | DataRef::DateTimeIso(_) | DataRef::DurationIso(_) | DataRef::Error(_) => {
                    spoilt.push((u64::from(row) + 1, column as usize));
                    continue;
                }
            };
            if text.trim().is_empty() {
                continue;
            }
            if row >= MOST_ROWS || column >= MOST_COLUMNS {
                return Err(HouseholdFileFault::TooLarge);
            }
            let cells = rows.entry(row).or_default();
            cells.resize(cells.len().max(column as usize + 1), String::new());
            if let Some(cell) = cells.get_mut(column as usize) {
                *cell = text;
            }
        }
        if rows.is_empty() {
            continue;
        }
        let mut rows = rows.into_iter().map(|(row, cells)| (u64::from(row) + 1, cells));
        let headings = rows.next().map(|(_, cells)| cells).unwrap_or_default();
        let table = Table { file: name.to_owned(), repeat: String::new(), headings, rows: rows.collect() };
        return Ok(HouseholdFile { table, spoilt });
    }
    Err(HouseholdFileFault::Empty)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: &str = "房号,业主\n1-1-101,张三\n";

    #[test]
    fn a_list_is_read_in_every_usual_encoding() {
        let utf16: Vec<u8> = LIST.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let (gbk, _, lossy) = GB18030.encode(LIST);
        assert!(!lossy);
        let with_mark = format!("\u{feff}{LIST}");
        let kinds: [&[u8]; 4] = [LIST.as_bytes(), with_mark.as_bytes(), &gbk, &[&[0xff, 0xfe], &utf16[..]].concat()];
        for bytes in kinds {
            let file = households("list.csv", bytes).unwrap();
            assert_eq!(file.table.headings, ["房号", "业主"]);
            assert_eq!(file.table.rows, [(2, vec!["1-1-101".to_owned(), "张三".to_owned()])]);
        }
        assert!(matches!(households("x", b"\x81\xff\xff"), Err(HouseholdFileFault::Encoding)));
        assert!(matches!(households("x", b"a\0b\n1,2\n"), Err(HouseholdFileFault::Encoding)));
        assert!(matches!(households("x", &[0xd0, 0xcf, 0x11, 0xe0, 1]), Err(HouseholdFileFault::OldWorkbook)));
        assert!(matches!(households("x", b"PK\x03\x04 cut off"), Err(HouseholdFileFault::Workbook(_))));
        assert!(matches!(households("x", "房号\n".as_bytes()), Err(HouseholdFileFault::Empty)));
        assert!(matches!(read_households(Path::new("/nowhere/list.csv")), Err(HouseholdFileFault::Io(_))));
    }

    #[test]
    fn a_title_above_the_headings_is_passed_over() {
        let file = households("x", "第二社区居民名册,\n2024年,\n房号,业主\n101,张三\n".as_bytes()).unwrap();
        assert_eq!(file.table.headings, ["房号", "业主"]);
        assert_eq!(file.table.rows.len(), 1);
        assert_eq!(file.table.rows[0].0, 4);
    }
}
