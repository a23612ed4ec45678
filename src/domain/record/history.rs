//! What an entity's records add up to: a response with its revisions and state, a session, the texts of a survey.

use chrono::{DateTime, FixedOffset};

use super::{Body, Record, effective};
use crate::domain::{
    RecordId,
    session::Session,
    survey::{DraftHead, Response, ResponseState},
};

/// One revision of a response.
#[derive(Debug, Clone, PartialEq)]
pub struct Revision {
    /// The record that holds it.
    pub record: RecordId,
    /// When it was recorded.
    pub at: DateTime<FixedOffset>,
    /// By whom.
    pub author: String,
    /// The laptop it was recorded on.
    pub device: crate::domain::DeviceId,
    /// The record's hybrid logical clock.
    pub hlc: u64,
    /// What it says.
    pub response: Response,
}

/// A response over time.
#[derive(Debug, Clone, PartialEq)]
pub struct ResponseHistory {
    /// All revisions that count, oldest first; empty for a draft that was thrown away before it was ever finalised.
    pub revisions: Vec<Revision>,
    /// What is known besides answers, as of the last revision.
    pub head: DraftHead,
    /// Where it stands; never [`ResponseState::Draft`].
    pub state: ResponseState,
    /// The comment it was returned with, or the reason it was deleted for; else empty.
    pub comment: String,
    /// The record that put it into its state.
    pub decided: RecordId,
    /// When that was.
    pub decided_at: DateTime<FixedOffset>,
    /// Who did.
    pub decided_by: String,
    /// When it was first finalised; for a draft thrown away, when that happened.
    pub submitted: DateTime<FixedOffset>,
}

impl ResponseHistory {
    /// Folds the records of one response, in any order. Nothing when none of them counts.
    #[must_use]
    pub fn fold(records: &[Record]) -> Option<Self> {
        let mut now: Option<Self> = None;
        let records = effective(records);
        for record in &records {
            if let Body::Response(response) = &record.body {
                let revision = Revision {
                    record: record.id,
                    at: record.at,
                    author: record.author.clone(),
                    device: record.device,
                    hlc: record.hlc,
                    response: response.clone(),
                };
                let found = now.get_or_insert_with(|| Self::begun(record, &response.head, response.finished));
                found.head = response.head.clone();
                found.revisions.push(revision);
                found.decide(record, ResponseState::Final, "");
            }
            let Some(found) = now.as_mut() else { continue };
            match &record.body {
                Body::Returned { comment, .. } => found.decide(record, ResponseState::Returned, comment),
                Body::Approved { .. } => found.decide(record, ResponseState::Approved, ""),
                Body::Deleted { reason, .. } => found.decide(record, ResponseState::Deleted, reason),
                _ => {}
            }
        }
        let discarded = || {
            records.iter().rev().find_map(|record| match &record.body {
                Body::Discarded { head, .. } => Some(Self::begun(record, head, record.at)),
                _ => None,
            })
        };
        now.or_else(discarded)
    }

    /// The revision that stands, nothing for a draft that was thrown away.
    #[must_use]
    pub fn current(&self) -> Option<&Revision> {
        self.revisions.last()
    }

    fn begun(record: &Record, head: &DraftHead, submitted: DateTime<FixedOffset>) -> Self {
        Self {
            revisions: Vec::new(),
            head: head.clone(),
            state: ResponseState::Deleted,
            comment: String::new(),
            decided: record.id,
            decided_at: record.at,
            decided_by: record.author.clone(),
            submitted,
        }
    }

    fn decide(&mut self, record: &Record, state: ResponseState, comment: &str) {
        self.state = state;
        comment.clone_into(&mut self.comment);
        self.decided = record.id;
        self.decided_at = record.at;
        self.decided_by.clone_from(&record.author);
    }
}

/// A session over time.
#[derive(Debug, Clone, PartialEq)]
pub struct SessionHistory {
    /// What it is now.
    pub session: Session,
    /// Whether it was deleted. Its responses stay and still name it.
    pub deleted: bool,
    /// The record that made it so.
    pub decided: RecordId,
}

impl SessionHistory {
    /// Folds the records of one session, in any order. Nothing when none of them counts.
    #[must_use]
    pub fn fold(records: &[Record]) -> Option<Self> {
        let mut now: Option<Self> = None;
        for record in effective(records) {
            match (&record.body, &mut now) {
                (Body::Session(session), _) => {
                    now = Some(Self { session: session.clone(), deleted: false, decided: record.id });
                }
                (Body::SessionDeleted { .. }, Some(found)) => {
                    found.deleted = true;
                    found.decided = record.id;
                }
                _ => {}
            }
        }
        now
    }
}

/// One text of a survey, kept so that responses filled with it can always be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SurveySource {
    /// The survey's `id`.
    pub survey: String,
    /// Its `version`.
    pub version: String,
    /// SHA-256 of the text and the CSV files, lower-case hex.
    pub hash: String,
    /// The RON text.
    pub source: String,
    /// CSV files beside it: name and text.
    pub files: Vec<(String, String)>,
    /// The record it was first kept in.
    pub record: RecordId,
}

impl SurveySource {
    /// The different texts of one survey, in the order they were first used, from its records in any order.
    #[must_use]
    pub fn fold(records: &[Record]) -> Vec<Self> {
        let mut found: Vec<Self> = Vec::new();
        for record in effective(records) {
            let Body::Survey { survey, version, hash, source, files } = &record.body else { continue };
            if found.iter().any(|s| s.hash == *hash) {
                continue;
            }
            found.push(Self {
                survey: survey.clone(),
                version: version.clone(),
                hash: hash.clone(),
                source: source.clone(),
                files: files.clone(),
                record: record.id,
            });
        }
        found
    }
}
