//! A change spreads: what reads a changed value is queued by rank, computed, and spreads on if it changed too.

use std::{cmp::Reverse, sync::Arc};

use super::{Changes, Draft, cell::Bit};
use crate::domain::{
    expr::{InstanceId, NodeId, NodeRef},
    survey::{
        Edit, Form, Kind,
        form::{Keeping, Prop, RANKS, Reader},
    },
};

impl Draft {
    /// Computes all that is queued and says what changed.
    pub(super) fn settle(&mut self) -> Changes {
        let form = Arc::clone(&self.form);
        while let Some(Reverse((_, node, prop, instance))) = self.pass.queue.pop() {
            let at = NodeRef { node, instance };
            if self.take_dirty(at, prop) {
                self.compute(&form, at, prop);
            }
        }
        let mut checks = std::mem::take(&mut self.pass.checks);
        for (at, prop) in checks.drain(..) {
            if self.take_dirty(at, prop) {
                self.check(&form, at, prop);
            }
        }
        self.pass.checks = checks;
        self.weigh_changes(&form);
        self.report_keeps();
        let changes = std::mem::take(&mut self.pass.changes);
        for at in &changes.nodes {
            if let Some(cell) = self.cell_mut(*at) {
                cell.set(Bit::Touched, false);
            }
        }
        changes
    }

    fn take_dirty(&mut self, at: NodeRef, prop: Prop) -> bool {
        let Some(cell) = self.cell_mut(at) else { return false };
        let dirty = cell.is_dirty(prop);
        cell.dirty &= !prop.bit();
        dirty
    }

    fn report_keeps(&mut self) {
        for at in std::mem::take(&mut self.pass.keeps) {
            let Some(path) = self.path_of(at) else { continue };
            if let Some(cell) = self.cell_mut(at) {
                cell.set(Bit::Keep, false);
                let answer = cell.answer.clone();
                self.pass.changes.keeps.push(Edit::Keep { path, answer });
            }
        }
    }

    /// Queues all that is to be computed in a new instance, whatever its relevance turns out to be.
    pub(super) fn queue_fresh(&mut self, form: &Form, id: InstanceId) {
        let instance = &self.instances[id.0 as usize];
        for (node, cell) in form.scopes[instance.scope as usize].nodes.iter().zip(&instance.cells) {
            let at = NodeRef { node: *node, instance: id };
            for prop in Prop::COMPUTED {
                if cell.is_dirty(prop) && waits_for_nothing(form, at, prop, cell.is(Bit::New)) {
                    self.pass.queue.push(Reverse((form.readers.rank(*node, prop), *node, prop, id)));
                }
            }
        }
    }

    /// A property is to be computed: at once, or when its node is relevant again.
    pub(super) fn mark(&mut self, form: &Form, at: NodeRef, prop: Prop) {
        if prop == Prop::Words {
            return self.touch(at);
        }
        let replaying = self.replaying;
        let Some(cell) = self.cell_mut(at) else { return };
        let node = form.node(at.node);
        if prop == Prop::Value && replaying && node.keeping == Keeping::Eager && node.kind != Kind::Repeat {
            return;
        }
        let queued = cell.is_dirty(prop);
        let waits = !cell.is(Bit::Relevant) && !waits_for_nothing(form, at, prop, cell.is(Bit::New));
        cell.dirty |= prop.bit();
        if prop == Prop::Offer {
            self.offered.get_mut().remove(&at);
            self.touch(at);
        }
        if !queued && !waits {
            self.queue(form, at, prop);
        }
    }

    pub(super) fn queue(&mut self, form: &Form, at: NodeRef, prop: Prop) {
        if (prop as usize) < RANKS {
            self.pass.queue.push(Reverse((form.readers.rank(at.node, prop), at.node, prop, at.instance)));
        } else {
            self.pass.checks.push((at, prop));
        }
    }

    /// The node became relevant: what waited for that is computed now.
    pub(super) fn wake(&mut self, form: &Form, at: NodeRef) {
        let Some(dirty) = self.cell(at).map(|cell| cell.dirty) else { return };
        for prop in Prop::COMPUTED {
            if dirty & prop.bit() != 0 {
                self.queue(form, at, prop);
            }
        }
    }

    /// What the node reads as changed: its readers are to be computed. `by_hand` is false for first values: they, and
    /// whatever happens while an instance is made, set off no trigger.
    pub(super) fn spread(&mut self, form: &Form, at: NodeRef, by_hand: bool) {
        self.touch(at);
        let by_hand = by_hand && !self.replaying && self.instance(at.instance).is_some_and(|instance| !instance.fresh);
        let node = form.node(at.node);
        for (prop, code) in [(Prop::Constraint, &node.codes.constraint), (Prop::Warning, &node.codes.warning)] {
            if code.is_some() {
                self.mark(form, at, prop);
            }
        }
        for reader in form.readers.of(at.node) {
            if !reader.trigger || by_hand {
                self.mark_reader(form, reader, at.instance);
            }
        }
    }

    /// Marks a reader in all instances it reads from `from`.
    pub(super) fn mark_reader(&mut self, form: &Form, reader: &Reader, from: InstanceId) {
        let route = &form.readers.routes[reader.route as usize];
        let mut instance = from;
        for _ in 0..route.up {
            let Some(here) = self.instances.get(instance.0 as usize) else { return };
            instance = here.parent;
        }
        self.mark_below(form, reader, instance, &route.down);
    }

    fn mark_below(&mut self, form: &Form, reader: &Reader, within: InstanceId, down: &[NodeId]) {
        let Some((repeat, rest)) = down.split_first() else {
            let at = NodeRef { node: reader.node, instance: within };
            if reader.trigger
                && let Some(cell) = self.cell_mut(at)
            {
                cell.set(Bit::Fired, true);
            }
            return self.mark(form, at, reader.prop);
        };
        let count = self.kids(*repeat, within).map_or(0, |kids| kids.all.len());
        for place in 0..count {
            if let Some(kid) = self.kids(*repeat, within).and_then(|kids| kids.all.get(place)).copied() {
                self.mark_below(form, reader, kid, rest);
            }
        }
    }

    /// The node may look different.
    pub(super) fn touch(&mut self, at: NodeRef) {
        let Some((instance, slot)) = self.place(at) else { return };
        let instance = &mut self.instances[instance];
        // A fresh instance is drawn as a whole.
        if !instance.fresh && instance.cells[slot].set(Bit::Touched, true) {
            self.pass.changes.nodes.push(at);
        }
    }
}

/// Whether a property is computed even while its node is irrelevant.
fn waits_for_nothing(form: &Form, at: NodeRef, prop: Prop, new: bool) -> bool {
    let node = form.node(at.node);
    match prop {
        Prop::Relevant | Prop::Inner => true,
        Prop::Value => new || node.kind == Kind::Repeat || node.keeping == Keeping::Eager,
        _ => false,
    }
}
