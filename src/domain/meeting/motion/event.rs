//! What happens to a motion, from being moved to its result.

use serde::{Deserialize, Serialize};

use super::{BoxCount, Hands, Teller};
use crate::domain::{
    MatterId, Text,
    meeting::{
        agenda::{ItemKey, MotionKey, VoterKey, Way},
        attendance::Presence,
        rule::{Choice, Judgement, Outcome, Rule},
    },
};

/// Something that happened to a motion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MotionEvent {
    /// It was moved on the spot.
    Moved {
        /// The motion.
        motion: MotionKey,
        /// On which item.
        item: ItemKey,
        /// What is put to the vote.
        text: Text,
        /// By whom.
        by: String,
        /// The rule.
        rule: Rule,
        /// The way of voting.
        way: Way,
        /// The matters it decides, beside those its item is about.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        matters: Vec<MatterId>,
    },
    /// Somebody moves a motion of the agenda, where the file asks for it.
    Sponsored {
        /// The motion.
        motion: MotionKey,
        /// By whom.
        by: String,
    },
    /// It was seconded.
    Seconded {
        /// The motion.
        motion: MotionKey,
        /// By whom.
        by: String,
    },
    /// Its text was changed: a new version.
    Amended {
        /// The motion.
        motion: MotionKey,
        /// The new text.
        text: Text,
        /// By whom.
        by: String,
    },
    /// It was withdrawn.
    Withdrawn {
        /// The motion.
        motion: MotionKey,
        /// Why.
        reason: String,
    },
    /// Those were named who count its vote, in place of whoever was.
    Appointed {
        /// The motion.
        motion: MotionKey,
        /// What they do.
        teller: Teller,
        /// Who; nobody takes them off.
        names: Vec<String>,
    },
    /// It was put to the vote.
    Put {
        /// The motion.
        motion: MotionKey,
        /// How.
        way: Way,
        /// Who was there.
        presence: Presence,
    },
    /// A voter's ballot paper was handed out.
    Delivered {
        /// The motion.
        motion: MotionKey,
        /// To whom.
        voters: Vec<VoterKey>,
    },
    /// A voter spoke.
    Voted {
        /// The motion.
        motion: MotionKey,
        /// Who.
        voter: VoterKey,
        /// What; nothing takes an entry back.
        choice: Option<Choice>,
    },
    /// Hands were counted.
    Counted {
        /// The motion.
        motion: MotionKey,
        /// The totals.
        hands: Hands,
    },
    /// A box was counted.
    BoxCounted {
        /// The motion.
        motion: MotionKey,
        /// Which box, from 0.
        at: usize,
        /// The count.
        count: BoxCount,
    },
    /// Stickers of an option were counted.
    Dotted {
        /// The motion.
        motion: MotionKey,
        /// Which option, from 0.
        at: usize,
        /// So many.
        dots: u32,
    },
    /// Somebody firmly objects.
    Objected {
        /// The motion.
        motion: MotionKey,
        /// Who.
        by: String,
        /// Why.
        reason: String,
    },
    /// An obvious majority, not counted.
    Clear {
        /// The motion.
        motion: MotionKey,
        /// Which way.
        outcome: Outcome,
    },
    /// The vote is closed.
    Closed {
        /// The motion.
        motion: MotionKey,
        /// What the rule says of what was counted; nothing for a clear result and for dots.
        judgement: Option<Judgement>,
    },
    /// The vote is open again.
    Reopened {
        /// The motion.
        motion: MotionKey,
        /// Why.
        reason: String,
    },
    /// A person sets the outcome.
    Overridden {
        /// The motion.
        motion: MotionKey,
        /// To what.
        outcome: Outcome,
        /// Why.
        reason: String,
    },
}
