//! 答题: the tree at the left, the question at the right, the answer under the fingers.

use std::cell::Cell;

use ratatui::{Frame, layout::Rect};

use super::{Editor, Item, Step};
use crate::{
    app::{Action, Ctx, Filling, Focus, Level, Next, Place, Typing},
    domain::{
        expr::NodeRef,
        survey::{NodePath, Page},
    },
    locale::{answer_words, time_seconds},
    tr,
    ui::{screens::Screen, widgets::Spots},
};

/// The survey being answered.
pub struct EntryScreen {
    pub(super) filling: Filling,
    pub(super) page: Page,
    pub(super) items: Vec<Item>,
    /// Place of the question the keys go to among the items.
    pub(super) here: usize,
    pub(super) guidance: bool,
    /// Whether the draft was thrown away: then there is nothing to keep.
    gone: bool,
    /// Rows of a long note scrolled over, and how many are below what was drawn last.
    pub(super) scrolled: u16,
    pub(super) below: Cell<u16>,
    /// Where the questions, and the rows of the tree, were drawn.
    pub(super) spots: Spots,
    pub(super) branches: Spots,
}

impl EntryScreen {
    /// A draft at a question: the one given, else where it was left. Nothing when the survey has no question to put.
    pub fn open(filling: Filling, at: Option<&NodePath>, ctx: &mut Ctx) -> Option<Self> {
        let draft = filling.draft();
        let found = at.and_then(|path| draft.resolve(path));
        let page = found.and_then(|at| draft.page_of(at)).or_else(|| draft.first_page())?;
        let mut screen = Self {
            filling,
            page,
            items: Vec::new(),
            here: 0,
            guidance: false,
            gone: false,
            scrolled: 0,
            below: Cell::new(0),
            spots: Spots::default(),
            branches: Spots::default(),
        };
        screen.show(ctx, page, found);
        Some(screen)
    }

    pub(super) fn item(&self) -> Option<&Item> {
        self.items.get(self.here)
    }

    /// The question the keys go to.
    pub(super) fn at(&self) -> NodeRef {
        self.item().map_or(self.page.at(), |item| item.at)
    }

    /// The next question without an answer that one can be given on screen.
    fn next_open(&self) -> Option<NodeRef> {
        let (draft, here) = (self.filling.draft(), self.at());
        let mut next = draft.next_unanswered(here);
        for _ in 0..draft.total_progress().asked {
            let at = next.filter(|at| *at != here)?;
            if !draft.read_only(at) {
                return Some(at);
            }
            next = draft.next_unanswered(at);
        }
        None
    }

    /// What the editor has not used.
    fn passed(&mut self, action: &Action, ctx: &mut Ctx) -> Next {
        match action {
            Action::Down if self.below.get() > 0 => {
                self.scrolled += 1;
                Next::Stay
            }
            Action::Up if self.scrolled > 0 => {
                self.scrolled -= 1;
                Next::Stay
            }
            Action::Wheel { down } => {
                self.scrolled = if *down && self.below.get() > 0 {
                    self.scrolled + 1
                } else if *down {
                    self.scrolled
                } else {
                    self.scrolled.saturating_sub(1)
                };
                Next::Stay
            }
            Action::Up | Action::PreviousField => {
                self.commit(ctx);
                self.back_one(ctx)
            }
            Action::Down if self.items.len() > 1 || matches!(self.focus(), Focus::Field | Focus::Notes) => {
                self.commit(ctx);
                self.forward(ctx)
            }
            Action::Down => Next::Stay,
            Action::PageUp => {
                self.commit(ctx);
                if let Some(page) = self.filling.draft().previous_page(self.page) {
                    self.show(ctx, page, None);
                }
                Next::Stay
            }
            Action::PageDown => {
                self.commit(ctx);
                self.next_page(ctx)
            }
            Action::NextOpen => {
                self.commit(ctx);
                let next = self.next_open();
                self.jump(ctx, next)
            }
            Action::NextWrong => {
                self.commit(ctx);
                let next = self.filling.draft().next_issue(self.at());
                if next.is_none() {
                    ctx.notice(Level::Info, |l| tr!(l, "entry-nothing-wrong"));
                    return Next::Stay;
                }
                self.jump(ctx, next)
            }
            Action::Delete => {
                if self.give(ctx, None) {
                    let at = self.at();
                    self.settle(ctx);
                    if let Some(place) = self.items.iter().position(|item| item.at == at) {
                        self.stop_at(ctx, place);
                    }
                }
                Next::Stay
            }
            Action::Refuse(refusal) => self.refuse(ctx, *refusal),
            Action::Guidance => {
                self.guidance = !self.guidance;
                Next::Stay
            }
            Action::Review => {
                self.commit(ctx);
                self.review()
            }
            Action::Discard => {
                // What is typed is thrown away too, and comes back with it.
                self.commit(ctx);
                self.filling.settle_typed();
                self.gone = ctx.discard(self.filling.head());
                if self.gone { Next::Back } else { Next::Stay }
            }
            _ => Next::Pass,
        }
    }
}

/// What a key means that an editor leaves alone.
fn left_alone(action: Action) -> Action {
    match action {
        Action::Input(Typing::Up) => Action::Up,
        Action::Input(Typing::Down) => Action::Down,
        Action::Input(Typing::PageUp) => Action::PageUp,
        Action::Input(Typing::PageDown) => Action::PageDown,
        Action::Input(Typing::Delete) => Action::Delete,
        action => action,
    }
}

impl Screen for EntryScreen {
    fn place(&self) -> Place {
        Place::Entry { response: self.filling.head().id, at: self.filling.draft().path_of(self.at()) }
    }

    fn scope(&self) -> crate::app::Scope {
        crate::app::Scope::Entry
    }

    fn title(&self, ctx: &Ctx) -> String {
        let form = self.filling.draft().form();
        // The door first: in a narrow window the end is cut.
        let door = crate::locale::door(&ctx.locale, &self.filling.head().door);
        format!("{door}  {}", form.title.get(ctx.lang())).trim_start().to_owned()
    }

    fn status(&self, ctx: &Ctx) -> String {
        let saved = match self.filling.saved() {
            Some(at) => tr!(ctx.locale, "entry-saved", time = time_seconds(at.time())),
            None => tr!(ctx.locale, "entry-not-saved"),
        };
        let (number, count) = self.filling.draft().question_number(self.at());
        format!("{saved}  {}", tr!(ctx.locale, "entry-question", number = number, count = count))
    }

    fn focus(&self) -> Focus {
        self.item().map_or(Focus::None, Item::focus)
    }

    fn allows(&self, action: &Action) -> bool {
        match action {
            Action::Refuse(refusal) => self.filling.draft().node(self.at()).refusals.contains(refusal),
            Action::NextField => self.focus() != Focus::Notes,
            Action::New => matches!(self.item().map(|item| &item.editor), Some(Editor::Instances(_))),
            Action::MoveUp | Action::MoveDown => match self.item().map(|item| &item.editor) {
                Some(Editor::Instances(_)) => true,
                Some(Editor::Choices(choices)) => choices.is_ranking(),
                _ => false,
            },
            Action::Left | Action::Right => {
                matches!(self.item().map(|item| &item.editor), Some(Editor::Choices(choices)) if choices.goes_sideways())
            }
            Action::Digit(_) | Action::Toggle => {
                matches!(self.item().map(|item| &item.editor), Some(Editor::Choices(_) | Editor::Instances(_)))
            }
            Action::Guidance => {
                let wording = crate::domain::survey::Wording::Guidance;
                !self.filling.draft().wording(self.at(), wording).is_empty()
            }
            _ => true,
        }
    }

    fn update(&mut self, action: Action, ctx: &mut Ctx) -> Next {
        if let Some(next) = self.reasoning(&action, ctx) {
            return next;
        }
        if let Action::Click(column, row) = action
            && let Some(next) = self.clicked(ctx, column, row)
        {
            return next;
        }
        let Some(item) = self.items.get_mut(self.here) else { return self.passed(&action, ctx) };
        if let Editor::Instances(list) = &mut item.editor {
            let wish = list.update(&action);
            return match self.repeat(ctx, wish) {
                Next::Pass => self.passed(&action, ctx),
                next => next,
            };
        }
        match item.update(&action, ctx, self.filling.draft()) {
            Step::Stay => {
                let (at, typed) = (item.at, item.typed());
                if let (Action::Input(_), Some(text)) = (&action, typed) {
                    self.filling.keep_typed(at, Some(text));
                }
                Next::Stay
            }
            Step::Pass => self.passed(&left_alone(action), ctx),
            Step::Answer(answer) => {
                self.give(ctx, answer);
                self.settle(ctx);
                Next::Stay
            }
            Step::AnswerAndGo(answer) => {
                if self.give(ctx, answer) {
                    self.go_on(ctx)
                } else {
                    Next::Stay
                }
            }
            Step::Go => self.go_on(ctx),
            Step::Wrong(why) => {
                item.wrong = why;
                Next::Stay
            }
        }
    }

    fn view(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        self.draw(ctx, frame, area);
    }

    fn refresh(&mut self, ctx: &mut Ctx) {
        self.filling.speak(ctx);
        let at = self.at();
        self.reload(ctx);
        self.here = self.items.iter().position(|item| item.at == at).unwrap_or_default();
    }

    fn copied(&self, ctx: &Ctx) -> Option<String> {
        let (draft, at) = (self.filling.draft(), self.at());
        if draft.node(at).appears("masked") {
            return None;
        }
        let typed = || self.item().and_then(Item::typed);
        typed().or_else(|| Some(answer_words(&ctx.locale, draft.form(), at.node, draft.answer(at)?)))
    }

    fn text(&self) -> Option<String> {
        self.item().filter(|item| item.reason.is_none()).and_then(Item::text)
    }

    fn put_text(&mut self, text: &str, ctx: &mut Ctx) {
        let Some(item) = self.items.get_mut(self.here) else { return };
        item.take_up(text, ctx, self.filling.draft());
        let (at, typed) = (item.at, item.typed());
        self.filling.keep_typed(at, typed);
    }

    fn leave(&mut self, ctx: &mut Ctx) {
        if self.gone {
            return;
        }
        self.commit(ctx);
        self.filling.settle_typed();
    }

    fn idle(&mut self) {
        self.filling.settle_typed();
    }
}
