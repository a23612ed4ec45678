//! What happens to a motion, from being moved to its result.

use serde::{Deserialize, Serialize};

use super::Teller;
use crate::domain::{
    MatterId, Text,
    meeting::{
        agenda::{ItemKey, MotionKey, VoterKey, Way},
        attendance::Presence,
        rule::{Choice, Judgement, Outcome, Rule, Weight},
    },
};

/// Ballot papers of one box, as counted. Voices are weights: where a rule weighs area, the papers' areas added.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct BoxCount {
    /// Papers given out.
    pub given: Weight,
    /// Papers found in the box.
    pub found: u64,
    /// For.
    pub yes: Weight,
    /// Against.
    pub no: Weight,
    /// Abstaining.
    pub abstain: Weight,
    /// Spoiled or unsigned.
    pub spoiled: Weight,
}

impl BoxCount {
    /// Marks counted on papers.
    #[must_use]
    pub fn marks(&self) -> u64 {
        self.counted().ballots
    }

    /// Everything counted on papers, their areas added.
    #[must_use]
    pub fn counted(&self) -> Weight {
        self.yes.plus(self.no).plus(self.abstain).plus(self.spoiled)
    }

    /// Whether papers are counted without their areas, where so many voters have none.
    #[must_use]
    pub fn lacks_area(&self, bare: u64) -> bool {
        [self.yes, self.no, self.abstain, self.spoiled].iter().any(|voices| voices.area == 0 && voices.ballots > bare)
    }
}

/// Raised hands as counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Hands {
    /// For.
    pub yes: u32,
    /// Against.
    pub no: u32,
    /// Abstaining.
    pub abstain: u32,
}

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

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MotionRefusal {
    /// There is no such motion.
    NoMotion,
    /// There is no such item.
    NoItem,
    /// It has no text.
    NoText,
    /// It must be moved and seconded first.
    NotSeconded,
    /// Nobody seconds their own motion.
    OwnSecond,
    /// The meeting has not begun.
    NotStarted,
    /// Another vote is open.
    OtherOpen,
    /// Its vote is open.
    Open,
    /// Its vote is not open.
    NotOpen,
    /// Its vote is closed.
    Closed,
    /// It was withdrawn.
    Withdrawn,
    /// The rule weighs area, which this way of voting does not know.
    NeedsArea,
    /// This way of voting does not go so.
    OtherWay,
    /// Nobody of this key on the roll.
    NotOnRoll,
    /// There is no roll to call.
    NoRoll,
    /// Not there when the vote opened, and under this rule only those there vote.
    NotThere,
    /// Co-owners disagree: their unit does not take part.
    Disputed,
    /// More hands than voices present.
    TooManyHands {
        /// Hands counted.
        hands: u64,
        /// Voices present.
        present: u64,
    },
    /// More marks than papers found in the box.
    TooManyMarks {
        /// Marks counted.
        marks: u64,
        /// Papers found.
        found: u64,
    },
    /// More papers found than given out.
    TooManyPapers {
        /// Papers found.
        found: u64,
        /// Papers given out.
        given: u64,
    },
    /// Fewer marks than papers found: some papers are not counted yet.
    MarksMissing {
        /// Marks counted.
        marks: u64,
        /// Papers found.
        found: u64,
    },
    /// The rule weighs area, and papers of a box are counted without theirs.
    AreaMissing {
        /// The box, from 1.
        number: usize,
    },
    /// More area on the marks than on the papers given out, or than everybody has. In 0.01 m².
    TooMuchArea {
        /// Counted.
        counted: u64,
        /// What there is.
        most: u64,
    },
    /// There is no such box or option.
    NoSuchLine,
    /// Nothing was counted yet.
    NothingCounted,
    /// A result is carried or lost.
    NoOutcome,
    /// A reason is asked for.
    NoReason,
    /// A name is asked for.
    NoName,
}
