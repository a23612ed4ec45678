//! A round: which doors are to be visited with which survey, by whom, until when.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::{HouseholdId, SessionId, place::Place};

/// What a round is to be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// What people call it.
    pub title: String,
    /// The survey to fill at each door, by its `id`; empty for visits without one.
    pub survey: String,
    /// The session its responses belong to.
    pub session: Option<SessionId>,
    /// The doors, in the order they were chosen.
    pub doors: Vec<HouseholdId>,
    /// Who goes where.
    pub assignments: Vec<Assignment>,
    /// Until when; that day included.
    pub until: Option<NaiveDate>,
    /// For back-checks: the round whose doors were drawn from, checked again by somebody else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub checks: Option<crate::domain::RoundId>,
}

/// Who goes where.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assignment {
    /// The surveyor's name.
    pub who: String,
    /// The doors of this place that are in the round.
    pub place: Place,
}

/// A round as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Round {
    /// What it is to be.
    pub plan: Plan,
    /// Why it was ended, once it was; may be empty.
    pub ended: Option<String>,
}
