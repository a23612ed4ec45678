//! Questions nobody can ever reach, and comparisons with choices that do not exist.
//!
//! A select question compared with a choice its list lacks is never equal to it. When that, or a constant, makes a whole
//! `relevant` false whatever is answered, the question is a fault; elsewhere the comparison is pointed out.

use std::collections::{HashMap, HashSet};

use super::{Attachments, Formula, Kind, Question, Survey};
use crate::domain::{
    Fault, Problem, Span, UnknownChoice,
    expr::{
        Expr,
        ast::{Ast, AstKind, Axis, BinaryOp, Call, Path, Start, Test},
    },
    near,
};

/// Looks at every expression of a survey.
pub(super) fn reach(survey: &Survey, attachments: &Attachments) -> Vec<Problem> {
    let mut reach = Reach { questions: HashMap::new(), lists: HashMap::new(), problems: Vec::new() };
    for list in &survey.choices {
        let names = match &list.file {
            None => list.choices.iter().map(|choice| choice.name.value.clone()).collect(),
            Some(file) => {
                let Some(table) = attachments.table(&file.value) else { continue };
                (0..table.len()).filter_map(|row| table.cell(row, "name").map(ToOwned::to_owned)).collect()
            }
        };
        reach.lists.insert(&list.name.value, names);
    }
    reach.collect(&survey.body);
    reach.body(&survey.body);
    reach.problems
}

struct Reach<'a> {
    questions: HashMap<&'a str, &'a Question>,
    /// Names of the choices of each list; a list whose file cannot be read is not here.
    lists: HashMap<&'a str, HashSet<String>>,
    problems: Vec<Problem>,
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

impl<'a> Reach<'a> {
    fn collect(&mut self, body: &'a [Question]) {
        for q in body {
            self.questions.entry(&q.name.value).or_insert(q);
            self.collect(&q.body);
        }
    }

    fn body(&mut self, body: &'a [Question]) {
        for q in body {
            if let Some(relevant) = &q.relevant {
                self.relevant(q, relevant);
            }
            let others = [&q.constraint, &q.warning, &q.required, &q.read_only, &q.calculation, &q.repeat_count];
            for formula in others.into_iter().flatten() {
                self.formula(q, formula);
            }
            self.body(&q.body);
        }
    }

    fn relevant(&mut self, q: &Question, formula: &Formula) {
        let Ok(expr) = Expr::parse(&formula.text) else { return };
        let mut found = Vec::new();
        self.walk(q, &expr.ast, &mut found);
        if self.always(q, &expr.ast) == Always::False {
            let first = found.into_iter().next();
            let span = first.as_ref().map_or(formula.span, |(span, _)| formula.place(*span));
            let fault = Fault::Unreachable { choice: first.map(|(_, choice)| choice) };
            self.problems.push(Problem::error(span, fault));
        } else {
            self.point_out(formula, found);
        }
    }

    fn formula(&mut self, q: &Question, formula: &Formula) {
        // Only a comparison or `selected()` can name a choice.
        if !formula.text.contains(['=', '(']) {
            return;
        }
        let Ok(expr) = Expr::parse(&formula.text) else { return };
        let mut found = Vec::new();
        self.walk(q, &expr.ast, &mut found);
        self.point_out(formula, found);
    }

    fn point_out(&mut self, formula: &Formula, found: Vec<Found>) {
        for (span, choice) in found {
            self.problems.push(Problem::warning(formula.place(span), Fault::UnknownChoice(choice)));
        }
    }

    /// Every comparison with a choice that does not exist, anywhere in an expression.
    fn walk(&self, q: &Question, ast: &Ast, found: &mut Vec<Found>) {
        match &ast.it {
            AstKind::Number(_) | AstKind::Text(_) => {}
            AstKind::Negate(inner) => self.walk(q, inner, found),
            AstKind::Chain(first, rest) => {
                self.walk(q, first, found);
                for (_, operand) in rest {
                    self.walk(q, operand, found);
                }
                if let [(op, second)] = &rest[..]
                    && matches!(op.it, BinaryOp::Equal | BinaryOp::NotEqual)
                {
                    found.extend(self.compared(q, first, second));
                }
            }
            AstKind::Call(call) => {
                for argument in &call.args {
                    self.walk(q, argument, found);
                }
                found.extend(self.selected(q, call));
            }
            AstKind::Path(path) => {
                if let Start::Nodes(inner) = &path.start.it {
                    self.walk(q, inner, found);
                }
                let steps = path.steps.iter().flat_map(|step| &step.predicates);
                for predicate in path.predicates.iter().chain(steps) {
                    self.walk(q, predicate, found);
                }
            }
        }
    }

    fn always(&self, q: &Question, ast: &Ast) -> Always {
        match &ast.it {
            AstKind::Number(n) => Always::of(*n != 0.0),
            AstKind::Text(text) => Always::of(!text.is_empty()),
            AstKind::Call(call) => match (&*call.name.it, &call.args[..]) {
                ("true", []) => Always::True,
                ("false", []) => Always::False,
                ("not", [inner]) => self.always(q, inner).not(),
                ("boolean", [inner]) => self.always(q, inner),
                ("selected", _) if self.selected(q, call).is_some() => Always::False,
                _ => Always::Depends,
            },
            AstKind::Chain(first, rest) => self.chain(q, first, rest),
            AstKind::Path(path) => match &path.start.it {
                Start::Nodes(inner) if path.steps.is_empty() && path.predicates.is_empty() => self.always(q, inner),
                _ => Always::Depends,
            },
            AstKind::Negate(_) => Always::Depends,
        }
    }

    fn chain(&self, q: &Question, first: &Ast, rest: &[(crate::domain::expr::ast::At<BinaryOp>, Ast)]) -> Always {
        let Some((op, second)) = rest.first() else { return self.always(q, first) };
        let mut operands = std::iter::once(first).chain(rest.iter().map(|(_, operand)| operand));
        match op.it {
            BinaryOp::And | BinaryOp::Or => {
                let settles = if op.it == BinaryOp::And { Always::False } else { Always::True };
                let all: Vec<Always> = operands.by_ref().map(|operand| self.always(q, operand)).collect();
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
                    _ if self.compared(q, first, second).is_some() => Always::False,
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
    fn compared(&self, q: &Question, first: &Ast, second: &Ast) -> Option<Found> {
        let (path, literal) = match (&first.it, &second.it) {
            (AstKind::Path(path), AstKind::Text(_) | AstKind::Number(_)) => (path, second),
            (AstKind::Text(_) | AstKind::Number(_), AstKind::Path(path)) => (path, first),
            _ => return None,
        };
        self.lacks(self.named(q, path)?, literal)
    }

    /// `selected(${question}, 'choice')`.
    fn selected(&self, q: &Question, call: &Call) -> Option<Found> {
        let [question, literal] = &call.args[..] else { return None };
        let (true, AstKind::Path(path)) = (call.name.it == "selected", &question.it) else { return None };
        self.lacks(self.named(q, path)?, literal)
    }

    /// The question a path leads to, as far as its last name tells.
    fn named(&self, q: &'a Question, path: &Path) -> Option<&'a Question> {
        if !path.predicates.is_empty() || path.steps.iter().any(|step| !step.predicates.is_empty()) {
            return None;
        }
        match (&path.start.it, path.steps.last()) {
            (Start::Name(name), None) => self.questions.get(name.as_str()).copied(),
            (Start::Here, None) => Some(q),
            (Start::LastSaved(_) | Start::Nodes(_) | Start::Anywhere, _) => None,
            (_, Some(step)) => match (&step.axis, &step.test.it) {
                (Axis::Child, Test::Name(name)) => self.questions.get(name.as_str()).copied(),
                (Axis::Itself, Test::Node) if path.steps.len() == 1 => Some(q),
                _ => None,
            },
            _ => None,
        }
    }

    /// The literal, when it is the name of no choice of the question.
    fn lacks(&self, question: &Question, literal: &Ast) -> Option<Found> {
        let choice = match &literal.it {
            AstKind::Text(text) => text.clone(),
            AstKind::Number(n) => n.to_string(),
            _ => return None,
        };
        let names = self.lists.get(question.choices.as_ref()?.value.as_str())?;
        let several = question.kind.value != Kind::SelectOne;
        let known = |name: &str| names.contains(name) || question.or_other && name == "other";
        let missing = if several { choice.split_whitespace().find(|name| !known(name))? } else { &choice };
        if choice.is_empty() || known(missing) || !question.kind.value.picks_choices() {
            return None;
        }
        let near = near(missing, names.iter().map(String::as_str)).map(ToOwned::to_owned);
        let question = question.name.value.clone();
        Some((literal.span, UnknownChoice { question, choice: missing.to_owned(), near }))
    }
}
