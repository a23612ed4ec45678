//! The kinds of record and the header each of them has.

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

use super::Printed;
use crate::domain::{
    DeviceId, MeetingId, RecordId, ResponseId, SessionId, matter,
    meeting::{self, ledger},
    place, service,
    session::Session,
    survey::{AuditLine, DraftHead, NodePath, Response},
    visit,
};

/// What happened. The JSON of this is what the log keeps and hashes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Body {
    /// A survey definition was first used here; kept whole, so that responses can always be read.
    Survey {
        /// The survey's `id`.
        survey: String,
        /// Its `version`.
        version: String,
        /// SHA-256 of `source` and `files`, lower-case hex.
        hash: String,
        /// The RON text.
        source: String,
        /// CSV files beside it: name and text.
        files: Vec<(String, String)>,
    },
    /// A session was created or changed.
    Session(Session),
    /// A response was finalised, or a finished one corrected.
    Response(Response),
    /// A finished response was sent back.
    Returned {
        /// The response.
        response: ResponseId,
        /// What to look at.
        comment: String,
    },
    /// A finished response was approved.
    Approved {
        /// The response.
        response: ResponseId,
    },
    /// A response was deleted.
    Deleted {
        /// The response.
        response: ResponseId,
        /// Why.
        reason: String,
    },
    /// A draft was thrown away; what was typed is kept here, so that taking this back brings the draft back.
    Discarded {
        /// What was known of the draft.
        head: DraftHead,
        /// Its edits in order.
        edits: Vec<AuditLine>,
        /// The question that was on screen.
        cursor: Option<NodePath>,
    },
    /// A session was deleted; its responses stay.
    SessionDeleted {
        /// The session.
        session: SessionId,
    },
    /// Something happened to an action, a pledge, a grant, a claim or a fund.
    Ledger(ledger::Event),
    /// Something changed on the roll of places and people.
    Place(place::Event),
    /// Something happened to a round of visits or at a door of it.
    Visit(visit::Event),
    /// Something happened to a matter or to a suggestion.
    Matter(matter::Event),
    /// A service was given, or a duty of upkeep was set or done.
    Service(service::Event),
    /// Something happened at a meeting.
    Meeting {
        /// The meeting.
        meeting: MeetingId,
        /// What.
        event: meeting::Event,
    },
    /// A report was printed for a narrower circle than it is made for unless asked.
    Printed(Printed),
    /// An earlier record counts no more: undo.
    Retracted {
        /// The record taken back.
        record: RecordId,
    },
    /// The body of an earlier record was destroyed for good, because a person is to be forgotten. Cannot be taken back.
    Erased {
        /// The record whose body is gone.
        record: RecordId,
        /// Why, without naming anyone.
        reason: String,
        /// What stands in its place from now on, where it was about more than the person: the same without them.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        instead: Option<Box<Body>>,
    },
}

impl Body {
    /// The word its JSON begins with and the header repeats.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Survey { .. } => "survey",
            Self::Session(_) => "session",
            Self::Response(_) => "response",
            Self::Returned { .. } => "returned",
            Self::Approved { .. } => "approved",
            Self::Deleted { .. } => "deleted",
            Self::Discarded { .. } => "discarded",
            Self::SessionDeleted { .. } => "session_deleted",
            Self::Ledger(_) => "ledger",
            Self::Place(_) => "place",
            Self::Visit(_) => "visit",
            Self::Matter(_) => "matter",
            Self::Service(_) => "service",
            Self::Meeting { .. } => "meeting",
            Self::Printed(_) => Printed::KIND,
            Self::Retracted { .. } => "retracted",
            Self::Erased { .. } => "erased",
        }
    }

    /// What it is about; nothing for a body that is about another record and so about that record's entity.
    #[must_use]
    pub fn entity(&self) -> Option<String> {
        match self {
            Self::Survey { survey, .. } => Some(survey.clone()),
            Self::Session(session) => Some(session.id.to_string()),
            Self::SessionDeleted { session } => Some(session.to_string()),
            Self::Response(response) => Some(response.head.id.to_string()),
            Self::Discarded { head, .. } => Some(head.id.to_string()),
            Self::Returned { response, .. } | Self::Approved { response } | Self::Deleted { response, .. } => {
                Some(response.to_string())
            }
            Self::Ledger(event) => Some(event.entity()),
            Self::Place(event) => Some(event.entity()),
            Self::Visit(event) => Some(event.entity()),
            Self::Matter(event) => Some(event.entity()),
            Self::Service(event) => Some(event.entity()),
            Self::Meeting { meeting, .. } => Some(meeting.to_string()),
            Self::Printed(_) => Some(Printed::KIND.to_owned()),
            Self::Retracted { .. } | Self::Erased { .. } => None,
        }
    }

    /// Whether it can name a person, or hold what a person said: such a body can be erased.
    #[must_use]
    pub fn is_about_a_person(&self) -> bool {
        match self {
            Self::Response(_)
            | Self::Returned { .. }
            | Self::Deleted { .. }
            | Self::Discarded { .. }
            | Self::Session(_)
            | Self::Ledger(_)
            | Self::Place(_)
            | Self::Visit(_)
            | Self::Matter(_)
            | Self::Service(_) => true,
            Self::Meeting { event, .. } => event.is_about_a_person(),
            Self::Survey { .. }
            | Self::Printed(_)
            | Self::Approved { .. }
            | Self::SessionDeleted { .. }
            | Self::Retracted { .. }
            | Self::Erased { .. } => false,
        }
    }
}

/// One record of the log: header and body.
#[derive(Debug, Clone, PartialEq)]
pub struct Record {
    /// Its id.
    pub id: RecordId,
    /// Community the laptop works for.
    pub community: String,
    /// Laptop.
    pub device: DeviceId,
    /// Gap-free number per device, from 1.
    pub seq: u64,
    /// Hybrid logical clock: milliseconds since 1970 UTC in the upper 48 bits, a counter in the lower 16.
    pub hlc: u64,
    /// When, with the offset it was taken at.
    pub at: DateTime<FixedOffset>,
    /// Who.
    pub author: String,
    /// What it is about: the id of a response, session or survey, or of what the ledger keeps.
    pub entity: String,
    /// The record it replaces or answers, the entity's latest before it.
    pub prev: Option<RecordId>,
    /// What happened.
    pub body: Body,
    /// SHA-256 of the body's JSON.
    pub body_hash: [u8; 32],
    /// SHA-256 over the chain hash of the device's record before and this header with `body_hash`.
    pub chain_hash: [u8; 32],
}

impl Record {
    /// Whether this record was made in one go with the one before it: one command's events are taken back together.
    ///
    /// Records of one go are the next number and the very next tick of the clock; the clock leaves out a tick before
    /// every go of a meeting's or the ledger's (see [`super::tick_apart`]).
    #[must_use]
    pub fn goes_with(&self, before: &Self) -> bool {
        self.device == before.device && self.seq == before.seq + 1 && self.hlc == before.hlc + 1
    }
}
