//! The words on a drawn screen, for tests.

use ratatui::buffer::Buffer;

use crate::locale::width;

/// The text of a buffer, a line a row, without styles and without the spaces at line ends.
///
/// A wide character counts once: the cell it spills over is skipped.
#[must_use]
pub fn screen_text(buffer: &Buffer) -> String {
    let area = buffer.area;
    let mut text = String::new();
    for y in area.top()..area.bottom() {
        let mut line = String::new();
        let mut x = area.left();
        while x < area.right() {
            let symbol = buffer[(x, y)].symbol();
            line.push_str(symbol);
            x += u16::try_from(width(symbol)).unwrap_or(1).max(1);
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}
