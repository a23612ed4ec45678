//! One finished response: looked at in three ways, and decided on.

use ratatui::{Frame, layout::Rect};

use super::{
    answers::{Side, bare_items, items},
    facts::Facts,
    head,
    reason::{For, Reason},
    trail::Trail,
};
use crate::{
    app::{Action, Ctx, Focus, Level, Next, Place, Scope},
    domain::{ResponseId, survey::ResponseState},
    locale::{door, response_state},
    tr,
    ui::{
        screens::{
            Screen,
            browse::when,
            list::{moved_in_table, step},
            sheet::Sheet,
        },
        theme::Theme,
        widgets::put,
    },
};

/// A way to look at a response.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum View {
    /// 答案
    Answers,
    /// 前后对比: a revision beside the one before it.
    Compare,
    /// 填写过程
    Trail,
}

impl View {
    /// Its name.
    pub fn name(self, ctx: &Ctx) -> String {
        match self {
            Self::Answers => tr!(ctx.locale, "response-answers"),
            Self::Compare => tr!(ctx.locale, "response-compare"),
            Self::Trail => tr!(ctx.locale, "response-trail"),
        }
    }
}

/// One finished response.
pub struct ResponseScreen {
    id: ResponseId,
    facts: Facts,
    view: View,
    /// The revision looked at; compared with the one before it.
    revision: usize,
    only_changes: bool,
    sheet: Sheet,
    trail: Trail,
    reason: Option<Reason>,
}

impl ResponseScreen {
    /// The response; nothing when there is none, which a notice says.
    pub fn open(id: ResponseId, ctx: &mut Ctx) -> Option<Self> {
        let facts = Facts::read(id, ctx)?;
        let mut screen = Self {
            id,
            revision: facts.revisions().saturating_sub(1),
            facts,
            view: View::Answers,
            only_changes: false,
            sheet: Sheet::default(),
            trail: Trail::default(),
            reason: None,
        };
        screen.show(ctx);
        Some(screen)
    }

    fn state(&self) -> ResponseState {
        self.facts.history.state
    }

    /// The ways there are to look at it.
    fn views(&self) -> Vec<View> {
        match self.facts.revisions() {
            0 => Vec::new(),
            1 => vec![View::Answers, View::Trail],
            _ => vec![View::Answers, View::Compare, View::Trail],
        }
    }

    /// Words what is looked at, from its start.
    fn show(&mut self, ctx: &Ctx) {
        let revisions = &self.facts.history.revisions;
        let Some(shown) = revisions.get(self.revision) else { return };
        let opened = self.facts.opened(self.revision, ctx);
        if self.view == View::Trail {
            self.trail = Trail::new(&shown.response.audit, opened.as_ref(), ctx);
            return;
        }
        let first = if self.view == View::Compare { self.revision.saturating_sub(1) } else { self.revision };
        let looked_at = first..=self.revision;
        let rows = if let Some(opened) = &opened {
            let sides: Vec<_> = looked_at
                .clone()
                .map(|at| Side {
                    answers: Some(&revisions[at].response.answers),
                    form: self.facts.forms[at].as_deref().unwrap_or(opened.form()),
                })
                .collect();
            items(&sides, opened, ctx)
        } else {
            let trees: Vec<_> = looked_at.clone().map(|at| Some(&revisions[at].response.answers)).collect();
            bare_items(&trees, &ctx.locale)
        };
        let compare = self.view == View::Compare;
        let heads = if compare { looked_at.map(|at| self.revision_words(at, ctx)).collect() } else { Vec::new() };
        let (blank, absent) = (tr!(ctx.locale, "response-blank"), tr!(ctx.locale, "response-absent"));
        self.sheet = Sheet::new(rows, blank, absent).heads(heads).only_changes(compare && self.only_changes);
    }

    fn revision_words(&self, at: usize, ctx: &Ctx) -> String {
        let revision = &self.facts.history.revisions[at];
        let (n, who, at) = (at as u64 + 1, revision.author.as_str(), when(revision.at, ctx));
        tr!(ctx.locale, "response-revision", n = n, who = who, at = at)
    }

    /// What stands at the right of the names of the views.
    fn beside_views(&self, ctx: &Ctx) -> String {
        let words = match self.view {
            View::Compare => {
                let changes = self.sheet.changes() as u64;
                tr!(ctx.locale, "response-changes", count = changes)
            }
            _ if self.facts.revisions() > 1 => self.revision_words(self.revision, ctx),
            _ => String::new(),
        };
        match self.sheet.position().filter(|_| self.view != View::Trail) {
            Some((last, total)) => format!("{words}   {last}/{total}"),
            None => words,
        }
    }

    fn look(&mut self, view: View, ctx: &Ctx) {
        self.view = view;
        if view == View::Compare {
            self.revision = self.revision.max(1);
        }
        self.show(ctx);
    }

    fn next_view(&mut self, back: bool, ctx: &Ctx) {
        let views = self.views();
        let here = views.iter().position(|view| *view == self.view).unwrap_or(0);
        let step = if back { views.len().saturating_sub(1) } else { 1 };
        if let Some(view) = views.get((here + step) % views.len().max(1)) {
            self.look(*view, ctx);
        }
    }

    fn turn(&mut self, back: bool, ctx: &Ctx) {
        let first = usize::from(self.view == View::Compare);
        let newest = self.facts.revisions().saturating_sub(1);
        let to = if back { self.revision.saturating_sub(1) } else { self.revision + 1 };
        let to = to.clamp(first.min(newest), newest);
        if to != self.revision {
            self.revision = to;
            self.show(ctx);
        }
    }

    /// Asks why, or goes on with a correction that is under way.
    fn ask(&mut self, to: For) -> Next {
        if to == For::Correction && self.facts.correcting {
            return Next::Become(Place::Entry { response: self.id, at: None });
        }
        self.reason = Some(Reason::new(to));
        Next::Stay
    }

    fn update_reason(&mut self, mut reason: Reason, action: &Action, ctx: &mut Ctx) -> Next {
        match action {
            Action::Back => return Next::Stay,
            Action::Save if reason.field.text().trim().is_empty() => reason.missing = true,
            Action::Save => return self.decide(&reason, ctx),
            Action::Input(typing) => {
                reason.field.apply(typing);
                reason.missing = false;
            }
            _ => {
                self.reason = Some(reason);
                return Next::Pass;
            }
        }
        self.reason = Some(reason);
        Next::Stay
    }

    /// Does what the reason was asked for. When the store refuses, what was typed stays.
    fn decide(&mut self, reason: &Reason, ctx: &mut Ctx) -> Next {
        let (id, why) = (self.id, reason.field.text().trim().to_owned());
        let mut doors = 0;
        let done = match reason.to {
            For::Correction => {
                if ctx.begin_correction(id, &why).is_some() {
                    return Next::Become(Place::Entry { response: id, at: None });
                }
                None
            }
            For::Return => ctx.write(|store, stamp| store.return_response(id, &why, stamp)).map(drop),
            For::Deletion => ctx.delete_response(id, &why).map(|opened| doors = opened),
        };
        if done.is_none() {
            self.reason = Some(Reason { field: reason.field.clone(), ..*reason });
            return Next::Stay;
        }
        let door = self.door(ctx);
        ctx.notice(Level::Done, |l| match reason.to {
            For::Deletion if doors > 0 => tr!(l, "response-deleted-visit", door = door),
            For::Deletion => tr!(l, "response-deleted", door = door),
            _ => tr!(l, "response-returned", door = door),
        });
        self.refresh(ctx);
        Next::Stay
    }

    fn approve(&mut self, ctx: &mut Ctx) {
        let id = self.id;
        if ctx.write(|store, stamp| store.approve(id, stamp)).is_some() {
            let door = self.door(ctx);
            ctx.notice(Level::Done, |l| tr!(l, "response-approved", door = door));
            self.refresh(ctx);
        }
    }

    /// Takes back what was decided last: sent back, approved, deleted.
    fn undo(&mut self, ctx: &mut Ctx) -> Next {
        let (id, decided) = (self.id, self.facts.history.decided);
        let was = self.state();
        let done = match was {
            ResponseState::Deleted => ctx.restore_response(id),
            _ => ctx.write(|store, stamp| store.retract(decided, stamp)).map(|_| 0),
        };
        let Some(doors) = done else { return Next::Stay };
        let door = self.door(ctx);
        ctx.notice(Level::Done, |l| match was {
            ResponseState::Deleted if doors > 0 => tr!(l, "response-restored-visit", door = door),
            ResponseState::Deleted => tr!(l, "response-restored", door = door),
            ResponseState::Returned => tr!(l, "response-not-returned", door = door),
            _ => tr!(l, "response-not-approved", door = door),
        });
        if self.facts.revisions() == 0 {
            return Next::Become(Place::Entry { response: id, at: None });
        }
        self.refresh(ctx);
        Next::Stay
    }

    /// The door in words; a response without one goes by its survey.
    fn door(&self, ctx: &Ctx) -> String {
        let head = &self.facts.history.head;
        let door = door(&ctx.locale, &head.door);
        if door.is_empty() { ctx.survey_title(&head.survey.id).to_owned() } else { door }
    }

    fn scroll(&mut self, action: &Action) -> Next {
        if self.view == View::Trail {
            return moved_in_table(&mut self.trail.cursor, action);
        }
        match step(action) {
            Some(typing) if !matches!(action, Action::Input(_)) => self.sheet.apply(&typing),
            _ => return Next::Pass,
        }
        Next::Stay
    }
}

impl Screen for ResponseScreen {
    fn place(&self) -> Place {
        Place::Response { response: self.id }
    }

    fn scope(&self) -> Scope {
        if self.reason.is_some() { Scope::Reason } else { Scope::Response }
    }

    fn title(&self, ctx: &Ctx) -> String {
        tr!(ctx.locale, "response-title", door = self.door(ctx))
    }

    fn status(&self, ctx: &Ctx) -> String {
        response_state(&ctx.locale, self.state())
    }

    fn focus(&self) -> Focus {
        if self.reason.is_some() { Focus::Field } else { Focus::None }
    }

    fn allows(&self, action: &Action) -> bool {
        let may_write = !self.facts.read_only;
        let stands = self.facts.revisions() > 0 && self.state() != ResponseState::Deleted;
        match action {
            Action::Edit | Action::Return | Action::Delete => may_write && stands,
            Action::Approve => may_write && stands && self.state() != ResponseState::Approved,
            Action::Undo => {
                use ResponseState::{Approved, Deleted, Returned};
                may_write && matches!(self.state(), Returned | Approved | Deleted)
            }
            Action::Open => !self.facts.twins.is_empty(),
            Action::Compare | Action::Left | Action::Right => self.facts.revisions() > 1,
            Action::Trail | Action::NextField | Action::PreviousField => self.facts.revisions() > 0,
            Action::Toggle => self.view == View::Compare,
            _ => true,
        }
    }

    fn update(&mut self, action: Action, ctx: &mut Ctx) -> Next {
        if let Some(reason) = self.reason.take() {
            return self.update_reason(reason, &action, ctx);
        }
        if !self.allows(&action) {
            if self.facts.read_only && !matches!(action, Action::Open) {
                ctx.notice(Level::Info, |l| tr!(l, "response-read-only"));
            }
            return Next::Stay;
        }
        match action {
            Action::Edit => return self.ask(For::Correction),
            Action::Return => return self.ask(For::Return),
            Action::Delete => return self.ask(For::Deletion),
            Action::Approve => self.approve(ctx),
            Action::Undo => return self.undo(ctx),
            Action::Open => {
                let twin = self.facts.twins.first().map(|row| row.head.id);
                return twin.map_or(Next::Stay, |response| Next::Go(Place::Response { response }));
            }
            Action::NextField => self.next_view(false, ctx),
            Action::PreviousField => self.next_view(true, ctx),
            Action::Compare => self.look(View::Compare, ctx),
            Action::Trail => self.look(View::Trail, ctx),
            Action::Left => self.turn(true, ctx),
            Action::Right => self.turn(false, ctx),
            Action::Toggle => {
                self.only_changes = !self.only_changes;
                self.show(ctx);
            }
            action => return self.scroll(&action),
        }
        Next::Stay
    }

    fn view(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        let theme = Theme::of(ctx);
        let inner = Rect { x: area.x + 2, width: area.width.saturating_sub(2), ..area };
        let mut y = area.y;
        for (look, line) in head::lines(&self.facts, ctx) {
            let indent = if line.starts_with('!') { area } else { inner };
            put(frame.buffer_mut(), Rect { y, height: 1, ..indent }, &line, theme.style(look));
            y += 1;
        }
        y += 1;
        if let Some(reason) = &self.reason {
            let height = reason.height().min(area.bottom().saturating_sub(y));
            reason.draw(ctx, frame, Rect { y, height, ..inner });
            y += height;
        }
        let row = Rect { y, height: 1, ..inner };
        y += 1;
        let body = Rect { y, height: area.bottom().saturating_sub(y), ..area };
        match self.view {
            _ if self.facts.revisions() == 0 => {}
            View::Trail => self.trail.draw(ctx, frame.buffer_mut(), body),
            _ => self.sheet.draw(theme, frame.buffer_mut(), body),
        }
        // After the answers, so that how far one has read is known.
        head::tabs(self.view, &self.views(), &self.beside_views(ctx), ctx, frame.buffer_mut(), row);
    }

    fn copied(&self, _: &Ctx) -> Option<String> {
        (self.view != View::Trail).then(|| self.sheet.text())
    }

    fn text(&self) -> Option<String> {
        self.reason.as_ref().map(|reason| reason.field.text().to_owned())
    }

    fn put_text(&mut self, text: &str, _: &mut Ctx) {
        if let Some(reason) = &mut self.reason {
            reason.field.set(text);
            reason.missing = false;
        }
    }

    fn refresh(&mut self, ctx: &mut Ctx) {
        let before = self.facts.revisions();
        let Some(facts) = Facts::read(self.id, ctx) else { return };
        self.facts = facts;
        let last = self.facts.revisions().saturating_sub(1);
        // A new revision is what one came back to see.
        self.revision = if self.facts.revisions() == before { self.revision.min(last) } else { last };
        if !self.views().contains(&self.view) {
            self.view = View::Answers;
        }
        let read = std::mem::take(&mut self.sheet);
        self.show(ctx);
        self.sheet = std::mem::take(&mut self.sheet).at(&read);
    }
}
