//! One question, group or repeat of a compiled survey.

use super::{Prop, Template, Wording};
use crate::domain::{
    Lang, Refusal, Span, Value,
    expr::{NodeId, Program},
    survey::Kind,
};

/// A question, group or repeat. Node 0 is the survey itself, a group called `data`.
#[derive(Debug)]
pub struct Node {
    /// What it asks for.
    pub kind: Kind,
    /// Its name, unique in the survey.
    pub name: Box<str>,
    /// What holds it; nothing for the survey itself.
    pub parent: Option<NodeId>,
    /// What it holds, in survey order.
    pub children: Vec<NodeId>,
    /// Groups and repeats around it.
    pub depth: u16,
    /// Appearance words, in file order.
    pub appearance: Vec<Box<str>>,
    /// Which refusals the surveyor may choose.
    pub refusals: Vec<Refusal>,
    /// The scale of a `range` question.
    pub scale: Option<Scale>,
    /// `rows` of a text question: how many lines its field shows.
    pub rows: Option<usize>,
    /// Whether this is the text question that `or_other` adds; its label is empty and for the screen to word.
    pub specifies_other: bool,
    /// Where it was written.
    pub span: Span,
    /// Place of its choice list among the form's lists.
    pub(in super::super) list: Option<u32>,
    /// Whether its choices are shuffled.
    pub(in super::super) randomize: bool,
    pub(in super::super) seed: Option<Box<Program>>,
    /// Its texts, those not written left out.
    pub(in super::super) words: Vec<(Wording, Template)>,
    pub(in super::super) codes: Codes,
    pub(in super::super) first: Option<FirstValue>,
    pub(in super::super) keeping: Keeping,
    pub(in super::super) triggered: bool,
    /// The scope (place among the form's scopes) it stands in, and its slot there.
    pub(in super::super) scope: u32,
    pub(in super::super) slot: u32,
    /// One past the slots of what it holds in that scope.
    pub(in super::super) end: u32,
    /// For a repeat: the scope inside it, and its place among the repeats of its own scope.
    pub(in super::super) inner: u32,
    pub(in super::super) repeat: u32,
    /// The outermost `field-list` group or repeat that shows it, inside its scope.
    pub(in super::super) page: Option<NodeId>,
}

/// The scale of a `range` question.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scale {
    /// First value.
    pub start: f64,
    /// Last value.
    pub end: f64,
    /// Distance from one value to the next, never 0.
    pub step: f64,
    /// Whether start and step are whole: answers then are integers.
    pub whole: bool,
}

impl Scale {
    /// Whether `n` is one of the values.
    #[must_use]
    pub fn admits(&self, n: f64) -> bool {
        let (low, high) = if self.start <= self.end { (self.start, self.end) } else { (self.end, self.start) };
        let steps = (n - self.start) / self.step;
        n >= low && n <= high && (steps - steps.round()).abs() < 1e-6
    }
}

/// The programs of a node's properties.
#[derive(Debug, Default)]
pub(in super::super) struct Codes {
    pub relevant: Option<Box<Program>>,
    pub offer: Option<Box<Program>>,
    /// The calculation, or a repeat's count.
    pub value: Option<Box<Program>>,
    pub required: Option<Box<Program>>,
    pub read_only: Option<Box<Program>>,
    pub constraint: Option<Box<Program>>,
    pub warning: Option<Box<Program>>,
}

impl Codes {
    pub(in super::super) fn get(&self, prop: Prop) -> Option<&Program> {
        match prop {
            Prop::Relevant => self.relevant.as_deref(),
            Prop::Offer => self.offer.as_deref(),
            Prop::Value => self.value.as_deref(),
            Prop::Required => self.required.as_deref(),
            Prop::ReadOnly => self.read_only.as_deref(),
            Prop::Constraint => self.constraint.as_deref(),
            Prop::Warning => self.warning.as_deref(),
            Prop::Inner | Prop::Words => None,
        }
    }
}

/// What a question holds before anybody answered it.
#[derive(Debug)]
pub(in super::super) enum FirstValue {
    /// A literal.
    Literal(Value),
    /// An expression, evaluated once when the response or repeat instance is created.
    Dynamic(Box<Program>),
    /// `start`, `today`, `deviceid`, `username`.
    World,
}

/// How a computed value lives over reopening.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in super::super) enum Keeping {
    /// Computed again whenever needed.
    #[default]
    Anew,
    /// `once()`: computed while blank, then kept.
    Once,
    /// Random, triggered, or open to typing: computed at the moment its inputs change, relevant or not, and kept.
    Eager,
}

impl Node {
    /// One of its texts, `${name}` still in it.
    #[must_use]
    pub fn wording(&self, which: Wording) -> &Template {
        static BLANK: Template = Template::blank();
        self.words.iter().find(|(wording, _)| *wording == which).map_or(&BLANK, |(_, template)| template)
    }

    /// Whether it has an appearance word.
    #[must_use]
    pub fn appears(&self, word: &str) -> bool {
        self.appearance.iter().any(|w| &**w == word)
    }

    /// Whether its questions are shown on one page.
    #[must_use]
    pub fn is_field_list(&self) -> bool {
        self.kind.holds_questions() && (self.appears("field-list") || self.appears("table-list"))
    }

    /// Whether it has a calculation.
    #[must_use]
    pub fn is_calculated(&self) -> bool {
        self.kind != Kind::Repeat && self.codes.value.is_some()
    }

    /// Whether the number of instances of this repeat is set by the survey rather than by the surveyor.
    #[must_use]
    pub fn is_counted(&self) -> bool {
        self.kind == Kind::Repeat && self.codes.value.is_some()
    }

    /// Whether the surveyor puts it: shown, and of a kind that takes an answer.
    #[must_use]
    pub fn takes_answers(&self) -> bool {
        !self.kind.holds_questions() && !self.kind.is_silent() && self.kind != Kind::Note && !self.is_heading()
    }

    /// Whether it heads a table of questions with the names of its choices and asks nothing itself: a select whose
    /// appearance is `label`.
    #[must_use]
    pub fn is_heading(&self) -> bool {
        matches!(self.kind, Kind::SelectOne | Kind::SelectMultiple) && self.appears("label")
    }

    /// The languages its label is written in.
    pub fn languages(&self) -> impl Iterator<Item = &Lang> {
        self.wording(Wording::Label).text().0.iter().map(|(lang, _)| lang)
    }
}
