//! The line under the fingers: begun by a letter or a key, entered, kept or let go.

use super::{LiveScreen, line::Line, proposal::Proposal};
use crate::{
    app::{Action, Ctx, Level, Next, Place, Typing},
    domain::{
        ActionId, OpinionId, Text,
        meeting::{
            Command,
            agenda::{MotionKey, Way},
            floor::FloorCommand,
            ledger::{self, ActionEvent, Origin, Task},
            motion::MotionCommand,
            rule::Measure,
        },
    },
    locale::{date_fault, date_long, typed_date},
    tr,
    ui::{
        screens::{
            form::{Did, Form},
            list::moved,
        },
        widgets::{FieldState, NotesState},
    },
};

impl LiveScreen {
    /// Begins to type: the point selected in other words, or a new one.
    fn begin_point(&mut self, ctx: &Ctx) {
        let of = self.selected(ctx);
        let words = of.and_then(|id| self.meeting(ctx)?.floor.opinions().iter().find(|opinion| opinion.id == id));
        let field = FieldState::new(words.map_or("", |opinion| &opinion.text));
        self.line = Some(Line::Point { field, of });
    }

    pub(super) fn begin_task(&mut self, ctx: &Ctx) {
        let of = self.selected(ctx);
        let point = of.and_then(|id| self.meeting(ctx)?.floor.opinions().iter().find(|opinion| opinion.id == id));
        self.line = Some(Line::task(point.map_or("", |opinion| &opinion.text), ""));
    }

    pub(super) fn begin_notes(&mut self, ctx: &Ctx) {
        let Some(meeting) = self.meeting(ctx) else { return };
        let Some(item) = meeting.course.current().map(|item| item.item.key.clone()) else { return };
        let notes = Box::new(NotesState::new(meeting.floor.notes(&item)));
        self.line = Some(Line::Notes { notes, item });
    }

    /// What keys do in a line being typed; passes on what the line does not take.
    pub(super) fn in_line(&mut self, action: &Action, ctx: &mut Ctx) -> Next {
        match (&mut self.line, action) {
            (Some(Line::Agenda { .. }), action) => self.in_agenda(action, ctx),
            (Some(Line::Point { field, .. }), Action::Input(typing)) => {
                // With nothing typed, space and arrows are the meeting's, as when nothing is being typed.
                match typing {
                    Typing::Char(' ' | '　') if field.is_empty() => return self.do_live(&Action::Toggle, ctx),
                    Typing::Right if field.is_empty() => return self.do_live(&Action::Right, ctx),
                    Typing::Left if field.is_empty() => return self.do_live(&Action::Left, ctx),
                    typing => field.apply(typing),
                };
                Next::Stay
            }
            (Some(Line::Speaker { list, .. }), action) => moved(list, action),
            (Some(Line::Matters { .. }), action) => self.in_matters(action),
            (Some(Line::Motion(new)), action) => new.update(action),
            (Some(Line::Notes { notes, .. }), Action::Input(typing)) => {
                notes.apply(typing);
                Next::Stay
            }
            (Some(Line::Task(form)), action) => match form.update(action) {
                Did::Nothing => Next::Pass,
                Did::Ended => self.enter(ctx),
                _ => Next::Stay,
            },
            _ => Next::Pass,
        }
    }

    /// Keeps what was typed; the line stays open for the next point, so that typing never waits.
    pub(super) fn enter(&mut self, ctx: &mut Ctx) -> Next {
        match self.line.take() {
            None => self.begin_point(ctx),
            Some(Line::Point { field, of }) => {
                let text = field.text().to_owned();
                if text.trim().is_empty() {
                    return Next::Stay;
                }
                let done = if let Some(opinion) = of {
                    self.reword(ctx, opinion, text)
                } else {
                    let opinion = OpinionId(ctx.new_id());
                    self.floor(ctx, FloorCommand::Raise { opinion, speaker: None, text })
                };
                self.point = None;
                match (done, of) {
                    (true, Some(_)) => {}
                    (true, None) => self.line = Some(Line::point()),
                    (false, of) => self.line = Some(Line::Point { field, of }),
                }
            }
            Some(Line::Speaker { list, people }) => self.queue(ctx, list, people),
            Some(Line::Motion(new)) => return self.move_motion(ctx, new),
            Some(Line::Notes { notes, item }) => self.line = Some(Line::Notes { notes, item }),
            Some(Line::Task(form)) => self.assign(ctx, form),
            Some(Line::Agenda { list, new: None }) => self.go(ctx, &list),
            Some(Line::Agenda { list, new: Some(new) }) => self.insert(ctx, list, new),
            Some(Line::Matters { item, pick }) => self.toggle_matter(ctx, item, pick),
        }
        Next::Stay
    }

    fn reword(&self, ctx: &mut Ctx, opinion: OpinionId, text: String) -> bool {
        let known = self.meeting(ctx).and_then(|meeting| meeting.floor.opinions().iter().find(|o| o.id == opinion));
        let Some(speaker) = known.map(|opinion| opinion.speaker.clone()) else { return false };
        self.floor(ctx, FloorCommand::Reword { opinion, speaker, text })
    }

    /// A motion that came up on the spot: by hands, or by roll call where its rule weighs area. It was not posted, and the
    /// minutes will say so.
    fn move_motion(&mut self, ctx: &mut Ctx, new: Box<Proposal>) -> Next {
        let Some(meeting) = self.meeting(ctx) else { return Next::Stay };
        let Some(item) = meeting.course.current().map(|item| item.item.key.clone()) else { return Next::Stay };
        let lang = meeting.opening.agenda.default_language.clone();
        let by = meeting.floor.speaker().map_or_else(String::new, |turn| turn.speaker.name.clone());
        let area = meeting.motions.rule().needs(Measure::Area);
        let way = if area { Way::RollCall } else { Way::ShowOfHands };
        let motion = MotionKey::new(ctx.new_id().hyphenated().to_string());
        let text = Text::one(lang, new.text(ctx));
        let matters = new.matter().into_iter().collect();
        let moved = MotionCommand::Move { motion: motion.clone(), item, text, by, rule: None, way, matters };
        if self.ask(ctx, Command::Motion(moved)) {
            return Next::Go(Place::Vote { meeting: self.meeting, motion });
        }
        self.line = Some(Line::Motion(new));
        Next::Stay
    }

    fn assign(&mut self, ctx: &mut Ctx, form: Form) {
        let typed = form.text(2).trim().to_owned();
        let due = if typed.is_empty() { Ok(None) } else { typed_date(&typed, ctx.now().date_naive()).map(Some) };
        let due = match due {
            Ok(due) => due,
            Err(fault) => {
                ctx.notice(Level::Warning, |l| date_fault(l, fault));
                self.line = Some(Line::Task(form));
                return;
            }
        };
        let Some(item) = self.item(ctx).map(|item| item.key.clone()) else { return };
        let origin = Some(Origin { meeting: self.meeting, item, motion: None });
        let task = Task { what: form.text(0).to_owned(), who: form.text(1).to_owned(), due };
        let (what, who) = (task.what.clone(), task.who.clone());
        let action = ActionId(ctx.new_id());
        let assigned = ledger::Event::Action { action, event: ActionEvent::Assigned { task, origin } };
        if ctx.ask_ledger(assigned.into()) {
            let by = due.map_or_else(String::new, |day| date_long(&ctx.locale, day));
            ctx.notice(Level::Done, |l| tr!(l, "live-assigned", what = what, who = who, by = by));
        } else {
            self.line = Some(Line::Task(form));
        }
    }

    /// One step back: from the matters to the words or to the agenda, else out of the line.
    pub(super) fn step_back(&mut self, ctx: &mut Ctx) {
        match &mut self.line {
            Some(Line::Motion(new) | Line::Agenda { new: Some(new), .. }) if new.is_choosing() => new.unchoose(),
            Some(Line::Matters { item, .. }) => {
                let item = item.clone();
                self.open_agenda_at(ctx, &item);
            }
            _ => self.end_line(ctx),
        }
    }

    /// Ends typing: notes are kept, a line not entered is let go.
    pub(super) fn end_line(&mut self, ctx: &mut Ctx) {
        if let Some(Line::Notes { notes, item }) = self.line.take()
            && self.meeting(ctx).is_some_and(|meeting| meeting.floor.notes(&item) != notes.text())
        {
            self.floor(ctx, FloorCommand::Note { item, text: notes.text() });
        }
    }
}
