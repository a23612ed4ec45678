//! Changes by hand: an answer, a warning passed, any edit of a script or of the log.

use std::sync::Arc;

use super::{Changes, Draft, EditRefusal, Env, cell::Bit};
use crate::domain::{
    Answer,
    expr::NodeRef,
    survey::{Edit, NodePath},
};

impl Draft {
    /// Makes one edit.
    ///
    /// # Errors
    /// The edit names nothing, or is not allowed; the draft is as it was.
    pub fn apply(&mut self, edit: &Edit, env: &Env<'_>) -> Result<Changes, EditRefusal> {
        match edit {
            Edit::Set { path, answer } => self.set(self.found(path)?, answer.clone(), env),
            Edit::AddRepeat { path } => self.add_repeat(self.found(path)?, env).map(|(_, changes)| changes),
            Edit::RemoveRepeat { path } => self.remove_repeat(self.found(path)?, env),
            Edit::MoveRepeat { path, to } => self.move_repeat(self.found(path)?, *to, env),
            Edit::PassWarning { path, reason } => self.pass_warning(self.found(path)?, reason.clone(), env),
            Edit::Keep { path, answer } => {
                let at = self.found(path)?;
                let form = Arc::clone(&self.form);
                let answer = self.fitting(&form, at, answer.clone())?;
                self.begin(env);
                self.store(&form, at, answer, true);
                Ok(self.settle())
            }
        }
    }

    fn found(&self, path: &NodePath) -> Result<NodeRef, EditRefusal> {
        self.resolve(path).ok_or(EditRefusal::NoSuchNode)
    }

    /// Gives, changes or (with nothing) takes away an answer. An answer to a question that is not relevant is kept until it is.
    ///
    /// # Errors
    /// Every reason of [`EditRefusal`] that concerns answers; the draft is as it was.
    pub fn set(&mut self, at: NodeRef, answer: Option<Answer>, env: &Env<'_>) -> Result<Changes, EditRefusal> {
        let form = Arc::clone(&self.form);
        let answer = self.admit(&form, at, answer)?;
        self.begin(env);
        self.store(&form, at, answer, true);
        Ok(self.settle())
    }

    /// Lets an answer stand although it raises a warning, until the answer changes.
    ///
    /// # Errors
    /// The question raises no warning.
    pub fn pass_warning(&mut self, at: NodeRef, reason: String, env: &Env<'_>) -> Result<Changes, EditRefusal> {
        let cell = self.cell_mut(at).ok_or(EditRefusal::NoSuchNode)?;
        if !cell.is(Bit::Relevant) || !cell.is(Bit::Warned) {
            return Err(EditRefusal::NoWarning);
        }
        cell.set(Bit::Passed, true);
        self.passed.insert(at, reason);
        self.begin(env);
        self.touch(at);
        Ok(self.settle())
    }
}
