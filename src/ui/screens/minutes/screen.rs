//! The minutes of a meeting on screen.

use std::sync::Arc;

use ratatui::{Frame, layout::Rect};

use super::{
    super::{Screen, list::step},
    asking::{Asking, Spot},
    beside::Beside,
    head::{Print, draw_head},
    paper::Paper,
    save::save,
};
use crate::{
    app::{Action, Ctx, Focus, HalfTyped, Next, Place, Scope},
    domain::{
        MeetingId,
        meeting::{
            Meeting,
            minutes::{Minutes, Version},
        },
        session::Session,
    },
    report::{Document, MinutesStatus, SheetForm, document_text, minutes_document, posting_document, sheet_document},
    tr,
    ui::theme::Theme,
};

/// The minutes of a meeting.
pub struct MinutesScreen {
    pub(super) meeting: MeetingId,
    pub(super) session: Option<Session>,
    /// The minutes on view, the facilitator's edition.
    pub(super) minutes: Arc<Minutes>,
    /// The final version on view; nothing for the minutes as they stand.
    pub(super) version: Option<u32>,
    pub(super) print: Print,
    pub(super) paper: Paper,
    pub(super) asking: Asking,
    /// Two of them side by side, in place of the paper.
    pub(super) beside: Option<Beside>,
    /// What is typed and not entered, kept over a crash.
    pub(super) typed: HalfTyped<Spot>,
}

impl MinutesScreen {
    /// The minutes as they stand; nothing when there is no such meeting, which a notice says.
    pub fn open(meeting: MeetingId, ctx: &mut Ctx) -> Option<Self> {
        let opening = ctx.hold(meeting)?.opening.session;
        let session = ctx.read(|store| store.session(opening)).flatten().map(|row| row.session);
        ctx.hold_ledger()?;
        let held = ctx.meeting(meeting)?;
        let version = held.minutes.standing().map(|version| version.number);
        let minutes = Arc::new(Minutes::of(held, ctx.ledger()?, session.as_ref()));
        let mut screen = Self {
            meeting,
            session,
            minutes,
            version,
            print: Print::Facilitator,
            paper: Paper::default(),
            asking: Asking::Nothing,
            beside: None,
            typed: HalfTyped::open(&ctx.dir, meeting),
        };
        screen.assemble(ctx);
        screen.go_on_typing(ctx);
        Some(screen)
    }

    /// Puts the minutes together anew, and their print.
    pub(super) fn assemble(&mut self, ctx: &Ctx) {
        let Some((meeting, ledger)) = ctx.meeting(self.meeting).zip(ctx.ledger()) else { return };
        let known = &meeting.minutes;
        let of_version = self.version.and_then(|number| known.version(number));
        self.minutes = match of_version {
            Some(version) => Arc::clone(&version.minutes),
            None => Arc::new(Minutes::of(meeting, ledger, self.session.as_ref())),
        };
        let blank = self.may_write(ctx).then(|| tr!(ctx.locale, "minutes-blank"));
        let document = self.document(meeting, of_version, ctx);
        self.paper.put(document, blank);
        self.lay_beside(ctx);
    }

    fn document(&self, meeting: &Meeting, version: Option<&Version>, ctx: &Ctx) -> Document {
        let l = &ctx.locale;
        let status = version.map_or_else(|| MinutesStatus::of(&meeting.minutes), MinutesStatus::Final);
        match self.print {
            Print::Facilitator => minutes_document(l, &self.minutes, status),
            Print::Public => minutes_document(l, &self.minutes.public(), status),
            Print::Posting => posting_document(l, &self.minutes, meeting.minutes.posting()),
            Print::Sheet => sheet_document(l, &self.minutes, SheetForm::of(&self.minutes)),
        }
    }

    /// To the version before or after the one on view; behind the last stand the minutes as they are.
    pub(super) fn turn(&mut self, forward: bool, ctx: &Ctx) {
        let Some(meeting) = ctx.meeting(self.meeting) else { return };
        let numbers: Vec<u32> = meeting.minutes.versions().iter().map(|version| version.number).collect();
        let here = self.version.and_then(|number| numbers.iter().position(|known| *known == number));
        self.version = match (here, forward) {
            (None, true) => None,
            (None, false) => numbers.last().copied(),
            (Some(at), true) if at + 1 == numbers.len() && meeting.minutes.is_final() => self.version,
            (Some(at), true) => numbers.get(at + 1).copied(),
            (Some(at), false) => numbers.get(at.saturating_sub(1)).copied(),
        };
        self.assemble(ctx);
    }

    pub(super) fn reread(&mut self, ctx: &mut Ctx) {
        ctx.hold(self.meeting);
        ctx.hold_ledger();
        self.assemble(ctx);
    }
}

impl Screen for MinutesScreen {
    fn place(&self) -> Place {
        Place::Minutes { meeting: self.meeting }
    }

    fn scope(&self) -> Scope {
        match &self.asking {
            Asking::Nothing if self.beside.is_some() => Scope::MinutesBeside,
            Asking::Nothing | Asking::Finalise { .. } => Scope::Minutes,
            Asking::Words { .. } => Scope::MinutesWords,
            Asking::Reason { .. } => Scope::Reason,
            Asking::Posting(_) => Scope::Posting,
        }
    }

    fn title(&self, ctx: &Ctx) -> String {
        let title = self.minutes.heading.title.clone();
        tr!(ctx.locale, "minutes-title", title = title)
    }

    fn status(&self, ctx: &Ctx) -> String {
        let Some(known) = ctx.meeting(self.meeting).map(|meeting| &meeting.minutes) else { return String::new() };
        match (self.version, known.correcting()) {
            (Some(number), _) if known.standing().is_some_and(|version| version.number == number) => {
                tr!(ctx.locale, "minutes-status-final", version = number)
            }
            (Some(number), _) => tr!(ctx.locale, "minutes-version", version = number),
            (None, Some(_)) => tr!(ctx.locale, "minutes-status-correcting"),
            (None, None) => tr!(ctx.locale, "minutes-status-draft"),
        }
    }

    fn focus(&self) -> Focus {
        match &self.asking {
            Asking::Nothing | Asking::Finalise { .. } => Focus::None,
            Asking::Words { .. } => Focus::Notes,
            Asking::Reason { .. } => Focus::Field,
            Asking::Posting(form) => form.focus(),
        }
    }

    fn allows(&self, action: &Action) -> bool {
        if self.beside.is_some() {
            return true;
        }
        let writes = matches!(action, Action::Open | Action::NextField | Action::PreviousField);
        !writes || (matches!(self.asking, Asking::Nothing) && self.paper.takes_words())
    }

    fn update(&mut self, action: Action, ctx: &mut Ctx) -> Next {
        if let Some(next) = self.asked(&action, ctx) {
            self.keep_half_typed();
            return next;
        }
        if let Some(next) = self.on_beside(&action, ctx) {
            return next;
        }
        match action {
            Action::Open => {
                let place = self.paper.wanted();
                self.write(place, ctx);
            }
            Action::Click(column, row) => match self.paper.clicked(column, row) {
                Some(place) => self.write(Some(place), ctx),
                None => return Next::Pass,
            },
            Action::Compare => {
                let before = ctx.meeting(self.meeting).is_some_and(|m| self.version_before(&m.minutes).is_some());
                self.beside = Some(Beside::open(before));
                self.lay_beside(ctx);
            }
            Action::NextField => self.paper.step(false),
            Action::PreviousField => self.paper.step(true),
            Action::Toggle => {
                self.print = self.print.next();
                self.assemble(ctx);
                self.paper.rewind();
            }
            Action::Left => self.turn(false, ctx),
            Action::Right => self.turn(true, ctx),
            Action::Finalise => return self.finalise(ctx),
            Action::Post => return self.post(ctx),
            Action::Undo => {
                ctx.undo_meeting(self.meeting);
                let standing = ctx.meeting(self.meeting).and_then(|meeting| meeting.minutes.standing());
                self.version = standing.map(|version| version.number);
                self.assemble(ctx);
            }
            Action::Save => save(self.paper.document(), &self.title(ctx), ctx),
            action => match step(&action) {
                Some(typing) => self.paper.scroll(&typing),
                None => return Next::Pass,
            },
        }
        Next::Stay
    }

    fn view(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        let foot = self.asking.height(area.height);
        if let Some(meeting) = ctx.meeting(self.meeting) {
            let row = Rect { height: area.height.min(1), ..area };
            draw_head(&meeting.minutes, self.print, self.version, ctx, frame, row);
        }
        let gap = u16::from(foot > 0);
        let height = area.height.saturating_sub(2 + foot + gap);
        let writing = matches!(self.asking, Asking::Words { .. });
        if let Some(beside) = &self.beside {
            beside.draw(ctx, frame, Rect { y: area.y + 1, height: height + 1, ..area });
        } else {
            let place = Rect { y: area.y + 2, height, ..area };
            self.paper.draw(Theme::of(ctx), frame.buffer_mut(), place, writing);
        }
        if foot > 0 {
            self.asking.draw(ctx, frame, Rect { y: area.bottom() - foot, height: foot, ..area });
        }
    }

    fn refresh(&mut self, ctx: &mut Ctx) {
        self.reread(ctx);
    }

    fn copied(&self, _: &Ctx) -> Option<String> {
        match &self.beside {
            Some(beside) => Some(beside.text()),
            None => Some(document_text(self.paper.document(), 80)),
        }
    }

    fn text(&self) -> Option<String> {
        match &self.asking {
            Asking::Words { notes, .. } => Some(notes.text()),
            Asking::Reason { field, .. } => Some(field.text().to_owned()),
            Asking::Posting(form) => form.focused_text(),
            Asking::Nothing | Asking::Finalise { .. } => None,
        }
    }

    fn put_text(&mut self, text: &str, _: &mut Ctx) {
        match &mut self.asking {
            Asking::Words { notes, .. } => notes.set(text),
            Asking::Reason { field, .. } => field.set(text),
            Asking::Posting(form) => form.put_text(text),
            Asking::Nothing | Asking::Finalise { .. } => {}
        }
        self.keep_half_typed();
    }

    fn idle(&mut self) {
        self.typed.settle();
    }

    fn leave(&mut self, ctx: &mut Ctx) {
        self.keep(ctx);
        self.typed.settle();
    }
}
