//! What pledges and grants add up to.

use super::{Gift, Ledger, Scope};
use crate::domain::meeting::agenda::MatchBase;

/// Sums over pledges that are measured alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sum {
    /// Promised and not withdrawn.
    pub pledged: i64,
    /// All that ever came in.
    pub received: i64,
    /// What of that was given back.
    pub refunded: i64,
}

impl Sum {
    /// What came in and was not given back.
    #[must_use]
    pub fn held(&self) -> i64 {
        self.received.saturating_sub(self.refunded)
    }

    /// What a match is taken of: what is pledged, or what came in and was not given back.
    #[must_use]
    pub fn base(&self, base: MatchBase) -> i64 {
        match base {
            MatchBase::Pledged => self.pledged,
            MatchBase::Received => self.held(),
        }
    }

    fn add(&mut self, pledged: i64, received: i64, refunded: i64) {
        self.pledged = self.pledged.saturating_add(pledged);
        self.received = self.received.saturating_add(received);
        self.refunded = self.refunded.saturating_add(refunded);
    }
}

/// Goods of one sort.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Goods {
    /// Such as sofas.
    pub what: String,
    /// The measure word or unit; may be empty.
    pub unit: String,
    /// Pieces.
    pub sum: Sum,
}

/// What the pledges and grants of a scope add up to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Totals {
    /// 自筹: the residents' own money, in fen.
    pub own: Sum,
    /// Labour in hours.
    pub hours: Sum,
    /// Goods by sort, in the order they were first promised.
    pub goods: Vec<Goods>,
    /// 补助: what was granted on top, in fen.
    pub granted: i64,
    /// How many pledges stand.
    pub pledges: usize,
}

impl Totals {
    /// Own money and grants together, in fen.
    #[must_use]
    pub fn together(&self, base: MatchBase) -> i64 {
        self.own.base(base).saturating_add(self.granted)
    }

    /// What own money is short of a target, in fen; 0 when it is reached.
    #[must_use]
    pub fn missing(&self, target: i64, base: MatchBase) -> i64 {
        target.saturating_sub(self.own.base(base)).max(0)
    }
}

impl Ledger {
    /// What the pledges and grants of a scope add up to.
    #[must_use]
    pub fn totals(&self, scope: &Scope) -> Totals {
        let mut totals = Totals::default();
        for (_, pledge) in self.pledges(scope) {
            let (pledged, received, refunded) = (pledge.pledged(), pledge.received, pledge.refunded);
            if pledge.withdrawn.is_none() {
                totals.pledges += 1;
            } else if received == 0 {
                continue;
            }
            let sum = match &pledge.promise.gift {
                Gift::Money { .. } => &mut totals.own,
                Gift::Labour { .. } => &mut totals.hours,
                Gift::Goods { what, unit, .. } => goods(&mut totals.goods, what, unit),
            };
            sum.add(pledged, received, refunded);
        }
        let granted = self.grants(scope).into_iter().map(|(_, grant)| grant.fen());
        totals.granted = granted.fold(0, i64::saturating_add);
        totals
    }
}

fn goods<'a>(known: &'a mut Vec<Goods>, what: &str, unit: &str) -> &'a mut Sum {
    let at = known.iter().position(|goods| goods.what == what && goods.unit == unit).unwrap_or_else(|| {
        known.push(Goods { what: what.to_owned(), unit: unit.to_owned(), sum: Sum::default() });
        known.len() - 1
    });
    &mut known[at].sum
}
