//! Writing one piece of stored text into a buffer: cleaned, cut to its columns, never past them.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::locale::{clean_line, truncate, width};

/// Writes `text` at the start of `area`'s first row, cut with `..` to its width, and returns the columns it took.
pub fn put(buffer: &mut Buffer, area: Rect, text: &str, style: Style) -> u16 {
    let area = area.intersection(buffer.area);
    if area.is_empty() {
        return 0;
    }
    let clean = clean_line(text);
    let cut = truncate(&clean, area.width.into());
    buffer.set_stringn(area.x, area.y, &cut, area.width.into(), style);
    columns(&cut).min(area.width)
}

/// Columns of a text as the screen counts them.
pub(super) fn columns(text: &str) -> u16 {
    u16::try_from(width(text)).unwrap_or(u16::MAX)
}

/// What is left of a row after its first `columns`.
pub(super) fn after(area: Rect, columns: u16) -> Rect {
    let columns = columns.min(area.width);
    Rect { x: area.x + columns, width: area.width - columns, ..area }
}

/// The row `n` of an area, empty when there is none.
pub(super) fn row(area: Rect, n: u16) -> Rect {
    if n < area.height { Rect { y: area.y + n, height: 1, ..area } } else { Rect { height: 0, ..area } }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use ratatui::style::Style;

    use super::*;
    use crate::ui::widgets::screen_text;

    #[test]
    fn hostile_text_stays_in_its_columns() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 12, 1));
        let took = put(&mut buffer, Rect::new(1, 0, 8, 1), "王\u{1b}[2J\u{202e}家院落改造", Style::new());
        assert_eq!((screen_text(&buffer).as_str(), took), (" 王[2J..\n", 7));
    }

    proptest! {
        #[test]
        fn the_screen_counts_columns_as_we_do(text in any::<String>()) {
            let clean = clean_line(&text);
            let mut buffer = Buffer::empty(Rect::new(0, 0, 400, 1));
            let (end, _) = buffer.set_stringn(0, 0, &clean, 400, Style::new());
            prop_assert_eq!(usize::from(end), width(&clean));
        }
    }
}
