//! The minutes of a meeting on screen.

use std::sync::Arc;

use ratatui::{Frame, layout::Rect};

use super::{
    super::{Screen, form::Did, list::step},
    asking::{Asking, typed_posting},
    head::{Print, draw_head},
    paper::Paper,
    save::save,
};
use crate::{
    app::{Action, Ctx, Focus, Level, Next, Place, Scope, Typing},
    domain::{
        MeetingId,
        meeting::{
            Command, Meeting,
            agenda::ItemKind,
            minutes::{ItemEnd, ItemMinutes, Minutes, MinutesCommand, Version},
        },
        session::Session,
    },
    report::{
        Document, MinutesStatus, SheetForm, Wanted, document_text, minutes_document, posting_document, sheet_document,
    },
    tr,
    ui::{theme::Theme, widgets::FieldState},
};

/// The minutes of a meeting.
pub struct MinutesScreen {
    meeting: MeetingId,
    session: Option<Session>,
    /// The minutes on view, the facilitator's edition.
    minutes: Arc<Minutes>,
    /// The final version on view; nothing for the minutes as they stand.
    version: Option<u32>,
    print: Print,
    paper: Paper,
    asking: Asking,
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
        };
        screen.assemble(ctx);
        Some(screen)
    }

    /// Puts the minutes together anew, and their print.
    fn assemble(&mut self, ctx: &Ctx) {
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

    /// Whether what is on view takes a person's words.
    fn may_write(&self, ctx: &Ctx) -> bool {
        let open = ctx.meeting(self.meeting).is_some_and(|meeting| !meeting.minutes.is_final());
        open && self.version.is_none() && matches!(self.print, Print::Facilitator | Print::Public)
    }

    fn write(&mut self, place: Option<Wanted>, ctx: &mut Ctx) {
        if !self.may_write(ctx) {
            ctx.notice(Level::Info, |l| tr!(l, "minutes-read-only"));
            return;
        }
        if let Some((place, meeting)) = place.zip(ctx.meeting(self.meeting)) {
            self.asking = Asking::words(place, meeting);
        }
    }

    /// Keeps the words being typed; whether all is well.
    fn keep(&mut self, ctx: &mut Ctx) -> bool {
        let Asking::Words { place, notes, before } = &mut self.asking else { return true };
        let text = notes.text();
        if text == *before {
            return true;
        }
        let command = match place.clone() {
            Wanted::Presented(item) => MinutesCommand::Word { item: Some(item), text: text.clone() },
            Wanted::Remarks => MinutesCommand::Word { item: None, text: text.clone() },
            Wanted::NextMeeting => MinutesCommand::NameNext { text: text.clone() },
        };
        if !ctx.ask(self.meeting, Command::Minutes(command)) {
            return false;
        }
        *before = text;
        self.assemble(ctx);
        true
    }

    /// Ends what is asked for, words kept.
    fn close(&mut self, ctx: &mut Ctx) -> Next {
        if self.keep(ctx) {
            if let Asking::Words { place, .. } = &self.asking {
                self.paper.show_place(&place.clone());
            }
            self.asking = Asking::Nothing;
        }
        Next::Stay
    }

    /// Minutes that are final are corrected, others finalised: asked first, done the second time.
    fn finalise(&mut self, ctx: &mut Ctx) -> Next {
        let Some(meeting) = ctx.meeting(self.meeting) else { return Next::Stay };
        if meeting.minutes.is_final() {
            self.asking = Asking::Reason { field: FieldState::default(), missing: false };
            return Next::Stay;
        }
        if self.version.is_some() {
            self.version = None;
            self.assemble(ctx);
        }
        let Asking::Finalise { .. } = self.asking else {
            if meeting_open(ctx, self.meeting) {
                ctx.notice(Level::Warning, |l| tr!(l, "minutes-close-first"));
                return Next::Stay;
            }
            self.asking = Asking::Finalise { blank: unwritten(&self.minutes) };
            return Next::Stay;
        };
        self.asking = Asking::Nothing;
        self.reread(ctx);
        let minutes = Box::new((*self.minutes).clone());
        if ctx.ask(self.meeting, Command::Minutes(MinutesCommand::Finalise { minutes })) {
            let standing = ctx.meeting(self.meeting).and_then(|meeting| meeting.minutes.standing());
            self.version = standing.map(|version| version.number);
            let number = self.version.unwrap_or_default();
            self.assemble(ctx);
            self.paper.rewind();
            ctx.notice(Level::Done, |l| tr!(l, "minutes-finalised", version = number));
        }
        Next::Stay
    }

    fn correct(&mut self, ctx: &mut Ctx) -> Next {
        let Asking::Reason { field, missing } = &mut self.asking else { return Next::Stay };
        let reason = field.text().trim().to_owned();
        if reason.is_empty() {
            *missing = true;
            return Next::Stay;
        }
        if ctx.ask(self.meeting, Command::Minutes(MinutesCommand::Correct { reason })) {
            (self.asking, self.version) = (Asking::Nothing, None);
            self.assemble(ctx);
            ctx.notice(Level::Info, |l| tr!(l, "minutes-correcting-now"));
        }
        Next::Stay
    }

    fn post(&mut self, ctx: &mut Ctx) -> Next {
        let today = ctx.now().date_naive();
        let Asking::Posting(form) = &mut self.asking else {
            let noted = ctx.meeting(self.meeting).and_then(|meeting| meeting.minutes.posting());
            self.asking = Asking::posting(noted, today);
            return Next::Stay;
        };
        let posting = match typed_posting(form, today) {
            Ok(posting) => posting,
            Err(slot) => {
                form.go_to(slot);
                return Next::Stay;
            }
        };
        let (on, until, objections) = (posting.on, posting.until, posting.objections);
        if ctx.ask(self.meeting, Command::Minutes(MinutesCommand::Post { on, until, objections })) {
            (self.asking, self.print) = (Asking::Nothing, Print::Posting);
            self.assemble(ctx);
            self.paper.rewind();
            ctx.notice(Level::Done, |l| tr!(l, "minutes-posting-kept"));
        }
        Next::Stay
    }

    /// To the version before or after the one on view; behind the last stand the minutes as they are.
    fn turn(&mut self, forward: bool, ctx: &Ctx) {
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

    fn reread(&mut self, ctx: &mut Ctx) {
        ctx.hold(self.meeting);
        ctx.hold_ledger();
        self.assemble(ctx);
    }

    /// What is typed goes where it is asked for; nothing when it is not for there.
    fn asked(&mut self, action: &Action, ctx: &mut Ctx) -> Option<Next> {
        match (&mut self.asking, action) {
            (Asking::Nothing, _) => None,
            (_, Action::Back) | (Asking::Words { .. }, Action::Save | Action::NextField) => Some(self.close(ctx)),
            (Asking::Words { notes, .. }, Action::Input(typing)) => {
                notes.apply(typing);
                // A line that is done is kept.
                if *typing == Typing::NewLine {
                    self.keep(ctx);
                }
                Some(Next::Stay)
            }
            (Asking::Reason { field, missing }, Action::Input(typing)) => {
                *missing &= !field.apply(typing);
                Some(Next::Stay)
            }
            (Asking::Reason { .. }, Action::Save) => Some(self.correct(ctx)),
            (Asking::Posting(_), Action::Save) => Some(self.post(ctx)),
            (Asking::Posting(form), action) => match form.update(action) {
                Did::Nothing => None,
                Did::Ended => Some(self.post(ctx)),
                Did::Left(_) | Did::Changed(_) | Did::Done => Some(Next::Stay),
            },
            (Asking::Finalise { .. }, Action::Open) => Some(self.finalise(ctx)),
            (Asking::Words { .. } | Asking::Reason { .. } | Asking::Finalise { .. }, _) => None,
        }
    }
}

/// Items taken, to inform, hear or discuss, on which nobody wrote what was presented.
fn unwritten(minutes: &Minutes) -> usize {
    let talks = |kind: &ItemKind| matches!(kind, ItemKind::Inform | ItemKind::Hear | ItemKind::Discuss);
    let blank =
        |item: &&ItemMinutes| item.end == ItemEnd::Done && talks(&item.kind) && item.presented.trim().is_empty();
    minutes.items.iter().filter(blank).count()
}

fn meeting_open(ctx: &Ctx, id: MeetingId) -> bool {
    ctx.meeting(id).is_some_and(|meeting| meeting.course.closed().is_none())
}

impl Screen for MinutesScreen {
    fn place(&self) -> Place {
        Place::Minutes { meeting: self.meeting }
    }

    fn scope(&self) -> Scope {
        match &self.asking {
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
        let writes = matches!(action, Action::Open | Action::NextField | Action::PreviousField);
        !writes || (matches!(self.asking, Asking::Nothing) && self.paper.takes_words())
    }

    fn update(&mut self, action: Action, ctx: &mut Ctx) -> Next {
        if let Some(next) = self.asked(&action, ctx) {
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
        self.paper.draw(Theme::of(ctx), frame.buffer_mut(), Rect { y: area.y + 2, height, ..area }, writing);
        if foot > 0 {
            self.asking.draw(ctx, frame, Rect { y: area.bottom() - foot, height: foot, ..area });
        }
    }

    fn refresh(&mut self, ctx: &mut Ctx) {
        self.reread(ctx);
    }

    fn copied(&self, _: &Ctx) -> Option<String> {
        Some(document_text(self.paper.document(), 80))
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
    }

    fn leave(&mut self, ctx: &mut Ctx) {
        self.keep(ctx);
    }
}
