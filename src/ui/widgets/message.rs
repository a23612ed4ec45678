//! A sentence to the person: saved, careful, wrong. The mark before it says which, the colour only repeats it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use super::draw::{after, put, row};
use crate::locale::{clean_text, wrap};
use crate::ui::theme::{DONE, Meaning, Theme, WRONG};

/// What kind of sentence it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tone {
    /// For information.
    #[default]
    Plain,
    /// Something was done.
    Good,
    /// Something should be looked at.
    Warn,
    /// Something is wrong or failed.
    Bad,
}

impl Tone {
    fn mark(self) -> &'static str {
        match self {
            Self::Plain => "",
            Self::Good => DONE,
            Self::Warn => "!",
            Self::Bad => WRONG,
        }
    }

    fn meaning(self) -> Meaning {
        match self {
            Self::Plain => Meaning::Muted,
            Self::Good => Meaning::Good,
            Self::Warn => Meaning::Warn,
            Self::Bad => Meaning::Bad,
        }
    }
}

/// A sentence on as many rows as it needs and gets.
#[derive(Debug, Clone)]
pub struct Message<'a> {
    text: &'a str,
    tone: Tone,
    theme: Theme,
}

impl<'a> Message<'a> {
    /// The sentence and its tone.
    #[must_use]
    pub fn new(theme: Theme, tone: Tone, text: &'a str) -> Self {
        Self { text, tone, theme }
    }

    /// Columns before the sentence.
    fn indent(&self) -> u16 {
        if self.tone.mark().is_empty() { 0 } else { 2 }
    }

    /// Rows it takes at this width.
    #[must_use]
    pub fn height(&self, width: u16) -> u16 {
        let clean = clean_text(self.text);
        let lines = wrap(&clean, width.saturating_sub(self.indent()).into()).len();
        u16::try_from(lines).unwrap_or(u16::MAX)
    }
}

impl Widget for &Message<'_> {
    fn render(self, area: Rect, buffer: &mut Buffer) {
        let style = self.theme.style(self.tone.meaning());
        put(buffer, area, self.tone.mark(), style);
        let place = after(area, self.indent());
        let clean = clean_text(self.text);
        let lines = wrap(&clean, place.width.into());
        for (y, line) in (0..area.height).zip(&lines) {
            // What does not fit is shown to go on.
            let cut = y + 1 == area.height && lines.len() > usize::from(area.height);
            if cut {
                put(buffer, row(place, y), &format!("{line}{}", " ".repeat(place.width.into())), style);
            } else {
                put(buffer, row(place, y), line, style);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::widgets::screen_text;

    fn drawn(tone: Tone, text: &str, width: u16, height: u16) -> String {
        let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
        (&Message::new(Theme::default(), tone, text)).render(buffer.area, &mut buffer);
        screen_text(&buffer)
    }

    #[test]
    fn the_mark_says_what_kind_it_is() {
        assert_eq!(drawn(Tone::Good, "已保存", 12, 1), "✓ 已保存\n");
        assert_eq!(drawn(Tone::Bad, "选了 4 项，最多三项", 12, 2), "✗ 选了 4\n  项，最多..\n");
        assert_eq!(drawn(Tone::Plain, "提示: 最多选三项", 20, 1), "提示: 最多选三项\n");
        assert_eq!(Message::new(Theme::default(), Tone::Warn, "选了 4 项，最多三项").height(12), 3);
    }
}
