//! How it looks: the views in a row, the field letters are typed into, the table, and the offers a request can be matched to.

use ratatui::{Frame, layout::Rect, widgets::Widget};

use super::{
    rows::{Row, Stage, View, services, stage, team_minutes},
    screen::ServicesScreen,
};
use crate::{
    app::{Ctx, Posted},
    domain::service::Kept,
    locale::{clean_line, date_short, door, width, wrap},
    tr,
    ui::{
        theme::{DONE, Meaning, Theme},
        widgets::{Column, Field, Table, TableCell, put},
    },
};

/// Rows below the list for all that stands in the chosen row, a blank one included.
const WHOLE_ROWS: u16 = 3;

impl ServicesScreen {
    pub(super) fn draw(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
        let row = |n: u16| Rect { y: inner.y + n, height: 1.min(inner.height.saturating_sub(n)), ..inner };
        self.draw_views(ctx, frame, row(0));
        let mut y = inner.y + 2;
        if self.asking.is_open() {
            self.draw_line(ctx, frame, Rect { y, height: 3.min(area.bottom().saturating_sub(y)), ..inner });
            y += 4;
        } else if self.choosing.is_none() {
            self.draw_search(ctx, frame, row(2));
            y += 2;
        }
        let rest = Rect { y, height: area.bottom().saturating_sub(y), ..area };
        match &self.choosing {
            Some(_) => self.draw_offers(ctx, frame, rest),
            None => self.draw_rows(ctx, frame, rest),
        }
    }

    /// The names of the views, the open one marked by weight and a sign.
    fn draw_views(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        let (l, theme) = (&ctx.locale, Theme::of(ctx));
        let mut x = area.x;
        for view in View::ALL {
            let name = match view {
                View::Requests => tr!(l, "services-requests"),
                View::Offers => tr!(l, "services-offers"),
                View::Given => tr!(l, "services-given"),
                View::Duties => tr!(l, "services-duties"),
            };
            let (words, meaning) = if view == self.view {
                (format!("[{name}]"), Meaning::Title)
            } else {
                (format!(" {name} "), Meaning::Muted)
            };
            let wide = u16::try_from(width(&words)).unwrap_or(u16::MAX);
            put(
                frame.buffer_mut(),
                Rect { x, width: area.right().saturating_sub(x), ..area },
                &words,
                theme.style(meaning),
            );
            x = x.saturating_add(wide).saturating_add(2).min(area.right());
        }
    }

    fn draw_search(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        let l = &ctx.locale;
        let (label, hint) = (tr!(l, "services-find"), tr!(l, "services-find-hint"));
        let area = Rect { width: area.width.min(60), ..area };
        let field = Field::new(Theme::of(ctx), &self.search).label(&label).placeholder(&hint).focused(true);
        field.render(area, frame.buffer_mut());
        if let Some(at) = field.cursor(area) {
            frame.set_cursor_position(at);
        }
    }

    fn draw_rows(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        let l = &ctx.locale;
        let foot = u16::from(self.view == View::Given) + WHOLE_ROWS;
        let table_area = Rect { height: area.height.saturating_sub(foot), ..area };
        let columns = match self.view {
            View::Requests => vec![
                Column::growing(tr!(l, "services-who"), 18).up_to(28),
                Column::growing(tr!(l, "services-needs"), 10).up_to(24),
                Column::growing(tr!(l, "services-state"), 14).up_to(34),
                Column::growing(tr!(l, "services-minded"), 10).up_to(40),
            ],
            View::Offers => vec![
                Column::growing(tr!(l, "services-who"), 10).up_to(20),
                Column::growing(tr!(l, "services-does"), 12).up_to(30),
                Column::growing(tr!(l, "services-terms"), 16).up_to(44),
            ],
            View::Given => vec![
                Column::new(tr!(l, "services-day"), 10),
                Column::growing(tr!(l, "services-what"), 12).up_to(30),
                Column::growing(tr!(l, "services-by"), 12).up_to(36),
                Column::growing(tr!(l, "services-for"), 8).up_to(16),
                Column::number(tr!(l, "services-minutes"), 6),
            ],
            View::Duties => vec![
                Column::new(tr!(l, "services-due"), 10),
                Column::new("", 12),
                Column::growing(tr!(l, "services-what"), 14).up_to(36),
                Column::growing(tr!(l, "services-who"), 8).up_to(18),
                Column::growing(tr!(l, "services-last"), 16).up_to(30),
            ],
        };
        let cells = |at: usize| self.rows.get(at).map(|row| self.cells(row, ctx)).unwrap_or_default();
        let empty = match (self.search.is_empty(), self.view) {
            (false, _) => tr!(l, "ui-nothing-found"),
            (true, View::Requests) => tr!(l, "services-no-requests"),
            (true, View::Offers) => tr!(l, "services-no-offers"),
            (true, View::Given) => tr!(l, "services-none-given"),
            (true, View::Duties) => tr!(l, "services-no-duties"),
        };
        let table = Table::new(Theme::of(ctx), &self.table, &columns, &cells);
        table.empty(&empty).focused(!self.asking.is_open()).render(table_area, frame.buffer_mut());
        let below = Rect { x: area.x + 1, y: table_area.bottom(), width: area.width.saturating_sub(2), height: foot };
        self.draw_whole(ctx, frame, Rect { height: WHOLE_ROWS, ..below }.intersection(area));
        if self.view == View::Given {
            let teams = services(ctx).map(team_minutes).unwrap_or_default();
            let words = teams.iter().map(|(team, minutes)| {
                let (team, hours) = (team.clone(), hours(*minutes));
                tr!(l, "services-team-hours", team = team, hours = hours)
            });
            let line = words.collect::<Vec<_>>().join("   ");
            let place = Rect {
                x: area.x + 1,
                y: area.bottom().saturating_sub(1),
                height: 1,
                width: area.width.saturating_sub(2),
            };
            put(frame.buffer_mut(), place, &line, Theme::of(ctx).style(Meaning::Accent));
        }
    }

    /// What stands in the chosen row, none of it cut.
    fn draw_whole(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        let Some(row) = self.table.current().and_then(|at| self.rows.get(at)) else { return };
        let mut cells = self.cells(row, ctx);
        if matches!(row, Row::Given(..)) {
            // The minutes say nothing without their head.
            cells.pop();
        }
        let words: Vec<&str> = cells.iter().map(TableCell::text).filter(|text| !text.is_empty()).collect();
        let words = clean_line(&words.join(" · ")).into_owned();
        // A blank row stands between.
        for (y, line) in (area.y + 1..area.bottom()).zip(wrap(&words, area.width.into())) {
            let place = Rect { y, height: 1, ..area };
            put(frame.buffer_mut(), place, line, Theme::of(ctx).style(Meaning::Accent));
        }
    }

    fn cells(&self, row: &Row, ctx: &Ctx) -> Vec<TableCell<'static>> {
        let l = &ctx.locale;
        let plain = |text: &str| TableCell::new(text.to_owned(), Meaning::Text);
        match row {
            Row::Request(request) => {
                let (words, meaning) = self.state(request, ctx);
                vec![
                    plain(&named(request, ctx)),
                    plain(&request.what),
                    TableCell::new(words, meaning),
                    TableCell::new(request.about.clone(), Meaning::Muted),
                ]
            }
            Row::Offer(offer) => {
                vec![plain(&offer.who), plain(&offer.what), TableCell::new(offer.about.clone(), Meaning::Muted)]
            }
            Row::Given(_, service) => {
                let by = service.by.join(&tr!(l, "answer-between"));
                let by = if service.team.is_empty() { by } else { format!("{}  {by}", service.team) };
                let minutes = if service.minutes == 0 { String::new() } else { service.minutes.to_string() };
                vec![
                    plain(&date_short(service.day)),
                    plain(&service.what),
                    plain(&by),
                    plain(&service.for_whom),
                    plain(&minutes),
                ]
            }
            Row::Duty(_, kept) => {
                let (late, meaning) = lateness(kept, ctx);
                let last = kept.done.iter().max_by_key(|done| done.day);
                let last = last.map(|done| format!("{} {}", date_short(done.day), done.by));
                let whole = if kept.ended.is_some() { Meaning::Muted } else { Meaning::Text };
                vec![
                    TableCell::new(kept.due().map(date_short).unwrap_or_default(), whole),
                    TableCell::new(late, meaning),
                    TableCell::new(kept.duty.what.clone(), whole),
                    TableCell::new(kept.duty.who.clone(), whole),
                    TableCell::new(last.unwrap_or_else(|| tr!(l, "services-never")), Meaning::Muted),
                ]
            }
        }
    }

    fn state(&self, request: &Posted, ctx: &Ctx) -> (String, Meaning) {
        let l = &ctx.locale;
        let Some(services) = services(ctx) else { return (String::new(), Meaning::Text) };
        let who = self.matched(request, ctx).map(|offer| offer.who.clone()).unwrap_or_default();
        match stage(services, request.response) {
            Stage::Waiting => (format!("! {}", tr!(l, "services-waiting")), Meaning::Warn),
            Stage::Matched => (tr!(l, "services-matched", who = who), Meaning::Accent),
            Stage::Served(times) => {
                (format!("{DONE} {}", tr!(l, "services-served", times = times, who = who)), Meaning::Good)
            }
        }
    }

    /// The offers a request can be matched to, those that have what is needed first.
    fn draw_offers(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        let l = &ctx.locale;
        let Some((request, offers, state)) = &self.choosing else { return };
        let (who, what) = (named(request, ctx), request.what.clone());
        let title = tr!(l, "services-choose", who = who, what = what);
        let head = Rect { x: area.x + 1, height: 1, width: area.width.saturating_sub(2), ..area };
        put(frame.buffer_mut(), head, &title, Theme::of(ctx).style(Meaning::Title));
        let columns = [
            Column::new("", 2),
            Column::growing(tr!(l, "services-who"), 10).up_to(20),
            Column::growing(tr!(l, "services-does"), 12).up_to(30),
            Column::growing(tr!(l, "services-terms"), 16).up_to(44),
        ];
        let cells = |at: usize| {
            let Some(offer) = offers.get(at) else { return Vec::new() };
            let meaning = if offer.serves(request) > 0 { Meaning::Text } else { Meaning::Muted };
            let number = if at < 9 { (at + 1).to_string() } else { String::new() };
            vec![
                TableCell::new(number, Meaning::Accent),
                TableCell::new(offer.who.clone(), meaning),
                TableCell::new(offer.what.clone(), meaning),
                TableCell::new(offer.about.clone(), Meaning::Muted),
            ]
        };
        let empty = tr!(l, "services-no-offers");
        let rest = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
        let table = Table::new(Theme::of(ctx), state, &columns, &cells);
        table.empty(&empty).focused(true).render(rest, frame.buffer_mut());
    }
}

/// Who asks, with the door.
fn named(request: &Posted, ctx: &Ctx) -> String {
    let door = door(&ctx.locale, &request.door);
    if door.is_empty() { request.who.clone() } else { format!("{} {door}", request.who) }
}

/// Hours with one decimal, rounded down.
fn hours(minutes: u64) -> String {
    format!("{}.{}", minutes / 60, minutes % 60 / 6)
}

/// How late a duty is, in words and with a mark: the colour alone says nothing.
fn lateness(kept: &Kept, ctx: &Ctx) -> (String, Meaning) {
    let l = &ctx.locale;
    let Some(due) = kept.due() else { return (tr!(l, "services-ended"), Meaning::Muted) };
    match (ctx.now().date_naive() - due).num_days() {
        ..0 => (String::new(), Meaning::Text),
        0 => (tr!(l, "actions-today"), Meaning::Warn),
        days => (format!("! {}", tr!(l, "actions-overdue", days = days)), Meaning::Bad),
    }
}
