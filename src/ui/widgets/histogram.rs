//! How numbers are spread: one upright bar a class, its count above it, the bounds of the classes below.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use super::bars::length;
use super::draw::{after, columns, put, row};
use crate::locale::{Align, pad};
use crate::ui::theme::{Meaning, Theme};

/// Classes of equal width from left to right.
#[derive(Debug, Clone)]
pub struct Histogram<'a> {
    counts: &'a [u64],
    bounds: &'a [String],
    theme: Theme,
}

impl<'a> Histogram<'a> {
    /// The count of each class, and the bounds of the classes: one more than there are classes.
    #[must_use]
    pub fn new(theme: Theme, counts: &'a [u64], bounds: &'a [String]) -> Self {
        Self { counts, bounds, theme }
    }

    /// Columns a class takes.
    fn class_columns(&self, width: u16) -> u16 {
        let classes = u16::try_from(self.counts.len()).unwrap_or(u16::MAX).max(1);
        (width / classes).min(8)
    }
}

impl Widget for &Histogram<'_> {
    fn render(self, area: Rect, buffer: &mut Buffer) {
        let area = area.intersection(buffer.area);
        let wide = self.class_columns(area.width);
        // A row above for counts, one below for bounds.
        if wide == 0 || area.height < 3 || self.counts.is_empty() {
            return;
        }
        let room = area.height - 2;
        let most = self.counts.iter().copied().max().unwrap_or(0);
        let bar = self.theme.bar().repeat(usize::from(wide.saturating_sub(1).max(1)));
        for (n, count) in (0u16..).zip(self.counts) {
            let class = Rect { width: wide, ..after(area, n * wide) };
            let high = length(*count, most, room);
            for y in 0..high {
                let place = row(class, area.height - 2 - y);
                buffer.set_stringn(place.x, place.y, &bar, wide.into(), self.theme.style(Meaning::Bar));
            }
            let number = count.to_string();
            if columns(&number) < wide.max(2) {
                let place = row(class, area.height - 2 - high);
                put(
                    buffer,
                    place,
                    &pad(&number, usize::from(wide.saturating_sub(1).max(1)), Align::Centre),
                    self.theme.style(Meaning::Accent),
                );
            }
        }
        self.draw_bounds(row(area, area.height - 1), wide, buffer);
    }
}

impl Histogram<'_> {
    /// Writes as many bounds under their edges as fit without touching.
    fn draw_bounds(&self, line: Rect, wide: u16, buffer: &mut Buffer) {
        let mut free = 0;
        for (n, bound) in (0u16..).zip(self.bounds) {
            let at = n * wide;
            if at >= free && at + columns(bound) <= line.width {
                put(buffer, after(line, at), bound, self.theme.style(Meaning::Muted));
                free = at + columns(bound) + 1;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::widgets::screen_text;

    fn drawn(counts: &[u64], width: u16, height: u16) -> String {
        let bounds: Vec<String> = (0..=counts.len()).map(|n| (n * 10).to_string()).collect();
        let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
        (&Histogram::new(Theme::default(), counts, &bounds)).render(buffer.area, &mut buffer);
        screen_text(&buffer)
    }

    #[test]
    fn classes_stand_side_by_side_with_their_counts() {
        insta::assert_snapshot!(drawn(&[2, 12, 24, 6, 0, 1], 30, 7), @r"
                   24
                  ####
              12  ####
             #### ####
         2   #### ####  6         1
        #### #### #### ####  0   ####
        0    10   20   30   40   50
        ");
    }

    #[test]
    fn narrow_classes_drop_numbers_before_bars() {
        insta::assert_snapshot!(drawn(&[2, 120, 240, 60, 0, 10], 14, 5), @r"
            #
        2 # #
        # # # # 0 #
        0 10  30  50
        ");
        for (width, height) in [(0, 0), (3, 9), (30, 2)] {
            assert_eq!(drawn(&[1, 2, 3, 4], width, height).trim(), "");
        }
    }
}
