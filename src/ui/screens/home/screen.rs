//! Home and its keys.

use ratatui::{Frame, layout::Rect};

use super::{Line, MatterFigures, SHOWN, What, lines, words::join};
use crate::{
    app::{Action, Ctx, Fate, FetchedMatters, Held, Next, Place, Scope, Task},
    domain::{matter::Matters, place::Roll, record::StoreError, survey::DraftHead},
    locale::date_weekday,
    store::Figures,
    tr,
    ui::{
        screens::{Screen, list::moved_in_table},
        widgets::TableState,
    },
};

/// The screen below all others.
pub struct HomeScreen {
    pub(super) figures: Figures,
    pub(super) matters: Option<MatterFigures>,
    /// The roll, while it is read in the background.
    roll: Option<Task<Option<Held<Roll>>>>,
    /// Matters, while they are.
    reading: Option<Task<Result<FetchedMatters, StoreError>>>,
    pub(super) lines: Vec<Line>,
    pub(super) cursor: TableState,
}

impl HomeScreen {
    /// Home as the store stands now.
    pub fn open(ctx: &mut Ctx) -> Self {
        let figures = Figures::default();
        let (lines, cursor) = (Vec::new(), TableState::default());
        let mut screen = Self { figures, matters: None, roll: None, reading: None, lines, cursor };
        screen.refresh(ctx);
        screen
    }

    /// Holds what Home says of the ledger, the roll and matters: with the first key, the first frame does not wait for it.
    /// No key waits for much: a long roll and many codes are read in the background, and what follows from them is said when
    /// they are there.
    fn hold(&mut self, ctx: &mut Ctx) {
        ctx.hold_ledger();
        if ctx.holds_at_once::<Roll>() {
            ctx.hold_register::<Roll>();
        } else if self.roll.is_none() {
            self.roll = Some(ctx.fetch_register());
        }
        if ctx.holds_at_once::<Matters>() {
            ctx.hold_matters();
            self.matters = MatterFigures::of(ctx);
        } else if self.reading.is_none() {
            self.reading = Some(ctx.fetch_matters());
        }
    }

    /// Says of matters what follows from what was read in the background.
    fn arrived(&mut self, ctx: &mut Ctx) {
        if let Some(Fate::Done(Some(read))) = self.roll.as_ref().map(Task::take) {
            ctx.put_register(read);
        }
        match self.reading.as_ref().map(Task::take) {
            Some(Fate::Done(read)) => {
                self.reading = None;
                if let Some(read) = ctx.read(|_| read) {
                    ctx.put_matters(read);
                    ctx.hold_matters();
                    self.matters = MatterFigures::of(ctx);
                }
            }
            Some(Fate::Lost) => self.reading = None,
            Some(Fate::Waiting) | None => {}
        }
    }

    /// The survey of the line the cursor is on, else of the draft or survey first on the list.
    fn survey(&self) -> Option<String> {
        let of = |line: &Line| match (&line.place, &line.what) {
            (Place::NewResponse { survey, .. }, _) => survey.clone(),
            (_, What::Draft(draft)) => Some(draft.head.survey.id.clone()),
            _ => None,
        };
        self.current().and_then(of).or_else(|| self.lines.iter().find_map(of))
    }

    fn current(&self) -> Option<&Line> {
        self.cursor.current().and_then(|at| self.lines.get(at))
    }

    /// The draft the cursor is on.
    fn draft(&self) -> Option<&DraftHead> {
        match &self.current()?.what {
            What::Draft(draft) => Some(&draft.head),
            _ => None,
        }
    }
}

/// Goes where a line leads.
fn opened(line: &Line) -> Next {
    Next::Go(line.place.clone())
}

impl Screen for HomeScreen {
    fn place(&self) -> Place {
        Place::Home
    }

    fn scope(&self) -> Scope {
        Scope::Home
    }

    fn title(&self, ctx: &Ctx) -> String {
        let place = [&ctx.settings.community, &ctx.settings.courtyard];
        let place: Vec<_> = place.into_iter().flatten().map(String::as_str).collect();
        join(&[&tr!(ctx.locale, "home-title"), &place.join(" ")])
    }

    fn status(&self, ctx: &Ctx) -> String {
        date_weekday(&ctx.locale, ctx.now().date_naive())
    }

    fn allows(&self, action: &Action) -> bool {
        match action {
            Action::Back => false,
            Action::Discard => self.draft().is_some(),
            _ => true,
        }
    }

    fn update(&mut self, action: Action, ctx: &mut Ctx) -> Next {
        if ctx.ledger().is_none() {
            self.hold(ctx);
        }
        match action {
            Action::Arrived => {
                self.arrived(ctx);
                Next::Stay
            }
            Action::Discard => {
                if let Some(head) = self.draft().cloned()
                    && ctx.discard(&head)
                {
                    self.refresh(ctx);
                }
                Next::Stay
            }
            Action::Open => self.current().map_or(Next::Stay, opened),
            Action::NewResponse => {
                let session = match self.current().map(|line| &line.what) {
                    Some(What::Session(row)) => Some(row.session.id),
                    _ => None,
                };
                Next::Go(Place::NewResponse { survey: self.survey(), session })
            }
            Action::Digit(digit) => {
                let at = usize::from(digit).wrapping_sub(1);
                self.lines.get(at).map_or(Next::Stay, opened)
            }
            action => moved_in_table(&mut self.cursor, &action),
        }
    }

    fn view(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        self.draw(ctx, frame, area);
    }

    fn refresh(&mut self, ctx: &mut Ctx) {
        let now = ctx.now();
        if ctx.ledger().is_some() {
            self.hold(ctx);
        }
        let front = ctx.read(|store| store.front(now, SHOWN)).unwrap_or_default();
        self.figures = front.figures;
        self.lines = lines(front, ctx);
        self.cursor.set_len(self.lines.len());
    }
}
