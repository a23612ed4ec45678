//! A draft from its edits: replayed one by one without computing, then computed once.

use std::sync::Arc;

use super::{Changes, Draft, Env, cell::Bit};
use crate::domain::{
    expr::{InstanceId, NodeRef},
    survey::{Edit, Form, Kind, form::Prop},
};

impl Draft {
    /// The draft that these edits made, kept values among them, as it was when the last of them was made. Edits that fit
    /// the form no longer are passed over. Expressions of `now()` read the new moment.
    pub fn resume<'e>(form: Arc<Form>, env: &Env<'_>, edits: impl IntoIterator<Item = &'e Edit>) -> (Self, Changes) {
        let mut draft = Self::empty(form, env);
        let form = Arc::clone(&draft.form);
        draft.replaying = true;
        draft.create(0, InstanceId::ROOT, 0, false);
        let mut count = 0u64;
        let mut passed = Vec::new();
        for edit in edits {
            count += 1;
            draft.replay(&form, edit, &mut passed);
        }
        // The random sequence goes on, rather than giving again what it gave before.
        draft.random.set(env.seed ^ count.wrapping_mul(0xD6E8_FEB8_6659_FD93));
        for (at, reason) in passed {
            if let Some(cell) = draft.cell_mut(at) {
                cell.set(Bit::Passed, true);
                draft.passed.insert(at, reason);
            }
        }
        for repeat in draft.all_repeats(&form) {
            draft.mark(&form, repeat, Prop::Value);
        }
        let changes = draft.settle();
        draft.replaying = false;
        (draft, changes)
    }

    fn replay(&mut self, form: &Form, edit: &Edit, passed: &mut Vec<(NodeRef, String)>) {
        match edit {
            Edit::Set { path, answer } | Edit::Keep { path, answer } => {
                let Some(at) = self.resolve_making(path) else { return };
                let Ok(answer) = self.fitting(form, at, answer.clone()) else { return };
                passed.retain(|(other, _)| *other != at);
                if let Some(cell) = self.cell_mut(at) {
                    cell.answer = answer;
                }
            }
            Edit::AddRepeat { path } => {
                if let Some(at) = self.resolve_making(path)
                    && form.node(at.node).kind == Kind::Repeat
                    && self.alive < Self::MOST_INSTANCES
                    && self.kids(at.node, at.instance).is_some()
                {
                    self.push_instance(form, at, false);
                }
            }
            Edit::RemoveRepeat { path } => {
                if let Some(at) = self.resolve_making(path).filter(|at| self.is_instance(*at)) {
                    passed.retain(|(other, _)| other.instance != at.instance);
                    self.take_out(form, at);
                }
            }
            Edit::MoveRepeat { path, to } => {
                if let Some(at) = self.resolve_making(path).filter(|at| self.is_instance(*at)) {
                    let repeat = NodeRef { node: at.node, instance: self.instances[at.instance.0 as usize].parent };
                    self.make_up_to(form, repeat, *to);
                    self.shift(form, at, to.saturating_sub(1));
                }
            }
            Edit::PassWarning { path, reason } => {
                if let Some(at) = self.resolve_making(path) {
                    passed.push((at, reason.clone()));
                }
            }
        }
    }

    fn all_repeats(&self, form: &Form) -> Vec<NodeRef> {
        let ids = (0..).map(InstanceId).zip(&self.instances).filter(|(_, instance)| instance.alive);
        ids.flat_map(|(id, instance)| {
            form.scopes[instance.scope as usize].repeats.iter().map(move |node| NodeRef { node: *node, instance: id })
        })
        .collect()
    }
}
