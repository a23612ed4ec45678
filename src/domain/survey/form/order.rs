//! Who reads whom, and in which order things are computed.

use std::collections::HashMap;

use crate::domain::expr::NodeId;

/// A property of a node that is computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub(in super::super) enum Prop {
    /// Whether it is put at all: its own condition and that of what holds it.
    Relevant = 0,
    /// Which of the picked choices are still offered.
    Offer = 1,
    /// Its value, or which instances a repeat has.
    Value = 2,
    /// Whether one repeat instance is in range.
    Inner = 3,
    Required = 4,
    ReadOnly = 5,
    Constraint = 6,
    Warning = 7,
    /// Its texts, which are not computed until they are read.
    Words = 8,
}

/// How many properties others may depend on: those up to [`Prop::Inner`].
pub(in super::super) const RANKS: usize = 4;

impl Prop {
    /// All that are computed ahead of being read.
    pub(in super::super) const COMPUTED: [Self; 8] = [
        Self::Relevant,
        Self::Offer,
        Self::Value,
        Self::Inner,
        Self::Required,
        Self::ReadOnly,
        Self::Constraint,
        Self::Warning,
    ];

    pub(in super::super) fn bit(self) -> u16 {
        1 << self as u16
    }
}

/// How to get from the instance a value changed in to the instances that read it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(in super::super) struct Route {
    /// Repeat instances to leave.
    pub up: u8,
    /// Repeats to enter then, each in all its instances.
    pub down: Box<[NodeId]>,
}

/// A property that reads a node.
#[derive(Debug, Clone, Copy)]
pub(in super::super) struct Reader {
    pub node: NodeId,
    pub prop: Prop,
    /// Place in [`Readers::routes`].
    pub route: u32,
    /// Whether it reads by `trigger`: only a change by hand counts.
    pub trigger: bool,
    /// It reads from earlier instances of its own repeat: how many back, 0 for all of them. The route means nothing then.
    pub earlier: Option<u32>,
}

/// The readers of every node, and of what is no node.
#[derive(Debug, Default)]
pub(in super::super) struct Readers {
    /// Where each node's readers begin in `list`; one more at the end.
    pub starts: Vec<u32>,
    pub list: Vec<Reader>,
    pub routes: Vec<Route>,
    /// What reads the position of a repeat's instances: repeat and reader (routes begin at the instance).
    pub position: Vec<(NodeId, Reader)>,
    /// What reads the clock, and whether it reads the time of day rather than the day alone; routes begin at the response.
    pub clock: Vec<(bool, Reader)>,
    /// What reads the language on screen; routes begin at the response.
    pub language: Vec<Reader>,
    /// Order of computation of the `RANKED` of every node.
    pub ranks: Vec<[u32; RANKS]>,
    /// Properties that wait for each other in earlier instances share a rank and are computed instance by instance, within
    /// one in this order.
    pub loops: HashMap<(NodeId, Prop), u32>,
}

impl Readers {
    pub(in super::super) fn of(&self, node: NodeId) -> &[Reader] {
        let at = node.0 as usize;
        match (self.starts.get(at), self.starts.get(at + 1)) {
            (Some(&from), Some(&to)) => &self.list[from as usize..to as usize],
            _ => &[],
        }
    }

    /// The rank of a property; those nobody depends on come last.
    pub(in super::super) fn rank(&self, node: NodeId, prop: Prop) -> u32 {
        match self.ranks.get(node.0 as usize) {
            Some(ranks) if (prop as usize) < ranks.len() => ranks[prop as usize],
            _ => u32::MAX,
        }
    }

    /// When a property is computed: by rank, and within a rank by this number. `place` is that of its instance.
    pub(in super::super) fn turn(&self, node: NodeId, prop: Prop, place: usize) -> (u32, u64) {
        let inner = if self.loops.is_empty() { None } else { self.loops.get(&(node, prop)) };
        let turn = match inner {
            Some(inner) => (u64::try_from(place).unwrap_or(0) << 32) | u64::from(*inner),
            None => u64::from(node.0),
        };
        (self.rank(node, prop), turn)
    }
}
