//! 资金: what was put in, what it was set aside for, what was paid out and what is left.

use super::trail::{Complete, Thing, amount, together, written};
use super::{Blank, FundEvent, Kept, LedgerRefusal, Mark, Origin, Trace};
use crate::domain::{EntryId, Text};

/// A fund. Sums are fen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fund {
    /// What it is called.
    pub title: Text,
    /// Where it was set up.
    pub origin: Option<Origin>,
    /// What was put in.
    pub sources: Vec<Source>,
    /// What it was set aside for, also what was given up again.
    pub allocations: Vec<Allocation>,
    /// The record that set it up.
    pub opened: Mark,
    /// All its events, oldest first.
    pub trail: Vec<Trace<FundEvent>>,
}

/// What somebody put into a fund.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Its name in events.
    pub entry: EntryId,
    /// Who.
    pub from: Text,
    /// How much, in fen.
    pub fen: i64,
    /// The record that says so.
    pub mark: Mark,
}

/// What some of a fund was set aside for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Allocation {
    /// Its name in events.
    pub entry: EntryId,
    /// For what.
    pub purpose: Text,
    /// How much, in fen.
    pub fen: i64,
    /// Where that was decided.
    pub origin: Option<Origin>,
    /// What was paid out of it.
    pub payments: Vec<Payment>,
    /// Why it was given up, if it was.
    pub dropped: Option<String>,
    /// The record that made it.
    pub mark: Mark,
}

/// Something paid out of an allocation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Payment {
    /// How much, in fen.
    pub fen: i64,
    /// For what, to whom; may be empty.
    pub note: String,
    /// The record that says so.
    pub mark: Mark,
}

impl Allocation {
    /// What is set aside: nothing once it was given up.
    #[must_use]
    pub fn stands_for(&self) -> i64 {
        if self.dropped.is_some() { 0 } else { self.fen }
    }

    /// What was paid out of it.
    #[must_use]
    pub fn spent(&self) -> i64 {
        self.payments.iter().map(|payment| payment.fen).sum()
    }

    /// What is not paid out yet.
    #[must_use]
    pub fn left(&self) -> i64 {
        self.stands_for() - self.spent()
    }
}

impl Fund {
    /// All that was put in.
    #[must_use]
    pub fn total(&self) -> i64 {
        self.sources.iter().map(|source| source.fen).sum()
    }

    /// All that is set aside.
    #[must_use]
    pub fn allocated(&self) -> i64 {
        self.allocations.iter().map(Allocation::stands_for).sum()
    }

    /// All that was paid out.
    #[must_use]
    pub fn spent(&self) -> i64 {
        self.allocations.iter().map(Allocation::spent).sum()
    }

    /// What is not set aside for anything yet; never negative.
    #[must_use]
    pub fn left(&self) -> i64 {
        self.total() - self.allocated()
    }

    /// What is still there: put in and not paid out.
    #[must_use]
    pub fn in_hand(&self) -> i64 {
        self.total() - self.spent()
    }

    /// The allocation of this name, when it still stands.
    fn standing(&self, entry: EntryId) -> Result<&Allocation, LedgerRefusal> {
        match self.allocations.iter().find(|a| a.entry == entry) {
            None => Err(LedgerRefusal::Unknown(Kept::Allocation)),
            Some(allocation) if allocation.dropped.is_some() => Err(LedgerRefusal::AllocationDropped),
            Some(allocation) => Ok(allocation),
        }
    }

    /// Nothing wrong when that much can be set aside, `freed` being set aside no more.
    fn affords(&self, fen: i64, freed: i64) -> Result<(), LedgerRefusal> {
        let left = self.left() + freed;
        if fen > left { Err(LedgerRefusal::OverAllocated { left }) } else { Ok(()) }
    }
}

impl Thing for Fund {
    type Event = FundEvent;
    const KEPT: Kept = Kept::Fund;

    fn begun(event: &FundEvent, mark: &Mark) -> Option<Self> {
        let FundEvent::Opened { title, origin } = event else { return None };
        Some(Self {
            title: title.clone(),
            origin: origin.clone(),
            sources: Vec::new(),
            allocations: Vec::new(),
            opened: mark.clone(),
            trail: Vec::new(),
        })
    }

    fn check(&self, event: &FundEvent) -> Result<(), LedgerRefusal> {
        match event {
            FundEvent::Opened { .. } => Err(LedgerRefusal::Exists(Kept::Fund)),
            FundEvent::SourceAdded { entry, fen, .. } => {
                if self.sources.iter().any(|s| s.entry == *entry) {
                    return Err(LedgerRefusal::Exists(Kept::Source));
                }
                together(self.total(), *fen)
            }
            FundEvent::Allocated { entry, fen, .. } => {
                if self.allocations.iter().any(|a| a.entry == *entry) {
                    return Err(LedgerRefusal::Exists(Kept::Allocation));
                }
                self.affords(*fen, 0)
            }
            FundEvent::AllocationChanged { entry, fen, .. } => {
                let allocation = self.standing(*entry)?;
                let spent = allocation.spent();
                if *fen < spent {
                    return Err(LedgerRefusal::AlreadySpent { spent });
                }
                self.affords(*fen, allocation.fen)
            }
            FundEvent::AllocationDropped { entry, .. } => match self.standing(*entry)?.spent() {
                0 => Ok(()),
                spent => Err(LedgerRefusal::AlreadySpent { spent }),
            },
            FundEvent::Spent { entry, fen, .. } => {
                let left = self.standing(*entry)?.left();
                if *fen > left { Err(LedgerRefusal::OverSpent { left }) } else { Ok(()) }
            }
        }
    }

    fn change(&mut self, event: &FundEvent, mark: &Mark) {
        let mark = mark.clone();
        match event {
            FundEvent::Opened { .. } => {}
            FundEvent::SourceAdded { entry, from, fen } => {
                self.sources.push(Source { entry: *entry, from: from.clone(), fen: *fen, mark });
            }
            FundEvent::Allocated { entry, purpose, fen, origin } => self.allocations.push(Allocation {
                entry: *entry,
                purpose: purpose.clone(),
                fen: *fen,
                origin: origin.clone(),
                payments: Vec::new(),
                dropped: None,
                mark,
            }),
            FundEvent::AllocationChanged { entry, .. }
            | FundEvent::AllocationDropped { entry, .. }
            | FundEvent::Spent { entry, .. } => {
                let Some(allocation) = self.allocations.iter_mut().find(|a| a.entry == *entry) else { return };
                match event {
                    FundEvent::AllocationChanged { purpose, fen, .. } => {
                        allocation.purpose = purpose.clone();
                        allocation.fen = *fen;
                    }
                    FundEvent::AllocationDropped { reason, .. } => allocation.dropped = Some(reason.clone()),
                    FundEvent::Spent { fen, note, .. } => {
                        allocation.payments.push(Payment { fen: *fen, note: note.clone(), mark });
                    }
                    _ => {}
                }
            }
        }
    }

    fn trail(&mut self) -> &mut Vec<Trace<FundEvent>> {
        &mut self.trail
    }
}

impl Complete for FundEvent {
    fn complete(&self) -> Result<(), LedgerRefusal> {
        let said = |text: &Text, blank| if text.is_empty() { Err(LedgerRefusal::Blank(blank)) } else { Ok(()) };
        match self {
            Self::Opened { title, .. } => said(title, Blank::Title),
            Self::SourceAdded { from, fen, .. } => {
                said(from, Blank::From)?;
                amount(*fen)
            }
            Self::Allocated { purpose, fen, .. } | Self::AllocationChanged { purpose, fen, .. } => {
                said(purpose, Blank::Purpose)?;
                amount(*fen)
            }
            Self::AllocationDropped { reason, .. } => written(reason, Blank::Reason),
            Self::Spent { fen, .. } => amount(*fen),
        }
    }
}
