//! What can happen to the roll. One event is one record of the log, about one household or one member.

use serde::{Deserialize, Serialize};

use super::{Household, Member};
use crate::domain::{HouseholdId, MemberId};

/// Something changed on the roll.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// A household is, from now on, this.
    Household {
        /// Which.
        id: HouseholdId,
        /// All of it.
        household: Box<Household>,
    },
    /// The households recorded in one go with this came from a table.
    Imported {
        /// The name of its file.
        file: String,
    },
    /// A household is on the roll no more.
    HouseholdRemoved {
        /// Which.
        id: HouseholdId,
        /// Why.
        reason: String,
    },
    /// A member is, from now on, this.
    Member {
        /// Which.
        id: MemberId,
        /// All of it.
        member: Member,
    },
    /// A member is one no more.
    MemberRemoved {
        /// Which.
        id: MemberId,
        /// Why.
        reason: String,
    },
}

impl Event {
    /// The household it is about.
    #[must_use]
    pub fn household(&self) -> Option<HouseholdId> {
        match self {
            Self::Household { id, .. } | Self::HouseholdRemoved { id, .. } => Some(*id),
            Self::Imported { .. } | Self::Member { .. } | Self::MemberRemoved { .. } => None,
        }
    }

    /// What it is about, as the log names it.
    #[must_use]
    pub fn entity(&self) -> String {
        match self {
            Self::Household { id, .. } | Self::HouseholdRemoved { id, .. } => id.to_string(),
            Self::Member { id, .. } | Self::MemberRemoved { id, .. } => id.to_string(),
            Self::Imported { .. } => "import".to_owned(),
        }
    }
}

/// What is asked of the roll. Ids of new things are handed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Let this have happened.
    Event(Event),
    /// Let all of this have happened, together: an import.
    All(Vec<Event>),
}

/// Why the roll does not take a command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlaceRefusal {
    /// There is no such household or member, or no longer.
    Unknown,
    /// A household without a door, or a member without a name.
    Nameless,
    /// Another household has this door already.
    DoorTaken {
        /// Which.
        by: HouseholdId,
    },
    /// Something is removed without a reason.
    NoReason,
}
