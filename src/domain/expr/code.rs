//! An expression with every name replaced by what it names: what evaluation runs on.

use regex::Regex;

use super::{NodeId, XValue, ast::BinaryOp, function::Function};

/// A resolved expression.
#[derive(Debug, Clone)]
pub(super) enum Code {
    /// A literal, or a part that reads nothing, computed once.
    Constant(XValue),
    /// `-e`.
    Negate(Box<Code>),
    /// Operands and operators of one precedence, from the left.
    Chain(Box<Code>, Vec<(BinaryOp, Code)>),
    /// A function that looks at its arguments itself.
    Call(&'static Function, Vec<Code>),
    /// An aggregate that is the same wherever the expression stands, and the slot that keeps it.
    Shared(usize, Box<Code>),
    /// A path.
    Path(Box<PathCode>),
    /// `${last-saved#name}`.
    LastSaved(NodeId),
    /// `regex()` with a literal pattern.
    Regex(Box<Code>, Regex),
    /// `jr:choice-name()`: the choice, and the question in whose list it stands.
    ChoiceName(Box<Code>, NodeId),
    /// `indexed-repeat()`.
    IndexedRepeat(Box<IndexedRepeat>),
}

/// A path: where it starts, and the moves that could not be worked out beforehand.
#[derive(Debug, Clone)]
pub(super) struct PathCode {
    pub(super) start: StartCode,
    pub(super) moves: Vec<Move>,
}

/// Where a path starts.
#[derive(Debug, Clone)]
pub(super) enum StartCode {
    /// Nodes of the response found without looking at answers.
    Plain(Plain),
    /// The list item a predicate or choice filter looks at, or one of its columns.
    Item { column: Option<String> },
    /// `instance('list')/root/item[..]/column`.
    List(ListCode),
    /// An expression that gives nodes.
    Nodes(Code),
    /// Nothing: an unknown path, when those are allowed.
    Empty,
}

/// A way through the response that only repeats can fork: up to an instance of `anchor`, down through `descents`.
#[derive(Debug, Clone)]
pub(super) struct Plain {
    /// Where from.
    pub(super) base: Base,
    /// The repeat (or the survey) whose instance around the base is the last common one.
    pub(super) anchor: NodeId,
    /// Repeats entered below the anchor, all their instances.
    pub(super) descents: Vec<NodeId>,
    /// The node arrived at.
    pub(super) target: NodeId,
    /// Whether the target is a question: it has an answer of its own.
    pub(super) leaf: bool,
}

/// What a plain way starts from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Base {
    /// The node the expression or predicate looks at.
    Here,
    /// The node the whole expression belongs to: `current()`.
    Current,
    /// The survey.
    Root,
}

/// Items of a list.
#[derive(Debug, Clone)]
pub(super) struct ListCode {
    pub(super) list: String,
    pub(super) predicates: Vec<Predicate>,
    /// A first predicate `column = key` whose key does not look at the item: where looking can begin.
    pub(super) key: Option<(String, Code)>,
    pub(super) column: Option<String>,
}

/// One move of a path.
#[derive(Debug, Clone)]
pub(super) enum Move {
    /// To a child, or all instances of it; the predicates count within one parent.
    Child { node: NodeId, repeat: bool, predicates: Vec<Predicate> },
    /// To the parent.
    Parent,
    /// Keeps those for which the predicates hold; counts over all.
    Filter(Vec<Predicate>),
}

/// What stands in `[..]`.
#[derive(Debug, Clone)]
pub(super) enum Predicate {
    /// `[2]`: 1-based place.
    Place(f64),
    /// Anything else; a number it gives is a place too.
    Test(Code),
}

/// `indexed-repeat(node, repeat1, index1, ..)`.
#[derive(Debug, Clone)]
pub(super) struct IndexedRepeat {
    pub(super) target: NodeId,
    /// The repeats around the target from outside in, with the index given for them.
    pub(super) levels: Vec<(NodeId, Option<Code>)>,
}
