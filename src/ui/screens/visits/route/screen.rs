//! The route and its keys.

use ratatui::{Frame, layout::Rect};

use super::{super::pieces, Asked, drawing::named};
use crate::{
    app::{Action, Ctx, Doorstep, Focus, Level, Next, Place, Scope},
    domain::{
        HouseholdId, RecordId, RoundId,
        place::Roll,
        visit::{Coverage, Rounds, next_door},
    },
    tr,
    ui::{
        screens::{Screen, ledger::Line, list::moved_in_table},
        widgets::TableState,
    },
};

/// The way of one surveyor, or all doors of a round.
pub struct RouteScreen {
    pub(super) round: RoundId,
    pub(super) who: Option<String>,
    pub(super) order: Vec<HouseholdId>,
    pub(super) table: TableState,
    pub(super) coverage: Coverage,
    pub(super) asked: Option<(Asked, Line)>,
    pub(super) wrong: String,
    /// A note for what is said of this door next.
    pub(super) note: Option<(HouseholdId, String)>,
    /// What was recorded here, newest last: records and their door.
    pub(super) steps: Vec<(Vec<RecordId>, HouseholdId)>,
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

    pub(super) fn read(&mut self, ctx: &Ctx) {
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

    pub(super) fn door(&self) -> Option<HouseholdId> {
        self.order.get(self.table.current()?).copied()
    }

    fn next(&self, after: Option<usize>, ctx: &Ctx) -> Option<usize> {
        let rounds = ctx.register::<Rounds>()?;
        next_door(&self.order, after, ctx.now(), |door| rounds.at_door(self.round, door))
    }

    /// To the next door, or says that none is left for now.
    pub(super) fn go_on(&mut self, ctx: &mut Ctx) {
        match self.next(self.table.current(), ctx) {
            Some(at) => self.table.go_to(at),
            None => ctx.notice(Level::Info, |l| tr!(l, "visits-no-next")),
        }
    }

    /// Who goes: whose route it is, else who types here.
    pub(super) fn visitor(&self, ctx: &Ctx) -> String {
        self.who.clone().or_else(|| ctx.settings.surveyor.clone()).unwrap_or_default()
    }

    /// Counts a door anew.
    pub(super) fn count(&mut self, door: HouseholdId, ctx: &Ctx) {
        let Some(rounds) = ctx.register::<Rounds>() else { return };
        let until = rounds.round(self.round).and_then(|round| round.plan.until);
        let state = rounds.at_door(self.round, door);
        self.coverage.set(door, &state, state.is_overdue(until, ctx.now()));
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
        self.draw(ctx, frame, area);
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

    fn line(&self) -> Option<&Line> {
        self.asked.as_ref().map(|(_, line)| line)
    }

    fn line_mut(&mut self) -> Option<&mut Line> {
        self.asked.as_mut().map(|(_, line)| line)
    }

    fn copied(&self, ctx: &Ctx) -> Option<String> {
        self.door().map(|door| named(door, ctx))
    }
}
