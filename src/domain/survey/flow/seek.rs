//! The nth of something in survey order, and how many come before a node.

use crate::domain::{
    expr::{InstanceId, NodeRef},
    survey::{
        Draft, Kind,
        draft::{Lane, Weight},
    },
};

/// What is sought: how much of it a weight holds, and whether a repeat's own comes after its instances.
#[derive(Clone, Copy)]
pub(super) struct Sought {
    pub of: fn(&Weight) -> u32,
    pub repeat_last: bool,
}

impl Sought {
    pub(super) fn lane(lane: Lane) -> Self {
        let of: fn(&Weight) -> u32 = match lane {
            Lane::Page => |w| w[Lane::Page as usize],
            Lane::Asked => |w| w[Lane::Asked as usize],
            Lane::Answered => |w| w[Lane::Answered as usize],
            Lane::Invalid => |w| w[Lane::Invalid as usize],
            Lane::Issue => |w| w[Lane::Issue as usize],
            Lane::Row => |w| w[Lane::Row as usize],
            Lane::Live => |w| w[Lane::Live as usize],
            Lane::Listed => |w| w[Lane::Listed as usize],
        };
        Self { of, repeat_last: lane == Lane::Page }
    }

    /// Questions put and not answered.
    pub(super) const OPEN: Self =
        Self { of: |w| w[Lane::Asked as usize].wrapping_sub(w[Lane::Answered as usize]), repeat_last: false };
}

impl Draft {
    /// The `nth` (from 0) in survey order.
    pub(super) fn nth(&self, sought: Sought, nth: u32) -> Option<NodeRef> {
        self.walk(sought, nth).next()
    }

    /// How many come before a node in survey order.
    pub(super) fn before(&self, sought: Sought, at: NodeRef) -> Option<u32> {
        let (place, slot) = self.place(at)?;
        let mut instance = &self.instances[place];
        let mut sum = (sought.of)(&instance.weights.before(slot));
        if sought.repeat_last && slot > 0 && self.form().node(at.node).kind == Kind::Repeat {
            sum += self.instances_of(at).iter().map(|kid| (sought.of)(&self.weight_of(*kid))).sum::<u32>();
        }
        let mut id = at.instance;
        while instance.parent != id {
            let repeat = NodeRef { node: instance.repeat, instance: instance.parent };
            let siblings = self.instances_of(repeat).iter().take(instance.place);
            sum += siblings.map(|kid| (sought.of)(&self.weight_of(*kid))).sum::<u32>();
            let (place, slot) = self.place(repeat)?;
            id = instance.parent;
            instance = &self.instances[place];
            sum += (sought.of)(&instance.weights.before(slot));
            if !sought.repeat_last {
                sum += (sought.of)(&instance.cells.get(slot)?.weight());
            }
        }
        Some(sum)
    }

    /// How many a node itself is of what is sought, what it holds left out: 0 or 1.
    pub(super) fn own(&self, sought: Sought, at: NodeRef) -> u32 {
        self.cell(at).map_or(0, |cell| (sought.of)(&cell.weight()))
    }

    /// How many there are in the whole response.
    pub(super) fn all(&self, sought: Sought) -> u32 {
        (sought.of)(&self.weight_of(InstanceId::ROOT))
    }

    /// How many of a lane there are in the whole response.
    pub(in super::super) fn counted(&self, lane: Lane) -> usize {
        self.all(Sought::lane(lane)) as usize
    }

    /// All of a lane, in survey order.
    pub(in super::super) fn each(&self, lane: Lane) -> impl Iterator<Item = NodeRef> + '_ {
        self.walk(Sought::lane(lane), 0)
    }

    /// The first one after a node, else the first of all; nothing when there is none, or only the node itself.
    pub(super) fn after(&self, sought: Sought, at: NodeRef) -> Option<NodeRef> {
        let here = self.before(sought, at).unwrap_or(0);
        let own = self.own(sought, at);
        let next = if here + own < self.all(sought) { here + own } else { 0 };
        self.nth(sought, next).filter(|found| *found != at)
    }
}
