//! What `demo/courtyard-14.ron` says: the sessions, the words, how often each concern is named.

use chrono::{DateTime, FixedOffset, NaiveDateTime};
use serde::Deserialize;

use crate::domain::{session::SessionKind, survey::Door};

/// The file that is part of the program.
const FILE: &str = include_str!("../../../demo/courtyard-14.ron");

/// Why the story file cannot be used. The file is part of the program, so only its author meets this.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct StoryFault(String);

impl StoryFault {
    /// The file does not read.
    #[allow(clippy::needless_pass_by_value, reason = "it is what a fault is mapped with")]
    pub(super) fn reading(fault: ron::de::SpannedError) -> Self {
        Self(fault.to_string())
    }
}

/// The story of one courtyard.
#[derive(Debug, Deserialize)]
#[allow(missing_docs, reason = "the fields are those of the file, which explains them")]
pub struct Story {
    pub seed: u64,
    /// Hours east of UTC.
    pub offset_hours: i32,
    pub community: String,
    pub grid: String,
    pub micro_grid: String,
    pub courtyard: String,
    /// What the header calls it.
    pub shown_as: String,
    pub surveyors: Vec<String>,
    pub sessions: Vec<Gathering>,
    pub concerns: Vec<Concern>,
    pub no_opinion: usize,
    pub refused_concerns: usize,
    pub areas: Vec<String>,
    pub money: Vec<Amount>,
    pub money_reason: String,
    pub families: Vec<String>,
    pub titles: Vec<String>,
    pub spot_details: Vec<String>,
    pub goods: Vec<String>,
    pub others: Vec<String>,
    pub remarks: Vec<Remarks>,
    pub draft: Filled,
    pub correction: Correction,
    /// The responses of how many sessions, from the first, have been approved.
    pub approved_sessions: usize,
    pub others_filled: Vec<OtherSurvey>,
}

/// One session and how many submissions belong to it.
#[derive(Debug, Deserialize)]
#[allow(missing_docs, reason = "the fields are those of a session")]
pub struct Gathering {
    #[serde(deserialize_with = "kind")]
    pub kind: SessionKind,
    pub title: String,
    #[serde(deserialize_with = "minute")]
    pub starts: NaiveDateTime,
    pub facilitator: String,
    pub recorder: String,
    pub present: u32,
    pub submissions: usize,
}

/// How often a concern is named.
#[derive(Debug, Deserialize)]
pub struct Concern {
    /// Its choice.
    pub name: String,
    /// By how many households.
    pub households: usize,
    /// How likely in buildings 1 to 4, in relation to each other.
    pub weights: Vec<usize>,
    /// Where it is found, likelier places more than once.
    pub spots: Vec<String>,
}

/// How many households would give this much.
#[derive(Debug, Deserialize)]
#[allow(missing_docs, reason = "plain words")]
pub struct Amount {
    pub yuan: u32,
    pub households: usize,
}

/// What people add, about one concern or (with an empty name) about anything.
#[derive(Debug, Deserialize)]
#[allow(missing_docs, reason = "plain words")]
pub struct Remarks {
    pub about: String,
    pub words: Vec<String>,
}

/// A response written out.
#[derive(Debug, Deserialize)]
#[allow(missing_docs, reason = "the fields are those of a response")]
pub struct Filled {
    pub building: String,
    pub entrance: String,
    pub household: String,
    pub surveyor: String,
    #[serde(deserialize_with = "minute")]
    pub at: NaiveDateTime,
    /// Path and answer, see [`crate::app::Step::read`].
    pub answers: Vec<(String, String)>,
}

impl Filled {
    /// Where it was given.
    #[must_use]
    pub fn door(&self) -> Door {
        Door { building: self.building.clone(), entrance: self.entrance.clone(), household: self.household.clone() }
    }
}

/// One answer of a finished submission that was corrected later.
#[derive(Debug, Deserialize)]
#[allow(missing_docs, reason = "the fields are those of a correction")]
pub struct Correction {
    /// Which submission, from 0.
    pub submission: usize,
    pub question: String,
    pub answer: String,
    pub reason: String,
    #[serde(deserialize_with = "minute")]
    pub at: NaiveDateTime,
}

/// The responses of another survey.
#[derive(Debug, Deserialize)]
#[allow(missing_docs, reason = "plain words")]
pub struct OtherSurvey {
    pub survey: String,
    pub responses: Vec<Filled>,
}

impl Story {
    /// The story that comes with the program.
    ///
    /// # Errors
    /// When the file does not read, or its numbers do not go together.
    pub fn shipped() -> Result<Self, StoryFault> {
        let story: Self = ron::from_str(FILE).map_err(StoryFault::reading)?;
        let four = story.concerns.iter().all(|c| c.weights.len() == story.areas.len());
        let asked = story.submissions().saturating_sub(story.no_opinion + story.refused_concerns);
        let fits = story.concerns.iter().all(|c| c.households <= asked);
        let offset = FixedOffset::east_opt(story.offset_hours.saturating_mul(3600)).is_some();
        if four && fits && offset { Ok(story) } else { Err(StoryFault("figures".to_owned())) }
    }

    /// How many submissions there are.
    #[must_use]
    pub fn submissions(&self) -> usize {
        self.sessions.iter().map(|s| s.submissions).sum()
    }

    /// A local time of the story as a moment.
    #[must_use]
    pub fn moment(&self, local: NaiveDateTime) -> DateTime<FixedOffset> {
        let offset = FixedOffset::east_opt(self.offset_hours.saturating_mul(3600));
        let utc = local.and_utc().fixed_offset();
        offset.and_then(|o| local.and_local_timezone(o).single()).unwrap_or(utc)
    }
}

/// Reads `2024-10-08T19:30`.
pub(super) fn minute<'de, D: serde::Deserializer<'de>>(from: D) -> Result<NaiveDateTime, D::Error> {
    let text = String::deserialize(from)?;
    NaiveDateTime::parse_from_str(&text, "%Y-%m-%dT%H:%M").map_err(serde::de::Error::custom)
}

/// Reads a session kind by its name in the code, as RON writes enums.
fn kind<'de, D: serde::Deserializer<'de>>(from: D) -> Result<SessionKind, D::Error> {
    #[derive(Deserialize)]
    enum Kind {
        CourtyardMeeting,
        CommunityChat,
        NeighboursDialogue,
        MicroRenewal,
    }
    Ok(match Kind::deserialize(from)? {
        Kind::CourtyardMeeting => SessionKind::CourtyardMeeting,
        Kind::CommunityChat => SessionKind::CommunityChat,
        Kind::NeighboursDialogue => SessionKind::NeighboursDialogue,
        Kind::MicroRenewal => SessionKind::MicroRenewal,
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn the_figures_are_those_of_the_story() {
        let story = Story::shipped().unwrap();
        assert_eq!((story.submissions(), story.sessions.len()), (135, 12));
        let mut kinds = BTreeMap::new();
        for session in &story.sessions {
            *kinds.entry(format!("{:?}", session.kind)).or_insert(0) += 1;
        }
        let kinds: Vec<_> = kinds.iter().map(|(kind, n)| (kind.as_str(), *n)).collect();
        assert_eq!(
            kinds,
            [("CommunityChat", 3), ("CourtyardMeeting", 4), ("MicroRenewal", 2), ("NeighboursDialogue", 3)]
        );
        let donations: u32 = story.money.iter().map(|m| m.yuan * u32::try_from(m.households).unwrap()).sum();
        assert_eq!(donations, 40_000);
        assert_eq!(story.concerns.iter().filter(|c| c.name != "other").count(), 6);
    }

    #[test]
    fn the_days_are_in_order() {
        let story = Story::shipped().unwrap();
        let days: Vec<_> = story.sessions.iter().map(|s| s.starts).collect();
        assert!(days.is_sorted());
        let of = |at: &NaiveDateTime| at.date().to_string();
        assert_eq!((of(&days[0]), of(&days[11])), ("2024-10-08".into(), "2024-11-12".into()));
    }
}
