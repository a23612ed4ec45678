//! One question with its counts, as it stands among the others.

use ratatui::{buffer::Buffer, layout::Rect};

use super::{
    pieces::{Much, Piece, pieces},
    sheet::Sheet,
    words,
};
use crate::{
    domain::tally::Tally,
    locale::{Locale, width, wrap},
    report::question_label,
    ui::{
        theme::{Meaning, SELECTED, Theme},
        widgets::put,
    },
};

/// Columns before the counts.
const INDENT: u16 = 4;

/// A question's title, what its counts stand on, where versions differ, and the counts.
pub(super) struct Block {
    title: Vec<String>,
    base: String,
    /// Whether the base stands at the end of the title's last row.
    beside: bool,
    pieces: Vec<Piece>,
}

impl Block {
    /// The block of a tally in so many columns.
    pub fn new(l: &Locale, sheet: &Sheet, tally: &Tally, much: Much, columns: u16) -> Self {
        let room = usize::from(columns.saturating_sub(3));
        let mut title = question_label(l, tally);
        for word in words::nature(l, &sheet.columns, tally) {
            title = format!("{title}  {word}");
        }
        let title: Vec<String> = wrap(&title, room).into_iter().map(str::to_owned).collect();
        let base = words::base(l, &tally.base);
        let beside = title.last().is_some_and(|line| width(line) + width(&base) + 3 <= room);
        let mut all: Vec<Piece> = Vec::new();
        let notes = sheet.notes(&tally.name).map(|note| words::note(l, note, tally));
        all.extend(notes.map(|words| Piece::Line(Meaning::Warn, words)));
        all.extend(pieces(l, &sheet.columns, tally, much));
        Self { title, base, beside, pieces: all }
    }

    /// Rows it takes.
    pub fn height(&self) -> u16 {
        let head = u16::try_from(self.title.len()).unwrap_or(u16::MAX) + u16::from(!self.beside);
        self.pieces.iter().fold(head, |rows, piece| rows.saturating_add(piece.height()))
    }

    /// Draws it from its row `skip` on; what finds no room below is not drawn.
    pub fn draw(&self, theme: Theme, area: Rect, skip: u16, selected: bool, buffer: &mut Buffer) {
        let mut at = Rows { area, skip, y: 0 };
        let last = self.title.len().saturating_sub(1);
        for (n, line) in self.title.iter().enumerate() {
            let Some((row, _)) = at.take(1) else { continue };
            let look = |meaning| theme.in_row(selected, meaning);
            buffer.set_style(row, look(Meaning::Text));
            if selected && n == 0 {
                put(buffer, row, SELECTED, look(Meaning::Text));
            }
            put(buffer, from(row, 2), line, look(Meaning::Title));
            if n == last && self.beside {
                let wide = u16::try_from(width(&self.base)).unwrap_or(u16::MAX);
                put(buffer, from(row, row.width.saturating_sub(wide)), &self.base, look(Meaning::Muted));
            }
        }
        if !self.beside
            && let Some((row, _)) = at.take(1)
        {
            put(buffer, from(row, 2), &self.base, theme.style(Meaning::Muted));
        }
        for piece in &self.pieces {
            if let Some((rows, skip)) = at.take(piece.height()) {
                piece.draw(theme, from(rows, INDENT), skip.into(), buffer);
            }
        }
    }
}

/// Rows being handed out, the first `skip` of them out of view.
struct Rows {
    area: Rect,
    skip: u16,
    y: u16,
}

impl Rows {
    /// The next rows as far as they are in view, and how many of them were skipped; nothing when none is.
    fn take(&mut self, height: u16) -> Option<(Rect, u16)> {
        let skipped = self.skip.min(height);
        self.skip -= skipped;
        let y = self.y;
        let left = height - skipped;
        self.y = self.y.saturating_add(left);
        let shown = left.min(self.area.height.saturating_sub(y));
        (shown > 0).then_some((Rect { y: self.area.y + y, height: shown, ..self.area }, skipped))
    }
}

/// The rest of an area after its first columns.
pub(super) fn from(area: Rect, columns: u16) -> Rect {
    let columns = columns.min(area.width);
    Rect { x: area.x + columns, width: area.width - columns, ..area }
}
