//! How Home is drawn.

use ratatui::{Frame, layout::Rect};

use super::HomeScreen;
use crate::{
    app::Ctx,
    locale::{Counted, count, width},
    store::Figures,
    tr,
    ui::{
        theme::{Meaning, SELECTED, Theme},
        widgets::put,
    },
};

/// Columns of the list at most: what a line leads to and its figure belong together.
const FAR: u16 = 100;

impl HomeScreen {
    pub(super) fn draw(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        let figures = Rect { x: area.x + 2, width: area.width.min(FAR) - 3, height: 1, ..area };
        self.draw_figures(ctx, frame, figures);
        let columns = self.lines.iter().map(|line| width(&Self::group_name(line.group, ctx).0)).max();
        let columns = u16::try_from(columns.unwrap_or_default() + 2).unwrap_or(12);
        let list = Rect { y: area.y + 2, height: area.height - 2, width: area.width.min(FAR), ..area };
        let apart = |at: usize| {
            let group = self.lines[at].group;
            at > 0 && group != self.lines[at - 1].group && group.stands_apart()
        };
        let groups = (0..self.lines.len()).filter(|at| apart(*at)).count();
        let airy = self.lines.len() + groups <= usize::from(list.height);
        let shown = usize::from(list.height);
        let first = self.cursor.current().unwrap_or_default().saturating_sub(shown.saturating_sub(1));
        let mut y = list.y;
        self.cursor.spots().clear();
        for at in first..self.lines.len() {
            if airy && apart(at) {
                y += 1;
            }
            if y >= list.bottom() {
                break;
            }
            let row = Rect { y, height: 1, ..list };
            self.draw_line(at, ctx, frame, row, columns);
            self.cursor.spots().add(row, at);
            y += 1;
        }
    }

    fn draw_figures(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        let l = &ctx.locale;
        let theme = Theme::of(ctx);
        let Figures { today, drafts, responses, sessions, .. } = self.figures;
        let left = tr!(l, "home-today", responses = count(l, Counted::Responses, today), drafts = drafts);
        let all = (count(l, Counted::Responses, responses), count(l, Counted::Sessions, sessions));
        let right = tr!(l, "home-all", responses = all.0, sessions = all.1);
        let wide = u16::try_from(width(&right)).unwrap_or(u16::MAX).min(area.width);
        put(frame.buffer_mut(), area, &left, theme.style(Meaning::Accent));
        // In a narrow window today matters more than all.
        if width(&left) + 2 + usize::from(wide) > usize::from(area.width) {
            return;
        }
        let right_area = Rect { x: area.right() - wide, width: wide, ..area };
        put(frame.buffer_mut(), right_area, &right, theme.style(Meaning::Accent));
    }

    fn draw_line(&self, at: usize, ctx: &Ctx, frame: &mut Frame<'_>, row: Rect, columns: u16) {
        let Some(line) = self.lines.get(at) else { return };
        let theme = Theme::of(ctx);
        let selected = self.cursor.current() == Some(at);
        let base = theme.style(if selected { Meaning::Selected } else { Meaning::Text });
        if selected {
            frame.buffer_mut().set_style(row, base);
            put(frame.buffer_mut(), row, SELECTED, base);
        }
        let (mut name, key) = Self::group_name(line.group, ctx);
        let first = at == 0 || self.lines[at - 1].group != line.group;
        if !first {
            name.clear();
        }
        let part = |x: u16, width: u16| Rect { x: row.x + x, width: width.min(row.width.saturating_sub(x)), ..row };
        let label = base.patch(theme.style(Meaning::Label));
        put(frame.buffer_mut(), part(2, columns), &name, label);
        let (words, note) = self.words(line, ctx);
        let key = key.filter(|_| first).map(|key| key.label(&ctx.locale)).unwrap_or_default();
        // The key and the note stand at the right, the note in a column of its own.
        let key_columns = 5;
        let note_columns = u16::try_from(width(&note)).unwrap_or(u16::MAX);
        let note_at = row.width.saturating_sub(key_columns + note_columns + 2);
        let words_at = 2 + columns;
        let room =
            if note.is_empty() { row.width.saturating_sub(key_columns) } else { note_at }.saturating_sub(words_at + 2);
        put(frame.buffer_mut(), part(words_at, room), fitting(&words, room), base);
        put(frame.buffer_mut(), part(note_at, note_columns), &note, base.patch(theme.style(Meaning::Muted)));
        put(
            frame.buffer_mut(),
            part(row.width.saturating_sub(key_columns), key_columns),
            &key,
            theme.style(Meaning::Key),
        );
    }
}

/// As many of the parts of a line, two spaces between them, as fit; the first two are cut rather than left out.
fn fitting(words: &str, room: u16) -> &str {
    let mut shown = words;
    while width(shown) > usize::from(room)
        && let Some((before, _)) = shown.rsplit_once("  ")
        && before.contains("  ")
    {
        shown = before;
    }
    shown
}
