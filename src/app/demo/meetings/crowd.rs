//! The households of the story as people who come to meetings.

use crate::{
    app::{
        Step,
        demo::{Story, chance::Chance, intake},
    },
    domain::survey::Door,
};

/// A household, as the survey at its door knows it.
#[derive(Debug, Clone)]
pub(super) struct Household {
    pub(super) door: Door,
    /// What it is called, unless it did not say.
    pub(super) called: Option<String>,
    /// What it would give, in yuan.
    pub(super) yuan: Option<i64>,
}

impl Household {
    /// The name on a sign-in sheet; the door in these words for one that did not say.
    pub(super) fn name(&self, unnamed: &str) -> String {
        let Door { building, entrance, household } = &self.door;
        let door = || unnamed.replace("{b}", building).replace("{e}", entrance).replace("{h}", household);
        self.called.clone().unwrap_or_else(door)
    }
}

/// All households, in the order they were asked.
pub(super) fn households(story: &Story) -> Vec<Household> {
    let set = |steps: &[Step], question: &str| {
        steps.iter().find_map(|step| match step {
            Step::Set(path, answer) if path == question => Some(answer.clone()),
            _ => None,
        })
    };
    let of = |steps: &[Step], door| Household {
        door,
        called: set(steps, "home/called"),
        yuan: set(steps, "give_group/money").and_then(|yuan| yuan.parse().ok()),
    };
    intake(story).into_iter().map(|asked| of(&asked.steps, asked.door)).collect()
}

/// Remarks nobody has made at a meeting yet, by the concern they are about.
pub(super) struct Remarks(Vec<(String, Vec<String>)>);

impl Remarks {
    pub(super) fn of(story: &Story, chance: &mut Chance) -> Self {
        Self(story.remarks.iter().map(|r| (r.about.clone(), chance.shuffled(r.words.clone()))).collect())
    }

    /// One about the first of these concerns that anything is left to say about, else about anything.
    pub(super) fn next(&mut self, about: &[String]) -> Option<String> {
        let mut of = |topic: &str| self.0.iter_mut().find(|(t, _)| t == topic).and_then(|(_, words)| words.pop());
        about.iter().find_map(|topic| of(topic)).or_else(|| of(""))
    }
}
