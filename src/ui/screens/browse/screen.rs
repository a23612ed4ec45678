//! The list of responses: typing searches, Tab goes through what it can be narrowed by, Enter opens.

use ratatui::{Frame, layout::Rect};

use super::{
    facet::{Facet, Pick, typed_days},
    look,
    rows::{Row, Rows},
};
use crate::{
    app::{Action, BrowseFilter, Ctx, Focus, Next, Place, Scope, Typing},
    store::SessionRow,
    tr,
    ui::{
        screens::{
            Screen,
            list::{moved, moved_in_table},
        },
        widgets::{Entry, FieldState, PickerState, Spots, TableState},
    },
};

/// What the keys act on.
pub(super) enum At {
    /// The list, with what is typed going into the search line.
    List,
    /// One thing to narrow by, whose values Left and Right go through.
    Facet {
        /// Which.
        facet: Facet,
        /// Its values.
        picks: Vec<Pick>,
    },
    /// The values of one, as a list.
    Choosing {
        /// Which.
        facet: Facet,
        /// Its values.
        picks: Vec<Pick>,
        /// The list of them.
        list: Box<PickerState>,
    },
}

/// The list of responses.
pub struct BrowseScreen {
    pub(super) filter: BrowseFilter,
    pub(super) search: FieldState,
    pub(super) rows: Rows,
    pub(super) cursor: TableState,
    /// All sessions, deleted ones too: responses still name them.
    pub(super) sessions: Vec<SessionRow>,
    pub(super) at: At,
    /// Whether the last key took a character out of the search line from the front.
    rubbing: bool,
    /// Where the things to narrow by were drawn.
    pub(super) facets: Spots,
}

impl BrowseScreen {
    /// The responses that pass a filter.
    pub fn open(filter: BrowseFilter, ctx: &mut Ctx) -> Self {
        let mut screen = Self {
            search: FieldState::new(&filter.text),
            filter,
            rows: Rows::default(),
            cursor: TableState::default(),
            sessions: Vec::new(),
            at: At::List,
            rubbing: false,
            facets: Spots::default(),
        };
        screen.refresh(ctx);
        screen
    }

    fn current(&self) -> Option<Row<'_>> {
        self.rows.get(self.cursor.current()?)
    }

    /// Reads the list for the filter as it is now, from its start.
    fn narrowed(&mut self, ctx: &mut Ctx) {
        self.rows.read(&self.filter, 0, ctx);
        self.cursor.set_len(self.rows.len());
        self.cursor.go_to(0);
    }

    fn open_current(&self) -> Next {
        match self.current() {
            Some(Row::Draft(draft)) => Next::Go(Place::Entry { response: draft.head.id, at: None }),
            Some(Row::Finished(row)) => Next::Go(Place::Response { response: row.head.id }),
            None => Next::Stay,
        }
    }

    /// Throws the draft away that the cursor is on.
    fn discard(&mut self, ctx: &mut Ctx) {
        if let Some(Row::Draft(draft)) = self.current() {
            let head = draft.head.clone();
            if ctx.discard(&head) {
                self.refresh(ctx);
            }
        }
    }

    /// Goes to the facet after the one the keys act on, or before; the list stands before the first and after the last.
    fn step(&mut self, back: bool, ctx: &mut Ctx) {
        let here = match &self.at {
            At::List => None,
            At::Facet { facet, .. } | At::Choosing { facet, .. } => Facet::ALL.iter().position(|f| f == facet),
        };
        let last = Facet::ALL.len() - 1;
        let next = match (here, back) {
            (None, false) => Some(0),
            (None, true) => Some(last),
            (Some(at), false) => Some(at + 1).filter(|at| *at <= last),
            (Some(at), true) => at.checked_sub(1),
        };
        self.at = match next.and_then(|at| Facet::ALL.get(at)) {
            Some(facet) => At::Facet { facet: *facet, picks: facet.picks(&self.sessions, ctx) },
            None => At::List,
        };
    }

    fn put(&mut self, facet: Facet, pick: Pick, ctx: &mut Ctx) {
        facet.put(pick, &mut self.filter);
        self.narrowed(ctx);
    }

    fn update_list(&mut self, action: Action, ctx: &mut Ctx) -> Next {
        let rubbing = std::mem::take(&mut self.rubbing);
        match action {
            Action::Open => return self.open_current(),
            Action::NextField => self.step(false, ctx),
            Action::PreviousField => self.step(true, ctx),
            Action::Discard => self.discard(ctx),
            Action::Input(typing) => {
                if self.search.apply(&typing) {
                    self.search.text().clone_into(&mut self.filter.text);
                    self.narrowed(ctx);
                    self.rubbing = typing == Typing::Delete;
                } else if typing == Typing::Delete {
                    // The search line has nothing behind its cursor: then the key means the row, but not while it is held
                    // down to empty the line.
                    self.rubbing = rubbing;
                    if !rubbing {
                        self.discard(ctx);
                    }
                }
            }
            action => {
                let next = moved_in_table(&mut self.cursor, &action);
                let at = self.cursor.current().unwrap_or_default();
                self.rows.reach(&self.filter, at, ctx);
                return next;
            }
        }
        Next::Stay
    }

    fn update_facet(&mut self, facet: Facet, picks: Vec<Pick>, action: &Action, ctx: &mut Ctx) -> Next {
        let here = facet.of(&self.filter);
        let value = picks.iter().position(|pick| *pick == here).unwrap_or(0);
        match action {
            Action::Left | Action::Right | Action::Toggle => {
                let step = if *action == Action::Left { picks.len() - 1 } else { 1 };
                let pick = picks[(value + step) % picks.len()].clone();
                self.at = At::Facet { facet, picks };
                self.put(facet, pick, ctx);
            }
            Action::Delete => {
                self.at = At::Facet { facet, picks };
                self.put(facet, Pick::Any, ctx);
            }
            Action::Open => {
                let mut list = Box::new(PickerState::new(entries(&picks, &self.sessions, ctx)));
                list.go_to_entry(value);
                self.at = At::Choosing { facet, picks, list };
            }
            Action::NextField | Action::PreviousField => {
                self.at = At::Facet { facet, picks };
                self.step(*action == Action::PreviousField, ctx);
            }
            Action::Down | Action::Back => self.at = At::List,
            _ => {
                self.at = At::Facet { facet, picks };
                return Next::Pass;
            }
        }
        Next::Stay
    }

    fn update_choosing(
        &mut self,
        facet: Facet,
        picks: Vec<Pick>,
        mut list: Box<PickerState>,
        action: &Action,
        ctx: &mut Ctx,
    ) -> Next {
        match action {
            Action::Open => {
                let typed = typed_days(list.query().text(), ctx.now().date_naive()).filter(|_| facet == Facet::Day);
                let pick = typed.or_else(|| picks.get(list.current()?).cloned());
                match pick {
                    Some(pick) => {
                        self.at = At::List;
                        self.put(facet, pick, ctx);
                    }
                    None => self.at = At::Choosing { facet, picks, list },
                }
            }
            Action::Back => self.at = At::Facet { facet, picks },
            action => {
                let next = moved(&mut list, action);
                self.at = At::Choosing { facet, picks, list };
                return next;
            }
        }
        Next::Stay
    }
}

/// The values of a facet as a list to choose from.
fn entries(picks: &[Pick], sessions: &[SessionRow], ctx: &Ctx) -> Vec<Entry> {
    picks.iter().map(|pick| Entry::new(pick.words(sessions, ctx)).note(pick.note(ctx))).collect()
}

impl Screen for BrowseScreen {
    fn place(&self) -> Place {
        Place::Browse { filter: self.filter.clone() }
    }

    fn scope(&self) -> Scope {
        match self.at {
            At::List => Scope::Browse,
            At::Facet { .. } => Scope::Narrow,
            At::Choosing { .. } => Scope::Choose,
        }
    }

    fn title(&self, ctx: &Ctx) -> String {
        tr!(ctx.locale, "browse-title")
    }

    fn focus(&self) -> Focus {
        match self.at {
            At::List | At::Choosing { .. } => Focus::Search,
            At::Facet { .. } => Focus::None,
        }
    }

    fn allows(&self, action: &Action) -> bool {
        match action {
            Action::Open if matches!(self.at, At::List) => self.cursor.current().is_some(),
            Action::Discard => matches!(self.current(), Some(Row::Draft(_))),
            Action::All => self.filter != BrowseFilter::all(),
            _ => true,
        }
    }

    fn update(&mut self, action: Action, ctx: &mut Ctx) -> Next {
        match action {
            Action::All => {
                self.filter = BrowseFilter::all();
                self.search.set("");
                self.at = At::List;
                self.narrowed(ctx);
                return Next::Stay;
            }
            Action::Tally => {
                let (survey, filter) = (self.filter.survey.clone(), self.filter.clone());
                return Next::Go(Place::Summary { survey, filter });
            }
            Action::NewResponse => {
                let (survey, session) = (self.filter.survey.clone(), self.filter.session);
                return Next::Go(Place::NewResponse { survey, session });
            }
            _ => {}
        }
        if let Action::Click(column, row) = action
            && let Some(facet) = self.facets.at(column, row).and_then(|at| Facet::ALL.get(at).copied())
        {
            if matches!(&self.at, At::Facet { facet: here, .. } if *here == facet) {
                return Next::Act(Action::Open);
            }
            self.at = At::Facet { facet, picks: facet.picks(&self.sessions, ctx) };
            return Next::Stay;
        }
        match std::mem::replace(&mut self.at, At::List) {
            At::Facet { .. } if matches!(action, Action::Click(..)) => self.update_list(action, ctx),
            At::List => self.update_list(action, ctx),
            At::Facet { facet, picks } => self.update_facet(facet, picks, &action, ctx),
            At::Choosing { facet, picks, list } => self.update_choosing(facet, picks, list, &action, ctx),
        }
    }

    fn view(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        look::draw(self, ctx, frame, area);
    }

    fn refresh(&mut self, ctx: &mut Ctx) {
        let was = self.current().map(Row::id);
        let around = self.cursor.current().unwrap_or_default();
        self.sessions = ctx.read(|store| store.sessions(true)).unwrap_or_default();
        self.rows.forget_drafts();
        self.rows.read(&self.filter, around, ctx);
        self.cursor.set_len(self.rows.len());
        if let Some(at) = was.and_then(|was| self.rows.position(was)) {
            self.cursor.go_to(at);
        }
        if let At::Choosing { picks, list, .. } = &mut self.at {
            list.set_entries(entries(picks, &self.sessions, ctx));
        }
    }
}
