//! What an expression can see of a survey: [`Schema`] while it is checked, [`Model`] while it is evaluated.
//!
//! The expression language knows nothing of how answers are kept; a form implements these two traits.

use std::borrow::Cow;

use chrono::{DateTime, FixedOffset};

use crate::domain::{Lang, Value, survey::Kind};

/// A question, group or repeat of a survey, by its place in the survey's node list. Node 0 is the survey itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct NodeId(pub u32);

impl NodeId {
    /// The survey itself, `/data`.
    pub const ROOT: Self = Self(0);
}

/// One instance of a repeat in a response. Instance 0 is the response itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct InstanceId(pub u32);

impl InstanceId {
    /// The response itself.
    pub const ROOT: Self = Self(0);
}

/// A node in a response: which question, in which innermost repeat instance.
///
/// For a repeat node, `instance` is the repeat instance itself when one of its instances is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct NodeRef {
    /// The question, group or repeat.
    pub node: NodeId,
    /// The innermost repeat instance it stands in.
    pub instance: InstanceId,
}

/// The names and kinds of a survey's nodes.
pub trait Schema {
    /// The group, repeat or survey that holds the node; nothing for the root.
    fn parent(&self, node: NodeId) -> Option<NodeId>;
    /// The children in survey order.
    fn children(&self, node: NodeId) -> &[NodeId];
    /// The node's name; the root's is `data`.
    fn name(&self, node: NodeId) -> &str;
    /// The node's kind; `Group` for the root.
    fn kind(&self, node: NodeId) -> Kind;
    /// The node of that name anywhere in the survey: `${name}`.
    fn by_name(&self, name: &str) -> Option<NodeId>;
    /// All names, for "did you mean".
    fn names(&self) -> Vec<&str>;
    /// Whether `instance('list')` and `pulldata('list', ..)` may name this list or file, and which columns it has.
    fn list_columns(&self, list: &str) -> Option<Vec<&str>>;
    /// All lists and files, for "did you mean".
    fn lists(&self) -> Vec<&str> {
        Vec::new()
    }
}

/// The answers of a response under way, and the world around it.
pub trait Model {
    /// The repeat instance around a repeat instance; nothing for [`InstanceId::ROOT`].
    fn parent_instance(&self, instance: InstanceId) -> Option<InstanceId>;
    /// The repeat a repeat instance belongs to ([`NodeId::ROOT`] for the root instance).
    fn repeat_of(&self, instance: InstanceId) -> NodeId;
    /// The instances of `repeat` inside `within`, those hidden by a lowered `repeat_count` left out.
    fn instances(&self, repeat: NodeId, within: InstanceId) -> &[InstanceId];
    /// 1-based place of an instance among its siblings.
    fn position(&self, instance: InstanceId) -> usize;
    /// What the node reads as: nothing when blank, refused, irrelevant, or a group.
    fn value(&self, node: NodeRef) -> Option<&Value>;
    /// Label of a choice of the node's list in the language on screen.
    fn choice_label(&self, node: NodeId, choice: &str) -> Option<&str>;
    /// An item of a choice list or attached CSV file: row `row` (0-based), column by name. Nothing past the last row.
    fn list_cell(&self, list: &str, row: usize, column: &str) -> Option<&str>;
    /// Rows of that list, 0 when there is no such list.
    fn list_len(&self, list: &str) -> usize;
    /// First row of `list` whose `key_column` equals `key` (indexed by the implementor: called for every `pulldata`).
    fn list_find(&self, list: &str, key_column: &str, key: &str) -> Option<usize>;
    /// The answer of that question in the response saved last for this survey: `${last-saved#name}`.
    fn last_saved(&self, node: NodeId) -> Option<&Value>;
    /// An authored text by its id in the language on screen: `jr:itext('id')`.
    fn itext(&self, id: &str) -> Option<Cow<'_, str>>;
    /// The moment this evaluation pass began: `now()`, `today()`.
    fn now(&self) -> DateTime<FixedOffset>;
    /// The language on screen.
    fn lang(&self) -> &Lang;
    /// The next number of the response's own random sequence, uniform over all `u64`.
    fn random(&self) -> u64;
}
