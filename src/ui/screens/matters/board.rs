//! The board: matters under how far they have come, beside each other where there is room, else below each other.

use ratatui::{Frame, layout::Rect};

use super::{look::meaning, screen::MattersScreen};
use crate::{
    app::Ctx,
    domain::matter::Step,
    locale::{step_words, wrap},
    tr,
    ui::{
        theme::{CHECKED, Meaning, SELECTED, Theme},
        widgets::put,
    },
};

/// The columns, each with the steps that stand in it.
const COLUMNS: [&[Step]; 6] = [
    &[Step::Raised, Step::Sorted],
    &[Step::Discussed],
    &[Step::Decided, Step::Funded],
    &[Step::UnderWay],
    &[Step::Done],
    &[Step::Checked, Step::Dropped],
];

/// Columns of the terminal from which the board's columns stand beside each other.
const BESIDE: u16 = 110;

/// The column a step stands in.
pub(super) fn column(step: Step) -> usize {
    COLUMNS.iter().position(|steps| steps.contains(&step)).unwrap_or_default()
}

impl MattersScreen {
    pub(super) fn draw_board(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        self.table.spots().clear();
        if area.width >= BESIDE { self.draw_beside(ctx, frame, area) } else { self.draw_stacked(ctx, frame, area) }
    }

    fn head(at: usize, ctx: &Ctx) -> String {
        let l = &ctx.locale;
        let words: Vec<String> = COLUMNS[at].iter().map(|step| step_words(l, *step)).collect();
        words.join(&tr!(l, "matters-or"))
    }

    fn of(&self, column_at: usize) -> impl Iterator<Item = usize> {
        (0..self.rows.len()).filter(move |at| self.row(*at).is_some_and(|row| column(row.step) == column_at))
    }

    fn draw_beside(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        let theme = Theme::of(ctx);
        let wide = area.width / u16::try_from(COLUMNS.len()).unwrap_or(1);
        for (n, x) in (0..COLUMNS.len()).zip((area.x..).step_by(usize::from(wide))) {
            let part = Rect { x, width: wide.saturating_sub(1), height: 1, ..area };
            let head = format!("{} {}", Self::head(n, ctx), self.of(n).count());
            put(
                frame.buffer_mut(),
                Rect { x: x + 1, width: part.width.saturating_sub(1), ..part },
                &head,
                theme.style(Meaning::Label),
            );
            let room = usize::from(area.height.saturating_sub(2)) / 3;
            let cursor = self.of(n).position(|at| self.table.current() == Some(at)).unwrap_or_default();
            let top = (cursor + 1).saturating_sub(room.max(1));
            for (k, at) in self.of(n).skip(top).take(room).enumerate() {
                let y = area.y + 2 + u16::try_from(k * 3).unwrap_or(0);
                self.draw_card(at, ctx, frame, Rect { y, height: 2, ..part });
            }
        }
    }

    fn draw_stacked(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        let theme = Theme::of(ctx);
        // Heads and cards as lines; those around the cursor are shown.
        let mut lines: Vec<Result<usize, usize>> = Vec::new();
        for n in 0..COLUMNS.len() {
            let mut cards = self.of(n).peekable();
            if cards.peek().is_some() {
                lines.push(Err(n));
                lines.extend(cards.map(Ok));
            }
        }
        let shown = usize::from(area.height);
        let cursor = lines.iter().position(|line| line.ok() == self.table.current()).unwrap_or_default();
        let top = (cursor + 2).saturating_sub(shown);
        for (y, line) in (area.y..area.bottom()).zip(lines.into_iter().skip(top)) {
            let row = Rect { y, height: 1, ..area };
            match line {
                Err(n) => {
                    let head = format!("{} {}", Self::head(n, ctx), self.of(n).count());
                    let at = Rect { x: row.x + 1, width: row.width.saturating_sub(1), ..row };
                    put(frame.buffer_mut(), at, &head, theme.style(Meaning::Label));
                }
                Ok(at) => self.draw_card(at, ctx, frame, row),
            }
        }
    }

    fn draw_card(&self, at: usize, ctx: &Ctx, frame: &mut Frame<'_>, row: Rect) {
        let Some(card) = self.row(at) else { return };
        let theme = Theme::of(ctx);
        let selected = self.table.current() == Some(at);
        if selected {
            frame.buffer_mut().set_style(row, theme.style(Meaning::Selected));
            put(frame.buffer_mut(), row, SELECTED, theme.in_row(true, Meaning::Text));
        }
        let mark = if self.picked.contains(&card.matter) { format!("{CHECKED} ") } else { String::new() };
        let figure = if card.raised.heard == 0 { String::new() } else { card.raised.households.to_string() };
        let words = format!("{mark}{}", card.about.title);
        let room = row.width.saturating_sub(4 + u16::try_from(figure.len()).unwrap_or(0));
        let at_words = Rect { x: row.x + 2, width: room, height: 1, ..row };
        let lines = wrap(&words, usize::from(room));
        // A card of two lines has room for a long title.
        let first = lines.first().copied().filter(|_| row.height > 1).unwrap_or(&words);
        put(frame.buffer_mut(), at_words, first, theme.in_row(selected, meaning(card.step)));
        if let Some(rest) = words.strip_prefix(first).filter(|rest| row.height > 1 && !rest.is_empty()) {
            let below = Rect { y: row.y + 1, ..at_words };
            put(frame.buffer_mut(), below, rest.trim_start(), theme.in_row(selected, meaning(card.step)));
        }
        let at_figure = Rect { x: row.x + 3 + room, width: row.width.saturating_sub(3 + room), ..row };
        put(frame.buffer_mut(), at_figure, &figure, theme.in_row(selected, Meaning::Muted));
        self.table.spots().add(row, at);
    }
}
