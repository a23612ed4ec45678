//! What forgetting a household does, in numbers.

use chrono::{DateTime, FixedOffset};

use crate::domain::ResponseId;

/// How many records of which kind are erased, how many lose what they say of the household, and what stays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ForgetCounts {
    /// Records of the roll.
    pub roll: usize,
    /// Visits.
    pub visits: usize,
    /// Responses that visits led to.
    pub linked: usize,
    /// Meetings in which name and door are taken out: rolls, attendance, votes, what was said, minutes.
    pub meetings: usize,
    /// Promises, tasks and funds in which they are.
    pub ledger: usize,
    /// Sessions, matters, services, rounds in which they are.
    pub others: usize,
    /// Records in which a name or door still stands, because it may as well be somebody else's.
    pub shared: usize,
    /// Responses of other households that mention them.
    pub mentioned: usize,
    /// Members, such as building heads, of the same name.
    pub members: usize,
}

/// A response, finished or under way, that only its door says to be the household's.
#[derive(Debug, Clone, PartialEq)]
pub struct ByDoor {
    /// The response.
    pub response: ResponseId,
    /// Its survey.
    pub survey: String,
    /// When it was begun.
    pub begun: DateTime<FixedOffset>,
    /// Whether it is still under way.
    pub draft: bool,
}
