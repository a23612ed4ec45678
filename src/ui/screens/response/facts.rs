//! What is known of a response when it is looked at, read from the store at once.

use std::sync::Arc;

use crate::{
    app::{Ctx, Level},
    domain::{
        ResponseId,
        record::ResponseHistory,
        session::Session,
        survey::{Draft, Env, Form, ResponseState},
    },
    store::ResponseRow,
    tr,
};

/// What is known of a response.
pub struct Facts {
    /// Its revisions and state.
    pub history: ResponseHistory,
    /// The compiled survey of each revision; nothing when its text is not known here.
    pub forms: Vec<Option<Arc<Form>>>,
    /// Its session.
    pub session: Option<Session>,
    /// Others at the same door, for the same survey and session.
    pub twins: Vec<ResponseRow>,
    /// Whether a correction is under way.
    pub correcting: bool,
    /// Whether the store may only be looked at.
    pub read_only: bool,
}

impl Facts {
    /// Reads them; nothing when there is no such response, which a notice says.
    pub fn read(id: ResponseId, ctx: &mut Ctx) -> Option<Self> {
        let history = ctx.read(|store| store.response(id))?;
        if history.is_none() {
            ctx.notice(Level::Warning, |l| tr!(l, "response-gone"));
        }
        let history = history?;
        let head = history.head.clone();
        let session = head.session.and_then(|id| ctx.read(|store| store.session(id)).flatten()).map(|row| row.session);
        let twins = ctx.read(|store| store.duplicates(&head.survey.id, head.session, &head.door, id));
        let correcting = ctx.read(|store| store.draft(id)).flatten().is_some();
        let forms = history.revisions.iter().map(|r| ctx.form_of(&r.response.head.survey).ok()).collect();
        let read_only = ctx.store.holder().is_some();
        let twins = if history.state == ResponseState::Deleted { None } else { twins };
        Some(Self { history, forms, session, twins: twins.unwrap_or_default(), correcting, read_only })
    }

    /// How many revisions there are.
    pub fn revisions(&self) -> usize {
        self.history.revisions.len()
    }

    /// A revision opened as a draft, for the texts that depend on answers; nothing when its survey is not known here.
    pub fn opened(&self, revision: usize, ctx: &Ctx) -> Option<Draft> {
        let form = Arc::clone(self.forms.get(revision)?.as_ref()?);
        let response = &self.history.revisions.get(revision)?.response;
        let env = Env {
            now: response.finished,
            lang: ctx.lang().clone(),
            device: ctx.store.device().to_string(),
            username: response.head.surveyor.clone(),
            seed: response.head.seed,
            last_saved: None,
            roll: None,
        };
        Some(Draft::resume(form, &env, response.audit.iter().map(|line| &line.edit)).0)
    }
}
