//! What is worth saying about a command although the ledger takes it: warnings that stop nobody.

use chrono::NaiveDate;

use super::{
    ActionEvent, ActionState, Claim, ClaimEvent, ClaimedPart, Command, Event, Grant, GrantEvent, Ledger, Origin,
    Pledge, PledgeEvent, Promise, Remark, Scope,
};
use crate::domain::{ActionId, ClaimId, GrantId, PledgeId};

impl Ledger {
    /// What is worth saying about a command although it is not refused; asked before it is recorded.
    #[must_use]
    pub fn remarks(&self, command: &Command, today: NaiveDate) -> Vec<Remark> {
        let promised = |id: PledgeId, promise: &Promise, origin: &Option<Origin>| {
            self.pledged_before(id, promise, origin.as_ref())
        };
        match command {
            Command::PledgeInHand { pledge, promise, origin } => promised(*pledge, promise, origin),
            Command::Event(Event::Action { action, event }) => self.action_remarks(*action, event, today),
            Command::Event(Event::Pledge { pledge, event }) => match event {
                PledgeEvent::Pledged { promise, origin } => promised(*pledge, promise, origin),
                PledgeEvent::Received { amount } => {
                    self.pledge(*pledge).and_then(|pledge| over(pledge, *amount)).into_iter().collect()
                }
                _ => Vec::new(),
            },
            Command::Event(Event::Grant { grant, event: GrantEvent::Granted { origin, .. } }) => {
                self.granted_before(*grant, origin.as_ref())
            }
            Command::Event(Event::Claim { claim, event: ClaimEvent::Claimed { undertaking, origin } }) => {
                self.claimed_before(*claim, &undertaking.part, origin.as_ref())
            }
            Command::Event(Event::Grant { .. } | Event::Claim { .. } | Event::Fund { .. })
            | Command::OpenFund { .. } => Vec::new(),
        }
    }

    fn action_remarks(&self, action: ActionId, event: &ActionEvent, today: NaiveDate) -> Vec<Remark> {
        match event {
            ActionEvent::Assigned { task, .. } | ActionEvent::Changed { task } => {
                task.due.filter(|due| *due < today).map(|due| Remark::DuePast { due }).into_iter().collect()
            }
            ActionEvent::Checked { by, .. } => match self.action(action).map(|action| &action.state) {
                Some(ActionState::Done(done)) if done.by.trim() == by.trim() => vec![Remark::CheckedByDoer],
                _ => Vec::new(),
            },
            _ => Vec::new(),
        }
    }

    fn pledged_before(&self, id: PledgeId, promise: &Promise, origin: Option<&Origin>) -> Vec<Remark> {
        let giver = &promise.giver;
        let same = |other: &Pledge| {
            let theirs = &other.promise.giver;
            other.withdrawn.is_none()
                && theirs.name == giver.name.trim()
                && theirs.door == giver.door
                && other.promise.gift.is_like(&promise.gift)
                && same_item(origin, other.origin.as_ref())
        };
        if giver.name.trim().is_empty() {
            return Vec::new();
        }
        let others = self.pledges.iter().filter(|(other, pledge)| **other != id && same(pledge));
        others.map(|(_, pledge)| Remark::PledgedBefore { gift: pledge.promise.gift.clone() }).collect()
    }

    fn granted_before(&self, id: GrantId, origin: Option<&Origin>) -> Vec<Remark> {
        let others = self.grants.iter().filter(|(other, _)| **other != id);
        let here = others.map(|(_, grant)| grant).filter(|grant| same_item(origin, grant.origin.as_ref()));
        match here.map(Grant::fen).fold(0, i64::saturating_add) {
            0 => Vec::new(),
            fen => vec![Remark::GrantedBefore { fen }],
        }
    }

    fn claimed_before(&self, id: ClaimId, part: &ClaimedPart, origin: Option<&Origin>) -> Vec<Remark> {
        let same = |claim: &Claim| {
            claim.stands() && claim.undertaking.part.is_same(part) && same_item(origin, claim.origin.as_ref())
        };
        let claims = self.claims(&Scope::All).into_iter();
        let others = claims.filter(|(other, claim)| *other != id && same(claim));
        let by: Vec<String> = others.map(|(_, claim)| claim.undertaking.partner.clone()).collect();
        if by.is_empty() { Vec::new() } else { vec![Remark::PartClaimed { by }] }
    }
}

/// Whether both came up at the same item, or both outside a meeting.
fn same_item(a: Option<&Origin>, b: Option<&Origin>) -> bool {
    let item = |origin: Option<&Origin>| origin.map(|origin| (origin.meeting, origin.item.clone()));
    item(a) == item(b)
}

fn over(pledge: &Pledge, amount: i64) -> Option<Remark> {
    let over = pledge.held().saturating_add(amount).saturating_sub(pledge.pledged());
    (over > 0 && pledge.withdrawn.is_none()).then(|| Remark::MoreThanPledged { over: pledge.promise.gift.of(over) })
}
