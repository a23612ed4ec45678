//! Text longer than the screen, to read and scroll through.

use std::cell::{Cell, RefCell};

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use super::Typing;
use super::draw::{put, row};
use crate::locale::{clean_text, wrap};
use crate::ui::theme::{Meaning, Theme};

/// Paragraphs, each with a meaning, and how far one has read.
#[derive(Debug, Default)]
pub struct PageState {
    paragraphs: Vec<(Meaning, String)>,
    top: Cell<usize>,
    height: Cell<u16>,
    /// The wrapped lines and the width they are wrapped to: wrapped anew only when it changes.
    lines: RefCell<(u16, Vec<(Meaning, String)>)>,
}

/// The line on top after a key, where `top` was and `height` lines are in view; past the end for the last.
#[must_use]
pub fn scrolled(top: usize, height: u16, typing: &Typing) -> usize {
    let page = usize::from(height).saturating_sub(1).max(1);
    match typing {
        Typing::Up => top.saturating_sub(1),
        Typing::Down => top + 1,
        Typing::PageUp => top.saturating_sub(page),
        Typing::PageDown => top + page,
        Typing::Home => 0,
        Typing::End => usize::MAX,
        _ => top,
    }
}

impl PageState {
    /// Plain text.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self::of(vec![(Meaning::Text, text.to_owned())])
    }

    /// Paragraphs with their meanings, one under the other.
    #[must_use]
    pub fn of(paragraphs: Vec<(Meaning, String)>) -> Self {
        Self { paragraphs, ..Self::default() }
    }

    /// Scrolls; says whether the view moved.
    pub fn apply(&mut self, typing: &Typing) -> bool {
        let before = self.top.get();
        self.top.set(scrolled(before, self.height.get(), typing).min(self.last_top()));
        self.top.get() != before
    }

    /// The first and the last line in view, from 1, and the number of lines, as last drawn.
    #[must_use]
    pub fn position(&self) -> (usize, usize, usize) {
        let total = self.lines.borrow().1.len();
        let first = self.top.get();
        ((first + 1).min(total), (first + usize::from(self.height.get())).min(total), total)
    }

    fn last_top(&self) -> usize {
        self.lines.borrow().1.len().saturating_sub(self.height.get().into())
    }

    fn wrap_to(&self, width: u16) {
        let mut lines = self.lines.borrow_mut();
        if lines.0 != width || lines.1.is_empty() {
            lines.0 = width;
            lines.1.clear();
            for (meaning, text) in &self.paragraphs {
                let clean = clean_text(text);
                lines.1.extend(wrap(&clean, width.into()).into_iter().map(|line| (*meaning, line.to_owned())));
            }
        }
    }
}

/// Draws a [`PageState`].
#[derive(Debug)]
pub struct Page<'a> {
    state: &'a PageState,
    theme: Theme,
}

impl<'a> Page<'a> {
    /// The page as far as it was scrolled.
    #[must_use]
    pub fn new(theme: Theme, state: &'a PageState) -> Self {
        Self { state, theme }
    }
}

impl Widget for &Page<'_> {
    fn render(self, area: Rect, buffer: &mut Buffer) {
        let area = area.intersection(buffer.area);
        if area.is_empty() {
            return;
        }
        self.state.wrap_to(area.width);
        self.state.height.set(area.height);
        let top = self.state.top.get().min(self.state.last_top());
        self.state.top.set(top);
        for (y, (meaning, line)) in (0..area.height).zip(self.state.lines.borrow().1.iter().skip(top)) {
            put(buffer, row(area, y), line, self.theme.style(*meaning));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::widgets::screen_text;

    fn drawn(state: &PageState, width: u16, height: u16) -> String {
        let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
        (&Page::new(Theme::default(), state)).render(buffer.area, &mut buffer);
        screen_text(&buffer)
    }

    #[test]
    fn one_reads_on_page_by_page_and_never_past_the_end() {
        let mut state = PageState::of(vec![
            (Meaning::Title, "会议纪要".to_owned()),
            (Meaning::Text, "充电桩放在东门，离住户远一点。\n\n散会。".to_owned()),
        ]);
        assert_eq!(drawn(&state, 16, 3), "会议纪要\n充电桩放在东门，\n离住户远一点。\n");
        assert_eq!(state.position(), (1, 3, 5));
        assert!(state.apply(&Typing::PageDown));
        assert_eq!(drawn(&state, 16, 3), "离住户远一点。\n\n散会。\n");
        assert!(!state.apply(&Typing::Down));
        assert!(state.apply(&Typing::Home));
        assert!(state.apply(&Typing::End));
        assert_eq!(drawn(&state, 40, 9), "会议纪要\n充电桩放在东门，离住户远一点。\n\n散会。\n\n\n\n\n\n");
    }
}
