//! What can happen to what the ledger keeps. One event is one record of the log.

use serde::{Deserialize, Serialize};

use super::{GrantTerms, Origin, Promise, Task, Undertaking};
use crate::domain::{ActionId, ClaimId, EntryId, GrantId, PledgeId, Text, meeting::agenda::FundKey};

/// Something happened to one thing of the ledger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// To an action.
    Action {
        /// Which.
        action: ActionId,
        /// What.
        event: ActionEvent,
    },
    /// To a pledge.
    Pledge {
        /// Which.
        pledge: PledgeId,
        /// What.
        event: PledgeEvent,
    },
    /// To a grant.
    Grant {
        /// Which.
        grant: GrantId,
        /// What.
        event: GrantEvent,
    },
    /// To a claim.
    Claim {
        /// Which.
        claim: ClaimId,
        /// What.
        event: ClaimEvent,
    },
    /// To a fund.
    Fund {
        /// Which.
        fund: FundKey,
        /// What.
        event: FundEvent,
    },
}

/// What happens to an action.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ActionEvent {
    /// 分工: somebody was asked to do it.
    Assigned {
        /// Who does what by when.
        task: Task,
        /// Where that was agreed; nothing outside a meeting.
        origin: Option<Origin>,
    },
    /// Who, what or by when is now this.
    Changed {
        /// All of it as it is now.
        task: Task,
    },
    /// It was done.
    Done {
        /// By whom.
        by: String,
        /// What is worth knowing; may be empty.
        note: String,
    },
    /// 销号: somebody looked, and it is closed out.
    Checked {
        /// Who looked.
        by: String,
        /// What they found; may be empty.
        note: String,
    },
    /// It is to be done after all, or again.
    Reopened {
        /// Why.
        reason: String,
    },
    /// It will not be done.
    Dropped {
        /// Why.
        reason: String,
    },
}

/// What happens to a pledge. Amounts are fen, pieces or hours, as the gift is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PledgeEvent {
    /// 认捐
    Pledged {
        /// Who gives what.
        promise: Promise,
        /// Where it was promised; nothing outside a meeting.
        origin: Option<Origin>,
    },
    /// Who gives or what is now this.
    Changed {
        /// All of it as it is now.
        promise: Promise,
    },
    /// 到账: some or all of it came in.
    Received {
        /// How much came in now.
        amount: i64,
    },
    /// 退还: some or all of what came in was given back.
    Refunded {
        /// How much was given back now.
        amount: i64,
        /// Why.
        reason: String,
    },
    /// It will not be given.
    Withdrawn {
        /// Why.
        reason: String,
    },
}

/// What happens to a grant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GrantEvent {
    /// 补助: it was granted.
    Granted {
        /// By whom, how much, on what.
        terms: GrantTerms,
        /// Where that was made known; nothing outside a meeting.
        origin: Option<Origin>,
    },
    /// By whom, how much or on what is now this.
    Changed {
        /// All of it as it is now.
        terms: GrantTerms,
    },
    /// It will not come after all.
    Withdrawn {
        /// Why.
        reason: String,
    },
}

/// What happens to a claim.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClaimEvent {
    /// 认领: a partner takes a part over.
    Claimed {
        /// Who takes over what.
        undertaking: Undertaking,
        /// Where that was said; nothing outside a meeting.
        origin: Option<Origin>,
    },
    /// Who takes over what is now this.
    Changed {
        /// All of it as it is now.
        undertaking: Undertaking,
    },
    /// 完成: the part is there.
    Delivered {
        /// What is worth knowing; may be empty.
        note: String,
    },
    /// The partner does not do it after all: the part is on offer again.
    Released {
        /// Why.
        reason: String,
    },
}

/// What happens to a fund.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FundEvent {
    /// It was set up.
    Opened {
        /// What it is called.
        title: Text,
        /// Where that was agreed; nothing outside a meeting.
        origin: Option<Origin>,
    },
    /// Somebody put something in.
    SourceAdded {
        /// Names this source.
        entry: EntryId,
        /// Who.
        from: Text,
        /// How much, in fen.
        fen: i64,
    },
    /// Some of it was set aside.
    Allocated {
        /// Names this allocation.
        entry: EntryId,
        /// For what.
        purpose: Text,
        /// How much, in fen.
        fen: i64,
        /// Where that was decided; nothing outside a meeting.
        origin: Option<Origin>,
    },
    /// What an allocation is for, or how much it is, is now this.
    AllocationChanged {
        /// The allocation.
        entry: EntryId,
        /// For what.
        purpose: Text,
        /// How much, in fen.
        fen: i64,
    },
    /// An allocation was given up.
    AllocationDropped {
        /// The allocation.
        entry: EntryId,
        /// Why.
        reason: String,
    },
    /// Some of an allocation was paid out.
    Spent {
        /// The allocation.
        entry: EntryId,
        /// How much was paid now, in fen.
        fen: i64,
        /// For what, to whom; may be empty.
        note: String,
    },
}

impl Event {
    /// What it is about, as the log names it: the id of the action, pledge, grant or claim; `fund:` and the name of the
    /// fund.
    #[must_use]
    pub fn entity(&self) -> String {
        match self {
            Self::Action { action, .. } => action.to_string(),
            Self::Pledge { pledge, .. } => pledge.to_string(),
            Self::Grant { grant, .. } => grant.to_string(),
            Self::Claim { claim, .. } => claim.to_string(),
            Self::Fund { fund, .. } => format!("fund:{fund}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Ids, SeededIds, meeting::ledger::Gift, record::Body};

    #[test]
    fn an_event_is_kept_as_plain_json_and_read_back() {
        let pledge = PledgeId(SeededIds::new(1).uuid(0));
        let promise = Promise { giver: super::super::Giver::default(), gift: Gift::Money { fen: 20_000 } };
        let event = Event::Pledge { pledge, event: PledgeEvent::Pledged { promise, origin: None } };
        let body = Body::Ledger(event);
        assert_eq!((body.kind(), body.entity()), ("ledger", Some(pledge.to_string())));
        let json = crate::domain::record::canonical(&body).unwrap();
        let start =
            r#"{"ledger":{"pledge":{"event":{"pledged":{"origin":null,"promise":{"gift":{"money":{"fen":20000}}"#;
        assert!(json.starts_with(start), "{json}");
        assert_eq!(serde_json::from_str::<Body>(&json).unwrap(), body);
    }

    #[test]
    fn a_fund_is_named_apart_from_everything_else() {
        let event = FundEvent::Opened { title: Text::default(), origin: None };
        assert_eq!(Event::Fund { fund: FundKey::new("prize"), event }.entity(), "fund:prize");
    }
}
