//! The screen: which view, what is asked about a row, and what was done here.

use ratatui::{Frame, layout::Rect};

use super::{
    super::{
        Screen,
        ledger::{Asking, Keyed, Line},
        list::moved_in_table,
    },
    ask::Asked,
    rows::{Row, View, counts, fitting, rows, services},
};
use crate::{
    app::{Action, Ctx, Focus, Level, Next, Place, Posted, Scope},
    domain::{
        RecordId,
        place::Roll,
        service::{Command, Event, Services},
    },
    tr,
    ui::widgets::{FieldState, TableState},
};

/// Services among neighbours and duties of upkeep.
pub struct ServicesScreen {
    pub(super) view: View,
    pub(super) posted: Vec<Posted>,
    pub(super) rows: Vec<Row>,
    pub(super) table: TableState,
    /// Letters typed: who or what.
    pub(super) search: FieldState,
    pub(super) asking: Asking<Asked>,
    /// A request and the offers that may serve it.
    pub(super) choosing: Option<(Posted, Vec<Posted>, TableState)>,
    /// Requests that wait, duties that are late.
    pub(super) counts: (usize, usize),
    /// What was done here, with its name, so that it can be taken back.
    steps: Vec<(Vec<RecordId>, String)>,
}

impl ServicesScreen {
    /// The requests.
    pub fn open(ctx: &mut Ctx) -> Self {
        let mut screen = Self {
            view: View::Requests,
            posted: Vec::new(),
            rows: Vec::new(),
            table: TableState::default(),
            search: FieldState::default(),
            asking: Asking::default(),
            choosing: None,
            counts: (0, 0),
            steps: Vec::new(),
        };
        screen.refresh(ctx);
        screen
    }

    /// Makes the rows of the view from what was last read.
    pub(super) fn read(&mut self, ctx: &Ctx) {
        let Some(services) = services(ctx) else { return };
        self.rows = rows(self.view, &self.posted, services, self.search.text());
        self.counts = counts(&self.posted, services, ctx.now().date_naive());
        self.table.set_len(self.rows.len());
        self.asking.forgive();
    }

    /// The row the cursor is on.
    pub(super) fn selected(&self) -> Option<&Row> {
        self.rows.get(self.table.current()?)
    }

    /// The team a service belongs to that nobody asked for: the one most members of are in.
    pub(super) fn team(&self, ctx: &mut Ctx) -> String {
        let Some(roll) = ctx.hold_register::<Roll>() else { return String::new() };
        let Some((_, line)) = self.asking.get() else { return String::new() };
        let named = |name: &str| line.text(1).contains(name);
        let members = roll.members().filter(|(_, member)| named(&member.name));
        let mut teams: std::collections::BTreeMap<&str, (usize, usize)> = std::collections::BTreeMap::new();
        for (place, team) in members.flat_map(|(_, member)| member.teams.iter().enumerate()) {
            let (count, last) = teams.entry(team).or_default();
            (*count, *last) = (*count + 1, (*last).max(place));
        }
        teams.into_iter().max_by_key(|(_, found)| *found).map(|(team, _)| team.to_owned()).unwrap_or_default()
    }

    /// Asks something of the services, and keeps how to take it back.
    pub(super) fn steps_ask(&mut self, ctx: &mut Ctx, event: Event, what: String) -> bool {
        let Some(made) = ctx.ask_register::<Services>(Command::Event(event)) else { return false };
        if !made.is_empty() {
            let said = what.clone();
            ctx.notice(Level::Done, |l| tr!(l, "services-recorded", what = said));
            self.steps.push((made, what));
        }
        true
    }

    fn undo(&mut self, ctx: &mut Ctx) {
        let Some((records, what)) = self.steps.pop() else {
            return ctx.notice(Level::Info, |l| tr!(l, "followup-nothing-to-undo"));
        };
        if ctx.undo_register::<Services>(&records).is_none() {
            // It can be tried again when the disk is better.
            return self.steps.push((records, what));
        }
        ctx.notice(Level::Done, |l| tr!(l, "followup-undone", what = what));
        self.read(ctx);
    }

    /// The next thing a row waits for: an offer for a request, then that it is served; that a duty is done.
    fn next_step(&mut self, ctx: &mut Ctx) {
        match self.selected().cloned() {
            Some(Row::Request(request)) => match self.matched(&request, ctx).cloned() {
                Some(offer) => self.ask_give(Some(request), Some(offer), ctx),
                None => self.choose(request),
            },
            Some(Row::Offer(offer)) => self.ask_give(None, Some(offer), ctx),
            Some(Row::Duty(id, kept)) if kept.ended.is_none() => self.ask_done(id, ctx),
            Some(Row::Duty(..) | Row::Given(..)) | None => {}
        }
    }

    fn choose(&mut self, request: Posted) {
        let offers = fitting(&self.posted, &request);
        let mut table = TableState::default();
        table.set_len(offers.len());
        self.choosing = Some((request, offers, table));
    }

    fn update_line(&mut self, action: &Action, ctx: &mut Ctx) -> Next {
        match self.asking.key(action) {
            Keyed::Record => self.record(ctx),
            Keyed::Elsewhere => return Next::Pass,
            Keyed::Typed | Keyed::Left | Keyed::Moved => {}
        }
        Next::Stay
    }

    fn update_choice(&mut self, action: &Action, ctx: &mut Ctx) -> Next {
        let Some((request, offers, table)) = &mut self.choosing else { return Next::Pass };
        let at = match action {
            Action::Open => table.current(),
            Action::Digit(digit) => usize::from(*digit).checked_sub(1),
            Action::Delete => {
                let request = request.clone();
                self.pair(&request, None, ctx);
                return Next::Stay;
            }
            Action::Back => {
                self.choosing = None;
                return Next::Stay;
            }
            _ => return moved_in_table(table, action),
        };
        if let Some(offer) = at.and_then(|at| offers.get(at)).cloned() {
            let request = request.clone();
            self.pair(&request, Some(&offer), ctx);
        }
        Next::Stay
    }
}

impl Screen for ServicesScreen {
    fn place(&self) -> Place {
        Place::Services
    }

    fn scope(&self) -> Scope {
        match (self.asking.get(), &self.choosing) {
            (Some(_), _) => Scope::LedgerLine,
            (None, Some(_)) => Scope::Offers,
            (None, None) => Scope::Services,
        }
    }

    fn title(&self, ctx: &Ctx) -> String {
        tr!(ctx.locale, "services-title")
    }

    fn status(&self, ctx: &Ctx) -> String {
        let (waiting, late) = self.counts;
        tr!(ctx.locale, "services-status", waiting = waiting, late = late)
    }

    fn focus(&self) -> Focus {
        match (self.asking.get(), &self.choosing) {
            (Some(_), _) => Focus::Field,
            (None, Some(_)) => Focus::None,
            (None, None) => Focus::TypeAhead,
        }
    }

    fn allows(&self, action: &Action) -> bool {
        let duty = self.view == View::Duties && !self.rows.is_empty();
        match action {
            Action::Edit | Action::Delete if self.choosing.is_none() => duty,
            Action::Compare => self.view == View::Requests && !self.rows.is_empty(),
            Action::Open if !self.asking.is_open() => !self.rows.is_empty() && self.view != View::Given,
            _ => true,
        }
    }

    fn update(&mut self, action: Action, ctx: &mut Ctx) -> Next {
        if self.asking.is_open() {
            return self.update_line(&action, ctx);
        }
        if self.choosing.is_some() {
            return self.update_choice(&action, ctx);
        }
        match action {
            Action::Open => self.next_step(ctx),
            Action::New => self.ask_new(ctx),
            Action::Edit => self.change(ctx),
            Action::Delete => self.end(ctx),
            Action::Compare => {
                if let Some(Row::Request(request)) = self.selected().cloned() {
                    self.choose(request);
                }
            }
            Action::Undo => self.undo(ctx),
            Action::NextField | Action::PreviousField => {
                self.view = self.view.next(if action == Action::NextField { 1 } else { View::ALL.len() - 1 });
                self.table = TableState::default();
                self.read(ctx);
            }
            Action::Input(typing) => {
                self.search.apply(&typing);
                self.read(ctx);
            }
            Action::Back if !self.search.is_empty() => {
                self.search.set("");
                self.read(ctx);
            }
            action => return moved_in_table(&mut self.table, &action),
        }
        Next::Stay
    }

    fn view(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        self.draw(ctx, frame, area);
    }

    fn refresh(&mut self, ctx: &mut Ctx) {
        self.posted = ctx.posted().unwrap_or_default();
        ctx.hold_register::<Services>();
        self.read(ctx);
    }

    fn line(&self) -> Option<&Line> {
        self.asking.line()
    }

    fn line_mut(&mut self) -> Option<&mut Line> {
        self.asking.line_mut()
    }
}
