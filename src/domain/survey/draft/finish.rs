//! The end: what is still open, and the answers as they are kept.

use std::sync::Arc;

use super::{Draft, Env, Lane, Warned};
use crate::domain::{
    Answer, Value,
    expr::{InstanceId, NodeRef},
    survey::{AnswerTree, Entry, Form, Kind},
};

/// Something that keeps the response from being finalised.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Issue {
    /// The question.
    pub at: NodeRef,
    /// What is the matter with it.
    pub kind: IssueKind,
}

/// What is the matter with a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum IssueKind {
    /// Required and blank.
    Blank,
    /// The answer violates the constraint.
    Violation,
    /// The answer raises a warning that was not passed.
    Warning,
}

impl Draft {
    /// What keeps the response from being finalised, in survey order.
    pub fn open_issues(&self) -> impl Iterator<Item = Issue> + '_ {
        self.each(Lane::Issue).map(|at| {
            let kind = if self.violation(at) {
                IssueKind::Violation
            } else if self.warning(at) == Warned::Raised {
                IssueKind::Warning
            } else {
                IssueKind::Blank
            };
            Issue { at, kind }
        })
    }

    /// How many issues are open.
    #[must_use]
    pub fn issue_count(&self) -> usize {
        self.counted(Lane::Issue)
    }

    /// The answers as they are kept: relevant questions only, repeat instances in range only. `end` is the moment of `env`.
    pub fn finish(&mut self, env: &Env<'_>) -> AnswerTree {
        let form = Arc::clone(&self.form);
        self.begin(env);
        for (id, node) in form.ids().zip(form.nodes()) {
            let at = NodeRef { node: id, instance: InstanceId::ROOT };
            if node.kind == Kind::End {
                self.store(&form, at, Some(Answer::Value(Value::DateTime(env.now))), true);
            }
        }
        let _ = self.settle();
        self.answers()
    }

    /// The answers as they would be kept now.
    #[must_use]
    pub fn answers(&self) -> AnswerTree {
        self.tree(&self.form, InstanceId::ROOT)
    }

    fn tree(&self, form: &Form, id: InstanceId) -> AnswerTree {
        let mut tree = AnswerTree::default();
        let Some(instance) = self.instance(id) else { return tree };
        for (node, cell) in form.scopes[instance.scope as usize].nodes.iter().zip(&instance.cells).skip(1) {
            let at = NodeRef { node: *node, instance: id };
            let node = form.node(*node);
            if !self.relevant(at) || matches!(node.kind, Kind::Group) {
                continue;
            }
            let entry = match cell.counted() {
                _ if node.kind == Kind::Repeat => {
                    Entry::Repeat(self.instances_of(at).iter().map(|kid| self.tree(form, *kid)).collect())
                }
                Some(answer) if cell.is_answered() => Entry::Answer(answer.clone()),
                _ if node.kind == Kind::Note => continue,
                _ => Entry::Blank,
            };
            tree.0.insert(node.name.to_string(), entry);
        }
        tree
    }

    /// `instance_name` of the response as it stands; empty when the survey has none.
    #[must_use]
    pub fn instance_name(&self) -> String {
        let root = NodeRef { node: crate::domain::expr::NodeId::ROOT, instance: InstanceId::ROOT };
        self.form.instance_name.as_ref().map(|code| code.eval(&*self.form, self, root).text()).unwrap_or_default()
    }
}
