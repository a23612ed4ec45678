//! One suggestion at a time: the likeliest matters and concerns first, a digit assigns, nothing is assigned without a key.

use std::collections::BTreeSet;

use ratatui::{Frame, layout::Rect};

use super::{
    super::{
        Screen,
        ledger::{Keyed, Line},
        list::moved_in_table,
    },
    basis::{self, Arrived, Basis, Looking, Reading},
    choose::Choosing,
    questions::{concerns, sorted_before},
};
use crate::{
    app::{Action, Ctx, Focus, Level, Next, Place, Scope, SortWhat},
    domain::{
        RecordId,
        matter::{Code, Concern, Likely, Likeness, Matters, Said},
    },
    tr,
    ui::widgets::TableState,
};

/// Sorting.
pub struct SortingScreen {
    what: Vec<SortWhat>,
    /// Whether a second coder codes without seeing the first's codes.
    pub(super) blind: bool,
    pub(super) choosing: Option<Choosing>,
    pub(super) said: Vec<Said>,
    pub(super) at: usize,
    pub(super) concerns: Vec<Concern>,
    pub(super) likeness: Likeness,
    /// Where there is much, it is read in the background.
    pub(super) reading: Option<Reading>,
    pub(super) ranked: Vec<Likely>,
    pub(super) list: TableState,
    /// Whether a digit adds to what is assigned and stays.
    pub(super) several: bool,
    pub(super) line: Option<Line>,
    pub(super) wrong: String,
    /// The suggestions without a code, as places in `said`.
    pub(super) uncoded: BTreeSet<usize>,
    /// What was done, and at which suggestion.
    pub(super) steps: Vec<(Vec<RecordId>, usize)>,
}

impl SortingScreen {
    /// Sorting these questions; those sorted before when none are said, to be chosen when there are none.
    pub fn open(what: &[SortWhat], blind: bool, ctx: &mut Ctx) -> Self {
        let mut screen = Self {
            choosing: None,
            what: what.to_vec(),
            blind: false,
            said: Vec::new(),
            at: 0,
            concerns: Vec::new(),
            likeness: Likeness::default(),
            reading: None,
            ranked: Vec::new(),
            list: TableState::default(),
            several: false,
            line: None,
            wrong: String::new(),
            uncoded: BTreeSet::new(),
            steps: Vec::new(),
        };
        if blind {
            screen.go_blind(ctx);
        }
        if ctx.gathers_at_once() {
            screen.begin(ctx);
        } else {
            screen.reading = Some(Reading::Before(ctx.fetch_matters()));
        }
        screen
    }

    /// Begins, once matters are held: with what was sorted before when nothing else is said.
    fn begin(&mut self, ctx: &mut Ctx) {
        ctx.hold_register::<Matters>();
        if self.what.is_empty() {
            self.what = sorted_before(ctx);
        }
        self.choosing = self.what.is_empty().then(|| Choosing::new(&[], ctx));
        self.start(ctx);
    }

    /// Reads what is to be sorted and goes to the first suggestion without a code.
    fn start(&mut self, ctx: &mut Ctx) {
        self.said.clear();
        self.read(ctx);
        self.go(self.next_uncoded(0).unwrap_or_default());
    }

    fn looking(&self, ctx: &Ctx) -> Looking {
        let blind = self.blind.then(|| ctx.settings.surveyor.clone().unwrap_or_default());
        Looking { concerns: self.concerns.clone(), lang: ctx.lang().clone(), blind }
    }

    /// Reads suggestions, concerns and matters anew; where there is much, in the background.
    fn read(&mut self, ctx: &mut Ctx) {
        ctx.hold_register::<Matters>();
        self.concerns = concerns(&self.what, ctx);
        let looking = self.looking(ctx);
        if !ctx.is_small() {
            self.reading = Some(Reading::basis(&self.what, looking, ctx));
            return;
        }
        let Some(matters) = ctx.register::<Matters>() else { return };
        let basis = Basis::read(&self.what, &looking, &ctx.store, matters);
        if let Some(basis) = ctx.read(|_| basis) {
            self.put(basis);
        }
    }

    fn put(&mut self, basis: Basis) {
        let Basis { said, uncoded, likeness } = basis;
        (self.said, self.uncoded, self.likeness) = (said, uncoded, likeness);
        self.at = self.at.min(self.said.len().saturating_sub(1));
        self.rank();
    }

    fn arrived(&mut self, ctx: &mut Ctx) {
        let Some(arrived) = self.reading.as_ref().and_then(Reading::taken) else { return };
        self.reading = None;
        match arrived {
            Arrived::Before(read) => {
                ctx.put_matters(*read);
                self.begin(ctx);
            }
            Arrived::Basis(basis) => {
                let at = self.said.get(self.at).map(|said| said.key.clone());
                self.put(*basis);
                match self.said.iter().position(|said| Some(&said.key) == at.as_ref()) {
                    Some(at) => {
                        self.at = at;
                        self.rank();
                    }
                    None => self.go(self.next_uncoded(0).unwrap_or_default()),
                }
            }
            Arrived::Fault(error) => {
                ctx.read::<()>(|_| Err(error));
            }
            Arrived::Lost => {}
        }
    }

    /// Says to the likeness which matters and concerns there are now.
    pub(super) fn name_targets(&mut self, ctx: &Ctx) {
        let Some(matters) = ctx.register::<Matters>() else { return };
        let looking = self.looking(ctx);
        basis::name_targets(&mut self.likeness, &looking, matters);
    }

    /// What counts here as the code of a suggestion: one's own while coding blind.
    pub(super) fn code(&self, said: &Said, ctx: &Ctx) -> Option<Code> {
        let blind = self.blind.then(|| ctx.settings.surveyor.as_deref().unwrap_or_default());
        basis::code_of(said, blind, ctx.register::<Matters>()?)
    }

    /// The code of the suggestion on view.
    pub(super) fn code_here(&self, ctx: &Ctx) -> Option<Code> {
        self.code(self.said.get(self.at)?, ctx)
    }

    pub(super) fn rank(&mut self) {
        self.ranked = self.said.get(self.at).map(|said| self.likeness.rank(&said.text)).unwrap_or_default();
        self.list.set_len(self.ranked.len());
        self.list.go_to(0);
    }

    fn go(&mut self, at: usize) {
        self.at = at.min(self.said.len().saturating_sub(1));
        self.several = false;
        self.rank();
    }

    /// The first suggestion without a code from here on, then from the start.
    fn next_uncoded(&self, from: usize) -> Option<usize> {
        self.uncoded.range(from..).next().or_else(|| self.uncoded.first()).copied()
    }

    pub(super) fn go_on(&mut self) {
        match self.next_uncoded(self.at + 1) {
            Some(at) => self.go(at),
            None => self.rank(),
        }
    }

    fn go_blind(&mut self, ctx: &mut Ctx) {
        if ctx.settings.surveyor.as_deref().unwrap_or_default().is_empty() {
            ctx.notice(Level::Warning, |l| tr!(l, "sorting-blind-nameless"));
            return;
        }
        self.blind = true;
        ctx.notice(Level::Info, |l| tr!(l, "sorting-blind-on"));
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

    fn update_choosing(&mut self, action: Action, ctx: &mut Ctx) -> Next {
        let Some(choosing) = &mut self.choosing else { return Next::Pass };
        match action {
            Action::Toggle => choosing.toggle(),
            Action::Open => {
                self.what = choosing.chosen();
                self.choosing = None;
                self.start(ctx);
            }
            Action::Back if !self.what.is_empty() => self.choosing = None,
            action => return moved_in_table(&mut choosing.list, &action),
        }
        Next::Stay
    }
}

impl Screen for SortingScreen {
    fn place(&self) -> Place {
        Place::Sorting { what: self.what.clone(), blind: self.blind }
    }

    fn scope(&self) -> Scope {
        match (&self.line, &self.choosing) {
            (Some(_), _) => Scope::LedgerLine,
            (None, Some(_)) => Scope::Questions,
            (None, None) => Scope::Sorting,
        }
    }

    fn title(&self, ctx: &Ctx) -> String {
        if self.blind { tr!(ctx.locale, "sorting-title-blind") } else { tr!(ctx.locale, "sorting-title") }
    }

    fn status(&self, ctx: &Ctx) -> String {
        if self.reading.is_some() {
            return tr!(ctx.locale, "sorting-reading");
        }
        if self.choosing.is_some() || self.said.is_empty() {
            return String::new();
        }
        let (at, all) = (self.at + 1, self.said.len());
        tr!(ctx.locale, "sorting-status", at = at, all = all)
    }

    fn focus(&self) -> Focus {
        if self.line.is_some() { Focus::Field } else { Focus::None }
    }

    fn allows(&self, action: &Action) -> bool {
        match action {
            _ if self.reading.is_some() && self.choosing.is_none() => false,
            Action::Digit(_) | Action::New | Action::Toggle if self.choosing.is_none() => !self.said.is_empty(),
            _ => true,
        }
    }

    fn update(&mut self, action: Action, ctx: &mut Ctx) -> Next {
        if action == Action::Arrived {
            self.arrived(ctx);
            return Next::Stay;
        }
        // Until what was said is there, nothing can be done about it; going elsewhere can.
        if self.reading.is_some() && self.choosing.is_none() {
            return Next::Pass;
        }
        if self.line.is_some() {
            return self.update_line(&action, ctx);
        }
        if self.choosing.is_some() {
            return self.update_choosing(action, ctx);
        }
        match action {
            Action::Digit(0) => {
                if self.record(Vec::new(), Code::default(), ctx) {
                    self.go_on();
                }
            }
            Action::Digit(digit) => self.assign(usize::from(digit) - 1, ctx),
            Action::Open if self.several => self.go_on(),
            Action::Open => self.assign(self.list.current().unwrap_or_default(), ctx),
            Action::Toggle => self.several = !self.several,
            Action::New => self.ask_new(),
            Action::Undo => self.undo(ctx),
            Action::Left => self.go(self.at.saturating_sub(1)),
            Action::Right => self.go(self.at + 1),
            Action::NextOpen => self.go_on(),
            Action::Review => self.choosing = Some(Choosing::new(&self.what, ctx)),
            Action::Voice => {
                if self.blind {
                    self.blind = false;
                } else {
                    self.go_blind(ctx);
                }
                self.start(ctx);
            }
            Action::Compare => return Next::Go(Place::Agreement),
            action => return moved_in_table(&mut self.list, &action),
        }
        Next::Stay
    }

    fn view(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        match &self.choosing {
            Some(choosing) => choosing.draw(ctx, frame, area),
            None => self.draw(ctx, frame, area),
        }
    }

    fn refresh(&mut self, ctx: &mut Ctx) {
        if self.reading.is_some() {
            return;
        }
        let at = self.said.get(self.at).map(|said| said.key.clone());
        self.read(ctx);
        if let Some(at) = self.said.iter().position(|said| Some(&said.key) == at.as_ref()) {
            self.at = at;
            self.rank();
        }
        if let Some(choosing) = &self.choosing {
            let chosen = choosing.chosen();
            self.choosing = Some(Choosing::new(&chosen, ctx));
        }
    }

    fn line(&self) -> Option<&Line> {
        self.line.as_ref()
    }

    fn line_mut(&mut self) -> Option<&mut Line> {
        self.line.as_mut()
    }

    fn copied(&self, _: &Ctx) -> Option<String> {
        self.said.get(self.at).map(|said| said.text.clone())
    }
}
