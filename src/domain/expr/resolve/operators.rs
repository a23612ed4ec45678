//! Operators: which kinds go together.

use super::super::{
    ExprFaultKind, Shape,
    ast::{Ast, At, BinaryOp},
    calendar,
    code::Code,
    value::number_of,
};
use super::resolver::{Resolved, Resolver, Scope, Use, literal};
use crate::domain::Span;

impl Resolver<'_> {
    pub(super) fn negation(&mut self, inner: &Ast, scope: Scope<'_>) -> Resolved {
        let part = self.part(inner, scope, Use::Answers);
        self.check_number(inner, part.shape);
        let shape = sum_shape(part.shape, Shape::Number);
        Resolved::new(self.folded(Code::Negate(Box::new(part.code))), shape)
    }

    pub(super) fn chain(&mut self, first: &Ast, rest: &[(At<BinaryOp>, Ast)], scope: Scope<'_>, use_: Use) -> Resolved {
        let level = rest.first().map_or(BinaryOp::Or, |(op, _)| op.it);
        let use_ = if level == BinaryOp::Union { use_ } else { Use::Answers };
        let left = self.part(first, scope, use_);
        let mut shape = left.shape;
        let mut left_ast = Some(first);
        let mut codes = Vec::with_capacity(rest.len());
        for (op, right_ast) in rest {
            let right = self.part(right_ast, scope, use_);
            let span = Span { start: first.span.start, end: right_ast.span.end };
            shape = match op.it.precedence() {
                1 | 2 => Shape::Boolean,
                3 | 4 => {
                    self.check_comparison(op.it, (left_ast, shape), (right_ast, right.shape), span);
                    Shape::Boolean
                }
                8 => {
                    let is_path = |code: &Code| matches!(code, Code::Path(_) | Code::Call(..) | Code::Chain(..));
                    if !is_path(&right.code) || !is_path(&left.code) {
                        self.doubt(span, ExprFaultKind::NeedsPath { function: "|".to_owned(), argument: 1 });
                    }
                    Shape::Any
                }
                _ => {
                    if let Some(ast) = left_ast {
                        self.check_number(ast, shape);
                    }
                    self.check_number(right_ast, right.shape);
                    sum_shape(shape, right.shape)
                }
            };
            // From the second operator on, the left side is what came out so far.
            left_ast = None;
            codes.push((op.it, right.code));
        }
        Resolved::new(self.folded(Code::Chain(Box::new(left.code), codes)), shape)
    }

    /// Reports an operand of arithmetic that is never a number.
    pub(super) fn check_number(&mut self, ast: &Ast, shape: Shape) {
        let never = match shape {
            Shape::Choices | Shape::Point | Shape::File => true,
            _ => literal(ast).is_some_and(|t| number_of(t).is_nan()),
        };
        if never {
            self.doubt(ast.span, ExprFaultKind::NeedsNumber { found: shape });
        }
    }

    fn check_comparison(&mut self, op: BinaryOp, left: (Option<&Ast>, Shape), right: (&Ast, Shape), span: Span) {
        let equality = matches!(op, BinaryOp::Equal | BinaryOp::NotEqual);
        let sides = [(left.0, left.1, right.1), (Some(right.0), right.1, left.1)];
        for (ast, _, other) in sides {
            let Some((ast, text)) = ast.and_then(|ast| Some((ast, literal(ast)?))) else { continue };
            // `''` asks for a blank, which is right everywhere.
            if text.is_empty() {
                return;
            }
            if other == Shape::Date && calendar::moment(text.trim()).is_none() && number_of(text).is_nan() {
                return self.doubt(ast.span, ExprFaultKind::BadDate { text: text.to_owned() });
            }
            if other == Shape::Number && !equality && number_of(text).is_nan() {
                return self.doubt(ast.span, ExprFaultKind::NeedsNumber { found: Shape::Text });
            }
        }
        let (l, r) = (left.1, right.1);
        let unordered = |s: Shape| matches!(s, Shape::Choices | Shape::Point | Shape::File);
        let clash = match (l, r) {
            (Shape::Date, other) | (other, Shape::Date) => {
                unordered(other) || matches!(other, Shape::TextArithmetic | Shape::Boolean | Shape::Time)
            }
            _ => !equality && (unordered(l) || unordered(r)),
        };
        if clash {
            self.doubt(span, ExprFaultKind::TypeClash { left: l, right: r });
        }
    }
}

/// What arithmetic on two shapes gives.
fn sum_shape(left: Shape, right: Shape) -> Shape {
    let text = |s: Shape| matches!(s, Shape::Text | Shape::TextArithmetic);
    if text(left) || text(right) { Shape::TextArithmetic } else { Shape::Number }
}
