//! Repeat instances: made, removed, moved, hidden and brought back.

use std::sync::Arc;

use super::{Changes, Draft, EditRefusal, Env, weights::Weight};
use crate::domain::{
    expr::{InstanceId, NodeId, NodeRef},
    survey::{Form, Kind, form::Prop},
};

impl Draft {
    /// Most repeat instances one response holds, all repeats together. A count that asks for more gets as many as there is
    /// room for.
    pub const MOST_INSTANCES: usize = 10_000;

    /// Adds an instance at the end of a repeat that stands in `repeat.instance`, and says which it is.
    ///
    /// # Errors
    /// Not a repeat, its number is set by the survey, it is not relevant, or the response is full.
    pub fn add_repeat(&mut self, repeat: NodeRef, env: &Env<'_>) -> Result<(InstanceId, Changes), EditRefusal> {
        let form = Arc::clone(&self.form);
        self.open_repeat(&form, repeat)?;
        if self.room() == 0 {
            return Err(EditRefusal::TooManyInstances { most: Self::MOST_INSTANCES });
        }
        self.begin(env);
        let added = self.push_instance(&form, repeat, true);
        self.resize(&form, repeat, None, true);
        Ok((added, self.settle()))
    }

    /// Removes one instance, `instance` being its own.
    ///
    /// # Errors
    /// Not an instance of a repeat, its number is set by the survey, or it is not relevant.
    pub fn remove_repeat(&mut self, instance: NodeRef, env: &Env<'_>) -> Result<Changes, EditRefusal> {
        let form = Arc::clone(&self.form);
        let repeat = self.repeat_of_instance(instance)?;
        self.open_repeat(&form, repeat)?;
        self.begin(env);
        self.take_out(&form, instance);
        self.resize(&form, repeat, None, true);
        Ok(self.settle())
    }

    /// Moves one instance, `instance` being its own, to a 1-based place among those in range.
    ///
    /// # Errors
    /// Not an instance of a repeat, it is not relevant, or there is no such place.
    pub fn move_repeat(&mut self, instance: NodeRef, to: usize, env: &Env<'_>) -> Result<Changes, EditRefusal> {
        let form = Arc::clone(&self.form);
        let repeat = self.repeat_of_instance(instance)?;
        if !self.relevant(instance) {
            return Err(EditRefusal::NotRelevant);
        }
        let visible = self.kids(repeat.node, repeat.instance).map_or(0, |kids| kids.visible);
        if to == 0 || to > visible {
            return Err(EditRefusal::NoSuchNode);
        }
        self.begin(env);
        self.shift(&form, instance, to - 1);
        Ok(self.settle())
    }

    /// The repeat, in the instance it stands in, that an instance belongs to.
    fn repeat_of_instance(&self, instance: NodeRef) -> Result<NodeRef, EditRefusal> {
        let here = self.instance(instance.instance).ok_or(EditRefusal::NoSuchNode)?;
        if here.repeat != instance.node || instance.instance == InstanceId::ROOT {
            return Err(EditRefusal::NotARepeat);
        }
        Ok(NodeRef { node: instance.node, instance: here.parent })
    }

    fn open_repeat(&self, form: &Form, repeat: NodeRef) -> Result<(), EditRefusal> {
        let node = form.node(repeat.node);
        if node.kind != Kind::Repeat {
            return Err(EditRefusal::NotARepeat);
        }
        if self.kids(repeat.node, repeat.instance).is_none() {
            return Err(EditRefusal::NoSuchNode);
        }
        if node.is_counted() {
            return Err(EditRefusal::Counted);
        }
        if self.relevant(repeat) { Ok(()) } else { Err(EditRefusal::NotRelevant) }
    }

    /// How many more instances there is room for.
    fn room(&self) -> usize {
        Self::MOST_INSTANCES.saturating_sub(self.alive)
    }

    /// Makes an instance at the end; it is out of range until the repeat is resized.
    pub(super) fn push_instance(&mut self, form: &Form, repeat: NodeRef, dynamic: bool) -> InstanceId {
        let place = self.kids(repeat.node, repeat.instance).map_or(0, |kids| kids.all.len());
        let id = self.create(form.node(repeat.node).inner, repeat.instance, place, dynamic);
        if let Some(kids) = self.kids_mut(repeat.node, repeat.instance) {
            kids.all.push(id);
        }
        id
    }

    /// Brings the instances in range to the number wanted: all of them when nothing is, none while irrelevant. Missing ones
    /// are made, surplus ones hidden and kept.
    pub(super) fn resize(&mut self, form: &Form, repeat: NodeRef, wanted: Option<usize>, relevant: bool) {
        let Some(kids) = self.kids_mut(repeat.node, repeat.instance) else { return };
        kids.wanted = wanted;
        let before = kids.visible;
        let missing = wanted.unwrap_or(0).saturating_sub(kids.all.len());
        if relevant {
            for _ in 0..missing.min(self.room()) {
                self.push_instance(form, repeat, !self.replaying);
            }
        }
        let Some(kids) = self.kids_mut(repeat.node, repeat.instance) else { return };
        let have = kids.all.len();
        kids.visible = if relevant { wanted.unwrap_or(have).min(have) } else { 0 };
        let after = kids.visible;
        let flipped: Vec<InstanceId> = kids.all[before.min(after)..before.max(after).min(have)].to_vec();
        for instance in flipped {
            self.mark(form, NodeRef { node: repeat.node, instance }, Prop::Inner);
        }
        if before != after {
            self.regroup(form, repeat);
        }
    }

    /// The repeat has other instances, or the same in another order.
    fn regroup(&mut self, form: &Form, repeat: NodeRef) {
        if !self.pass.changes.repeats.contains(&repeat) {
            self.pass.changes.repeats.push(repeat);
        }
        self.spread(form, repeat, true);
    }

    /// Takes an instance out; what stands behind it moves up.
    pub(super) fn take_out(&mut self, form: &Form, at: NodeRef) {
        let Some(here) = self.instance(at.instance) else { return };
        let (parent, place) = (here.parent, here.place);
        let repeat = NodeRef { node: at.node, instance: parent };
        self.weigh_out(form, at.instance);
        self.bury(at.instance);
        let Some(kids) = self.kids_mut(repeat.node, parent) else { return };
        kids.all.remove(place);
        kids.visible = kids.visible.min(kids.all.len());
        self.renumber(form, repeat, place, usize::MAX);
        self.regroup(form, repeat);
    }

    /// Moves an instance to a 0-based place.
    pub(super) fn shift(&mut self, form: &Form, at: NodeRef, to: usize) {
        let Some(here) = self.instance(at.instance) else { return };
        let (parent, from) = (here.parent, here.place);
        let repeat = NodeRef { node: at.node, instance: parent };
        let Some(kids) = self.kids_mut(repeat.node, parent) else { return };
        if from == to || to >= kids.all.len() || from >= kids.all.len() {
            return;
        }
        let moved = kids.all.remove(from);
        kids.all.insert(to, moved);
        self.renumber(form, repeat, from.min(to), from.max(to) + 1);
        self.regroup(form, repeat);
    }

    /// Gives the instances of these places their new place; what reads positions follows.
    fn renumber(&mut self, form: &Form, repeat: NodeRef, from: usize, to: usize) {
        let Some(kids) = self.kids(repeat.node, repeat.instance) else { return };
        let moved: Vec<InstanceId> = kids.all.iter().take(to).skip(from).copied().collect();
        for (place, id) in (from..).zip(moved) {
            self.instances[id.0 as usize].place = place;
            self.touch(NodeRef { node: repeat.node, instance: id });
            for (of, reader) in &form.readers.position {
                if *of == repeat.node {
                    self.mark_reader(form, reader, id);
                }
            }
        }
    }

    /// An instance and all inside it are gone; their ids are not used again.
    fn bury(&mut self, id: InstanceId) {
        let mut open = vec![id];
        while let Some(id) = open.pop() {
            let instance = &mut self.instances[id.0 as usize];
            instance.alive = false;
            instance.cells = Vec::new();
            instance.weights = super::weights::Weights::default();
            for kids in std::mem::take(&mut instance.kids) {
                open.extend(kids.all);
            }
            self.alive = self.alive.saturating_sub(1);
            self.passed.retain(|at, _| at.instance != id);
            self.offered.get_mut().retain(|at, _| at.instance != id);
        }
    }

    /// The weight of an instance, for those that hold it.
    pub(in super::super) fn weight_of(&self, id: InstanceId) -> Weight {
        self.instance(id).map(|instance| instance.weights.total()).unwrap_or_default()
    }

    /// The instances of a repeat in order, those out of range left out.
    #[must_use]
    pub fn instances_of(&self, repeat: NodeRef) -> &[InstanceId] {
        self.kids(repeat.node, repeat.instance).map_or(&[], |kids| &kids.all[..kids.visible.min(kids.all.len())])
    }

    /// The node of an instance of a repeat.
    #[must_use]
    pub fn instance_ref(&self, id: InstanceId) -> NodeRef {
        NodeRef { node: self.instance(id).map_or(NodeId::ROOT, |instance| instance.repeat), instance: id }
    }
}
