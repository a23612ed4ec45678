//! How the list of matters looks: what narrows it, the table, and the selected one in full.

use ratatui::{Frame, layout::Rect, widgets::Widget};

use super::{
    super::ledger::{Foot, Said},
    screen::MattersScreen,
};
use crate::{
    app::Ctx,
    domain::matter::{Line, Step},
    locale::{month_day, programme_words, raised_words, step_words, width, wrap},
    tr,
    ui::{
        theme::{CHECKED, Meaning, Theme},
        widgets::{Column, Field, Table, TableCell, put},
    },
};

/// Rows below the table for the selected matter.
const FOOT: u16 = 6;

impl MattersScreen {
    pub(super) fn draw(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        let l = &ctx.locale;
        let theme = Theme::of(ctx);
        let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
        if let Some(places) = &self.places {
            places.draw(ctx, frame, inner);
            return;
        }
        let mut y = inner.y;
        if let Some(line) = &self.line {
            let (title, hint) = (tr!(l, "matters-new"), tr!(l, "matters-new-hint"));
            let foot = Foot { title: &title, hint: &hint, wrong: "" };
            let said = [Said::new(tr!(l, "sorting-new-title"), String::new())];
            line.draw(ctx, frame, Rect { height: 3, ..inner }, &said, &foot);
            y += 4;
        } else {
            let (label, hint) = (tr!(l, "matters-find"), tr!(l, "matters-find-hint"));
            let at = Rect { width: inner.width.min(44), height: 1, ..inner };
            let field = Field::new(theme, &self.search).label(&label).placeholder(&hint).focused(true);
            field.render(at, frame.buffer_mut());
            if let Some(cursor) = field.cursor(at) {
                frame.set_cursor_position(cursor);
            }
            let narrowed = self.narrowed(ctx);
            let way_out = if self.is_narrowed() { tr!(l, "matters-widen") } else { String::new() };
            let beside = inner.right().saturating_sub(at.right() + 2);
            let wide = u16::try_from(width(&narrowed) + width(&way_out) + 3).unwrap_or(u16::MAX);
            y += 2;
            let mut row = Rect { x: at.right() + 2, width: beside, ..at };
            if wide > beside {
                // Below the search where it is too long to stand beside it.
                row = Rect { y: inner.y + 1, height: 1, ..inner };
                y += 1;
            }
            let took = put(frame.buffer_mut(), row, &narrowed, theme.style(Meaning::Accent)) + 3;
            row = Rect { x: row.x + took, width: row.width.saturating_sub(took), ..row };
            put(frame.buffer_mut(), row, &way_out, theme.style(Meaning::Muted));
        }
        let foot = if self.rows.is_empty() { 0 } else { FOOT };
        let body = Rect { y, height: area.bottom().saturating_sub(y + foot), ..area };
        if self.board && !self.rows.is_empty() {
            self.draw_board(ctx, frame, body);
        } else {
            self.draw_table(ctx, frame, body);
        }
        if let Some(row) = self.current() {
            let y = body.bottom();
            self.draw_foot(row, ctx, frame, Rect { y, height: foot, ..inner });
        }
    }

    fn draw_table(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        let l = &ctx.locale;
        let columns = [
            Column::new("", 2),
            Column::new(tr!(l, "matters-column-step"), 10),
            Column::growing(tr!(l, "matters-column-title"), 20).up_to(44),
            Column::number(tr!(l, "matters-column-households"), 10),
            Column::growing(tr!(l, "matters-column-concern"), 12).up_to(24),
            Column::number(tr!(l, "matters-column-days"), 8),
        ];
        let now = ctx.now();
        let cells = |at: usize| -> Vec<TableCell<'_>> {
            let Some(row) = self.row(at) else { return Vec::new() };
            let days = (now.date_naive() - row.since.date_naive()).num_days().max(0);
            vec![
                if self.picked.contains(&row.matter) { CHECKED } else { "" }.into(),
                TableCell::new(step_words(l, row.step), meaning(row.step)),
                row.about.title.as_str().into(),
                if row.raised.heard == 0 {
                    String::new()
                } else {
                    format!("{}/{}", row.raised.households, row.raised.heard)
                }
                .into(),
                TableCell::new(self.concern(&row.about.concern), Meaning::Muted),
                TableCell::new(if row.step.is_open() { days.to_string() } else { String::new() }, Meaning::Muted),
            ]
        };
        let empty = if self.reading.is_some() {
            tr!(l, "matters-reading")
        } else if self.all.is_empty() {
            tr!(l, "matters-none")
        } else {
            tr!(l, "matters-none-such")
        };
        let table = Table::new(Theme::of(ctx), &self.table, &columns, &cells);
        table.empty(&empty).focused(self.line.is_none()).render(area, frame.buffer_mut());
    }

    fn draw_foot(&self, row: &Line, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        let l = &ctx.locale;
        let theme = Theme::of(ctx);
        let mut facts = vec![step_words(l, row.step), self.concern(&row.about.concern).to_owned()];
        facts.extend(row.about.programme.map(|programme| programme_words(l, programme)));
        facts.push(row.about.place.names().join(" "));
        facts.retain(|fact| !fact.is_empty());
        let (on, n) = (month_day(row.since.date_naive()), row.suggestions);
        let from = [tr!(l, "matters-raised-on", on = on), tr!(l, "matters-suggestions", n = n)];
        let mut lines = vec![
            (row.about.title.clone(), Meaning::Title),
            (facts.join(" · "), Meaning::Text),
            (from.join(" · "), Meaning::Muted),
        ];
        if row.raised.is_any() {
            let raised = raised_words(l, &row.raised, self.concern(&row.about.concern));
            lines.extend(wrap(&raised, area.width.into()).into_iter().map(|line| (line.to_string(), Meaning::Muted)));
        }
        for (n, (words, meaning)) in (1..area.height).zip(lines) {
            put(frame.buffer_mut(), Rect { y: area.y + n, height: 1, ..area }, &words, theme.style(meaning));
        }
    }
}

/// The colour of a step; its word says the same.
pub(super) fn meaning(step: Step) -> Meaning {
    match step {
        Step::Raised | Step::Sorted => Meaning::Text,
        Step::Discussed | Step::Decided | Step::Funded => Meaning::Accent,
        Step::UnderWay => Meaning::Warn,
        Step::Done | Step::Checked => Meaning::Good,
        Step::Dropped => Meaning::Muted,
    }
}
