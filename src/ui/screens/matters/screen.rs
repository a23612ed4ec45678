//! The list of matters: which ones, in which order, and what is picked for an agenda.

use std::collections::{BTreeSet, HashMap};

use ratatui::{Frame, layout::Rect};

use super::{
    super::{
        Screen,
        ledger::{Keyed, Line},
        list::moved_in_table,
        matter_steps::MatterSteps,
    },
    places::Places,
};
use crate::{
    app::{Action, Ctx, Fate, FetchedMatters, Focus, Next, Place, Scope, SortWhat, Task, printing::PrintOrder},
    domain::{
        MatterId,
        matter::{About, Event, Line as Matter, Programme, Step, Which},
        record::StoreError,
    },
    locale::{place_name, programme_words, step_words},
    report::Report,
    tr,
    ui::widgets::{FieldState, TableState},
};

/// How far the matters on view have come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    /// Those not done, checked or dropped.
    Open,
    All,
    At(Step),
}

impl State {
    const ALL: [Self; 11] = [
        Self::Open,
        Self::All,
        Self::At(Step::Raised),
        Self::At(Step::Sorted),
        Self::At(Step::Discussed),
        Self::At(Step::Decided),
        Self::At(Step::Funded),
        Self::At(Step::UnderWay),
        Self::At(Step::Done),
        Self::At(Step::Checked),
        Self::At(Step::Dropped),
    ];

    fn steps(self) -> Vec<Step> {
        match self {
            Self::Open => Step::ALL.into_iter().filter(|step| step.is_open()).collect(),
            Self::All => Vec::new(),
            Self::At(step) => vec![step],
        }
    }
}

/// All matters.
pub struct MattersScreen {
    /// Every matter, in the order of the list.
    pub(super) all: Vec<Matter>,
    /// Those on view, as places in `all`.
    pub(super) rows: Vec<usize>,
    pub(super) table: TableState,
    state: State,
    /// What narrows the list besides the state: a concern, a programme, a place.
    which: Which,
    /// What concerns are called, by name.
    labels: HashMap<String, String>,
    pub(super) search: FieldState,
    /// The places to choose from, while one is being chosen.
    pub(super) places: Option<Places>,
    pub(super) picked: BTreeSet<MatterId>,
    pub(super) board: bool,
    pub(super) line: Option<Line>,
    steps: MatterSteps,
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
            state: State::Open,
            which: Which::default(),
            labels: HashMap::new(),
            search: FieldState::default(),
            places: None,
            picked: BTreeSet::new(),
            board: false,
            line: None,
            steps: MatterSteps::default(),
            reading: None,
        };
        screen.begin(ctx);
        screen
    }

    /// Reads for the first time: where no matter is open, all are on view.
    fn begin(&mut self, ctx: &mut Ctx) {
        self.read(ctx);
        self.state = self.usual();
        self.narrow();
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
        let labels = facts.matters.concerns().map(|known| (known.name.clone(), known.label.get(ctx.lang()).to_owned()));
        self.labels = labels.collect();
        self.all = facts.lines();
        self.picked.retain(|id| self.all.iter().any(|row| row.matter == *id));
        self.narrow();
    }

    /// What a concern is called; its name when nobody said.
    pub(super) fn concern<'a>(&'a self, name: &'a str) -> &'a str {
        self.labels.get(name).map_or(name, String::as_str)
    }

    /// The state the list opens with: open matters, all where none is open.
    fn usual(&self) -> State {
        if self.all.is_empty() || self.all.iter().any(|row| row.step.is_open()) { State::Open } else { State::All }
    }

    /// Whether anything narrows the list beyond how it opens.
    pub(super) fn is_narrowed(&self) -> bool {
        self.state != self.usual() || self.which != Which::default() || !self.search.is_empty()
    }

    /// Back to how the list opens.
    fn widen(&mut self) {
        (self.state, self.which) = (self.usual(), Which::default());
        self.search.set("");
        self.narrow();
    }

    /// What is on view: the state and what else narrows the list.
    pub(super) fn which(&self) -> Which {
        Which { steps: self.state.steps(), ..self.which.clone() }
    }

    /// Finds the rows on view; the cursor stays on its matter.
    fn narrow(&mut self) {
        let at = self.current().map(|row| row.matter);
        let typed = self.search.text().trim().to_lowercase();
        let holds = |text: &str| text.to_lowercase().contains(&typed);
        let which = self.which();
        let wanted = |row: &Matter| {
            let place = || row.about.place.0.iter().any(|part| holds(part));
            which.takes(row) && (holds(&row.about.title) || holds(self.concern(&row.about.concern)) || place())
        };
        self.rows = (0..self.all.len()).filter(|at| wanted(&self.all[*at])).collect();
        if self.board {
            self.rows.sort_by_key(|at| (super::board::column(self.all[*at].step), *at));
        }
        self.table.set_len(self.rows.len());
        if let Some(at) = self.rows.iter().position(|row| Some(self.all[*row].matter) == at) {
            self.table.go_to(at);
        }
    }

    pub(super) fn row(&self, at: usize) -> Option<&Matter> {
        self.all.get(*self.rows.get(at)?)
    }

    pub(super) fn current(&self) -> Option<&Matter> {
        self.row(self.table.current()?)
    }

    fn next_concern(&mut self, forward: bool) {
        let names = self.all.iter().map(|row| &row.about.concern).filter(|name| !name.is_empty());
        let names: BTreeSet<Option<String>> = names.cloned().map(Some).chain([None]).collect();
        let names: Vec<Option<String>> = names.into_iter().collect();
        self.which.concern = beside(&names, &self.which.concern, if forward { 1 } else { names.len() - 1 });
        self.narrow();
    }

    fn next_programme(&mut self) {
        let all: Vec<Option<Programme>> = std::iter::once(None).chain(Programme::ALL.into_iter().map(Some)).collect();
        self.which.programme = beside(&all, &self.which.programme, 1);
        self.narrow();
    }

    fn next_state(&mut self, by: usize) {
        self.state = beside(&State::ALL, &self.state, by);
        self.narrow();
    }

    /// Keys while a place is being chosen.
    fn update_places(&mut self, action: &Action) -> Next {
        let Some(places) = &mut self.places else { return Next::Pass };
        match action {
            Action::Back => self.places = None,
            Action::Open => {
                if let Some(place) = places.current() {
                    self.which.place = place;
                    self.places = None;
                    self.narrow();
                }
            }
            action => return places.update(action),
        }
        Next::Stay
    }

    fn pick(&mut self) {
        let Some(id) = self.current().map(|row| row.matter) else { return };
        if !self.picked.remove(&id) {
            self.picked.insert(id);
        }
        self.table.go_to(self.table.current().unwrap_or_default() + 1);
    }

    /// Prints the matters on view.
    fn print(&self) -> Next {
        let order = PrintOrder { matters: self.which(), ..PrintOrder::new(Report::Matters) };
        Next::Go(Place::Print { order: Box::new(order) })
    }

    /// Makes an agenda of those picked, or of the one the cursor is on, and sets its meeting up.
    fn agenda(&mut self, ctx: &mut Ctx) -> Next {
        let mut ids: Vec<MatterId> =
            self.all.iter().map(|row| row.matter).filter(|id| self.picked.contains(id)).collect();
        if ids.is_empty() {
            ids.extend(self.current().map(|row| row.matter));
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
        if self.steps.ask(raised.into(), ctx) {
            self.line = None;
            self.read(ctx);
            if let Some(at) = (0..self.rows.len()).find(|at| self.row(*at).is_some_and(|row| row.matter == matter)) {
                self.table.go_to(at);
            }
        }
    }

    fn undo(&mut self, ctx: &mut Ctx) {
        if self.steps.undo(ctx) {
            self.read(ctx);
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

    /// What is on view, in words: which state, concern, programme, place.
    pub(super) fn narrowed(&self, ctx: &Ctx) -> String {
        let l = &ctx.locale;
        let mut parts = vec![match self.state {
            State::Open => tr!(l, "matters-open"),
            State::All => tr!(l, "matters-all"),
            State::At(step) => step_words(l, step),
        }];
        parts.extend(self.which.concern.as_ref().map(|name| self.concern(name).to_owned()));
        parts.extend(self.which.programme.map(|programme| programme_words(l, programme)));
        parts.extend(self.which.place.level().map(|_| place_name(l, &self.which.place)));
        parts.join(" · ")
    }
}

/// The value so many steps after another among these; the first where that is not among them.
fn beside<T: Clone + PartialEq>(all: &[T], value: &T, by: usize) -> T {
    let at = all.iter().position(|known| known == value).map_or(0, |at| at + by);
    all[at % all.len()].clone()
}

impl Screen for MattersScreen {
    fn place(&self) -> Place {
        Place::Matters
    }

    fn scope(&self) -> Scope {
        match (&self.line, &self.places) {
            (Some(_), _) => Scope::LedgerLine,
            (None, Some(_)) => Scope::Choose,
            (None, None) => Scope::Matters,
        }
    }

    fn title(&self, ctx: &Ctx) -> String {
        tr!(ctx.locale, "matters-title")
    }

    fn status(&self, ctx: &Ctx) -> String {
        let (all, open) = (self.all.len(), self.all.iter().filter(|row| row.step.is_open()).count());
        match self.picked.len() {
            0 => tr!(ctx.locale, "matters-status", all = all, open = open),
            picked => tr!(ctx.locale, "matters-picked", picked = picked),
        }
    }

    fn focus(&self) -> Focus {
        match (&self.line, &self.places) {
            (Some(_), _) => Focus::Field,
            (None, Some(_)) => Focus::Search,
            (None, None) => Focus::TypeAhead,
        }
    }

    fn allows(&self, action: &Action) -> bool {
        match action {
            Action::Open | Action::Toggle | Action::Vote if self.line.is_none() => !self.rows.is_empty(),
            Action::ClearFilters => self.is_narrowed(),
            Action::Narrow => self.all.iter().any(|row| row.about.place.level().is_some()),
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
        if self.places.is_some() {
            return self.update_places(&action);
        }
        match action {
            Action::Open => {
                return self.current().map_or(Next::Stay, |row| Next::Go(Place::Matter { matter: row.matter }));
            }
            Action::Toggle => self.pick(),
            Action::Vote => return self.agenda(ctx),
            Action::Print => return self.print(),
            Action::Work => return Next::Go(Place::Sorting { what: Vec::<SortWhat>::new(), blind: false }),
            Action::New => {
                self.line = Some(Line::new().field("", 1));
            }
            Action::Order => {
                self.board = !self.board;
                self.narrow();
            }
            Action::NextField => self.next_state(1),
            Action::PreviousField => self.next_state(State::ALL.len() - 1),
            Action::Narrow => self.places = Some(Places::of(&self.all, &self.which.place, ctx)),
            Action::ClearFilters => self.widen(),
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

    fn line(&self) -> Option<&Line> {
        self.line.as_ref()
    }

    fn line_mut(&mut self) -> Option<&mut Line> {
        self.line.as_mut()
    }

    fn copied(&self, _: &Ctx) -> Option<String> {
        self.current().map(|row| row.about.title.clone())
    }
}
