//! How the route is drawn: what is asked or how far it is, the doors, the one the cursor is at.

use ratatui::{Frame, layout::Rect, widgets::Widget};

use super::{
    super::{at_door, pieces},
    Asked, RouteScreen,
};
use crate::{
    app::Ctx,
    domain::{
        HouseholdId,
        place::Roll,
        visit::{Advice, Rounds, Stage},
    },
    locale::{door as short, visit_address, visit_advice, visit_must_visits, visit_stage},
    tr,
    ui::{
        screens::ledger::{Foot, Said},
        theme::{Meaning, Theme},
        widgets::{Column, Table, TableCell},
    },
};

/// A window narrower than this leaves courtyards out of the list.
const NARROW: u16 = 100;

impl RouteScreen {
    pub(super) fn draw(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
        let top = Rect { height: 3.min(inner.height), ..inner };
        if self.asked.is_some() {
            self.draw_line(ctx, frame, top);
        } else {
            pieces::draw_progress(&self.coverage.all, ctx, frame, top);
        }
        let foot = at_door::HEIGHT.min(inner.height / 2);
        let list = Rect { y: area.y + top.height, height: area.height.saturating_sub(top.height + foot + 1), ..area };
        self.draw_doors(ctx, frame, list);
        if let Some(door) = self.door() {
            let note = self.note.as_ref().filter(|(at, _)| *at == door).map_or("", |(_, note)| note);
            let panel = Rect { y: list.bottom() + 1, height: foot, ..inner };
            at_door::draw(self.round, door, note, ctx, frame, panel);
        }
    }

    fn draw_line(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        let Some((asked, line)) = &self.asked else { return };
        let l = &ctx.locale;
        let door = self.door().map(|door| named(door, ctx)).unwrap_or_default();
        let (title, said, hint) = match asked {
            Asked::ComeBack => (
                tr!(l, "visits-ask-come-back", door = door),
                vec![
                    Said::new(tr!(l, "visits-when"), tr!(l, "visits-when-example")),
                    Said::new(tr!(l, "visits-note"), String::new()),
                ],
                tr!(l, "visits-ask-hint"),
            ),
            Asked::Note => (
                tr!(l, "visits-ask-note", door = door),
                vec![Said::new(tr!(l, "visits-note"), String::new())],
                tr!(l, "visits-note-hint"),
            ),
        };
        line.draw(ctx, frame, area, &said, &Foot { title: &title, hint: &hint, wrong: &self.wrong });
    }

    fn draw_doors(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        let (Some(rounds), Some(roll)) = (ctx.register::<Rounds>(), ctx.register::<Roll>()) else { return };
        let l = &ctx.locale;
        let until = rounds.round(self.round).and_then(|round| round.plan.until);
        // In a narrow window the number of the door matters more than the courtyard.
        let brief = area.width < NARROW;
        let [door, stands, next, must] =
            if brief { [(18, 18), (18, 18), (16, 16), (17, 30)] } else { [(24, 30), (16, 28), (16, 30), (12, 40)] };
        let column = |head: String, (least, most)| Column::growing(head, least).up_to(most);
        let columns = [
            column(tr!(l, "visits-door"), door),
            column(tr!(l, "visits-stands"), stands),
            column(tr!(l, "visits-next-try"), next),
            column(tr!(l, "visits-must-column"), must),
        ];
        let cells = |at: usize| {
            let door = self.order[at];
            let household = roll.household(door);
            let state = rounds.at_door(self.round, door);
            let late = state.is_overdue(until, ctx.now());
            let advice = visit_advice(l, Advice::of(state.stage, rounds.attempts_in(self.round, door)));
            let (sign, meaning) = look(state.stage, late);
            vec![
                TableCell::new(
                    household.filter(|_| brief).map_or_else(|| named_at(household, ctx), |h| short(l, &h.address.door)),
                    Meaning::Text,
                ),
                TableCell::new(format!("{sign} {}", visit_stage(l, state.stage)), meaning),
                TableCell::new(advice, Meaning::Muted),
                TableCell::new(
                    household.map(|h| visit_must_visits(l, &h.must_visit)).unwrap_or_default(),
                    Meaning::Warn,
                ),
            ]
        };
        let empty = tr!(l, "visits-no-doors-here");
        let table = Table::new(Theme::of(ctx), &self.table, &columns, &cells).focused(true).empty(&empty);
        (&table).render(area, frame.buffer_mut());
    }
}

/// The sign and look of where a door stands.
fn look(stage: Stage, late: bool) -> (&'static str, Meaning) {
    use crate::ui::theme::{DONE, WRONG};
    match stage {
        _ if late => (WRONG, Meaning::Bad),
        Stage::Done { .. } => (DONE, Meaning::Good),
        Stage::NotVisited => ("-", Meaning::Muted),
        Stage::ComeBack { .. } | Stage::NobodyHome => (">", Meaning::Warn),
        Stage::Refused | Stage::Moved | Stage::Unsafe => ("=", Meaning::Text),
    }
}

pub(super) fn named(door: HouseholdId, ctx: &Ctx) -> String {
    named_at(ctx.register::<Roll>().and_then(|roll| roll.household(door)), ctx)
}

fn named_at(household: Option<&crate::domain::place::Household>, ctx: &Ctx) -> String {
    household.map_or_else(|| tr!(ctx.locale, "visits-gone-from-roll"), |h| visit_address(&ctx.locale, &h.address))
}
