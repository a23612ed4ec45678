//! 会中: what keys do while a meeting goes on.

use ratatui::{Frame, layout::Rect};

use super::{course, line::Line, panel, speaker, view};
use crate::{
    app::{Action, Ctx, Focus, Level, Next, Place, Scope, Typing},
    domain::{
        ActionId, Lang, MeetingId, OpinionId, Text, TurnId,
        meeting::{
            Command, Meeting,
            agenda::{FundKey, Item, ItemKey, ItemKind, MotionKey, PersonKey, Way},
            course::CourseCommand,
            floor::{FloorCommand, Ordering, Speaker, Stance},
            ledger::{self, ActionEvent, Origin, Task},
            motion::MotionCommand,
            rule::Measure,
        },
    },
    locale::{date_fault, date_long, meeting::ordering, typed_date},
    tr,
    ui::{
        screens::{
            Beat, Screen,
            form::{Did, Form},
            list::moved,
        },
        widgets::{FieldState, NotesState, PickerState},
    },
};

/// A meeting under way.
pub struct LiveScreen {
    meeting: MeetingId,
    line: Option<Line>,
    /// Which of the points on the item under way is selected, from the last one up.
    point: Option<usize>,
}

impl LiveScreen {
    /// The meeting where it stands; nothing when it is not in the store.
    pub fn open(meeting: MeetingId, ctx: &mut Ctx) -> Option<Self> {
        ctx.hold(meeting).is_some().then_some(Self { meeting, line: None, point: None })
    }

    fn meeting<'a>(&self, ctx: &'a Ctx) -> Option<&'a Meeting> {
        ctx.meeting(self.meeting)
    }

    fn ask(&self, ctx: &mut Ctx, command: Command) -> bool {
        ctx.ask(self.meeting, command)
    }

    fn course(&self, ctx: &mut Ctx, command: CourseCommand) -> Next {
        self.ask(ctx, Command::Course(command));
        Next::Stay
    }

    fn floor(&self, ctx: &mut Ctx, command: FloorCommand) -> bool {
        self.ask(ctx, Command::Floor(command))
    }

    /// The item under way.
    fn item<'a>(&self, ctx: &'a Ctx) -> Option<&'a Item> {
        self.meeting(ctx)?.course.current().map(|item| &item.item)
    }

    /// The points on the item under way, the last one first.
    fn points(&self, ctx: &Ctx) -> Vec<OpinionId> {
        let of = |meeting: &Meeting| {
            let item = &meeting.course.current()?.item.key;
            let mut ids: Vec<_> = meeting.floor.opinions_on(item).map(|(_, opinion)| opinion.id).collect();
            ids.reverse();
            Some(ids)
        };
        self.meeting(ctx).and_then(of).unwrap_or_default()
    }

    /// The point that is selected.
    fn selected(&self, ctx: &Ctx) -> Option<OpinionId> {
        self.points(ctx).get(self.point?).copied()
    }

    /// On to the next item; where there is none and nothing is under way, the meeting is over.
    fn next_item(&mut self, ctx: &mut Ctx) -> Next {
        self.point = None;
        let started = self.meeting(ctx).is_some_and(|meeting| meeting.course.started().is_some());
        self.course(ctx, if started { CourseCommand::Next } else { CourseCommand::Start })
    }

    fn previous_item(&mut self, ctx: &mut Ctx) -> Next {
        let before = self.meeting(ctx).and_then(|meeting| {
            let items = meeting.course.items();
            let current = meeting.course.current().map(|item| &item.item.key);
            let at = items.iter().position(|item| Some(&item.item.key) == current).unwrap_or(items.len());
            items[..at].last().map(|item| item.item.key.clone())
        });
        match before {
            Some(item) => self.course(ctx, CourseCommand::Go { item }),
            None => Next::Stay,
        }
    }

    /// What the item under way is for: pledges, parts, a fund, a survey, motions.
    fn work(&self, ctx: &mut Ctx) -> Next {
        let Some(meeting) = self.meeting(ctx) else { return Next::Stay };
        let session = meeting.opening.session;
        let Some(current) = meeting.course.current() else { return Next::Stay };
        let (meeting, item) = (self.meeting, current.item.key.clone());
        match &current.item.kind {
            ItemKind::Claim { .. } => Next::Go(Place::Claims { meeting, item }),
            ItemKind::Fund { fund } => {
                Next::Go(Place::Fund { fund: FundKey::new(&*fund.key), at: Some((meeting, item)) })
            }
            ItemKind::Survey { survey } => {
                Next::Go(Place::NewResponse { survey: Some(survey.clone()), session: Some(session) })
            }
            ItemKind::FollowUp | ItemKind::Assign => Next::Go(Place::Actions),
            ItemKind::Decide { .. } => self.vote(ctx),
            _ => Next::Go(Place::Pledges { meeting, item }),
        }
    }

    /// The open vote, else the next motion on the item under way, else the last one put on it.
    fn vote(&self, ctx: &mut Ctx) -> Next {
        let motion = self.meeting(ctx).and_then(|meeting| {
            let motions = &meeting.motions;
            let last = || motions.on(&meeting.course.current()?.item.key).last();
            motions.open().or_else(|| motions.next(&meeting.course)).or_else(last).map(|motion| motion.key.clone())
        });
        if let Some(motion) = motion {
            return Next::Go(Place::Vote { meeting: self.meeting, motion });
        }
        ctx.notice(Level::Info, |l| tr!(l, "live-no-motion"));
        Next::Stay
    }

    fn pause(&self, ctx: &mut Ctx) -> Next {
        let paused = self.meeting(ctx).is_some_and(|meeting| meeting.course.is_paused());
        self.course(ctx, if paused { CourseCommand::Resume } else { CourseCommand::Pause })
    }

    fn mark(&self, ctx: &mut Ctx, stance: Stance) -> Next {
        let current = self.meeting(ctx).and_then(|meeting| meeting.floor.speaker());
        let turn = current.map(|turn| (turn.id, if turn.stance == Some(stance) { None } else { Some(stance) }));
        if let Some((turn, stance)) = turn {
            self.floor(ctx, FloorCommand::Mark { turn, stance });
        }
        Next::Stay
    }

    fn undo(&mut self, ctx: &mut Ctx) -> Next {
        self.point = None;
        ctx.undo_meeting(self.meeting);
        Next::Stay
    }

    /// Begins to type: the point selected in other words, or a new one.
    fn begin_point(&mut self, ctx: &Ctx) {
        let of = self.selected(ctx);
        let words = of.and_then(|id| self.meeting(ctx)?.floor.opinions().iter().find(|opinion| opinion.id == id));
        let field = FieldState::new(words.map_or("", |opinion| &opinion.text));
        self.line = Some(Line::Point { field, of });
    }

    fn begin_task(&mut self, ctx: &Ctx) {
        let of = self.selected(ctx);
        let point = of.and_then(|id| self.meeting(ctx)?.floor.opinions().iter().find(|opinion| opinion.id == id));
        self.line = Some(Line::task(point.map_or("", |opinion| &opinion.text), ""));
    }

    fn begin_notes(&mut self, ctx: &Ctx) {
        let Some(meeting) = self.meeting(ctx) else { return };
        let Some(item) = meeting.course.current().map(|item| item.item.key.clone()) else { return };
        let notes = Box::new(NotesState::new(meeting.floor.notes(&item)));
        self.line = Some(Line::Notes { notes, item });
    }

    /// Keeps what was typed; the line stays open for the next point, so that typing never waits.
    fn enter(&mut self, ctx: &mut Ctx) -> Next {
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
            Some(Line::Motion(field)) => return self.move_motion(ctx, field),
            Some(Line::Notes { notes, item }) => self.line = Some(Line::Notes { notes, item }),
            Some(Line::Task(form)) => self.assign(ctx, form),
            Some(Line::Agenda { list, title: None }) => self.go(ctx, &list),
            Some(Line::Agenda { list, title: Some(title) }) => self.insert(ctx, list, title),
        }
        Next::Stay
    }

    fn reword(&self, ctx: &mut Ctx, opinion: OpinionId, text: String) -> bool {
        let known = self.meeting(ctx).and_then(|meeting| meeting.floor.opinions().iter().find(|o| o.id == opinion));
        let Some(speaker) = known.map(|opinion| opinion.speaker.clone()) else { return false };
        self.floor(ctx, FloorCommand::Reword { opinion, speaker, text })
    }

    fn queue(&mut self, ctx: &mut Ctx, list: PickerState, people: Vec<PersonKey>) {
        let text = list.query().text().to_owned();
        let name = speaker::stance(&text).0;
        // The sign at the end is not part of the name one looks for.
        let named = || list.entries().iter().position(|entry| entry.label == name);
        let picked = list.current().or_else(named).and_then(|at| people.get(at));
        let known = picked.and_then(|key| self.meeting(ctx).and_then(|meeting| speaker::known(meeting, key)));
        let (speaker, stance) = match known {
            Some(speaker) => (speaker, speaker::stance(&text).1),
            None => speaker::typed(&text),
        };
        let command = match self.turn_of(ctx, &speaker) {
            // Who waits already is called now.
            Some(turn) => FloorCommand::Call { turn },
            None => FloorCommand::Queue { turn: TurnId(ctx.new_id()), speaker, stance },
        };
        if !self.floor(ctx, command) {
            self.line = Some(Line::Speaker { list, people });
        }
    }

    /// The turn of somebody who waits on the item under way.
    fn turn_of(&self, ctx: &Ctx, speaker: &Speaker) -> Option<TurnId> {
        let meeting = self.meeting(ctx)?;
        let queue = meeting.floor.queue(&meeting.course.current()?.item.key);
        queue.iter().find(|turn| turn.speaker.who() == speaker.who()).map(|turn| turn.id)
    }

    /// Takes whom the list is on, or whoever asked last, out of the queue.
    fn unqueue(&mut self, ctx: &mut Ctx) -> Next {
        let picked = match &self.line {
            Some(Line::Speaker { list, people }) => list.current().and_then(|at| people.get(at)).cloned(),
            _ => None,
        };
        let turn = match picked {
            Some(person) => {
                let speaker = self.meeting(ctx).and_then(|meeting| speaker::known(meeting, &person));
                speaker.and_then(|speaker| self.turn_of(ctx, &speaker))
            }
            None => self.meeting(ctx).and_then(|meeting| {
                let item = &meeting.course.current()?.item.key;
                meeting.floor.queue(item).last().map(|turn| turn.id)
            }),
        };
        if let Some(turn) = turn {
            self.floor(ctx, FloorCommand::Unqueue { turn });
        }
        Next::Stay
    }

    fn order(&self, ctx: &mut Ctx) -> Next {
        let Some(now) = self.meeting(ctx).map(|meeting| meeting.floor.ordering()) else { return Next::Stay };
        let next = match now {
            Ordering::Asked => Ordering::FirstTimeFirst,
            Ordering::FirstTimeFirst => Ordering::ByBuilding,
            Ordering::ByBuilding => Ordering::Asked,
        };
        if self.floor(ctx, FloorCommand::Order(next)) {
            ctx.notice(Level::Done, |l| ordering(l, next));
        }
        Next::Stay
    }

    /// A motion that came up on the spot: by hands, or by roll call where its rule weighs area. It was not posted, and the
    /// minutes will say so.
    fn move_motion(&mut self, ctx: &mut Ctx, field: FieldState) -> Next {
        let Some(meeting) = self.meeting(ctx) else { return Next::Stay };
        let Some(item) = meeting.course.current().map(|item| item.item.key.clone()) else { return Next::Stay };
        let lang = meeting.opening.agenda.default_language.clone();
        let by = meeting.floor.speaker().map_or_else(String::new, |turn| turn.speaker.name.clone());
        let area = meeting.motions.rule().needs(Measure::Area);
        let way = if area { Way::RollCall } else { Way::ShowOfHands };
        let motion = MotionKey::new(ctx.new_id().hyphenated().to_string());
        let text = Text::one(lang, field.text().trim());
        let moved = MotionCommand::Move { motion: motion.clone(), item, text, by, rule: None, way };
        if self.ask(ctx, Command::Motion(moved)) {
            return Next::Go(Place::Vote { meeting: self.meeting, motion });
        }
        self.line = Some(Line::Motion(field));
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

    /// The item selected in the agenda.
    fn picked(&self, ctx: &Ctx, list: &PickerState) -> Option<ItemKey> {
        let at = list.current()?;
        self.meeting(ctx)?.course.items().get(at).map(|item| item.item.key.clone())
    }

    fn go(&mut self, ctx: &mut Ctx, list: &PickerState) {
        if let Some(item) = self.picked(ctx, list) {
            self.course(ctx, CourseCommand::Go { item });
        }
    }

    fn insert(&mut self, ctx: &mut Ctx, list: PickerState, title: FieldState) {
        let lang = self.meeting(ctx).map_or_else(|| Lang::new("zh-CN"), |m| m.opening.agenda.default_language.clone());
        let item = Item {
            key: ItemKey::new(ctx.new_id().hyphenated().to_string()),
            kind: ItemKind::Discuss,
            title: Text::one(lang, title.text().trim()),
            minutes: 10,
            script: Vec::new(),
            speaking: None,
            matters: Vec::new(),
            items: Vec::new(),
        };
        let before = self.picked(ctx, &list);
        if self.ask(ctx, Command::Course(CourseCommand::Insert { item: Box::new(item), before })) {
            ctx.notice(Level::Warning, |l| tr!(l, "live-inserted"));
            self.open_agenda(ctx);
        } else {
            self.line = Some(Line::Agenda { list, title: Some(title) });
        }
    }

    fn open_agenda(&mut self, ctx: &Ctx) {
        let list = self.meeting(ctx).map(|meeting| course::items(meeting, ctx));
        self.line = list.map(|list| Line::Agenda { list, title: None });
    }

    fn skip(&mut self, ctx: &mut Ctx, item: ItemKey) {
        self.course(ctx, CourseCommand::Skip { item, reason: String::new() });
        self.open_agenda(ctx);
    }

    /// Moves the selected item of the agenda one up or down, past its neighbour of the same level.
    fn shift(&mut self, ctx: &mut Ctx, item: &ItemKey, up: bool) {
        let before = self.meeting(ctx).and_then(|meeting| panel::neighbour(&meeting.course, item, up));
        let Some(before) = before.map(panel::To::before) else { return };
        let moved = self.ask(ctx, Command::Course(CourseCommand::Move { item: item.clone(), before }));
        self.open_agenda(ctx);
        let at = self.meeting(ctx).and_then(|m| m.course.items().iter().position(|state| state.item.key == *item));
        if let (true, Some(at), Some(Line::Agenda { list, .. })) = (moved, at, &mut self.line) {
            list.go_to_entry(at);
        }
    }

    /// What keys do in the agenda.
    fn in_agenda(&mut self, action: &Action, ctx: &mut Ctx) -> Next {
        let Some(Line::Agenda { list, title }) = &mut self.line else { return Next::Pass };
        match (action, title) {
            (Action::Input(typing), Some(title)) => {
                title.apply(typing);
                return Next::Stay;
            }
            (Action::New, title @ None) => {
                *title = Some(FieldState::default());
                return Next::Stay;
            }
            (Action::Delete | Action::MoveUp | Action::MoveDown, _) => {}
            (action, _) => return moved(list, action),
        }
        let at = list.current();
        let item = at.and_then(|at| self.meeting(ctx)?.course.items().get(at).map(|item| item.item.key.clone()));
        match (action, item) {
            (Action::Delete, Some(item)) => self.skip(ctx, item),
            (Action::MoveUp, Some(item)) => self.shift(ctx, &item, true),
            (Action::MoveDown, Some(item)) => self.shift(ctx, &item, false),
            _ => {}
        }
        Next::Stay
    }

    /// What keys do in a line being typed; passes on what the line does not take.
    fn in_line(&mut self, action: &Action, ctx: &mut Ctx) -> Next {
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
            (Some(Line::Motion(field)), Action::Input(typing)) => {
                field.apply(typing);
                Next::Stay
            }
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

    /// Ends typing: notes are kept, a line not entered is let go.
    fn end_line(&mut self, ctx: &mut Ctx) {
        if let Some(Line::Notes { notes, item }) = self.line.take()
            && self.meeting(ctx).is_some_and(|meeting| meeting.floor.notes(&item) != notes.text())
        {
            self.floor(ctx, FloorCommand::Note { item, text: notes.text() });
        }
    }

    fn do_live(&mut self, action: &Action, ctx: &mut Ctx) -> Next {
        match action {
            Action::Toggle => {
                self.floor(ctx, FloorCommand::NextSpeaker);
                Next::Stay
            }
            Action::Right => self.next_item(ctx),
            Action::Left => self.previous_item(ctx),
            Action::Up | Action::Down => {
                let points = self.points(ctx).len();
                self.point = match (action, self.point) {
                    (Action::Up, None) => Some(0).filter(|_| points > 0),
                    (Action::Up, Some(at)) => Some((at + 1).min(points.saturating_sub(1))),
                    (_, Some(0) | None) => None,
                    (_, Some(at)) => Some(at - 1),
                };
                Next::Stay
            }
            Action::SpeaksFor => self.mark(ctx, Stance::For),
            Action::SpeaksAgainst => self.mark(ctx, Stance::Against),
            Action::Vote => self.vote(ctx),
            Action::Work => self.work(ctx),
            Action::Agenda => {
                self.open_agenda(ctx);
                Next::Stay
            }
            Action::Assign => {
                self.begin_task(ctx);
                Next::Stay
            }
            Action::Guidance => {
                self.begin_notes(ctx);
                Next::Stay
            }
            Action::MoreTime => {
                self.floor(ctx, FloorCommand::Extend { seconds: 60 });
                Next::Stay
            }
            Action::Order => self.order(ctx),
            Action::Delete => self.unqueue(ctx),
            Action::MoveMotion => {
                self.line = Some(Line::Motion(FieldState::default()));
                Next::Stay
            }
            Action::Pause => self.pause(ctx),
            Action::CheckIn => Next::Go(Place::CheckIn { meeting: self.meeting }),
            Action::Minutes => Next::Go(Place::Minutes { meeting: self.meeting }),
            Action::Hall => Next::Go(Place::Hall { meeting: self.meeting }),
            Action::Close => {
                if self.ask(ctx, Command::Course(CourseCommand::Close)) {
                    ctx.notice(Level::Done, |l| tr!(l, "live-closed"));
                    return Next::Become(Place::Minutes { meeting: self.meeting });
                }
                Next::Stay
            }
            Action::Undo => self.undo(ctx),
            _ => Next::Pass,
        }
    }
}

impl Screen for LiveScreen {
    fn place(&self) -> Place {
        Place::Live { meeting: self.meeting }
    }

    fn scope(&self) -> Scope {
        match &self.line {
            Some(Line::Agenda { .. }) => Scope::Agenda,
            Some(Line::Task(_)) => Scope::Task,
            _ => Scope::Live,
        }
    }

    fn title(&self, ctx: &Ctx) -> String {
        self.meeting(ctx).map_or_else(String::new, |meeting| meeting.opening.title.clone())
    }

    fn status(&self, ctx: &Ctx) -> String {
        self.meeting(ctx).map_or_else(String::new, |meeting| view::overall(meeting, ctx))
    }

    fn focus(&self) -> Focus {
        self.line.as_ref().map_or(Focus::TypeAhead, Line::focus)
    }

    fn beat(&self) -> Beat {
        Beat::Second
    }

    fn update(&mut self, action: Action, ctx: &mut Ctx) -> Next {
        if !matches!(action, Action::Open | Action::Back) {
            let next = self.in_line(&action, ctx);
            if next != Next::Pass {
                return next;
            }
        }
        match action {
            Action::Open => self.enter(ctx),
            Action::Back if self.line.is_some() => {
                self.end_line(ctx);
                Next::Stay
            }
            // A letter begins a point, so that nothing typed is lost.
            Action::Input(typing @ (Typing::Char(_) | Typing::Paste(_))) if self.line.is_none() => {
                let mut field = FieldState::default();
                field.apply(&typing);
                self.line = Some(Line::Point { field, of: None });
                Next::Stay
            }
            Action::New => {
                let Some((list, people)) = self.meeting(ctx).map(|meeting| speaker::people(meeting, ctx)) else {
                    return Next::Stay;
                };
                self.end_line(ctx);
                self.line = Some(Line::Speaker { list, people });
                Next::Stay
            }
            action => {
                let next = self.do_live(&action, ctx);
                if matches!(next, Next::Go(_) | Next::Become(_)) {
                    self.end_line(ctx);
                }
                next
            }
        }
    }

    fn view(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        if let Some(meeting) = self.meeting(ctx) {
            view::draw(meeting, self.line.as_ref(), self.selected(ctx), ctx, frame, area);
        }
    }

    fn refresh(&mut self, ctx: &mut Ctx) {
        ctx.hold(self.meeting);
        if matches!(self.line, Some(Line::Agenda { title: None, .. })) {
            self.open_agenda(ctx);
        }
    }

    fn leave(&mut self, ctx: &mut Ctx) {
        if matches!(self.line, Some(Line::Notes { .. })) {
            self.end_line(ctx);
        }
    }

    fn text(&self) -> Option<String> {
        self.line.as_ref().and_then(Line::text)
    }

    fn put_text(&mut self, text: &str, _ctx: &mut Ctx) {
        if let Some(line) = &mut self.line {
            line.put_text(text);
        }
    }
}
