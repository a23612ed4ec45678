//! The way from where an expression stands to a node, followed through the survey without any answers.

use super::super::{
    NodeId, Schema,
    code::{Base, Move, Plain, Predicate},
};
use super::earlier::Back;
use crate::domain::survey::Kind;

/// A path being followed.
#[derive(Debug, Clone)]
pub(super) struct Walk {
    pub(super) base: Base,
    /// The repeat whose instance around the base is still fixed.
    pub(super) anchor: NodeId,
    /// Repeats entered since.
    pub(super) descents: Vec<NodeId>,
    /// Where the plain part ended; nothing above the survey.
    plain_end: Option<NodeId>,
    /// Where the walk is; nothing above the survey.
    pub(super) node: Option<NodeId>,
    pub(super) moves: Vec<Move>,
    /// How far back it is among the instances of the expression's own repeat, when it is among earlier ones only.
    pub(super) back: Option<Back>,
}

impl Walk {
    /// Above the survey: `/`.
    pub(super) fn document() -> Self {
        Self {
            base: Base::Root,
            anchor: NodeId::ROOT,
            descents: vec![],
            plain_end: None,
            node: None,
            moves: vec![],
            back: None,
        }
    }

    /// In place.
    pub(super) fn here(schema: &dyn Schema, base: Base, node: NodeId) -> Self {
        let anchor = repeats(schema, node).last().copied().unwrap_or(NodeId::ROOT);
        Self { base, anchor, descents: vec![], plain_end: Some(node), node: Some(node), moves: vec![], back: None }
    }

    /// From `from` to `to` by name: through the last common repeat, then all instances of those below it.
    pub(super) fn by_name(schema: &dyn Schema, base: Base, from: NodeId, to: NodeId) -> Self {
        let around = repeats(schema, from);
        let mut descents = repeats(schema, to);
        // A repeat's own name means all its instances, also from inside.
        let shared = descents.iter().zip(&around).take_while(|(a, b)| a == b && **a != to).count();
        let anchor = shared.checked_sub(1).and_then(|i| descents.get(i)).copied().unwrap_or(NodeId::ROOT);
        descents.drain(..shared);
        Self { base, anchor, descents, plain_end: Some(to), node: Some(to), moves: vec![], back: None }
    }

    /// To a child.
    pub(super) fn down(&mut self, schema: &dyn Schema, child: NodeId, predicates: Vec<Predicate>) {
        let repeat = schema.kind(child) == Kind::Repeat;
        if self.moves.is_empty() && predicates.is_empty() {
            if repeat {
                self.descents.push(child);
            }
            self.plain_end = Some(child);
        } else {
            self.moves.push(Move::Child { node: child, repeat, predicates });
        }
        self.node = Some(child);
    }

    /// To the parent; false above the survey.
    pub(super) fn up(&mut self, schema: &dyn Schema) -> bool {
        let Some(node) = self.node else { return false };
        let parent = schema.parent(node);
        if schema.kind(node) == Kind::Repeat {
            self.back = None;
        }
        let entered = self.descents.last() == Some(&node);
        if !self.moves.is_empty() || entered {
            self.moves.push(Move::Parent);
        } else {
            if self.anchor == node {
                self.anchor = parent.and_then(|p| repeats(schema, p).last().copied()).unwrap_or(NodeId::ROOT);
            }
            self.plain_end = parent;
        }
        self.node = parent;
        parent.is_some()
    }

    /// Takes the last plain step back, so that predicates on it can count among the children of one parent.
    pub(super) fn split_last(&mut self, schema: &dyn Schema) -> Option<NodeId> {
        let node = self.node?;
        let parent = schema.parent(node)?;
        let splits = self.moves.is_empty() && self.descents.last() == Some(&node);
        if splits {
            self.descents.pop();
            self.plain_end = Some(parent);
            self.node = Some(parent);
        }
        splits.then_some(node)
    }

    /// Predicates on the nodes reached.
    pub(super) fn filter(&mut self, predicates: Vec<Predicate>) {
        if !predicates.is_empty() {
            self.moves.push(Move::Filter(predicates));
        }
    }

    /// The plain part; nothing above the survey.
    pub(super) fn plain(&self, schema: &dyn Schema) -> Option<Plain> {
        let target = self.plain_end?;
        let leaf = !schema.kind(target).holds_questions();
        Some(Plain { base: self.base, anchor: self.anchor, descents: self.descents.clone(), target, leaf })
    }
}

/// The repeats at and around a node, from outside in.
pub(super) fn repeats(schema: &dyn Schema, node: NodeId) -> Vec<NodeId> {
    let mut list: Vec<NodeId> =
        std::iter::successors(Some(node), |n| schema.parent(*n)).filter(|n| schema.kind(*n) == Kind::Repeat).collect();
    list.reverse();
    list
}
