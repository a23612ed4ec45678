//! Keeping the running counts true after a change.

use super::{
    Draft,
    cell::{Bit, Cell},
    weights::{Lane, Weight, Weights, difference},
};
use crate::domain::{
    expr::{InstanceId, NodeId, NodeRef},
    survey::{Form, Kind, form::Node},
};

impl Draft {
    /// Counts again what changed in this pass, and nothing else.
    pub(super) fn weigh_changes(&mut self, form: &Form) {
        let fresh = std::mem::take(&mut self.pass.fresh);
        for id in &fresh {
            self.weigh_fresh(form, *id);
        }
        let nodes = std::mem::take(&mut self.pass.changes.nodes);
        let mut pages: Vec<NodeRef> = Vec::new();
        for at in &nodes {
            if let Some(page) = self.weigh_cell(form, *at) {
                pages.push(NodeRef { node: page, instance: at.instance });
            }
        }
        self.pass.changes.nodes = nodes;
        pages.sort_unstable();
        pages.dedup();
        for page in pages {
            self.weigh_page(form, page);
        }
        let flipped = std::mem::take(&mut self.pass.flipped);
        for id in fresh.into_iter().chain(flipped) {
            self.weigh_instance(form, id);
        }
    }

    fn weigh_fresh(&mut self, form: &Form, id: InstanceId) {
        let Some(instance) = self.instances.get_mut(id.0 as usize).filter(|instance| instance.alive) else { return };
        instance.fresh = false;
        let owner = instance.repeat;
        let nodes = &form.scopes[instance.scope as usize].nodes;
        for (slot, id) in nodes.iter().enumerate() {
            let node = form.node(*id);
            let inner = *id == owner;
            instance.cells[slot].lanes |= lanes(node, &instance.cells[slot], inner);
            if instance.cells[slot].lanes & Lane::Listed.bit() != 0
                && let Some(page) = node.page
            {
                let at = if page == owner { 0 } else { form.node(page).slot as usize };
                instance.cells[at].lanes |= Lane::Page.bit();
            }
        }
        instance.weights = Weights::build(instance.cells.iter().map(Cell::weight).collect());
    }

    /// Counts one cell again; the page it is listed on, when that may have come or gone.
    fn weigh_cell(&mut self, form: &Form, at: NodeRef) -> Option<NodeId> {
        let (place, slot) = self.place(at)?;
        let node = form.node(at.node);
        let instance = &mut self.instances[place];
        let inner = instance.repeat == at.node;
        let old = instance.cells[slot].lanes;
        let mut new = lanes(node, &instance.cells[slot], inner);
        if node.is_field_list() && (inner || node.kind == Kind::Group) {
            new |= old & Lane::Page.bit();
        }
        self.reweigh(form, at, slot, old, new);
        ((old ^ new) & Lane::Listed.bit() != 0).then_some(node.page).flatten()
    }

    /// A `field-list` page is there while one of its questions is.
    fn weigh_page(&mut self, form: &Form, at: NodeRef) {
        let Some((place, slot)) = self.place(at) else { return };
        let instance = &self.instances[place];
        let end = if slot == 0 { instance.cells.len() } else { form.node(at.node).end as usize };
        let listed = instance.weights.before(end)[Lane::Listed as usize]
            .wrapping_sub(instance.weights.before(slot)[Lane::Listed as usize]);
        let old = instance.cells[slot].lanes;
        let new = if listed > 0 { old | Lane::Page.bit() } else { old & !Lane::Page.bit() };
        self.reweigh(form, at, slot, old, new);
    }

    fn reweigh(&mut self, form: &Form, at: NodeRef, slot: usize, old: u8, new: u8) {
        if old != new {
            let instance = &mut self.instances[at.instance.0 as usize];
            instance.cells[slot].lanes = new;
            self.bump(form, at.instance, slot, difference(&weight(new), &weight(old)));
        }
    }

    /// Adds to a slot, and to those of the instances around it.
    fn bump(&mut self, form: &Form, id: InstanceId, slot: usize, mut delta: Weight) {
        let (mut id, mut slot) = (id, slot);
        loop {
            let instance = &mut self.instances[id.0 as usize];
            instance.weights.add(slot, &delta);
            if !instance.weighed || instance.parent == id {
                return;
            }
            delta[Lane::Listed as usize] = 0;
            slot = form.node(instance.repeat).slot as usize;
            id = instance.parent;
        }
    }

    /// Whether an instance counts for the one around it: while it is in range.
    fn weigh_instance(&mut self, form: &Form, id: InstanceId) {
        let Some(instance) = self.instance(id).filter(|instance| instance.parent != id) else { return };
        let counts = instance.cells.first().is_some_and(|cell| cell.is(Bit::Relevant));
        if counts != instance.weighed {
            let total = self.weight_of(id);
            let delta = if counts { total } else { difference(&Weight::default(), &total) };
            self.pass_on(form, id, delta, counts);
        }
    }

    /// An instance about to go counts no more.
    pub(super) fn weigh_out(&mut self, form: &Form, id: InstanceId) {
        if self.instance(id).is_some_and(|instance| instance.weighed) {
            let delta = difference(&Weight::default(), &self.weight_of(id));
            self.pass_on(form, id, delta, false);
        }
    }

    fn pass_on(&mut self, form: &Form, id: InstanceId, mut delta: Weight, weighed: bool) {
        let instance = &mut self.instances[id.0 as usize];
        instance.weighed = weighed;
        let (parent, slot) = (instance.parent, form.node(instance.repeat).slot as usize);
        delta[Lane::Listed as usize] = 0;
        self.bump(form, parent, slot, delta);
    }
}

fn weight(lanes: u8) -> Weight {
    std::array::from_fn(|lane| u32::from(lanes & (1 << lane) != 0))
}

impl Cell {
    /// What the node itself weighs, what it holds left out.
    pub(in super::super) fn weight(&self) -> Weight {
        weight(self.lanes)
    }
}

/// What a cell counts as. `inner`: it stands for an instance of the repeat, or for the survey itself.
fn lanes(node: &Node, cell: &Cell, inner: bool) -> u8 {
    let relevant = cell.is(Bit::Relevant);
    let mut lanes = 0;
    let mut add = |lane: Lane, on: bool| lanes |= if on { lane.bit() } else { 0 };
    if node.kind.holds_questions() {
        let row = !inner || node.kind == Kind::Repeat;
        add(Lane::Row, row);
        add(Lane::Live, row && relevant);
        add(Lane::Page, node.kind == Kind::Repeat && !inner && relevant && !node.is_counted());
        return lanes;
    }
    let invalid = relevant && (cell.is(Bit::Violated) || (cell.is(Bit::Warned) && !cell.is(Bit::Passed)));
    let shown = relevant && !node.kind.is_silent();
    let asked = shown && node.takes_answers() && !cell.is(Bit::ReadOnly);
    let answered = asked && cell.is_answered();
    add(Lane::Row, !node.kind.is_silent());
    add(Lane::Live, shown);
    add(Lane::Page, shown && node.page.is_none());
    add(Lane::Listed, shown && node.page.is_some());
    add(Lane::Asked, asked);
    add(Lane::Answered, answered);
    add(Lane::Invalid, invalid);
    add(Lane::Issue, invalid || (asked && !answered && cell.is(Bit::Required)));
    lanes
}
