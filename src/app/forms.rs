//! Which compiled survey a response is filled with: the text it began with, for as long as the response lives.

use std::sync::Arc;

use super::{Ctx, Filling};
use crate::{
    domain::{
        ResponseId,
        record::{ResponseHistory, Revision, StoreError},
        survey::{AuditLine, Form, NodePath, SurveyRef},
    },
    import::SurveyFile,
    store::Stamp,
};

/// The edits that make a revision's answers again, at the moment it was finished.
fn retold(form: &Form, revision: &Revision) -> Vec<AuditLine> {
    let at = revision.response.finished;
    let edits = form.edits_of(&revision.response.answers).into_iter();
    edits.map(|edit| AuditLine { started: at, ended: at, edit, old: None }).collect()
}

impl Ctx {
    /// A survey of the library, its text kept in the store before the first response is filled with it.
    ///
    /// # Errors
    /// [`StoreError::Missing`] when the library has no such survey without errors; else as every write to the store.
    pub fn survey_to_fill(&mut self, id: &str) -> Result<(SurveyRef, Arc<Form>), StoreError> {
        let missing = || StoreError::Missing { id: id.to_owned() };
        let file = self.library.find(id).ok_or_else(missing)?;
        let form = Arc::clone(file.form().ok_or_else(missing)?);
        let survey = file.reference().clone();
        let author = self.settings.surveyor.clone().unwrap_or_default();
        let stamp = Stamp { ids: &mut *self.ids, now: self.clock.now(), author: &author };
        self.store.keep_survey(&survey, &file.source.text, file.files(), stamp)?;
        Ok((survey, form))
    }

    /// The compiled survey of a response: the library's when its text is still the same, else the text the store kept.
    ///
    /// # Errors
    /// [`StoreError::Missing`] when neither has it; else as every read.
    pub fn form_of(&self, survey: &SurveyRef) -> Result<Arc<Form>, StoreError> {
        let current = self.library.find(&survey.id).filter(|file| file.reference().hash == survey.hash);
        if let Some(form) = current.and_then(SurveyFile::form) {
            return Ok(Arc::clone(form));
        }
        let kept = self.store.survey_source(&survey.hash)?.map(SurveyFile::kept);
        let form = kept.as_ref().and_then(SurveyFile::form).cloned();
        form.ok_or_else(|| StoreError::Missing { id: format!("{} {}", survey.id, survey.version) })
    }

    /// Begins to correct a finished response. What goes wrong is told on screen, and then there is nothing.
    pub fn begin_correction(&mut self, id: ResponseId, reason: &str) -> Option<()> {
        let history = self.read(|store| store.response(id))?;
        let last = history.as_ref().and_then(ResponseHistory::current).filter(|last| last.response.audit.is_empty());
        let form = last.map(|last| self.form_of(&last.response.head.survey)).transpose();
        let form = self.read(|_| form)?;
        let retold = last.zip(form).map(|(last, form)| retold(&form, last)).unwrap_or_default();
        self.write(|store, _| store.begin_correction(id, reason, &retold)).map(drop)
    }

    /// A draft where it was left, with the question that was on screen.
    ///
    /// # Errors
    /// [`StoreError::Missing`] when there is no such draft or its survey is not known any more; else as every read.
    pub fn open_draft(&self, id: ResponseId) -> Result<(Filling, Option<NodePath>), StoreError> {
        let stored = self.store.draft(id)?.ok_or_else(|| StoreError::Missing { id: id.to_string() })?;
        let form = self.form_of(&stored.head.survey)?;
        Filling::open(self, stored, form)
    }
}
