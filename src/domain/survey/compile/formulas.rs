//! Every expression of a survey, parsed and resolved; their faults at their places in the file.

use super::{first, flatten::Written, reach::Reach};
use crate::domain::{
    Fault, Problem, Span, Text,
    expr::{Expr, ExprFault, NodeId, Program},
    survey::{
        Form, Formula, Kind, Question, Survey,
        form::{Codes, FirstValue, Keeping, Template, Wording, hole},
    },
};

/// What a node's expressions became.
#[derive(Default)]
struct Made {
    codes: Codes,
    first: Option<FirstValue>,
    words: Vec<(Wording, Template)>,
    seed: Option<Box<Program>>,
    keeping: Keeping,
    triggered: bool,
}

/// All programs of a survey, by node.
pub(super) struct Programs {
    made: Vec<Made>,
    instance_name: Option<Box<Program>>,
}

impl Programs {
    /// Puts the programs where they belong.
    pub(super) fn install(self, form: &mut Form) {
        form.instance_name = self.instance_name;
        for (node, made) in form.nodes.iter_mut().zip(self.made) {
            node.codes = made.codes;
            node.first = made.first;
            node.words = made.words;
            node.seed = made.seed;
            node.keeping = made.keeping;
            node.triggered = made.triggered;
        }
    }
}

/// Parses and resolves every expression of the survey; what cannot be is left out and a problem. The second list is of
/// what nobody can reach.
pub(super) fn resolve(
    form: &Form,
    survey: &Survey,
    written: &Written<'_>,
    problems: &mut Vec<Problem>,
) -> (Programs, Vec<Problem>) {
    let reach = Reach { form, questions: &written.questions, problems: Vec::new() };
    let mut reader = Reader { form, problems, reach };
    let mut made: Vec<Made> = Vec::with_capacity(written.questions.len());
    for (id, question) in form.ids().zip(&written.questions) {
        made.push(question.map_or_else(Made::default, |question| reader.question(id, question)));
    }
    for (id, select, formula) in &written.others {
        if let Some(made) = made.get_mut(id.0 as usize) {
            made.codes.relevant = reader.formula(*id, Some(formula));
            if let Some(Some(question)) = written.questions.get(select.0 as usize) {
                made.codes.required = reader.formula(*id, question.required.as_ref());
            }
        }
    }
    let instance_name = reader.formula(NodeId::ROOT, survey.instance_name.as_ref());
    (Programs { made, instance_name }, reader.reach.problems)
}

/// Reads formulas against a form whose nodes have their names and places.
pub(super) struct Reader<'a> {
    pub(super) form: &'a Form,
    pub(super) problems: &'a mut Vec<Problem>,
    reach: Reach<'a>,
}

impl Reader<'_> {
    fn question(&mut self, id: NodeId, question: &Question) -> Made {
        let list = question.choices.as_ref().map(|list| list.value.as_str());
        let value = match question.kind.value {
            Kind::Repeat => &question.repeat_count,
            _ => &question.calculation,
        };
        let other = |reader: &mut Self, formula: Option<&Formula>| {
            reader.looked_at(id, formula, None, |reach, f, e| reach.formula(id, f, &e.ast, false))
        };
        let codes = Codes {
            relevant: self.looked_at(id, question.relevant.as_ref(), None, |reach, f, e| reach.relevant(id, f, &e.ast)),
            offer: self.looked_at(id, question.choice_filter.as_ref(), list, |reach, f, e| {
                reach.formula(id, f, &e.ast, list.is_some());
            }),
            value: other(self, value.as_ref()),
            required: other(self, question.required.as_ref()),
            read_only: other(self, question.read_only.as_ref()),
            constraint: other(self, question.constraint.as_ref()),
            warning: other(self, question.warning.as_ref()),
        };
        let triggered = question.trigger.is_some() && codes.value.is_some();
        let texts = [
            &question.label,
            &question.hint,
            &question.guidance_hint,
            &question.required_message,
            &question.constraint_message,
            &question.warning_message,
        ];
        let written = Wording::ALL.into_iter().zip(texts).filter(|(_, text)| !text.0.is_empty());
        let mut words = Vec::with_capacity(written.clone().count());
        words.extend(written.map(|(wording, text)| (wording, self.template(id, text))));
        Made {
            keeping: keeping(question.kind.value, &codes, triggered),
            triggered,
            first: first::value(self, id, question),
            words,
            seed: self.seed(id, question),
            codes,
        }
    }

    /// The seed of shuffled choices: a number, or an expression such as `${question}`.
    fn seed(&mut self, id: NodeId, question: &Question) -> Option<Box<Program>> {
        let (_, seed) = question.parameters.iter().find(|(name, _)| name.value == "seed")?;
        let formula = Formula { text: seed.value.clone(), span: seed.span, prefix: None };
        self.formula(id, Some(&formula))
    }

    /// A text and the programs of its `${name}`s. One that names nothing stays as written: reading the file has said so.
    fn template(&self, id: NodeId, text: &Text) -> Template {
        let mut holes: Vec<(Box<str>, Program)> = Vec::new();
        for (_, text) in &text.0 {
            let mut rest = text.as_str();
            while let Some((_, name, after)) = hole(rest) {
                rest = after;
                if !holes.iter().any(|(known, _)| **known == *name)
                    && let Ok(program) = Expr::parse(&format!("${{{name}}}")).and_then(|e| e.resolve(self.form, id))
                {
                    holes.push((name.into(), program));
                }
            }
        }
        Template::new(text.clone(), holes)
    }

    /// The program of a formula.
    pub(super) fn formula(&mut self, id: NodeId, formula: Option<&Formula>) -> Option<Box<Program>> {
        self.looked_at(id, formula, None, |_, _, _| {})
    }

    /// The program of a formula; for a choice filter, of which list. `look` sees the tree before names are resolved.
    fn looked_at(
        &mut self,
        id: NodeId,
        formula: Option<&Formula>,
        list: Option<&str>,
        look: impl FnOnce(&mut Reach<'_>, &Formula, &Expr),
    ) -> Option<Box<Program>> {
        let formula = formula?;
        if formula.text.trim().is_empty() {
            return None;
        }
        let resolved = Expr::parse(&formula.text).and_then(|expr| {
            look(&mut self.reach, formula, &expr);
            match list {
                Some(list) => expr.resolve_filter(self.form, id, list),
                None => expr.resolve(self.form, id),
            }
        });
        match resolved {
            Ok(program) => Some(Box::new(program)),
            Err(faults) => {
                self.problems.extend(faults.into_iter().map(|fault| placed(formula, fault)));
                None
            }
        }
    }
}

/// A fault of an expression at its place in the file.
fn placed(formula: &Formula, fault: ExprFault) -> Problem {
    let span = match formula.prefix {
        Some(prefix) => {
            let begin = formula.span.start + prefix;
            Span { start: begin + fault.span.start, end: begin + fault.span.end }
        }
        None => formula.span,
    };
    Problem::error(span, Fault::Expr(fault))
}

fn keeping(kind: Kind, codes: &Codes, triggered: bool) -> Keeping {
    let Some(program) = codes.value.as_ref().filter(|_| kind != Kind::Repeat) else { return Keeping::Anew };
    let typed = !kind.is_silent() && kind != Kind::Note && codes.read_only.is_none();
    if program.keeps_first() {
        Keeping::Once
    } else if triggered || typed || program.reads_random() {
        Keeping::Eager
    } else {
        Keeping::Anew
    }
}
