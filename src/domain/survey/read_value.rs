//! Single fields of a survey: conditions, formulas, lists of words, and the `${name}` inside texts.

use std::collections::HashSet;

use super::{ChoiceList, Formula, Question, form::hole_start, words::TRUTH};
use crate::domain::{
    Fault, Problem, Span, Spanned,
    expr::{ExprFault, ExprFaultKind},
    near,
    reading::{self, inside},
    ron::{Expected, Literal, Node, Value},
};

/// A survey while it is read.
pub(super) type Reading = reading::Reading<Kept>;

/// What a survey remembers while it is read.
#[derive(Default)]
pub(super) struct Kept {
    /// Its choice lists.
    pub lists: Vec<ChoiceList>,
    /// Every `${name}` inside a text.
    references: Vec<(Span, String)>,
}

impl reading::Own for Kept {
    fn met(&mut self, literal: &Literal<'_>, span: Span) {
        let mut from = 0;
        while let Some(start) = hole_start(&literal.text[from..]).map(|n| from + n) {
            let Some(length) = literal.text[start..].find('}') else { return };
            let end = start + length + 1;
            let name = literal.text[start + 2..end - 1].trim();
            let place = literal.prefix.map_or(span, |prefix| {
                let begin = span.start as usize + prefix as usize;
                Span::new(begin + start, begin + end)
            });
            self.references.push((place, name.strip_prefix("last-saved#").unwrap_or(name).to_owned()));
            from = end;
        }
    }

    fn has_words(&self, text: &str) -> bool {
        let ascii_letters = text.bytes().any(|b| b.is_ascii_alphabetic());
        if ascii_letters && hole_start(text).is_some() {
            without_references(text).chars().any(char::is_alphabetic)
        } else {
            ascii_letters || text.chars().any(char::is_alphabetic)
        }
    }
}

impl Reading {
    /// A fault for every `${name}` in a text that names no question.
    pub fn check_references(&mut self, body: &[Question]) {
        if self.own.references.is_empty() {
            return;
        }
        let mut names = Vec::new();
        names_in(body, &mut names);
        let known: HashSet<&str> = names.iter().copied().collect();
        for (span, name) in std::mem::take(&mut self.own.references) {
            if !known.contains(name.as_str()) {
                let near = near(&name, names.iter().copied()).map(ToOwned::to_owned);
                let kind = ExprFaultKind::UnknownName { name, near };
                self.problems.push(Problem::error(span, Fault::Expr(ExprFault { span: Span::default(), kind })));
            }
        }
    }

    /// An expression in quotes, or a number.
    pub fn formula(&mut self, node: &Node<'_>, expected: Expected) -> Option<Formula> {
        let node = inside(node)?;
        match &node.value {
            Value::Text(literal) if literal.text.trim().is_empty() => None,
            Value::Text(literal) => {
                Some(Formula { text: literal.text.clone().into_owned(), span: node.span, prefix: literal.prefix })
            }
            Value::Number(n) => Some(Formula { text: n.replace('_', ""), span: node.span, prefix: None }),
            other => {
                self.wrong(node.span, expected, other.found());
                None
            }
        }
    }

    /// `true`, `false`, `"yes"` or an expression. What is never true is left out when `never` says so.
    pub fn condition(&mut self, node: &Node<'_>) -> Option<Formula> {
        let node = inside(node)?;
        let known = match &node.value {
            Value::Bool(b) => Some(*b),
            Value::Text(literal) => TRUTH.iter().find(|(word, _)| *word == literal.text).map(|(_, b)| *b),
            _ => None,
        };
        match known {
            Some(b) => {
                let text = if b { "true()" } else { "false()" };
                Some(Formula { text: text.to_owned(), span: node.span, prefix: None })
            }
            None => self.formula(node, Expected::Condition),
        }
    }

    /// Words in one text or in a list of texts.
    pub fn word_list(&mut self, node: &Node<'_>) -> Vec<Spanned<String>> {
        let Some(node) = inside(node) else { return Vec::new() };
        match &node.value {
            Value::Text(literal) => split(literal, node.span),
            Value::List(items) => items.iter().filter_map(|item| self.text(item)).collect(),
            other => {
                self.wrong(node.span, Expected::WordList, other.found());
                Vec::new()
            }
        }
    }
}

/// The words of a text with their places.
pub(super) fn split(literal: &Literal<'_>, span: Span) -> Vec<Spanned<String>> {
    let start = &*literal.text;
    let place = |word: &str| {
        literal.prefix.map_or(span, |prefix| {
            let offset = word.as_ptr() as usize - start.as_ptr() as usize + span.start as usize + prefix as usize;
            Span::new(offset, offset + word.len())
        })
    };
    start.split_whitespace().map(|word| Spanned { value: word.to_owned(), span: place(word) }).collect()
}

/// The names of all questions of a body, in file order.
fn names_in<'q>(body: &'q [Question], names: &mut Vec<&'q str>) {
    for question in body {
        names.push(&question.name.value);
        names_in(&question.body, names);
    }
}

/// A text with every `${name}` taken out.
fn without_references(text: &str) -> String {
    let mut parts = text.split("${");
    let mut rest = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        rest.push_str(part.split_once('}').map_or("", |(_, after)| after));
    }
    rest
}
