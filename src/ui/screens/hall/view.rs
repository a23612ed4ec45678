//! One question, one figure, few words, in the middle of the screen.

use ratatui::{Frame, layout::Rect, widgets::Widget};

use super::sight::Sight;
use crate::{
    app::Ctx,
    locale::{width, wrap},
    ui::{
        theme::{Meaning, Theme},
        widgets::{DIGIT_ROWS, Digits, put},
    },
};

/// Draws what the hall sees.
pub fn draw(sight: &Sight, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
    let theme = Theme::of(ctx);
    let columns = area.width.saturating_sub(4);
    let question: Vec<&str> = wrap(&sight.question, columns.into()).into_iter().take(2).collect();
    let asked = u16::try_from(question.len()).unwrap_or(2);
    let words = wrap(&sight.words, columns.into()).into_iter().next().unwrap_or_default();
    let bar = u16::from(sight.full.is_some());
    let room = area.height.saturating_sub(asked + 5 + 2 * bar).max(DIGIT_ROWS);
    let digits = Digits::new(theme, &sight.figure).meaning(sight.meaning).fitting(columns, room);
    let tall = if sight.figure.is_empty() { 0 } else { digits.height() };
    let used = asked + 2 + tall + 2 + 1 + 2 * bar;
    let mut y = area.y + area.height.saturating_sub(used) / 2;
    for line in question {
        middle(frame, Rect { y, height: 1, ..area }, line, Meaning::Title, theme);
        y += 1;
    }
    y += 2;
    if tall > 0 {
        let wide = digits.width().min(columns);
        let place = Rect { x: area.x + (area.width - wide) / 2, y, width: wide, height: tall };
        digits.render(place.intersection(area), frame.buffer_mut());
        y += tall + 2;
    }
    if let Some(full) = sight.full {
        thermometer(frame, Rect { x: area.x + 2, y, width: columns, height: 1 }, full, theme);
        y += 2;
    }
    middle(frame, Rect { y, height: 1, ..area }, words, sight.meaning, theme);
}

fn middle(frame: &mut Frame<'_>, row: Rect, text: &str, meaning: Meaning, theme: Theme) {
    let wide = u16::try_from(width(text)).unwrap_or(u16::MAX).min(row.width);
    let place = Rect { x: row.x + (row.width - wide) / 2, width: wide, ..row };
    put(frame.buffer_mut(), place, text, theme.style(meaning));
}

/// How full a target is; the numbers stand above and below.
fn thermometer(frame: &mut Frame<'_>, row: Rect, full: u16, theme: Theme) {
    let filled = u32::from(row.width) * u32::from(full) / 1000;
    let filled = usize::try_from(filled).unwrap_or_default();
    let bar = theme.bar().repeat(filled);
    let rest = theme.rule().repeat(usize::from(row.width).saturating_sub(filled));
    let took = put(frame.buffer_mut(), row, &bar, theme.style(Meaning::Bar));
    let after = Rect { x: row.x + took, width: row.width - took, ..row };
    put(frame.buffer_mut(), after, &rest, theme.style(Meaning::Border));
}
