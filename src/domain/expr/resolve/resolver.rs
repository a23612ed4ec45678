//! The pass over the tree: scopes, faults, and what the expression reads.

use super::super::{
    ExprFault, ExprFaultKind, NodeId, Program, Schema, Shape, XValue,
    ast::{Ast, AstKind},
    code::Code,
    program::Effects,
};
use super::earlier::Back;
use crate::domain::{Span, survey::Kind};

/// Whether everything doubtful is a fault, or only what cannot be computed at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Rigour {
    Strict,
    Lenient,
}

/// Where a part of an expression stands.
#[derive(Clone, Copy)]
pub(super) struct Scope<'s> {
    /// The node looked at.
    pub(super) node: NodeId,
    /// The list whose item is looked at instead.
    pub(super) list: Option<&'s str>,
    /// Whether the node looked at is that of the whole expression.
    pub(super) outermost: bool,
}

/// What a part turned into.
pub(super) struct Resolved {
    pub(super) code: Code,
    pub(super) shape: Shape,
    /// The node, when it is one node's or one set of instances'.
    pub(super) node: Option<NodeId>,
}

impl Resolved {
    pub(super) fn new(code: Code, shape: Shape) -> Self {
        Self { code, shape, node: None }
    }

    /// What stands in for a part with a fault.
    pub(super) fn faulty() -> Self {
        Self::new(Code::Constant(XValue::Nothing), Shape::Any)
    }
}

/// What matters of a path's nodes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Use {
    /// Their answers.
    Answers,
    /// Only whether and how often they exist.
    Existence,
}

pub(super) struct Resolver<'s> {
    pub(super) schema: &'s dyn Schema,
    /// The node of the whole expression.
    pub(super) current: NodeId,
    pub(super) rigour: Rigour,
    pub(super) faults: Vec<ExprFault>,
    /// In no order, some of them several times.
    pub(super) reads: Vec<NodeId>,
    /// Those read in earlier instances of the expression's repeat.
    pub(super) earlier: Vec<(NodeId, Back)>,
    pub(super) effects: Effects,
    pub(super) slots: usize,
}

/// Resolves a whole expression.
pub(in super::super) fn resolve(
    ast: &Ast,
    schema: &dyn Schema,
    context: NodeId,
    list: Option<&str>,
    rigour: Rigour,
) -> Result<Program, Vec<ExprFault>> {
    let mut resolver = Resolver {
        schema,
        current: context,
        rigour,
        faults: vec![],
        reads: Vec::new(),
        earlier: Vec::new(),
        effects: Effects::default(),
        slots: 0,
    };
    let top = resolver.part(ast, Scope { node: context, list, outermost: true }, Use::Answers);
    if resolver.faults.is_empty() {
        let (mut reads, mut earlier) = (resolver.reads, resolver.earlier);
        reads.sort_unstable();
        reads.dedup();
        if !earlier.is_empty() {
            earlier.retain(|(node, _)| reads.binary_search(node).is_err());
            earlier.sort_unstable();
            earlier.dedup();
            // Read at several distances: all are taken.
            earlier.dedup_by(|next, kept| {
                let same = next.0 == kept.0;
                if same {
                    kept.1 = 0;
                }
                same
            });
            reads.extend(earlier.iter().map(|(node, _)| *node));
            reads.sort_unstable();
        }
        Ok(Program { code: top.code, reads, earlier, effects: resolver.effects, slots: resolver.slots })
    } else {
        Err(resolver.faults)
    }
}

impl Resolver<'_> {
    /// Resolves a part of an expression.
    pub(super) fn part(&mut self, ast: &Ast, scope: Scope<'_>, use_: Use) -> Resolved {
        match &ast.it {
            AstKind::Number(n) => Resolved::new(Code::Constant(XValue::Number(*n)), Shape::Number),
            AstKind::Text(t) => Resolved::new(Code::Constant(XValue::Text(t.clone())), Shape::Text),
            AstKind::Negate(inner) => self.negation(inner, scope),
            AstKind::Chain(first, rest) => self.chain(first, rest, scope, use_),
            AstKind::Call(call) => self.call(call, ast.span, scope, use_),
            AstKind::Path(path) => self.path(path, ast.span, scope, use_),
        }
    }

    /// Reports a fault.
    pub(super) fn fault(&mut self, span: Span, kind: ExprFaultKind) {
        self.faults.push(ExprFault::new(span, kind));
    }

    /// Reports what is a fault only when checking strictly.
    pub(super) fn doubt(&mut self, span: Span, kind: ExprFaultKind) {
        if self.rigour == Rigour::Strict {
            self.fault(span, kind);
        }
    }

    /// Notes that the expression reads a node: its answer, or all answers in it.
    pub(super) fn read(&mut self, node: NodeId) {
        if self.schema.kind(node) == Kind::Repeat {
            self.reads.push(node);
        }
        if self.schema.kind(node).holds_questions() {
            for child in self.schema.children(node).to_vec() {
                self.read(child);
            }
        } else {
            self.reads.push(node);
        }
    }

    /// What a question's answer is.
    pub(super) fn shape(&self, node: NodeId) -> Shape {
        match self.schema.kind(node) {
            Kind::Text | Kind::Barcode | Kind::DeviceId | Kind::Username => Shape::Text,
            Kind::Integer | Kind::Decimal | Kind::Range => Shape::Number,
            Kind::Date | Kind::DateTime | Kind::Start | Kind::End | Kind::Today => Shape::Date,
            Kind::Time => Shape::Time,
            Kind::SelectMultiple | Kind::Rank => Shape::Choices,
            Kind::Geopoint => Shape::Point,
            Kind::Image | Kind::Audio | Kind::Video | Kind::File => Shape::File,
            Kind::Note
            | Kind::Calculate
            | Kind::Hidden
            | Kind::Acknowledge
            | Kind::SelectOne
            | Kind::Group
            | Kind::Repeat => Shape::Any,
        }
    }
}

/// The text of a literal.
pub(super) fn literal(ast: &Ast) -> Option<&str> {
    match &ast.it {
        AstKind::Text(t) => Some(t),
        _ => None,
    }
}
