//! How the list of matters looks: what narrows it, the table, and the selected one in full.

use ratatui::{Frame, layout::Rect, widgets::Widget};

use super::{
    super::ledger::{Foot, Said},
    screen::{MattersScreen, Row},
};
use crate::{
    app::Ctx,
    domain::matter::Step,
    locale::{month_day, programme_words, raised_words, step_words, wrap},
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
        let mut y = inner.y;
        if let Some(line) = &self.line {
            let (title, hint) = (tr!(l, "matters-new"), tr!(l, "matters-new-hint"));
            let foot = Foot { title: &title, hint: &hint, wrong: &self.wrong };
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
            let beside =
                Rect { x: at.right() + 2, width: inner.right().saturating_sub(at.right() + 2), height: 1, ..inner };
            put(frame.buffer_mut(), beside, &self.narrowed(ctx), theme.style(Meaning::Accent));
            y += 2;
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
            Self::draw_foot(row, ctx, frame, Rect { y, height: foot, ..inner });
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
                if self.picked.contains(&row.id) { CHECKED } else { "" }.into(),
                TableCell::new(step_words(l, row.step), meaning(row.step)),
                row.about.title.as_str().into(),
                if row.raised.heard == 0 {
                    String::new()
                } else {
                    format!("{}/{}", row.raised.households, row.raised.heard)
                }
                .into(),
                TableCell::new(row.concern.as_str(), Meaning::Muted),
                TableCell::new(if row.is_open() { days.to_string() } else { String::new() }, Meaning::Muted),
            ]
        };
        let empty = if self.reading.is_some() {
            tr!(l, "matters-reading")
        } else if self.all.is_empty() {
            tr!(l, "matters-none")
        } else {
            tr!(l, "ui-nothing-found")
        };
        let table = Table::new(Theme::of(ctx), &self.table, &columns, &cells);
        table.empty(&empty).focused(self.line.is_none()).render(area, frame.buffer_mut());
    }

    fn draw_foot(row: &Row, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        let l = &ctx.locale;
        let theme = Theme::of(ctx);
        let mut facts = vec![step_words(l, row.step), row.concern.clone()];
        facts.extend(row.about.programme.map(|programme| programme_words(l, programme)));
        facts.push(row.about.place.0.join(" "));
        facts.retain(|fact| !fact.is_empty());
        let (on, n) = (month_day(row.since.date_naive()), row.suggestions);
        let from = [tr!(l, "matters-raised-on", on = on), tr!(l, "matters-suggestions", n = n)];
        let mut lines = vec![
            (row.about.title.clone(), Meaning::Title),
            (facts.join(" · "), Meaning::Text),
            (from.join(" · "), Meaning::Muted),
        ];
        if row.raised.is_any() {
            let raised = raised_words(l, &row.raised, &row.concern);
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
