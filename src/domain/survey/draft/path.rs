//! Nodes by path, for files and scripts.

use std::sync::Arc;

use super::Draft;
use crate::domain::{
    expr::{InstanceId, NodeId, NodeRef},
    survey::{Form, Kind, NodePath, PathStep},
};

impl Draft {
    /// A question, group or repeat outside repeats, by name.
    #[must_use]
    pub fn named(&self, name: &str) -> Option<NodeRef> {
        let at = NodeRef { node: *self.form.names.get(name)?, instance: InstanceId::ROOT };
        self.place(at).map(|_| at)
    }

    /// Where a node stands, by names and positions. Nothing for an instance that is gone.
    #[must_use]
    pub fn path_of(&self, at: NodeRef) -> Option<NodePath> {
        self.place(at)?;
        let mut steps = Vec::new();
        let (mut node, mut instance) = (at.node, at.instance);
        while node != NodeId::ROOT {
            let here = self.instance(instance)?;
            let inner = here.repeat == node;
            let position = inner.then_some(here.place + 1);
            steps.push(PathStep { name: self.form.node(node).name.to_string(), position });
            if inner {
                instance = here.parent;
            }
            node = self.form.node(node).parent?;
        }
        steps.reverse();
        Some(NodePath(steps))
    }

    /// The node at a path. A repeat with a position is that instance, hidden ones included; without, the repeat itself.
    #[must_use]
    pub fn resolve(&self, path: &NodePath) -> Option<NodeRef> {
        let mut at = NodeRef { node: NodeId::ROOT, instance: InstanceId::ROOT };
        for step in &path.0 {
            at = self.step(at, step)?;
        }
        self.place(at).map(|_| at)
    }

    fn step(&self, from: NodeRef, step: &PathStep) -> Option<NodeRef> {
        let child = child(&self.form, from, step)?;
        match step.position {
            None => Some(child),
            Some(position) => {
                let kids = self.kids(child.node, child.instance)?;
                let instance = *kids.all.get(position.checked_sub(1)?)?;
                Some(NodeRef { node: child.node, instance })
            }
        }
    }

    /// The node at a path, with instances that a count has made since then made now. Only while replaying.
    pub(super) fn resolve_making(&mut self, path: &NodePath) -> Option<NodeRef> {
        let form = Arc::clone(&self.form);
        let mut at = NodeRef { node: NodeId::ROOT, instance: InstanceId::ROOT };
        for step in &path.0 {
            let child = child(&form, at, step)?;
            if let Some(position) = step.position {
                self.make_up_to(&form, child, position);
            }
            at = self.step(at, step)?;
        }
        self.place(at).map(|_| at)
    }

    /// Makes the instances of a repeat whose number the survey sets, up to a 1-based place.
    pub(super) fn make_up_to(&mut self, form: &Form, repeat: NodeRef, position: usize) {
        if !form.node(repeat.node).is_counted() || position > Self::MOST_INSTANCES {
            return;
        }
        while self.alive < Self::MOST_INSTANCES
            && self.kids(repeat.node, repeat.instance).is_some_and(|kids| kids.all.len() < position)
        {
            self.push_instance(form, repeat, false);
        }
    }
}

fn child(form: &Form, from: NodeRef, step: &PathStep) -> Option<NodeRef> {
    let node = *form.names.get(step.name.as_str())?;
    let found = form.node(node);
    let fits = found.parent == Some(from.node) && (step.position.is_none() || found.kind == Kind::Repeat);
    fits.then_some(NodeRef { node, instance: from.instance })
}
