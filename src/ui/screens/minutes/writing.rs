//! What a person does to the minutes: words of their own, making them final, correcting them, posting them.

use super::{
    super::form::Did,
    asking::{Asking, Spot, typed_posting},
    head::Print,
    screen::MinutesScreen,
};
use crate::{
    app::{Action, Ctx, Level, Next, Typing},
    domain::{
        MeetingId,
        meeting::{
            Command,
            agenda::ItemKind,
            minutes::{ItemEnd, ItemMinutes, Minutes, MinutesCommand},
        },
    },
    report::Wanted,
    tr,
    ui::widgets::FieldState,
};

impl MinutesScreen {
    /// Asks again for what was being typed when the program ended, where it can still be entered.
    pub(super) fn go_on_typing(&mut self, ctx: &Ctx) {
        let Some(meeting) = ctx.meeting(self.meeting) else { return };
        let fits = |spot: &Spot| match spot {
            Spot::Words(Wanted::Presented(item)) => self.may_write(ctx) && meeting.course.item(item).is_some(),
            Spot::Words(_) => self.may_write(ctx),
            Spot::Reason => meeting.minutes.is_final(),
            Spot::Objections => true,
        };
        if let Some((spot, text)) = self.typed.last().filter(|(spot, _)| fits(spot)) {
            self.asking = Asking::again(spot, text, meeting, ctx.now().date_naive());
        }
    }

    /// Keeps what is half typed as it is typed.
    pub(super) fn keep_half_typed(&mut self) {
        if let Some((spot, text)) = self.asking.half_typed() {
            self.typed.keep(&spot, text);
        }
    }

    /// Forgets what was half typed where something is asked for: it was entered, or given up.
    fn forget_half_typed(&mut self) {
        if let Some((spot, _)) = self.asking.half_typed() {
            self.typed.keep(&spot, None);
        }
    }

    /// Whether what is on view takes a person's words.
    pub(super) fn may_write(&self, ctx: &Ctx) -> bool {
        let open = ctx.meeting(self.meeting).is_some_and(|meeting| !meeting.minutes.is_final());
        open && self.version.is_none() && matches!(self.print, Print::Facilitator | Print::Public)
    }

    pub(super) fn write(&mut self, place: Option<Wanted>, ctx: &mut Ctx) {
        if !self.may_write(ctx) {
            ctx.notice(Level::Info, |l| tr!(l, "minutes-read-only"));
            return;
        }
        if let Some((place, meeting)) = place.zip(ctx.meeting(self.meeting)) {
            self.asking = Asking::words(place, meeting);
        }
    }

    /// Keeps the words being typed; whether all is well.
    pub(super) fn keep(&mut self, ctx: &mut Ctx) -> bool {
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
        self.forget_half_typed();
        self.assemble(ctx);
        true
    }

    /// Ends what is asked for, words kept.
    fn close(&mut self, ctx: &mut Ctx) -> Next {
        if self.keep(ctx) {
            if let Asking::Words { place, .. } = &self.asking {
                self.paper.show_place(&place.clone());
            }
            self.forget_half_typed();
            self.asking = Asking::Nothing;
        }
        Next::Stay
    }

    /// Minutes that are final are corrected, others finalised: asked first, done the second time.
    pub(super) fn finalise(&mut self, ctx: &mut Ctx) -> Next {
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
            self.forget_half_typed();
            (self.asking, self.version) = (Asking::Nothing, None);
            self.assemble(ctx);
            ctx.notice(Level::Info, |l| tr!(l, "minutes-correcting-now"));
        }
        Next::Stay
    }

    pub(super) fn post(&mut self, ctx: &mut Ctx) -> Next {
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
            self.forget_half_typed();
            (self.asking, self.print) = (Asking::Nothing, Print::Posting);
            self.assemble(ctx);
            self.paper.rewind();
            ctx.notice(Level::Done, |l| tr!(l, "minutes-posting-kept"));
        }
        Next::Stay
    }

    /// What is typed goes where it is asked for; nothing when it is not for there.
    pub(super) fn asked(&mut self, action: &Action, ctx: &mut Ctx) -> Option<Next> {
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
