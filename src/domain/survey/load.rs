//! Everything that can be wrong with a survey file, out of one call.

use super::{Attachments, Form, Question, Survey, check, compile::Compiled};
use crate::domain::{
    Fault, Problem, Severity, Span,
    expr::{ExprFault, ExprFaultKind},
};

/// What comes out of reading a survey file.
#[derive(Debug)]
pub struct Loaded {
    /// The survey as far as it could be read; with faults, fit for its id and title only.
    pub survey: Option<Survey>,
    /// The compiled survey, when no problem is an error.
    pub form: Option<Form>,
    /// Everything wrong with it, in file order, each fault once; warnings too.
    pub problems: Vec<Problem>,
}

/// Reads, checks and compiles a survey. All problems come out of one call: notation, fields, structure, names,
/// expressions, cycles.
#[must_use]
pub fn load(text: &str, attachments: &Attachments) -> Loaded {
    let (survey, mut problems) = Survey::read(text);
    let mut form = None;
    if let Some(survey) = &survey {
        problems.extend(check(survey, attachments));
        let mut compiled = Compiled::of(survey, attachments);
        problems.append(&mut compiled.reach);
        if compiled.faults.is_empty() {
            form = Some(compiled.form);
        } else {
            // A `${name}` in a label, which reading has told at its own place already.
            compiled.faults.retain(|p| !(matches!(p.fault, Fault::Expr(_)) && at_name(&survey.body, p.span)));
            problems.append(&mut compiled.faults);
        }
    }
    settle(&mut problems);
    let sound = problems.iter().all(|p| p.severity == Severity::Warning);
    Loaded { survey, form: form.filter(|_| sound), problems }
}

/// Whether a place is the name of a question.
fn at_name(body: &[Question], span: Span) -> bool {
    body.iter().any(|q| q.name.span == span || at_name(&q.body, span))
}

/// In file order, each once.
fn settle(problems: &mut Vec<Problem>) {
    // What an expression means is not known while its text has a fault of notation.
    let notation: Vec<Span> = problems.iter().filter(|p| matches!(p.fault, Fault::Syntax(_))).map(|p| p.span).collect();
    let damaged = |span: Span| notation.iter().any(|n| span.start <= n.start && n.end <= span.end && span != *n);
    problems.retain(|p| !matches!(p.fault, Fault::Expr(_)) || !damaged(p.span));
    problems.sort_by_key(|p| (p.span, p.severity));
    problems.dedup_by(|later, earlier| later.span == earlier.span && same(&later.fault, &earlier.fault));
}

/// Whether two faults of one place say the same.
fn same(a: &Fault, b: &Fault) -> bool {
    let name = |fault: &Fault| match fault {
        Fault::Expr(ExprFault { kind: ExprFaultKind::UnknownName { name, .. }, .. }) => Some(name.clone()),
        _ => None,
    };
    a == b || name(a).is_some() && name(a) == name(b)
}
