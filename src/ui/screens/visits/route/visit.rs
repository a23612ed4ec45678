//! At a door: what came of it, a note, the survey.

use super::{super::pieces, RouteScreen, drawing::named};
use crate::{
    app::{Action, Beginning, Ctx, Doorstep, Filling, Level, Next, Place, Visiting},
    domain::{
        AttemptId, HouseholdId, ResponseId, SessionId,
        place::Roll,
        record::StoreError,
        visit::{Attempt, Command, Disposition, Event, Plan, Rounds, Stage},
    },
    locale::{date_fault, store_error, typed_date_time, visit_stage},
    tr,
    ui::screens::ledger::{Enter, Line},
};

/// What is being typed about a door.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Asked {
    /// When to come back, and a note.
    ComeBack,
    /// A note.
    Note,
}

impl RouteScreen {
    /// Records what came of it and goes on.
    pub(super) fn record(&mut self, disposition: Disposition, note: &str, ctx: &mut Ctx) -> bool {
        let Some(door) = self.door() else { return false };
        let waiting = self.note.as_ref().filter(|(at, _)| *at == door).map(|(_, note)| note.clone());
        let note = if note.is_empty() { waiting.unwrap_or_default() } else { note.to_owned() };
        let (visitor, at) = (self.visitor(ctx), ctx.now());
        let attempt =
            Attempt { round: Some(self.round), household: door, disposition, visitor, at, note, said_in: None };
        let id = AttemptId(ctx.new_id());
        let Some(made) = ctx.ask_register::<Rounds>(Command::Event(Event::Attempted { id, attempt })) else {
            return false;
        };
        self.note = None;
        self.steps.push((made, door));
        self.count(door, ctx);
        let (where_, what) = (named(door, ctx), visit_stage(&ctx.locale, disposition.into()));
        ctx.notice(Level::Done, |l| tr!(l, "visits-noted", door = where_, what = what));
        self.go_on(ctx);
        true
    }

    pub(super) fn undo(&mut self, ctx: &mut Ctx) {
        let Some((records, door)) = self.steps.pop() else {
            ctx.notice(Level::Info, |l| tr!(l, "visits-nothing-to-undo"));
            return;
        };
        if ctx.undo_register::<Rounds>(&records).is_none() {
            self.steps.push((records, door));
            return;
        }
        self.count(door, ctx);
        if let Some(at) = self.order.iter().position(|id| *id == door) {
            self.table.go_to(at);
        }
        let where_ = named(door, ctx);
        ctx.notice(Level::Done, |l| tr!(l, "visits-undone", door = where_));
    }

    pub(super) fn step(&mut self, step: Doorstep, ctx: &mut Ctx) -> Next {
        if self.door().is_none() {
            return Next::Stay;
        }
        let disposition = match step {
            Doorstep::Fill => return self.fill(ctx),
            Doorstep::ComeBack => {
                self.ask(Asked::ComeBack, Line::new().field("", 2).field("", 3));
                return Next::Stay;
            }
            Doorstep::Note => {
                let known = self.note.as_ref().filter(|(at, _)| Some(*at) == self.door());
                let text = known.map(|(_, note)| note.clone()).unwrap_or_default();
                self.ask(Asked::Note, Line::new().field(&text, 1));
                return Next::Stay;
            }
            Doorstep::Next => {
                self.go_on(ctx);
                return Next::Stay;
            }
            Doorstep::NobodyHome => Disposition::NobodyHome,
            Doorstep::Refused => Disposition::Refused,
            Doorstep::Moved => Disposition::Moved,
            Doorstep::Unsafe => Disposition::Unsafe,
            Doorstep::Met => Disposition::Done { response: None },
        };
        self.record(disposition, "", ctx);
        Next::Stay
    }

    pub(super) fn ask(&mut self, asked: Asked, line: Line) {
        self.asked = Some((asked, line));
        self.wrong.clear();
    }

    /// Takes what was typed.
    pub(super) fn enter(&mut self, ctx: &mut Ctx) {
        let Some((asked, line)) = &mut self.asked else { return };
        let asked = *asked;
        match asked {
            Asked::ComeBack => {
                let at = match typed_date_time(line.text(0), ctx.now()) {
                    Ok(at) => at,
                    Err(fault) => {
                        line.go_to(0);
                        self.wrong = date_fault(&ctx.locale, fault);
                        return;
                    }
                };
                if line.at() == 0 && line.enter() == Enter::Went {
                    self.wrong.clear();
                    return;
                }
                let note = line.text(1).to_owned();
                if self.record(Disposition::ComeBack { at }, &note, ctx) {
                    self.asked = None;
                }
            }
            Asked::Note => {
                let note = line.text(0).to_owned();
                self.asked = None;
                self.put_note(note, ctx);
            }
        }
    }

    /// Puts a note to what was said of the door today, else keeps it for what is said next.
    fn put_note(&mut self, note: String, ctx: &mut Ctx) {
        let Some(door) = self.door() else { return };
        let today = ctx.now().date_naive();
        let last = ctx.register::<Rounds>().and_then(|rounds| rounds.last_attempt(self.round, door));
        let last = last.filter(|(_, attempt)| attempt.at.date_naive() == today).map(|(id, a)| (id, a.clone()));
        let Some((id, attempt)) = last else {
            self.note = Some((door, note)).filter(|(_, note)| !note.is_empty());
            return;
        };
        let event = Event::Attempted { id, attempt: Attempt { note, ..attempt } };
        if let Some(made) = ctx.ask_register::<Rounds>(Command::Event(event)) {
            self.steps.push((made, door));
        }
    }

    /// Opens the round's survey at the door, or the response begun there before.
    pub(super) fn fill(&mut self, ctx: &mut Ctx) -> Next {
        let Some(found) = pieces::round(self.round, ctx).cloned() else { return Next::Stay };
        let Some(household) = self.door() else { return Next::Stay };
        if found.ended.is_some() {
            ctx.notice(Level::Warning, |l| tr!(l, "visit-over"));
            return Next::Stay;
        }
        if found.plan.survey.is_empty() {
            self.record(Disposition::Done { response: None }, "", ctx);
            return Next::Stay;
        }
        let state = ctx.register::<Rounds>().map(|rounds| rounds.at_door(self.round, household).stage);
        if let Some(Stage::Done { response: Some(response) }) = state {
            return Next::Go(Place::Response { response });
        }
        let begun = self.begin(&found.plan, household, ctx);
        match begun {
            Ok(response) => {
                ctx.visiting = Some(Visiting { response, round: self.round, household });
                Next::Go(Place::Entry { response, at: None })
            }
            Err(error) => {
                ctx.notice(Level::Error, |l| store_error(l, &error));
                Next::Stay
            }
        }
    }

    fn begin(&self, plan: &Plan, household: HouseholdId, ctx: &mut Ctx) -> Result<ResponseId, StoreError> {
        let door = ctx.register::<Roll>().and_then(|roll| roll.household(household));
        let door = door.map(|found| found.address.door.clone()).unwrap_or_default();
        let same = |head: &crate::domain::survey::DraftHead| {
            let of_round = plan.session.is_none() || head.session == plan.session;
            of_round && head.survey.id == plan.survey && head.door == door && head.correction.is_none()
        };
        if let Some(begun) = ctx.store.drafts()?.into_iter().find(|draft| same(&draft.head)) {
            return Ok(begun.head.id);
        }
        let (survey, form) = ctx.survey_to_fill(&plan.survey)?;
        let (session, surveyor) = (plan.session.or(todays(ctx)?), self.visitor(ctx));
        Ok(Filling::begin(ctx, Beginning { survey, form, session, door, surveyor })?.head().id)
    }

    pub(super) fn update_line(&mut self, action: Action, ctx: &mut Ctx) -> Next {
        let Some((_, line)) = &mut self.asked else { return Next::Pass };
        match action {
            Action::Open => self.enter(ctx),
            Action::Input(typing) => {
                line.type_in(&typing);
                self.wrong.clear();
            }
            Action::Back => {
                self.asked = None;
                self.wrong.clear();
            }
            action => return if line.moved(&action) { Next::Stay } else { Next::Pass },
        }
        Next::Stay
    }
}

/// The session held today: with none of its own, a round's responses belong to it.
fn todays(ctx: &Ctx) -> Result<Option<SessionId>, StoreError> {
    let today = ctx.now().date_naive();
    let held = ctx.store.sessions(false)?.into_iter().find(|row| row.session.starts.date_naive() == today);
    Ok(held.map(|row| row.session.id))
}
