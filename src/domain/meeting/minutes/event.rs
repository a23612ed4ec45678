//! What happens to the minutes.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

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
}
