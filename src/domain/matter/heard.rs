//! What households said, found by its key, and each household by a number, to count many without comparing doors.

use std::collections::{HashMap, HashSet};

use super::{Said, SuggestionKey};
use crate::domain::{ResponseId, survey::Door};

/// Suggestions that were read.
#[derive(Debug, Clone, Default)]
pub struct Heard {
    all: HashMap<SuggestionKey, Numbered>,
    households: HashMap<Who, u32>,
    surveys: Vec<String>,
}

/// A suggestion with the numbers of who made it and in which survey.
#[derive(Debug, Clone)]
struct Numbered {
    household: u32,
    survey: u32,
    said: Said,
}

/// A household. Where no door was noted every response is one of its own.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Who {
    Door(Door),
    Response(Option<ResponseId>),
}

impl Heard {
    /// Takes one in, in place of what was known under its key.
    pub fn put(&mut self, said: Said) {
        let named = !said.door.household.is_empty();
        let who = if named { Who::Door(said.door.clone()) } else { Who::Response(said.key.response()) };
        let next = number(self.households.len());
        let household = *self.households.entry(who).or_insert(next);
        let known = self.surveys.iter().position(|survey| *survey == said.survey);
        let survey = known.unwrap_or_else(|| {
            self.surveys.push(said.survey.clone());
            self.surveys.len() - 1
        });
        self.all.insert(said.key.clone(), Numbered { household, survey: number(survey), said });
    }

    /// Lets go of those that are not to be kept.
    pub fn retain(&mut self, kept: impl Fn(&SuggestionKey) -> bool) {
        self.all.retain(|key, _| kept(key));
    }

    /// A suggestion by its key.
    #[must_use]
    pub fn get(&self, key: &SuggestionKey) -> Option<&Said> {
        self.all.get(key).map(|known| &known.said)
    }

    /// All suggestions, in no order.
    pub fn iter(&self) -> impl Iterator<Item = &Said> {
        self.all.values().map(|known| &known.said)
    }

    /// How many households these come from, and in which surveys.
    pub(super) fn whose<'a>(&self, keys: impl Iterator<Item = &'a SuggestionKey>) -> (u64, HashSet<&str>) {
        let (mut households, mut surveys) = (Vec::new(), Vec::new());
        for known in keys.filter_map(|key| self.all.get(key)) {
            households.push(known.household);
            if !surveys.contains(&known.survey) {
                surveys.push(known.survey);
            }
        }
        households.sort_unstable();
        households.dedup();
        let named = surveys.into_iter().filter_map(|at| self.surveys.get(at as usize));
        (households.len() as u64, named.map(String::as_str).collect())
    }
}

/// A place as its number: there are fewer suggestions than numbers.
fn number(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}
