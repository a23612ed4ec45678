//! A response in memory, made from a few lines of XML, with everything an expression can ask for.

use std::{borrow::Cow, cell::Cell, collections::HashMap};

use babahui::domain::{
    Lang, Value,
    expr::{Expr, InstanceId, Model, NodeId, NodeRef, Program, Schema, XValue},
    survey::Kind,
};
use chrono::{DateTime, FixedOffset};

struct Node {
    name: String,
    kind: Kind,
    parent: Option<NodeId>,
    children: Vec<NodeId>,
}

struct Instance {
    parent: Option<InstanceId>,
    repeat: NodeId,
    position: usize,
    inside: HashMap<NodeId, Vec<InstanceId>>,
}

/// A choice list or attached file.
pub struct List {
    pub name: &'static str,
    pub columns: &'static [&'static str],
    pub rows: Vec<Vec<String>>,
}

/// Survey and response at once.
pub struct World {
    nodes: Vec<Node>,
    instances: Vec<Instance>,
    values: HashMap<NodeRef, Value>,
    pub lists: Vec<List>,
    /// Which list a question picks from.
    pub picks: HashMap<&'static str, &'static str>,
    pub saved: HashMap<&'static str, Value>,
    pub lang: Lang,
    pub now: DateTime<FixedOffset>,
    random: Cell<u64>,
    /// How many answers were asked for so far.
    pub asked: Cell<usize>,
}

impl World {
    /// Reads `<data>..</data>` without attributes; elements not in `kinds` are text, elements with elements in them groups.
    pub fn new(xml: &str, kinds: &[(&str, Kind)]) -> Self {
        let root = Node { name: "data".into(), kind: Kind::Group, parent: None, children: vec![] };
        let response = Instance { parent: None, repeat: NodeId::ROOT, position: 1, inside: HashMap::new() };
        let mut world = Self {
            nodes: vec![root],
            instances: vec![response],
            values: HashMap::new(),
            lists: vec![],
            picks: HashMap::new(),
            saved: HashMap::new(),
            lang: Lang::new("en"),
            now: DateTime::parse_from_rfc3339("2026-03-15T09:30:00+08:00").unwrap(),
            random: Cell::new(7),
            asked: Cell::new(0),
        };
        let inner = xml.strip_prefix("<data>").unwrap().strip_suffix("</data>").unwrap();
        world.fill(inner, NodeId::ROOT, InstanceId::ROOT, kinds);
        world
    }

    fn fill(&mut self, mut xml: &str, parent: NodeId, around: InstanceId, kinds: &[(&str, Kind)]) {
        while let Some(start) = xml.find('<') {
            let end = xml.find('>').unwrap();
            let tag = &xml[start + 1..end];
            let (name, content) = if let Some(name) = tag.strip_suffix('/') {
                xml = &xml[end + 1..];
                (name, "")
            } else {
                let close = xml.find(&format!("</{tag}>")).unwrap();
                let content = &xml[end + 1..close];
                xml = &xml[close + tag.len() + 3..];
                (tag, content)
            };
            let default = if content.contains('<') { Kind::Group } else { Kind::Text };
            let kind = kinds.iter().find(|(n, _)| *n == name).map_or(default, |(_, k)| *k);
            let node = self.child(parent, name, kind);
            let instance = if kind == Kind::Repeat { self.instance(node, around) } else { around };
            if kind.holds_questions() {
                self.fill(content, node, instance, kinds);
            } else if let Some(value) = XValue::Text(content.into()).into_value(kind) {
                self.values.insert(NodeRef { node, instance }, value);
            }
        }
    }

    fn child(&mut self, parent: NodeId, name: &str, kind: Kind) -> NodeId {
        let known = self.nodes[parent.0 as usize].children.iter().find(|c| self.nodes[c.0 as usize].name == name);
        if let Some(node) = known {
            return *node;
        }
        let node = NodeId(u32::try_from(self.nodes.len()).unwrap());
        self.nodes.push(Node { name: name.into(), kind, parent: Some(parent), children: vec![] });
        self.nodes[parent.0 as usize].children.push(node);
        node
    }

    fn instance(&mut self, repeat: NodeId, parent: InstanceId) -> InstanceId {
        let id = InstanceId(u32::try_from(self.instances.len()).unwrap());
        let siblings = self.instances[parent.0 as usize].inside.entry(repeat).or_default();
        siblings.push(id);
        let position = siblings.len();
        self.instances.push(Instance { parent: Some(parent), repeat, position, inside: HashMap::new() });
        id
    }

    /// The node of that name in the instance reached by these 1-based places.
    pub fn at(&self, name: &str, places: &[usize]) -> NodeRef {
        let node = self.by_name(name).unwrap();
        let mut around: Vec<NodeId> =
            std::iter::successors(Some(node), |n| self.parent(*n)).filter(|n| self.kind(*n) == Kind::Repeat).collect();
        around.reverse();
        let instance = around
            .iter()
            .zip(places)
            .fold(InstanceId::ROOT, |at, (repeat, place)| self.instances(*repeat, at)[place - 1]);
        NodeRef { node, instance }
    }

    /// The expression ready to run at a node.
    pub fn program(&self, text: &str, at: NodeRef) -> Program {
        let expr = Expr::parse(text).unwrap_or_else(|faults| panic!("{text}: {faults:?}"));
        expr.resolve_leniently(self, at.node).unwrap_or_else(|faults| panic!("{text}: {faults:?}"))
    }

    /// What the expression gives at a node.
    pub fn eval(&self, text: &str, at: NodeRef) -> XValue {
        self.program(text, at).eval(self, self, at)
    }

    fn list(&self, name: &str) -> Option<&List> {
        self.lists.iter().find(|list| list.name == name)
    }
}

/// The survey itself as context.
pub const SURVEY: NodeRef = NodeRef { node: NodeId::ROOT, instance: InstanceId::ROOT };

impl Schema for World {
    fn parent(&self, node: NodeId) -> Option<NodeId> {
        self.nodes[node.0 as usize].parent
    }
    fn children(&self, node: NodeId) -> &[NodeId] {
        &self.nodes[node.0 as usize].children
    }
    fn name(&self, node: NodeId) -> &str {
        &self.nodes[node.0 as usize].name
    }
    fn kind(&self, node: NodeId) -> Kind {
        self.nodes[node.0 as usize].kind
    }
    fn by_name(&self, name: &str) -> Option<NodeId> {
        let found = self.nodes.iter().skip(1).position(|node| node.name == name)?;
        Some(NodeId(u32::try_from(found + 1).unwrap()))
    }
    fn names(&self) -> Vec<&str> {
        self.nodes.iter().skip(1).map(|node| node.name.as_str()).collect()
    }
    fn list_columns(&self, list: &str) -> Option<Vec<&str>> {
        Some(self.list(list)?.columns.to_vec())
    }
    fn lists(&self) -> Vec<&str> {
        self.lists.iter().map(|list| list.name).collect()
    }
}

impl Model for World {
    fn parent_instance(&self, instance: InstanceId) -> Option<InstanceId> {
        self.instances[instance.0 as usize].parent
    }
    fn repeat_of(&self, instance: InstanceId) -> NodeId {
        self.instances[instance.0 as usize].repeat
    }
    fn instances(&self, repeat: NodeId, within: InstanceId) -> &[InstanceId] {
        self.instances[within.0 as usize].inside.get(&repeat).map_or(&[], Vec::as_slice)
    }
    fn position(&self, instance: InstanceId) -> usize {
        self.instances[instance.0 as usize].position
    }
    fn value(&self, node: NodeRef) -> Option<&Value> {
        self.asked.set(self.asked.get() + 1);
        self.values.get(&node)
    }
    fn choice_label(&self, node: NodeId, choice: &str) -> Option<&str> {
        let list = self.picks.get(self.name(node))?;
        let row = self.list_find(list, "name", choice)?;
        self.list_cell(list, row, "label")
    }
    fn list_cell(&self, list: &str, row: usize, column: &str) -> Option<&str> {
        let list = self.list(list)?;
        let column = list.columns.iter().position(|c| *c == column)?;
        list.rows.get(row).map(|cells| cells[column].as_str())
    }
    fn list_len(&self, list: &str) -> usize {
        self.list(list).map_or(0, |list| list.rows.len())
    }
    fn list_find(&self, list: &str, key_column: &str, key: &str) -> Option<usize> {
        (0..self.list_len(list)).find(|row| self.list_cell(list, *row, key_column) == Some(key))
    }
    fn last_saved(&self, node: NodeId) -> Option<&Value> {
        self.saved.get(self.name(node))
    }
    fn itext(&self, id: &str) -> Option<Cow<'_, str>> {
        (id == "hello").then(|| Cow::Owned(format!("hello in {}", self.lang)))
    }
    fn now(&self) -> DateTime<FixedOffset> {
        self.now
    }
    fn lang(&self) -> &Lang {
        &self.lang
    }
    fn random(&self) -> u64 {
        // Any sequence will do; this one is SplitMix64.
        let next = self.random.get().wrapping_add(0x9E37_79B9_7F4A_7C15);
        self.random.set(next);
        let mixed = (next ^ (next >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed ^ (mixed >> 27)
    }
}
