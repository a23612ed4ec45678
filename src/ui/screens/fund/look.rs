//! How a fund looks: what is left as a bar with its numbers, then sources, allocations and proposals.

use ratatui::{Frame, layout::Rect, widgets::Widget};

use super::{
    super::ledger::{Foot, Said, level},
    screen::{Asked, FundScreen, Row},
};
use crate::{
    app::Ctx,
    domain::meeting::ledger::Fund,
    locale::{money, width},
    tr,
    ui::{
        theme::{Meaning, Theme},
        widgets::{Column, Table, TableCell, put},
    },
};

impl FundScreen {
    pub(super) fn draw(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
        let mut y = inner.y;
        if self.asking.is_open() {
            self.draw_line(ctx, frame, Rect { height: 3, ..inner });
            y += 4;
        }
        if let Some(fund) = self.fund(ctx) {
            draw_sums(fund, ctx, frame, Rect { y, height: 2, ..inner });
            y += 3;
        }
        if y < area.bottom() {
            self.draw_table(ctx, frame, Rect { y, height: area.bottom() - y, ..area });
        }
    }

    fn draw_line(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        let l = &ctx.locale;
        let Some((asked, line)) = self.asking.get() else { return };
        let left = self.fund(ctx).map_or(0, Fund::left);
        let bare = |label: String| Said::new(label, String::new());
        let amount = || bare(tr!(l, "pledges-amount"));
        let can = tr!(l, "fund-can", left = money(l, left));
        let (title, said, hint) = match asked {
            Asked::Source => {
                (tr!(l, "fund-new-source"), vec![bare(tr!(l, "fund-from")), amount()], tr!(l, "fund-amount-hint"))
            }
            Asked::Allocate => (tr!(l, "fund-allocate"), vec![bare(tr!(l, "fund-purpose")), amount()], can),
            Asked::Change(entry) => {
                let title = tr!(l, "pledges-change", what = self.named(*entry, ctx));
                (title, vec![bare(tr!(l, "fund-purpose")), amount()], can)
            }
            Asked::Spend(entry) => {
                let note = Said::new(tr!(l, "fund-note"), tr!(l, "fund-note-form"));
                (tr!(l, "fund-spend", what = self.named(*entry, ctx)), vec![amount(), note], tr!(l, "fund-spend-hint"))
            }
            Asked::Drop(entry) => {
                let said = vec![Said::new(tr!(l, "pledges-reason"), tr!(l, "fund-drop-usual"))];
                (tr!(l, "fund-drop", what = self.named(*entry, ctx)), said, tr!(l, "pledges-reason-hint"))
            }
        };
        line.draw(ctx, frame, area, &said, &Foot { title: &title, hint: &hint, wrong: self.asking.wrong() });
    }

    fn draw_table(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        let l = &ctx.locale;
        let kind = |row: &Row| match row {
            Row::Source(_) => tr!(l, "fund-source"),
            Row::Allocation(_) => tr!(l, "fund-allocation"),
            Row::Planned(_) => tr!(l, "fund-planned"),
        };
        let kinds = self.rows.iter().map(|row| width(&kind(row))).max().unwrap_or(8);
        let amount = |fen: i64| if fen == 0 { String::new() } else { money(l, fen) };
        // No sum in the table is more than what was put in, and what is proposed.
        let planned = self.plan.iter().flat_map(|plan| &plan.allocations).map(|(_, fen)| *fen).max();
        let most = self.fund(ctx).map_or(0, Fund::total).max(planned.unwrap_or_default());
        let wide = u16::try_from(width(&money(l, most)).max(8)).unwrap_or(14);
        let columns = [
            Column::new("", u16::try_from(kinds).unwrap_or(12)),
            Column::growing(tr!(l, "fund-what"), 14).up_to(40),
            Column::number(tr!(l, "fund-amount"), wide),
            Column::number(tr!(l, "fund-spent"), wide),
            // Last, so that it is what a narrow window leaves out.
            Column::new(tr!(l, "pledges-state"), 17),
        ];
        let cells = |at: usize| -> Vec<TableCell<'_>> {
            let Some(row) = self.rows.get(at) else { return Vec::new() };
            let first = at == 0 || std::mem::discriminant(&self.rows[at - 1]) != std::mem::discriminant(row);
            let name = TableCell::new(if first { kind(row) } else { String::new() }, Meaning::Label);
            let fund = self.fund(ctx);
            match *row {
                Row::Source(at) => {
                    let Some(source) = fund.and_then(|fund| fund.sources.get(at)) else { return Vec::new() };
                    vec![name, source.from.get(ctx.lang()).into(), money(l, source.fen).into()]
                }
                Row::Allocation(at) => {
                    let Some(a) = fund.and_then(|fund| fund.allocations.get(at)) else { return Vec::new() };
                    let (meaning, state) = match a.dropped {
                        Some(_) => (Meaning::Muted, tr!(l, "fund-dropped")),
                        None if a.left() == 0 => (Meaning::Good, tr!(l, "fund-used-up")),
                        None if a.spent() > 0 => (Meaning::Text, tr!(l, "fund-left-of", left = money(l, a.left()))),
                        None => (Meaning::Text, String::new()),
                    };
                    let whole = if a.dropped.is_some() { Meaning::Muted } else { Meaning::Text };
                    vec![
                        name,
                        TableCell::new(a.purpose.get(ctx.lang()), whole),
                        TableCell::new(money(l, a.fen), whole),
                        TableCell::new(amount(a.spent()), whole),
                        TableCell::new(state, meaning),
                    ]
                }
                Row::Planned(at) => {
                    let Some((purpose, fen)) = self.plan.as_ref().and_then(|plan| plan.allocations.get(at)) else {
                        return Vec::new();
                    };
                    vec![
                        name,
                        purpose.get(ctx.lang()).into(),
                        money(l, *fen).into(),
                        "".into(),
                        TableCell::new(tr!(l, "fund-press-enter"), Meaning::Warn),
                    ]
                }
            }
        };
        let empty = tr!(l, "fund-empty");
        let table = Table::new(Theme::of(ctx), &self.table, &columns, &cells);
        table.empty(&empty).focused(!self.asking.is_open()).render(area, frame.buffer_mut());
    }
}

/// All that is in it, what is set aside and what is left: words, then a bar.
fn draw_sums(fund: &Fund, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
    let l = &ctx.locale;
    let theme = Theme::of(ctx);
    let (total, allocated) = (money(l, fund.total()), money(l, fund.allocated()));
    let words = tr!(l, "fund-sums", total = total, allocated = allocated, left = money(l, fund.left()));
    let meaning = if fund.left() == 0 { Meaning::Good } else { Meaning::Accent };
    put(frame.buffer_mut(), Rect { height: 1, ..area }, &words, theme.style(meaning));
    let spent = tr!(l, "fund-sums-spent", spent = money(l, fund.spent()), hand = money(l, fund.in_hand()));
    let words = u16::try_from(width(&spent)).unwrap_or(u16::MAX);
    let room = area.width.saturating_sub(words.saturating_add(2)).clamp(12, 42);
    let row = Rect { y: area.y + 1, height: 1, width: room.min(area.width), ..area };
    level(theme, frame, row, (fund.spent(), fund.allocated(), fund.total()));
    let x = area.x + row.width + 2;
    let rest = Rect { x, width: area.right().saturating_sub(x), ..row };
    put(frame.buffer_mut(), rest, &spent, theme.style(Meaning::Text));
}
