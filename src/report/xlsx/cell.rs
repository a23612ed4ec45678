//! Cells with a type: numbers, days and times are what a spreadsheet computes with; text is text, whatever it begins with.

use std::borrow::Cow;

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveDateTime, SecondsFormat, Timelike};
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, Worksheet};

use super::XlsxFault;
use crate::{
    domain::{
        Answer, Value,
        exchange::{Cell, is_formula, refusal_token},
    },
    locale::{Locale, clean_line},
    tr,
};

/// Most UTF-16 units a cell holds.
const MOST: usize = 32_767;
/// Units kept free for the words that say how much is missing.
const SAID: usize = 200;
/// Whole numbers a spreadsheet keeps to the last digit lie below this.
const EXACT: u64 = 1 << 53;

/// How cells look.
pub(super) struct Formats {
    /// The words over a column.
    pub(super) words: Format,
    /// Its heading.
    pub(super) head: Format,
    /// Text that would be computed when somebody typed it in again.
    guarded: Format,
    date: Format,
    time: Format,
    moment: Format,
    /// A share of 1.
    pub(super) share: Format,
    /// Money.
    pub(super) money: Format,
    /// A title.
    pub(super) title: Format,
    /// Sums.
    pub(super) total: Format,
}

impl Default for Formats {
    fn default() -> Self {
        let plain = Format::new;
        Self {
            words: plain().set_text_wrap().set_align(FormatAlign::Top).set_font_color(Color::RGB(0x58_66_61)),
            head: plain().set_bold().set_border_bottom(FormatBorder::Thin),
            guarded: plain().set_quote_prefix(),
            date: plain().set_num_format("yyyy-mm-dd"),
            time: plain().set_num_format("hh:mm:ss"),
            moment: plain().set_num_format("yyyy-mm-dd hh:mm:ss"),
            share: plain().set_num_format("0.0%"),
            money: plain().set_num_format("#,##0.00"),
            title: plain().set_bold().set_font_size(14),
            total: plain().set_bold().set_border_top(FormatBorder::Thin),
        }
    }
}

/// Puts typed cells into sheets and counts the texts that were too long.
pub(super) struct Pen<'a> {
    /// The language of what is said.
    pub(super) locale: &'a Locale,
    /// How cells look.
    pub(super) formats: Formats,
    /// How many texts were cut.
    pub(super) cut: u64,
}

impl<'a> Pen<'a> {
    pub(super) fn new(locale: &'a Locale) -> Self {
        Self { locale, formats: Formats::default(), cut: 0 }
    }

    /// Puts what a table of responses has in one place.
    pub(super) fn cell(&mut self, sheet: &mut Worksheet, row: u32, at: u16, cell: &Cell<'_>) -> Result<(), XlsxFault> {
        match cell {
            Cell::Empty => Ok(()),
            Cell::Word(word) => self.text(sheet, row, at, word),
            Cell::Moment(moment) => self.moment(sheet, row, at, *moment),
            Cell::Picked(picked) => number(sheet, row, at, f64::from(u8::from(*picked))),
            Cell::Answer(_, Answer::Refusal(refusal)) => self.text(sheet, row, at, refusal_token(*refusal)),
            Cell::Answer(_, Answer::Value(value)) => self.value(sheet, row, at, value),
        }
    }

    fn value(&mut self, sheet: &mut Worksheet, row: u32, at: u16, value: &Value) -> Result<(), XlsxFault> {
        match value {
            Value::Text(text) | Value::Choice(text) => self.text(sheet, row, at, text),
            #[allow(clippy::cast_precision_loss, reason = "only where nothing is lost")]
            Value::Integer(whole) if whole.unsigned_abs() <= EXACT => number(sheet, row, at, *whole as f64),
            Value::Decimal(decimal) if decimal.is_finite() => number(sheet, row, at, *decimal),
            Value::Date(date) => self.date(sheet, row, at, *date),
            Value::Time(time) if time.nanosecond() < 1_000_000_000 => {
                sheet.write_datetime_with_format(row, at, *time, &self.formats.time)?;
                Ok(())
            }
            Value::DateTime(moment) => self.moment(sheet, row, at, *moment),
            other => self.text(sheet, row, at, &other.to_text()),
        }
    }

    /// Puts a text, as long as a cell can be.
    pub(super) fn text(&mut self, sheet: &mut Worksheet, row: u32, at: u16, text: &str) -> Result<(), XlsxFault> {
        if text.is_empty() {
            return Ok(());
        }
        let fitted = self.fitted(text);
        if is_formula(text) {
            sheet.write_string_with_format(row, at, fitted, &self.formats.guarded)?;
        } else {
            sheet.write_string(row, at, fitted)?;
        }
        Ok(())
    }

    /// Puts words that are a heading, a label or a title.
    pub(super) fn words(
        &mut self,
        sheet: &mut Worksheet,
        row: u32,
        at: u16,
        words: &str,
        look: fn(&Formats) -> &Format,
    ) -> Result<(), XlsxFault> {
        let words = clean_line(words);
        let fitted = self.fitted(words.trim());
        let look = look(&self.formats);
        if is_formula(&fitted) {
            sheet.write_string_with_format(row, at, fitted, &look.clone().set_quote_prefix())?;
        } else {
            sheet.write_string_with_format(row, at, fitted, look)?;
        }
        Ok(())
    }

    /// Puts a day; one that spreadsheets do not count to stays text.
    pub(super) fn date(&mut self, sheet: &mut Worksheet, row: u32, at: u16, date: NaiveDate) -> Result<(), XlsxFault> {
        if is_counted(date) {
            sheet.write_datetime_with_format(row, at, date, &self.formats.date)?;
            return Ok(());
        }
        self.text(sheet, row, at, &date.to_string())
    }

    /// Puts a moment as the clock on the wall showed it; spreadsheets know no offset.
    fn moment(
        &mut self,
        sheet: &mut Worksheet,
        row: u32,
        at: u16,
        moment: DateTime<FixedOffset>,
    ) -> Result<(), XlsxFault> {
        let wall: NaiveDateTime = moment.naive_local();
        if is_counted(wall.date()) && wall.nanosecond() < 1_000_000_000 {
            sheet.write_datetime_with_format(row, at, wall, &self.formats.moment)?;
            return Ok(());
        }
        self.text(sheet, row, at, &moment.to_rfc3339_opts(SecondsFormat::AutoSi, false))
    }

    /// The text, or its beginning with how many characters are missing.
    fn fitted<'t>(&mut self, text: &'t str) -> Cow<'t, str> {
        // No character has more UTF-16 units than bytes.
        if text.len() <= MOST || text.encode_utf16().count() <= MOST {
            return Cow::Borrowed(text);
        }
        self.cut += 1;
        let mut units = 0;
        let kept = text.char_indices().find(|(_, c)| {
            units += c.len_utf16();
            units > MOST - SAID
        });
        let (kept, rest) = text.split_at(kept.map_or(text.len(), |(at, _)| at));
        Cow::Owned(format!("{kept}{}", tr!(self.locale, "xlsx-cut", count = rest.chars().count())))
    }
}

/// Puts a number.
pub(super) fn number(sheet: &mut Worksheet, row: u32, at: u16, number: f64) -> Result<(), XlsxFault> {
    sheet.write_number(row, at, number)?;
    Ok(())
}

/// Days from 1900-03-01: the leap day before it exists in spreadsheets only.
fn is_counted(date: NaiveDate) -> bool {
    (1900..=9999).contains(&date.year()) && (date.year() > 1900 || date.month() > 2)
}
