//! One instance of a repeat, or the response itself: its cells and the instances inside it.

use super::{
    cell::{Bit, Cell},
    weights::{Weight, Weights},
};
use crate::domain::{
    Answer,
    expr::{InstanceId, NodeId},
    survey::{
        Form,
        form::{FirstValue, Keeping, Prop},
    },
};

/// One instance of a repeat, or the response itself.
#[derive(Debug)]
pub(in super::super) struct Instance {
    /// The repeat; the survey itself for the response.
    pub repeat: NodeId,
    pub scope: u32,
    /// The instance around it; its own id for the response.
    pub parent: InstanceId,
    /// 0-based place among its siblings, hidden ones counted.
    pub place: usize,
    pub alive: bool,
    /// Whether its weights are part of those of the instance around it.
    pub weighed: bool,
    /// Made in this pass: none of its cells has been looked at yet.
    pub fresh: bool,
    pub cells: Vec<Cell>,
    /// The instances inside it, by repeat.
    pub kids: Vec<Kids>,
    pub weights: Weights,
}

/// The instances of one repeat inside one instance.
#[derive(Debug, Default)]
pub(in super::super) struct Kids {
    /// All, in order; those in range first.
    pub all: Vec<InstanceId>,
    /// How many are in range: none while the repeat is irrelevant.
    pub visible: usize,
    /// How many the survey asks for.
    pub wanted: Option<usize>,
}

impl Instance {
    /// A new instance with all literal defaults in place and everything still to be computed.
    pub(super) fn new(form: &Form, scope: u32, parent: InstanceId, place: usize, dynamic: bool) -> Self {
        let shape = &form.scopes[scope as usize];
        let cells: Vec<Cell> =
            (0..).zip(&shape.nodes).map(|(slot, id)| first_cell(form, *id, slot == 0, dynamic)).collect();
        Self {
            repeat: shape.owner,
            scope,
            parent,
            place,
            alive: true,
            weighed: false,
            fresh: true,
            weights: Weights::build(vec![Weight::default(); cells.len()]),
            cells,
            kids: shape.repeats.iter().map(|_| Kids::default()).collect(),
        }
    }
}

fn first_cell(form: &Form, id: NodeId, owner: bool, dynamic: bool) -> Cell {
    let mut cell = Cell::default();
    if owner {
        cell.dirty = Prop::Inner.bit();
        return cell;
    }
    let node = form.node(id);
    cell.dirty = Prop::Relevant.bit();
    for prop in Prop::COMPUTED {
        if node.codes.get(prop).is_some() {
            cell.dirty |= prop.bit();
        }
    }
    if node.triggered {
        cell.dirty &= !Prop::Value.bit();
    }
    match &node.first {
        Some(FirstValue::Literal(value)) => cell.answer = Some(Answer::Value(value.clone())),
        Some(_) if dynamic => {
            cell.set(Bit::New, true);
            cell.dirty |= Prop::Value.bit();
        }
        _ => {}
    }
    // What was kept is replayed, not computed again.
    if !dynamic && node.keeping == Keeping::Eager {
        cell.dirty &= !Prop::Value.bit();
    }
    if node.kind == crate::domain::survey::Kind::Repeat {
        cell.dirty |= Prop::Value.bit();
    }
    cell
}
