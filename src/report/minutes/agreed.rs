//! What was agreed on an item: pledges, match, grants, claims, funds, actions.

use crate::{
    domain::meeting::{
        ledger::{Gift, GrantTerms, MatchRange},
        minutes::{ActionEnd, ActionLine, Agreed, ClaimEnd, ClaimLine, Edition, FundLine, PledgeLine},
    },
    locale::{Locale, date_short, gift, grouped, match_range, money, public_giver},
    report::{Column, Document, Table},
    tr,
};

/// Writes what was agreed but for the actions.
pub(super) fn write(l: &Locale, agreed: &Agreed, edition: Edition, page: &mut Document) {
    if !agreed.pledges.is_empty() {
        page.line(tr!(l, "minutes-pledges"));
        let head = [tr!(l, "minutes-giver"), tr!(l, "minutes-pledged"), tr!(l, "minutes-received"), String::new()];
        let mut table = Table::new(head.map(Column::words).to_vec());
        table.rows = agreed.pledges.iter().map(|line| pledge_row(l, line, edition)).collect();
        page.table(table);
        let sums = &agreed.sums;
        if sums.pledged > 0 || sums.received > 0 {
            let (pledged, received) = (money(l, sums.pledged), money(l, sums.received));
            let words = tr!(l, "minutes-money-sum", pledged = pledged, received = received);
            page.fact(tr!(l, "minutes-sum"), words);
        }
        if sums.hours > 0 {
            page.fact(tr!(l, "minutes-labour"), tr!(l, "minutes-hours", hours = grouped(sums.hours)));
        }
    }
    if let Some(line) = &agreed.matching {
        let range = MatchRange { own: line.own, low: line.low, high: line.high, capped: false };
        page.fact(tr!(l, "minutes-match"), match_range(l, &range));
    }
    for grant in &agreed.grants {
        page.fact(tr!(l, "minutes-grant"), grant_words(l, grant));
    }
    if !agreed.claims.is_empty() || !agreed.unclaimed.is_empty() {
        page.line(tr!(l, "minutes-claims"));
        for claim in &agreed.claims {
            page.entry("-", claim_words(l, claim));
        }
        for part in &agreed.unclaimed {
            page.entry("-", tr!(l, "minutes-unclaimed", part = part.get(l.lang()).to_owned()));
        }
    }
    for fund in &agreed.funds {
        fund_lines(l, fund, page);
    }
}

/// Writes who does what, in short: the table with all of it stands elsewhere.
pub(super) fn actions(l: &Locale, agreed: &Agreed, page: &mut Document) {
    for action in &agreed.actions {
        let (who, what) = (action.task.who.clone(), action.task.what.clone());
        page.fact(tr!(l, "minutes-action"), tr!(l, "minutes-said", speaker = who, words = what));
    }
}

fn pledge_row(l: &Locale, line: &PledgeLine, edition: Edition) -> Vec<String> {
    let giver = &line.promise.giver;
    let name = match edition {
        Edition::Facilitator if giver.anonymous && !giver.name.is_empty() => {
            tr!(l, "minutes-because", who = giver.name.clone(), reason = public_giver(l, giver))
        }
        _ => public_giver(l, giver),
    };
    let amount = |amount: i64| match &line.promise.gift {
        _ if amount == 0 => "-".to_owned(),
        Gift::Money { .. } => money(l, amount),
        Gift::Goods { unit, .. } => format!("{} {unit}", grouped(amount)).trim().to_owned(),
        Gift::Labour { .. } => tr!(l, "minutes-hours", hours = grouped(amount)),
    };
    let mut remarks = Vec::new();
    if line.refunded > 0 {
        remarks.push(tr!(l, "minutes-refunded", amount = amount(line.refunded)));
    }
    if let Some(reason) = &line.withdrawn {
        let reason = reason.clone();
        remarks.push(if reason.is_empty() {
            tr!(l, "minutes-pledge-withdrawn")
        } else {
            tr!(l, "minutes-withdrawn-because", reason = reason)
        });
    }
    vec![name, gift(l, &line.promise.gift), amount(line.received), remarks.join(&tr!(l, "minutes-semicolon"))]
}

/// `街道办 200 000 元，按到账自筹 40 000 元的 5 倍`
fn grant_words(l: &Locale, grant: &GrantTerms) -> String {
    let (from, sum, own) = (grant.from.get(l.lang()).to_owned(), money(l, grant.fen), money(l, grant.own));
    match grant.ratio() {
        None => tr!(l, "minutes-granted", from = from, sum = sum),
        Some(ratio) => {
            let times = crate::locale::ratio(ratio.num, ratio.den);
            let both = money(l, grant.fen.saturating_add(grant.own));
            tr!(l, "minutes-granted-times", from = from, sum = sum, own = own, times = times, both = both)
        }
    }
}

fn claim_words(l: &Locale, claim: &ClaimLine) -> String {
    let (part, partner) = (claim.part.get(l.lang()).to_owned(), claim.partner.clone());
    let mut words = tr!(l, "minutes-claimed", part = part, partner = partner);
    let mut add = |more: String| words = tr!(l, "minutes-then", first = words.clone(), second = more);
    if !claim.promise.is_empty() {
        add(claim.promise.clone());
    }
    match &claim.end {
        ClaimEnd::Promised => {}
        ClaimEnd::Delivered { note } if note.is_empty() => add(tr!(l, "minutes-delivered")),
        ClaimEnd::Delivered { note } => {
            add(tr!(l, "minutes-said", speaker = tr!(l, "minutes-delivered"), words = note.clone()));
        }
        ClaimEnd::Released { reason } => {
            add(tr!(l, "minutes-said", speaker = tr!(l, "minutes-released"), words = reason.clone()));
        }
    }
    words
}

fn fund_lines(l: &Locale, fund: &FundLine, page: &mut Document) {
    let title = fund.title.get(l.lang()).to_owned();
    let source = |(from, fen): &(crate::domain::Text, i64)| format!("{} {}", from.get(l.lang()), money(l, *fen));
    let sources = fund.sources.iter().map(source).collect::<Vec<_>>().join(&tr!(l, "minutes-comma"));
    page.fact(tr!(l, "minutes-fund"), tr!(l, "minutes-said", speaker = title, words = sources));
    for allocation in &fund.allocations {
        let (purpose, sum) = (allocation.purpose.get(l.lang()).to_owned(), money(l, allocation.fen));
        let mut words = format!("{purpose} {sum}");
        if let Some(reason) = &allocation.dropped {
            let dropped = tr!(l, "minutes-said", speaker = tr!(l, "minutes-dropped"), words = reason.clone());
            words = tr!(l, "minutes-then", first = words, second = dropped);
        }
        page.entry("-", words);
    }
    page.fact(
        tr!(l, "minutes-left"),
        tr!(l, "minutes-left-of", left = money(l, fund.left), total = money(l, fund.total)),
    );
}

/// A table of actions without rows.
pub(super) fn action_table(l: &Locale) -> Table {
    let (what, who, state) = (tr!(l, "minutes-what"), tr!(l, "minutes-who"), tr!(l, "minutes-state"));
    let due = Column::date(tr!(l, "minutes-due"));
    Table::new(vec![Column::words(what), Column::words(who), due, Column::words(state)])
}

/// What, who, by when, where it stands.
pub(super) fn action_row(l: &Locale, line: &ActionLine) -> Vec<String> {
    let due = line.task.due.map_or_else(|| "-".to_owned(), date_short);
    let said = |word: String, by: &str, note: &str| {
        let who = tr!(l, "minutes-because", who = word, reason = by.to_owned());
        if note.is_empty() { who } else { tr!(l, "minutes-said", speaker = who, words = note.to_owned()) }
    };
    let state = match &line.end {
        ActionEnd::Open => tr!(l, "ledger-action-open"),
        ActionEnd::Done { by, note } => said(tr!(l, "ledger-action-done"), by, note),
        ActionEnd::Checked { by, note } => said(tr!(l, "ledger-action-checked"), by, note),
        ActionEnd::Dropped { reason } => said(tr!(l, "ledger-action-dropped"), reason, ""),
    };
    vec![line.task.what.clone(), line.task.who.clone(), due, state]
}
