//! On what it hangs whether a question is put: a reader who knows it learns from one question's base how others answered.

use std::collections::{BTreeSet, HashMap};

use crate::domain::{
    expr::{
        Expr,
        ast::{Ast, AstKind, BinaryOp, Start},
    },
    survey::{Formula, Kind, Question},
};

/// On what it hangs whether a question is put, and for a computed one its value.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Asked {
    /// The questions whose answers decide it, computed ones replaced by what they are computed from.
    pub reads: BTreeSet<String>,
    /// Those of which only counts whether they were answered, or how many choices were picked.
    pub given: BTreeSet<String>,
    /// Where it is put to exactly those who picked one of some choices: the question and the choices.
    pub of: Option<(String, BTreeSet<String>)>,
    /// Whether its value is computed from what it reads.
    pub computed: bool,
}

impl Asked {
    /// Whether it is put to everybody and computed from nothing.
    #[must_use]
    pub fn is_free(&self) -> bool {
        self.reads.is_empty() && self.given.is_empty()
    }

    /// Of two versions of a survey: what either reads; exact only where both are alike.
    #[must_use]
    pub fn joined(mut self, other: &Self) -> Self {
        if self.of != other.of {
            self.of = None;
        }
        self.reads.extend(other.reads.iter().cloned());
        self.given.extend(other.given.iter().cloned());
        self.computed |= other.computed;
        self
    }
}

/// What questions are computed from, by name.
pub(super) struct Computed<'s> {
    formulas: HashMap<&'s str, &'s Formula>,
}

impl<'s> Computed<'s> {
    /// The calculations of a survey.
    pub(super) fn of(body: &'s [Question]) -> Self {
        fn gather<'s>(body: &'s [Question], formulas: &mut HashMap<&'s str, &'s Formula>) {
            for question in body {
                if let Some(formula) = &question.calculation {
                    formulas.insert(&question.name.value, formula);
                }
                gather(&question.body, formulas);
            }
        }
        let mut formulas = HashMap::new();
        gather(body, &mut formulas);
        Self { formulas }
    }

    /// On what it hangs whether a question is put that stands under these conditions, its own among them.
    pub(super) fn asked(&self, question: &Question, conditions: &[&Formula]) -> Asked {
        let kind = question.kind.value;
        let own = question.calculation.as_ref().filter(|_| matches!(kind, Kind::Calculate | Kind::Hidden));
        let mut asked = Asked { computed: own.is_some(), ..Asked::default() };
        for expr in conditions.iter().filter_map(|formula| Expr::parse(&formula.text).ok()) {
            self.decide(&expr.ast, &mut asked);
        }
        if let Some(formula) = own {
            self.read(formula, &mut asked.reads, &mut BTreeSet::new());
        }
        asked.of = match conditions {
            [only] if !asked.computed => Expr::parse(&only.text).ok().and_then(|expr| picked(&expr.ast)),
            _ => None,
        };
        asked
    }

    /// Takes in what a condition reads, and of what only whether it was answered.
    fn decide(&self, condition: &Ast, asked: &mut Asked) {
        use BinaryOp::{And, Equal, NotEqual, Or};
        let whether = match &condition.it {
            AstKind::Chain(first, rest) if rest.iter().all(|(op, _)| matches!(op.it, And | Or)) => {
                self.decide(first, asked);
                for (_, part) in rest {
                    self.decide(part, asked);
                }
                return;
            }
            AstKind::Chain(first, rest) => match rest.as_slice() {
                [(op, second)] => {
                    let blank = |ast: &Ast| matches!(&ast.it, AstKind::Text(text) if text.is_empty());
                    matches!(op.it, Equal | NotEqual) && (blank(first) || blank(second))
                        || matches!(second.it, AstKind::Number(_)) && self.counts_picks(first)
                }
                _ => false,
            },
            _ => false,
        };
        let reads = if whether { &mut asked.given } else { &mut asked.reads };
        self.read_names(&names(condition), reads, &mut BTreeSet::new());
    }

    /// Whether an expression is how many choices of a question were picked.
    fn counts_picks(&self, ast: &Ast) -> bool {
        match &ast.it {
            AstKind::Call(call) => call.name.it == "count-selected",
            AstKind::Path(path) => match &path.start.it {
                Start::Name(name) if path.steps.is_empty() => {
                    let formula = self.formulas.get(name.as_str()).and_then(|formula| Expr::parse(&formula.text).ok());
                    formula.is_some_and(
                        |expr| matches!(&expr.ast.it, AstKind::Call(call) if call.name.it == "count-selected"),
                    )
                }
                _ => false,
            },
            _ => false,
        }
    }

    fn read(&self, formula: &'s Formula, reads: &mut BTreeSet<String>, through: &mut BTreeSet<&'s str>) {
        if let Ok(expr) = Expr::parse(&formula.text) {
            self.read_names(&names(&expr.ast), reads, through);
        }
    }

    fn read_names(&self, names: &[String], reads: &mut BTreeSet<String>, through: &mut BTreeSet<&'s str>) {
        for name in names {
            let name = name.as_str();
            match self.formulas.get_key_value(name) {
                Some((name, formula)) if through.insert(name) => self.read(formula, reads, through),
                Some(_) => {}
                None => drop(reads.insert(name.to_owned())),
            }
        }
    }
}

fn names(ast: &Ast) -> Vec<String> {
    Expr { ast: ast.clone() }.names().into_iter().map(str::to_owned).collect()
}

/// The question and choices of `${a} = 'x'`, `selected(${a}, 'x')`, and of several of these joined by `or` about one question.
fn picked(ast: &Ast) -> Option<(String, BTreeSet<String>)> {
    match &ast.it {
        AstKind::Chain(first, rest) if rest.iter().all(|(op, _)| op.it == BinaryOp::Or) => {
            let (question, mut choices) = picked(first)?;
            for (_, other) in rest {
                let (same, more) = picked(other)?;
                if same != question {
                    return None;
                }
                choices.extend(more);
            }
            Some((question, choices))
        }
        AstKind::Chain(first, rest) => match rest.as_slice() {
            [(op, second)] if op.it == BinaryOp::Equal => pair(first, second).or_else(|| pair(second, first)),
            _ => None,
        },
        AstKind::Call(call) if call.name.it == "selected" => match call.args.as_slice() {
            [first, second] => pair(first, second),
            _ => None,
        },
        _ => None,
    }
}

/// A question and one of its choices.
fn pair(question: &Ast, choice: &Ast) -> Option<(String, BTreeSet<String>)> {
    let (AstKind::Path(path), AstKind::Text(choice)) = (&question.it, &choice.it) else { return None };
    let plain = path.predicates.is_empty() && path.steps.is_empty() && !choice.is_empty();
    match &path.start.it {
        Start::Name(name) if plain => Some((name.clone(), BTreeSet::from([choice.clone()]))),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use crate::domain::tally::Codebook;

    #[test]
    fn conditions_are_read_through_groups_and_calculations() {
        let rows = [
            (r#"Text(name: "q", label: "问")"#, "", None),
            (r#"Text(name: "q", label: "问", relevant: "${a} = 'x'")"#, "a", Some("a x")),
            (r#"Text(name: "q", label: "问", relevant: "'x' = ${a}")"#, "a", Some("a x")),
            (r#"Text(name: "q", label: "问", relevant: "selected(${a}, 'x') or ${a} = 'y'")"#, "a", Some("a x y")),
            (r#"Text(name: "q", label: "问", relevant: "${a} = 'x' or ${b} = 'x'")"#, "a b", None),
            (r#"Text(name: "q", label: "问", relevant: "${a} != 'x'")"#, "a", None),
            (r#"Text(name: "q", label: "问", relevant: "${c} > 1")"#, "a b", None),
            (
                r#"Group(name: "g", relevant: "${a} = 'x'", body: [Text(name: "q", label: "问", relevant: "${b} = 'x'")])"#,
                "a b",
                None,
            ),
            (r#"Group(name: "g", relevant: "${a} = 'x'", body: [Text(name: "q", label: "问")])"#, "a", Some("a x")),
            (r#"Calculate(name: "q", calculation: "${c} + 1")"#, "a b", None),
            (r#"Text(name: "q", label: "问", relevant: "${a} != '' and ${b} = 'x'")"#, "b | a", None),
            (r#"Text(name: "q", label: "问", relevant: "count-selected(${a}) >= 2")"#, " | a", None),
            (r#"Text(name: "q", label: "问", relevant: "${c} != ''")"#, " | a b", None),
            (r#"Repeat(name: "r", repeat_count: "${n}", body: [Text(name: "q", label: "问")])"#, "n", None),
        ];
        for (body, reads, of) in rows {
            let text = format!(
                r#"Survey(id: "tea", version: "1", choices: {{"l": [(name: "x", label: "甲"), (name: "y", label: "乙")]}}, body: [
                    SelectOne(name: "a", choices: "l", label: "甲"), SelectOne(name: "b", choices: "l", label: "乙"),
                    Integer(name: "n", label: "几"),
                    Calculate(name: "d", calculation: "if(${{a}} = 'x', 1, ${{c}})"),
                    Calculate(name: "c", calculation: "${{d}} + if(${{b}} = 'x', 1, 0)"), {body}])"#
            );
            let book = Codebook::of_text(&text, &[], "1").unwrap();
            let asked = &book.item("q").unwrap().asked;
            let words = |names: &BTreeSet<String>| names.iter().cloned().collect::<Vec<_>>().join(" ");
            let (values, given) = reads.split_once(" | ").unwrap_or((reads, ""));
            assert_eq!((words(&asked.reads), words(&asked.given)), (values.to_owned(), given.to_owned()), "{body}");
            let exact = asked.of.as_ref().map(|(question, choices)| {
                let choices: Vec<&str> = choices.iter().map(String::as_str).collect();
                format!("{question} {}", choices.join(" "))
            });
            assert_eq!(exact.as_deref(), of, "{body}");
        }
    }
}
