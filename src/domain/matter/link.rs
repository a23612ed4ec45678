//! Where a matter came up.

use serde::{Deserialize, Serialize};

use crate::domain::{
    ActionId, MeetingId, SessionId,
    meeting::agenda::{FundKey, ItemKey, MotionKey},
};

/// A place where a matter came up or is carried out.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Link {
    /// It was talked over at a session without an agenda.
    Session(SessionId),
    /// An item of a meeting's agenda is about it, with all motions, pledges, grants, claims and actions of that item.
    Item {
        /// The meeting.
        meeting: MeetingId,
        /// The item.
        item: ItemKey,
    },
    /// A motion is about it; other motions of the same item are not.
    Motion {
        /// The meeting.
        meeting: MeetingId,
        /// The motion.
        motion: MotionKey,
    },
    /// An action that no item led to.
    Action(ActionId),
    /// A fund pays for it.
    Fund(FundKey),
}

impl Link {
    /// The meeting it leads to, if one.
    #[must_use]
    pub fn meeting(&self) -> Option<MeetingId> {
        match self {
            Self::Item { meeting, .. } | Self::Motion { meeting, .. } => Some(*meeting),
            Self::Session(_) | Self::Action(_) | Self::Fund(_) => None,
        }
    }
}
