//! 答题: the tree at the left, the question at the right, the answer under the fingers.

use std::cell::Cell;

use ratatui::{Frame, layout::Rect};

use super::{Editor, Item, ItemView, Step, TableRow, tree};
use crate::{
    app::{Action, AttachFault, Ctx, Filling, Focus, Level, Next, Place, Trouble, Typing, attach},
    domain::{
        Answer, Refusal, Value,
        expr::NodeRef,
        survey::{Edit, NodePath, Page, Warned},
    },
    locale::{answer_words, edit_refusal, refusal_words, store_error, time_seconds},
    tr,
    ui::{
        screens::Screen,
        theme::{Meaning, Theme},
        widgets::{FieldState, Spots, put},
    },
};

/// Columns of the tree, where the window is wide enough for it.
const TREE: u16 = 24;
/// Narrower windows show the question alone.
const WITH_TREE: u16 = 72;

/// The survey being answered.
pub struct EntryScreen {
    pub(super) filling: Filling,
    pub(super) page: Page,
    pub(super) items: Vec<Item>,
    /// Place of the question the keys go to among the items.
    pub(super) here: usize,
    guidance: bool,
    /// Whether the draft was thrown away: then there is nothing to keep.
    gone: bool,
    /// Rows of a long note scrolled over, and how many are below what was drawn last.
    pub(super) scrolled: u16,
    below: Cell<u16>,
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

    fn item(&self) -> Option<&Item> {
        self.items.get(self.here)
    }

    /// The question the keys go to.
    pub(super) fn at(&self) -> NodeRef {
        self.item().map_or(self.page.at(), |item| item.at)
    }

    /// Gives the answer to the store. Says whether it is taken; if not, the item says why.
    fn give(&mut self, ctx: &mut Ctx, answer: Option<Answer>) -> bool {
        let at = self.at();
        let answer = match self.attached(ctx, answer) {
            Ok(answer) => answer,
            Err(why) => {
                if let Some(item) = self.items.get_mut(self.here) {
                    item.wrong = why;
                }
                return false;
            }
        };
        let given = self.filling.answer(ctx, at, answer);
        let taken = self.told(ctx, given.map(|_| ()));
        if taken {
            self.filling.keep_typed(at, None);
        }
        taken
    }

    /// For an answer that is a file: the file copied beside the data, its name as the answer.
    fn attached(&self, ctx: &mut Ctx, answer: Option<Answer>) -> Result<Option<Answer>, String> {
        use crate::domain::survey::Kind::{Audio, File, Image, Video};
        let kind = self.filling.draft().node(self.at()).kind;
        let (Image | Audio | Video | File, Some(Answer::Value(Value::Text(typed)))) = (kind, &answer) else {
            return Ok(answer);
        };
        let path = |path: std::path::PathBuf| path.display().to_string();
        match attach(&ctx.dir, self.filling.head().id, typed) {
            Ok(taken) => {
                ctx.notice(Level::Done, |l| tr!(l, "entry-file-copied", path = path(taken.path)));
                Ok(Some(Value::Text(taken.name).into()))
            }
            Err(AttachFault::Missing(at)) => Err(tr!(ctx.locale, "entry-file-missing", path = path(at))),
            Err(AttachFault::Folder(at)) => Err(tr!(ctx.locale, "entry-file-folder", path = path(at))),
            Err(AttachFault::Copy(error)) => Err(tr!(ctx.locale, "entry-file-error", error = error.to_string())),
        }
    }

    pub(super) fn told(&mut self, ctx: &mut Ctx, done: Result<(), Trouble>) -> bool {
        let wrong = match done {
            Ok(()) => String::new(),
            Err(Trouble::Refused(refusal)) => edit_refusal(&ctx.locale, &refusal),
            Err(Trouble::Unsaved(error)) => {
                ctx.notice(Level::Error, |l| store_error(l, &error));
                String::new()
            }
        };
        let taken = wrong.is_empty();
        if let Some(item) = self.items.get_mut(self.here) {
            item.wrong = wrong;
            item.missed = false;
        }
        taken
    }

    /// Takes what is typed as an answer, before the question is left another way than with Enter. What is no answer is
    /// said, and does not keep the surveyor here.
    pub(super) fn commit(&mut self, ctx: &mut Ctx) {
        let Some(item) = self.item() else { return };
        match item.committed(ctx, self.filling.draft()) {
            Step::Answer(answer) => {
                self.give(ctx, answer);
            }
            Step::Wrong(why) => ctx.notice(Level::Warning, |l| tr!(l, "entry-not-kept", why = why)),
            _ => {}
        }
    }

    /// On from the question on screen: the next on the page, the next page, the review after the last. A wrong answer, a
    /// warning or a required blank stays on screen and says so.
    fn go_on(&mut self, ctx: &mut Ctx) -> Next {
        let at = self.at();
        let draft = self.filling.draft();
        let blank = draft.required(at) && !draft.is_answered(at);
        let warned = draft.warning(at) == Warned::Raised;
        let violated = draft.violation(at);
        if blank || warned || violated {
            if let Some(item) = self.items.get_mut(self.here) {
                item.missed = blank;
                if warned && !violated {
                    item.reason = Some(FieldState::default());
                }
            }
            return Next::Stay;
        }
        self.forward(ctx)
    }

    fn refuse(&mut self, ctx: &mut Ctx, refusal: Refusal) -> Next {
        let at = self.at();
        if !self.filling.draft().node(at).refusals.contains(&refusal) {
            let word = refusal_words(&ctx.locale, refusal);
            ctx.notice(Level::Info, |l| tr!(l, "entry-refusal-not-offered", refusal = word));
            return Next::Stay;
        }
        if self.give(ctx, Some(Answer::Refusal(refusal))) { self.go_on(ctx) } else { Next::Stay }
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

    /// The reason for passing a warning is being typed.
    fn reasoning(&mut self, action: &Action, ctx: &mut Ctx) -> Option<Next> {
        let item = self.items.get_mut(self.here)?;
        let reason = item.reason.as_mut()?;
        match action {
            Action::Input(typing) => {
                reason.apply(typing);
                Some(Next::Stay)
            }
            Action::NextField => {
                let text = reason.text().trim().to_owned();
                if text.is_empty() {
                    return Some(Next::Stay);
                }
                item.reason = None;
                let path = self.filling.draft().path_of(item.at)?;
                let done = self.filling.edit(ctx, Edit::PassWarning { path, reason: text });
                Some(if self.told(ctx, done.map(|_| ())) { self.go_on(ctx) } else { Next::Stay })
            }
            Action::Back | Action::Up | Action::PreviousField => {
                item.reason = None;
                Some(Next::Stay)
            }
            _ => {
                item.reason = None;
                None
            }
        }
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

    /// The instances around the question, outermost first: at which household member one is.
    fn around(&self) -> String {
        let draft = self.filling.draft();
        let Some(path) = draft.path_of(self.at()) else { return String::new() };
        let instances = path.0.iter().enumerate().filter_map(|(n, step)| {
            let place = step.position?;
            let label = draft.label(draft.resolve(&NodePath(path.0[..=n].to_vec()))?);
            Some(format!("{place} {}", label.lines().next().unwrap_or_default()))
        });
        instances.collect::<Vec<_>>().join("  > ")
    }

    /// Draws the items from the first that lets the focused one be seen whole.
    fn items(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        let listed = self.items.len() > 1;
        let draft = self.filling.draft();
        let heads: Vec<_> = self.items.iter().map(Item::heads).collect();
        let follows = |place: usize| {
            place > 0 && place < heads.len() && heads[place].is_some() && heads[place] == heads[place - 1]
        };
        let view = |place: usize| ItemView {
            item: &self.items[place],
            draft,
            focused: place == self.here,
            listed,
            table: TableRow { begins: !follows(place), goes_on: follows(place + 1) },
            guidance: self.guidance,
            scrolled: if place == self.here { self.scrolled } else { 0 },
        };
        self.below.set(self.item().map_or(0, |_| view(self.here).overhang(ctx, area)).saturating_sub(self.scrolled));
        let heights: Vec<u16> = (0..self.items.len()).map(|i| view(i).height(ctx, area.width, area.height)).collect();
        let mut first = 0;
        while first < self.here && heights[first..=self.here].iter().sum::<u16>() > area.height {
            first += 1;
        }
        let mut y = area.y;
        self.spots.clear();
        for (place, height) in heights.iter().enumerate().skip(first) {
            let left = area.bottom().saturating_sub(y);
            if left == 0 {
                break;
            }
            let item = Rect { y, height: (*height).min(left), ..area };
            view(place).view(ctx, frame, item);
            self.spots.add(item, place);
            y += height;
        }
    }

    /// The line of refusals that may be noted here, with their keys.
    fn refusals(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        let draft = self.filling.draft();
        let offered = &draft.node(self.at()).refusals;
        let keys = crate::app::keymap::rows(self.scope()).filter_map(|row| match &row.action {
            Action::Refuse(refusal) if offered.contains(refusal) => {
                Some(format!("{} {}", row.keys[0].label(&ctx.locale), refusal_words(&ctx.locale, *refusal)))
            }
            _ => None,
        });
        let line = keys.collect::<Vec<_>>().join("   ");
        put(frame.buffer_mut(), area, &line, Theme::of(ctx).style(Meaning::Muted));
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
        self.branches.clear();
        let wide = area.width >= WITH_TREE;
        let side = if wide { TREE + (area.width - WITH_TREE) / 4 } else { 0 };
        let gap = if wide { 2 } else { 0 };
        if wide {
            tree(ctx, self.filling.draft(), self.at(), &self.branches, frame, Rect { width: side, ..area });
        }
        let right = Rect { x: area.x + side + gap, width: area.width - side - gap, ..area };
        let around = self.around();
        let above = u16::from(!around.is_empty());
        put(frame.buffer_mut(), right, &around, Theme::of(ctx).style(Meaning::Accent));
        let body = Rect { y: right.y + above, height: right.height.saturating_sub(1 + above), ..right };
        self.items(ctx, frame, body);
        self.refusals(ctx, frame, Rect { y: right.bottom() - 1, height: 1, ..right });
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
