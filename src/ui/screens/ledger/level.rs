//! A level bar of two sums in a whole: what is there in full marks, what is promised in thin ones.

use ratatui::{Frame, layout::Rect};

use crate::ui::{
    theme::{Meaning, Theme},
    widgets::put,
};

/// Draws `(held, promised, whole)` into a row, brackets around it. `promised` holds what is held too. Anything above
/// nothing leaves a mark, and the bar is full only when the whole is reached.
pub fn level(theme: Theme, frame: &mut Frame<'_>, row: Rect, (held, promised, whole): (i64, i64, i64)) {
    let room = row.width.saturating_sub(2);
    let at = |x: u16| Rect { x: row.x + x.min(row.width), width: row.width.saturating_sub(x), ..row };
    let (full, thin) = (length(held, whole, room), length(promised.max(held), whole, room));
    put(frame.buffer_mut(), at(0), "[", theme.style(Meaning::Border));
    put(frame.buffer_mut(), at(1), &theme.bar().repeat(full.into()), theme.style(Meaning::Bar));
    put(frame.buffer_mut(), at(1 + full), &"-".repeat(thin.saturating_sub(full).into()), theme.style(Meaning::Bar));
    put(frame.buffer_mut(), at(1 + room), "]", theme.style(Meaning::Border));
}

fn length(part: i64, whole: i64, room: u16) -> u16 {
    if part <= 0 || whole <= 0 {
        return 0;
    }
    let exact = i128::from(part.min(whole)) * i128::from(room) / i128::from(whole);
    u16::try_from(exact).unwrap_or(room).max(1).min(room)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_is_full_only_when_all_is_there() {
        for (part, whole, columns) in [
            (0, 10, 0),
            (1, 1_000, 1),
            (5, 10, 20),
            (9_999, 10_000, 39),
            (10, 10, 40),
            (99, 10, 40),
            (5, 0, 0),
            (-1, 9, 0),
        ] {
            assert_eq!(length(part, whole, 40), columns, "{part}/{whole}");
        }
        assert_eq!(length(i64::MAX, i64::MAX, 40), 40);
    }
}
