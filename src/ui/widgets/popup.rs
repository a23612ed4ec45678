//! A box in the middle of the screen over what was there.
//!
//! Drawing it also blanks the column left of it where a wide character would spill over the border.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::{Block, Clear, Widget};

use super::draw::{columns, put};
use crate::ui::theme::{Meaning, Theme};

/// A box with a title; what stands in it is drawn by the caller into [`Popup::inner`].
#[derive(Debug, Clone)]
pub struct Popup<'a> {
    title: &'a str,
    theme: Theme,
    width: u16,
    height: u16,
}

impl<'a> Popup<'a> {
    /// A box around `width` columns and `height` rows of content.
    #[must_use]
    pub fn new(theme: Theme, title: &'a str, width: u16, height: u16) -> Self {
        Self { title, theme, width, height }
    }

    /// Where the box stands in the middle of `outer`, border included, never larger than it.
    #[must_use]
    pub fn area(&self, outer: Rect) -> Rect {
        let width = self.width.saturating_add(4).min(outer.width);
        let height = self.height.saturating_add(2).min(outer.height);
        let (x, y) = ((outer.width - width) / 2, (outer.height - height) / 2);
        Rect { x: outer.x + x, y: outer.y + y, width, height }
    }

    /// Where the content goes: inside the border, a column free on both sides.
    #[must_use]
    pub fn inner(&self, outer: Rect) -> Rect {
        let area = self.area(outer);
        Rect {
            x: area.x + 2.min(area.width),
            y: area.y + 1.min(area.height),
            width: area.width.saturating_sub(4),
            height: area.height.saturating_sub(2),
        }
    }
}

impl Widget for &Popup<'_> {
    /// Draws the empty box in the middle of `outer`.
    fn render(self, outer: Rect, buffer: &mut Buffer) {
        let area = self.area(outer.intersection(buffer.area));
        if area.x > buffer.area.x {
            for y in area.top()..area.bottom() {
                let cell = &mut buffer[(area.x - 1, y)];
                if columns(cell.symbol()) > 1 {
                    cell.set_symbol(" ");
                }
            }
        }
        Clear.render(area, buffer);
        Block::bordered()
            .border_set(self.theme.border())
            .border_style(self.theme.style(Meaning::Border))
            .render(area, buffer);
        let title = Rect { x: area.x + 2.min(area.width), width: area.width.saturating_sub(4), ..area };
        if !self.title.is_empty() && title.width > 2 {
            put(buffer, title, &format!(" {} ", self.title), self.theme.style(Meaning::Title));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::widgets::screen_text;

    #[test]
    fn a_wide_character_does_not_spill_over_the_border() {
        let outer = Rect::new(0, 0, 20, 5);
        let mut buffer = Buffer::empty(outer);
        for y in 0..5 {
            put(&mut buffer, Rect::new(0, y, 20, 1), "院落改造意见征集院落", ratatui::style::Style::new());
        }
        let popup = Popup::new(Theme::default(), "删除", 6, 1);
        (&popup).render(outer, &mut buffer);
        put(&mut buffer, popup.inner(outer), "好吗？", ratatui::style::Style::new());
        insta::assert_snapshot!(screen_text(&buffer), @r"
        院落改造意见征集院落
        院落 +- 删除 -+ 院落
        院落 | 好吗？ | 院落
        院落 +--------+ 院落
        院落改造意见征集院落
        ");
    }

    #[test]
    fn a_box_larger_than_the_screen_is_cut_to_it() {
        let outer = Rect::new(0, 0, 10, 3);
        let popup = Popup::new(Theme::default(), "院落改造意见征集", 60, 20);
        assert_eq!(popup.area(outer), outer);
        let mut buffer = Buffer::empty(outer);
        (&popup).render(outer, &mut buffer);
        insta::assert_snapshot!(screen_text(&buffer), @r"
        +- 院..--+
        |        |
        +--------+
        ");
        (&popup).render(Rect::new(0, 0, 0, 0), &mut buffer);
    }
}
