//! What can be done to something the ledger keeps: one meaning each, bound to keys in the key table.

/// One step of a pledge, grant, claim, fund or action.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Booking {
    /// All of what is still missing of a pledge came in.
    Received,
    /// Some of a pledge came in: ask how much.
    Part,
    /// Some of what came in is given back.
    Refunded,
    /// A pledge or grant will not be given.
    Withdrawn,
    /// A sum is granted on top.
    Granted,
    /// Who gives asks not to be named, or to be named after all.
    Anonymous,
    /// What is pledged lies on the table, or does not.
    InHand,
    /// A claimed part is there.
    Delivered,
    /// A claimed part is on offer again.
    Released,
    /// Somebody puts money into a fund.
    Source,
    /// Some of an allocation is paid out.
    Spent,
    /// An action was done.
    Done,
    /// Somebody looked, and the action is closed out.
    Checked,
    /// An action is to be done after all.
    Reopened,
    /// An action, or an allocation, is given up.
    Dropped,
}
