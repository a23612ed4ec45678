//! What can be asked of a motion.

use super::{BoxCount, Hands, Teller};
use crate::domain::{
    MatterId, Text,
    meeting::{
        agenda::{ItemKey, MotionKey, VoterKey, Way},
        rule::{Choice, Outcome, Rule},
    },
};

/// What can be asked of a motion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MotionCommand {
    /// Move one on the spot.
    Move {
        /// A fresh key.
        motion: MotionKey,
        /// On which item.
        item: ItemKey,
        /// What is put to the vote.
        text: Text,
        /// By whom.
        by: String,
        /// The rule; nothing for the agenda's.
        rule: Option<Rule>,
        /// The way of voting.
        way: Way,
        /// The matters it decides, beside those its item is about.
        matters: Vec<MatterId>,
    },
    /// Note who moves a motion of the agenda.
    Sponsor {
        /// The motion.
        motion: MotionKey,
        /// By whom.
        by: String,
    },
    /// Second it.
    Second {
        /// The motion.
        motion: MotionKey,
        /// By whom.
        by: String,
    },
    /// Change its text.
    Amend {
        /// The motion.
        motion: MotionKey,
        /// The new text.
        text: Text,
        /// By whom.
        by: String,
    },
    /// Withdraw it.
    Withdraw {
        /// The motion.
        motion: MotionKey,
        /// Why.
        reason: String,
    },
    /// Name who counts its vote.
    Appoint {
        /// The motion.
        motion: MotionKey,
        /// What they do.
        teller: Teller,
        /// Who; nobody takes them off.
        names: Vec<String>,
    },
    /// Put it to the vote, with who is there now.
    Put {
        /// The motion.
        motion: MotionKey,
        /// How, when not as planned.
        way: Option<Way>,
    },
    /// Note which ballot papers were handed out; to the whole roll when empty.
    Deliver {
        /// The motion.
        motion: MotionKey,
        /// To whom.
        voters: Vec<VoterKey>,
    },
    /// Enter what a voter said, or take the entry back.
    Vote {
        /// The motion.
        motion: MotionKey,
        /// Who.
        voter: VoterKey,
        /// What.
        choice: Option<Choice>,
    },
    /// Enter counted hands.
    Count {
        /// The motion.
        motion: MotionKey,
        /// The totals.
        hands: Hands,
    },
    /// Enter the count of a box.
    CountBox {
        /// The motion.
        motion: MotionKey,
        /// Which box, from 0.
        at: usize,
        /// The count.
        count: BoxCount,
    },
    /// Enter the stickers of an option.
    Dot {
        /// The motion.
        motion: MotionKey,
        /// Which option, from 0.
        at: usize,
        /// So many.
        dots: u32,
    },
    /// Note a firm objection.
    Object {
        /// The motion.
        motion: MotionKey,
        /// Who.
        by: String,
        /// Why.
        reason: String,
    },
    /// Note an obvious majority and close the vote.
    Clear {
        /// The motion.
        motion: MotionKey,
        /// Which way: carried or lost.
        outcome: Outcome,
    },
    /// Close the vote.
    Close {
        /// The motion.
        motion: MotionKey,
    },
    /// Open it again.
    Reopen {
        /// The motion.
        motion: MotionKey,
        /// Why.
        reason: String,
    },
    /// Set the outcome by hand.
    Override {
        /// The motion.
        motion: MotionKey,
        /// To what.
        outcome: Outcome,
        /// Why.
        reason: String,
    },
}
