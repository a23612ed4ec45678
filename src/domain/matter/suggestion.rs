//! Suggestions: what households said in their own words, and the codes given to it.

use std::{convert::Infallible, str::FromStr};

use serde::{Deserialize, Serialize};

use crate::domain::{MatterId, ResponseId};

/// Which suggestion: a response and the path of the question it answers.
///
/// It reads `response/path`, such as `0190..-../remarks` or `0190..-../member[2]/wish`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SuggestionKey(pub String);

impl SuggestionKey {
    /// The suggestion somebody made in a response, in the answer at this path.
    #[must_use]
    pub fn new(response: ResponseId, path: &str) -> Self {
        Self(format!("{response}/{path}"))
    }

    /// The response.
    #[must_use]
    pub fn response(&self) -> Option<ResponseId> {
        self.0.split_once('/')?.0.parse().ok()
    }

    /// The path of the question.
    #[must_use]
    pub fn path(&self) -> &str {
        self.0.split_once('/').map_or("", |(_, path)| path)
    }
}

impl std::fmt::Display for SuggestionKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for SuggestionKey {
    type Err = Infallible;

    fn from_str(s: &str) -> Result<Self, Infallible> {
        Ok(Self(s.to_owned()))
    }
}

/// What a suggestion was taken to be about.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Code {
    /// The `name`s of concerns, the foremost first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub concerns: Vec<String>,
    /// Matters, the foremost first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub matters: Vec<MatterId>,
}

impl Code {
    /// Whether it says that there is nothing to do about it: neither concern nor matter.
    #[must_use]
    pub fn sets_aside(&self) -> bool {
        self.concerns.is_empty() && self.matters.is_empty()
    }
}

/// All codes given to one suggestion.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Coding {
    /// The code that counts: the latest of those not given blind.
    pub code: Option<Code>,
    /// Each coder's latest code, blind or not, in the order coders first came.
    pub by_coder: Vec<(String, Code)>,
}
