//! What `demo/neighbourhood.ron` says.

use chrono::{NaiveDate, NaiveDateTime};
use serde::Deserialize;

use crate::{
    app::demo::{StoryFault, story::minute},
    domain::{
        matter::Programme,
        place::{MustVisit, Role},
    },
};

/// The file that is part of the program.
const FILE: &str = include_str!("../../../../demo/neighbourhood.ron");

/// All of it.
#[derive(Debug, Deserialize)]
pub(in crate::app::demo) struct Told {
    pub(super) registrar: String,
    #[serde(deserialize_with = "minute")]
    pub(super) registered: NaiveDateTime,
    /// 0.01 m² of the two doors on a floor, by building.
    pub(super) areas: Vec<(u64, u64)>,
    pub(super) given: Vec<String>,
    pub(super) must_visit: Vec<(String, String, String, Vec<MustVisit>, String)>,
    pub(super) members: Vec<Member>,
    pub(super) round: Round,
    pub(super) check: Check,
    pub(super) sorter: String,
    #[serde(deserialize_with = "minute")]
    pub(super) sorted: NaiveDateTime,
    pub(super) second: Second,
    pub(super) matters: Vec<Matter>,
    pub(super) matched: Vec<Matched>,
    pub(super) services: Vec<Given>,
    pub(super) duties: Vec<Kept>,
}

/// A member.
#[derive(Debug, Deserialize)]
pub(super) struct Member {
    pub(super) name: String,
    pub(super) role: Role,
    pub(super) teams: Vec<String>,
    /// Buildings and entrances; an empty entrance is the whole building.
    pub(super) doors: Vec<(String, String)>,
}

/// The round of the intake.
#[derive(Debug, Deserialize)]
pub(super) struct Round {
    pub(super) title: String,
    #[serde(deserialize_with = "minute")]
    pub(super) planned: NaiveDateTime,
    pub(super) until: NaiveDate,
    /// Who goes to which building.
    pub(super) who: Vec<(String, String)>,
    pub(super) in_vain_every: usize,
    pub(super) unanswered: Vec<Vec<Tried>>,
}

/// An attempt that brought no response.
#[derive(Debug, Deserialize)]
pub(super) struct Tried {
    #[serde(deserialize_with = "minute")]
    pub(super) at: NaiveDateTime,
    pub(super) came: Came,
}

/// What came of it.
#[derive(Debug, Deserialize)]
pub(super) enum Came {
    Nobody,
    Refused,
    Moved,
    Unsafe,
    ComeBack(#[serde(deserialize_with = "minute")] NaiveDateTime),
}

/// The round that checks the first.
#[derive(Debug, Deserialize)]
pub(super) struct Check {
    pub(super) title: String,
    #[serde(deserialize_with = "minute")]
    pub(super) planned: NaiveDateTime,
    pub(super) until: NaiveDate,
    pub(super) who: String,
    pub(super) doors: usize,
}

/// The second coder.
#[derive(Debug, Deserialize)]
pub(super) struct Second {
    pub(super) who: String,
    #[serde(deserialize_with = "minute")]
    pub(super) at: NaiveDateTime,
    /// Codes every so manyth suggestion.
    pub(super) every: usize,
    /// Sets every so manyth of these aside, whatever the first coder said.
    pub(super) otherwise_every: usize,
}

/// A matter.
#[derive(Debug, Deserialize)]
pub(super) struct Matter {
    /// What this file calls it.
    pub(super) name: String,
    pub(super) title: String,
    pub(super) concern: String,
    pub(super) programme: Programme,
    #[serde(deserialize_with = "minute")]
    pub(super) raised: NaiveDateTime,
    pub(super) by: String,
    #[serde(default)]
    pub(super) links: Vec<Linked>,
    /// Tasks of the meetings, by what their file calls them.
    #[serde(default)]
    pub(super) tasks: Vec<String>,
    /// Suggestions that belong here whatever concern they are about.
    #[serde(default)]
    pub(super) words: Vec<String>,
    #[serde(default)]
    pub(super) put: Vec<Put>,
}

/// Where a matter came up: the meeting by its place in `meetings.ron`, from 0.
#[derive(Debug, Deserialize)]
pub(super) enum Linked {
    Item(usize, String),
    Motion(usize, String),
    Fund(String),
}

/// A step a matter was put to.
#[derive(Debug, Deserialize)]
pub(super) struct Put {
    #[serde(deserialize_with = "minute")]
    pub(super) at: NaiveDateTime,
    pub(super) step: Step,
    pub(super) note: String,
}

/// The steps the story puts matters to.
#[derive(Debug, Clone, Copy, Deserialize)]
pub(super) enum Step {
    Done,
    Checked,
    Dropped,
}

/// A request and the offer it was matched to.
#[derive(Debug, Deserialize)]
pub(super) struct Matched {
    #[serde(deserialize_with = "minute")]
    pub(super) at: NaiveDateTime,
    pub(super) request: usize,
    pub(super) offer: usize,
}

/// A service that was given.
#[derive(Debug, Deserialize)]
pub(super) struct Given {
    #[serde(deserialize_with = "minute")]
    pub(super) at: NaiveDateTime,
    #[serde(default)]
    pub(super) request: Option<usize>,
    #[serde(default)]
    pub(super) offer: Option<usize>,
    #[serde(default)]
    pub(super) team: String,
    pub(super) by: Vec<String>,
    pub(super) for_whom: String,
    pub(super) what: String,
    pub(super) minutes: u32,
}

/// A duty of upkeep and when it was done.
#[derive(Debug, Deserialize)]
pub(super) struct Kept {
    #[serde(deserialize_with = "minute")]
    pub(super) at: NaiveDateTime,
    pub(super) what: String,
    /// The building; empty for the courtyard.
    pub(super) place: String,
    pub(super) who: String,
    pub(super) every: u32,
    pub(super) done: Vec<(NaiveDate, String)>,
}

impl Told {
    /// The neighbourhood that comes with the program.
    pub(in crate::app::demo) fn shipped() -> Result<Self, StoryFault> {
        ron::from_str(FILE).map_err(StoryFault::reading)
    }
}
