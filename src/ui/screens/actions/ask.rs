//! What is asked about an action in a line of its own, and recording it.

use super::{
    super::ledger::{Foot, Line, Said},
    screen::ActionsScreen,
};
use crate::{
    app::{Booking, Ctx, Level},
    domain::{
        ActionId,
        meeting::ledger::{Action, ActionEvent, ActionState, Event, Task},
    },
    locale::{Locale, date_fault, date_short, date_weekday, typed_date},
    tr,
};

/// What a line is filled for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// Who does what by when.
    New,
    /// The same of an action.
    Change(ActionId),
    /// Who did it.
    Done(ActionId),
    /// Who looked.
    Check(ActionId),
    /// Why it is to be done after all.
    Reopen(ActionId),
    /// Why it will not be done.
    Drop(ActionId),
}

/// The line for a task.
fn task_line(task: Option<&Task>) -> Line {
    let due = task.and_then(|task| task.due).map(date_short).unwrap_or_default();
    Line::new().field(task.map_or("", |task| &task.what), 6).field(task.map_or("", |task| &task.who), 3).field(&due, 3)
}

/// The line for who did it or looked, and what is worth knowing.
fn said_line() -> Line {
    Line::new().field("", 2).field("", 4)
}

impl ActionsScreen {
    pub(super) fn ask_new(&mut self) {
        self.asking.open(Asked::New, task_line(None));
    }

    /// Asks what a key on the selected action needs to know. What the ledger would refuse is said at once.
    pub(super) fn book(&mut self, booking: Booking, ctx: &mut Ctx) {
        let Some((id, state)) = self.selected(ctx).map(|(id, action)| (id, action.state.clone())) else {
            return ctx.notice(Level::Info, |l| tr!(l, "actions-none-selected"));
        };
        let why = |words: fn(&Locale) -> String, ctx: &mut Ctx| ctx.notice(Level::Warning, words);
        match (booking, state) {
            (Booking::Done, ActionState::Open) => self.asking.open(Asked::Done(id), said_line()),
            (Booking::Checked, ActionState::Done(_)) => self.asking.open(Asked::Check(id), said_line()),
            (Booking::Checked, ActionState::Open) => why(|l| tr!(l, "actions-not-done"), ctx),
            (Booking::Dropped, ActionState::Open) => self.asking.open(Asked::Drop(id), Line::new().field("", 1)),
            (Booking::Reopened, ActionState::Open) => why(|l| tr!(l, "actions-is-open"), ctx),
            (Booking::Reopened, _) => self.asking.open(Asked::Reopen(id), Line::new().field("", 1)),
            _ => why(|l| tr!(l, "actions-not-open"), ctx),
        }
    }

    /// The next thing an action waits for: that it is done, or that somebody looks.
    pub(super) fn next_step(&mut self, ctx: &mut Ctx) {
        let done = self.selected(ctx).is_some_and(|(_, action)| matches!(action.state, ActionState::Done(_)));
        self.book(if done { Booking::Checked } else { Booking::Done }, ctx);
    }

    pub(super) fn change(&mut self, ctx: &mut Ctx) {
        let found = self.selected(ctx).map(|(id, action)| (id, action.task.clone(), action.state.clone()));
        match found {
            Some((id, task, ActionState::Open)) => self.asking.open(Asked::Change(id), task_line(Some(&task))),
            Some(_) => ctx.notice(Level::Warning, |l| tr!(l, "actions-not-open")),
            None => ctx.notice(Level::Info, |l| tr!(l, "actions-none-selected")),
        }
    }

    /// Records what the line says, when it can be read.
    pub(super) fn record(&mut self, ctx: &mut Ctx) {
        let Some((asked, line)) = self.asking.get().cloned() else { return };
        let or_usual = |at: usize| match line.text(at) {
            "" => Self::usual(asked, ctx),
            typed => typed.to_owned(),
        };
        let l = &ctx.locale;
        let (id, event, what) = match asked {
            Asked::New | Asked::Change(_) => {
                let task = match task(&line, ctx) {
                    Ok(task) => task,
                    Err(words) => {
                        self.asking.refuse(2, words);
                        return;
                    }
                };
                let named = format!("{} {}", task.who, task.what);
                match asked {
                    Asked::Change(id) => (id, ActionEvent::Changed { task }, tr!(l, "pledges-change", what = named)),
                    _ => (ActionId(ctx.new_id()), ActionEvent::Assigned { task, origin: None }, named),
                }
            }
            Asked::Done(id) => {
                let event = ActionEvent::Done { by: or_usual(0), note: line.text(1).to_owned() };
                (id, event, tr!(l, "actions-done", what = Self::named(id, ctx)))
            }
            Asked::Check(id) => {
                let event = ActionEvent::Checked { by: or_usual(0), note: line.text(1).to_owned() };
                (id, event, tr!(l, "actions-check", what = Self::named(id, ctx)))
            }
            Asked::Reopen(id) => {
                let event = ActionEvent::Reopened { reason: or_usual(0) };
                (id, event, tr!(l, "actions-reopen", what = Self::named(id, ctx)))
            }
            Asked::Drop(id) => {
                let event = ActionEvent::Dropped { reason: or_usual(0) };
                (id, event, tr!(l, "actions-drop", what = Self::named(id, ctx)))
            }
        };
        let said = what.clone();
        if self.steps.ask(ctx, Event::Action { action: id, event }.into(), what) {
            self.asking.close();
            self.read(ctx);
            // One that is closed out is gone from the list: say what became of it.
            match self.rows.iter().position(|row| *row == id) {
                Some(at) => self.table.go_to(at),
                None => ctx.notice(Level::Done, |_| said),
            }
        }
    }

    /// What is recorded when nothing is typed: who was to do it, who types here, the usual reason.
    fn usual(asked: Asked, ctx: &Ctx) -> String {
        let action = |id: ActionId| ctx.ledger().and_then(|ledger| ledger.action(id));
        match asked {
            Asked::Done(id) => action(id).map(|action| action.task.who.clone()).unwrap_or_default(),
            Asked::Check(_) => ctx.settings.surveyor.clone().unwrap_or_default(),
            Asked::Reopen(_) => tr!(ctx.locale, "actions-reopen-usual"),
            Asked::Drop(_) => tr!(ctx.locale, "actions-drop-usual"),
            Asked::New | Asked::Change(_) => String::new(),
        }
    }

    /// Draws the line.
    pub(super) fn draw_line(&self, ctx: &Ctx, frame: &mut ratatui::Frame<'_>, area: ratatui::layout::Rect) {
        let l = &ctx.locale;
        let Some((asked, line)) = self.asking.get() else { return };
        let usual = Self::usual(*asked, ctx);
        let bare = |label: String| Said::new(label, String::new());
        let task = || {
            let due = Said::new(tr!(l, "actions-due"), tr!(l, "actions-due-form"));
            vec![bare(tr!(l, "actions-what")), bare(tr!(l, "actions-who")), due]
        };
        let by = |label: String| vec![Said::new(label, usual.clone()), bare(tr!(l, "actions-note"))];
        let reason = || vec![Said::new(tr!(l, "pledges-reason"), usual.clone())];
        let (title, said, hint) = match asked {
            Asked::New => (tr!(l, "actions-new"), task(), self.due_hint(line, ctx)),
            Asked::Change(id) => {
                (tr!(l, "pledges-change", what = Self::named(*id, ctx)), task(), self.due_hint(line, ctx))
            }
            Asked::Done(id) => {
                let title = tr!(l, "actions-done", what = Self::named(*id, ctx));
                (title, by(tr!(l, "actions-by")), tr!(l, "actions-by-hint"))
            }
            Asked::Check(id) => {
                let title = tr!(l, "actions-check", what = Self::named(*id, ctx));
                (title, by(tr!(l, "actions-checked-by")), tr!(l, "actions-by-hint"))
            }
            Asked::Reopen(id) => {
                (tr!(l, "actions-reopen", what = Self::named(*id, ctx)), reason(), tr!(l, "pledges-reason-hint"))
            }
            Asked::Drop(id) => {
                (tr!(l, "actions-drop", what = Self::named(*id, ctx)), reason(), tr!(l, "pledges-reason-hint"))
            }
        };
        line.draw(ctx, frame, area, &said, &Foot { title: &title, hint: &hint, wrong: self.asking.wrong() });
    }

    fn due_hint(&self, line: &Line, ctx: &Ctx) -> String {
        let l = &ctx.locale;
        if let Some(name) = self.offered() {
            return tr!(l, "pledges-offer", who = name.to_owned());
        }
        match typed_date(line.text(2), ctx.now().date_naive()) {
            Ok(due) => tr!(l, "actions-due-read", due = date_weekday(l, due)),
            Err(_) => tr!(l, "actions-due-hint"),
        }
    }
}

/// The task a line says; the words of what is wrong with its day.
fn task(line: &Line, ctx: &Ctx) -> Result<Task, String> {
    let due = match line.text(2) {
        "" => None,
        typed => Some(typed_date(typed, ctx.now().date_naive()).map_err(|fault| date_fault(&ctx.locale, fault))?),
    };
    Ok(Task { what: line.text(0).to_owned(), who: line.text(1).to_owned(), due })
}

/// An action in words, `李嬢嬢 联系施工队`.
pub fn words(action: &Action) -> String {
    format!("{} {}", action.task.who, action.task.what)
}
