//! What was agreed: who gives or does what, and where it came up.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::{
    MeetingId, Text,
    meeting::agenda::{ItemKey, MatchBase, MotionKey},
    survey::Door,
};

/// Where something came up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    /// The meeting.
    pub meeting: MeetingId,
    /// The item of its agenda.
    pub item: ItemKey,
    /// The motion that decided it, when one did.
    pub motion: Option<MotionKey>,
}

/// 分工: who does what by when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Task {
    /// What is to be done.
    pub what: String,
    /// Who does it.
    pub who: String,
    /// By when, when a day was named; that day included.
    pub due: Option<NaiveDate>,
}

/// 认捐: who gives what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Promise {
    /// Who.
    pub giver: Giver,
    /// What.
    pub gift: Gift,
}

/// Who gives. Public prints take the name from [`Giver::public_name`].
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Giver {
    /// The name; may be empty when anonymous.
    pub name: String,
    /// Where they live; may be blank.
    pub door: Door,
    /// Whether they asked not to be named in public.
    pub anonymous: bool,
}

impl Giver {
    /// The name for everyone to read: nothing for somebody who asked not to be named.
    #[must_use]
    pub fn public_name(&self) -> Option<&str> {
        (!self.anonymous && !self.name.is_empty()).then_some(&self.name)
    }

    /// The door for everyone to read: nothing for somebody who asked not to be named.
    #[must_use]
    pub fn public_door(&self) -> Option<&Door> {
        (!self.anonymous && self.door != Door::default()).then_some(&self.door)
    }
}

/// What is given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Gift {
    /// 资金
    Money {
        /// How much, in fen.
        fen: i64,
    },
    /// 物资
    Goods {
        /// Such as sofas.
        what: String,
        /// How many.
        quantity: u32,
        /// The measure word or unit; may be empty.
        unit: String,
    },
    /// 出工
    Labour {
        /// How many hours.
        hours: u32,
    },
}

impl Gift {
    /// How much: fen, pieces or hours.
    #[must_use]
    pub fn amount(&self) -> i64 {
        match self {
            Self::Money { fen } => *fen,
            Self::Goods { quantity: amount, .. } | Self::Labour { hours: amount } => i64::from(*amount),
        }
    }

    /// As much of the same: fen, pieces or hours. More pieces or hours than a gift can name is the most it can.
    #[must_use]
    pub fn of(&self, amount: i64) -> Self {
        let count = u32::try_from(amount.max(0)).unwrap_or(u32::MAX);
        match self {
            Self::Money { .. } => Self::Money { fen: amount },
            Self::Goods { what, unit, .. } => Self::Goods { what: what.clone(), quantity: count, unit: unit.clone() },
            Self::Labour { .. } => Self::Labour { hours: count },
        }
    }

    /// Whether both are measured alike, so that what came in for one counts for the other: money, labour, or the same
    /// goods in the same unit.
    #[must_use]
    pub fn is_like(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Money { .. }, Self::Money { .. }) | (Self::Labour { .. }, Self::Labour { .. }) => true,
            (Self::Goods { what: a, unit: u, .. }, Self::Goods { what: b, unit: v, .. }) => a == b && u == v,
            _ => false,
        }
    }
}

/// 补助: what somebody adds to what residents give themselves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GrantTerms {
    /// Who grants it, such as the street office.
    pub from: Text,
    /// How much, in fen.
    pub fen: i64,
    /// The residents' own share it was granted on, in fen.
    pub own: i64,
    /// What that own share was: received or pledged.
    pub base: MatchBase,
}

/// A part on offer, as a claim names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClaimedPart {
    /// Its `name` in the item; empty for a part nobody had planned.
    pub key: String,
    /// Its title.
    pub title: Text,
}

impl ClaimedPart {
    /// Whether both are the same part of one item: by name, by title where nobody gave a name.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        self.key == other.key && (!self.key.is_empty() || self.title == other.title)
    }
}

/// 认领: which partner takes over which part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Undertaking {
    /// The part.
    pub part: ClaimedPart,
    /// Who takes it over.
    pub partner: String,
    /// What they promised to do; may be empty.
    pub promise: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_named_who_asked_not_to_be() {
        let door = Door { building: "3".into(), entrance: "1".into(), household: "201".into() };
        let named = Giver { name: "王秀英".into(), door: door.clone(), anonymous: false };
        assert_eq!((named.public_name(), named.public_door()), (Some("王秀英"), Some(&door)));
        let hidden = Giver { anonymous: true, ..named };
        assert_eq!((hidden.public_name(), hidden.public_door()), (None, None));
        assert_eq!(Giver::default().public_name(), None);
    }

    #[test]
    fn only_like_is_counted_with_like() {
        let sofas = |unit: &str| Gift::Goods { what: "沙发".into(), quantity: 3, unit: unit.into() };
        let (money, hours) = (Gift::Money { fen: 3 }, Gift::Labour { hours: 3 });
        assert!(sofas("张").is_like(&sofas("张")) && money.is_like(&Gift::Money { fen: 9 }));
        assert!(!sofas("张").is_like(&sofas("套")) && !money.is_like(&hours) && !hours.is_like(&sofas("张")));
        assert_eq!((sofas("张").amount(), money.amount(), hours.amount()), (3, 3, 3));
    }
}
