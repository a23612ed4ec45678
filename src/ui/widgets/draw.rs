//! Writing one piece of stored text into a buffer: cleaned, cut to its columns, never past them.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::locale::{clean_line, lone, truncate, width};

/// Writes `text` at the start of `area`'s first row, cut with `..` to its width, and returns the columns it took.
pub fn put(buffer: &mut Buffer, area: Rect, text: &str, style: Style) -> u16 {
    let area = area.intersection(buffer.area);
    if area.is_empty() {
        return 0;
    }
    if let Some(columns) = put_lone(buffer, area, text, style) {
        return columns;
    }
    let clean = clean_line(text);
    let cut = truncate(&clean, area.width.into());
    buffer.set_stringn(area.x, area.y, &cut, area.width.into(), style);
    columns(&cut).min(area.width)
}

/// The same for a text that fits and whose characters need not be cleaned nor grouped, which is most: they go straight into
/// their cells. Nothing is written, and nothing returned, for another text.
fn put_lone(buffer: &mut Buffer, area: Rect, text: &str, style: Style) -> Option<u16> {
    // No text of these characters takes more columns than bytes, nor fewer than a third of them.
    if text.len() > 3 * usize::from(area.width) || columns(text) > area.width {
        return None;
    }
    let mut x = area.x;
    for (c, wide) in lone(text)? {
        buffer[(x, area.y)].set_char(c).set_style(style);
        x += 1;
        if wide == 2 {
            buffer[(x, area.y)].reset();
            x += 1;
        }
    }
    Some(x - area.x)
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
        fn the_short_way_into_the_cells_writes_the_same(text in "[ -~院落，。（）·×─█é]{0,30}", wide in 1u16..30) {
            let area = Rect::new(1, 0, wide, 1);
            let style = Style::new().fg(ratatui::style::Color::Red).bold();
            let (mut short, mut long) = (Buffer::filled(Rect::new(0, 0, 40, 1), ratatui::buffer::Cell::new("x")), Buffer::empty(Rect::new(0, 0, 40, 1)));
            long.clone_from(&short);
            let took = put(&mut short, area, &text, style);
            let cut = truncate(&text, wide.into());
            long.set_stringn(1, 0, &cut, wide.into(), style);
            prop_assert_eq!((took, short), (columns(&cut), long));
        }

        #[test]
        fn the_screen_counts_columns_as_we_do(text in any::<String>()) {
            let clean = clean_line(&text);
            let mut buffer = Buffer::empty(Rect::new(0, 0, 400, 1));
            let (end, _) = buffer.set_stringn(0, 0, &clean, 400, Style::new());
            prop_assert_eq!(usize::from(end), width(&clean));
        }
    }
}
