//! A response being filled: the draft in memory and the draft on disk, always the same.
//!
//! An answer is applied to the draft, then committed; only then is it "saved". When the disk refuses, the draft keeps the
//! answer, nothing says "saved", and the next commit takes it along.
//!
//! What is typed and not entered yet is no answer: half a telephone number would break its constraint, half a sentence
//! would fill the trail of answers. It becomes one when the question is left in whatever way, and until then it is kept
//! apart ([`HalfTyped`]), so that a crash, or text that is no answer, loses no word.

use std::sync::Arc;

use chrono::{DateTime, FixedOffset};

use super::{Ctx, HalfTyped, NotedVisit};
use crate::domain::{
    Answer, ResponseId, SessionId,
    expr::NodeRef,
    place::Roll,
    record::StoreError,
    survey::{
        AnswerTree, AuditLine, Changes, Door, Draft, DraftHead, Edit, EditRefusal, Env, Form, NodePath, Response,
        SurveyRef, Table,
    },
};
use crate::store::{Stamp, StoredDraft};

/// What a new response begins with.
#[derive(Debug, Clone)]
pub struct Beginning {
    /// The survey's text and its compiled form.
    pub survey: SurveyRef,
    /// Compiled.
    pub form: Arc<Form>,
    /// The occasion.
    pub session: Option<SessionId>,
    /// Where.
    pub door: Door,
    /// Who types.
    pub surveyor: String,
}

/// A response being filled.
#[derive(Debug)]
pub struct Filling {
    head: DraftHead,
    draft: Draft,
    last_saved: Option<AnswerTree>,
    /// The household of its door as the roll knew it when the draft was opened.
    roll: Option<Table>,
    /// When the question now on screen came there.
    since: DateTime<FixedOffset>,
    /// Edits that the disk has not taken yet.
    unsaved: Vec<AuditLine>,
    saved: Option<DateTime<FixedOffset>>,
    error: Option<StoreError>,
    typed: HalfTyped,
}

/// Why a change did not come about.
#[derive(Debug)]
pub enum Trouble {
    /// The draft does not take it.
    Refused(EditRefusal),
    /// The disk does not take it; the draft has it all the same and it is tried again with the next change.
    Unsaved(StoreError),
}

impl Filling {
    /// Begins a response. Nothing is kept when the store refuses.
    ///
    /// # Errors
    /// As every write to the store.
    pub fn begin(ctx: &mut Ctx, with: Beginning) -> Result<Self, StoreError> {
        let now = ctx.now();
        ctx.hold_register::<Roll>();
        let last_saved = ctx.store.last_saved(&with.survey.id)?.map(|last| last.answers);
        let head = DraftHead {
            id: ResponseId(ctx.new_id()),
            survey: with.survey,
            session: with.session,
            door: with.door,
            surveyor: with.surveyor,
            created: now,
            seed: ctx.ids.seed(),
            correction: None,
        };
        ctx.store.begin_draft(&head)?;
        let roll = ctx.prefill(&head.door);
        let env = env(ctx, &head, last_saved.as_ref(), roll.as_ref());
        let (draft, changes) = Draft::new(with.form, &env);
        let (unsaved, typed) = (Vec::new(), HalfTyped::open(&ctx.dir, head.id));
        let mut filling = Self { head, draft, last_saved, roll, since: now, unsaved, saved: None, error: None, typed };
        filling.keep(ctx, &changes);
        filling.commit(ctx, None)?;
        Ok(filling)
    }

    /// Opens a stored draft, with the question that was on screen.
    ///
    /// # Errors
    /// As every read of the store.
    pub fn open(ctx: &Ctx, stored: StoredDraft, form: Arc<Form>) -> Result<(Self, Option<NodePath>), StoreError> {
        let last_saved = ctx.store.last_saved(&stored.head.survey.id)?.map(|last| last.answers);
        let roll = ctx.prefill(&stored.head.door);
        let env = env(ctx, &stored.head, last_saved.as_ref(), roll.as_ref());
        let (draft, changes) = Draft::resume(form, &env, stored.edits.iter().map(|line| &line.edit));
        let (head, saved) = (stored.head, Some(stored.touched));
        let (unsaved, typed) = (Vec::new(), HalfTyped::open(&ctx.dir, head.id));
        let mut filling = Self { head, draft, last_saved, roll, since: ctx.now(), unsaved, saved, error: None, typed };
        filling.keep(ctx, &changes);
        Ok((filling, stored.cursor))
    }

    /// What is known of the response besides its answers.
    #[must_use]
    pub fn head(&self) -> &DraftHead {
        &self.head
    }

    /// The answers so far.
    #[must_use]
    pub fn draft(&self) -> &Draft {
        &self.draft
    }

    /// When the last answer reached the disk; nothing while one has not.
    #[must_use]
    pub fn saved(&self) -> Option<DateTime<FixedOffset>> {
        if self.unsaved.is_empty() { self.saved } else { None }
    }

    /// What the disk said to the last change, when it did not take it.
    #[must_use]
    pub fn error(&self) -> Option<&StoreError> {
        self.error.as_ref()
    }

    /// Gives, changes or takes away an answer. An answer equal to the one there is does nothing.
    ///
    /// # Errors
    /// [`Trouble`].
    pub fn answer(&mut self, ctx: &mut Ctx, at: NodeRef, answer: Option<Answer>) -> Result<Changes, Trouble> {
        if self.draft.given(at) == answer.as_ref() {
            return Ok(Changes::default());
        }
        let Some(path) = self.draft.path_of(at) else { return Err(Trouble::Refused(EditRefusal::NoSuchNode)) };
        self.edit(ctx, Edit::Set { path, answer })
    }

    /// Makes any change.
    ///
    /// # Errors
    /// [`Trouble`].
    pub fn edit(&mut self, ctx: &mut Ctx, edit: Edit) -> Result<Changes, Trouble> {
        let old = match &edit {
            Edit::Set { path, .. } => self.draft.resolve(path).and_then(|at| self.draft.given(at)).cloned(),
            _ => None,
        };
        let env = env(ctx, &self.head, self.last_saved.as_ref(), self.roll.as_ref());
        let changes = self.draft.apply(&edit, &env).map_err(Trouble::Refused)?;
        let now = ctx.now();
        self.unsaved.push(AuditLine { started: self.since, ended: now, edit, old });
        self.keep(ctx, &changes);
        self.since = now;
        self.commit(ctx, None).map_err(Trouble::Unsaved)?;
        Ok(changes)
    }

    /// What was typed at a question and is no answer yet.
    #[must_use]
    pub fn typed(&self, at: NodeRef) -> Option<&str> {
        self.typed.at(&self.draft.path_of(at)?)
    }

    /// Keeps what is typed at a question, or with nothing forgets it: it is an answer now.
    pub fn keep_typed(&mut self, at: NodeRef, text: Option<String>) {
        if let Some(path) = self.draft.path_of(at) {
            self.typed.keep(&path, text);
        }
    }

    /// What is half typed is on the disk when this returns: for when the hands rest, and before a pause.
    pub fn settle_typed(&mut self) {
        self.typed.settle();
    }

    /// Another question came on screen: the draft will open there.
    pub fn moved(&mut self, ctx: &mut Ctx, at: NodeRef) {
        self.since = ctx.now();
        self.typed.settle();
        if let Some(path) = self.draft.path_of(at)
            && let Err(error) = ctx.store.move_cursor(self.head.id, &path)
        {
            tracing::warn!(?error, "cursor not kept");
        }
    }

    /// Changes what is known besides the answers.
    ///
    /// # Errors
    /// As every write to the store.
    pub fn change_head(&mut self, ctx: &mut Ctx, change: impl FnOnce(&mut DraftHead)) -> Result<(), StoreError> {
        let mut head = self.head.clone();
        change(&mut head);
        ctx.store.change_draft(&head)?;
        self.head = head;
        Ok(())
    }

    /// The language on screen changed.
    pub fn speak(&mut self, ctx: &Ctx) {
        let env = env(ctx, &self.head, self.last_saved.as_ref(), self.roll.as_ref());
        let changes = self.draft.refresh(&env);
        self.keep(ctx, &changes);
    }

    /// Finishes the response. Nothing may be open any more: `draft().open_issues()` is empty. What is handed back is the
    /// visit it is, when its door is in a round.
    ///
    /// # Errors
    /// As every write to the store; the draft is then still there.
    pub fn finalise(&mut self, ctx: &mut Ctx) -> Result<Option<NotedVisit>, StoreError> {
        let now = ctx.now();
        let env = env(ctx, &self.head, self.last_saved.as_ref(), self.roll.as_ref());
        let answers = self.draft.finish(&env);
        self.commit(ctx, None)?;
        let stored =
            ctx.store.draft(self.head.id)?.ok_or_else(|| StoreError::Missing { id: self.head.id.to_string() })?;
        let name = self.draft.instance_name();
        let response = Response { head: self.head.clone(), finished: now, name, answers, audit: stored.edits };
        let author = self.head.surveyor.clone();
        let stamp = Stamp { ids: &mut *ctx.ids, now, author: &author };
        ctx.store.finalise(&response, stamp)?;
        self.typed.forget();
        Ok(ctx.note_visit(self.draft.form(), &response))
    }

    /// Computed values that must be the same when the draft is opened again.
    fn keep(&mut self, ctx: &Ctx, changes: &Changes) {
        let now = ctx.now();
        let lines =
            changes.keeps.iter().map(|edit| AuditLine { started: now, ended: now, edit: edit.clone(), old: None });
        self.unsaved.extend(lines);
    }

    /// Brings what is not saved to the disk.
    fn commit(&mut self, ctx: &mut Ctx, cursor: Option<&NodePath>) -> Result<(), StoreError> {
        if self.unsaved.is_empty() {
            return Ok(());
        }
        match ctx.store.append_edits(self.head.id, &self.unsaved, cursor) {
            Ok(()) => {
                self.unsaved.clear();
                self.saved = Some(ctx.now());
                self.error = None;
                Ok(())
            }
            Err(error) => {
                self.error = Some(error.clone());
                Err(error)
            }
        }
    }
}

/// The world as this response sees it now.
fn env<'a>(ctx: &Ctx, head: &DraftHead, last_saved: Option<&'a AnswerTree>, roll: Option<&'a Table>) -> Env<'a> {
    Env {
        now: ctx.now(),
        lang: ctx.lang().clone(),
        device: ctx.store.device().to_string(),
        username: head.surveyor.clone(),
        seed: head.seed,
        last_saved,
        roll,
    }
}
