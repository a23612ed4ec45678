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
                #[cfg(test)]
                {
                    self.pass.computed += 1;
                }
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
                    let turn = form.readers.turn(*node, prop, instance.place);
                    self.pass.queue.push(Reverse((turn, *node, prop, id)));
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
            let place = self.instances.get(at.instance.0 as usize).map_or(0, |instance| instance.place);
            self.pass.queue.push(Reverse((form.readers.turn(at.node, prop, place), at.node, prop, at.instance)));
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
        if let Some(back) = reader.earlier {
            return self.mark_later(form, reader, from, back as usize);
        }
        let route = &form.readers.routes[reader.route as usize];
        let mut instance = from;
        for _ in 0..route.up {
            let Some(here) = self.instances.get(instance.0 as usize) else { return };
            instance = here.parent;
        }
        self.mark_below(form, reader, instance, &route.down);
    }

    /// Marks a reader in the instance `back` after this one; with 0 in all that come later.
    fn mark_later(&mut self, form: &Form, reader: &Reader, from: InstanceId, back: usize) {
        let Some((repeat, parent, place)) = self.instance(from).map(|i| (i.repeat, i.parent, i.place)) else { return };
        let count = self.kids(repeat, parent).map_or(0, |kids| kids.all.len());
        let later = if back == 0 { place + 1..count } else { place + back..(place + back + 1).min(count) };
        for place in later {
            if let Some(kid) = self.kids(repeat, parent).and_then(|kids| kids.all.get(place)).copied() {
                self.mark(form, NodeRef { node: reader.node, instance: kid }, reader.prop);
            }
        }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        Lang, Value,
        survey::{Attachments, Env, Survey},
    };

    /// A running balance over `n` instances, the last of them moved to the front one by one.
    fn chained(n: usize) -> (Draft, Env<'static>) {
        let text = r#"Survey(id: "s", title: "S", body: [Repeat(name: "r", label: "R", body: [
            Integer(name: "amount", label: "A", default: "1"),
            Calculate(name: "before", calculation: "coalesce(indexed-repeat(${after}, ${r}, position(..) - 1), 0)"),
            Calculate(name: "after", calculation: "${before} + ${amount}"),
        ])])"#;
        let form = Form::compile(&Survey::read(text).0.unwrap(), &Attachments::default()).unwrap();
        let now = "2024-11-12T19:30:00+08:00".parse().unwrap();
        let (device, username) = (String::new(), String::new());
        let env = Env { now, lang: Lang::new("en"), device, username, seed: 1, last_saved: None, roll: None };
        let mut edits = vec![Edit::AddRepeat { path: "/data/r".parse().unwrap() }; n];
        for place in 2..=n {
            edits.push(Edit::MoveRepeat { path: format!("/data/r[{place}]").parse().unwrap(), to: 1 });
        }
        (Draft::resume(Arc::new(form), &env, &edits).0, env)
    }

    #[test]
    fn a_running_balance_is_computed_once_an_instance_in_whatever_order_they_came() {
        for n in [10, 100, 400] {
            let (mut draft, env) = chained(n);
            let node = |draft: &Draft, path: String| draft.resolve(&path.parse().unwrap()).unwrap();
            let last = node(&draft, format!("/data/r[{n}]/after"));
            let all = draft.pass.computed;
            // Of an instance: whether it is in range, three relevances, two values, and little for its repeat.
            assert!(all <= 7 * n + 20, "{all} for {n}");
            let first = node(&draft, "/data/r[1]/amount".to_owned());
            let _changes = draft.set(first, Some(Value::Integer(101).into()), &env).unwrap();
            assert_eq!(draft.value_at(last).unwrap().to_text(), (n + 100).to_string());
            let change = draft.pass.computed - all;
            assert!(change <= 2 * n + 5, "{change} for {n}");
        }
    }
}
