//! The minutes while they are worked on, and the versions that are final.

use std::{collections::BTreeMap, sync::Arc};

use chrono::{DateTime, FixedOffset, NaiveDate};

use super::{Edition, Minutes, MinutesCommand, MinutesEvent, MinutesRefusal};
use crate::domain::meeting::{Meeting, Moment, Refusal, agenda::ItemKey};

/// A posting of the result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Posting {
    /// From this day.
    pub on: NaiveDate,
    /// To this day.
    pub until: NaiveDate,
    /// How to object.
    pub objections: String,
}

/// Minutes that are final.
#[derive(Debug, Clone, PartialEq)]
pub struct Version {
    /// Which version, from 1.
    pub number: u32,
    /// The version it corrects.
    pub replaces: Option<u32>,
    /// Why; empty for the first.
    pub reason: String,
    /// When it was made final.
    pub at: DateTime<FixedOffset>,
    /// The minutes as they stood, the facilitator's edition.
    pub minutes: Arc<Minutes>,
}

/// The minutes while they are worked on.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Drafting {
    words: BTreeMap<Option<ItemKey>, String>,
    next_meeting: String,
    posting: Option<Posting>,
    versions: Vec<Version>,
    correcting: Option<String>,
}

impl Drafting {
    /// A person's words on an item, or on the whole meeting.
    #[must_use]
    pub fn words(&self, item: Option<&ItemKey>) -> &str {
        self.words.get(&item.cloned()).map_or("", String::as_str)
    }

    /// When and where the next meeting is.
    #[must_use]
    pub fn next_meeting(&self) -> &str {
        &self.next_meeting
    }

    /// The posting.
    #[must_use]
    pub fn posting(&self) -> Option<&Posting> {
        self.posting.as_ref()
    }

    /// The final versions, oldest first.
    #[must_use]
    pub fn versions(&self) -> &[Version] {
        &self.versions
    }

    /// A final version by its number.
    #[must_use]
    pub fn version(&self, number: u32) -> Option<&Version> {
        self.versions.iter().find(|version| version.number == number)
    }

    /// Why the last version is being corrected; nothing when it is not.
    #[must_use]
    pub fn correcting(&self) -> Option<&str> {
        self.correcting.as_deref()
    }

    /// The version that stands, when nobody works on a correction of it.
    #[must_use]
    pub fn standing(&self) -> Option<&Version> {
        self.versions.last().filter(|_| self.correcting.is_none())
    }

    /// Whether they are final: nothing may be changed but by a correction.
    #[must_use]
    pub fn is_final(&self) -> bool {
        self.standing().is_some()
    }

    /// What happens when this is asked for.
    pub(in crate::domain::meeting) fn decide(
        meeting: &Meeting,
        command: MinutesCommand,
    ) -> Result<Vec<MinutesEvent>, Refusal> {
        let known = &meeting.minutes;
        let refused = |why| Err(Refusal::Minutes(why));
        let event = match command {
            MinutesCommand::Post { on, until, objections } => {
                // What is final is posted: this comes after.
                if until < on {
                    return refused(MinutesRefusal::EndsEarly);
                }
                MinutesEvent::Posted { on, until, objections }
            }
            MinutesCommand::Correct { reason } => {
                if !known.is_final() {
                    return refused(MinutesRefusal::NotFinal);
                }
                if reason.trim().is_empty() {
                    return refused(MinutesRefusal::NoReason);
                }
                MinutesEvent::Correcting { reason: reason.trim().to_owned() }
            }
            _ if known.is_final() => return Err(Refusal::Final),
            MinutesCommand::Word { item, text } => {
                if item.as_ref().is_some_and(|item| meeting.course.item(item).is_none()) {
                    return refused(MinutesRefusal::NoItem);
                }
                MinutesEvent::Worded { item, text }
            }
            MinutesCommand::NameNext { text } => MinutesEvent::NextNamed { text },
            MinutesCommand::Finalise { minutes } => {
                if meeting.course.closed().is_none() {
                    return refused(MinutesRefusal::NotClosed);
                }
                if minutes.meeting != meeting.id || minutes.edition != Edition::Facilitator {
                    return refused(MinutesRefusal::NotWhole);
                }
                let last = known.versions.last().map(|version| version.number);
                MinutesEvent::Finalised {
                    version: last.unwrap_or(0).saturating_add(1),
                    minutes,
                    replaces: last,
                    reason: known.correcting.clone().unwrap_or_default(),
                }
            }
        };
        Ok(vec![event])
    }

    /// Takes in what happened.
    pub(in crate::domain::meeting) fn apply(&mut self, event: &MinutesEvent, now: Moment) {
        match event {
            MinutesEvent::Worded { item, text } => {
                self.words.insert(item.clone(), text.clone());
            }
            MinutesEvent::NextNamed { text } => self.next_meeting.clone_from(text),
            MinutesEvent::Finalised { version, minutes, replaces, reason } => {
                // Of two of one number, left when the taking back of the first was itself taken back, the later stands.
                self.versions.retain(|known| known.number != *version);
                self.versions.push(Version {
                    number: *version,
                    replaces: *replaces,
                    reason: reason.clone(),
                    at: now.wall,
                    minutes: Arc::new((**minutes).clone()),
                });
                self.correcting = None;
            }
            MinutesEvent::Correcting { reason } => {
                if !self.versions.is_empty() {
                    self.correcting = Some(reason.clone());
                }
            }
            MinutesEvent::Posted { on, until, objections } => {
                self.posting = Some(Posting { on: *on, until: *until, objections: objections.clone() });
            }
        }
    }
}
