//! What can happen to rounds and at doors. One event is one record of the log.

use serde::{Deserialize, Serialize};

use super::{Attempt, Disposition, Plan};
use crate::domain::{AttemptId, ResponseId, RoundId};

/// Something happened to a round of visits or at a door.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// A round is, from now on, to be this.
    Planned {
        /// Which.
        round: RoundId,
        /// All of it.
        plan: Plan,
    },
    /// A round is over.
    Ended {
        /// Which.
        round: RoundId,
        /// What is worth saying; may be empty.
        reason: String,
    },
    /// Somebody went to a door.
    Attempted {
        /// The attempt.
        id: AttemptId,
        /// What came of it.
        attempt: Attempt,
    },
}

impl Event {
    /// What it is about, as the log names it.
    #[must_use]
    pub fn entity(&self) -> String {
        match self {
            Self::Planned { round, .. } | Self::Ended { round, .. } => round.to_string(),
            Self::Attempted { id, .. } => id.to_string(),
        }
    }
}

/// What is asked of the rounds. Ids of new things are handed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Let this have happened.
    Event(Event),
    /// A response was deleted: what it said came of a visit counts no more, also in rounds that are over.
    ResponseDeleted(ResponseId),
    /// A response was brought back, or corrected: at the doors it was given at this is what came of the visit.
    ResponseSays(ResponseId, Disposition),
}

/// Why the rounds do not take a command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum VisitRefusal {
    /// There is no such round.
    Unknown,
    /// The round is over.
    Over,
    /// The round has no title.
    Untitled,
    /// The round has no doors.
    NoDoors,
    /// The door is not in the round.
    NotInRound,
    /// Nobody is said to have gone.
    NoVisitor,
}
