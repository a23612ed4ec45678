//! Households that named a concern by picking it, beside those that raised a matter in their own words.

use std::collections::{HashMap, HashSet};

use serde::Serialize;

use crate::domain::{
    Answer, ResponseId, Value,
    survey::{AnswerTree, Door, Entry, Form, Kind},
};

/// The list of choices that says a question asks for concerns: where a survey has one of this name, picking from it is
/// naming a concern. Its choices have the names of concerns.
pub const CONCERN_LIST: &str = "concern";

/// How many households want a matter, told apart by how they said so. A household counts once in each figure, however often
/// and in how many surveys it said so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Raised {
    /// Households with a suggestion, in their own words, that was coded to the matter.
    pub households: u64,
    /// Households heard by the surveys these came from.
    pub heard: u64,
    /// Households that picked the matter's concern, and those that were asked to pick; nothing when the matter has no concern
    /// or nobody was asked.
    pub named: Option<(u64, u64)>,
}

impl Raised {
    /// Whether any household said so in either way.
    #[must_use]
    pub fn is_any(&self) -> bool {
        self.households > 0 || self.named.is_some_and(|(named, _)| named > 0)
    }
}

/// Whether a number of households is not told to everyone: it is not none, and under the least that is shown.
#[must_use]
pub fn is_few(households: u64, least: u64) -> bool {
    (1..least).contains(&households)
}

/// The concerns households picked, by response.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Named {
    by_response: HashMap<ResponseId, (String, Vec<String>)>,
    /// Households by concern, and all that were asked.
    households: HashMap<String, u64>,
    asked: u64,
}

impl Named {
    /// Takes in the concerns a response picked, empty when it picked none.
    pub fn put(&mut self, response: ResponseId, door: &Door, concerns: Vec<String>) {
        self.by_response.insert(response, (household_key(door, response), concerns));
    }

    /// Forgets a response: it changed, or does not count any more.
    pub fn remove(&mut self, response: ResponseId) {
        self.by_response.remove(&response);
    }

    /// Counts anew, after changes.
    pub fn count(&mut self) {
        let mut seen: HashSet<(&str, &str)> = HashSet::new();
        let mut asked: HashSet<&str> = HashSet::new();
        let mut households: HashMap<String, u64> = HashMap::new();
        for (household, concerns) in self.by_response.values() {
            asked.insert(household);
            for concern in concerns {
                if seen.insert((household, concern)) {
                    *households.entry(concern.clone()).or_default() += 1;
                }
            }
        }
        self.asked = asked.len() as u64;
        self.households = households;
    }

    /// How many households picked a concern, of how many that were asked; nothing when nobody was.
    #[must_use]
    pub fn of(&self, concern: &str) -> Option<(u64, u64)> {
        let named = self.households.get(concern).copied().unwrap_or_default();
        (self.asked > 0 && !concern.is_empty()).then_some((named, self.asked))
    }
}

/// Which household a response is of: its door. Where none was noted every response is a household of its own.
#[must_use]
pub fn household_key(door: &Door, response: ResponseId) -> String {
    if door.household.trim().is_empty() {
        return response.to_string();
    }
    format!("{}/{}/{}", door.building.trim(), door.entrance.trim(), door.household.trim())
}

/// The questions of a survey that ask for concerns: one or several picks from the list [`CONCERN_LIST`]. Ranking a list says
/// nothing of what is wanted at all.
#[must_use]
pub fn concern_questions(form: &Form) -> Vec<String> {
    let asks = |id: &_| {
        let node = form.node(*id);
        matches!(node.kind, Kind::SelectOne | Kind::SelectMultiple)
            && form.list(*id).is_some_and(|list| list.name() == CONCERN_LIST)
    };
    form.ids().filter(asks).map(|id| form.node(id).name.to_string()).collect()
}

/// The concerns picked in a response at these questions, each once.
#[must_use]
pub fn concerns_picked(answers: &AnswerTree, questions: &[String]) -> Vec<String> {
    let mut found = Vec::new();
    collect(answers, questions, &mut found);
    found.sort_unstable();
    found.dedup();
    found
}

fn collect(tree: &AnswerTree, questions: &[String], found: &mut Vec<String>) {
    for (name, entry) in &tree.0 {
        match entry {
            Entry::Answer(Answer::Value(value)) if questions.contains(name) => match value {
                Value::Choice(picked) => found.push(picked.clone()),
                Value::Choices(picked) => found.extend(picked.iter().cloned()),
                _ => {}
            },
            Entry::Repeat(instances) => {
                for tree in instances {
                    collect(tree, questions, found);
                }
            }
            Entry::Answer(_) | Entry::Blank => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_household_counts_once_however_often_it_says_so() {
        let id = |n| ResponseId(uuid::Uuid::from_u128(n));
        let picked = |names: &str| names.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        let mut named = Named::default();
        assert_eq!(named.of("ebike"), None, "nobody was asked");
        for (n, door, names) in [
            (1, "3-2-501", "ebike facade"),
            (2, "3-2-501", "ebike"),
            (3, "3-2-502", "facade"),
            (4, "3-2-503", ""),
            (5, "", "ebike"),
            (6, "", "ebike"),
        ] {
            named.put(id(n), &Door::read(door), picked(names));
        }
        named.count();
        assert_eq!(named.of("ebike"), Some((3, 5)), "one door twice, two without a door");
        assert_eq!(named.of("facade"), Some((2, 5)));
        assert_eq!(named.of("manhole"), Some((0, 5)));
        assert_eq!(named.of(""), None, "a matter without a concern");
        named.remove(id(1));
        named.count();
        assert_eq!((named.of("ebike"), named.of("facade")), (Some((3, 5)), Some((1, 5))));
    }
}
