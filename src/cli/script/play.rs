//! A script being played on a draft.

use std::sync::Arc;

use chrono::{DateTime, FixedOffset};
use serde_json::{Value as Json, json};

use super::{Op, state};
use crate::{
    domain::{
        Answer, Lang, Value,
        survey::{AuditLine, Changes, Draft, Edit, EditRefusal, Env, Form, NodePath, PathStep},
    },
    locale::Locale,
};

/// A script being played.
pub(in super::super) struct Play<'a> {
    pub draft: Draft,
    pub env: Env<'a>,
    /// Every edit made, to be stored.
    pub audit: Vec<AuditLine>,
    locale: Locale,
    snapshots: Vec<Json>,
    refused: Vec<Json>,
}

impl<'a> Play<'a> {
    /// A fresh draft.
    pub(in super::super) fn begin(form: &Arc<Form>, env: Env<'a>) -> Self {
        let (draft, changes) = Draft::new(Arc::clone(form), &env);
        let locale = Locale::new(&env.lang);
        let mut play = Self { draft, env, audit: Vec::new(), locale, snapshots: Vec::new(), refused: Vec::new() };
        play.note(changes.keeps);
        play
    }

    /// The moment of everything that is done.
    fn now(&self) -> DateTime<FixedOffset> {
        self.env.now
    }

    fn note(&mut self, edits: Vec<Edit>) {
        let now = self.now();
        self.audit.extend(edits.into_iter().map(|edit| AuditLine { started: now, ended: now, edit, old: None }));
    }

    /// Does the operations in order. One that the draft does not take is noted, and the rest goes on.
    pub(in super::super) fn run(&mut self, ops: &[Op], words: impl Fn(&Locale, &EditRefusal) -> String) {
        for (number, op) in (1..).zip(ops) {
            if let Err(refusal) = self.one(op) {
                let message = words(&self.locale, &refusal);
                self.refused.push(json!({ "op": number, "message": message }));
            }
        }
    }

    fn one(&mut self, op: &Op) -> Result<(), EditRefusal> {
        let edit = match op {
            Op::Snapshot(label) => {
                let taken = self.picture();
                self.snapshots.push(json!({ "label": label, "language": self.env.lang, "nodes": taken }));
                return Ok(());
            }
            Op::Language(code) => {
                self.env.lang = Lang::new(code.clone());
                self.locale = Locale::new(&self.env.lang);
                let Changes { keeps, .. } = self.draft.refresh(&self.env);
                self.note(keeps);
                return Ok(());
            }
            Op::Set { path, refusal: Some(refusal), .. } => {
                Edit::Set { path: read_path(path)?, answer: Some(Answer::Refusal(*refusal)) }
            }
            Op::Set { path, value, .. } => {
                let path = read_path(path)?;
                let at = self.draft.resolve(&path).ok_or(EditRefusal::NoSuchNode)?;
                let text = value.as_deref().unwrap_or_default();
                let answer = Value::parse(self.draft.node(at).kind, text)?.map(Answer::Value);
                Edit::Set { path, answer }
            }
            Op::AddRepeat(path) => Edit::AddRepeat { path: read_path(path)? },
            Op::RemoveRepeat { path, index } => {
                let mut path = read_path(path)?;
                if let (Some(index), Some(PathStep { position, .. })) = (index, path.0.last_mut()) {
                    *position = Some(index.saturating_add(1));
                }
                Edit::RemoveRepeat { path }
            }
            Op::MoveRepeat { path, to } => Edit::MoveRepeat { path: read_path(path)?, to: *to },
            Op::PassWarning { path, reason } => Edit::PassWarning { path: read_path(path)?, reason: reason.clone() },
        };
        let old = match &edit {
            Edit::Set { path, .. } => self.draft.resolve(path).and_then(|at| self.draft.answer(at)).cloned(),
            _ => None,
        };
        let Changes { keeps, .. } = self.draft.apply(&edit, &self.env)?;
        self.audit.push(AuditLine { started: self.now(), ended: self.now(), edit, old });
        self.note(keeps);
        Ok(())
    }

    /// How everything stands now.
    fn picture(&self) -> Json {
        state(&self.draft, &self.locale)
    }

    /// Whether every operation was taken.
    pub(in super::super) fn went_well(&self) -> bool {
        self.refused.is_empty()
    }

    /// The snapshots, how everything stands at the end, and the operations that were not taken.
    pub(in super::super) fn report(&self) -> Json {
        json!({
            "survey": self.draft.form().id,
            "version": self.draft.form().version,
            "snapshots": self.snapshots,
            "end": { "language": self.env.lang, "nodes": self.picture() },
            "refused": self.refused,
        })
    }
}

fn read_path(path: &str) -> Result<NodePath, EditRefusal> {
    path.parse().map_err(|_| EditRefusal::NoSuchNode)
}
