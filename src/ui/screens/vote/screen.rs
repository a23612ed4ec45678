//! 表决: one motion, from being put to its vote being closed.

use ratatui::{Frame, layout::Rect};

use super::{
    figures::{Counted, Figures, Kind},
    line::{Asked, Line},
    put::Put,
    roll::Roll,
    roll_view, tally,
};
use crate::{
    app::{Action, Ctx, Focus, Level, Next, Place, Scope, Typing},
    domain::{
        MeetingId,
        meeting::{
            Command, Meeting,
            agenda::{MotionKey, Way},
            motion::{Motion, MotionCommand, Stage, Teller},
            rule::{Measure, Outcome},
        },
    },
    locale::{meeting::way as way_words, time_short},
    tr,
    ui::screens::Screen,
};

/// What is on view, by what has become of the motion and the way of voting.
pub(super) enum Part {
    /// It can be put.
    Put(Put),
    /// A roll is called.
    Roll(Box<Roll>),
    /// Figures are counted.
    Figures(Figures),
    /// Objections are asked for.
    Consent,
    /// Nothing can be entered.
    Over,
}

/// The vote on one motion.
pub struct VoteScreen {
    pub(super) meeting: MeetingId,
    pub(super) motion: MotionKey,
    pub(super) part: Part,
    /// A line being typed at the foot.
    pub(super) line: Option<Line>,
    /// Whether mover and seconder are asked for.
    pub(super) seconded: bool,
    /// Whether an obvious majority will do.
    pub(super) may_be_clear: bool,
}

impl VoteScreen {
    /// The vote as it stands; nothing when there is no such meeting or motion, which a notice says.
    pub fn open(meeting: MeetingId, motion: &MotionKey, ctx: &mut Ctx) -> Option<Self> {
        ctx.hold(meeting)?;
        let mut screen = Self {
            meeting,
            motion: motion.clone(),
            part: Part::Over,
            line: None,
            seconded: false,
            may_be_clear: false,
        };
        if screen.follow(ctx) == Next::Back {
            return None;
        }
        Some(screen)
    }

    pub(super) fn now<'a>(&self, ctx: &'a Ctx) -> Option<(&'a Meeting, &'a Motion)> {
        let meeting = ctx.meeting(self.meeting)?;
        Some((meeting, meeting.motions.get(&self.motion)?))
    }

    /// Shows what has become of the motion: after something was done or taken back.
    pub(super) fn follow(&mut self, ctx: &mut Ctx) -> Next {
        let Some((meeting, motion)) = self.now(ctx) else {
            ctx.notice(Level::Warning, |l| tr!(l, "vote-no-motion"));
            return Next::Back;
        };
        self.seconded = meeting.motions.must_be_seconded();
        self.may_be_clear = motion.rule.quorum.is_empty();
        let part = std::mem::replace(&mut self.part, Part::Over);
        self.part = match (&motion.stage, &motion.vote) {
            (Stage::Ahead, _) => {
                let at = if let Part::Put(put) = &part { put.at() } else { 0 };
                Part::Put(Put::open(meeting, motion, at))
            }
            (Stage::Open, Some(vote)) => match (&vote.way, part) {
                (Way::RollCall, Part::Roll(mut roll)) => {
                    roll.count(meeting, vote);
                    Part::Roll(roll)
                }
                (Way::RollCall, _) => Part::Roll(Box::new(Roll::open(meeting, vote))),
                (Way::Consent, _) => Part::Consent,
                (_, Part::Figures(mut figures)) if figures.counts_in(vote) => {
                    figures.read(vote);
                    Part::Figures(figures)
                }
                _ => Part::Figures(Figures::open(vote, motion.rule.needs(Measure::Area))),
            },
            (Stage::Closed, _) => {
                return Next::Become(Place::Result { meeting: self.meeting, motion: self.motion.clone() });
            }
            _ => Part::Over,
        };
        Next::Stay
    }

    /// Asks something of the motion, then shows what came of it.
    pub(super) fn ask(&mut self, command: MotionCommand, ctx: &mut Ctx) -> Next {
        if ctx.ask(self.meeting, Command::Motion(command)) { self.follow(ctx) } else { Next::Stay }
    }

    pub(super) fn key(&self) -> MotionKey {
        self.motion.clone()
    }

    /// Takes back what was typed and not entered, else what was done last.
    fn undo(&mut self, ctx: &mut Ctx) -> Next {
        let motion = ctx.meeting(self.meeting).and_then(|meeting| meeting.motions.get(&self.motion));
        if let (Part::Figures(figures), Some(vote)) = (&mut self.part, motion.and_then(|motion| motion.vote.as_ref()))
            && figures.is_half_typed(vote)
        {
            figures.read(vote);
            return Next::Stay;
        }
        match ctx.undo_meeting(self.meeting) {
            Some(_) => self.follow(ctx),
            None => Next::Stay,
        }
    }

    fn close(&mut self, ctx: &mut Ctx) -> Next {
        if !self.enter(ctx) {
            return Next::Stay;
        }
        if let Part::Figures(figures) = &self.part
            && let Some(fault) = (0..figures.len()).find_map(|row| figures.row(row)?.err())
        {
            let kind = figures.kind();
            ctx.notice(Level::Warning, |l| tr!(l, "vote-not-agreed", fault = tally::fault_words(l, fault, kind)));
            return Next::Stay;
        }
        self.ask(MotionCommand::Close { motion: self.key() }, ctx)
    }

    /// Enters figures that were typed and agree; whether nothing went wrong.
    fn enter(&mut self, ctx: &mut Ctx) -> bool {
        let Part::Figures(figures) = &self.part else { return true };
        let Some(vote) = self.now(ctx).and_then(|(_, motion)| motion.vote.as_ref()) else { return true };
        let rows = figures.to_enter(vote);
        rows.into_iter().all(|(at, counted)| {
            let motion = self.key();
            let command = match counted {
                Counted::Hands(hands) => MotionCommand::Count { motion, hands },
                Counted::Box(count) => MotionCommand::CountBox { motion, at, count },
                Counted::Dots(dots) => MotionCommand::Dot { motion, at, dots },
            };
            ctx.ask(self.meeting, Command::Motion(command))
        })
    }

    fn on_put(&mut self, action: &Action, ctx: &mut Ctx) -> Next {
        let Part::Put(put) = &mut self.part else { return Next::Pass };
        match action {
            Action::Open => {
                let way = put.way().cloned();
                return self.ask(MotionCommand::Put { motion: self.key(), way }, ctx);
            }
            Action::Right | Action::Down => put.turn(true),
            Action::Left | Action::Up => put.turn(false),
            Action::Click(column, row) => {
                if let Some(at) = put.spots.at(*column, *row) {
                    put.go_to(at);
                }
            }
            Action::Edit => {
                let text = self.now(ctx).map(|(_, motion)| motion.text().get(ctx.lang()).to_owned());
                return self.type_line(Asked::Text, &text.unwrap_or_default());
            }
            Action::Sponsor => return self.type_line(Asked::Mover, ""),
            Action::Second => return self.type_line(Asked::Seconder, ""),
            Action::Withdraw => return self.type_line(Asked::Withdrawal, ""),
            _ => return Next::Pass,
        }
        Next::Stay
    }

    fn on_figures(&mut self, action: &Action, ctx: &mut Ctx) -> Next {
        let motion = self.key();
        match action {
            Action::ClearFor => return self.ask(MotionCommand::Clear { motion, outcome: Outcome::Carried }, ctx),
            Action::ClearAgainst => return self.ask(MotionCommand::Clear { motion, outcome: Outcome::Lost }, ctx),
            _ => {}
        }
        let Part::Figures(figures) = &mut self.part else { return Next::Pass };
        let before = figures.at();
        match action {
            Action::Input(typing) => figures.apply(typing),
            Action::NextField => {
                figures.step(true);
                // Enter on the last field enters it too.
                if figures.at() == before {
                    self.enter(ctx);
                    return Next::Stay;
                }
            }
            Action::PreviousField => figures.step(false),
            Action::Up | Action::Down => figures.line(*action == Action::Down),
            Action::Click(column, row) => {
                if let Some(at) = figures.spots.at(*column, *row) {
                    figures.go_to((at / 100, at % 100));
                }
            }
            _ => return Next::Pass,
        }
        if figures.at() != before {
            self.enter(ctx);
        }
        Next::Stay
    }
}

impl Screen for VoteScreen {
    fn place(&self) -> Place {
        Place::Vote { meeting: self.meeting, motion: self.motion.clone() }
    }

    fn scope(&self) -> Scope {
        match &self.part {
            _ if self.line.is_some() => Scope::VoteLine,
            Part::Put(_) => Scope::VotePut,
            Part::Roll(roll) if roll.search.is_some() => Scope::VoteSearch,
            Part::Roll(_) => Scope::Vote,
            Part::Figures(_) => Scope::VoteFigures,
            Part::Consent => Scope::VoteConsent,
            Part::Over => Scope::VoteOver,
        }
    }

    fn title(&self, ctx: &Ctx) -> String {
        let Some(meeting) = ctx.meeting(self.meeting) else { return tr!(ctx.locale, "vote-title") };
        let (at, of) = meeting.motions.number(&self.motion);
        tr!(ctx.locale, "vote-title-of", meeting = meeting.opening.title.as_str(), at = at, of = of)
    }

    fn status(&self, ctx: &Ctx) -> String {
        let vote = self.now(ctx).and_then(|(_, motion)| motion.vote.as_ref());
        let Some(vote) = vote.filter(|_| !matches!(self.part, Part::Put(_))) else { return String::new() };
        let (way, time) = (way_words(&ctx.locale, &vote.way), time_short(vote.opened.wall.time()));
        tr!(ctx.locale, "vote-status", way = way, time = time)
    }

    fn focus(&self) -> Focus {
        match &self.part {
            _ if self.line.is_some() => Focus::Field,
            Part::Roll(roll) if roll.search.is_some() => Focus::Search,
            Part::Figures(_) => Focus::Field,
            _ => Focus::None,
        }
    }

    fn allows(&self, action: &Action) -> bool {
        match (&self.part, action) {
            (Part::Put(_), Action::Sponsor | Action::Second) => self.seconded,
            (Part::Figures(figures), Action::ClearFor | Action::ClearAgainst) => {
                figures.kind() == Kind::Hands && self.may_be_clear
            }
            _ => true,
        }
    }

    fn update(&mut self, action: Action, ctx: &mut Ctx) -> Next {
        if self.line.is_some() {
            return self.on_line(&action, ctx);
        }
        match (&self.part, &action) {
            (_, Action::Undo) => self.undo(ctx),
            (Part::Figures(_) | Part::Roll(_) | Part::Consent, Action::Close) => self.close(ctx),
            (Part::Put(_) | Part::Roll(_) | Part::Figures(_), Action::Tellers) => {
                self.ask_teller(Teller::Scrutineer, ctx)
            }
            (Part::Put(_), _) => self.on_put(&action, ctx),
            (Part::Roll(_), _) => self.on_roll(&action, ctx),
            (Part::Figures(_), _) => self.on_figures(&action, ctx),
            (Part::Consent, Action::Object) => self.type_line(Asked::Objector, ""),
            _ => Next::Pass,
        }
    }

    fn view(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        let Some((meeting, motion)) = self.now(ctx) else { return };
        let line_rows = self.line.as_ref().map_or(0, |line| line.height(ctx, area.width) + 1);
        let body = Rect { height: area.height.saturating_sub(line_rows), ..area };
        match (&self.part, &motion.vote) {
            (Part::Put(put), _) => put.draw(meeting, motion, ctx, frame, body),
            (Part::Roll(roll), Some(vote)) => {
                let rest = self.head(meeting, motion, vote, ctx, frame, body);
                roll_view::draw(roll, meeting, vote, ctx, frame, rest);
            }
            (Part::Figures(figures), Some(vote)) => {
                let rest = self.head(meeting, motion, vote, ctx, frame, body);
                tally::draw(figures, vote, self.line.is_none(), ctx, frame, rest);
            }
            (Part::Consent, Some(vote)) => {
                let rest = self.head(meeting, motion, vote, ctx, frame, body);
                Self::consent(vote, ctx, frame, rest);
            }
            _ => Self::over(motion, ctx, frame, body),
        }
        if let Some(line) = &self.line {
            let place = Rect { y: body.bottom() + 1, height: line_rows.saturating_sub(1), ..area };
            line.draw(ctx, frame, place.intersection(area));
        }
    }

    fn refresh(&mut self, ctx: &mut Ctx) {
        if ctx.hold(self.meeting).is_some() {
            self.follow(ctx);
        }
        if let (Part::Roll(roll), Some(meeting)) = (&mut self.part, ctx.meeting(self.meeting))
            && roll.search.is_some()
        {
            roll.look_for(meeting, &ctx.locale);
        }
    }

    fn copied(&self, ctx: &Ctx) -> Option<String> {
        self.now(ctx).map(|(_, motion)| motion.text().get(ctx.lang()).to_owned())
    }

    fn text(&self) -> Option<String> {
        self.line.as_ref().map(|line| line.field.text().to_owned())
    }

    fn put_text(&mut self, text: &str, _: &mut Ctx) {
        if let Some(line) = &mut self.line {
            line.field.set("");
            line.apply(&Typing::Paste(text.to_owned()));
        }
    }

    fn leave(&mut self, ctx: &mut Ctx) {
        self.enter(ctx);
    }
}
