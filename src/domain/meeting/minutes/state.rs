//! The minutes while they are worked on.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{MinutesCommand, MinutesEvent, MinutesRefusal};
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

/// The minutes while they are worked on.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Drafting {
    words: BTreeMap<Option<ItemKey>, String>,
    posting: Option<Posting>,
}

impl Drafting {
    /// A person's words on an item, or on the whole meeting.
    #[must_use]
    pub fn words(&self, item: Option<&ItemKey>) -> &str {
        self.words.get(&item.cloned()).map_or("", String::as_str)
    }

    /// The posting.
    #[must_use]
    pub fn posting(&self) -> Option<&Posting> {
        self.posting.as_ref()
    }

    /// What happens when this is asked for.
    pub(in crate::domain::meeting) fn decide(
        meeting: &Meeting,
        command: MinutesCommand,
    ) -> Result<Vec<MinutesEvent>, Refusal> {
        let event = match command {
            MinutesCommand::Word { item, text } => {
                if item.as_ref().is_some_and(|item| meeting.course.item(item).is_none()) {
                    return Err(Refusal::Minutes(MinutesRefusal::NoItem));
                }
                MinutesEvent::Worded { item, text }
            }
            MinutesCommand::Post { on, until, objections } => {
                if until < on {
                    return Err(Refusal::Minutes(MinutesRefusal::EndsEarly));
                }
                MinutesEvent::Posted { on, until, objections }
            }
        };
        Ok(vec![event])
    }

    /// Takes in what happened.
    pub(in crate::domain::meeting) fn apply(&mut self, event: &MinutesEvent, _now: Moment) {
        match event {
            MinutesEvent::Worded { item, text } => {
                self.words.insert(item.clone(), text.clone());
            }
            MinutesEvent::Posted { on, until, objections } => {
                self.posting = Some(Posting { on: *on, until: *until, objections: objections.clone() });
            }
        }
    }
}
