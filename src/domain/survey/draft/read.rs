//! Reading a draft: answers, states and texts.

use std::borrow::Cow;

use super::{Draft, cell::Bit};
use crate::domain::{
    Answer, Lang, Value,
    expr::NodeRef,
    survey::{Kind, Node, Wording},
};

/// How a node stands, in one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Standing {
    /// Not put: its condition is not fulfilled, or that of what holds it.
    Hidden,
    /// Put, no answer yet; also a note, a group, a repeat.
    Blank,
    /// Answered.
    Answered,
    /// Answered with a refusal.
    Refused,
    /// The answer violates a constraint, or raises a warning that was not passed.
    Invalid,
}

/// Whether an answer raises its question's warning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Warned<'d> {
    /// It does not.
    No,
    /// It does.
    Raised,
    /// It does, and was passed with this reason.
    Passed(&'d str),
}

impl Draft {
    /// The answer as it counts: nothing while the question is not relevant or its choice not offered.
    #[must_use]
    pub fn answer(&self, at: NodeRef) -> Option<&Answer> {
        self.cell(at)?.counted()
    }

    /// The answer as given or computed, also while it does not count.
    #[must_use]
    pub fn given(&self, at: NodeRef) -> Option<&Answer> {
        self.cell(at)?.answer.as_ref()
    }

    /// The value of the answer as it counts; nothing for a refusal.
    #[must_use]
    pub fn value_at(&self, at: NodeRef) -> Option<&Value> {
        self.cell(at)?.reading()
    }

    /// Whether there is an answer that satisfies `required`: a refusal, or a value that is not spaces only.
    #[must_use]
    pub fn is_answered(&self, at: NodeRef) -> bool {
        self.cell(at).is_some_and(super::cell::Cell::is_answered)
    }

    /// Whether the node is put at all. Of a repeat instance: whether it is in range too.
    #[must_use]
    pub fn relevant(&self, at: NodeRef) -> bool {
        self.is(at, Bit::Relevant)
    }

    /// Whether a blank keeps the response from being finalised.
    #[must_use]
    pub fn required(&self, at: NodeRef) -> bool {
        self.relevant(at) && self.is(at, Bit::Required)
    }

    /// Whether the answer is shown but not typed: `read_only`, notes and what the program fills.
    #[must_use]
    pub fn read_only(&self, at: NodeRef) -> bool {
        !self.form.node(at.node).takes_answers() || self.is(at, Bit::ReadOnly)
    }

    /// Whether the answer violates the question's constraint; the words are [`Wording::Constraint`].
    #[must_use]
    pub fn violation(&self, at: NodeRef) -> bool {
        self.relevant(at) && self.is(at, Bit::Violated)
    }

    /// Whether the answer raises the question's warning; the words are [`Wording::Warning`].
    #[must_use]
    pub fn warning(&self, at: NodeRef) -> Warned<'_> {
        if !self.relevant(at) || !self.is(at, Bit::Warned) {
            Warned::No
        } else if self.is(at, Bit::Passed) {
            Warned::Passed(self.passed.get(&at).map_or("", String::as_str))
        } else {
            Warned::Raised
        }
    }

    /// How a node stands.
    #[must_use]
    pub fn standing(&self, at: NodeRef) -> Standing {
        if !self.relevant(at) {
            Standing::Hidden
        } else if self.violation(at) || self.warning(at) == Warned::Raised {
            Standing::Invalid
        } else if matches!(self.answer(at), Some(Answer::Refusal(_))) {
            Standing::Refused
        } else if self.is_answered(at) {
            Standing::Answered
        } else {
            Standing::Blank
        }
    }

    /// The label in the language on screen, answers filled in. Empty when the survey has none.
    #[must_use]
    pub fn label(&self, at: NodeRef) -> Cow<'_, str> {
        self.wording(at, Wording::Label)
    }

    /// One of the texts of a question in the language on screen, answers filled in.
    #[must_use]
    pub fn wording(&self, at: NodeRef, which: Wording) -> Cow<'_, str> {
        self.wording_in(at, which, &self.lang)
    }

    /// One of the texts of a question in any language, answers filled in.
    #[must_use]
    pub fn wording_in(&self, at: NodeRef, which: Wording, lang: &Lang) -> Cow<'_, str> {
        self.form.node(at.node).wording(which).fill(&*self.form, self, at, lang)
    }

    /// The label of a choice of a question in the language on screen; the choice's name when the list has none.
    #[must_use]
    pub fn choice_label_at<'d>(&'d self, at: NodeRef, choice: &'d str) -> &'d str {
        let row = self.form.list(at.node).and_then(|list| Some((list, list.row_of(choice)?)));
        row.map_or(choice, |(list, row)| list.label(row, &self.lang))
    }

    /// The compiled question.
    #[must_use]
    pub fn node(&self, at: NodeRef) -> &Node {
        self.form.node(at.node)
    }

    /// Whether the node is a repeat instance, rather than the repeat that holds it.
    #[must_use]
    pub fn is_instance(&self, at: NodeRef) -> bool {
        self.form.node(at.node).kind == Kind::Repeat
            && self.instance(at.instance).is_some_and(|instance| instance.repeat == at.node)
    }

    fn is(&self, at: NodeRef, bit: Bit) -> bool {
        self.cell(at).is_some_and(|cell| cell.is(bit))
    }
}
