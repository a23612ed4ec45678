//! 表决: one motion, from being put to its vote being closed.

use ratatui::{Frame, layout::Rect};

use super::{
    figures::{Counted, Figures, Kind},
    lights::Standing,
    line::{Asked, Line, LineKey},
    pieces::{below, line_of, lines_of, tellers_line},
    put::Put,
    roll::Roll,
    roll_view, tally,
};
use crate::{
    app::{Action, Ctx, Focus, Level, Next, Place, Scope, Typing},
    domain::{
        MeetingId, Text,
        meeting::{
            Command, Meeting,
            agenda::{MotionKey, Way},
            motion::{Motion, MotionCommand, Stage, Teller, Vote},
            rule::{Choice, Measure, Outcome},
        },
    },
    locale::{meeting::way as way_words, rule_citation, time_short, typed_names},
    tr,
    ui::{
        screens::{Screen, list::moved},
        theme::{Meaning, Theme},
    },
};

/// What is on view, by what has become of the motion and the way of voting.
enum Part {
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
    meeting: MeetingId,
    motion: MotionKey,
    part: Part,
    /// A line being typed at the foot.
    line: Option<Line>,
    /// Whether mover and seconder are asked for.
    seconded: bool,
    /// Whether an obvious majority will do.
    may_be_clear: bool,
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

    fn now<'a>(&self, ctx: &'a Ctx) -> Option<(&'a Meeting, &'a Motion)> {
        let meeting = ctx.meeting(self.meeting)?;
        Some((meeting, meeting.motions.get(&self.motion)?))
    }

    /// Shows what has become of the motion: after something was done or taken back.
    fn follow(&mut self, ctx: &mut Ctx) -> Next {
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
    fn ask(&mut self, command: MotionCommand, ctx: &mut Ctx) -> Next {
        if ctx.ask(self.meeting, Command::Motion(command)) { self.follow(ctx) } else { Next::Stay }
    }

    fn key(&self) -> MotionKey {
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

    fn type_line(&mut self, asked: Asked, text: &str) -> Next {
        self.line = Some(Line::new(asked, text));
        Next::Stay
    }

    /// Takes the line that was typed.
    fn typed(&mut self, ctx: &mut Ctx) -> Next {
        let Some(line) = &mut self.line else { return Next::Stay };
        let Some(text) = line.entered() else { return Next::Stay };
        let (asked, before) = (line.asked, std::mem::take(&mut line.before));
        let motion = self.key();
        let command = match asked {
            Asked::Text => {
                self.line = Some(Line::after(Asked::TextBy, text));
                return Next::Stay;
            }
            Asked::Objector => {
                self.line = Some(Line::after(Asked::Objection, text));
                return Next::Stay;
            }
            Asked::TextBy => {
                let text_of = Text::one(ctx.lang().clone(), before.clone());
                MotionCommand::Amend { motion, text: text_of, by: text }
            }
            Asked::Mover => MotionCommand::Sponsor { motion, by: text },
            Asked::Seconder => MotionCommand::Second { motion, by: text },
            Asked::Teller(teller) => return self.appoint(teller, &text, ctx),
            Asked::Withdrawal => MotionCommand::Withdraw { motion, reason: text },
            Asked::Objection => MotionCommand::Object { motion, by: before.clone(), reason: text },
            Asked::Reopening | Asked::Override(_) => return Next::Stay,
        };
        if ctx.ask(self.meeting, Command::Motion(command)) {
            self.line = None;
            return self.follow(ctx);
        }
        if let Some(line) = &mut self.line {
            line.before = before;
        }
        Next::Stay
    }

    /// Asks who does this, with whoever does it now on the line.
    fn ask_teller(&mut self, teller: Teller, ctx: &Ctx) -> Next {
        let names = self.now(ctx).map(|(meeting, motion)| {
            let way = match (&self.part, &motion.vote) {
                (Part::Put(put), _) => put.way(),
                (_, vote) => vote.as_ref().map(|vote| &vote.way),
            };
            let named = meeting.motions.tellers(motion, way.unwrap_or(&motion.way));
            named.of(teller).join(&tr!(ctx.locale, "meeting-names-between"))
        });
        self.type_line(Asked::Teller(teller), &names.unwrap_or_default())
    }

    /// Names who does this and asks for the next.
    fn appoint(&mut self, teller: Teller, typed: &str, ctx: &mut Ctx) -> Next {
        let names = typed_names(typed);
        let known = self.now(ctx).is_some_and(|(_, motion)| motion.tellers.of(teller) == names);
        let command = MotionCommand::Appoint { motion: self.key(), teller, names };
        if !known && !ctx.ask(self.meeting, Command::Motion(command)) {
            return Next::Stay;
        }
        if let Some(next) = teller.next() {
            return self.ask_teller(next, ctx);
        }
        self.line = None;
        self.follow(ctx)
    }

    fn on_line(&mut self, action: &Action, ctx: &mut Ctx) -> Next {
        match Line::key(&mut self.line, action) {
            LineKey::Enter => self.typed(ctx),
            LineKey::Here => Next::Stay,
            LineKey::Elsewhere => Next::Pass,
        }
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

    fn on_roll(&mut self, action: &Action, ctx: &mut Ctx) -> Next {
        let whole = ctx.meeting(self.meeting).map_or(0, |meeting| meeting.attendance.roll().len());
        let Part::Roll(roll) = &mut self.part else { return Next::Pass };
        if let Some(search) = &mut roll.search {
            match action {
                Action::Open => roll.found(whole),
                Action::Back => roll.search = None,
                action => {
                    let next = moved(search, action);
                    if next == Next::Act(Action::Open) {
                        roll.found(whole);
                        return Next::Stay;
                    }
                    return next;
                }
            }
            return Next::Stay;
        }
        match action {
            Action::Digit(0) | Action::Delete => return self.say(None, ctx),
            Action::Digit(digit) => {
                if let Some(choice) = Choice::ALL.get(usize::from(*digit) - 1) {
                    return self.say(Some(*choice), ctx);
                }
            }
            Action::NextOpen => roll.next(),
            Action::NextField => {
                if let Some(meeting) = ctx.meeting(self.meeting) {
                    roll.look_for(meeting, &ctx.locale);
                }
            }
            Action::Missing => roll.narrow(whole),
            Action::Deliver => return self.deliver(ctx),
            Action::DeliverAll => {
                let command = MotionCommand::Deliver { motion: self.key(), voters: Vec::new() };
                if ctx.ask(self.meeting, Command::Motion(command)) {
                    ctx.notice(Level::Done, |l| tr!(l, "vote-all-delivered"));
                }
            }
            action if roll.moved(action) => {}
            _ => return Next::Pass,
        }
        Next::Stay
    }

    /// Enters what the voter under the cursor says, and goes to the next who has not spoken; nothing takes it back.
    fn say(&mut self, choice: Option<Choice>, ctx: &mut Ctx) -> Next {
        let Part::Roll(roll) = &mut self.part else { return Next::Pass };
        let Some(place) = roll.current() else { return Next::Stay };
        let Some(meeting) = ctx.meeting(self.meeting) else { return Next::Stay };
        let Some(voter) = meeting.attendance.roll().get(place).map(|voter| voter.key.clone()) else {
            return Next::Stay;
        };
        let vote = meeting.motions.get(&self.motion).and_then(|motion| motion.vote.as_ref());
        let before = vote.and_then(|vote| vote.choices.get(&voter).copied());
        if before != choice {
            let command = MotionCommand::Vote { motion: self.motion.clone(), voter, choice };
            if !ctx.ask(self.meeting, Command::Motion(command)) {
                return Next::Stay;
            }
            roll.spoke(place, choice.is_some());
        }
        if choice.is_some() {
            roll.next();
        }
        Next::Stay
    }

    fn deliver(&mut self, ctx: &mut Ctx) -> Next {
        let Part::Roll(roll) = &mut self.part else { return Next::Pass };
        let voter = roll.current().and_then(|place| ctx.meeting(self.meeting)?.attendance.roll().get(place));
        let Some(voter) = voter.map(|voter| voter.key.clone()) else { return Next::Stay };
        let command = MotionCommand::Deliver { motion: self.motion.clone(), voters: vec![voter] };
        if ctx.ask(self.meeting, Command::Motion(command)) {
            roll.moved(&Action::Down);
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

    /// Rule and figures above what is entered; gives what is left.
    fn head(
        &self,
        meeting: &Meeting,
        motion: &Motion,
        vote: &Vote,
        ctx: &Ctx,
        frame: &mut Frame<'_>,
        area: Rect,
    ) -> Rect {
        let l = &ctx.locale;
        let theme = Theme::of(ctx);
        let buffer = frame.buffer_mut();
        let mut rest = lines_of(motion.text().get(l.lang()), Meaning::Title, 2, theme, buffer, area);
        if let Way::Dots { each, .. } = &vote.way {
            let each = *each;
            let words = tr!(l, "vote-dots-each", each = each);
            return below(lines_of(&words, Meaning::Muted, 1, theme, buffer, rest), 1);
        }
        rest = lines_of(&rule_citation(l, &motion.rule), Meaning::Muted, 1, theme, buffer, rest);
        let taking = meeting.motions.taking();
        let standing = match &self.part {
            Part::Figures(figures) => Standing::with(&motion.rule, vote, figures.counts(vote), taking),
            _ => Standing::of(motion, vote, taking),
        };
        for lights in standing.lights(l, motion, rest.width) {
            rest = line_of(&lights, theme, buffer, rest);
        }
        let waiting = if let Part::Roll(roll) = &self.part { Some(roll) } else { None };
        if vote.way != Way::Consent {
            rest = line_of(&standing.said(l, waiting.map(|roll| roll.missing())), theme, buffer, rest);
        }
        rest = line_of(&standing.now(l, motion), theme, buffer, rest);
        if !motion.tellers.is_empty() {
            rest = lines_of(&tellers_line(l, &motion.tellers), Meaning::Label, 1, theme, buffer, rest);
        }
        if waiting.is_some_and(|roll| roll.is_narrowed()) {
            rest = line_of(&[(tr!(l, "vote-narrowed"), Meaning::Warn)], theme, buffer, rest);
        }
        if rest.height > 10 || waiting.is_none() { below(rest, 1) } else { rest }
    }

    fn consent(vote: &Vote, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        let l = &ctx.locale;
        let theme = Theme::of(ctx);
        let buffer = frame.buffer_mut();
        let area = Rect { x: area.x + 2, width: area.width.saturating_sub(4), ..area };
        let mut rest = lines_of(&tr!(l, "vote-any-objection"), Meaning::Accent, 2, theme, buffer, area);
        rest = below(rest, 1);
        if vote.objections.is_empty() {
            lines_of(&tr!(l, "vote-no-objection"), Meaning::Muted, 2, theme, buffer, rest);
        }
        for (number, objection) in (1..).zip(&vote.objections) {
            let number: u32 = number;
            let who = if objection.by.is_empty() { tr!(l, "vote-somebody") } else { objection.by.clone() };
            let words = tr!(l, "vote-objection", number = number, who = who, reason = objection.reason.as_str());
            rest = lines_of(&words, Meaning::Text, 3, theme, buffer, rest);
        }
    }

    fn over(motion: &Motion, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        let l = &ctx.locale;
        let theme = Theme::of(ctx);
        let buffer = frame.buffer_mut();
        let area = Rect { x: area.x + 2, width: area.width.saturating_sub(4), ..area };
        let rest = lines_of(motion.text().get(l.lang()), Meaning::Title, 4, theme, buffer, below(area, 1));
        let words = match &motion.stage {
            Stage::Withdrawn { reason } if reason.is_empty() => tr!(l, "vote-withdrawn"),
            Stage::Withdrawn { reason } => tr!(l, "vote-withdrawn-because", reason = reason.as_str()),
            _ => tr!(l, "vote-closed"),
        };
        lines_of(&words, Meaning::Warn, 3, theme, buffer, below(rest, 1));
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
        let all = meeting.motions.all();
        let at = all.iter().position(|motion| motion.key == self.motion).map_or(0, |at| at + 1);
        tr!(ctx.locale, "vote-title-of", meeting = meeting.opening.title.as_str(), at = at, of = all.len())
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
