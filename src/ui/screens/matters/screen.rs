//! The list of matters: which ones, in which order, and what is picked for an agenda.

use std::collections::BTreeSet;

use chrono::{DateTime, FixedOffset};
use ratatui::{Frame, layout::Rect};

use super::super::{
    Screen,
    ledger::{Keyed, Line},
    list::moved_in_table,
};
use crate::{
    app::{Action, Ctx, Fate, FetchedMatters, Focus, Level, Next, Place, Scope, SortWhat, Task, printing::PrintOrder},
    domain::{
        MatterId, RecordId,
        matter::{About, Event, Matters, Programme, Raised, Step},
        record::StoreError,
    },
    locale::step_words,
    report::Report,
    tr,
    ui::widgets::{FieldState, TableState},
};

/// A matter as the list shows it.
#[derive(Debug, Clone)]
pub(super) struct Row {
    pub id: MatterId,
    pub about: About,
    pub concern: String,
    pub step: Step,
    pub raised: Raised,
    pub suggestions: usize,
    /// When it was raised.
    pub since: DateTime<FixedOffset>,
}

impl Row {
    pub fn is_open(&self) -> bool {
        self.step < Step::Done
    }
}

/// Which matters are on view.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Which {
    /// Those not done, checked or dropped.
    Open,
    All,
    At(Step),
}

const WHICH: [Which; 11] = [
    Which::Open,
    Which::All,
    Which::At(Step::Raised),
    Which::At(Step::Sorted),
    Which::At(Step::Discussed),
    Which::At(Step::Decided),
    Which::At(Step::Funded),
    Which::At(Step::UnderWay),
    Which::At(Step::Done),
    Which::At(Step::Checked),
    Which::At(Step::Dropped),
];

/// All matters.
pub struct MattersScreen {
    pub(super) all: Vec<Row>,
    /// Those on view, as places in `all`.
    pub(super) rows: Vec<usize>,
    pub(super) table: TableState,
    pub(super) which: Which,
    /// The name of the concern, when only its matters are on view.
    pub(super) concern: Option<String>,
    pub(super) programme: Option<Programme>,
    pub(super) search: FieldState,
    pub(super) picked: BTreeSet<MatterId>,
    pub(super) board: bool,
    pub(super) line: Option<Line>,
    pub(super) wrong: String,
    steps: Vec<Vec<RecordId>>,
    /// Where there is much, it is read in the background first.
    pub(super) reading: Option<Task<Result<FetchedMatters, StoreError>>>,
}

impl MattersScreen {
    /// The open matters.
    pub fn open(ctx: &mut Ctx) -> Self {
        let mut screen = Self {
            all: Vec::new(),
            rows: Vec::new(),
            table: TableState::default(),
            which: Which::Open,
            concern: None,
            programme: None,
            search: FieldState::default(),
            picked: BTreeSet::new(),
            board: false,
            line: None,
            wrong: String::new(),
            steps: Vec::new(),
            reading: None,
        };
        screen.begin(ctx);
        screen
    }

    /// Reads for the first time: where no matter is open, all are on view.
    fn begin(&mut self, ctx: &mut Ctx) {
        self.read(ctx);
        if self.rows.is_empty() && !self.all.is_empty() {
            self.which = Which::All;
            self.narrow();
        }
    }

    fn arrived(&mut self, ctx: &mut Ctx) {
        match self.reading.as_ref().map(Task::take) {
            Some(Fate::Done(read)) => {
                self.reading = None;
                if let Some(read) = ctx.read(|_| read) {
                    ctx.put_matters(read);
                    self.begin(ctx);
                }
            }
            Some(Fate::Lost) => self.reading = None,
            Some(Fate::Waiting) | None => {}
        }
    }

    fn read(&mut self, ctx: &mut Ctx) {
        if !ctx.gathers_at_once() {
            self.reading.get_or_insert_with(|| ctx.fetch_matters());
            return;
        }
        if !ctx.gather() {
            return;
        }
        let Some(facts) = ctx.facts() else { return };
        let label = |name: &str| {
            let known = facts.matters.concerns().find(|concern| concern.name == name);
            known.map_or_else(|| name.to_owned(), |concern| concern.label.get(ctx.lang()).to_owned())
        };
        let rows = facts.matters.matters().map(|(id, matter)| Row {
            id,
            about: matter.about.clone(),
            concern: label(&matter.about.concern),
            step: facts.step(id),
            raised: facts.raised(id),
            suggestions: facts.matters.suggestions(id).len(),
            since: facts.matters.history(id).first().map(|record| record.at).unwrap_or_default(),
        });
        let mut rows: Vec<Row> = rows.collect();
        rows.sort_by_key(|row| (!row.is_open(), row.since, row.id));
        self.all = rows;
        self.picked.retain(|id| self.all.iter().any(|row| row.id == *id));
        self.narrow();
    }

    /// Finds the rows on view; the cursor stays on its matter.
    fn narrow(&mut self) {
        let at = self.current().map(|row| row.id);
        let typed = self.search.text().trim().to_lowercase();
        let holds = |text: &str| text.to_lowercase().contains(&typed);
        let wanted = |row: &Row| {
            let here = match self.which {
                Which::Open => row.is_open(),
                Which::All => true,
                Which::At(step) => row.step == step,
            };
            let place = || row.about.place.0.iter().any(|part| holds(part));
            here && self.concern.as_ref().is_none_or(|name| *name == row.about.concern)
                && self.programme.is_none_or(|programme| row.about.programme == Some(programme))
                && (holds(&row.about.title) || holds(&row.concern) || place())
        };
        self.rows = (0..self.all.len()).filter(|at| wanted(&self.all[*at])).collect();
        if self.board {
            self.rows.sort_by_key(|at| (super::board::column(self.all[*at].step), *at));
        }
        self.table.set_len(self.rows.len());
        if let Some(at) = self.rows.iter().position(|row| Some(self.all[*row].id) == at) {
            self.table.go_to(at);
        }
    }

    pub(super) fn row(&self, at: usize) -> Option<&Row> {
        self.all.get(*self.rows.get(at)?)
    }

    pub(super) fn current(&self) -> Option<&Row> {
        self.row(self.table.current()?)
    }

    fn next_concern(&mut self, forward: bool) {
        let mut names: Vec<Option<String>> = self
            .all
            .iter()
            .map(|row| Some(row.about.concern.clone()))
            .filter(|name| *name != Some(String::new()))
            .collect();
        names.sort();
        names.dedup();
        names.insert(0, None);
        let at = names.iter().position(|name| *name == self.concern).unwrap_or_default();
        let by = if forward { 1 } else { names.len() - 1 };
        self.concern.clone_from(&names[(at + by) % names.len()]);
        self.narrow();
    }

    fn next_programme(&mut self) {
        let all: Vec<Option<Programme>> = std::iter::once(None).chain(Programme::ALL.into_iter().map(Some)).collect();
        let at = all.iter().position(|programme| *programme == self.programme).unwrap_or_default();
        self.programme = all[(at + 1) % all.len()];
        self.narrow();
    }

    fn next_which(&mut self, by: usize) {
        let at = WHICH.iter().position(|which| *which == self.which).unwrap_or_default();
        self.which = WHICH[(at + by) % WHICH.len()];
        self.narrow();
    }

    fn pick(&mut self) {
        let Some(id) = self.current().map(|row| row.id) else { return };
        if !self.picked.remove(&id) {
            self.picked.insert(id);
        }
        self.table.go_to(self.table.current().unwrap_or_default() + 1);
    }

    /// Prints the matters on view.
    fn print(&self) -> Next {
        let steps = match self.which {
            Which::Open => Step::ALL.into_iter().filter(|step| step.is_open()).collect(),
            Which::All => Vec::new(),
            Which::At(step) => vec![step],
        };
        let (concern, programme) = (self.concern.clone(), self.programme);
        let order = PrintOrder { steps, concern, programme, ..PrintOrder::new(Report::Matters) };
        Next::Go(Place::Print { order: Box::new(order) })
    }

    /// Makes an agenda of those picked, or of the one the cursor is on, and sets its meeting up.
    fn agenda(&mut self, ctx: &mut Ctx) -> Next {
        let mut ids: Vec<MatterId> = self.all.iter().map(|row| row.id).filter(|id| self.picked.contains(id)).collect();
        if ids.is_empty() {
            ids.extend(self.current().map(|row| row.id));
        }
        match ctx.meeting_from_matters(&ids) {
            Some(meeting) => {
                self.picked.clear();
                Next::Go(Place::Lobby { meeting })
            }
            None => Next::Stay,
        }
    }

    fn raise(&mut self, ctx: &mut Ctx) {
        let Some(title) = self.line.as_ref().map(|line| line.text(0).to_owned()) else { return };
        let matter = MatterId(ctx.new_id());
        let about = About { title, ..About::default() };
        let raised = Event::Raised { matter, about, split_from: None };
        if let Some(made) = ctx.ask_register::<Matters>(raised.into()) {
            self.steps.push(made);
            self.line = None;
            self.read(ctx);
            if let Some(at) = (0..self.rows.len()).find(|at| self.row(*at).is_some_and(|row| row.id == matter)) {
                self.table.go_to(at);
            }
        }
    }

    fn undo(&mut self, ctx: &mut Ctx) {
        match self.steps.pop() {
            Some(made) if ctx.undo_register::<Matters>(&made).is_some() => {
                ctx.notice(Level::Done, |l| tr!(l, "sorting-undone"));
                self.read(ctx);
            }
            Some(made) => self.steps.push(made),
            None => ctx.notice(Level::Info, |l| tr!(l, "followup-nothing-to-undo")),
        }
    }

    fn update_line(&mut self, action: &Action, ctx: &mut Ctx) -> Next {
        let Some(line) = &mut self.line else { return Next::Pass };
        match line.key(action) {
            Keyed::Record => self.raise(ctx),
            Keyed::Left => self.line = None,
            Keyed::Typed | Keyed::Moved => {}
            Keyed::Elsewhere => return Next::Pass,
        }
        Next::Stay
    }

    /// What is on view, in words: which state, concern, programme.
    pub(super) fn narrowed(&self, ctx: &Ctx) -> String {
        let l = &ctx.locale;
        let mut parts = vec![match self.which {
            Which::Open => tr!(l, "matters-open"),
            Which::All => tr!(l, "matters-all"),
            Which::At(step) => step_words(l, step),
        }];
        if let Some(name) = &self.concern {
            let label = self.all.iter().find(|row| row.about.concern == *name).map(|row| row.concern.clone());
            parts.push(label.unwrap_or_else(|| name.clone()));
        }
        parts.extend(self.programme.map(|programme| crate::locale::programme_words(l, programme)));
        parts.join(" · ")
    }
}

impl Screen for MattersScreen {
    fn place(&self) -> Place {
        Place::Matters
    }

    fn scope(&self) -> Scope {
        if self.line.is_some() { Scope::LedgerLine } else { Scope::Matters }
    }

    fn title(&self, ctx: &Ctx) -> String {
        tr!(ctx.locale, "matters-title")
    }

    fn status(&self, ctx: &Ctx) -> String {
        let (all, open) = (self.all.len(), self.all.iter().filter(|row| row.is_open()).count());
        match self.picked.len() {
            0 => tr!(ctx.locale, "matters-status", all = all, open = open),
            picked => tr!(ctx.locale, "matters-picked", picked = picked),
        }
    }

    fn focus(&self) -> Focus {
        if self.line.is_some() { Focus::Field } else { Focus::TypeAhead }
    }

    fn allows(&self, action: &Action) -> bool {
        match action {
            Action::Open | Action::Toggle | Action::Vote if self.line.is_none() => !self.rows.is_empty(),
            Action::Go(Place::Matters) => false,
            _ => true,
        }
    }

    fn update(&mut self, action: Action, ctx: &mut Ctx) -> Next {
        if action == Action::Arrived {
            self.arrived(ctx);
            return Next::Stay;
        }
        if self.line.is_some() {
            return self.update_line(&action, ctx);
        }
        match action {
            Action::Open => return self.current().map_or(Next::Stay, |row| Next::Go(Place::Matter { matter: row.id })),
            Action::Toggle => self.pick(),
            Action::Vote => return self.agenda(ctx),
            Action::Print => return self.print(),
            Action::Work => return Next::Go(Place::Sorting { what: Vec::<SortWhat>::new(), blind: false }),
            Action::New => {
                self.line = Some(Line::new().field("", 1));
                self.wrong.clear();
            }
            Action::Order => {
                self.board = !self.board;
                self.narrow();
            }
            Action::NextField => self.next_which(1),
            Action::PreviousField => self.next_which(WHICH.len() - 1),
            Action::Right => self.next_concern(true),
            Action::Left => self.next_concern(false),
            Action::All => self.next_programme(),
            Action::Undo => self.undo(ctx),
            Action::Input(typing) => {
                self.search.apply(&typing);
                self.narrow();
            }
            Action::Back if !self.search.is_empty() => {
                self.search.set("");
                self.narrow();
            }
            action => return moved_in_table(&mut self.table, &action),
        }
        Next::Stay
    }

    fn view(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        self.draw(ctx, frame, area);
    }

    fn refresh(&mut self, ctx: &mut Ctx) {
        self.read(ctx);
    }

    fn text(&self) -> Option<String> {
        self.line.as_ref().map(Line::focused_text)
    }

    fn put_text(&mut self, text: &str, _: &mut Ctx) {
        if let Some(line) = &mut self.line {
            line.put_text(text);
        }
    }

    fn copied(&self, _: &Ctx) -> Option<String> {
        self.current().map(|row| row.about.title.clone())
    }
}
