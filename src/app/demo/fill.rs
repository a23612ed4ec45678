//! One response of the demo, filled through a real draft, so that it is what a surveyor could have typed.

use chrono::{DateTime, FixedOffset, TimeDelta};

use super::{DemoFault, chance::Chance};
use crate::{
    app::Step,
    domain::{
        Lang,
        survey::{AnswerTree, AuditLine, Draft, DraftHead, Edit, Env, Response},
    },
    import::SurveyFile,
};

/// A response being filled by the demo's people.
pub(super) struct Filling<'a> {
    head: DraftHead,
    device: String,
    last_saved: Option<&'a AnswerTree>,
    draft: Draft,
    audit: Vec<AuditLine>,
    now: DateTime<FixedOffset>,
}

/// The world as it is at a moment of the story.
fn world<'a>(head: &DraftHead, device: &str, last: Option<&'a AnswerTree>, now: DateTime<FixedOffset>) -> Env<'a> {
    Env {
        now,
        lang: Lang::new("zh-CN"),
        device: device.to_owned(),
        username: head.surveyor.clone(),
        seed: head.seed,
        last_saved: last,
        roll: None,
    }
}

impl<'a> Filling<'a> {
    /// Begins a response at the moment its head names.
    pub(super) fn begin(
        file: &SurveyFile,
        head: DraftHead,
        device: &str,
        last: Option<&'a AnswerTree>,
    ) -> Result<Self, DemoFault> {
        let form = file.form().ok_or_else(|| DemoFault::Story(file.id().to_owned()))?;
        let now = head.created;
        let (draft, changes) = Draft::new(form.clone(), &world(&head, device, last, now));
        let mut filling = Self { head, device: device.to_owned(), last_saved: last, draft, audit: Vec::new(), now };
        filling.note(now, changes.keeps);
        Ok(filling)
    }

    /// Goes on with a finished response, to correct it at another moment.
    pub(super) fn correct(
        file: &SurveyFile,
        done: &Response,
        reason: &str,
        device: &str,
        now: DateTime<FixedOffset>,
    ) -> Result<Self, DemoFault> {
        let form = file.form().ok_or_else(|| DemoFault::Story(file.id().to_owned()))?;
        let head = DraftHead { correction: Some(reason.to_owned()), ..done.head.clone() };
        let edits = done.audit.iter().map(|line| &line.edit);
        let (draft, _) = Draft::resume(form.clone(), &world(&head, device, None, now), edits);
        Ok(Self { head, device: device.to_owned(), last_saved: None, draft, audit: done.audit.clone(), now })
    }

    /// Takes steps, each a few seconds after the one before.
    pub(super) fn take(&mut self, steps: &[Step], chance: &mut Chance) -> Result<(), DemoFault> {
        for step in steps {
            let started = self.now;
            self.now += TimeDelta::milliseconds(i64::try_from(900 + chance.below(4200)).unwrap_or(900));
            let env = world(&self.head, &self.device, self.last_saved, self.now);
            let edits = step
                .take(&mut self.draft, &env)
                .map_err(|reason| DemoFault::Story(format!("{}: {step:?}: {reason:?}", self.draft.form().id)))?;
            self.note(started, edits);
        }
        Ok(())
    }

    /// Writes edits into the audit trail; all but computed ones took until now.
    fn note(&mut self, started: DateTime<FixedOffset>, edits: Vec<Edit>) {
        let line = |edit: Edit| AuditLine { started, ended: self.now, edit, old: None };
        self.audit.extend(edits.into_iter().map(line));
    }

    /// The draft's head and trail, as far as it has come.
    pub(super) fn leave(self) -> (DraftHead, Vec<AuditLine>) {
        (self.head, self.audit)
    }

    /// The finished response.
    pub(super) fn finish(mut self) -> Result<Response, DemoFault> {
        if let Some(issue) = self.draft.open_issues().next() {
            let path = self.draft.path_of(issue.at).map(|p| p.to_string()).unwrap_or_default();
            return Err(DemoFault::Story(format!("{}: {path}: {:?}", self.draft.form().id, issue.kind)));
        }
        let env = world(&self.head, &self.device, self.last_saved, self.now);
        let answers = self.draft.finish(&env);
        let name = self.draft.instance_name();
        Ok(Response { head: self.head, finished: self.now, name, answers, audit: self.audit })
    }
}
