//! The line of keys at the foot of the screen: what can be done now.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use super::draw::{after, columns, put};
use crate::ui::theme::{Meaning, Theme};

/// Columns between two hints, and where the line is short of room.
const GAPS: [u16; 2] = [3, 2];

/// Keys and what they do, in order of importance; what does not fit is left out whole.
#[derive(Debug, Clone)]
pub struct Footer<'a> {
    hints: &'a [(String, String)],
    theme: Theme,
    keep: usize,
}

impl<'a> Footer<'a> {
    /// Hints as pairs of a key's label and words.
    #[must_use]
    pub fn new(theme: Theme, hints: &'a [(String, String)]) -> Self {
        Self { hints, theme, keep: 0 }
    }

    /// Always shows the last `n` hints (help, language) and leaves out others before them.
    #[must_use]
    pub fn keep_last(mut self, n: usize) -> Self {
        self.keep = n.min(self.hints.len());
        self
    }

    /// Which hints fit into `width` columns, in order, and the columns between them: the narrower gap where it lets more of
    /// them be seen.
    fn fitting(&self, width: u16) -> (u16, Vec<&'a (String, String)>) {
        let [wide, narrow] = GAPS.map(|gap| (gap, self.fitting_with(gap, width)));
        if narrow.1.len() > wide.1.len() { narrow } else { wide }
    }

    fn fitting_with(&self, gap: u16, width: u16) -> Vec<&'a (String, String)> {
        let (first, last) = self.hints.split_at(self.hints.len() - self.keep);
        let wide = |(key, words): &(String, String)| columns(key) + 1 + columns(words) + gap;
        let mut room = width.saturating_add(gap).saturating_sub(last.iter().map(wide).sum());
        let fits = first.iter().take_while(|hint| {
            let left = room.checked_sub(wide(hint));
            room = left.unwrap_or(room);
            left.is_some()
        });
        fits.chain(last).collect()
    }
}

impl Widget for &Footer<'_> {
    fn render(self, area: Rect, buffer: &mut Buffer) {
        let mut rest = area;
        let (gap, hints) = self.fitting(area.width);
        for (key, words) in hints {
            rest = after(rest, put(buffer, rest, key, self.theme.style(Meaning::Key)) + 1);
            rest = after(rest, put(buffer, rest, words, self.theme.style(Meaning::Muted)) + gap);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::widgets::screen_text;

    fn line(width: u16, keep: usize) -> String {
        let hints = [("Enter", "打开"), ("F2", "新的一户"), ("F4", "汇总"), ("F1", "帮助")];
        let hints = hints.map(|(key, words)| (key.to_owned(), words.to_owned()));
        let mut buffer = Buffer::empty(Rect::new(0, 0, width, 1));
        (&Footer::new(Theme::default(), &hints).keep_last(keep)).render(buffer.area, &mut buffer);
        screen_text(&buffer)
    }

    #[test]
    fn what_does_not_fit_is_left_out_whole_but_help_stays() {
        assert_eq!(line(60, 1), "Enter 打开   F2 新的一户   F4 汇总   F1 帮助\n");
        assert_eq!(line(41, 1), "Enter 打开  F2 新的一户  F4 汇总  F1 帮助\n");
        assert_eq!(line(34, 1), "Enter 打开   F2 新的一户   F1 帮助\n");
        assert_eq!(line(34, 0), "Enter 打开   F2 新的一户   F4 汇总\n");
        assert_eq!(line(12, 1), "F1 帮助\n");
        assert_eq!(line(5, 1), "F1 ..\n");
    }
}
