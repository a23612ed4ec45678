//! The list of actions: which ones, whose, and what is asked about one.

use std::collections::{BTreeSet, HashMap};

use ratatui::{Frame, layout::Rect};

use super::{
    super::{
        Screen,
        ledger::{Asking, Keyed, Line, Steps, Subject},
        list::moved_in_table,
    },
    ask::{Asked, words},
};
use crate::{
    app::{Action, Ctx, Focus, Next, Place, Scope},
    domain::{
        ActionId, MeetingId,
        meeting::ledger::{self, Action as Assigned},
    },
    tr,
    ui::widgets::{FieldState, TableState},
};

/// Which actions are on view.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// Those not closed out.
    Open,
    /// Of these, mine: whose name is that of who types here.
    Mine,
    /// All there ever were.
    All,
}

impl Which {
    const ALL: [Self; 3] = [Self::Open, Self::Mine, Self::All];

    fn next(self, by: usize) -> Self {
        let at = Self::ALL.iter().position(|which| *which == self).unwrap_or_default();
        Self::ALL[(at + by) % Self::ALL.len()]
    }
}

/// All actions over all meetings.
pub struct ActionsScreen {
    pub(super) which: Which,
    /// Letters typed: whose, or what.
    pub(super) search: FieldState,
    pub(super) rows: Vec<ActionId>,
    pub(super) table: TableState,
    pub(super) asking: Asking<Asked>,
    pub(super) steps: Steps,
    /// What the meetings are called.
    pub(super) meetings: HashMap<MeetingId, String>,
    /// Everybody who was ever to do something.
    names: BTreeSet<String>,
    /// How many are open, and how many of them overdue.
    pub(super) counts: (usize, usize),
}

impl ActionsScreen {
    /// The actions that are open.
    pub fn open(ctx: &mut Ctx) -> Self {
        let mut screen = Self {
            which: Which::Open,
            search: FieldState::default(),
            rows: Vec::new(),
            table: TableState::default(),
            asking: Asking::default(),
            steps: Steps::default(),
            meetings: HashMap::new(),
            names: BTreeSet::new(),
            counts: (0, 0),
        };
        screen.refresh(ctx);
        screen
    }

    /// Reads the rows from the ledger as it was last held; the cursor stays on its action.
    pub(super) fn read(&mut self, ctx: &Ctx) {
        let Some(ledger) = ctx.ledger() else { return };
        let at = self.table.current().and_then(|at| self.rows.get(at).copied());
        let me = ctx.settings.surveyor.clone().unwrap_or_default();
        let open = ledger.open_actions();
        let all = ledger.actions(&ledger::Scope::All);
        self.counts = (open.len(), ledger.overdue(ctx.now().date_naive()));
        self.names = all.iter().map(|(_, action)| action.task.who.clone()).collect();
        let mut found = open;
        if self.which == Which::All {
            found.extend(all.into_iter().rev().filter(|(_, action)| action.is_closed()));
        }
        let typed = self.search.text().trim().to_lowercase();
        let holds = |text: &str| text.to_lowercase().contains(&typed);
        let mine = |action: &Assigned| !me.is_empty() && action.task.who.contains(&me);
        let wanted = |action: &Assigned| {
            (self.which != Which::Mine || mine(action)) && (holds(&action.task.who) || holds(&action.task.what))
        };
        self.rows = found.into_iter().filter(|(_, action)| wanted(action)).map(|(id, _)| id).collect();
        self.table.set_len(self.rows.len());
        if let Some(at) = self.rows.iter().position(|id| Some(*id) == at) {
            self.table.go_to(at);
        }
    }

    /// The action the cursor is on.
    pub(super) fn selected<'a>(&self, ctx: &'a Ctx) -> Option<(ActionId, &'a Assigned)> {
        let id = *self.rows.get(self.table.current()?)?;
        Some((id, ctx.ledger()?.action(id)?))
    }

    pub(super) fn named(id: ActionId, ctx: &Ctx) -> String {
        ctx.ledger().and_then(|ledger| ledger.action(id)).map(words).unwrap_or_default()
    }

    /// A name that begins with what is typed for who does it.
    pub(super) fn offered(&self) -> Option<&str> {
        let (asked, line) = self.asking.get()?;
        let at = match asked {
            Asked::New | Asked::Change(_) => 1,
            Asked::Done(_) | Asked::Check(_) => 0,
            Asked::Reopen(_) | Asked::Drop(_) => return None,
        };
        let typed = line.text(at);
        let begins = |name: &&String| name.starts_with(typed) && *name != typed;
        (line.at() == at && !typed.is_empty()).then(|| self.names.iter().find(begins))?.map(String::as_str)
    }

    fn take_offer(&mut self) -> bool {
        let Some(name) = self.offered().map(str::to_owned) else { return false };
        self.asking.complete(&name);
        true
    }

    fn update_line(&mut self, action: &Action, ctx: &mut Ctx) -> Next {
        if *action == Action::NextField && self.take_offer() {
            return Next::Stay;
        }
        match self.asking.key(action) {
            Keyed::Record => self.record(ctx),
            Keyed::Elsewhere => return Next::Pass,
            Keyed::Typed | Keyed::Left | Keyed::Moved => {}
        }
        Next::Stay
    }

    /// Holds the meeting the selected action comes from, so that its item can be named.
    fn hold_origin(&self, ctx: &mut Ctx) {
        let origin = self.selected(ctx).and_then(|(_, action)| action.origin.as_ref()).map(|origin| origin.meeting);
        if let Some(meeting) = origin.filter(|meeting| self.meetings.contains_key(meeting)) {
            ctx.hold(meeting);
        }
    }
}

impl Screen for ActionsScreen {
    fn place(&self) -> Place {
        Place::Actions
    }

    fn scope(&self) -> Scope {
        if self.asking.is_open() { Scope::LedgerLine } else { Scope::Actions }
    }

    fn title(&self, ctx: &Ctx) -> String {
        let l = &ctx.locale;
        match self.which {
            Which::Open => tr!(l, "actions-title-open"),
            Which::Mine => {
                let me = ctx.settings.surveyor.clone().unwrap_or_default();
                tr!(l, "actions-title-mine", who = me)
            }
            Which::All => tr!(l, "actions-title-all"),
        }
    }

    fn status(&self, ctx: &Ctx) -> String {
        let (open, overdue) = self.counts;
        tr!(ctx.locale, "actions-status", open = open, overdue = overdue)
    }

    fn focus(&self) -> Focus {
        if self.asking.is_open() { Focus::Field } else { Focus::TypeAhead }
    }

    fn allows(&self, action: &Action) -> bool {
        match action {
            Action::Book(_) | Action::Edit => !self.rows.is_empty(),
            Action::Open if !self.asking.is_open() => !self.rows.is_empty(),
            _ => true,
        }
    }

    fn update(&mut self, action: Action, ctx: &mut Ctx) -> Next {
        if self.asking.is_open() {
            return self.update_line(&action, ctx);
        }
        match action {
            Action::Open => self.next_step(ctx),
            Action::New => self.ask_new(),
            Action::Edit => self.change(ctx),
            Action::Book(booking) => self.book(booking, ctx),
            Action::Undo => {
                let selected = self.selected(ctx).map(|(id, action)| (Subject::Action(id), words(action)));
                let about = self.steps.undo(ctx, selected);
                self.read(ctx);
                let row = self.rows.iter().position(|id| about == Some(Subject::Action(*id)));
                self.table.go_to(row.or(self.table.current()).unwrap_or_default());
            }
            Action::NextField | Action::PreviousField => {
                self.which = self.which.next(if action == Action::NextField { 1 } else { 2 });
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
            action => {
                let next = moved_in_table(&mut self.table, &action);
                if next == Next::Pass {
                    return next;
                }
                self.hold_origin(ctx);
                return next;
            }
        }
        Next::Stay
    }

    fn view(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        self.draw(ctx, frame, area);
    }

    fn refresh(&mut self, ctx: &mut Ctx) {
        self.asking.forgive();
        let meetings = ctx.read(crate::store::Store::meetings).unwrap_or_default();
        self.meetings = meetings.into_iter().map(|row| (row.id, row.title)).collect();
        ctx.hold_ledger();
        self.read(ctx);
        self.hold_origin(ctx);
    }

    fn line(&self) -> Option<&Line> {
        self.asking.line()
    }

    fn line_mut(&mut self) -> Option<&mut Line> {
        self.asking.line_mut()
    }

    fn copied(&self, ctx: &Ctx) -> Option<String> {
        self.selected(ctx).map(|(_, action)| words(action))
    }
}
