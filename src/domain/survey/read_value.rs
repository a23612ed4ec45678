//! Single fields of a definition: texts in languages, conditions, formulas, literals, lists of words.

use std::collections::HashSet;

use super::{ChoiceList, Formula, Question, form::hole_start, words::TRUTH};
use crate::domain::{
    Fault, Lang, Problem, Span, Spanned, Text,
    expr::{ExprFault, ExprFaultKind},
    near,
    ron::{Expected, Field, Found, Literal, Name, Node, Value},
};

/// A definition while it is read.
pub(super) struct Reading {
    pub problems: Vec<Problem>,
    pub default_language: Lang,
    pub lists: Vec<ChoiceList>,
    languages: Vec<Lang>,
    /// Every text: where it stands, and a bit for each of `languages` it is written in.
    texts: Vec<(Span, u64)>,
    /// Every `${name}` inside a text.
    references: Vec<(Span, String)>,
}

impl Reading {
    /// A definition of which only the notation has been read.
    pub fn new(problems: Vec<Problem>) -> Self {
        Self {
            problems,
            default_language: Lang::new("zh-CN"),
            lists: Vec::new(),
            languages: Vec::new(),
            texts: Vec::new(),
            references: Vec::new(),
        }
    }
}

/// The fields of a struct, and its name; anything else is a fault.
pub(super) fn as_fields<'n, 'a>(
    node: &'n Node<'a>,
    expected: Expected,
    reading: &mut Reading,
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
pub(super) fn head(node: &Node<'_>) -> Span {
    match &node.value {
        Value::Fields(Some(name), _) | Value::Tuple(Some(name), _) => name.span,
        _ => Span { start: node.span.start, end: node.span.end.min(node.span.start + 1) },
    }
}

/// What stands inside `Some(..)`, or the value itself; nothing for `None`.
fn inside<'n, 'a>(node: &'n Node<'a>) -> Option<&'n Node<'a>> {
    match &node.value {
        Value::Tuple(Some(Name { text: "Some", .. }), items) if items.len() == 1 => items.first(),
        Value::Name("None") | Value::Nothing => None,
        _ => Some(node),
    }
}

impl Reading {
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

    /// A text in one or several languages.
    pub fn words(&mut self, node: &Node<'_>) -> Text {
        let Some(node) = inside(node) else { return Text::default() };
        match &node.value {
            Value::Text(literal) => {
                let lang = self.default_language.clone();
                let mask = self.language(&lang);
                self.note_text(node.span, &literal.text, mask);
                self.note_references(literal, node.span);
                Text::one(lang, &*literal.text)
            }
            Value::Map(entries) => self.words_by_language(node.span, entries),
            other => {
                self.wrong(node.span, Expected::Words, other.found());
                Text::default()
            }
        }
    }

    fn words_by_language(&mut self, span: Span, entries: &[(Node<'_>, Node<'_>)]) -> Text {
        let mut text = Vec::with_capacity(entries.len());
        let mut mask = 0;
        let mut says = "";
        for (place, (key, value)) in entries.iter().enumerate() {
            let Value::Text(code) = &key.value else {
                self.wrong(key.span, Expected::Text, key.value.found());
                continue;
            };
            let lang = self.lang(&code.text);
            if let Some((first, _)) = entries[..place].iter().find(|(k, _)| k.value == key.value) {
                let fault = Fault::RepeatedField { field: code.text.clone().into_owned(), first: first.span };
                self.problems.push(Problem::error(key.span, fault));
            }
            let Value::Text(literal) = &value.value else {
                if value.value != Value::Nothing {
                    self.wrong(value.span, Expected::Text, value.value.found());
                }
                mask |= self.language(&lang);
                continue;
            };
            if !literal.text.trim().is_empty() {
                mask |= self.language(&lang);
                says = &literal.text;
            }
            self.note_references(literal, value.span);
            text.push((lang, literal.text.clone().into_owned()));
        }
        // Where a syntax fault hid part of the text, what it lacks is not known.
        self.note_text(span, says, mask);
        // The default language stands first, so that a language nobody wrote falls back to it.
        if let Some(place) = text.iter().position(|(lang, _)| *lang == self.default_language) {
            text[..=place].rotate_right(1);
        }
        Text(text)
    }

    /// A language by its code, sharing the text of one met before.
    fn lang(&self, code: &str) -> Lang {
        self.languages.iter().find(|lang| lang.as_str() == code).cloned().unwrap_or_else(|| Lang::new(code))
    }

    /// The bit of a language. More than 64 languages share the last bit.
    fn language(&mut self, lang: &Lang) -> u64 {
        let place = self.languages.iter().position(|l| l == lang).unwrap_or_else(|| {
            self.languages.push(lang.clone());
            self.languages.len() - 1
        });
        1 << place.min(63)
    }

    /// Remembers which languages a text is written in. One of figures and signs only is the same in all languages.
    fn note_text(&mut self, span: Span, says: &str, mask: u64) {
        let ascii_letters = says.bytes().any(|b| b.is_ascii_alphabetic());
        let letters = if ascii_letters && hole_start(says).is_some() {
            without_references(says).chars().any(char::is_alphabetic)
        } else {
            ascii_letters || says.chars().any(char::is_alphabetic)
        };
        if letters {
            self.texts.push((span, mask));
        }
    }

    fn note_references(&mut self, literal: &Literal<'_>, span: Span) {
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

    /// A fault for every `${name}` in a text that names no question.
    pub fn check_references(&mut self, body: &[Question]) {
        if self.references.is_empty() {
            return;
        }
        let mut names = Vec::new();
        names_in(body, &mut names);
        let known: HashSet<&str> = names.iter().copied().collect();
        for (span, name) in std::mem::take(&mut self.references) {
            if !known.contains(name.as_str()) {
                let near = near(&name, names.iter().copied()).map(ToOwned::to_owned);
                let kind = ExprFaultKind::UnknownName { name, near };
                self.problems.push(Problem::error(span, Fault::Expr(ExprFault { span: Span::default(), kind })));
            }
        }
    }

    /// The survey's languages, default first. A text that lacks one of them is a fault; `complete` names those that
    /// must not be lacking when not all must be.
    pub fn check_languages(&mut self, complete: Option<&[Lang]>) -> Vec<Lang> {
        let default = self.default_language.clone();
        self.language(&default);
        let wanted: u64 = match complete {
            Some(languages) => languages.iter().map(|l| self.language(l)).fold(0, |a, b| a | b),
            None => self.texts.iter().fold(0, |all, (_, mask)| all | mask),
        };
        for (span, mask) in &self.texts {
            let missing = wanted & !mask;
            if missing != 0 {
                let lacks = |n: usize| missing >> n.min(63) & 1 == 1;
                let languages = self.languages.iter().enumerate().filter(|(n, _)| lacks(*n));
                let fault = Fault::MissingLanguage { languages: languages.map(|(_, l)| l.clone()).collect() };
                self.problems.push(Problem::error(*span, fault));
            }
        }
        let mut languages = self.languages.clone();
        if let Some(place) = languages.iter().position(|l| *l == default) {
            languages[..=place].rotate_right(1);
        }
        languages
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
