//! What is asked in a line of its own, and recording it.

use chrono::NaiveDate;

use super::{
    super::ledger::{Foot, Line, Said},
    rows::{Row, View, find},
    screen::ServicesScreen,
};
use crate::{
    app::{Ctx, Level, Posted},
    domain::{
        DutyId, ServiceId,
        place::Place,
        service::{Duty, DutyDone, Event, Service},
    },
    locale::{date_fault, date_short, typed_date, typed_names},
    tr,
};

/// What a line is filled for.
#[derive(Debug, Clone, PartialEq)]
#[allow(clippy::large_enum_variant, reason = "there is one at a time")]
pub(super) enum Asked {
    /// What was given for a request, or by an offer; by a team when both are nothing.
    Give { request: Option<Posted>, offer: Option<Posted> },
    /// A new duty.
    NewDuty,
    /// The same of a duty.
    Change(DutyId),
    /// When a duty was done, and by whom.
    Done(DutyId),
    /// Why a duty ends.
    End(DutyId),
}

impl ServicesScreen {
    /// The line for what the view's new things are.
    pub(super) fn ask_new(&mut self, ctx: &Ctx) {
        let today = date_short(ctx.now().date_naive());
        match self.view {
            View::Duties => {
                let line = Line::new().field("", 5).field("", 3).field("7", 1).field(&today, 2);
                self.asking.open(Asked::NewDuty, line);
            }
            View::Requests | View::Offers | View::Given => self.ask_give(None, None, ctx),
        }
    }

    /// The line for a service, filled with what is known.
    pub(super) fn ask_give(&mut self, request: Option<Posted>, offer: Option<Posted>, ctx: &Ctx) {
        let by = offer.as_ref().map_or("", |offer| offer.who.as_str());
        let what = request.as_ref().or(offer.as_ref()).map_or("", |posted| posted.what.as_str());
        let whom = request.as_ref().map_or("", |request| request.who.as_str());
        let today = date_short(ctx.now().date_naive());
        let line = Line::new().field(what, 5).field(by, 4).field(whom, 3).field("", 1).field(&today, 2);
        let empty = usize::from(!what.is_empty());
        // What is known needs no look: the first field that is empty has focus.
        let at = if what.is_empty() || by.is_empty() { empty } else { 3 };
        self.asking.open(Asked::Give { request, offer }, line.begin_at(at));
    }

    pub(super) fn ask_done(&mut self, id: DutyId, ctx: &Ctx) {
        let who = super::rows::services(ctx).and_then(|services| services.duty(id)).map(|kept| kept.duty.who.clone());
        let today = date_short(ctx.now().date_naive());
        let line = Line::new().field(&who.unwrap_or_default(), 3).field(&today, 2).field("", 5);
        self.asking.open(Asked::Done(id), line);
    }

    /// Changes what the selected row says, where that can be.
    pub(super) fn change(&mut self, ctx: &mut Ctx) {
        match self.selected().cloned() {
            Some(Row::Duty(id, kept)) => {
                let (every, from) = (kept.duty.every.to_string(), date_short(kept.duty.from));
                let line = Line::new().field(&kept.duty.what, 5).field(&kept.duty.who, 3);
                self.asking.open(Asked::Change(id), line.field(&every, 1).field(&from, 2));
            }
            _ => ctx.notice(Level::Info, |l| tr!(l, "services-change-undo")),
        }
    }

    /// Ends the selected duty.
    pub(super) fn end(&mut self, ctx: &mut Ctx) {
        match self.selected() {
            Some(Row::Duty(id, kept)) if kept.ended.is_none() => {
                let id = *id;
                self.asking.open(Asked::End(id), Line::new().field("", 1));
            }
            _ => ctx.notice(Level::Info, |l| tr!(l, "services-only-duties")),
        }
    }

    /// Records what the line says, when it can be read.
    pub(super) fn record(&mut self, ctx: &mut Ctx) {
        let Some((asked, line)) = self.asking.get().cloned() else { return };
        match self.event(&asked, &line, ctx) {
            Ok((event, what)) => {
                if self.steps_ask(ctx, event, what) {
                    self.asking.close();
                    self.read(ctx);
                }
            }
            Err((at, words)) => {
                self.asking.refuse(at, words);
            }
        }
    }

    /// What the line says; else the field that cannot be read and why.
    fn event(&self, asked: &Asked, line: &Line, ctx: &mut Ctx) -> Result<(Event, String), (usize, String)> {
        let day = |at: usize, ctx: &Ctx| -> Result<NaiveDate, (usize, String)> {
            let today = ctx.now().date_naive();
            if line.text(at).is_empty() {
                return Ok(today);
            }
            typed_date(line.text(at), today).map_err(|fault| (at, date_fault(&ctx.locale, fault)))
        };
        let text = |at: usize| line.text(at).to_owned();
        match asked {
            Asked::Give { request, offer } => {
                let minutes = match line.text(3) {
                    "" => 0,
                    typed => typed.parse().map_err(|_| (3, tr!(ctx.locale, "services-minutes-bad")))?,
                };
                let team = if request.is_none() && offer.is_none() { self.team(ctx) } else { String::new() };
                let given = Service {
                    request: request.as_ref().map(|posted| posted.response),
                    offer: offer.as_ref().map(|posted| posted.response),
                    team,
                    by: typed_names(line.text(1)),
                    for_whom: text(2),
                    what: text(0),
                    day: day(4, ctx)?,
                    minutes,
                };
                let what = given.what.clone();
                Ok((Event::Given { service: ServiceId(ctx.new_id()), given }, what))
            }
            Asked::NewDuty | Asked::Change(_) => {
                let every = line.text(2).parse().map_err(|_| (2, tr!(ctx.locale, "services-every-bad")))?;
                let (id, place) = match asked {
                    Asked::Change(id) => {
                        let known = super::rows::services(ctx).and_then(|services| services.duty(*id));
                        (*id, known.map(|kept| kept.duty.place.clone()).unwrap_or_default())
                    }
                    _ => (DutyId(ctx.new_id()), Place::default()),
                };
                let duty = Duty { what: text(0), place, who: text(1), every, from: day(3, ctx)? };
                let what = duty.what.clone();
                Ok((Event::Duty { id, duty }, what))
            }
            Asked::Done(id) => {
                let done = DutyDone { day: day(1, ctx)?, by: text(0), note: text(2) };
                Ok((Event::DutyDone { id: *id, done }, Self::named(*id, ctx)))
            }
            Asked::End(id) => {
                let event = Event::DutyEnded { id: *id, day: ctx.now().date_naive(), reason: text(0) };
                Ok((event, Self::named(*id, ctx)))
            }
        }
    }

    fn named(id: DutyId, ctx: &Ctx) -> String {
        let kept = super::rows::services(ctx).and_then(|services| services.duty(id));
        kept.map(|kept| kept.duty.what.clone()).unwrap_or_default()
    }

    /// Matches a request to an offer.
    pub(super) fn pair(&mut self, request: &Posted, offer: Option<&Posted>, ctx: &mut Ctx) {
        let event = Event::Matched { request: request.response, offer: offer.map(|offer| offer.response) };
        let what = format!("{} {}", request.who, request.what);
        if self.steps_ask(ctx, event, what) {
            self.choosing = None;
            self.read(ctx);
        }
    }

    /// The offer a request was matched to.
    pub(super) fn matched(&self, request: &Posted, ctx: &Ctx) -> Option<&Posted> {
        find(&self.posted, super::rows::services(ctx)?.offer_for(request.response)?)
    }

    /// Draws the line.
    pub(super) fn draw_line(&self, ctx: &Ctx, frame: &mut ratatui::Frame<'_>, area: ratatui::layout::Rect) {
        let l = &ctx.locale;
        let Some((asked, line)) = self.asking.get() else { return };
        let bare = |label: String| Said::new(label, String::new());
        let (title, said, hint) = match asked {
            Asked::Give { request, .. } => {
                let title = match request {
                    Some(request) => tr!(l, "services-give-to", who = request.who.clone()),
                    None => tr!(l, "services-give"),
                };
                let said = vec![
                    bare(tr!(l, "services-what")),
                    bare(tr!(l, "services-by")),
                    bare(tr!(l, "services-for")),
                    bare(tr!(l, "services-minutes")),
                    bare(tr!(l, "services-day")),
                ];
                (title, said, tr!(l, "services-give-hint"))
            }
            Asked::NewDuty | Asked::Change(_) => {
                let said = vec![
                    bare(tr!(l, "services-what")),
                    bare(tr!(l, "services-who")),
                    bare(tr!(l, "services-every")),
                    bare(tr!(l, "services-from")),
                ];
                (tr!(l, "services-duty"), said, tr!(l, "services-duty-hint"))
            }
            Asked::Done(id) => {
                let said =
                    vec![bare(tr!(l, "services-by")), bare(tr!(l, "services-day")), bare(tr!(l, "services-note"))];
                let what = Self::named(*id, ctx);
                (tr!(l, "services-done", what = what), said, tr!(l, "services-done-hint"))
            }
            Asked::End(id) => {
                let what = Self::named(*id, ctx);
                let said = vec![bare(tr!(l, "services-reason"))];
                (tr!(l, "services-end", what = what), said, tr!(l, "services-end-hint"))
            }
        };
        line.draw(ctx, frame, area, &said, &Foot { title: &title, hint: &hint, wrong: self.asking.wrong() });
    }
}
