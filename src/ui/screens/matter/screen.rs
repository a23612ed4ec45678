//! The thread of one matter, and what is done to it.

use ratatui::{Frame, layout::Rect};

use super::{
    super::{
        Screen,
        ledger::{Keyed, Line},
        list::{moved, moved_in_table},
        matter_steps::MatterSteps,
    },
    choose::Asked,
};
use crate::{
    app::{Action, Ctx, Fate, FetchedMatters, Focus, Level, Next, Place, Scope, Task},
    domain::{
        MatterId,
        matter::{About, Came, Command, Event, Matters, Programme, Step, Thread},
        place::{self, Roll, places_named},
        record::StoreError,
    },
    locale::programme_words,
    tr,
    ui::widgets::TableState,
};

/// Whether the thread is there.
pub(super) enum Reading {
    /// It is.
    Done,
    /// Where there is much, it is read in the background first.
    UnderWay(Task<Result<FetchedMatters, StoreError>>),
    /// There is no such matter.
    Missing,
    /// It could not be read; a notice said why.
    Failed,
}

/// One matter.
pub struct MatterScreen {
    pub(super) matter: MatterId,
    pub(super) thread: Thread,
    pub(super) table: TableState,
    pub(super) asked: Option<Asked>,
    pub(super) wrong: String,
    steps: MatterSteps,
    pub(super) reading: Reading,
}

impl MatterScreen {
    /// A matter; nothing when there is none, and a notice says so.
    pub fn open(matter: MatterId, ctx: &mut Ctx) -> Option<Self> {
        let mut screen = Self {
            matter,
            thread: Thread::unread(matter),
            table: TableState::default(),
            asked: None,
            wrong: String::new(),
            steps: MatterSteps::default(),
            reading: Reading::Missing,
        };
        screen.read(ctx);
        if let Reading::Missing = screen.reading {
            ctx.notice(Level::Warning, |l| tr!(l, "matter-unknown"));
            return None;
        }
        Some(screen)
    }

    fn read(&mut self, ctx: &mut Ctx) {
        if !ctx.gathers_at_once() {
            if !matches!(self.reading, Reading::UnderWay(_)) {
                self.reading = Reading::UnderWay(ctx.fetch_matters());
            }
            return;
        }
        ctx.gather();
        if let Some(thread) = ctx.facts().and_then(|facts| Thread::of(&facts, self.matter, false)) {
            self.matter = thread.matter;
            self.table.set_len(thread.entries.len());
            self.thread = thread;
            self.reading = Reading::Done;
        } else if !self.is_read() {
            self.reading = Reading::Missing;
        }
    }

    fn is_read(&self) -> bool {
        matches!(self.reading, Reading::Done)
    }

    fn arrived(&mut self, ctx: &mut Ctx) {
        let Reading::UnderWay(task) = &self.reading else { return };
        match task.take() {
            Fate::Done(read) => {
                self.reading = Reading::Failed;
                if let Some(read) = ctx.read(|_| read) {
                    ctx.put_matters(read);
                    self.read(ctx);
                }
            }
            Fate::Lost => self.reading = Reading::Failed,
            // Another screen was quicker to have it read.
            Fate::Waiting if ctx.gathers_at_once() => self.read(ctx),
            Fate::Waiting => {}
        }
    }

    /// Where the selected step of the thread leads.
    fn leads(&self) -> Option<Place> {
        let entry = self.thread.entries.get(self.table.current()?)?;
        Some(match &entry.what {
            Came::Suggested { response: Some(response), .. } => Place::Response { response: *response },
            Came::Item { meeting, on: true, .. } => Place::Minutes { meeting: *meeting },
            Came::Item { meeting, on: false, .. } => Place::Lobby { meeting: *meeting },
            Came::Voted { meeting, motion, .. } => Place::Result { meeting: *meeting, motion: motion.clone() },
            Came::Pledged { meeting, item, .. } | Came::Granted { meeting, item, .. } => {
                Place::Pledges { meeting: *meeting, item: item.clone() }
            }
            Came::Claimed { meeting, item, .. } => Place::Claims { meeting: *meeting, item: item.clone() },
            Came::Allocated { fund: Some(fund), .. } => Place::Fund { fund: fund.clone(), at: None },
            Came::Assigned { .. } | Came::Done { .. } | Came::Checked { .. } => Place::Actions,
            Came::TalkedOver { session, .. } => Place::SessionEdit { session: Some(*session) },
            Came::Split { into, .. } => Place::Matter { matter: *into },
            _ => return None,
        })
    }

    /// Asks the register and keeps what was made for undo; whether it was done.
    fn ask(&mut self, command: Command, ctx: &mut Ctx) -> bool {
        if !self.steps.ask(command, ctx) {
            return false;
        }
        self.asked = None;
        self.wrong.clear();
        self.read(ctx);
        true
    }

    fn edit(&mut self, ctx: &mut Ctx) {
        let Some(Asked::Edit(line)) = &self.asked else { return };
        let typed = |at: usize| line.text(at).to_owned();
        let (title, concern, programme) = (typed(0), typed(1), typed(2));
        let place = self.place_typed(&typed(3), ctx);
        let Ok(concern) = named_concern(&concern, ctx) else {
            self.wrong = tr!(ctx.locale, "matter-no-such-concern", known = concern_labels(ctx).join(", "));
            return;
        };
        let Ok(programme) = named_programme(&programme, ctx) else {
            let known: Vec<String> = Programme::ALL.iter().map(|p| programme_words(&ctx.locale, *p)).collect();
            self.wrong = tr!(ctx.locale, "matter-no-such-programme", known = known.join(", "));
            return;
        };
        let note = self.thread.about.note.clone();
        let about = About { title, concern, programme, place, note };
        let matter = self.matter;
        if self.ask(Event::Changed { matter, about }.into(), ctx) {
            ctx.notice(Level::Done, |l| tr!(l, "matter-kept"));
        }
    }

    /// The place somebody typed: the one it lies in now where nothing was changed, one of the roll where there is one of these
    /// names, else the words as they are.
    fn place_typed(&self, typed: &str, ctx: &mut Ctx) -> place::Place {
        let now = &self.thread.about.place;
        if typed == now.names().join(" ") {
            return now.clone();
        }
        let words: Vec<&str> = typed.split_whitespace().collect();
        let found = ctx.hold_register::<Roll>().map(|roll| places_named(roll, &words.join("/"))).unwrap_or_default();
        match found.as_slice() {
            [place] => place.clone(),
            _ => place::Place(words.into_iter().map(str::to_owned).collect()),
        }
    }

    /// Keeps the note as typed; the one before stays in the history.
    fn keep_note(&mut self, ctx: &mut Ctx) {
        let Some(Asked::Note(line)) = &self.asked else { return };
        let about = About { note: line.text(0).to_owned(), ..self.thread.about.clone() };
        let matter = self.matter;
        if self.ask(Event::Changed { matter, about }.into(), ctx) {
            ctx.notice(Level::Done, |l| tr!(l, "matter-kept"));
        }
    }

    fn merge(&mut self, ctx: &mut Ctx) {
        let Some(Asked::Merge { ids, list }) = &self.asked else { return };
        let Some(into) = list.current().and_then(|at| ids.get(at)).copied() else { return };
        let (matter, title) = (self.matter, self.thread.about.title.clone());
        if self.ask(Event::Merged { matter, into }.into(), ctx) {
            let now = self.thread.about.title.clone();
            ctx.notice(Level::Done, |l| tr!(l, "matter-was-merged", title = title, into = now));
        }
    }

    fn split(&mut self, ctx: &mut Ctx) {
        let Some(Asked::Split { said, picked, title: Some(line), .. }) = &self.asked else { return };
        let chosen: Vec<_> =
            said.iter().zip(picked).filter(|(_, picked)| **picked).map(|(said, _)| said.key.clone()).collect();
        let about = About { title: line.text(0).to_owned(), ..self.thread.about.clone() };
        let (title, n) = (about.title.clone(), chosen.len());
        let new = MatterId(ctx.new_id());
        let Some(matters) = ctx.register::<Matters>() else { return };
        let command = matters.split(self.matter, new, about, &chosen);
        if self.ask(command, ctx) {
            ctx.notice(Level::Done, |l| tr!(l, "matter-was-split", title = title, n = n));
        }
    }

    fn put(&mut self, ctx: &mut Ctx) {
        let Some(Asked::Reason(step, line)) = &self.asked else { return };
        let (matter, step, note) = (self.matter, *step, line.text(0).to_owned());
        if step == Step::Dropped && note.is_empty() {
            self.wrong = tr!(ctx.locale, "matter-no-reason");
            return;
        }
        self.ask(Event::Put { matter, step, note }.into(), ctx);
    }

    fn undo(&mut self, ctx: &mut Ctx) {
        if self.steps.undo(ctx) {
            self.read(ctx);
        }
    }

    fn update_asked(&mut self, action: Action, ctx: &mut Ctx) -> Next {
        let Some(asked) = &mut self.asked else { return Next::Pass };
        if asked.line().is_some() {
            return self.update_line(&action, ctx);
        }
        match (asked, action) {
            (_, Action::Back) => self.asked = None,
            (Asked::Merge { .. }, Action::Open) => self.merge(ctx),
            (Asked::Step(list), Action::Open) => {
                if let Some(step) = list.current().and_then(|at| Step::ALL.get(at)) {
                    self.asked = Some(Asked::Reason(*step, Line::new().field("", 1)));
                }
            }
            (Asked::Merge { list, .. } | Asked::Step(list), action) => return moved(list, &action),
            (Asked::Split { picked, list, .. }, Action::Toggle) => {
                if let Some(picked) = list.current().and_then(|at| picked.get_mut(at)) {
                    *picked = !*picked;
                }
                list.go_to(list.current().unwrap_or_default() + 1);
            }
            (Asked::Split { picked, title, .. }, Action::Open) => {
                if picked.contains(&true) {
                    *title = Some(Line::new().field("", 1));
                } else {
                    ctx.notice(Level::Info, |l| tr!(l, "matter-split-none"));
                }
            }
            (Asked::Split { list, .. }, action) => return moved_in_table(list, &action),
            (Asked::Edit(_) | Asked::Note(_) | Asked::Reason(..), _) => return Next::Pass,
        }
        Next::Stay
    }

    fn update_line(&mut self, action: &Action, ctx: &mut Ctx) -> Next {
        let Some(line) = self.asked.as_mut().and_then(Asked::line_mut) else { return Next::Pass };
        match line.key(action) {
            Keyed::Record => match self.asked {
                Some(Asked::Edit(_)) => self.edit(ctx),
                Some(Asked::Note(_)) => self.keep_note(ctx),
                Some(Asked::Split { .. }) => self.split(ctx),
                _ => self.put(ctx),
            },
            Keyed::Typed => self.wrong.clear(),
            Keyed::Left => {
                self.asked = None;
                self.wrong.clear();
            }
            Keyed::Moved => {}
            Keyed::Elsewhere => return Next::Pass,
        }
        Next::Stay
    }
}

/// What a concern is called; its name when nobody said.
pub(super) fn concern_label(name: &str, ctx: &Ctx) -> String {
    let known = ctx.register::<Matters>().and_then(|matters| matters.concerns().find(|known| known.name == name));
    known.map_or_else(|| name.to_owned(), |concern| concern.label.get(ctx.lang()).to_owned())
}

fn concern_labels(ctx: &Ctx) -> Vec<String> {
    let Some(matters) = ctx.register::<Matters>() else { return Vec::new() };
    matters.concerns().map(|concern| concern.label.get(ctx.lang()).to_owned()).collect()
}

/// The name of the one concern whose name or label is, or begins with, what is typed; none for nothing.
fn named_concern(typed: &str, ctx: &Ctx) -> Result<String, ()> {
    if typed.is_empty() {
        return Ok(String::new());
    }
    let matters = ctx.register::<Matters>().ok_or(())?;
    let typed = typed.to_lowercase();
    let label = |concern: &crate::domain::matter::Concern| concern.label.get(ctx.lang()).to_lowercase();
    let exact = matters.concerns().find(|concern| concern.name.to_lowercase() == typed || label(concern) == typed);
    let found = exact.or_else(|| {
        let mut begin = matters.concerns().filter(|concern| label(concern).starts_with(&typed));
        begin.next().filter(|_| begin.next().is_none())
    });
    found.map(|concern| concern.name.clone()).ok_or(())
}

fn named_programme(typed: &str, ctx: &Ctx) -> Result<Option<Programme>, ()> {
    if typed.is_empty() {
        return Ok(None);
    }
    let typed = typed.to_lowercase();
    let found = Programme::ALL.into_iter().find(|p| programme_words(&ctx.locale, *p).to_lowercase().contains(&typed));
    found.map(Some).ok_or(())
}

impl Screen for MatterScreen {
    fn place(&self) -> Place {
        Place::Matter { matter: self.matter }
    }

    fn scope(&self) -> Scope {
        match &self.asked {
            None => Scope::Matter,
            Some(asked) if asked.line().is_some() => Scope::LedgerLine,
            Some(Asked::Split { .. }) => Scope::Questions,
            Some(_) => Scope::Choose,
        }
    }

    fn title(&self, ctx: &Ctx) -> String {
        tr!(ctx.locale, "matter-title")
    }

    fn status(&self, ctx: &Ctx) -> String {
        if self.is_read() { crate::locale::step_words(&ctx.locale, self.thread.step) } else { String::new() }
    }

    fn focus(&self) -> Focus {
        match &self.asked {
            Some(asked) if asked.line().is_some() => Focus::Field,
            Some(Asked::Merge { .. }) => Focus::Search,
            _ => Focus::None,
        }
    }

    fn allows(&self, action: &Action) -> bool {
        match action {
            Action::Open if self.asked.is_none() => self.leads().is_some(),
            Action::Cross => self.thread.suggestions > 0,
            Action::Edit | Action::Guidance | Action::Compare | Action::Override | Action::Vote | Action::Undo => {
                self.is_read()
            }
            _ => true,
        }
    }

    fn update(&mut self, action: Action, ctx: &mut Ctx) -> Next {
        if action == Action::Arrived {
            self.arrived(ctx);
            return Next::Stay;
        }
        if !self.is_read() {
            return Next::Pass;
        }
        if self.asked.is_some() {
            return self.update_asked(action, ctx);
        }
        match action {
            Action::Open => return self.leads().map_or(Next::Stay, Next::Go),
            Action::Edit => self.asked = Asked::edit(self.matter, ctx),
            Action::Guidance => self.asked = Some(Asked::Note(Line::new().field(&self.thread.about.note, 1))),
            Action::Compare => self.asked = Asked::merge(self.matter, ctx),
            Action::Cross => self.asked = Asked::split(self.matter, ctx),
            Action::Override => self.asked = Some(Asked::step(ctx)),
            Action::Vote => {
                if let Some(meeting) = ctx.meeting_from_matters(&[self.matter]) {
                    return Next::Go(Place::Lobby { meeting });
                }
            }
            Action::Undo => self.undo(ctx),
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
        self.asked.as_ref().and_then(Asked::line)
    }

    fn line_mut(&mut self) -> Option<&mut Line> {
        self.asked.as_mut().and_then(Asked::line_mut)
    }

    fn copied(&self, ctx: &Ctx) -> Option<String> {
        let entry = self.thread.entries.get(self.table.current()?)?;
        Some(crate::locale::came_words(&ctx.locale, &entry.what).1)
    }
}
