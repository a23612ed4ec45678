//! How the claims look: the line that is asked, and the parts under each other.

use ratatui::{Frame, layout::Rect, widgets::Widget};

use super::{
    super::ledger::{Foot, Said},
    screen::{Asked, ClaimsScreen},
};
use crate::{
    app::Ctx,
    domain::meeting::ledger::ClaimState,
    locale::{claim_state, money, width},
    tr,
    ui::{
        theme::{DONE, Meaning, Theme},
        widgets::{Column, Table, TableCell},
    },
};

impl ClaimsScreen {
    pub(super) fn draw(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        let mut table = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
        if self.asking.is_open() {
            self.draw_line(ctx, frame, Rect { x: area.x + 1, width: area.width.saturating_sub(2), height: 3, ..area });
            table = Rect { y: area.y + 4, height: area.height.saturating_sub(4), ..area };
        }
        self.draw_table(ctx, frame, table);
    }

    fn draw_line(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        let l = &ctx.locale;
        let Some((asked, line)) = self.asking.get() else { return };
        let bare = |label: String| Said::new(label, String::new());
        let partner = || bare(tr!(l, "claims-partner"));
        let promise = || Said::new(tr!(l, "claims-promise"), tr!(l, "claims-promise-form"));
        let title = |part: &crate::domain::meeting::ledger::ClaimedPart| part.title.get(ctx.lang()).to_owned();
        let (title, said, hint) = match asked {
            Asked::Claim(part) => {
                (tr!(l, "claims-claim", part = title(part)), vec![partner(), promise()], tr!(l, "claims-hint"))
            }
            Asked::Other => {
                let said = vec![bare(tr!(l, "claims-part")), partner(), promise()];
                (tr!(l, "claims-other"), said, tr!(l, "claims-hint"))
            }
            Asked::Change(_, part) => {
                (tr!(l, "pledges-change", what = title(part)), vec![partner(), promise()], tr!(l, "claims-hint"))
            }
            Asked::Release(id) => {
                let said = vec![Said::new(tr!(l, "pledges-reason"), tr!(l, "claims-release-usual"))];
                (tr!(l, "claims-release", what = Self::named(*id, ctx)), said, tr!(l, "pledges-reason-hint"))
            }
        };
        let hint = self.offered().map_or(hint, |name| tr!(l, "pledges-offer", who = name.to_owned()));
        line.draw(ctx, frame, area, &said, &Foot { title: &title, hint: &hint, wrong: self.asking.wrong() });
    }

    fn draw_table(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        let l = &ctx.locale;
        let open = tr!(l, "claims-open");
        let shared = |count: usize| tr!(l, "claims-shared", count = count);
        let claim = |at: usize| self.rows.get(at)?.claim.and_then(|id| ctx.ledger()?.claim(id));
        let state = |at: usize| -> String {
            let Some(claim) = claim(at) else { return open.clone() };
            let state = claim_state(l, &claim.state);
            let mark =
                if matches!(claim.state, ClaimState::Delivered { .. }) { format!("{DONE} ") } else { String::new() };
            format!("{mark}{state}")
        };
        let states = (0..self.rows.len()).map(|at| width(&state(at))).max().unwrap_or(8).max(8);
        let costs = self.rows.iter().filter_map(|row| row.cost).map(|fen| width(&money(l, fen))).max();
        let together = self.rows.iter().filter(|row| row.shared > 1).map(|row| width(&shared(row.shared))).max();
        let columns_of = |wide: usize| u16::try_from(wide).unwrap_or(12);
        let mut columns = vec![
            Column::growing(tr!(l, "claims-part"), 14).up_to(32),
            Column::growing(tr!(l, "claims-partner"), 10).up_to(28),
            Column::new(tr!(l, "pledges-state"), columns_of(states)),
        ];
        if let Some(together) = together {
            columns.push(Column::new("", columns_of(together)));
        }
        columns.push(Column::growing(tr!(l, "claims-promise"), 10).up_to(48));
        // Last, so that it is what a narrow window leaves out.
        if let Some(costs) = costs {
            columns.push(Column::number(tr!(l, "claims-cost"), columns_of(costs.max(8))));
        }
        let cells = |at: usize| -> Vec<TableCell<'_>> {
            let Some(row) = self.rows.get(at) else { return Vec::new() };
            let claim = claim(at);
            let meaning = match claim.map(|claim| &claim.state) {
                None => Meaning::Warn,
                Some(ClaimState::Delivered { .. }) => Meaning::Good,
                Some(_) => Meaning::Text,
            };
            let again = if row.first { Meaning::Text } else { Meaning::Muted };
            let mut cells: Vec<TableCell<'_>> = vec![
                TableCell::new(row.part.title.get(ctx.lang()), again),
                claim.map_or("", |claim| claim.undertaking.partner.as_str()).into(),
                TableCell::new(state(at), meaning),
            ];
            if together.is_some() {
                let words = if row.shared > 1 { shared(row.shared) } else { String::new() };
                cells.push(TableCell::new(words, Meaning::Warn));
            }
            cells.push(claim.map_or("", |claim| claim.undertaking.promise.as_str()).into());
            if costs.is_some() {
                let cost = row.cost.filter(|_| row.first).map(|fen| money(l, fen)).unwrap_or_default();
                cells.push(cost.into());
            }
            cells
        };
        let empty = tr!(l, "claims-none");
        let table = Table::new(Theme::of(ctx), &self.table, &columns, &cells);
        table.empty(&empty).focused(!self.asking.is_open()).render(area, frame.buffer_mut());
    }
}
