//! Counts as level bars, each with its number and share beside it: a bar alone is no figure.

use std::borrow::Cow;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use super::draw::{after, columns, put, row};
use crate::locale::{Align, clean_line, grouped, pad, share};
use crate::ui::theme::{Meaning, Theme};

/// Columns between label, number, share and bar.
const GAP: u16 = 2;

/// One bar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bar<'a> {
    /// What is counted.
    pub label: Cow<'a, str>,
    /// How many.
    pub count: u64,
}

impl<'a> Bar<'a> {
    /// So many of what the label says.
    pub fn new(label: impl Into<Cow<'a, str>>, count: u64) -> Self {
        Self { label: label.into(), count }
    }
}

/// Bars under each other. The longest fills the room, one that counts anything is never without a mark.
#[derive(Debug, Clone)]
pub struct Bars<'a> {
    rows: &'a [Bar<'a>],
    theme: Theme,
    base: Option<u64>,
    scale: Option<u64>,
    skip: usize,
    label_columns: Option<u16>,
}

impl<'a> Bars<'a> {
    /// Bars with their numbers.
    #[must_use]
    pub fn new(theme: Theme, bars: &'a [Bar<'a>]) -> Self {
        Self { rows: bars, theme, base: None, scale: None, skip: 0, label_columns: None }
    }

    /// Shows each count's share of `base` too.
    #[must_use]
    pub fn base(mut self, base: u64) -> Self {
        self.base = Some(base);
        self
    }

    /// The count that fills the room, when bars of several groups are to be compared.
    #[must_use]
    pub fn scale(mut self, most: u64) -> Self {
        self.scale = Some(most);
        self
    }

    /// Leaves out the first `n` bars: scrolled past.
    #[must_use]
    pub fn skip(mut self, n: usize) -> Self {
        self.skip = n;
        self
    }

    /// Gives the labels a fixed number of columns.
    #[must_use]
    pub fn label_columns(mut self, columns: u16) -> Self {
        self.label_columns = Some(columns);
        self
    }
}

/// Length of a bar of `count` where `most` fills `room`, rounded to the nearest, at least 1 for a count above 0.
pub(super) fn length(count: u64, most: u64, room: u16) -> u16 {
    if count == 0 || most == 0 {
        return 0;
    }
    let (count, most, wide) = (u128::from(count.min(most)), u128::from(most), u128::from(room));
    u16::try_from((count * wide * 2 + most) / (most * 2)).unwrap_or(room).max(1).min(room)
}

impl Widget for &Bars<'_> {
    fn render(self, area: Rect, buffer: &mut Buffer) {
        let area = area.intersection(buffer.area);
        let most = self.scale.or_else(|| self.rows.iter().map(|bar| bar.count).max()).unwrap_or(0);
        let widest = self.rows.iter().map(|bar| columns(&clean_line(&bar.label))).max().unwrap_or(0);
        let label = self.label_columns.unwrap_or_else(|| widest.min(area.width * 2 / 5));
        let written = |count: u64| grouped(i64::try_from(count).unwrap_or(i64::MAX));
        let number = self.rows.iter().map(|bar| columns(&written(bar.count))).max().unwrap_or(0);
        for (y, bar) in (0..area.height).zip(self.rows.iter().skip(self.skip)) {
            let line = row(area, y);
            let words = pad(&clean_line(&bar.label), label.into(), Align::Left);
            put(buffer, line, &words, self.theme.style(Meaning::Text));
            let mut at = after(line, label + GAP);
            let count = pad(&written(bar.count), number.into(), Align::Right);
            put(buffer, at, &count, self.theme.style(Meaning::Accent));
            at = after(at, number + GAP);
            if let Some(base) = self.base {
                let share = pad(&share(bar.count, base), 6, Align::Right);
                put(buffer, at, &share, self.theme.style(Meaning::Text));
                at = after(at, 6 + GAP);
            }
            let bar = self.theme.bar().repeat(length(bar.count, most, at.width).into());
            buffer.set_stringn(at.x, at.y, bar, at.width.into(), self.theme.style(Meaning::Bar));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::widgets::screen_text;

    #[test]
    fn numbers_always_stand_beside_the_bars() {
        let bars =
            [Bar::new("外墙脱落", 89), Bar::new("非机动车停车、充电", 77), Bar::new("其他", 1), Bar::new("没有", 0)];
        let mut buffer = Buffer::empty(Rect::new(0, 0, 60, 4));
        (&Bars::new(Theme::default(), &bars).base(131)).render(buffer.area, &mut buffer);
        insta::assert_snapshot!(screen_text(&buffer), @r"
        外墙脱落            89   67.9%  ############################
        非机动车停车、充电  77   58.8%  ########################
        其他                 1    0.8%  #
        没有                 0    0.0%
        ");
        let mut buffer = Buffer::empty(Rect::new(0, 0, 24, 2));
        (&Bars::new(Theme::default(), &bars).skip(1)).render(buffer.area, &mut buffer);
        insta::assert_snapshot!(screen_text(&buffer), @r"
        非机动..   77  ########
        其他        1  #
        ");
    }

    #[test]
    fn lengths_are_in_proportion() {
        let rows = [
            (0, 10, 20, 0),
            (10, 10, 20, 20),
            (5, 10, 20, 10),
            (1, 1000, 20, 1),
            (3, 0, 20, 0),
            (9, 3, 20, 20),
            (1, 1, 0, 0),
        ];
        for (count, most, room, long) in rows {
            assert_eq!(length(count, most, room), long, "{count} of {most} in {room}");
        }
        assert_eq!(length(u64::MAX, u64::MAX, 40), 40);
    }
}
