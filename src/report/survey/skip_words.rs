//! When a question of a paper form is to be filled, in words: there is nobody there to skip it.

use std::collections::BTreeSet;

use crate::{
    domain::expr::{
        Expr,
        ast::{Ast, AstKind, BinaryOp, Call, Start},
    },
    locale::{Locale, decimal},
    tr,
};

/// Reckonings within reckonings that are followed.
const DEEPEST: u8 = 8;

/// What a condition calls things by.
pub(super) trait Named {
    /// The number a question stands under on paper.
    fn number(&self, question: &str) -> Option<usize>;
    /// The formula of a question the program reckons for itself.
    fn formula(&self, question: &str) -> Option<String>;
    /// The label of one of its choices.
    fn choice(&self, question: &str, name: &str) -> Option<String>;
}

/// A condition in words; nothing when it says more than a form can.
pub(super) fn skip_words(l: &Locale, formula: &str, names: &dyn Named) -> Option<String> {
    words(l, &Expr::parse(formula).ok()?.ast, names)
}

/// The questions on paper that a condition hangs on, also through what the program reckons; nothing when there are none.
pub(super) fn hangs_on(l: &Locale, formula: &str, names: &dyn Named) -> Option<String> {
    fn gather(formula: &str, names: &dyn Named, depth: u8, found: &mut BTreeSet<usize>) {
        let Ok(expr) = Expr::parse(formula) else { return };
        for name in expr.names() {
            match (names.number(name), names.formula(name)) {
                (Some(number), _) => drop(found.insert(number)),
                (None, Some(inner)) if depth < DEEPEST => gather(&inner, names, depth + 1, found),
                (None, _) => {}
            }
        }
    }
    let mut found = BTreeSet::new();
    gather(formula, names, 0, &mut found);
    let questions: Vec<String> =
        found.into_iter().map(|number| tr!(l, "report-form-question", number = number)).collect();
    (!questions.is_empty()).then(|| questions.join(&tr!(l, "minutes-comma")))
}

fn words(l: &Locale, ast: &Ast, names: &dyn Named) -> Option<String> {
    match &ast.it {
        AstKind::Chain(first, rest) => chain(l, first, rest.iter().map(|(op, ast)| (op.it, ast)), names),
        AstKind::Call(call) => called(l, call, names),
        _ => None,
    }
}

fn chain<'a>(
    l: &Locale,
    first: &'a Ast,
    rest: impl Iterator<Item = (BinaryOp, &'a Ast)> + Clone,
    names: &dyn Named,
) -> Option<String> {
    let all = |op: BinaryOp| rest.clone().all(|(own, _)| own == op);
    let between = match () {
        () if all(BinaryOp::And) => tr!(l, "report-form-and"),
        () if all(BinaryOp::Or) => tr!(l, "report-form-or"),
        () => {
            let mut rest = rest;
            let ((op, second), None) = (rest.next()?, rest.next()) else { return None };
            return compared(l, first, op, second, names);
        }
    };
    let parts = std::iter::once(first).chain(rest.map(|(_, ast)| ast));
    Some(parts.map(|part| words(l, part, names)).collect::<Option<Vec<_>>>()?.join(&between))
}

/// `${name}` and nothing else.
fn question(ast: &Ast) -> Option<&str> {
    let AstKind::Path(path) = &ast.it else { return None };
    match &path.start.it {
        Start::Name(name) if path.steps.is_empty() && path.predicates.is_empty() => Some(name),
        _ => None,
    }
}

/// What is compared: a question, or how many of its choices are ticked, also where a calculation counts them.
fn subject(l: &Locale, ast: &Ast, names: &dyn Named) -> Option<(String, String)> {
    if let Some(name) = question(ast) {
        if let Some(number) = names.number(name) {
            return Some((name.to_owned(), tr!(l, "report-form-question", number = number)));
        }
        let counting = Expr::parse(&names.formula(name)?).ok()?;
        return counted(l, &counting.ast, names);
    }
    counted(l, ast, names)
}

fn counted(l: &Locale, ast: &Ast, names: &dyn Named) -> Option<(String, String)> {
    let AstKind::Call(call) = &ast.it else { return None };
    let name = question(call.args.first().filter(|_| call.name.it == "count-selected")?)?;
    let number = names.number(name)?;
    Some((name.to_owned(), tr!(l, "report-form-ticks", number = number)))
}

fn compared(l: &Locale, first: &Ast, op: BinaryOp, second: &Ast, names: &dyn Named) -> Option<String> {
    let (name, what) = subject(l, first, names)?;
    let name = name.as_str();
    match (&second.it, op) {
        (AstKind::Text(text), BinaryOp::NotEqual) if text.is_empty() => {
            Some(tr!(l, "report-form-answered", what = what))
        }
        (AstKind::Text(text), BinaryOp::Equal) if text.is_empty() => {
            Some(tr!(l, "report-form-unanswered", what = what))
        }
        (AstKind::Text(text), BinaryOp::Equal | BinaryOp::NotEqual) => {
            let value = names.choice(name, text).unwrap_or_else(|| text.clone());
            Some(if op == BinaryOp::Equal {
                tr!(l, "report-form-is", what = what, value = value)
            } else {
                tr!(l, "report-form-is-not", what = what, value = value)
            })
        }
        (AstKind::Number(_) | AstKind::Path(_), op) => {
            let value = match &second.it {
                AstKind::Number(value) => decimal(*value, 6),
                _ => tr!(l, "report-form-question", number = names.number(question(second)?)?),
            };
            Some(match op {
                BinaryOp::Equal => tr!(l, "report-form-is", what = what, value = value),
                BinaryOp::NotEqual => tr!(l, "report-form-is-not", what = what, value = value),
                BinaryOp::Greater => tr!(l, "report-form-above", what = what, value = value),
                BinaryOp::GreaterEqual => tr!(l, "report-form-at-least", what = what, value = value),
                BinaryOp::Less => tr!(l, "report-form-below", what = what, value = value),
                BinaryOp::LessEqual => tr!(l, "report-form-at-most", what = what, value = value),
                _ => return None,
            })
        }
        _ => None,
    }
}

fn called(l: &Locale, call: &Call, names: &dyn Named) -> Option<String> {
    let ticked = |call: &Call| {
        let AstKind::Text(choice) = &call.args.get(1)?.it else { return None };
        let name = question(call.args.first()?)?;
        let value = names.choice(name, choice).unwrap_or_else(|| choice.clone());
        Some((names.number(name)?, value))
    };
    match (call.name.it.as_str(), call.args.as_slice()) {
        ("selected", [_, _]) => {
            let (number, value) = ticked(call)?;
            Some(tr!(l, "report-form-ticked", number = number, value = value))
        }
        ("not", [inner]) => match &inner.it {
            AstKind::Call(inner) if inner.name.it == "selected" => {
                let (number, value) = ticked(inner)?;
                Some(tr!(l, "report-form-not-ticked", number = number, value = value))
            }
            _ => None,
        },
        _ => None,
    }
}
