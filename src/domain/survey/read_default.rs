//! `default`: a value or an expression, told apart as XLSForm tools tell them apart.

use super::{Formula, Kind, read_value::Reading};
use crate::domain::ron::{Expected, Node, Value};

impl Reading {
    /// A first value. A literal becomes the expression that says it.
    pub fn first_value(&mut self, node: &Node<'_>, kind: Kind) -> Option<Formula> {
        match &node.value {
            Value::Bool(b) => Some(Formula { text: quoted(&b.to_string()), span: node.span, prefix: None }),
            Value::Text(literal) if !literal.text.trim().is_empty() && !is_dynamic(&literal.text, kind) => {
                Some(Formula { text: quoted(&literal.text), span: node.span, prefix: None })
            }
            _ => self.formula(node, Expected::Default),
        }
    }
}

/// Whether a default must be computed: it holds `${`, a function call, a predicate or an operator. A hyphen is none in
/// the kinds whose values hold hyphens. A text in quotes is an expression too.
fn is_dynamic(text: &str, kind: Kind) -> bool {
    let text = text.trim();
    if ['\'', '"']
        .iter()
        .any(|q| text.len() > 1 && text.starts_with(*q) && text.find(*q).is_some() && text.ends_with(*q))
    {
        return true;
    }
    let hyphens = matches!(kind, Kind::Date | Kind::Time | Kind::DateTime | Kind::Geopoint | Kind::Barcode);
    if text.contains("${") {
        return true;
    }
    let mut before = ' ';
    let mut quote = None;
    for (place, c) in text.char_indices() {
        match (quote, c) {
            (Some(q), _) => quote = (c != q).then_some(q),
            (None, '\'' | '"') if text[place + 1..].contains(c) => quote = Some(c),
            (None, '[' | '|' | '*' | '+') => return true,
            (None, '(') if before.is_ascii_alphanumeric() || before == '-' => return true,
            // `a-b` is a name and `-5` a number; `a - b` is a difference.
            (None, '-') if !hyphens && before == ' ' && text[place + 1..].starts_with(' ') && place > 0 => return true,
            _ => {}
        }
        before = c;
    }
    quote.is_none()
        && text.split_whitespace().skip(1).any(|word| matches!(word, "div" | "mod"))
        && text.split_whitespace().next_back().is_some_and(|word| !matches!(word, "div" | "mod"))
}

/// The expression that says `text`.
fn quoted(text: &str) -> String {
    if !text.contains('\'') {
        return format!("'{text}'");
    }
    if !text.contains('"') {
        return format!("\"{text}\"");
    }
    let parts: Vec<String> = text.split('\'').map(|part| format!("'{part}'")).collect();
    format!("concat({})", parts.join(", \"'\", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn literals_and_expressions() {
        for (text, kind, dynamic) in [
            ("today()", Kind::Date, true),
            ("2024-11-12", Kind::Date, false),
            ("2024-11-12", Kind::Text, false),
            ("${age}", Kind::Integer, true),
            ("${last-saved#age}", Kind::Integer, true),
            ("1 + 2", Kind::Integer, true),
            ("5 - 2", Kind::Integer, true),
            ("-5", Kind::Integer, false),
            ("7 div 2", Kind::Decimal, true),
            ("院落改造", Kind::Text, false),
            ("未知(其他)", Kind::Text, false),
            ("well-known", Kind::Text, false),
            ("a b", Kind::SelectMultiple, false),
            ("http://example.org/", Kind::Text, false),
            ("'C++'", Kind::Text, true),
            ("don't know", Kind::Text, false),
            ("30.66 104.06 0 0", Kind::Geopoint, false),
            ("/data/a[1]", Kind::Text, true),
        ] {
            assert_eq!(is_dynamic(text, kind), dynamic, "{text}");
        }
    }

    #[test]
    fn a_literal_is_said_by_an_expression() {
        assert_eq!(quoted("甲"), "'甲'");
        assert_eq!(quoted("it's"), "\"it's\"");
        assert_eq!(quoted("'\""), "concat('', \"'\", '\"')");
    }
}
