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
        /// When, as agreed.
        at: DateTime<FixedOffset>,
    },
    /// 搬走了
    Moved,
    /// 不安全
    Unsafe,
    /// 答卷已删: it was done with a response that was deleted since. The door is open again; bringing the response back
    /// makes it done again.
    ResponseDeleted {
        /// The response.
        response: ResponseId,
    },
}
