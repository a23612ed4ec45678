//! A response as it is kept: which survey, session and door, in which state, with which answers.

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

use super::{AnswerTree, content_hash, edit::Edit};
use crate::domain::{ResponseId, SessionId};

/// Which text of which survey a response was filled with.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct SurveyRef {
    /// The survey's `id`.
    pub id: String,
    /// Its `version`, as shown to people.
    pub version: String,
    /// SHA-256 of the definition file and the CSV files it names, lower-case hex: two texts under one version are told
    /// apart, see [`super::content_hash`].
    pub hash: String,
}

impl SurveyRef {
    /// The reference to a definition text and the CSV files it names.
    #[must_use]
    pub fn of(id: &str, version: &str, source: &str, files: &[(String, String)]) -> Self {
        let hash = content_hash(source, files);
        Self { id: id.to_owned(), version: version.to_owned(), hash }
    }
}

/// Where a response was given, typed by the surveyor. Any part may be empty.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Door {
    /// 栋, `3`.
    pub building: String,
    /// 单元, `2`.
    pub entrance: String,
    /// 户, `501`.
    pub household: String,
}

impl Door {
    /// Building, entrance and household as people type them, `3-2-501` or `3 2 501`.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let mut parts = text.split([' ', '-', '/', '\u{3000}']).filter(|part| !part.is_empty());
        let mut next = || parts.next().unwrap_or_default().to_owned();
        Self { building: next(), entrance: next(), household: next() }
    }
}

/// Where a response stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ResponseState {
    /// 草稿: being filled.
    Draft,
    /// 已完成: finalised.
    Final,
    /// 退回: sent back with a comment.
    Returned,
    /// 已审核: approved by the organiser.
    Approved,
    /// 已删除: deleted, can be brought back.
    Deleted,
}

/// One line of the audit trail: an answer as it was given. Times are UTC with the offset they were taken at.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AuditLine {
    /// When the question came on screen.
    pub started: DateTime<FixedOffset>,
    /// When the answer was committed.
    pub ended: DateTime<FixedOffset>,
    /// What was done.
    pub edit: Edit,
    /// The answer before, for a `Set`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub old: Option<crate::domain::Answer>,
}

/// What is known of a response besides its answers, from its first key press on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DraftHead {
    /// The response.
    pub id: ResponseId,
    /// The survey text it is filled with.
    pub survey: SurveyRef,
    /// The occasion it belongs to.
    pub session: Option<SessionId>,
    /// Where it is given.
    pub door: Door,
    /// Who types.
    pub surveyor: String,
    /// When it was begun.
    pub created: DateTime<FixedOffset>,
    /// Seed of `random()` and `randomize()` in this response.
    pub seed: u64,
    /// When this corrects a finished response: why. The response keeps its id, the revision is a new record.
    pub correction: Option<String>,
}

/// A finished response, one revision of it: the body of its record.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Response {
    /// What is known besides the answers.
    pub head: DraftHead,
    /// When it was finalised.
    pub finished: DateTime<FixedOffset>,
    /// `instance_name`, computed at the end; empty when the survey has none.
    pub name: String,
    /// The answers: relevant questions only, repeat instances in range only.
    pub answers: AnswerTree,
    /// How they came about.
    pub audit: Vec<AuditLine>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_holds_the_hash_of_the_text() {
        let empty = SurveyRef::of("tea", "1", "", &[]);
        assert_eq!(empty.hash, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assert_ne!(SurveyRef::of("tea", "1", "a", &[]), SurveyRef::of("tea", "1", "b", &[]));
    }
}
