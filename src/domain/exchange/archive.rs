//! Responses whole, as JSON: everything the store knows of them, and the survey texts and sessions they name.

use serde::{Deserialize, Serialize};

use crate::domain::{
    session::Session,
    survey::{Response, ResponseState, SurveyRef},
};

/// What an export holds.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Archive {
    /// The survey's `id`.
    pub survey: String,
    /// The texts of the versions, oldest first. A spreadsheet does not hold them.
    #[serde(default)]
    pub versions: Vec<KeptSurvey>,
    /// The sessions that responses name.
    #[serde(default)]
    pub sessions: Vec<Session>,
    /// The names of what was left out of the responses, so that they are not taken for the whole.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub left_out: Vec<String>,
    /// The responses, oldest first.
    pub responses: Vec<KeptResponse>,
}

/// The text of one version of a survey.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeptSurvey {
    /// Its `version`.
    pub version: String,
    /// SHA-256 of `source`, lower-case hex.
    pub hash: String,
    /// The RON text.
    pub source: String,
    /// CSV files beside it: name and text.
    #[serde(default)]
    pub files: Vec<(String, String)>,
}

/// A finished response and where it stands.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct KeptResponse {
    /// Final, returned or approved.
    pub state: ResponseState,
    /// What a returned one was sent back with; else empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub comment: String,
    /// The response.
    #[serde(flatten)]
    pub response: Response,
}

impl KeptSurvey {
    /// Whether the text and the CSV files are those the hash was made of.
    #[must_use]
    pub fn is_intact(&self) -> bool {
        SurveyRef::of("", "", &self.source, &self.files).hash == self.hash
    }
}
