//! Single fields of a definition: structs, plain texts, truths, and what is wrong with a field as such.

use super::Reading;
use crate::domain::{
    Fault, Problem, Span, Spanned, near,
    ron::{Expected, Field, Found, Name, Node, Value},
};

/// The fields of a struct, and its name; anything else is a fault.
pub fn as_fields<'n, 'a, Own>(
    node: &'n Node<'a>,
    expected: Expected,
    reading: &mut Reading<Own>,
) -> Option<(Option<Name<'a>>, &'n [Field<'a>])> {
    match &node.value {
        Value::Fields(name, fields) => Some((*name, fields)),
        Value::Tuple(name @ Some(_), items) if items.is_empty() => Some((*name, &[])),
        Value::Nothing => None,
        other => {
            reading.wrong(node.span, expected, other.found());
            None
        }
    }
}

/// Where a fault of a whole value is shown: its name, or its opening bracket.
pub fn head(node: &Node<'_>) -> Span {
    match &node.value {
        Value::Fields(Some(name), _) | Value::Tuple(Some(name), _) => name.span,
        _ => Span { start: node.span.start, end: node.span.end.min(node.span.start + 1) },
    }
}

/// What stands inside `Some(..)`, or the value itself; nothing for `None`.
pub fn inside<'n, 'a>(node: &'n Node<'a>) -> Option<&'n Node<'a>> {
    match &node.value {
        Value::Tuple(Some(Name { text: "Some", .. }), items) if items.len() == 1 => items.first(),
        Value::Name("None") | Value::Nothing => None,
        _ => Some(node),
    }
}

/// A field of one of these names that holds something of the wrong type, which is a fault of its own.
pub fn wrong_already(field: &Field<'_>, names: &[&str]) -> bool {
    names.contains(&field.name.text) && !matches!(field.value.value, Value::Text(_))
}

impl<Own> Reading<Own> {
    /// Whether a fault of notation lies inside a place.
    pub fn damaged(&self, span: Span) -> bool {
        let inside = |p: &Problem| span.start <= p.span.start && p.span.end <= span.end;
        self.problems.iter().any(|p| matches!(p.fault, Fault::Syntax(_)) && inside(p))
    }

    pub fn wrong(&mut self, span: Span, expected: Expected, found: Found) {
        self.problems.push(Problem::error(span, Fault::WrongType { expected, found }));
    }

    pub fn no_field_twice(&mut self, fields: &[Field<'_>]) {
        for (place, field) in fields.iter().enumerate() {
            if let Some(first) = fields[..place].iter().find(|f| f.name.text == field.name.text) {
                let fault = Fault::RepeatedField { field: field.name.text.to_owned(), first: first.name.span };
                self.problems.push(Problem::error(field.name.span, fault));
            }
        }
    }

    pub fn unknown_field(&mut self, name: Name<'_>, known: &[&'static str], meant: &[(&str, &'static str)]) {
        let alias = meant.iter().find(|(old, _)| *old == name.text).map(|(_, new)| *new);
        let near = alias.or_else(|| near(name.text, known.iter().copied())).map(ToOwned::to_owned);
        let fault = Fault::UnknownField { field: name.text.to_owned(), near, known: known.to_vec() };
        self.problems.push(Problem::error(name.span, fault));
    }

    /// A text without languages.
    pub fn text(&mut self, node: &Node<'_>) -> Option<Spanned<String>> {
        let node = inside(node)?;
        if let Value::Text(literal) = &node.value {
            return Some(Spanned { value: literal.text.clone().into_owned(), span: node.span });
        }
        self.wrong(node.span, Expected::Text, node.value.found());
        None
    }

    /// A text, a number or a truth, as text.
    pub fn cell(&mut self, node: &Node<'_>) -> Option<String> {
        let node = inside(node)?;
        match &node.value {
            Value::Text(literal) => Some(literal.text.clone().into_owned()),
            Value::Number(n) => Some(n.replace('_', "")),
            Value::Bool(b) => Some(b.to_string()),
            Value::Character(c) => Some(c.to_string()),
            other => {
                self.wrong(node.span, Expected::Cell, other.found());
                None
            }
        }
    }

    pub fn truth(&mut self, node: &Node<'_>) -> bool {
        match inside(node).map(|n| &n.value) {
            Some(Value::Bool(b)) => *b,
            Some(other) => {
                self.wrong(node.span, Expected::Bool, other.found());
                false
            }
            None => false,
        }
    }
}
