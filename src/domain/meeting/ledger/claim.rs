//! 认领: a part a partner takes over, until it is there.

use super::trail::{Complete, Thing, written};
use super::{Blank, ClaimEvent, Kept, LedgerRefusal, Mark, Origin, Trace, Undertaking};

/// A claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// Who takes over what.
    pub undertaking: Undertaking,
    /// Where that was said.
    pub origin: Option<Origin>,
    /// Where it stands.
    pub state: ClaimState,
    /// The record of the promise.
    pub opened: Mark,
    /// All its events, oldest first.
    pub trail: Vec<Trace<ClaimEvent>>,
}

/// Where a claim stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ClaimState {
    /// 已认领
    Promised,
    /// 已完成
    Delivered {
        /// What is worth knowing; may be empty.
        note: String,
        /// The record that says so.
        mark: Mark,
    },
    /// 已放弃: the part is on offer again.
    Released {
        /// Why.
        reason: String,
        /// The record that says so.
        mark: Mark,
    },
}

impl Claim {
    /// Whether the partner still means to do it, or did.
    #[must_use]
    pub fn stands(&self) -> bool {
        !matches!(self.state, ClaimState::Released { .. })
    }
}

impl Thing for Claim {
    type Event = ClaimEvent;
    const KEPT: Kept = Kept::Claim;

    fn begun(event: &ClaimEvent, mark: &Mark) -> Option<Self> {
        let ClaimEvent::Claimed { undertaking, origin } = event else { return None };
        Some(Self {
            undertaking: undertaking.clone(),
            origin: origin.clone(),
            state: ClaimState::Promised,
            opened: mark.clone(),
            trail: Vec::new(),
        })
    }

    fn check(&self, event: &ClaimEvent) -> Result<(), LedgerRefusal> {
        match (event, &self.state) {
            (ClaimEvent::Claimed { .. }, _) => Err(LedgerRefusal::Exists(Kept::Claim)),
            (_, ClaimState::Promised) => Ok(()),
            (_, ClaimState::Delivered { .. }) => Err(LedgerRefusal::ClaimDelivered),
            (_, ClaimState::Released { .. }) => Err(LedgerRefusal::ClaimReleased),
        }
    }

    fn change(&mut self, event: &ClaimEvent, mark: &Mark) {
        match event {
            ClaimEvent::Claimed { .. } => {}
            ClaimEvent::Changed { undertaking } => self.undertaking = undertaking.clone(),
            ClaimEvent::Delivered { note } => {
                self.state = ClaimState::Delivered { note: note.clone(), mark: mark.clone() };
            }
            ClaimEvent::Released { reason } => {
                self.state = ClaimState::Released { reason: reason.clone(), mark: mark.clone() };
            }
        }
    }

    fn trail(&mut self) -> &mut Vec<Trace<ClaimEvent>> {
        &mut self.trail
    }
}

impl Complete for ClaimEvent {
    fn complete(&self) -> Result<(), LedgerRefusal> {
        match self {
            Self::Claimed { undertaking, .. } | Self::Changed { undertaking } => {
                if undertaking.part.title.is_empty() {
                    return Err(LedgerRefusal::Blank(Blank::Part));
                }
                written(&undertaking.partner, Blank::Partner)
            }
            Self::Delivered { .. } => Ok(()),
            Self::Released { reason } => written(reason, Blank::Reason),
        }
    }
}
