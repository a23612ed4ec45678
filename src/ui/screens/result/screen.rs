//! 结果: the outcome and its figures in large type, then the sentences the chair reads out and every test.

use ratatui::{Frame, layout::Rect, widgets::Widget};

use super::facts::{facts, together};
use crate::{
    app::{Action, Ctx, Focus, Next, Place, Scope, Typing},
    domain::{
        MeetingId, Text,
        meeting::{
            Command, Meeting,
            agenda::{MotionKey, Way},
            motion::{Motion, MotionCommand, Stage, Vote},
            rule::{Choice, Outcome},
        },
    },
    locale::{Locale, choice_words, meeting::way as way_words, outcome_words, rule_citation, time_short, width},
    tr,
    ui::{
        screens::{
            Screen,
            list::step,
            vote::{Asked, Line, LineKey, below, choice_look, line_of, lines_of, outcome_look},
        },
        theme::{Meaning, Theme},
        widgets::{DIGIT_ROWS, Digits, Page, PageState, put},
    },
};

/// The result of one motion.
pub struct ResultScreen {
    meeting: MeetingId,
    motion: MotionKey,
    page: PageState,
    line: Option<Line>,
    /// The motion to put next on the item under way.
    next: Option<MotionKey>,
}

impl ResultScreen {
    /// The result of a closed vote; nothing when there is none.
    pub fn open(meeting: MeetingId, motion: &MotionKey, ctx: &mut Ctx) -> Option<Self> {
        ctx.hold(meeting)?;
        let mut screen = Self { meeting, motion: motion.clone(), page: PageState::default(), line: None, next: None };
        (screen.follow(ctx) == Next::Stay).then_some(screen)
    }

    fn now<'a>(&self, ctx: &'a Ctx) -> Option<(&'a Meeting, &'a Motion)> {
        let meeting = ctx.meeting(self.meeting)?;
        Some((meeting, meeting.motions.get(&self.motion)?))
    }

    /// Shows the result as it stands, or what has become of the motion since.
    fn follow(&mut self, ctx: &Ctx) -> Next {
        let Some((meeting, motion)) = self.now(ctx) else { return Next::Back };
        if motion.stage != Stage::Closed {
            return Next::Become(Place::Vote { meeting: self.meeting, motion: self.motion.clone() });
        }
        let next = meeting.motions.next(&meeting.course).map(|motion| motion.key.clone());
        let facts = facts(&ctx.locale, meeting, motion).into_iter();
        self.page = PageState::of(facts.map(|(meaning, text)| (meaning, together(&text))).collect());
        self.next = next;
        Next::Stay
    }

    fn typed(&mut self, ctx: &mut Ctx) -> Next {
        let Some(line) = &mut self.line else { return Next::Stay };
        let Some(reason) = line.entered() else { return Next::Stay };
        let motion = self.motion.clone();
        let command = match line.asked {
            Asked::Override(outcome) => MotionCommand::Override { motion, outcome, reason },
            _ => MotionCommand::Reopen { motion, reason },
        };
        if !ctx.ask(self.meeting, Command::Motion(command)) {
            return Next::Stay;
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

    /// For, against, abstaining and spoiled in large type; nothing where nobody counted.
    fn figures(vote: &Vote, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) -> Rect {
        let l = &ctx.locale;
        let theme = Theme::of(ctx);
        let figures = figures(l, vote);
        if figures.is_empty() {
            return area;
        }
        let large = |scale: u16| {
            let wide = figures.iter().map(|(label, figure, _)| large_columns(label, figure, scale));
            wide.fold(0u16, |sum, wide| sum.saturating_add(wide + 6)) <= area.width.saturating_add(6)
        };
        let roomy = area.height >= 26 && large(2);
        let scale = if roomy { 2 } else { 1 };
        let rows = if large(1) { DIGIT_ROWS * scale } else { 1 };
        let mut x = area.x;
        for (label, figure, meaning) in &figures {
            let digits = Digits::new(theme, figure).scale(scale).meaning(*meaning);
            let wide = if rows == 1 { columns_of(label).max(4) } else { large_columns(label, figure, scale) };
            let place = Rect { x, width: wide, ..area }.intersection(area);
            put(frame.buffer_mut(), place, label, theme.style(Meaning::Label));
            let under = Rect { height: rows, ..below(place, 1) }.intersection(area);
            digits.render(under, frame.buffer_mut());
            x = x.saturating_add(wide + 6);
        }
        below(area, rows + 2)
    }

    fn outcome(motion: &Motion, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) -> Rect {
        let l = &ctx.locale;
        let theme = Theme::of(ctx);
        let Some(outcome) = motion.outcome() else { return area };
        let (mark, meaning) = outcome_look(outcome);
        let mut pieces = vec![(format!("{mark} {}", outcome_words(l, outcome)), meaning)];
        if let (Some(_), Some(computed)) = (&motion.overridden, motion.computed()) {
            let words = tr!(l, "result-by-hand", computed = outcome_words(l, computed));
            pieces.push((format!("   {words}"), Meaning::Warn));
        }
        let joined = motion.judgement().and_then(|judgement| judgement.joined.as_ref());
        if let Some(joined) = joined {
            let words = tr!(l, "vote-now-joined", outcome = outcome_words(l, joined.outcome));
            pieces.push((format!("   {words}"), outcome_look(joined.outcome).1));
        }
        below(line_of(&pieces, theme, frame.buffer_mut(), area), 1)
    }
}

/// The figures that are drawn large, each with its name and meaning; none where nobody counted.
fn figures(l: &Locale, vote: &Vote) -> Vec<(String, String, Meaning)> {
    if vote.clear.is_some() {
        return Vec::new();
    }
    if let Way::Dots { options, .. } = &vote.way {
        let named = |(option, dots): (&Text, &Option<u32>)| {
            let figure = dots.unwrap_or_default().to_string();
            (option.get(l.lang()).to_owned(), figure, Meaning::Accent)
        };
        return options.iter().zip(&vote.dots).map(named).collect();
    }
    let counts = vote.counts();
    let shown = Choice::ALL.into_iter().filter(|choice| match choice {
        Choice::Against => true,
        // Who is asked for objections does not say yes.
        Choice::For | Choice::Abstain => vote.way != Way::Consent,
        Choice::Spoiled => counts.spoiled.heads > 0,
    });
    shown.map(|choice| (choice_words(l, choice), counts.of(choice).heads.to_string(), choice_look(choice).1)).collect()
}

fn columns_of(text: &str) -> u16 {
    u16::try_from(width(text)).unwrap_or(u16::MAX)
}

/// Columns a large figure takes with its name above it.
fn large_columns(label: &str, figure: &str, scale: u16) -> u16 {
    Digits::new(Theme::default(), figure).scale(scale).width().max(columns_of(label))
}

impl Screen for ResultScreen {
    fn place(&self) -> Place {
        Place::Result { meeting: self.meeting, motion: self.motion.clone() }
    }

    fn scope(&self) -> Scope {
        if self.line.is_some() { Scope::VoteLine } else { Scope::Result }
    }

    fn title(&self, ctx: &Ctx) -> String {
        let Some(meeting) = ctx.meeting(self.meeting) else { return tr!(ctx.locale, "result-title") };
        let (at, of) = meeting.motions.number(&self.motion);
        tr!(ctx.locale, "result-title-of", meeting = meeting.opening.title.as_str(), at = at, of = of)
    }

    fn status(&self, ctx: &Ctx) -> String {
        let vote = self.now(ctx).and_then(|(_, motion)| motion.vote.as_ref());
        let Some((vote, closed)) = vote.and_then(|vote| Some((vote, vote.closed?))) else { return String::new() };
        let (way, time) = (way_words(&ctx.locale, &vote.way), time_short(closed.wall.time()));
        tr!(ctx.locale, "result-status", way = way, time = time)
    }

    fn focus(&self) -> Focus {
        if self.line.is_some() { Focus::Field } else { Focus::None }
    }

    fn allows(&self, action: &Action) -> bool {
        *action != Action::Open || self.next.is_some()
    }

    fn update(&mut self, action: Action, ctx: &mut Ctx) -> Next {
        if self.line.is_some() {
            return self.on_line(&action, ctx);
        }
        match action {
            Action::Open => match self.next.clone() {
                Some(motion) => Next::Become(Place::Vote { meeting: self.meeting, motion }),
                None => Next::Back,
            },
            Action::ReopenVote => {
                self.line = Some(Line::new(Asked::Reopening, ""));
                Next::Stay
            }
            Action::Override => {
                let outcome = self.now(ctx).and_then(|(_, motion)| motion.outcome());
                let other = if outcome == Some(Outcome::Carried) { Outcome::Lost } else { Outcome::Carried };
                self.line = Some(Line::new(Asked::Override(other), ""));
                Next::Stay
            }
            Action::Undo => match ctx.undo_meeting(self.meeting) {
                Some(_) => self.follow(ctx),
                None => Next::Stay,
            },
            action => match step(&action) {
                Some(typing) => {
                    self.page.apply(&typing);
                    Next::Stay
                }
                None => Next::Pass,
            },
        }
    }

    fn view(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        let l = &ctx.locale;
        let theme = Theme::of(ctx);
        let Some((_, motion)) = self.now(ctx) else { return };
        let line_rows = self.line.as_ref().map_or(0, |line| line.height(ctx, area.width) + 1);
        let body = Rect { height: area.height.saturating_sub(line_rows), ..area };
        let mut rest = lines_of(motion.text().get(l.lang()), Meaning::Title, 2, theme, frame.buffer_mut(), body);
        rest = lines_of(&rule_citation(l, &motion.rule), Meaning::Muted, 1, theme, frame.buffer_mut(), rest);
        if rest.height > 14 {
            rest = below(rest, 1);
        }
        if let Some(vote) = &motion.vote {
            rest = Self::figures(vote, ctx, frame, rest);
        }
        rest = Self::outcome(motion, ctx, frame, rest);
        Page::new(theme, &self.page).render(rest, frame.buffer_mut());
        let (_, last, total) = self.page.position();
        if last < total && rest.y > body.y {
            let more = total - last;
            let words = tr!(l, "result-more", rows = more);
            let columns = u16::try_from(width(&words)).unwrap_or(u16::MAX).min(rest.width);
            let place = Rect { x: rest.right() - columns, y: rest.y - 1, width: columns, height: 1 };
            put(frame.buffer_mut(), place, &words, theme.style(Meaning::Muted));
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
    }

    fn copied(&self, ctx: &Ctx) -> Option<String> {
        let (meeting, motion) = self.now(ctx)?;
        Some(facts(&ctx.locale, meeting, motion).into_iter().map(|(_, line)| line).collect::<Vec<_>>().join("\n"))
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
}
