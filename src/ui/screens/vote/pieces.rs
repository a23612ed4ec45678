//! Lines made of pieces with a meaning each.

use ratatui::{buffer::Buffer, layout::Rect};

use crate::{
    domain::meeting::motion::Tellers,
    locale::{Locale, meeting::tellers, width, wrap},
    tr,
    ui::{
        theme::{Meaning, Theme},
        widgets::put,
    },
};

/// Words with a meaning.
pub type Piece = (String, Meaning);

/// Draws pieces one after the other on the first row of an area; gives what is left below.
pub fn line_of(pieces: &[Piece], theme: Theme, buffer: &mut Buffer, area: Rect) -> Rect {
    let mut rest = Rect { height: area.height.min(1), ..area };
    for (words, meaning) in pieces {
        let took = put(buffer, rest, words, theme.style(*meaning));
        rest = Rect { x: rest.x + took, width: rest.width - took, ..rest };
    }
    below(area, 1)
}

/// Draws a text on as many rows as it needs, at most so many; gives what is left below.
pub fn lines_of(text: &str, meaning: Meaning, most: usize, theme: Theme, buffer: &mut Buffer, area: Rect) -> Rect {
    let lines = wrap(text, area.width.into());
    let cut = lines.len() > most;
    let mut rest = area;
    for (n, line) in lines.iter().take(most).enumerate() {
        // The last row says that there is more.
        let tail = if cut && n + 1 == most { lines.get(n + 1).copied().unwrap_or_default() } else { "" };
        put(buffer, Rect { height: rest.height.min(1), ..rest }, &format!("{line}{tail}"), theme.style(meaning));
        rest = below(rest, 1);
    }
    rest
}

/// Who counts a vote, on one line; what to say where nobody is named.
pub fn tellers_line(l: &Locale, named: &Tellers) -> String {
    let named =
        tellers(l, named).into_iter().map(|(teller, names)| tr!(l, "vote-teller", teller = teller, names = names));
    named.reduce(|before, next| format!("{before}   {next}")).unwrap_or_else(|| tr!(l, "vote-no-teller"))
}

/// An area without its first rows.
pub fn below(area: Rect, rows: u16) -> Rect {
    let rows = rows.min(area.height);
    Rect { y: area.y + rows, height: area.height - rows, ..area }
}

/// Columns of pieces.
pub fn columns(pieces: &[Piece]) -> usize {
    pieces.iter().map(|(words, _)| width(words)).sum()
}
