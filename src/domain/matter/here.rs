//! What came of each item of an agenda: the ledger by where things came up, made once for all matters.

use std::collections::HashMap;

use crate::domain::{
    ActionId, MeetingId,
    meeting::{
        agenda::ItemKey,
        ledger::{Action, Allocation, Claim, Fund, Grant, Ledger, Origin, Pledge, Scope},
    },
};

/// What came up at one item of a meeting, each kind in the order it did.
#[derive(Debug, Clone, Default)]
pub struct Here<'a> {
    /// Actions.
    pub actions: Vec<(ActionId, &'a Action)>,
    /// Pledges.
    pub pledges: Vec<&'a Pledge>,
    /// Grants.
    pub grants: Vec<&'a Grant>,
    /// Claims.
    pub claims: Vec<&'a Claim>,
    /// What of a fund was set aside, and of which.
    pub allocations: Vec<(&'a Fund, &'a Allocation)>,
}

impl<'a> Here<'a> {
    /// The ledger by meeting and item: one pass over it. What came up nowhere is left out.
    #[must_use]
    pub fn by_item(ledger: &'a Ledger) -> HashMap<(MeetingId, &'a ItemKey), Self> {
        let mut all: HashMap<(MeetingId, &'a ItemKey), Self> = HashMap::new();
        let mut at = |origin: &'a Option<Origin>, put: &dyn Fn(&mut Self)| {
            if let Some(origin) = origin {
                put(all.entry((origin.meeting, &origin.item)).or_default());
            }
        };
        for (id, action) in ledger.actions(&Scope::All) {
            at(&action.origin, &|here| here.actions.push((id, action)));
        }
        for (_, pledge) in ledger.pledges(&Scope::All) {
            at(&pledge.origin, &|here| here.pledges.push(pledge));
        }
        for (_, grant) in ledger.grants(&Scope::All) {
            at(&grant.origin, &|here| here.grants.push(grant));
        }
        for (_, claim) in ledger.claims(&Scope::All) {
            at(&claim.origin, &|here| here.claims.push(claim));
        }
        for (_, fund) in ledger.funds() {
            for allocation in &fund.allocations {
                at(&allocation.origin, &|here| here.allocations.push((fund, allocation)));
            }
        }
        all
    }
}
