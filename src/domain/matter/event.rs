//! What can happen to matters and suggestions. One event is one record of the log.

use serde::{Deserialize, Serialize};

use super::{About, Code, Concern, Link, Step, SuggestionKey};
use crate::domain::MatterId;

/// Something happened to a matter or to a suggestion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// A concern is, from now on, called this.
    Concern(Concern),
    /// A matter was raised, from another when it was split.
    Raised {
        /// Which.
        matter: MatterId,
        /// What it is about.
        about: About,
        /// The matter it was split from.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        split_from: Option<MatterId>,
    },
    /// What a matter is about is now this: renamed, put under another concern.
    Changed {
        /// Which.
        matter: MatterId,
        /// All of it.
        about: About,
    },
    /// A matter was put to a step by hand, whatever follows from what came of it.
    Put {
        /// Which.
        matter: MatterId,
        /// Where it stands.
        step: Step,
        /// Why, or what was seen; needed to drop it.
        note: String,
    },
    /// A matter is the same as another: all that is joined to it counts for the other.
    Merged {
        /// Which.
        matter: MatterId,
        /// Into which.
        into: MatterId,
    },
    /// A matter came up somewhere. Motions, pledges, claims and actions of an item follow from the item.
    Linked {
        /// Which.
        matter: MatterId,
        /// Where.
        link: Link,
    },
    /// It did not come up there after all.
    Unlinked {
        /// Which.
        matter: MatterId,
        /// Where.
        link: Link,
    },
    /// Somebody said what a suggestion is about.
    Coded {
        /// Which suggestion.
        suggestion: SuggestionKey,
        /// What it is about.
        code: Code,
        /// Whether it is a second coder's, given without seeing the first and only to measure their agreement.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        blind: bool,
    },
}

impl Event {
    /// What it is about, as the log names it.
    #[must_use]
    pub fn entity(&self) -> String {
        match self {
            Self::Concern(concern) => format!("concern:{}", concern.name),
            Self::Raised { matter, .. }
            | Self::Changed { matter, .. }
            | Self::Put { matter, .. }
            | Self::Merged { matter, .. } => matter.to_string(),
            Self::Linked { matter, .. } | Self::Unlinked { matter, .. } => format!("links:{matter}"),
            Self::Coded { suggestion, .. } => suggestion.to_string(),
        }
    }
}

/// What is asked of the matters. Ids of new things are handed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Let all of this have happened, together.
    All(Vec<Event>),
}

impl From<Event> for Command {
    fn from(event: Event) -> Self {
        Self::All(vec![event])
    }
}

/// Why the matters do not take a command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MatterRefusal {
    /// There is no such matter, or no longer.
    Unknown,
    /// There is one of this id already.
    Exists,
    /// It has no title.
    Untitled,
    /// It was merged into another: that one is to be changed.
    Merged,
    /// It would be merged into itself, directly or by way of others.
    MergedIntoItself,
    /// It is dropped without a reason.
    NoReason,
}
