//! How far something has come: a bar and the figures.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use super::bars::length;
use super::draw::{after, columns, put, row};
use crate::ui::theme::{Meaning, Theme};

/// `done` of `total`.
#[derive(Debug, Clone, Copy)]
pub struct Progress {
    done: u64,
    total: u64,
    theme: Theme,
}

impl Progress {
    /// So much is done of so much.
    #[must_use]
    pub fn new(theme: Theme, done: u64, total: u64) -> Self {
        Self { done, total, theme }
    }
}

impl Widget for &Progress {
    fn render(self, area: Rect, buffer: &mut Buffer) {
        let line = row(area.intersection(buffer.area), 0);
        if line.is_empty() {
            return;
        }
        let figures = format!("{}/{}", self.done, self.total);
        let room = line.width.saturating_sub(columns(&figures) + 3);
        let mut rest = line;
        if room > 0 {
            // Only what is wholly done fills the bar.
            let full = length(self.done, self.total, room);
            let full = if self.done < self.total { full.min(room - 1) } else { full };
            put(buffer, line, "[", self.theme.style(Meaning::Border));
            let bar = after(line, 1);
            buffer.set_stringn(
                bar.x,
                bar.y,
                self.theme.bar().repeat(full.into()),
                room.into(),
                self.theme.style(Meaning::Bar),
            );
            put(buffer, after(bar, room), "]", self.theme.style(Meaning::Border));
            rest = after(bar, room + 2);
        }
        put(buffer, rest, &figures, self.theme.style(Meaning::Accent));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::widgets::screen_text;

    #[test]
    fn the_bar_is_full_only_at_the_end() {
        let rows = [
            (0, 20, 18, "[           ] 0/20"),
            (7, 20, 17, "[####      ] 7/20"),
            (199, 200, 20, "[######### ] 199/200"),
            (20, 20, 18, "[##########] 20/20"),
            (3, 4, 3, "3/4"),
            (0, 0, 8, "[  ] 0/0"),
        ];
        for (done, total, width, shown) in rows {
            let mut buffer = Buffer::empty(Rect::new(0, 0, width, 1));
            (&Progress::new(Theme::default(), done, total)).render(buffer.area, &mut buffer);
            assert_eq!(screen_text(&buffer).trim_end(), shown, "{done} of {total}");
        }
    }
}
