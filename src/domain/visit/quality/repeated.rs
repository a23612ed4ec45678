//! A door that answered one survey more than once.

use std::{
    collections::{HashMap, HashSet},
    hash::BuildHasher,
};

use crate::domain::{
    ResponseId,
    survey::{Door, Response},
};

/// Responses of one survey at one door.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repeated {
    /// The door.
    pub door: Door,
    /// The survey's id.
    pub survey: String,
    /// The responses, oldest first; two or more.
    pub responses: Vec<ResponseId>,
}

/// The doors that answered a survey more than once, in the order their first responses were begun. Responses of back-checks
/// are meant to be second ones and are left out, as is a door without a household.
#[must_use]
pub fn repeated<S: BuildHasher>(responses: &[Response], checks: &HashSet<ResponseId, S>) -> Vec<Repeated> {
    let mut at_door: HashMap<(&str, &Door), Vec<&Response>> = HashMap::new();
    for response in responses {
        let head = &response.head;
        if !head.door.household.trim().is_empty() && !checks.contains(&head.id) {
            at_door.entry((&head.survey.id, &head.door)).or_default().push(response);
        }
    }
    let mut found: Vec<_> = at_door.into_iter().filter(|(_, all)| all.len() > 1).collect();
    for (_, all) in &mut found {
        all.sort_by_key(|response| (response.head.created, response.head.id));
    }
    found.sort_by_key(|(_, all)| all.first().map(|first| (first.head.created, first.head.id)));
    found
        .into_iter()
        .map(|((survey, door), all)| Repeated {
            door: door.clone(),
            survey: survey.to_owned(),
            responses: all.into_iter().map(|response| response.head.id).collect(),
        })
        .collect()
}
