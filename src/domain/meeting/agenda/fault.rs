//! What can be wrong with an agenda beyond notation and fields.

/// What is wrong with an agenda. Each variant has one sentence in the locale files, `fault-agenda-*`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AgendaFault {
    /// A word that none of those known here is.
    UnknownWord {
        /// What it should name.
        which: Vocabulary,
        /// As written.
        word: String,
        /// The likeliest meant.
        near: Option<String>,
        /// Every word that may stand here.
        known: Vec<&'static str>,
    },
    /// A name that is taken.
    TakenName {
        /// What is called so.
        named: Named,
        /// The name.
        name: String,
        /// Where it stands first.
        first: crate::domain::Span,
    },
    /// A text or number that is no such amount.
    BadAmount {
        /// What it should be.
        amount: Amount,
        /// As written.
        value: String,
    },
    /// A share of votes that makes no sense.
    BadFraction {
        /// As written.
        value: String,
        /// Why.
        why: FractionFault,
    },
    /// A test that compares voices with themselves.
    SameVoices,
    /// An agenda without items.
    NoItems,
    /// A `Decide` without motions.
    NoMotions,
    /// A `Claim` without parts.
    NoParts,
    /// Dots with fewer than two options.
    FewOptions,
    /// A sub-item with sub-items of its own.
    NestedItems,
    /// Not one item has planned minutes, so there is nothing to be ahead or behind of.
    NoMinutes,
    /// A survey that is not at hand.
    UnknownSurvey {
        /// As written.
        survey: String,
        /// The likeliest meant.
        near: Option<String>,
    },
    /// A way of voting that cannot answer the motion's rule.
    WayUnfit {
        /// The way.
        way: &'static str,
        /// Why.
        why: Unfit,
        /// The ways that can.
        fit: Vec<&'static str>,
    },
    /// A match whose least ratio is greater than its greatest.
    MatchOrder,
    /// A fund's allocations are more than its sources, by this many fen.
    OverAllocated {
        /// Fen.
        by: i64,
    },
    /// A rule that counts the entitled, and nobody is said to be entitled.
    NoRoll,
    /// Owners are given notice of fewer days than the rules ask for.
    ShortNotice {
        /// The days in the file.
        days: u32,
    },
    /// A rule written out, or a silent-ballot rule, without its source.
    NoCitation,
}

/// What a word should name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Vocabulary {
    /// A kind of item.
    Item,
    /// A kind of session.
    Session,
    /// A rule.
    Rule,
    /// What a rule can be about: `Owners(..)`, `Discussion(..)`.
    Matter,
    /// A comparison of a rule written out.
    Test,
    /// What a test measures.
    Measure,
    /// Which voices a test adds up.
    Voices,
    /// A way of voting.
    Way,
    /// Whether a voice takes part.
    Taking,
    /// What a silent ballot counts as.
    Silent,
    /// What a match is taken of.
    Base,
    /// A sort of voice on the roll.
    Voter,
}

/// What carries a name in an agenda.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Named {
    /// An item.
    Item,
    /// A motion.
    Motion,
    /// A part to be claimed.
    Part,
}

/// What an amount should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Amount {
    /// Yuan, to the fen, more than nothing.
    Money,
    /// How many times, as a whole number, a decimal or a fraction; more than nothing.
    Ratio,
    /// Minutes and seconds, `"3:00"`, more than nothing.
    Duration,
    /// A whole number from 0.
    Count,
    /// A whole number from 1.
    Some,
    /// Building, entrance and household, `"1-1-101"`.
    Door,
    /// The id of a matter.
    Id,
}

/// Why a share of votes makes no sense.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FractionFault {
    /// It is not written `2/3`.
    Notation,
    /// It divides by 0.
    ByZero,
    /// It is 0, which everything reaches.
    Zero,
    /// It is more than the whole.
    OverOne,
    /// More than all of it is asked for.
    MoreThanAll,
}

/// Why a way of voting does not fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unfit {
    /// The rule weighs area, and this way does not know whose voice it is.
    Area,
    /// A statutory decision is counted, not sounded out.
    Statute,
    /// The rule counts, and consent does not.
    Counted,
}
