//! The spreadsheet of a survey: its responses row by row, its repeats, its counts and its codebook.

use std::{collections::HashMap, io::Write, path::Path};

use rust_xlsxwriter::{Format, Workbook};

use super::{
    XlsxFault,
    cell::{Formats, Pen},
    sheet::{MEASURED, SheetNames, Widths, column},
    tally,
};
use crate::{
    domain::{
        Value,
        exchange::{Cell, KeptResponse, Layout, Meta, Rows},
        session::Session,
        tally::{Codebook, Item, Summary},
    },
    locale::{Locale, clean_line, width},
    report::{choice_label, codebook_rows},
    tr,
};

/// Rows over the responses: the words of each column, and its heading.
const HEADS: u32 = 2;
/// Rows a sheet holds.
const ROWS: u32 = 1_048_576;
/// Columns that stay in sight while a sheet is moved: the key.
const KEPT: u16 = 1;

/// A spreadsheet under way. Responses are written as they come and not kept.
pub struct ResponsesBook<'a> {
    book: Workbook,
    pen: Pen<'a>,
    layout: &'a Layout<'a>,
    rows: Rows<'a>,
    sheets: Vec<Progress>,
    names: SheetNames,
}

/// How far a sheet is written.
struct Progress {
    next: u32,
    widths: Widths,
    columns: u16,
}

impl<'a> ResponsesBook<'a> {
    /// Begins a sheet for every table of the layout, in the language of the locale.
    ///
    /// # Errors
    /// When there are more columns than a sheet holds, or no file can be made to write to.
    pub fn begin(locale: &'a Locale, layout: &'a Layout<'a>, versions: &[Codebook]) -> Result<Self, XlsxFault> {
        let mut book = Self {
            book: Workbook::new(),
            pen: Pen::new(locale),
            layout,
            rows: Rows::new(layout),
            sheets: Vec::new(),
            names: SheetNames::default(),
        };
        let items = items(versions);
        for table in &layout.sheets {
            let wanted = if table.parent.is_none() { tr!(locale, "xlsx-responses") } else { table.name.clone() };
            let name = book.names.name(&wanted);
            let sheet = book.book.add_worksheet_with_constant_memory()?;
            sheet.set_name(name)?;
            let mut widths = Widths::default();
            let headings = table.headings();
            // Words first: rows are written from above.
            let mut words: Vec<String> = vec![tr!(locale, "xlsx-key")];
            if table.parent.is_some() {
                words.push(tr!(locale, "xlsx-parent-key"));
            }
            words.extend(table.meta.iter().map(|meta| meta_words(locale, *meta)));
            for (question, choices) in &table.columns {
                let item = items.get(question.as_str());
                words.push(item.map(|item| choice_label(locale, "", &item.label)).unwrap_or_default());
                words.extend(choices.iter().map(|name| {
                    let label = item.and_then(|item| item.choices.iter().find(|(own, _)| own == name));
                    label.map(|(name, label)| choice_label(locale, name, label)).unwrap_or_default()
                }));
            }
            sheet.set_row_height(0, 48)?;
            for (row, cells) in (0..).zip([&words, &headings]) {
                for (at, cell) in cells.iter().enumerate() {
                    let at = column(at)?;
                    book.pen.words(sheet, row, at, cell, if row == 0 { words_look } else { head_look })?;
                    // The words wrap; they make a column half as wide as they are long.
                    let wide = width(&clean_line(cell));
                    widths.see_wide(at, if row == 0 { wide.div_ceil(2).min(24) } else { wide });
                }
            }
            let columns = column(headings.len().max(1) - 1)?;
            sheet.set_freeze_panes(HEADS, KEPT)?;
            book.sheets.push(Progress { next: HEADS, widths, columns });
        }
        Ok(book)
    }

    /// Writes a response and the instances of its repeats.
    ///
    /// # Errors
    /// When a sheet is full, or cannot be written.
    pub fn response(&mut self, kept: &KeptResponse, session: Option<&Session>) -> Result<(), XlsxFault> {
        let (book, pen, sheets) = (&mut self.book, &mut self.pen, &mut self.sheets);
        self.rows.each(kept, session, &mut |at, cells| {
            let Some(progress) = sheets.get_mut(at) else { return Ok(()) };
            let row = progress.next;
            if row >= ROWS {
                return Err(XlsxFault::Full);
            }
            let sheet = book.worksheet_from_index(at)?;
            for (at, cell) in (0_u16..).zip(cells) {
                pen.cell(sheet, row, at, cell)?;
                match cell {
                    Cell::Word(word) => progress.widths.see(row, at, word),
                    Cell::Moment(_) => progress.widths.see_wide(at, 19),
                    Cell::Answer(_, answer) if row < MEASURED => {
                        let text = answer.value().map(Value::to_text).unwrap_or_default();
                        progress.widths.see(row, at, &text);
                    }
                    _ => {}
                }
            }
            progress.next += 1;
            Ok(())
        })
    }

    /// Adds the counts of what the layout takes along, with charts.
    ///
    /// # Errors
    /// When a sheet is full.
    pub fn counts(&mut self, summary: &Summary) -> Result<(), XlsxFault> {
        let name = self.names.name(&tr!(self.pen.locale, "xlsx-tally"));
        let sheet = self.book.add_worksheet();
        sheet.set_name(&name)?;
        let out = summary.tallies.iter().filter(|tally| self.layout.takes(&tally.name));
        tally::write(&mut self.pen, sheet, &name, out)
    }

    /// Adds what questions and choices are called in every language.
    ///
    /// # Errors
    /// When a sheet is full.
    pub fn codebook(&mut self, versions: &[Codebook]) -> Result<(), XlsxFault> {
        let name = self.names.name(&tr!(self.pen.locale, "xlsx-codebook"));
        let sheet = self.book.add_worksheet();
        sheet.set_name(name)?;
        let rows = codebook_rows(versions, self.layout.goes_out());
        let mut widths = Widths::default();
        for (row, cells) in (0_u32..).zip(&rows) {
            for (at, cell) in cells.iter().enumerate() {
                let at = column(at)?;
                if row == 0 {
                    self.pen.words(sheet, row, at, cell, |formats| &formats.head)?;
                } else {
                    self.pen.text(sheet, row, at, cell)?;
                }
                widths.see(row, at, cell);
            }
        }
        let (last, columns) = (rows.len().max(1) - 1, rows.first().map_or(1, Vec::len).max(1) - 1);
        sheet.autofilter(0, 0, u32::try_from(last).map_err(|_| XlsxFault::Full)?, column(columns)?)?;
        sheet.set_freeze_panes(1, 1)?;
        widths.set(sheet)
    }

    /// Writes the file and gives how many texts were too long for a cell.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn save(mut self, path: &Path) -> Result<u64, XlsxFault> {
        self.finish()?;
        self.book.save(path)?;
        Ok(self.pen.cut)
    }

    /// The same to any writer.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn write_to(mut self, out: impl Write + Send) -> Result<u64, XlsxFault> {
        self.finish()?;
        self.book.save_to_writer(out)?;
        Ok(self.pen.cut)
    }

    fn finish(&mut self) -> Result<(), XlsxFault> {
        for (at, progress) in self.sheets.iter().enumerate() {
            let sheet = self.book.worksheet_from_index(at)?;
            sheet.autofilter(HEADS - 1, 0, progress.next.max(HEADS + 1) - 1, progress.columns)?;
            progress.widths.set(sheet)?;
        }
        debug_assert_eq!(self.layout.sheets.len(), self.sheets.len(), "a sheet a table");
        Ok(())
    }
}

fn words_look(formats: &Formats) -> &Format {
    &formats.words
}

fn head_look(formats: &Formats) -> &Format {
    &formats.head
}

/// The questions by name, of the newest version that has each.
fn items(versions: &[Codebook]) -> HashMap<&str, &Item> {
    fn add<'a>(items: &'a [Item], found: &mut HashMap<&'a str, &'a Item>) {
        for item in items {
            found.insert(&item.name, item);
            add(&item.body, found);
        }
    }
    let mut found = HashMap::new();
    for version in versions {
        add(&version.items, &mut found);
    }
    found
}

fn meta_words(locale: &Locale, meta: Meta) -> String {
    match meta {
        Meta::Survey => tr!(locale, "xlsx-meta-survey"),
        Meta::Version => tr!(locale, "xlsx-meta-version"),
        Meta::Hash => tr!(locale, "xlsx-meta-hash"),
        Meta::State => tr!(locale, "xlsx-meta-state"),
        Meta::Comment => tr!(locale, "xlsx-meta-comment"),
        Meta::Session => tr!(locale, "xlsx-meta-session"),
        Meta::SessionKind => tr!(locale, "xlsx-meta-session-kind"),
        Meta::SessionTitle => tr!(locale, "xlsx-meta-session-title"),
        Meta::SessionStarts => tr!(locale, "xlsx-meta-session-starts"),
        Meta::Building => tr!(locale, "xlsx-meta-building"),
        Meta::Entrance => tr!(locale, "xlsx-meta-entrance"),
        Meta::Household => tr!(locale, "xlsx-meta-household"),
        Meta::Surveyor => tr!(locale, "xlsx-meta-surveyor"),
        Meta::Created => tr!(locale, "xlsx-meta-created"),
        Meta::Finished => tr!(locale, "xlsx-meta-finished"),
        Meta::Seed => tr!(locale, "xlsx-meta-seed"),
        Meta::Correction => tr!(locale, "xlsx-meta-correction"),
        Meta::Name => tr!(locale, "xlsx-meta-name"),
        Meta::LeftOut => tr!(locale, "xlsx-meta-left-out"),
        Meta::Blank => tr!(locale, "xlsx-meta-blank"),
    }
}
