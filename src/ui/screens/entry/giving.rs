//! From the fingers to the draft: an answer given, a refusal noted, a warning passed with a reason.

use super::{EntryScreen, Step};
use crate::{
    app::{Action, AttachFault, Ctx, Level, Next, Trouble, attach},
    domain::{
        Answer, Refusal, Value,
        survey::{Edit, Warned},
    },
    locale::{edit_refusal, refusal_words, store_error},
    tr,
    ui::widgets::FieldState,
};

impl EntryScreen {
    /// Gives the answer to the store. Says whether it is taken; if not, the item says why.
    pub(super) fn give(&mut self, ctx: &mut Ctx, answer: Option<Answer>) -> bool {
        let at = self.at();
        let answer = match self.attached(ctx, answer) {
            Ok(answer) => answer,
            Err(why) => {
                if let Some(item) = self.items.get_mut(self.here) {
                    item.wrong = why;
                }
                return false;
            }
        };
        let given = self.filling.answer(ctx, at, answer);
        let taken = self.told(ctx, given.map(|_| ()));
        if taken {
            self.filling.keep_typed(at, None);
        }
        taken
    }

    /// For an answer that is a file: the file copied beside the data, its name as the answer.
    fn attached(&self, ctx: &mut Ctx, answer: Option<Answer>) -> Result<Option<Answer>, String> {
        use crate::domain::survey::Kind::{Audio, File, Image, Video};
        let kind = self.filling.draft().node(self.at()).kind;
        let (Image | Audio | Video | File, Some(Answer::Value(Value::Text(typed)))) = (kind, &answer) else {
            return Ok(answer);
        };
        let path = |path: std::path::PathBuf| path.display().to_string();
        match attach(&ctx.dir, self.filling.head().id, typed) {
            Ok(taken) => {
                ctx.notice(Level::Done, |l| tr!(l, "entry-file-copied", path = path(taken.path)));
                Ok(Some(Value::Text(taken.name).into()))
            }
            Err(AttachFault::Missing(at)) => Err(tr!(ctx.locale, "entry-file-missing", path = path(at))),
            Err(AttachFault::Folder(at)) => Err(tr!(ctx.locale, "entry-file-folder", path = path(at))),
            Err(AttachFault::Copy(error)) => Err(tr!(ctx.locale, "entry-file-error", error = error.to_string())),
        }
    }

    pub(super) fn told(&mut self, ctx: &mut Ctx, done: Result<(), Trouble>) -> bool {
        let wrong = match done {
            Ok(()) => String::new(),
            Err(Trouble::Refused(refusal)) => edit_refusal(&ctx.locale, &refusal),
            Err(Trouble::Unsaved(error)) => {
                ctx.notice(Level::Error, |l| store_error(l, &error));
                String::new()
            }
        };
        let taken = wrong.is_empty();
        if let Some(item) = self.items.get_mut(self.here) {
            item.wrong = wrong;
            item.missed = false;
        }
        taken
    }

    /// Takes what is typed as an answer, before the question is left another way than with Enter. What is no answer is
    /// said, and does not keep the surveyor here.
    pub(super) fn commit(&mut self, ctx: &mut Ctx) {
        let Some(item) = self.item() else { return };
        match item.committed(ctx, self.filling.draft()) {
            Step::Answer(answer) => {
                self.give(ctx, answer);
            }
            Step::Wrong(why) => ctx.notice(Level::Warning, |l| tr!(l, "entry-not-kept", why = why)),
            _ => {}
        }
    }

    /// On from the question on screen: the next on the page, the next page, the review after the last. A wrong answer, a
    /// warning or a required blank stays on screen and says so.
    pub(super) fn go_on(&mut self, ctx: &mut Ctx) -> Next {
        let at = self.at();
        let draft = self.filling.draft();
        let blank = draft.required(at) && !draft.is_answered(at);
        let warned = draft.warning(at) == Warned::Raised;
        let violated = draft.violation(at);
        if blank || warned || violated {
            if let Some(item) = self.items.get_mut(self.here) {
                item.missed = blank;
                if warned && !violated {
                    item.reason = Some(FieldState::default());
                }
            }
            return Next::Stay;
        }
        self.forward(ctx)
    }

    pub(super) fn refuse(&mut self, ctx: &mut Ctx, refusal: Refusal) -> Next {
        let at = self.at();
        if !self.filling.draft().node(at).refusals.contains(&refusal) {
            let word = refusal_words(&ctx.locale, refusal);
            ctx.notice(Level::Info, |l| tr!(l, "entry-refusal-not-offered", refusal = word));
            return Next::Stay;
        }
        if self.give(ctx, Some(Answer::Refusal(refusal))) { self.go_on(ctx) } else { Next::Stay }
    }

    /// The reason for passing a warning is being typed.
    pub(super) fn reasoning(&mut self, action: &Action, ctx: &mut Ctx) -> Option<Next> {
        let item = self.items.get_mut(self.here)?;
        let reason = item.reason.as_mut()?;
        match action {
            Action::Input(typing) => {
                reason.apply(typing);
                Some(Next::Stay)
            }
            Action::NextField => {
                let text = reason.text().trim().to_owned();
                if text.is_empty() {
                    return Some(Next::Stay);
                }
                item.reason = None;
                let path = self.filling.draft().path_of(item.at)?;
                let done = self.filling.edit(ctx, Edit::PassWarning { path, reason: text });
                Some(if self.told(ctx, done.map(|_| ())) { self.go_on(ctx) } else { Next::Stay })
            }
            Action::Back | Action::Up | Action::PreviousField => {
                item.reason = None;
                Some(Next::Stay)
            }
            _ => {
                item.reason = None;
                None
            }
        }
    }
}
