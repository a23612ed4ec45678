//! What an expression inside a repeat reads in earlier instances of that repeat: `indexed-repeat(${x}, ${r}, position(..) - 1)`,
//! `/data/r[position() < position(current()/..)]/x`. Instances are computed in order, so such a reading closes no circle.

use super::super::{
    NodeId,
    ast::{Ast, AstKind, Axis, BinaryOp, Call, Start, Step, Test},
};
use super::{resolver::Resolver, walk::repeats};

/// How many instances back; [`ALL`] for every earlier one.
pub(in super::super) type Back = u32;

/// Every earlier instance.
const ALL: Back = 0;

impl Resolver<'_> {
    /// The repeat the whole expression stands in, the innermost.
    fn own_repeat(&self) -> Option<NodeId> {
        repeats(self.schema, self.current).last().copied()
    }

    /// How far back an index such as `position(..) - 1` points in `repeat`; nothing when it does not, or may not.
    pub(super) fn back_by_index(&self, repeat: NodeId, index: &Ast) -> Option<Back> {
        let own = self.own_repeat() == Some(repeat);
        if own { self.back_of(index, true) } else { None }
    }

    /// How far back the first of these predicates points among the instances of `repeat`. Only of a repeat in no other:
    /// else they may be those of another instance around.
    pub(super) fn back_by_predicate(&self, repeat: NodeId, predicates: &[Ast]) -> Option<Back> {
        let AstKind::Chain(first, rest) = &predicates.first()?.it else { return None };
        let [(operator, other)] = rest.as_slice() else { return None };
        let place = matches!(&first.it, AstKind::Call(call) if is_position(call) && call.args.is_empty());
        if !place || self.own_repeat() != Some(repeat) || repeats(self.schema, repeat).len() > 1 {
            return None;
        }
        match operator.it {
            BinaryOp::Less if self.is_own_place(other, false) => Some(ALL),
            BinaryOp::LessEqual => self.back_of(other, false).map(|_| ALL),
            BinaryOp::Equal => self.back_of(other, false),
            _ => None,
        }
    }

    /// Notes that a question is read: in earlier instances only, where it stands in the repeat of the expression.
    pub(super) fn read_back(&mut self, node: NodeId, back: Option<Back>) {
        let beside = repeats(self.schema, node).last().copied() == self.own_repeat();
        match back {
            Some(back) if beside && !self.schema.kind(node).holds_questions() => self.earlier.push((node, back)),
            _ => self.read(node),
        }
    }

    /// `position(..) - n`.
    fn back_of(&self, ast: &Ast, outermost: bool) -> Option<Back> {
        let AstKind::Chain(first, rest) = &ast.it else { return None };
        let [(operator, other)] = rest.as_slice() else { return None };
        let AstKind::Number(n) = other.it else { return None };
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a whole number in range")]
        let back = (n.fract() == 0.0 && (1.0..1e9).contains(&n)).then_some(n as Back)?;
        (operator.it == BinaryOp::Subtract && self.is_own_place(first, outermost)).then_some(back)
    }

    /// `position(..)`, of the instance the expression stands in; in a predicate `position(current()/..)`.
    fn is_own_place(&self, ast: &Ast, outermost: bool) -> bool {
        let AstKind::Call(call) = &ast.it else { return false };
        let [argument] = call.args.as_slice() else { return false };
        let AstKind::Path(path) = &argument.it else { return false };
        let begins = match &path.start.it {
            Start::Here => outermost,
            Start::Nodes(inner) => {
                matches!(&inner.it, AstKind::Call(call) if call.name.it == "current" && call.args.is_empty())
            }
            _ => false,
        };
        let climbs =
            |step: &Step| step.axis == Axis::Parent && matches!(step.test.it, Test::Node) && step.predicates.is_empty();
        if !is_position(call) || !begins || !path.predicates.is_empty() || !path.steps.iter().all(climbs) {
            return false;
        }
        let around = path.steps.iter().try_fold(self.current, |node, _| self.schema.parent(node));
        around.is_some_and(|node| repeats(self.schema, node).last().copied() == self.own_repeat())
    }
}

fn is_position(call: &Call) -> bool {
    call.name.it == "position"
}
