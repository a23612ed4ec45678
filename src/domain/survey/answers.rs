//! The answers of a finished response: by name, groups left out, a repeat as a list of instances.
//!
//! Names are unique in a survey, so a question that moves into another group keeps its column.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::domain::Answer;

/// Answers of one response or one repeat instance.
///
/// A question that was put and left without an answer is [`Entry::Blank`]; one that was not relevant, or that the survey
/// text did not have, is absent. Tallies count the first as blank and the second as not asked.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct AnswerTree(pub BTreeMap<String, Entry>);

/// What stands under a name.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Entry {
    /// A question's answer.
    Answer(Answer),
    /// The question was put and left without an answer.
    Blank,
    /// A repeat's instances in order.
    Repeat(Vec<AnswerTree>),
}

impl AnswerTree {
    /// The answer of a question outside repeats.
    #[must_use]
    pub fn answer(&self, name: &str) -> Option<&Answer> {
        match self.0.get(name) {
            Some(Entry::Answer(a)) => Some(a),
            _ => None,
        }
    }

    /// The instances of a repeat, none when it was never opened.
    #[must_use]
    pub fn instances(&self, name: &str) -> &[AnswerTree] {
        match self.0.get(name) {
            Some(Entry::Repeat(list)) => list,
            _ => &[],
        }
    }
}
