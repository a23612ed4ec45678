//! What is asked of the ledger, and its answer: events to record, or a refusal.

use super::{
    ActionEvent, ClaimEvent, Event, Fund, FundEvent, GrantEvent, Ledger, LedgerRefusal, Mark, Origin, PledgeEvent,
    Promise,
};
use crate::domain::{EntryId, PledgeId, Text, meeting::agenda::FundKey};

/// What is asked of the ledger. Ids of new things are handed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Let this have happened.
    Event(Event),
    /// A pledge that lies on the table: promised and received at once.
    PledgeInHand {
        /// The new pledge.
        pledge: PledgeId,
        /// Who gives what.
        promise: Promise,
        /// Where.
        origin: Option<Origin>,
    },
    /// Set up a fund with what was put in, as an agenda names it. A fund that is there already stays as it is.
    OpenFund {
        /// Its name.
        fund: FundKey,
        /// What it is called.
        title: Text,
        /// Where.
        origin: Option<Origin>,
        /// Who put in how much, in fen.
        sources: Vec<(EntryId, Text, i64)>,
    },
}

impl From<Event> for Command {
    fn from(event: Event) -> Self {
        Self::Event(event)
    }
}

impl Ledger {
    /// The events that follow from a command, to be recorded together; none when everything is so already. Spaces around
    /// what was typed are left out.
    ///
    /// # Errors
    /// [`LedgerRefusal`] when it cannot be; nothing has changed then.
    pub fn decide(&self, command: Command) -> Result<Vec<Event>, LedgerRefusal> {
        let events = match command {
            Command::Event(event) => vec![event],
            Command::PledgeInHand { pledge, promise, origin } => {
                let amount = promise.gift.amount();
                [PledgeEvent::Pledged { promise, origin }, PledgeEvent::Received { amount }]
                    .map(|event| Event::Pledge { pledge, event })
                    .into()
            }
            Command::OpenFund { fund, .. } if self.funds.contains_key(&fund) => Vec::new(),
            Command::OpenFund { fund, title, origin, sources } => {
                let added = sources.into_iter().map(|(entry, from, fen)| FundEvent::SourceAdded { entry, from, fen });
                let all = std::iter::once(FundEvent::Opened { title, origin }).chain(added);
                all.map(|event| Event::Fund { fund: fund.clone(), event }).collect()
            }
        };
        let mut events: Vec<Event> = events.into_iter().map(Event::tidied).collect();
        match events.as_slice() {
            [] => {}
            [event] => self.check(event)?,
            // The first begins a new thing, and what follows is about it: nothing else matters.
            [first, ..] => {
                self.check(first)?;
                let mut tried = Self::default();
                for event in &events {
                    tried.check(event)?;
                    tried.take(event, &Mark::trial());
                }
            }
        }
        events.retain(|event| !self.is_so(event));
        Ok(events)
    }

    /// Whether a change says what is so already.
    fn is_so(&self, event: &Event) -> bool {
        match event {
            Event::Action { action, event: ActionEvent::Changed { task } } => {
                self.action(*action).is_some_and(|action| action.task == *task)
            }
            Event::Pledge { pledge, event: PledgeEvent::Changed { promise } } => {
                self.pledge(*pledge).is_some_and(|pledge| pledge.promise == *promise)
            }
            Event::Grant { grant, event: GrantEvent::Changed { terms } } => {
                self.grant(*grant).is_some_and(|grant| grant.terms == *terms)
            }
            Event::Claim { claim, event: ClaimEvent::Changed { undertaking } } => {
                self.claim(*claim).is_some_and(|claim| claim.undertaking == *undertaking)
            }
            Event::Fund { fund, event: FundEvent::AllocationChanged { entry, purpose, fen } } => {
                let same = |fund: &Fund| {
                    fund.allocations.iter().any(|a| (a.entry, &a.purpose, a.fen) == (*entry, purpose, *fen))
                };
                self.fund(fund).is_some_and(same)
            }
            _ => false,
        }
    }
}
