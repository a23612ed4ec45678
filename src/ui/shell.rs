//! The loop's core, without a terminal: which screens are open, what an event does to them, what to draw.

use ratatui::Frame;

use super::{
    Event, chrome,
    screens::{self, Beat, Screen},
};
use crate::{
    app::{
        Action, BrowseFilter, Ctx, Focus, LOG_FILE, Level, News, Next, Place, Scope, Typing, forget_place, keep_place,
        keymap, printing::PrintOrder, still_there, way_back,
    },
    locale::{clean_text, truncate},
    tr,
};

/// Below this the screens do not fit, and a page says so.
pub const SMALLEST: (u16, u16) = (60, 16);

/// Rows one turn of the wheel moves.
const WHEEL: usize = 3;
/// Bytes terminals take into the clipboard at least; more are cut or refused.
const MOST_COPIED: usize = 50_000;

/// What the core wants of whoever has the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Want {
    /// The program is to end.
    Quit,
    /// The program is to pause.
    Pause,
    /// Everything is to be drawn anew.
    Redraw,
    /// The text of the field is to be changed in an editor.
    Edit,
}

/// The open screens and what they work with.
pub struct Shell {
    ctx: Ctx,
    /// The screen on view.
    top: Box<dyn Screen>,
    /// The screens below it, Home first.
    below: Vec<Box<dyn Screen>>,
    dirty: bool,
    /// Whether another screen or language came on view since the last frame.
    turned: bool,
    want: Option<Want>,
    /// The place that is written down for after a crash.
    kept: Option<Place>,
    /// How far the worker is.
    progress: Option<(u64, u64)>,
    /// What is to go to the clipboard.
    copied: Option<String>,
}

impl Shell {
    /// Starts at a place, with Home below it, and between them the meeting it belongs to.
    #[must_use]
    pub fn new(mut ctx: Ctx, place: &Place) -> Self {
        let top = screens::home(&mut ctx);
        let mut shell = Self {
            ctx,
            top,
            below: Vec::new(),
            dirty: true,
            turned: false,
            want: None,
            kept: None,
            progress: None,
            copied: None,
        };
        if *place != Place::Home {
            if let Some(back) = way_back(place, &shell.ctx.store) {
                shell.go(&back);
            }
            shell.go(place);
        }
        shell
    }

    /// What the screens work with.
    #[must_use]
    pub fn ctx(&self) -> &Ctx {
        &self.ctx
    }

    /// What the screens work with, to change it.
    pub fn ctx_mut(&mut self) -> &mut Ctx {
        self.dirty = true;
        &mut self.ctx
    }

    /// Where one is.
    #[must_use]
    pub fn place(&self) -> Place {
        self.top.place()
    }

    /// How often the clocks on view go on.
    #[must_use]
    pub fn beat(&self) -> Beat {
        self.top.beat()
    }

    /// Whether something changed since the last call.
    pub fn take_dirty(&mut self) -> bool {
        std::mem::take(&mut self.dirty)
    }

    /// Whether another screen or language came on view since the last call.
    pub fn take_turned(&mut self) -> bool {
        std::mem::take(&mut self.turned)
    }

    /// What is wanted of whoever has the terminal, once.
    pub fn take_want(&mut self) -> Option<Want> {
        self.want.take()
    }

    /// What is to go to the terminal's clipboard, once.
    pub fn take_copied(&mut self) -> Option<String> {
        self.copied.take()
    }

    /// What the worker told since the last call.
    pub fn news(&mut self) -> Vec<News> {
        self.ctx.worker.news()
    }

    /// Deals with an event.
    pub fn handle(&mut self, event: Event) {
        self.deal(event);
        self.remember();
    }

    /// Writes down where one is, when that changed, and forgets it when one leaves. The demo and a directory that another
    /// program holds are left alone.
    fn remember(&mut self) {
        if self.ctx.store.holder().is_some() || self.ctx.dir != self.ctx.own_dir {
            return;
        }
        let place = self.top.place();
        if self.want == Some(Want::Quit) {
            forget_place(&self.ctx.own_dir);
        } else if !matches!(place, Place::Help { .. } | Place::Palette { .. }) && self.kept.as_ref() != Some(&place) {
            keep_place(&self.ctx.own_dir, &place);
            self.kept = Some(place);
        }
    }

    fn deal(&mut self, event: Event) {
        match event {
            Event::Resize => self.dirty = true,
            Event::Tick => self.dirty |= !self.top.focus().holds_cursor(),
            Event::Key(key) => {
                self.dirty = true;
                let now = self.ctx.now();
                self.ctx.notices.key_pressed(now);
                let action = keymap::action(key, self.top.scope(), self.top.focus());
                // Right after a draft was thrown away or a visit noted this key is undo, also in a field.
                let undo = matches!(action, Some(Action::Undo | Action::Input(Typing::DeleteToStart)));
                let fresh = self.ctx.discards.is_fresh_for_one_key(undo);
                match action {
                    Some(_) if fresh && undo => self.take_discard_back(),
                    Some(action) => self.act(&action),
                    None => {}
                }
            }
            Event::Paste(text) => {
                self.dirty = true;
                if self.top.focus() != Focus::None {
                    self.act(&Action::Input(Typing::Paste(text)));
                }
            }
            Event::Click(column, row) => {
                self.dirty = true;
                self.act(&Action::Click(column, row));
            }
            Event::Wheel { down } => {
                self.dirty = true;
                self.act(&Action::Wheel { down });
            }
            Event::News(news) => self.told(news),
        }
    }

    /// No key came for a moment.
    pub fn idle(&mut self) {
        self.top.idle();
    }

    /// The screen on view keeps what is half typed: before a pause and before the end.
    pub fn leave(&mut self) {
        self.top.leave(&mut self.ctx);
    }

    /// The program is ended from outside: everything half typed is kept, and the place stays known.
    pub fn interrupted(&mut self) {
        self.leave();
        self.remember();
    }

    /// The text of the field the keyboard types into.
    #[must_use]
    pub fn text(&self) -> Option<String> {
        self.top.text()
    }

    /// The text of that field as it came back from an editor.
    pub fn put_text(&mut self, text: &str) {
        self.dirty = true;
        self.top.put_text(text, &mut self.ctx);
    }

    /// Draws everything.
    pub fn draw(&self, frame: &mut Frame<'_>) {
        let area = frame.area();
        if area.width < SMALLEST.0 || area.height < SMALLEST.1 {
            screens::small(&self.ctx, frame, area, SMALLEST);
            return;
        }
        let body = chrome::draw(&self.ctx, &*self.top, self.progress, frame);
        self.top.view(&self.ctx, frame, body);
    }

    fn told(&mut self, news: News) {
        match news {
            News::Progress { done, total } => {
                self.progress = Some((done, total));
                self.dirty |= !self.top.focus().holds_cursor();
            }
            News::Notice(level, text) => {
                let now = self.ctx.now();
                self.ctx.notices.push(level, text, now);
                self.dirty = true;
            }
            News::Finished | News::Failed => {
                self.progress = None;
                self.dirty = true;
                if news == News::Failed {
                    self.ctx.notice(Level::Error, |l| tr!(l, "ui-job-failed", log = LOG_FILE));
                }
                self.ctx.arrived();
                // A screen below may wait for its result too; where to go is for the one on view to say.
                for screen in &mut self.below {
                    screen.update(Action::Arrived, &mut self.ctx);
                }
                self.act(&Action::Arrived);
            }
        }
    }

    fn act(&mut self, action: &Action) {
        let next = self.top.update(action.clone(), &mut self.ctx);
        self.follow(next, action);
    }

    fn follow(&mut self, next: Next, action: &Action) {
        match next {
            Next::Stay => {}
            Next::Pass => self.everywhere(action),
            Next::Go(place) => self.go(&place),
            Next::Become(place) => {
                self.leave();
                if let Some(screen) = self.opened(&place) {
                    self.top = screen;
                    self.turned = true;
                }
            }
            Next::Back => self.back(),
            Next::Act(action) => self.act(&action),
            Next::Do(action) => {
                self.back();
                self.act(&action);
            }
            Next::Quit => self.quit(),
        }
    }

    /// What an action does on every screen that does not use it itself.
    fn everywhere(&mut self, action: &Action) {
        let over = self.top.scope();
        match action {
            Action::Go(place) => self.go(place),
            Action::Help if over != Scope::Help => {
                self.offer();
                self.go(&Place::Help { over });
            }
            Action::Palette if over != Scope::Palette => {
                self.offer();
                self.go(&Place::Palette { over });
            }
            Action::NewResponse => self.go(&Place::NewResponse { survey: None, session: None }),
            Action::Responses => self.go(&Place::Browse { filter: BrowseFilter::default() }),
            Action::Tally => self.go(&Place::Summary { survey: None, filter: BrowseFilter::default() }),
            Action::Print => {
                let order = PrintOrder::at(&self.top.place());
                self.go(&Place::Print { order: Box::new(order) });
            }
            Action::Back => self.back(),
            Action::Quit => self.quit(),
            Action::Language => {
                self.ctx.speak_next();
                self.turned = true;
                for screen in &mut self.below {
                    screen.refresh(&mut self.ctx);
                }
                self.top.refresh(&mut self.ctx);
            }
            Action::Suspend => self.want = Some(Want::Pause),
            Action::Redraw => self.want = Some(Want::Redraw),
            Action::Copy => self.copy(),
            Action::Undo => self.take_discard_back(),
            // Where a list or page does not scroll by itself, the wheel is the arrow keys.
            Action::Wheel { down } => {
                let step = if *down { Action::Down } else { Action::Up };
                (0..WHEEL).for_each(|_| self.act(&step));
            }
            Action::EditOutside if self.top.text().is_some() => self.want = Some(Want::Edit),
            _ => {}
        }
    }

    /// Takes back what was thrown away or noted last, and shows it where it is listed.
    fn take_discard_back(&mut self) {
        if self.ctx.take_discard_back() {
            self.top.refresh(&mut self.ctx);
        }
    }

    /// Tells help and palette what can be done on the screen on view.
    fn offer(&mut self) {
        let (typed, copies) = (self.top.text().is_some(), self.top.copied(&self.ctx).is_some());
        let rows = keymap::rows(self.top.scope()).filter(|row| {
            let here = match row.action {
                Action::EditOutside => typed,
                Action::Copy => copies,
                Action::Undo if row.scope == Scope::Global => self.ctx.discards.any(),
                _ => true,
            };
            here && self.top.allows(&row.action)
        });
        self.ctx.offered = rows.map(|row| row.action.clone()).collect();
    }

    /// Hands what the cursor is on to whoever has the terminal; the terminal alone knows whether it takes it.
    fn copy(&mut self) {
        let text = self.top.copied(&self.ctx).map(|text| clean_text(&text).into_owned());
        match text.filter(|text| !text.trim().is_empty()) {
            None => self.ctx.notice(Level::Info, |l| tr!(l, "ui-nothing-to-copy")),
            Some(text) if text.len() > MOST_COPIED => {
                self.ctx.notice(Level::Warning, |l| tr!(l, "ui-too-long-to-copy"));
            }
            Some(text) => {
                let start = truncate(text.trim().lines().next().unwrap_or_default(), 24).into_owned();
                self.ctx.notice(Level::Done, |l| tr!(l, "ui-copied", text = start));
                self.copied = Some(text);
            }
        }
    }

    fn opened(&mut self, place: &Place) -> Option<Box<dyn Screen>> {
        let screen = screens::open(place, &mut self.ctx);
        if screen.is_none() {
            self.ctx.notice(Level::Info, |l| tr!(l, "ui-no-such-place"));
        }
        screen
    }

    fn go(&mut self, place: &Place) {
        self.leave();
        // Going where one already is, or came from, returns there, so that the way back stays short.
        if self.top.place() == *place {
            self.top.refresh(&mut self.ctx);
        } else if let Some(at) = self.below.iter().position(|screen| screen.place() == *place) {
            self.below.truncate(at + 1);
            self.uncover();
        } else if let Some(screen) = self.opened(place) {
            self.below.push(std::mem::replace(&mut self.top, screen));
            self.turned = true;
        }
    }

    fn back(&mut self) {
        self.leave();
        if !self.uncover() && !self.ctx.notices.dismiss() {
            self.ctx.notice(Level::Info, |l| tr!(l, "ui-how-to-quit"));
        }
    }

    /// Shows the screen below the one on view, if there is one.
    fn uncover(&mut self) -> bool {
        let Some(mut screen) = self.below.pop() else { return false };
        // A draft that was finished or thrown away meanwhile is not gone back to.
        while !still_there(&screen.place(), &self.ctx.store)
            && let Some(next) = self.below.pop()
        {
            screen = next;
        }
        self.top = screen;
        self.turned = true;
        self.top.refresh(&mut self.ctx);
        true
    }

    fn quit(&mut self) {
        self.leave();
        self.want = Some(Want::Quit);
    }
}
