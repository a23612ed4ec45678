//! What was agreed on an item: pledges, grants, claims, funds, actions.

use serde::{Deserialize, Serialize};

use crate::domain::{
    Text,
    meeting::{
        agenda::{ItemKind, MatchBase},
        ledger::{
            Action, ActionState, Allocation, Claim, ClaimState, Fund, GrantTerms, Ledger, MatchRange, Origin, Promise,
            Scope, Task,
        },
    },
};

/// What was agreed on an item. Sums are fen.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Agreed {
    /// 认捐
    pub pledges: Vec<PledgeLine>,
    /// What the pledges and grants add up to, anonymous ones included.
    pub sums: Sums,
    /// Between which sums the match lies, where the item has a match rule.
    pub matching: Option<MatchLine>,
    /// 补助: what was granted on top.
    pub grants: Vec<GrantTerms>,
    /// 认领
    pub claims: Vec<ClaimLine>,
    /// Parts on offer that nobody took over.
    pub unclaimed: Vec<Text>,
    /// 资金
    pub funds: Vec<FundLine>,
    /// 分工
    pub actions: Vec<ActionLine>,
}

/// One pledge. Amounts are fen, pieces or hours, as the gift is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PledgeLine {
    /// Who gives what.
    pub promise: Promise,
    /// All that came in.
    pub received: i64,
    /// What of that was given back.
    pub refunded: i64,
    /// Why it was withdrawn, if it was.
    pub withdrawn: Option<String>,
}

/// What pledges and grants add up to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Sums {
    /// Money promised, in fen.
    pub pledged: i64,
    /// Money that came in and was not given back, in fen.
    pub received: i64,
    /// Labour promised, in hours.
    pub hours: i64,
    /// Granted on top, in fen.
    pub granted: i64,
}

/// Between which sums a match lies, in fen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MatchLine {
    /// Who adds.
    pub from: Text,
    /// What it is taken of.
    pub base: MatchBase,
    /// The residents' own share.
    pub own: i64,
    /// The least that is added.
    pub low: i64,
    /// The most that is added.
    pub high: i64,
}

/// One claim.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClaimLine {
    /// The part.
    pub part: Text,
    /// Who takes it over.
    pub partner: String,
    /// What they promised to do; may be empty.
    pub promise: String,
    /// Where it stands.
    pub end: ClaimEnd,
}

/// Where a claim stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClaimEnd {
    /// Promised.
    Promised,
    /// The part is there.
    Delivered {
        /// What is worth knowing; may be empty.
        note: String,
    },
    /// The partner does not do it after all.
    Released {
        /// Why.
        reason: String,
    },
}

/// A fund spoken of. Sums are fen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FundLine {
    /// What it is called.
    pub title: Text,
    /// Who put in how much.
    pub sources: Vec<(Text, i64)>,
    /// What was set aside here, and for what.
    pub allocations: Vec<AllocationLine>,
    /// All that was put in.
    pub total: i64,
    /// What is not set aside for anything yet.
    pub left: i64,
}

/// What some of a fund was set aside for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AllocationLine {
    /// For what.
    pub purpose: Text,
    /// How much, in fen.
    pub fen: i64,
    /// Why it was given up, if it was.
    pub dropped: Option<String>,
}

/// An action: who does what by when, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActionLine {
    /// Who does what by when.
    pub task: Task,
    /// Where it stands.
    pub end: ActionEnd,
}

/// Where an action stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ActionEnd {
    /// To be done.
    Open,
    /// Done, not yet checked.
    Done {
        /// By whom.
        by: String,
        /// What is worth knowing; may be empty.
        note: String,
    },
    /// 销号: done, and somebody looked.
    Checked {
        /// Who looked.
        by: String,
        /// What they found; may be empty.
        note: String,
    },
    /// It will not be done.
    Dropped {
        /// Why.
        reason: String,
    },
}

impl Agreed {
    /// Whether nothing was.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl ActionLine {
    pub(super) fn of(action: &Action) -> Self {
        let end = match &action.state {
            ActionState::Open => ActionEnd::Open,
            ActionState::Done(said) => ActionEnd::Done { by: said.by.clone(), note: said.note.clone() },
            ActionState::Checked { checked, .. } => {
                ActionEnd::Checked { by: checked.by.clone(), note: checked.note.clone() }
            }
            ActionState::Dropped { reason, .. } => ActionEnd::Dropped { reason: reason.clone() },
        };
        Self { task: action.task.clone(), end }
    }
}

/// What was agreed in this scope, of which only what came up where `here` says so.
pub(super) fn of(ledger: &Ledger, scope: &Scope, kind: Option<&ItemKind>, here: impl Fn(&Origin) -> bool) -> Agreed {
    let here =
        |origin: &Option<Origin>| origin.as_ref().is_some_and(|origin| scope.holds(Some(origin)) && here(origin));
    let pledges: Vec<_> = ledger.pledges(scope).into_iter().map(|(_, p)| p).filter(|p| here(&p.origin)).collect();
    let grants: Vec<_> = ledger.grants(scope).into_iter().map(|(_, g)| g).filter(|g| here(&g.origin)).collect();
    let claims = ledger.claims(scope).into_iter().map(|(_, claim)| claim).filter(|claim| here(&claim.origin));
    let actions = ledger.actions(scope).into_iter().map(|(_, action)| action).filter(|action| here(&action.origin));
    let unclaimed = match kind {
        Some(ItemKind::Claim { parts }) => ledger.parts(parts, scope),
        _ => Vec::new(),
    };
    let totals = kind.map(|_| ledger.totals(scope)).unwrap_or_default();
    let matching = match kind {
        Some(ItemKind::Pledge(round)) => round.matching.as_ref().map(|rule| {
            let range = MatchRange::of(rule, &totals);
            MatchLine { from: rule.from.clone(), base: rule.base, own: range.own, low: range.low, high: range.high }
        }),
        _ => None,
    };
    let standing = || grants.iter().filter(|grant| grant.withdrawn.is_none());
    Agreed {
        sums: Sums {
            pledged: totals.own.pledged,
            received: totals.own.held(),
            hours: totals.hours.pledged,
            granted: totals.granted,
        },
        pledges: pledges
            .iter()
            .map(|pledge| PledgeLine {
                promise: pledge.promise.clone(),
                received: pledge.received,
                refunded: pledge.refunded,
                withdrawn: pledge.withdrawn.clone(),
            })
            .collect(),
        matching,
        grants: standing().map(|grant| grant.terms.clone()).collect(),
        claims: claims.map(claim_line).collect(),
        unclaimed: unclaimed.into_iter().filter(|part| part.claims.is_empty()).map(|part| part.title.clone()).collect(),
        funds: funds(ledger, kind, here),
        actions: actions.map(ActionLine::of).collect(),
    }
}

fn claim_line(claim: &Claim) -> ClaimLine {
    let end = match &claim.state {
        ClaimState::Promised => ClaimEnd::Promised,
        ClaimState::Delivered { note, .. } => ClaimEnd::Delivered { note: note.clone() },
        ClaimState::Released { reason, .. } => ClaimEnd::Released { reason: reason.clone() },
    };
    let undertaking = &claim.undertaking;
    let (partner, promise) = (undertaking.partner.clone(), undertaking.promise.clone());
    ClaimLine { part: undertaking.part.title.clone(), partner, promise, end }
}

fn funds(ledger: &Ledger, kind: Option<&ItemKind>, here: impl Fn(&Option<Origin>) -> bool) -> Vec<FundLine> {
    let planned = match kind {
        Some(ItemKind::Fund { fund }) => Some(&fund.key),
        _ => None,
    };
    let made_here = |allocation: &&Allocation| here(&allocation.origin);
    let spoken_of = |fund: &Fund| here(&fund.origin) || fund.allocations.iter().any(|a| made_here(&a));
    let found = ledger.funds().into_iter().filter(|(key, fund)| planned == Some(&key.0) || spoken_of(fund));
    let line = |(_, fund): (_, &Fund)| FundLine {
        title: fund.title.clone(),
        sources: fund.sources.iter().map(|source| (source.from.clone(), source.fen)).collect(),
        allocations: fund.allocations.iter().filter(made_here).map(allocation_line).collect(),
        total: fund.total(),
        left: fund.left(),
    };
    found.map(line).collect()
}

fn allocation_line(allocation: &Allocation) -> AllocationLine {
    AllocationLine { purpose: allocation.purpose.clone(), fen: allocation.fen, dropped: allocation.dropped.clone() }
}
