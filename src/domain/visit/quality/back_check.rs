//! A back-check: the same door, the same survey, somebody else. What was answered both times, side by side.

use std::{
    collections::{BTreeMap, HashMap},
    hash::BuildHasher,
};

use super::{
    super::{Rounds, Stage},
    Questions,
};
use crate::domain::{
    Answer, HouseholdId, ResponseId, RoundId,
    survey::{Entry, Response},
};

/// A question that was answered differently.
#[derive(Debug, Clone, PartialEq)]
pub struct Differing {
    /// Its name.
    pub question: String,
    /// The answer of the first visit; nothing for a blank.
    pub first: Option<Answer>,
    /// The answer of the back-check.
    pub again: Option<Answer>,
}

/// One door visited twice.
#[derive(Debug, Clone, PartialEq)]
pub struct Compared {
    /// The door.
    pub household: HouseholdId,
    /// The response of the first visit and who typed it.
    pub first: (ResponseId, String),
    /// The response of the back-check and who typed it.
    pub again: (ResponseId, String),
    /// How many questions were put both times.
    pub compared: usize,
    /// Those answered differently, in survey order.
    pub differing: Vec<Differing>,
}

/// How often answers differed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Disagreement {
    /// Answered differently.
    pub differing: usize,
    /// Put both times.
    pub compared: usize,
}

/// All that a back-check heard.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct BackCheck {
    /// The doors visited twice, in the order of the round.
    pub doors: Vec<Compared>,
    /// Doors of the back-check that cannot be compared yet: not done again, or done without a survey.
    pub missing: usize,
    /// By question, in survey order of the doors compared.
    pub questions: Vec<(String, Disagreement)>,
    /// By who typed the first response.
    pub surveyors: BTreeMap<String, Disagreement>,
}

impl Disagreement {
    fn add(&mut self, differing: usize, compared: usize) {
        self.differing += differing;
        self.compared += compared;
    }
}

/// Compares a back-check with the round whose doors it was drawn from. Only questions that were put both times count: one
/// that was not relevant once, or was not in the survey text, says nothing.
#[must_use]
pub fn back_check<S: BuildHasher, Q: BuildHasher>(
    rounds: &Rounds,
    round: RoundId,
    responses: &HashMap<ResponseId, Response, S>,
    questions: &HashMap<String, Questions, Q>,
) -> BackCheck {
    let mut found = BackCheck::default();
    let Some(plan) = rounds.round(round).map(|round| &round.plan) else { return found };
    let Some(checked) = plan.checks else { return found };
    let response = |round, door| match rounds.at_door(round, door).stage {
        Stage::Done { response: Some(id) } => responses.get(&id),
        _ => None,
    };
    let mut places: HashMap<String, usize> = HashMap::new();
    for door in &plan.doors {
        let (Some(first), Some(again)) = (response(checked, *door), response(round, *door)) else {
            found.missing += 1;
            continue;
        };
        let asked = questions.get(&first.head.survey.hash).map_or(&[][..], |questions| &questions.asked);
        let mut differing = Vec::new();
        let mut compared = 0;
        for name in asked {
            let (Some(before), Some(after)) = (first.answers.0.get(name), again.answers.0.get(name)) else { continue };
            compared += 1;
            let differs = before != after;
            let at = *places.entry(name.clone()).or_insert_with(|| {
                found.questions.push((name.clone(), Disagreement::default()));
                found.questions.len() - 1
            });
            found.questions[at].1.add(usize::from(differs), 1);
            if differs {
                differing.push(Differing { question: name.clone(), first: said(before), again: said(after) });
            }
        }
        found.surveyors.entry(first.head.surveyor.clone()).or_default().add(differing.len(), compared);
        found.doors.push(Compared {
            household: *door,
            first: (first.head.id, first.head.surveyor.clone()),
            again: (again.head.id, again.head.surveyor.clone()),
            compared,
            differing,
        });
    }
    found
}

fn said(entry: &Entry) -> Option<Answer> {
    match entry {
        Entry::Answer(answer) => Some(answer.clone()),
        Entry::Blank | Entry::Repeat(_) => None,
    }
}
