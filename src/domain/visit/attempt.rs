//! One attempt at a door.

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

use crate::domain::{HouseholdId, ResponseId, RoundId};

/// Somebody went to a door. When and who is said by the record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attempt {
    /// The round it belongs to; nothing for a visit outside any.
    pub round: Option<RoundId>,
    /// The door.
    pub household: HouseholdId,
    /// What came of it.
    pub disposition: Disposition,
    /// Who went; the record's author may type for another.
    pub visitor: String,
    /// When, at the door.
    pub at: DateTime<FixedOffset>,
    /// What is worth knowing; may be empty. Sensitive.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// The response that says so, where the disposition does not name one itself; see [`Attempt::response`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub said_in: Option<ResponseId>,
}

impl Attempt {
    /// The response this attempt was read from, when it was.
    #[must_use]
    pub fn response(&self) -> Option<ResponseId> {
        match self.disposition {
            Disposition::Done { response } => response,
            Disposition::ResponseDeleted { response } => Some(response),
            _ => self.said_in,
        }
    }

    /// The attempt, with what a response says came of it.
    #[must_use]
    pub fn said(self, disposition: Disposition, response: ResponseId) -> Self {
        let named = matches!(disposition, Disposition::Done { .. } | Disposition::ResponseDeleted { .. });
        Self { disposition, said_in: (!named).then_some(response), ..self }
    }
}

/// What came of an attempt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Disposition {
    /// 已走访
    Done {
        /// The response that was filled, when one was.
        response: Option<ResponseId>,
    },
    /// 没人在家
    NobodyHome,
    /// 拒绝
    Refused,
    /// 改天再来
    ComeBack {
        /// When, as agreed; midnight when no time was said, only the day.
        at: DateTime<FixedOffset>,
    },
    /// 搬走了
    Moved,
    /// 不安全
    Unsafe,
    /// 答卷已删: it was read from a response that was deleted since, and counts no more; bringing the response back makes it
    /// count again.
    ResponseDeleted {
        /// The response.
        response: ResponseId,
    },
}
