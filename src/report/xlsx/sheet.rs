//! Sheets: names a spreadsheet allows, and columns as wide as what stands in them.

use std::collections::HashSet;

use rust_xlsxwriter::Worksheet;

use super::XlsxFault;
use crate::locale::{clean_line, width};

/// Most UTF-16 units of a sheet's name.
const NAME: usize = 31;
/// Rows whose cells are measured; all of a long sheet would take as long as writing it.
pub(super) const MEASURED: u32 = 200;
/// Narrowest and widest a column is made, in digits.
const NARROW: usize = 6;
const WIDE: usize = 48;

/// Gives out names of sheets, each once.
#[derive(Default)]
pub(super) struct SheetNames(HashSet<String>);

impl SheetNames {
    /// The name as a sheet may have it: nothing in it is a sign of its own, and no other sheet has it, however written.
    pub(super) fn name(&mut self, wanted: &str) -> String {
        let clean = clean_line(wanted);
        let plain: String = clean.chars().map(|c| if "[]:*?/\\".contains(c) { '_' } else { c }).collect();
        let plain = plain.trim_matches(|c: char| c == '\'' || c.is_whitespace());
        for number in 1_u32.. {
            let after = if number == 1 { String::new() } else { format!(" {number}") };
            let name = cut(plain, NAME - after.len());
            let name = if name.is_empty() { "_" } else { name };
            let name = format!("{name}{after}");
            // Spreadsheets keep this name for themselves.
            if name.to_lowercase() != "history" && self.0.insert(name.to_lowercase()) {
                return name;
            }
        }
        "_".to_owned()
    }
}

fn cut(text: &str, units: usize) -> &str {
    let mut used = 0;
    let end = text.char_indices().find(|(_, c)| {
        used += c.len_utf16();
        used > units
    });
    let (kept, _) = text.split_at(end.map_or(text.len(), |(at, _)| at));
    kept.trim_end_matches(|c: char| c == '\'' || c.is_whitespace())
}

/// The widest of each column so far.
#[derive(Default)]
pub(super) struct Widths(Vec<usize>);

impl Widths {
    /// Takes in a cell. Chinese characters count as two digits, as they are drawn.
    pub(super) fn see(&mut self, row: u32, at: u16, text: &str) {
        if row < MEASURED {
            let longest = text.lines().map(width).max().unwrap_or(0);
            self.see_wide(at, longest);
        }
    }

    /// Takes in a cell of so many digits.
    pub(super) fn see_wide(&mut self, at: u16, digits: usize) {
        let at = usize::from(at);
        if self.0.len() <= at {
            self.0.resize(at + 1, 0);
        }
        if let Some(widest) = self.0.get_mut(at) {
            *widest = digits.max(*widest);
        }
    }

    /// Makes the columns as wide.
    pub(super) fn set(&self, sheet: &mut Worksheet) -> Result<(), XlsxFault> {
        for (at, widest) in (0_u16..).zip(&self.0) {
            let digits = u16::try_from(widest.saturating_add(2).clamp(NARROW, WIDE)).unwrap_or(u16::MAX);
            sheet.set_column_width(at, f64::from(digits))?;
        }
        Ok(())
    }
}

/// A column's number as a sheet has it.
///
/// # Errors
/// When a sheet has not so many.
pub(super) fn column(at: usize) -> Result<u16, XlsxFault> {
    u16::try_from(at).ok().filter(|at| *at < 16_384).ok_or(XlsxFault::Full)
}
