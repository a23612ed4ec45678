//! The form as a whole, and what the expression language sees of it.

use std::collections::HashMap;

use super::{Node, Readers};
use crate::domain::{
    Lang, Text,
    expr::{NodeId, Program, Schema},
    place::{PREFILL, PREFILL_COLUMNS},
    survey::{AnswerTree, Kind, Outcome, Telling, choices::List, outcome},
};

/// A compiled survey. Made by `Form::compile`, shared as `Arc<Form>`.
#[derive(Debug)]
pub struct Form {
    /// The survey's `id`.
    pub id: String,
    /// Its `version`.
    pub version: String,
    /// Its title.
    pub title: Text,
    /// The language of texts written without one.
    pub default_language: Lang,
    /// Every language some text is written in, default first.
    pub languages: Vec<Lang>,
    pub(in super::super) nodes: Vec<Node>,
    pub(in super::super) names: HashMap<Box<str>, NodeId>,
    pub(in super::super) scopes: Vec<Scope>,
    pub(in super::super) lists: Vec<List>,
    pub(in super::super) list_names: HashMap<Box<str>, u32>,
    pub(in super::super) readers: Readers,
    pub(in super::super) instance_name: Option<Box<Program>>,
    pub(in super::super) tellings: Vec<Telling>,
}

/// The response, or the inside of a repeat: what exists once in each of its instances.
#[derive(Debug)]
pub(in super::super) struct Scope {
    /// The repeat, or the survey itself.
    pub owner: NodeId,
    /// The scope around it.
    pub parent: Option<u32>,
    /// Its nodes in survey order. The owner has slot 0.
    pub nodes: Vec<NodeId>,
    /// The repeats directly in it.
    pub repeats: Vec<NodeId>,
}

impl Form {
    /// A node. Ids come from this form; one that does not reads as the survey itself.
    #[must_use]
    pub fn node(&self, id: NodeId) -> &Node {
        self.nodes.get(id.0 as usize).unwrap_or(&self.nodes[0])
    }

    /// All nodes in survey order, the survey itself first.
    #[must_use]
    pub fn nodes(&self) -> &[Node] {
        &self.nodes
    }

    /// The ids of all nodes, in survey order.
    pub fn ids(&self) -> impl Iterator<Item = NodeId> + use<> {
        (0..u32::try_from(self.nodes.len()).unwrap_or(u32::MAX)).map(NodeId)
    }

    /// The repeat the node stands in, the innermost; the survey itself for none.
    #[must_use]
    pub fn repeat_around(&self, node: NodeId) -> NodeId {
        self.scopes[self.node(node).scope as usize].owner
    }

    /// What a response's answers say came of the visit; with no question that says so, it was done.
    #[must_use]
    pub fn outcome(&self, answers: &AnswerTree) -> Outcome {
        outcome(&self.tellings, answers)
    }

    /// The choice list of a question.
    #[must_use]
    pub fn list(&self, node: NodeId) -> Option<&List> {
        self.lists.get(self.node(node).list? as usize)
    }

    /// A choice list or attached file by name.
    #[must_use]
    pub fn list_named(&self, name: &str) -> Option<&List> {
        let place = self.list_names.get(name).or_else(|| self.list_names.get(name.strip_suffix(".csv")?))?;
        self.lists.get(*place as usize)
    }
}

impl Schema for Form {
    fn parent(&self, node: NodeId) -> Option<NodeId> {
        self.node(node).parent
    }

    fn children(&self, node: NodeId) -> &[NodeId] {
        &self.node(node).children
    }

    fn name(&self, node: NodeId) -> &str {
        &self.node(node).name
    }

    fn kind(&self, node: NodeId) -> Kind {
        self.node(node).kind
    }

    fn by_name(&self, name: &str) -> Option<NodeId> {
        self.names.get(name).copied()
    }

    fn names(&self) -> Vec<&str> {
        self.nodes.iter().skip(1).map(|n| &*n.name).collect()
    }

    fn list_columns(&self, list: &str) -> Option<Vec<&str>> {
        let roll = || (list == PREFILL).then(|| PREFILL_COLUMNS.to_vec());
        self.list_named(list).map(List::columns).or_else(roll)
    }

    fn lists(&self) -> Vec<&str> {
        self.lists.iter().map(List::name).filter(|name| !name.contains('+')).collect()
    }
}
