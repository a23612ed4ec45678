//! 认捐: what somebody promised to give, what of it came in, and what was given back.

use super::trail::{Complete, Thing, amount, together, written};
use super::{Blank, Gift, Kept, LedgerRefusal, Mark, Origin, PledgeEvent, Promise, Trace};

/// A pledge. Amounts are fen, pieces or hours, as the gift is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pledge {
    /// Who gives what.
    pub promise: Promise,
    /// Where it was promised.
    pub origin: Option<Origin>,
    /// All that ever came in.
    pub received: i64,
    /// What of that was given back.
    pub refunded: i64,
    /// Why it was withdrawn, if it was.
    pub withdrawn: Option<String>,
    /// The record of the promise.
    pub opened: Mark,
    /// All its events, oldest first.
    pub trail: Vec<Trace<PledgeEvent>>,
}

/// How far a pledge is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PledgeState {
    /// 未到: nothing came in, or all of it was given back.
    Promised,
    /// 部分到账
    Partly,
    /// 到账: all of it, or more.
    Received,
    /// 撤回
    Withdrawn,
}

impl Pledge {
    /// What is pledged: nothing once it is withdrawn.
    #[must_use]
    pub fn pledged(&self) -> i64 {
        if self.withdrawn.is_some() { 0 } else { self.promise.gift.amount() }
    }

    /// What came in and was not given back.
    #[must_use]
    pub fn held(&self) -> i64 {
        self.received - self.refunded
    }

    /// What is still to come in.
    #[must_use]
    pub fn missing(&self) -> i64 {
        (self.pledged() - self.held()).max(0)
    }

    /// How far it is kept.
    #[must_use]
    pub fn state(&self) -> PledgeState {
        match self.held() {
            _ if self.withdrawn.is_some() => PledgeState::Withdrawn,
            0 => PledgeState::Promised,
            held if held < self.pledged() => PledgeState::Partly,
            _ => PledgeState::Received,
        }
    }

    fn held_gift(&self) -> Gift {
        self.promise.gift.of(self.held())
    }
}

impl Thing for Pledge {
    type Event = PledgeEvent;
    const KEPT: Kept = Kept::Pledge;

    fn begun(event: &PledgeEvent, mark: &Mark) -> Option<Self> {
        let PledgeEvent::Pledged { promise, origin } = event else { return None };
        Some(Self {
            promise: promise.clone(),
            origin: origin.clone(),
            received: 0,
            refunded: 0,
            withdrawn: None,
            opened: mark.clone(),
            trail: Vec::new(),
        })
    }

    fn check(&self, event: &PledgeEvent) -> Result<(), LedgerRefusal> {
        if self.withdrawn.is_some() {
            return Err(LedgerRefusal::PledgeWithdrawn);
        }
        match event {
            PledgeEvent::Pledged { .. } => Err(LedgerRefusal::Exists(Kept::Pledge)),
            // What came in and went back again was still of that kind: sums of different kinds never mix.
            PledgeEvent::Changed { promise } if self.received > 0 && !promise.gift.is_like(&self.promise.gift) => {
                Err(LedgerRefusal::GiftFixed { held: self.held_gift() })
            }
            PledgeEvent::Received { amount } => together(self.received, *amount),
            PledgeEvent::Refunded { amount, .. } if *amount > self.held() => {
                Err(LedgerRefusal::RefundTooMuch { held: self.held_gift() })
            }
            PledgeEvent::Withdrawn { .. } if self.held() > 0 => {
                Err(LedgerRefusal::StillHeld { held: self.held_gift() })
            }
            PledgeEvent::Changed { .. } | PledgeEvent::Refunded { .. } | PledgeEvent::Withdrawn { .. } => Ok(()),
        }
    }

    fn change(&mut self, event: &PledgeEvent, _: &Mark) {
        match event {
            PledgeEvent::Pledged { .. } => {}
            PledgeEvent::Changed { promise } => self.promise = promise.clone(),
            PledgeEvent::Received { amount } => self.received += amount,
            PledgeEvent::Refunded { amount, .. } => self.refunded += amount,
            PledgeEvent::Withdrawn { reason } => self.withdrawn = Some(reason.clone()),
        }
    }

    fn trail(&mut self) -> &mut Vec<Trace<PledgeEvent>> {
        &mut self.trail
    }
}

impl Complete for PledgeEvent {
    fn complete(&self) -> Result<(), LedgerRefusal> {
        match self {
            Self::Pledged { promise, .. } | Self::Changed { promise } => {
                if !promise.giver.anonymous {
                    written(&promise.giver.name, Blank::Giver)?;
                }
                if let Gift::Goods { what, .. } = &promise.gift {
                    written(what, Blank::Goods)?;
                }
                amount(promise.gift.amount())
            }
            Self::Received { amount: some } => amount(*some),
            Self::Refunded { amount: some, reason } => {
                amount(*some)?;
                written(reason, Blank::Reason)
            }
            Self::Withdrawn { reason } => written(reason, Blank::Reason),
        }
    }
}
