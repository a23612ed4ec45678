//! The kinds of record and the header each of them has.

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

use crate::domain::{DeviceId, RecordId, ResponseId, SessionId, session::Session, survey::Response};

/// What happened. The JSON of this is what the log keeps and hashes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Body {
    /// A survey definition was first used here; kept whole, so that responses can always be read.
    Survey {
        /// The survey's `id`.
        survey: String,
        /// Its `version`.
        version: String,
        /// SHA-256 of `source`, lower-case hex.
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
    /// A session was deleted; its responses stay.
    SessionDeleted {
        /// The session.
        session: SessionId,
    },
    /// An earlier record counts no more: undo.
    Retracted {
        /// The record taken back.
        record: RecordId,
    },
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
    /// What it is about: the response's, session's or survey's id.
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
