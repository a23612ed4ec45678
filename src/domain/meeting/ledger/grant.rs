//! 补助: a sum granted on top of what residents give themselves.

use super::trail::{Complete, MOST, Thing, amount, written};
use super::{Blank, GrantEvent, GrantTerms, Kept, LedgerRefusal, Mark, Origin, Trace};

/// A grant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grant {
    /// By whom, how much, on what.
    pub terms: GrantTerms,
    /// Where it was made known.
    pub origin: Option<Origin>,
    /// Why it was withdrawn, if it was.
    pub withdrawn: Option<String>,
    /// The record that granted it.
    pub opened: Mark,
    /// All its events, oldest first.
    pub trail: Vec<Trace<GrantEvent>>,
}

impl Grant {
    /// What is granted, in fen: nothing once it is withdrawn.
    #[must_use]
    pub fn fen(&self) -> i64 {
        if self.withdrawn.is_some() { 0 } else { self.terms.fen }
    }
}

impl Thing for Grant {
    type Event = GrantEvent;
    const KEPT: Kept = Kept::Grant;

    fn begun(event: &GrantEvent, mark: &Mark) -> Option<Self> {
        let GrantEvent::Granted { terms, origin } = event else { return None };
        Some(Self {
            terms: terms.clone(),
            origin: origin.clone(),
            withdrawn: None,
            opened: mark.clone(),
            trail: Vec::new(),
        })
    }

    fn check(&self, event: &GrantEvent) -> Result<(), LedgerRefusal> {
        match event {
            GrantEvent::Granted { .. } => Err(LedgerRefusal::Exists(Kept::Grant)),
            _ if self.withdrawn.is_some() => Err(LedgerRefusal::GrantWithdrawn),
            GrantEvent::Changed { .. } | GrantEvent::Withdrawn { .. } => Ok(()),
        }
    }

    fn change(&mut self, event: &GrantEvent, _: &Mark) {
        match event {
            GrantEvent::Granted { .. } => {}
            GrantEvent::Changed { terms } => self.terms = terms.clone(),
            GrantEvent::Withdrawn { reason } => self.withdrawn = Some(reason.clone()),
        }
    }

    fn trail(&mut self) -> &mut Vec<Trace<GrantEvent>> {
        &mut self.trail
    }
}

impl Complete for GrantEvent {
    fn complete(&self) -> Result<(), LedgerRefusal> {
        match self {
            Self::Granted { terms: GrantTerms { from, fen, own, .. }, .. }
            | Self::Changed { terms: GrantTerms { from, fen, own, .. } } => {
                if from.is_empty() {
                    return Err(LedgerRefusal::Blank(Blank::From));
                }
                amount(*fen)?;
                match own {
                    ..0 => Err(LedgerRefusal::NotPositive),
                    0..=MOST => Ok(()),
                    _ => Err(LedgerRefusal::TooLarge { most: MOST }),
                }
            }
            Self::Withdrawn { reason } => written(reason, Blank::Reason),
        }
    }
}
