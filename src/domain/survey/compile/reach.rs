//! Questions nobody can ever reach, and comparisons with choices that do not exist.
//!
//! A select question compared with a choice its list lacks is never equal to it. When that, or a constant, makes a whole
//! `relevant` false whatever is answered, the question is a fault; elsewhere the comparison is pointed out.

use super::lists::OTHER;
use crate::domain::{
    Fault, Problem, Span, UnknownChoice,
    expr::{
        NodeId, Schema,
        ast::{Ast, AstKind, At, Axis, BinaryOp, Call, Path, Start, Test},
    },
    near,
    survey::{Form, Formula, Kind, Question},
};

/// Looks at the expressions of a survey, one after the other.
pub(super) struct Reach<'a> {
    pub form: &'a Form,
    /// What stands in the file for each node of the form.
    pub questions: &'a [Option<&'a Question>],
    pub problems: Vec<Problem>,
}

/// Where a part of an expression stands.
#[derive(Clone, Copy)]
struct Place {
    /// The question whose expression it is.
    node: NodeId,
    /// Whether a choice is looked at: bare names are then its columns.
    item: bool,
}

/// What an expression is, whatever is answered.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Always {
    True,
    False,
    Depends,
}

impl Always {
    fn of(truth: bool) -> Self {
        if truth { Self::True } else { Self::False }
    }

    fn not(self) -> Self {
        match self {
            Self::True => Self::False,
            Self::False => Self::True,
            Self::Depends => Self::Depends,
        }
    }
}

/// A comparison with a choice that does not exist, and where the choice is written.
type Found = (Span, UnknownChoice);

impl Reach<'_> {
    /// The condition under which a question is put.
    pub fn relevant(&mut self, node: NodeId, formula: &Formula, ast: &Ast) {
        let place = Place { node, item: false };
        let mut found = Vec::new();
        self.walk(place, ast, &mut found);
        if self.always(place, ast) == Always::False {
            let first = found.into_iter().next();
            let span = first.as_ref().map_or(formula.span, |(span, _)| formula.place(*span));
            let fault = Fault::Unreachable { choice: first.map(|(_, choice)| choice) };
            self.problems.push(Problem::error(span, fault));
        } else {
            self.point_out(formula, found);
        }
    }

    /// Any other expression of a question; a choice filter looks at choices (`item`).
    pub fn formula(&mut self, node: NodeId, formula: &Formula, ast: &Ast, item: bool) {
        let mut found = Vec::new();
        self.walk(Place { node, item }, ast, &mut found);
        self.point_out(formula, found);
    }

    fn point_out(&mut self, formula: &Formula, found: Vec<Found>) {
        for (span, choice) in found {
            self.problems.push(Problem::warning(formula.place(span), Fault::UnknownChoice(choice)));
        }
    }

    /// Every comparison with a choice that does not exist, anywhere in an expression.
    fn walk(&self, place: Place, ast: &Ast, found: &mut Vec<Found>) {
        match &ast.it {
            AstKind::Number(_) | AstKind::Text(_) => {}
            AstKind::Negate(inner) => self.walk(place, inner, found),
            AstKind::Chain(first, rest) => {
                self.walk(place, first, found);
                for (_, operand) in rest {
                    self.walk(place, operand, found);
                }
                if let [(op, second)] = &rest[..]
                    && matches!(op.it, BinaryOp::Equal | BinaryOp::NotEqual)
                {
                    found.extend(self.compared(place, first, second));
                }
            }
            AstKind::Call(call) => {
                for argument in &call.args {
                    self.walk(place, argument, found);
                }
                found.extend(self.selected(place, call));
            }
            AstKind::Path(path) => {
                let mut place = place;
                if let Start::Nodes(inner) = &path.start.it {
                    self.walk(place, inner, found);
                    place.item |= matches!(&inner.it, AstKind::Call(call) if call.name.it == "instance");
                }
                let steps = path.steps.iter().flat_map(|step| &step.predicates);
                for predicate in path.predicates.iter().chain(steps) {
                    self.walk(place, predicate, found);
                }
            }
        }
    }

    fn always(&self, place: Place, ast: &Ast) -> Always {
        match &ast.it {
            AstKind::Number(n) => Always::of(*n != 0.0),
            AstKind::Text(text) => Always::of(!text.is_empty()),
            AstKind::Call(call) => match (&*call.name.it, &call.args[..]) {
                ("true", []) => Always::True,
                ("false", []) => Always::False,
                ("not", [inner]) => self.always(place, inner).not(),
                ("boolean", [inner]) => self.always(place, inner),
                ("selected", _) if self.selected(place, call).is_some() => Always::False,
                _ => Always::Depends,
            },
            AstKind::Chain(first, rest) => self.chain(place, first, rest),
            AstKind::Path(path) => match &path.start.it {
                Start::Nodes(inner) if path.steps.is_empty() && path.predicates.is_empty() => self.always(place, inner),
                _ => Always::Depends,
            },
            AstKind::Negate(_) => Always::Depends,
        }
    }

    fn chain(&self, place: Place, first: &Ast, rest: &[(At<BinaryOp>, Ast)]) -> Always {
        let Some((op, second)) = rest.first() else { return self.always(place, first) };
        let mut operands = std::iter::once(first).chain(rest.iter().map(|(_, operand)| operand));
        match op.it {
            BinaryOp::And | BinaryOp::Or => {
                let settles = if op.it == BinaryOp::And { Always::False } else { Always::True };
                let all: Vec<Always> = operands.by_ref().map(|operand| self.always(place, operand)).collect();
                if all.contains(&settles) {
                    settles
                } else if all.contains(&Always::Depends) {
                    Always::Depends
                } else {
                    settles.not()
                }
            }
            BinaryOp::Equal | BinaryOp::NotEqual if rest.len() == 1 => {
                let equal = match (&first.it, &second.it) {
                    (AstKind::Number(a), AstKind::Number(b)) => Always::of((a - b).abs() < f64::EPSILON),
                    (AstKind::Text(a), AstKind::Text(b)) => Always::of(a == b),
                    // A blank answer differs from every choice too: `!=` does not depend on the answer either.
                    _ if self.compared(place, first, second).is_some() => Always::False,
                    _ => Always::Depends,
                };
                if op.it == BinaryOp::Equal { equal } else { equal.not() }
            }
            BinaryOp::Less | BinaryOp::LessEqual | BinaryOp::Greater | BinaryOp::GreaterEqual if rest.len() == 1 => {
                let (AstKind::Number(a), AstKind::Number(b)) = (&first.it, &second.it) else { return Always::Depends };
                Always::of(match op.it {
                    BinaryOp::Less => a < b,
                    BinaryOp::LessEqual => a <= b,
                    BinaryOp::Greater => a > b,
                    _ => a >= b,
                })
            }
            _ => Always::Depends,
        }
    }

    /// `${question} = 'choice'`, either way round.
    fn compared(&self, place: Place, first: &Ast, second: &Ast) -> Option<Found> {
        let (path, literal) = match (&first.it, &second.it) {
            (AstKind::Path(path), AstKind::Text(_) | AstKind::Number(_)) => (path, second),
            (AstKind::Text(_) | AstKind::Number(_), AstKind::Path(path)) => (path, first),
            _ => return None,
        };
        self.lacks(self.named(place, path)?, literal)
    }

    /// `selected(${question}, 'choice')`.
    fn selected(&self, place: Place, call: &Call) -> Option<Found> {
        let [question, literal] = &call.args[..] else { return None };
        let (true, AstKind::Path(path)) = (call.name.it == "selected", &question.it) else { return None };
        self.lacks(self.named(place, path)?, literal)
    }

    /// The question a path leads to, as far as its last name tells.
    fn named(&self, place: Place, path: &Path) -> Option<NodeId> {
        if !path.predicates.is_empty() || path.steps.iter().any(|step| !step.predicates.is_empty()) {
            return None;
        }
        match (&path.start.it, path.steps.last()) {
            (Start::Name(name), None) => self.form.by_name(name),
            (Start::LastSaved(_) | Start::Nodes(_) | Start::Anywhere, _) => None,
            (Start::Here, _) if place.item => None,
            (Start::Here, None) => Some(place.node),
            (_, Some(step)) => match (&step.axis, &step.test.it) {
                (Axis::Child, Test::Name(name)) => self.form.by_name(name),
                (Axis::Itself, Test::Node) if path.steps.len() == 1 => Some(place.node),
                _ => None,
            },
            _ => None,
        }
    }

    /// The literal, when it is the name of no choice of the question.
    fn lacks(&self, node: NodeId, literal: &Ast) -> Option<Found> {
        let question = self.questions.get(node.0 as usize).copied().flatten()?;
        // A list without choices, or whose file cannot be read, is a fault of its own.
        let list = self.form.list(node).filter(|list| !list.is_empty() && question.kind.value.picks_choices())?;
        let choice = match &literal.it {
            AstKind::Text(text) => text.clone(),
            AstKind::Number(n) => n.to_string(),
            _ => return None,
        };
        let several = question.kind.value != Kind::SelectOne;
        let known = |name: &str| list.row_of(name).is_some() || question.or_other && name == OTHER;
        let missing = if several { choice.split_whitespace().find(|name| !known(name))? } else { &choice };
        if choice.is_empty() || known(missing) {
            return None;
        }
        let near = near(missing, list.choices()).map(ToOwned::to_owned);
        let question = question.name.value.clone();
        Some((literal.span, UnknownChoice { question, choice: missing.to_owned(), near }))
    }
}
