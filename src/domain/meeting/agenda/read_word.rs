//! Words, variants and amounts in an agenda file.

use std::collections::HashMap;

use super::{AgendaFault, Amount, Around, Named, Vocabulary, amount, words};
use crate::domain::{
    Fault, MatterId, Problem, Span, Spanned, Text,
    meeting::{Fraction, rule::Rule},
    reading::{self, inside},
    ron::{Expected, Field, Name, Node, Value},
    survey::Door,
};

/// An agenda while it is read.
pub(super) type Reading<'x> = reading::Reading<Kept<'x>>;

/// What an agenda remembers while it is read.
pub(super) struct Kept<'x> {
    /// What stands around the file.
    pub around: Around<'x>,
    /// What motions are decided by that name no other rule.
    pub rule: Rule,
    /// Names and where they stand first.
    names: HashMap<(Named, String), Span>,
}

impl reading::Own for Kept<'_> {}

impl<'x> Kept<'x> {
    /// Nothing read yet.
    pub fn new(around: Around<'x>, rule: Rule) -> Self {
        Self { around, rule, names: HashMap::new() }
    }
}

/// A word with what stands in its brackets: `Unanimous`, `Owners(Special)`, `Secret(boxes: [..])`.
pub(super) struct Variant<'n, 'a> {
    /// The word.
    pub name: Name<'a>,
    /// Values without names.
    pub items: &'n [Node<'a>],
    /// Values with names.
    pub fields: &'n [Field<'a>],
}

impl Reading<'_> {
    /// Keeps a fault.
    pub fn error(&mut self, span: Span, fault: AgendaFault) {
        self.problems.push(Problem::error(span, Fault::Agenda(fault)));
    }

    /// Keeps a fault a person should look at.
    pub fn warning(&mut self, span: Span, fault: AgendaFault) {
        self.problems.push(Problem::warning(span, Fault::Agenda(fault)));
    }

    /// Keeps that a field is missing.
    pub fn missing(&mut self, span: Span, field: &'static str) {
        self.problems.push(Problem::error(span, Fault::MissingField { field }));
    }

    /// A word with what stands in its brackets.
    pub fn variant<'n, 'a>(&mut self, node: &'n Node<'a>, expected: Expected) -> Option<Variant<'n, 'a>> {
        let (name, items, fields): (_, &[Node<'_>], &[Field<'_>]) = match &node.value {
            Value::Name(text) => (Name { text, span: node.span }, &[], &[]),
            Value::Tuple(Some(name), items) => (*name, items, &[]),
            Value::Fields(Some(name), fields) => (*name, &[], fields),
            Value::Nothing => return None,
            other => {
                self.wrong(node.span, expected, other.found());
                return None;
            }
        };
        Some(Variant { name, items, fields })
    }

    /// Keeps that no such word is known.
    pub fn unknown_word(&mut self, which: Vocabulary, word: Name<'_>, known: &[&'static str]) {
        let near = words::near(which, word.text, known);
        let fault = AgendaFault::UnknownWord { which, word: word.text.to_owned(), near, known: known.to_vec() };
        self.error(word.span, fault);
    }

    /// One of these words.
    pub fn word<T: Copy>(&mut self, node: &Node<'_>, which: Vocabulary, known: &[(&'static str, T)]) -> Option<T> {
        let node = inside(node)?;
        let word = self.variant(node, Expected::Word(which))?.name;
        self.known_word(word, which, known)
    }

    /// What this word means.
    pub fn known_word<T: Copy>(&mut self, word: Name<'_>, which: Vocabulary, known: &[(&'static str, T)]) -> Option<T> {
        let found = known.iter().find(|(name, _)| *name == word.text).map(|(_, value)| *value);
        if found.is_none() {
            let names: Vec<&'static str> = known.iter().map(|(name, _)| *name).collect();
            self.unknown_word(which, word, &names);
        }
        found
    }

    /// `name` of what may be called so only once; empty when it cannot be read.
    pub fn key(&mut self, named: Named, node: &Node<'_>) -> String {
        let Some(name) = self.text(node) else { return String::new() };
        if name.value.trim().is_empty() {
            self.missing(name.span, "name");
        } else {
            self.take_name(named, &name);
        }
        name.value
    }

    /// Remembers a name; a fault when it is taken.
    pub fn take_name(&mut self, named: Named, name: &Spanned<String>) {
        if let Some(first) = self.own.names.get(&(named, name.value.clone())) {
            let fault = AgendaFault::TakenName { named, name: name.value.clone(), first: *first };
            self.error(name.span, fault);
        } else {
            self.own.names.insert((named, name.value.clone()), name.span);
        }
    }

    /// Whether a name is taken.
    pub fn is_taken(&self, named: Named, name: &str) -> bool {
        self.own.names.contains_key(&(named, name.to_owned()))
    }

    /// Lets the names of this sort be taken again.
    pub fn forget_names(&mut self, named: Named) {
        self.own.names.retain(|(of, _), _| *of != named);
    }

    /// The items of a list.
    pub fn list<'n, 'a>(&mut self, node: &'n Node<'a>, expected: Expected) -> &'n [Node<'a>] {
        match inside(node).map(|n| (n.span, &n.value)) {
            Some((_, Value::List(items))) => items,
            Some((_, Value::Nothing)) | None => &[],
            Some((span, other)) => {
                self.wrong(span, expected, other.found());
                &[]
            }
        }
    }

    /// A list of texts in languages.
    pub fn texts(&mut self, node: &Node<'_>) -> Vec<Text> {
        self.list(node, Expected::Texts).iter().map(|text| self.words(text)).filter(|text| !text.is_empty()).collect()
    }

    fn amount<T>(&mut self, node: &Node<'_>, amount: Amount, read: impl FnOnce(&str) -> Option<T>) -> Option<T> {
        if matches!(node.value, Value::Nothing | Value::Name("None")) {
            return None;
        }
        let value = self.cell(node)?;
        let read = read(&value);
        if read.is_none() {
            self.error(node.span, AgendaFault::BadAmount { amount, value });
        }
        read
    }

    /// An amount of money in fen, more than nothing.
    pub fn money(&mut self, node: &Node<'_>) -> Option<i64> {
        self.amount(node, Amount::Money, |text| {
            amount::hundredths(text).and_then(|fen| i64::try_from(fen).ok()).filter(|fen| *fen > 0)
        })
    }

    /// How many times.
    pub fn ratio(&mut self, node: &Node<'_>) -> Option<Fraction> {
        self.amount(node, Amount::Ratio, |text| amount::ratio(text).filter(|ratio| ratio.num > 0))
    }

    /// Seconds of `"3:00"`.
    pub fn duration(&mut self, node: &Node<'_>) -> Option<u32> {
        self.amount(node, Amount::Duration, |text| amount::seconds(text).filter(|seconds| *seconds > 0))
    }

    /// `["0192..", ..]`: ids of matters.
    pub fn ids(&mut self, node: &Node<'_>) -> Vec<MatterId> {
        let list = self.list(node, Expected::Names);
        list.iter().filter_map(|id| self.amount(id, Amount::Id, |text| text.parse().ok())).collect()
    }

    /// Building, entrance and household.
    pub fn door(&mut self, node: &Node<'_>) -> Option<Door> {
        self.amount(node, Amount::Door, |text| Some(Door::read(text)).filter(|door| !door.household.is_empty()))
    }

    /// A whole number from 0.
    pub fn count(&mut self, node: &Node<'_>) -> Option<u32> {
        self.amount(node, Amount::Count, amount::whole)
    }

    /// A whole number from 1.
    pub fn some(&mut self, node: &Node<'_>) -> Option<u32> {
        self.amount(node, Amount::Some, |text| amount::whole(text).filter(|n| *n > 0))
    }
}
