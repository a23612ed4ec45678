//! What households said, found by its key, and each household by a number, to count many without comparing doors.

use std::collections::HashMap;

use super::{Said, SuggestionKey};
use crate::domain::{ResponseId, survey::Door};

/// Suggestions that were read.
#[derive(Debug, Clone, Default)]
pub struct Heard {
    /// By response and number of the path: compared without reading texts from all over memory.
    numbers: HashMap<(ResponseId, u32), Numbers>,
    said: Vec<Said>,
    paths: HashMap<String, u32>,
    households: HashMap<Who, u32>,
    surveys: Vec<String>,
}

/// Where a suggestion is kept, and the numbers of who made it and in which survey.
#[derive(Debug, Clone, Copy)]
struct Numbers {
    said: u32,
    household: u32,
    survey: u32,
}

/// A household. Where no door was noted every response is one of its own.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Who {
    Door(Door),
    Response(ResponseId),
}

impl Heard {
    /// Takes one in, in place of what was known under its key.
    pub fn put(&mut self, said: Said) {
        let Some(response) = said.key.response() else { return };
        let named = !said.door.household.is_empty();
        let who = if named { Who::Door(said.door.clone()) } else { Who::Response(response) };
        let next = number(self.households.len());
        let household = *self.households.entry(who).or_insert(next);
        let known = self.surveys.iter().position(|survey| *survey == said.survey);
        let survey = number(known.unwrap_or_else(|| {
            self.surveys.push(said.survey.clone());
            self.surveys.len() - 1
        }));
        let next = number(self.paths.len());
        let path = *self.paths.entry(said.key.path().to_owned()).or_insert(next);
        let at = match self.numbers.get(&(response, path)) {
            Some(known) => known.said,
            None => number(self.said.len()),
        };
        self.numbers.insert((response, path), Numbers { said: at, household, survey });
        match self.said.get_mut(at as usize) {
            Some(known) => *known = said,
            None => self.said.push(said),
        }
    }

    /// Lets go of those that are not to be kept.
    pub fn retain(&mut self, kept: impl Fn(&SuggestionKey) -> bool) {
        let (kept, gone): (Vec<Said>, Vec<Said>) =
            std::mem::take(&mut self.said).into_iter().partition(|s| kept(&s.key));
        if gone.is_empty() {
            self.said = kept;
            return;
        }
        self.numbers.clear();
        for said in kept {
            self.put(said);
        }
    }

    fn numbers(&self, key: &SuggestionKey) -> Option<&Numbers> {
        self.numbers.get(&(key.response()?, *self.paths.get(key.path())?))
    }

    /// A suggestion by its key.
    #[must_use]
    pub fn get(&self, key: &SuggestionKey) -> Option<&Said> {
        self.said.get(self.numbers(key)?.said as usize)
    }

    /// All suggestions, in no order.
    pub fn iter(&self) -> impl Iterator<Item = &Said> {
        self.said.iter()
    }

    /// How many households these come from, and in which surveys.
    pub(super) fn whose<'a>(&self, keys: impl Iterator<Item = &'a SuggestionKey>) -> (u64, Vec<&str>) {
        self.counted(keys, |_| ())
    }

    /// These as far as they are known, the oldest first; how many households they come from, and in which surveys.
    pub(super) fn told<'a>(&self, keys: impl Iterator<Item = &'a SuggestionKey>) -> (Vec<&Said>, (u64, Vec<&str>)) {
        let mut said = Vec::new();
        let whose = self.counted(keys, |known| said.extend(self.said.get(known.said as usize)));
        said.sort_by_key(|said| said.at);
        (said, whose)
    }

    fn counted<'a>(
        &self,
        keys: impl Iterator<Item = &'a SuggestionKey>,
        mut each: impl FnMut(&Numbers),
    ) -> (u64, Vec<&str>) {
        let (mut households, mut surveys) = (Vec::new(), Vec::new());
        for known in keys.filter_map(|key| self.numbers(key)) {
            each(known);
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

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn said(response: u128, path: &str, household: &str, survey: &str) -> Said {
        Said {
            key: SuggestionKey::new(ResponseId(Uuid::from_u128(response)), path),
            text: format!("{response} {path}"),
            door: Door { building: "3".into(), entrance: "1".into(), household: household.into() },
            privacy: crate::domain::Privacy::Open,
            survey: survey.into(),
            session: None,
            at: "2024-11-12T14:00:00+08:00".parse().unwrap(),
        }
    }

    #[test]
    fn a_household_counts_once_whatever_it_said_and_where_no_door_was_noted_each_response_does() {
        let all = [
            said(1, "remarks", "101", "intake"),
            said(1, "member[2]/wish", "101", "intake"),
            said(2, "remarks", "101", "visit"),
            said(3, "remarks", "", "intake"),
            said(3, "wish", "", "intake"),
            said(4, "remarks", "", "intake"),
        ];
        let mut heard = Heard::default();
        all.iter().cloned().for_each(|said| heard.put(said));
        let keys = || all.iter().map(|said| &said.key);
        assert_eq!(heard.whose(keys()), (3, vec!["intake", "visit"]));
        assert_eq!(heard.whose(keys().take(2)), (1, vec!["intake"]));
        for said in &all {
            assert_eq!(heard.get(&said.key), Some(said));
        }
        // What is corrected takes the place of what was known; what is let go is gone.
        let corrected = Said { door: said(2, "remarks", "202", "visit").door, ..all[2].clone() };
        heard.put(corrected.clone());
        assert_eq!((heard.get(&corrected.key), heard.whose(keys()).0), (Some(&corrected), 4));
        heard.retain(|key| key.response() != all[3].key.response());
        assert_eq!(heard.iter().count(), 4);
        assert_eq!((heard.get(&all[3].key), heard.get(&all[1].key)), (None, Some(&all[1])));
        assert_eq!(heard.whose(keys()).0, 3);
    }
}
