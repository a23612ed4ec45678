//! Why the ledger does not take something, and what it takes but has something to say about.

use chrono::NaiveDate;

use super::Gift;

/// The kinds of thing the ledger keeps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kept {
    /// 分工
    Action,
    /// 认捐
    Pledge,
    /// 补助
    Grant,
    /// 认领
    Claim,
    /// 资金
    Fund,
    /// A source of a fund.
    Source,
    /// An allocation of a fund.
    Allocation,
}

/// What must not be left empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Blank {
    /// What is to be done.
    What,
    /// Who does it.
    Who,
    /// Who did it, or who checked it.
    By,
    /// Why.
    Reason,
    /// Who gives, unless they asked not to be named.
    Giver,
    /// Which goods.
    Goods,
    /// Who grants, or who puts money into a fund.
    From,
    /// The part that is taken over.
    Part,
    /// Who takes it over.
    Partner,
    /// What a fund is called.
    Title,
    /// What an allocation is for.
    Purpose,
}

/// Why the ledger does not take a command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LedgerRefusal {
    /// There is no such thing, or no longer.
    Unknown(Kept),
    /// There is one of this id already.
    Exists(Kept),
    /// Something that must be said was not.
    Blank(Blank),
    /// An amount of nothing, or less.
    NotPositive,
    /// An amount, or what it adds up to, nobody can mean.
    TooLarge {
        /// The most there can be: fen, pieces or hours.
        most: i64,
    },
    /// The action is done, checked or dropped: reopen it first.
    ActionNotOpen,
    /// The action is not done yet, so there is nothing to check.
    ActionNotDone,
    /// The action is open already.
    ActionOpen,
    /// The action was checked already.
    ActionChecked,
    /// The pledge was withdrawn.
    PledgeWithdrawn,
    /// Something came in already: it cannot become a gift that is measured otherwise.
    GiftFixed {
        /// What came in and was not given back.
        held: Gift,
    },
    /// More than what came in and was not given back.
    RefundTooMuch {
        /// What can be given back.
        held: Gift,
    },
    /// What came in has to be given back, or the pledge lowered to it, before the rest is withdrawn.
    StillHeld {
        /// What came in and was not given back.
        held: Gift,
    },
    /// The grant was withdrawn.
    GrantWithdrawn,
    /// The part was delivered.
    ClaimDelivered,
    /// The part was released by this partner.
    ClaimReleased,
    /// More than is left in the fund.
    OverAllocated {
        /// What is left, in fen.
        left: i64,
    },
    /// The allocation was given up.
    AllocationDropped,
    /// Less than was spent of the allocation; one that was spent from cannot be given up.
    AlreadySpent {
        /// What was spent, in fen.
        spent: i64,
    },
    /// More than is left of the allocation.
    OverSpent {
        /// What is left of it, in fen.
        left: i64,
    },
}

/// What is worth saying although the ledger takes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remark {
    /// The day is past already.
    DuePast {
        /// The day.
        due: NaiveDate,
    },
    /// Who checks is who did it.
    CheckedByDoer,
    /// More came in than was pledged.
    MoreThanPledged {
        /// By how much.
        over: Gift,
    },
    /// The same giver pledged the like at the same item already: perhaps it was entered twice.
    PledgedBefore {
        /// What.
        gift: Gift,
    },
    /// Something was granted at the same item already.
    GrantedBefore {
        /// How much in all, in fen.
        fen: i64,
    },
    /// Others took the part over already: it will be shared.
    PartClaimed {
        /// Who.
        by: Vec<String>,
    },
}
