//! 走访路线: door after door by building and entrance; one digit says what came of it and goes on to the next.

use ratatui::{Frame, layout::Rect, widgets::Widget};

use super::{
    super::{
        Screen,
        ledger::{Enter, Foot, Line, Said},
        list::moved_in_table,
    },
    at_door, pieces,
};
use crate::{
    app::{Action, Beginning, Ctx, Doorstep, Filling, Focus, Level, Next, Place, Scope, Visiting},
    domain::{
        AttemptId, HouseholdId, RecordId, ResponseId, RoundId, SessionId,
        place::Roll,
        record::StoreError,
        visit::{Advice, Attempt, Command, Coverage, Disposition, Event, Plan, Rounds, Stage, next_door},
    },
    locale::{
        date_fault, door as short, store_error, typed_date_time, visit_address, visit_advice, visit_must_visits,
        visit_stage,
    },
    tr,
    ui::{
        theme::{Meaning, Theme},
        widgets::{Column, Table, TableCell, TableState},
    },
};

/// A window narrower than this leaves courtyards out of the list.
const NARROW: u16 = 100;

/// What is being typed about a door.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Asked {
    /// When to come back, and a note.
    ComeBack,
    /// A note.
    Note,
}

/// The way of one surveyor, or all doors of a round.
pub struct RouteScreen {
    round: RoundId,
    who: Option<String>,
    order: Vec<HouseholdId>,
    table: TableState,
    coverage: Coverage,
    asked: Option<(Asked, Line)>,
    wrong: String,
    /// A note for what is said of this door next.
    note: Option<(HouseholdId, String)>,
    /// What was recorded here, newest last: records and their door.
    steps: Vec<(Vec<RecordId>, HouseholdId)>,
}

impl RouteScreen {
    /// The way of somebody, or all doors; at this door or at the next to go to. Nothing when there is no such round.
    pub fn open(round: RoundId, who: Option<String>, door: Option<HouseholdId>, ctx: &mut Ctx) -> Option<Self> {
        pieces::held(round, ctx)?;
        let mut screen = Self {
            round,
            who,
            order: Vec::new(),
            table: TableState::default(),
            coverage: Coverage::default(),
            asked: None,
            wrong: String::new(),
            note: None,
            steps: Vec::new(),
        };
        screen.read(ctx);
        match door.and_then(|door| screen.order.iter().position(|known| *known == door)) {
            Some(at) => screen.table.go_to(at),
            None => screen.table.go_to(screen.next(None, ctx).unwrap_or_default()),
        }
        Some(screen)
    }

    fn read(&mut self, ctx: &Ctx) {
        let (Some(rounds), Some(roll)) = (ctx.register::<Rounds>(), ctx.register::<Roll>()) else { return };
        let Some(found) = rounds.round(self.round) else { return };
        let at = self.door();
        self.order = found.plan.route(roll, self.who.as_deref());
        self.coverage = Coverage::over(rounds, self.round, &self.order, roll, ctx.now());
        self.table.set_len(self.order.len());
        if let Some(at) = self.order.iter().position(|id| Some(*id) == at) {
            self.table.go_to(at);
        }
    }

    fn door(&self) -> Option<HouseholdId> {
        self.order.get(self.table.current()?).copied()
    }

    fn next(&self, after: Option<usize>, ctx: &Ctx) -> Option<usize> {
        let rounds = ctx.register::<Rounds>()?;
        next_door(&self.order, after, ctx.now(), |door| rounds.at_door(self.round, door))
    }

    /// To the next door, or says that none is left for now.
    fn go_on(&mut self, ctx: &mut Ctx) {
        match self.next(self.table.current(), ctx) {
            Some(at) => self.table.go_to(at),
            None => ctx.notice(Level::Info, |l| tr!(l, "visits-no-next")),
        }
    }

    /// Who goes: whose route it is, else who types here.
    fn visitor(&self, ctx: &Ctx) -> String {
        self.who.clone().or_else(|| ctx.settings.surveyor.clone()).unwrap_or_default()
    }

    /// Counts a door anew.
    fn count(&mut self, door: HouseholdId, ctx: &Ctx) {
        let Some(rounds) = ctx.register::<Rounds>() else { return };
        let until = rounds.round(self.round).and_then(|round| round.plan.until);
        let state = rounds.at_door(self.round, door);
        self.coverage.set(door, &state, state.is_overdue(until, ctx.now()));
    }

    /// Records what came of it and goes on.
    fn record(&mut self, disposition: Disposition, note: &str, ctx: &mut Ctx) -> bool {
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

    fn undo(&mut self, ctx: &mut Ctx) {
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

    fn step(&mut self, step: Doorstep, ctx: &mut Ctx) -> Next {
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

    fn ask(&mut self, asked: Asked, line: Line) {
        self.asked = Some((asked, line));
        self.wrong.clear();
    }

    /// Takes what was typed.
    fn enter(&mut self, ctx: &mut Ctx) {
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
    fn fill(&mut self, ctx: &mut Ctx) -> Next {
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

    /// The route of the next surveyor; after the last all doors.
    fn whose(&mut self, ctx: &mut Ctx) {
        let Some(found) = pieces::round(self.round, ctx) else { return };
        let names: Vec<String> = found.plan.surveyors().into_iter().map(str::to_owned).collect();
        self.who = match self.who.as_ref().and_then(|who| names.iter().position(|name| name == who)) {
            None => names.first().cloned(),
            Some(at) => names.get(at + 1).cloned(),
        };
        self.read(ctx);
        self.table.go_to(self.next(None, ctx).unwrap_or_default());
    }

    fn update_line(&mut self, action: Action, ctx: &mut Ctx) -> Next {
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
        let columns = [
            Column::growing(tr!(l, "visits-door"), 24).up_to(30),
            Column::growing(tr!(l, "visits-stands"), 16).up_to(28),
            Column::growing(tr!(l, "visits-next-try"), 16).up_to(30),
            Column::growing(tr!(l, "visits-must-column"), 12),
        ];
        // In a narrow window the number of the door matters more than the courtyard.
        let brief = area.width < NARROW;
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

fn named(door: HouseholdId, ctx: &Ctx) -> String {
    named_at(ctx.register::<Roll>().and_then(|roll| roll.household(door)), ctx)
}

fn named_at(household: Option<&crate::domain::place::Household>, ctx: &Ctx) -> String {
    household.map_or_else(|| tr!(ctx.locale, "visits-gone-from-roll"), |h| visit_address(&ctx.locale, &h.address))
}

/// The session held today: with none of its own, a round's responses belong to it.
fn todays(ctx: &Ctx) -> Result<Option<SessionId>, StoreError> {
    let today = ctx.now().date_naive();
    let held = ctx.store.sessions(false)?.into_iter().find(|row| row.session.starts.date_naive() == today);
    Ok(held.map(|row| row.session.id))
}

impl Screen for RouteScreen {
    fn place(&self) -> Place {
        Place::Route { round: self.round, who: self.who.clone(), door: self.door() }
    }

    fn scope(&self) -> Scope {
        if self.asked.is_some() { Scope::LedgerLine } else { Scope::Route }
    }

    fn title(&self, ctx: &Ctx) -> String {
        let title = pieces::title(self.round, ctx);
        match &self.who {
            Some(who) => tr!(ctx.locale, "visits-route-of", round = title, who = who.as_str()),
            None => tr!(ctx.locale, "visits-route-all", round = title),
        }
    }

    fn status(&self, ctx: &Ctx) -> String {
        let (all, open) = (self.coverage.all.all(), self.coverage.all.open());
        let settled = all - open;
        tr!(ctx.locale, "visits-progress", done = settled, all = all)
    }

    fn focus(&self) -> Focus {
        if self.asked.is_some() { Focus::Field } else { Focus::None }
    }

    fn update(&mut self, action: Action, ctx: &mut Ctx) -> Next {
        if self.asked.is_some() {
            return self.update_line(action, ctx);
        }
        match action {
            Action::Digit(digit) => match Doorstep::of_digit(digit) {
                Some(step) => self.step(step, ctx),
                None => Next::Stay,
            },
            Action::Doorstep(step) => self.step(step, ctx),
            Action::Open => self.step(Doorstep::Fill, ctx),
            Action::NextField => {
                self.whose(ctx);
                Next::Stay
            }
            Action::Undo => {
                self.undo(ctx);
                Next::Stay
            }
            action => moved_in_table(&mut self.table, &action),
        }
    }

    fn view(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
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

    fn refresh(&mut self, ctx: &mut Ctx) {
        pieces::hold(ctx);
        self.read(ctx);
        // Back from a survey that was finished: on to the next door.
        let Some(visiting) = ctx.visiting.filter(|visiting| visiting.round == self.round) else { return };
        let last = ctx.register::<Rounds>().and_then(|rounds| rounds.last_attempt(self.round, visiting.household));
        if last.is_some_and(|(_, attempt)| attempt.response() == Some(visiting.response)) {
            ctx.visiting = None;
            if self.door() == Some(visiting.household) {
                self.go_on(ctx);
            }
        }
    }

    fn text(&self) -> Option<String> {
        self.asked.as_ref().map(|(_, line)| line.focused_text())
    }

    fn put_text(&mut self, text: &str, _: &mut Ctx) {
        if let Some((_, line)) = &mut self.asked {
            line.put_text(text);
        }
    }

    fn copied(&self, ctx: &Ctx) -> Option<String> {
        self.door().map(|door| named(door, ctx))
    }
}
