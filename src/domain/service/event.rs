//! What can happen to services and duties. One event is one record of the log.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Duty, DutyDone, Service};
use crate::domain::{DutyId, ResponseId, ServiceId};

/// Something was offered to somebody, given, or is to be kept up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// A request was matched to an offer; none takes the match away.
    Matched {
        /// The request, a response.
        request: ResponseId,
        /// The offer, a response.
        offer: Option<ResponseId>,
    },
    /// A service was given: for a request, or by a team.
    Given {
        /// Which.
        service: ServiceId,
        /// All of it.
        given: Service,
    },
    /// A duty of upkeep is, from now on, this.
    Duty {
        /// Which.
        id: DutyId,
        /// All of it.
        duty: Duty,
    },
    /// A duty was done.
    DutyDone {
        /// Which.
        id: DutyId,
        /// When, by whom.
        done: DutyDone,
    },
    /// A duty is one no more.
    DutyEnded {
        /// Which.
        id: DutyId,
        /// From when.
        day: NaiveDate,
        /// Why.
        reason: String,
    },
}

impl Event {
    /// What it is about, as the log names it.
    #[must_use]
    pub fn entity(&self) -> String {
        match self {
            Self::Matched { request, .. } => format!("match:{request}"),
            Self::Given { service, .. } => service.to_string(),
            Self::Duty { id, .. } | Self::DutyDone { id, .. } | Self::DutyEnded { id, .. } => id.to_string(),
        }
    }
}

/// What is asked of the services. Ids of new things are handed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Let this have happened.
    Event(Event),
}

/// Why the services do not take a command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ServiceRefusal {
    /// There is no such duty, or no longer.
    Unknown,
    /// What is done, or who does it, was not said.
    Nameless,
    /// An interval of no days.
    NoInterval,
    /// A duty ends without a reason.
    NoReason,
}
