//! What is asked of the ledger: one thing, all of them, those of a meeting, what is still to be done.

use chrono::{DateTime, FixedOffset, NaiveDate};

use super::{Action, Claim, Fund, Grant, Ledger, Mark, Origin, Pledge};
use crate::domain::{
    ActionId, ClaimId, GrantId, MeetingId, PledgeId, Text,
    meeting::agenda::{FundKey, ItemKey, Part},
};

/// Which part of the ledger is meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scope {
    /// All of it.
    All,
    /// What came up at a meeting.
    Meeting(MeetingId),
    /// What came up at one item of a meeting.
    Item(MeetingId, ItemKey),
}

impl Scope {
    /// Whether something that came up there is meant.
    #[must_use]
    pub fn holds(&self, origin: Option<&Origin>) -> bool {
        match self {
            Self::All => true,
            Self::Meeting(meeting) => origin.is_some_and(|origin| origin.meeting == *meeting),
            Self::Item(meeting, item) => {
                origin.is_some_and(|origin| origin.meeting == *meeting && origin.item == *item)
            }
        }
    }
}

/// A part on offer with who takes it over.
#[derive(Debug, Clone, PartialEq)]
pub struct PartClaims<'a> {
    /// Its `name` in the item; empty for one nobody had planned.
    pub key: &'a str,
    /// Its title.
    pub title: &'a Text,
    /// What it costs in fen, when known.
    pub cost: Option<i64>,
    /// Who takes it over, those who released it again left out. Several share it.
    pub claims: Vec<(ClaimId, &'a Claim)>,
}

impl Ledger {
    /// An action.
    #[must_use]
    pub fn action(&self, id: ActionId) -> Option<&Action> {
        self.actions.get(&id)
    }

    /// A pledge.
    #[must_use]
    pub fn pledge(&self, id: PledgeId) -> Option<&Pledge> {
        self.pledges.get(&id)
    }

    /// A grant.
    #[must_use]
    pub fn grant(&self, id: GrantId) -> Option<&Grant> {
        self.grants.get(&id)
    }

    /// A claim.
    #[must_use]
    pub fn claim(&self, id: ClaimId) -> Option<&Claim> {
        self.claims.get(&id)
    }

    /// A fund.
    #[must_use]
    pub fn fund(&self, key: &FundKey) -> Option<&Fund> {
        self.funds.get(key)
    }

    /// The actions of a scope, in the order they were assigned.
    #[must_use]
    pub fn actions(&self, scope: &Scope) -> Vec<(ActionId, &Action)> {
        let found = self.actions.iter().filter(|(_, action)| scope.holds(action.origin.as_ref()));
        in_order(found.map(|(id, action)| (*id, action)), |action| &action.opened)
    }

    /// All actions that are not closed out: first those with a day, the longest overdue at the top, then those
    /// without, then those done that wait to be checked.
    #[must_use]
    pub fn open_actions(&self) -> Vec<(ActionId, &Action)> {
        let open = self.actions.iter().filter(|(_, action)| !action.is_closed());
        urgent_first(open.map(|(id, action)| (*id, action)).collect())
    }

    /// How many actions are overdue on this day.
    #[must_use]
    pub fn overdue(&self, today: NaiveDate) -> usize {
        self.actions.values().filter(|action| action.days_overdue(today) > 0).count()
    }

    /// What a meeting that began at this moment follows up: actions of earlier meetings, or of no meeting, that were
    /// not closed out when it began. They stay on its list when it closes them. In the order of
    /// [`Ledger::open_actions`], those closed since last.
    #[must_use]
    pub fn carried_forward(&self, meeting: MeetingId, began: DateTime<FixedOffset>) -> Vec<(ActionId, &Action)> {
        let earlier = |action: &Action| {
            action.origin.as_ref().is_none_or(|origin| origin.meeting != meeting) && action.was_open(began)
        };
        let found = self.actions.iter().filter(|(_, action)| earlier(action));
        urgent_first(found.map(|(id, action)| (*id, action)).collect())
    }

    /// The pledges of a scope, in the order they were made.
    #[must_use]
    pub fn pledges(&self, scope: &Scope) -> Vec<(PledgeId, &Pledge)> {
        let found = self.pledges.iter().filter(|(_, pledge)| scope.holds(pledge.origin.as_ref()));
        in_order(found.map(|(id, pledge)| (*id, pledge)), |pledge| &pledge.opened)
    }

    /// The grants of a scope, in the order they were made.
    #[must_use]
    pub fn grants(&self, scope: &Scope) -> Vec<(GrantId, &Grant)> {
        let found = self.grants.iter().filter(|(_, grant)| scope.holds(grant.origin.as_ref()));
        in_order(found.map(|(id, grant)| (*id, grant)), |grant| &grant.opened)
    }

    /// The claims of a scope, in the order they were made, also those released again.
    #[must_use]
    pub fn claims(&self, scope: &Scope) -> Vec<(ClaimId, &Claim)> {
        let found = self.claims.iter().filter(|(_, claim)| scope.holds(claim.origin.as_ref()));
        in_order(found.map(|(id, claim)| (*id, claim)), |claim| &claim.opened)
    }

    /// All funds, in the order they were set up.
    #[must_use]
    pub fn funds(&self) -> Vec<(&FundKey, &Fund)> {
        in_order(self.funds.iter(), |fund| &fund.opened)
    }

    /// The parts an item offers, each with who takes it over; after them parts that were claimed without being planned.
    #[must_use]
    pub fn parts<'a>(&'a self, parts: &'a [Part], scope: &Scope) -> Vec<PartClaims<'a>> {
        let planned =
            |part: &'a Part| PartClaims { key: &part.key, title: &part.title, cost: part.cost, claims: Vec::new() };
        let mut found: Vec<PartClaims<'a>> = parts.iter().map(planned).collect();
        for (id, claim) in self.claims(scope) {
            let part = &claim.undertaking.part;
            let same =
                |known: &PartClaims<'_>| known.key == part.key && (!part.key.is_empty() || known.title == &part.title);
            match found.iter_mut().find(|known| same(known)) {
                Some(known) if claim.stands() => known.claims.push((id, claim)),
                None if claim.stands() => {
                    found.push(PartClaims {
                        key: &part.key,
                        title: &part.title,
                        cost: None,
                        claims: vec![(id, claim)],
                    });
                }
                Some(_) | None => {}
            }
        }
        found
    }
}

fn in_order<'a, K: Ord + Copy, T>(
    things: impl Iterator<Item = (K, &'a T)>,
    opened: impl Fn(&T) -> &Mark,
) -> Vec<(K, &'a T)> {
    let mut found: Vec<(K, &T)> = things.collect();
    // Two laptops may have used the same clock value: the id decides then, everywhere alike.
    found.sort_by_key(|(id, thing)| (opened(thing).hlc, *id));
    found
}

fn urgent_first(mut actions: Vec<(ActionId, &Action)>) -> Vec<(ActionId, &Action)> {
    actions.sort_by_key(|(id, action)| (action.is_closed(), action.urgency(), *id));
    actions
}
