//! 会中: what keys do while a meeting goes on.

use ratatui::{Frame, layout::Rect};

use super::{line::Line, proposal::Proposal, speaker, view};
use crate::{
    app::{Action, Ctx, Focus, Level, Next, Place, Scope, Typing},
    domain::{
        MeetingId, OpinionId,
        matter::Matters,
        meeting::{
            Command, Meeting,
            agenda::{FundKey, Item, ItemKind},
            course::CourseCommand,
            floor::{FloorCommand, Stance},
        },
    },
    tr,
    ui::{
        screens::{Beat, Screen},
        widgets::FieldState,
    },
};

/// A meeting under way.
pub struct LiveScreen {
    pub(super) meeting: MeetingId,
    /// What is being typed.
    pub(super) line: Option<Line>,
    /// Which of the points on the item under way is selected, from the last one up.
    pub(super) point: Option<usize>,
}

impl LiveScreen {
    /// The meeting where it stands; nothing when it is not in the store.
    pub fn open(meeting: MeetingId, ctx: &mut Ctx) -> Option<Self> {
        ctx.hold(meeting)?;
        // What its items are about is named beside them, where that costs no wait.
        if ctx.holds_at_once::<Matters>() {
            ctx.hold_register::<Matters>();
        }
        Some(Self { meeting, line: None, point: None })
    }

    pub(super) fn meeting<'a>(&self, ctx: &'a Ctx) -> Option<&'a Meeting> {
        ctx.meeting(self.meeting)
    }

    pub(super) fn ask(&self, ctx: &mut Ctx, command: Command) -> bool {
        ctx.ask(self.meeting, command)
    }

    pub(super) fn course(&self, ctx: &mut Ctx, command: CourseCommand) -> Next {
        self.ask(ctx, Command::Course(command));
        Next::Stay
    }

    pub(super) fn floor(&self, ctx: &mut Ctx, command: FloorCommand) -> bool {
        self.ask(ctx, Command::Floor(command))
    }

    /// The item under way.
    pub(super) fn item<'a>(&self, ctx: &'a Ctx) -> Option<&'a Item> {
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
    pub(super) fn selected(&self, ctx: &Ctx) -> Option<OpinionId> {
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

    fn undo(&mut self, ctx: &mut Ctx) -> Next {
        self.point = None;
        ctx.undo_meeting(self.meeting);
        Next::Stay
    }

    pub(super) fn do_live(&mut self, action: &Action, ctx: &mut Ctx) -> Next {
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
                self.line = Some(Line::Motion(Box::new(Proposal::new(ctx))));
                Next::Stay
            }
            Action::Pause => self.pause(ctx),
            Action::CheckIn => Next::Go(Place::CheckIn { meeting: self.meeting }),
            Action::Matters => self.to_matter(ctx),
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
            Some(Line::Motion(_) | Line::Agenda { new: Some(_), .. }) => Scope::Proposal,
            Some(Line::Agenda { new: None, .. }) => Scope::Agenda,
            Some(Line::Matters { .. }) => Scope::Choose,
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

    fn allows(&self, action: &Action) -> bool {
        match (&self.line, action) {
            (Some(Line::Motion(new) | Line::Agenda { new: Some(new), .. }), Action::NextField) => new.has_matters(),
            _ => true,
        }
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
                self.step_back(ctx);
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
            let seen = view::Seen { meeting, line: self.line.as_ref(), selected: self.selected(ctx) };
            view::draw(seen, ctx, frame, area);
        }
    }

    fn refresh(&mut self, ctx: &mut Ctx) {
        ctx.hold(self.meeting);
        if matches!(self.line, Some(Line::Agenda { new: None, .. })) {
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
