//! Questions with the same choices as a table: the choices head its columns, every question is a row of marks.

use ratatui::{buffer::Buffer, layout::Rect, style::Style};

use crate::{
    locale::{clean_line, width, wrap},
    ui::{
        theme::{Meaning, SELECTED, Theme},
        widgets::{Marks, PickerState, put, readable},
    },
};

/// Columns of a question at least.
const QUESTION: u16 = 16;
/// Columns of a question at most: the eye has to find its marks.
const FAR: u16 = 40;
/// Columns of a choice at least: `>(*) `.
const CELL: u16 = 6;

/// The columns of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Matrix {
    question: u16,
    cell: u16,
}

impl Matrix {
    /// The columns for these choices; nothing where they cannot be read in this width.
    pub fn of(labels: &[String], room: u16) -> Option<Self> {
        let count = u16::try_from(labels.len()).ok().filter(|count| *count > 1)?;
        let widest = labels.iter().map(|label| width(&clean_line(label)) + 4).max()?;
        let most = room.checked_sub(QUESTION)? / count;
        let cell = most.min(u16::try_from(widest).ok()?.max(CELL));
        let fits = cell >= CELL && labels.iter().all(|label| readable(&clean_line(label), cell - 4));
        fits.then(|| Self { question: (room - cell * count).min(FAR), cell })
    }

    /// Columns the words of a question have.
    pub fn question(self) -> u16 {
        self.question.saturating_sub(4)
    }

    fn cell(self, nth: usize, area: Rect) -> Rect {
        let x = self.question + self.cell * u16::try_from(nth).unwrap_or(u16::MAX);
        let x = x.min(area.width);
        Rect { x: area.x + x, width: self.cell.min(area.width - x), ..area }
    }

    /// Rows of the heads.
    pub fn head_height(self, labels: &[String]) -> u16 {
        let lines = |label: &String| wrap(&clean_line(label), usize::from(self.cell - 4)).len();
        u16::try_from(labels.iter().map(lines).max().unwrap_or(1)).unwrap_or(1)
    }

    /// Draws the heads, each with the number that picks it.
    pub fn draw_head(self, labels: &[String], theme: Theme, area: Rect, buffer: &mut Buffer) {
        for (nth, label) in labels.iter().enumerate() {
            let cell = self.cell(nth, area);
            let (number, words) = (Rect { x: cell.x + 1, width: 1, ..cell }, Rect { x: cell.x + 3, ..cell });
            if labels.len() < 10 {
                put(buffer, number, &(nth + 1).to_string(), theme.style(Meaning::Key));
            }
            let clean = clean_line(label);
            for (y, line) in (area.y..area.bottom()).zip(wrap(&clean, usize::from(self.cell - 4))) {
                let row = Rect { y, width: self.cell.saturating_sub(3), height: 1, ..words };
                put(buffer, row, line, theme.style(Meaning::Label));
            }
        }
    }

    /// Draws a row: the question's words, and the marks of its choices.
    pub fn draw_row(self, row: &MatrixRow<'_>, theme: Theme, area: Rect, buffer: &mut Buffer) {
        let words = Rect { x: area.x + 2, width: self.question.saturating_sub(4), ..area };
        if row.focused {
            put(buffer, area, SELECTED, theme.style(Meaning::Key));
        }
        for (y, line) in (area.y..area.bottom()).zip(row.lines) {
            put(buffer, Rect { y, height: 1, ..words }, line, row.style);
        }
        row.list.draw_beside();
        for nth in 0..row.list.len() {
            let cell = Rect { height: 1.min(area.height), ..self.cell(nth, area) };
            let rank = row.list.rank(nth);
            let here = row.focused && row.list.row() == nth;
            let meaning = if rank.is_some() { Meaning::Picked } else { Meaning::Text };
            let mark = row.marks.mark(rank);
            let wide = u16::try_from(width(&mark) + 2).unwrap_or(cell.width).min(cell.width);
            let look = theme.in_row(here, meaning);
            let text = format!("{}{mark} ", if here { SELECTED } else { " " });
            buffer.set_style(Rect { width: wide, ..cell }, look);
            put(buffer, Rect { width: wide, ..cell }, &text, look);
            row.list.spots().add(cell, nth);
        }
    }
}

/// A row of the table.
pub struct MatrixRow<'a> {
    /// The question's words, wrapped to [`Matrix::question`].
    pub lines: &'a [String],
    /// Their look.
    pub style: Style,
    /// Its choices.
    pub list: &'a PickerState,
    /// Their marks.
    pub marks: Marks,
    /// Whether keys go here.
    pub focused: bool,
}
