//! What happens to the minutes.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Minutes;
use crate::domain::meeting::agenda::ItemKey;

/// Something that happened to the minutes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MinutesEvent {
    /// A person's words on an item, or on the whole meeting.
    Worded {
        /// The item; nothing for the meeting.
        item: Option<ItemKey>,
        /// The words, whole.
        text: String,
    },
    /// When and where the next meeting is, in a person's words.
    NextNamed {
        /// The words, whole.
        text: String,
    },
    /// They are final: read-only from now on.
    Finalised {
        /// Which version this is, from 1.
        version: u32,
        /// The minutes as they stood.
        minutes: Box<Minutes>,
        /// The version this one corrects.
        replaces: Option<u32>,
        /// Why it was corrected; empty for the first.
        reason: String,
    },
    /// Final minutes are worked on again: a correction, which becomes a version of its own.
    Correcting {
        /// Why.
        reason: String,
    },
    /// The result was posted.
    Posted {
        /// From this day.
        on: NaiveDate,
        /// To this day.
        until: NaiveDate,
        /// How to object.
        objections: String,
    },
}

/// What can be asked of the minutes.
#[derive(Debug, Clone, PartialEq)]
pub enum MinutesCommand {
    /// Keep a person's words.
    Word {
        /// The item; nothing for the meeting.
        item: Option<ItemKey>,
        /// The words, whole.
        text: String,
    },
    /// Keep when and where the next meeting is.
    NameNext {
        /// The words, whole.
        text: String,
    },
    /// Make them final.
    Finalise {
        /// The minutes as they stand, whole.
        minutes: Box<Minutes>,
    },
    /// Open a correction of final minutes.
    Correct {
        /// Why.
        reason: String,
    },
    /// Note the posting.
    Post {
        /// From this day.
        on: NaiveDate,
        /// To this day.
        until: NaiveDate,
        /// How to object.
        objections: String,
    },
}

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MinutesRefusal {
    /// There is no such item.
    NoItem,
    /// It would end before it begins.
    EndsEarly,
    /// The meeting is not closed yet.
    NotClosed,
    /// They are not final: there is nothing to correct.
    NotFinal,
    /// A reason is asked for.
    NoReason,
    /// These are the minutes of another meeting, or the public's, which leave things out.
    NotWhole,
}
