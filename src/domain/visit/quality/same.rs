//! Answers all the same: a run of questions out of one list where every answer is the same choice.

use std::{collections::HashMap, hash::BuildHasher};

use super::Questions;
use crate::domain::{Answer, ResponseId, Value, survey::Response};

/// A run is looked at from so many answers on.
pub const LEAST_RUN: usize = 4;

/// A run of equal answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SameRun {
    /// The response.
    pub response: ResponseId,
    /// Who typed it.
    pub surveyor: String,
    /// The first and the last question of the run.
    pub from: String,
    /// See `from`.
    pub to: String,
    /// How many answers.
    pub answers: usize,
}

/// The runs of at least [`LEAST_RUN`] questions out of one list that were all given the same choice. Questions by the hash of
/// the survey text.
#[must_use]
pub fn same_runs<S: BuildHasher>(responses: &[Response], questions: &HashMap<String, Questions, S>) -> Vec<SameRun> {
    let mut found = Vec::new();
    for response in responses {
        let Some(known) = questions.get(&response.head.survey.hash) else { continue };
        for run in &known.runs {
            let given: Vec<(&String, &Answer)> =
                run.iter().filter_map(|name| Some((name, response.answers.answer(name)?))).collect();
            let (Some((from, first)), Some((to, _))) = (given.first(), given.last()) else { continue };
            let chosen = matches!(first, Answer::Value(Value::Choice(_)));
            if chosen && given.len() >= LEAST_RUN && given.iter().all(|(_, answer)| answer == first) {
                found.push(SameRun {
                    response: response.head.id,
                    surveyor: response.head.surveyor.clone(),
                    from: (*from).clone(),
                    to: (*to).clone(),
                    answers: given.len(),
                });
            }
        }
    }
    found
}
