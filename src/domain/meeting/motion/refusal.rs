//! Why what was asked of a motion is not done.

/// Why not; areas in 0.01 m².
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
