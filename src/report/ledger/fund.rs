//! 认捐与资金: what was pledged and came in, who is to be thanked, what a match adds, what a fund is set aside for.

use chrono::{DateTime, FixedOffset};

use crate::{
    domain::meeting::{
        agenda::{FundKey, PledgeRound},
        ledger::{Fund, Gift, Ledger, MatchRange, Pledge, PledgeState, Scope, Totals},
        minutes::public_name,
    },
    locale::{Locale, clean_line, door, gift, grouped, match_range, money, pledge_state, public_giver},
    report::{Block, Class, Column, Document, KeyFigure, Mark, Table, Thermometer},
    tr,
};

/// What a sheet of pledges and funds is about.
#[derive(Debug, Clone)]
pub struct FundSheet<'a> {
    /// What was raised and why: the meeting's or the item's title; may be empty.
    pub title: String,
    /// Which pledges and grants.
    pub scope: Scope,
    /// What the round aims at and who adds to it, where that is known.
    pub round: Option<&'a PledgeRound>,
    /// Which funds; all that have anything to do with the scope when nothing is said.
    pub fund: Option<FundKey>,
}

/// The sheet of pledges and funds. For everyone it thanks by name only who may be named, and tells no door.
#[must_use]
pub fn fund_document(
    locale: &Locale,
    ledger: &Ledger,
    sheet: &FundSheet<'_>,
    class: Class,
    now: DateTime<FixedOffset>,
) -> Document {
    let l = locale;
    let mut page = Document::new(l, class, tr!(l, "report-fund-title"));
    page.subtitle(clean_line(&sheet.title).into_owned());
    page.made = Some(now);
    let totals = ledger.totals(&sheet.scope);
    let pledges: Vec<&Pledge> = ledger.pledges(&sheet.scope).into_iter().map(|(_, pledge)| pledge).collect();
    key_figures(l, &totals, &mut page);
    thermometer(l, &totals, sheet.round, &mut page);
    grants(l, ledger, &sheet.scope, &mut page);
    thanks(l, &pledges, class, &mut page);
    things(l, &totals, &mut page);
    let funds = ledger.funds();
    let about = |fund: &Fund| sheet.scope.holds(fund.origin.as_ref()) || told_here(fund, &sheet.scope);
    let wanted = |(key, fund): &(&FundKey, &Fund)| sheet.fund.as_ref().map_or_else(|| about(fund), |only| only == *key);
    for (_, fund) in funds.into_iter().filter(wanted) {
        write_fund(l, fund, class, &mut page);
    }
    if page.blocks.is_empty() {
        page.line(tr!(l, "report-fund-none"));
    }
    page
}

fn told_here(fund: &Fund, scope: &Scope) -> bool {
    fund.allocations.iter().any(|allocation| scope.holds(allocation.origin.as_ref()))
}

fn key_figures(l: &Locale, totals: &Totals, page: &mut Document) {
    if totals.pledges == 0 && totals.granted == 0 {
        return;
    }
    let figure = |figure: String, words: String| KeyFigure { figure, words };
    let mut figures = vec![
        figure(money(l, totals.own.pledged), tr!(l, "report-fund-pledged")),
        figure(money(l, totals.own.held()), tr!(l, "report-fund-received")),
    ];
    if totals.granted > 0 {
        figures.push(figure(money(l, totals.granted), tr!(l, "report-fund-granted")));
        let all = totals.own.held().saturating_add(totals.granted);
        figures.push(figure(money(l, all), tr!(l, "report-fund-together")));
    }
    page.put(Block::KeyFigures(figures));
}

fn amount(fen: i64) -> u64 {
    u64::try_from(fen).unwrap_or(0)
}

fn thermometer(l: &Locale, totals: &Totals, round: Option<&PledgeRound>, page: &mut Document) {
    let target = round.and_then(|round| round.target);
    let rule = round.and_then(|round| round.matching.as_ref());
    if totals.own.pledged == 0 && target.is_none() {
        return;
    }
    let mut marks = Vec::new();
    let pledged = totals.own.pledged;
    if pledged > totals.own.held() {
        let words = tr!(l, "report-fund-pledged-mark", sum = money(l, pledged));
        marks.push(Mark { from: amount(pledged), to: amount(pledged), words });
    }
    if let Some(rule) = rule {
        let range = MatchRange::of(rule, totals);
        marks.push(Mark {
            from: amount(range.total_low()),
            to: amount(range.total_high()),
            words: match_range(l, &range),
        });
    }
    let held = totals.own.held();
    page.put(Block::Thermometer(Thermometer {
        caption: tr!(l, "report-fund-own"),
        have: amount(held),
        have_words: tr!(l, "report-fund-received-mark", sum = money(l, held)),
        target: target.map(amount),
        target_words: target.map(|target| tr!(l, "report-fund-target", sum = money(l, target))).unwrap_or_default(),
        marks,
    }));
}

fn grants(l: &Locale, ledger: &Ledger, scope: &Scope, page: &mut Document) {
    for (_, grant) in ledger.grants(scope).into_iter().filter(|(_, grant)| grant.withdrawn.is_none()) {
        let from = grant.terms.from.get(l.lang()).to_owned();
        let sum = money(l, grant.fen());
        let words = match grant.terms.ratio() {
            None => tr!(l, "minutes-granted", from = from, sum = sum),
            Some(ratio) => {
                let times = crate::locale::ratio(ratio.num, ratio.den);
                let own = money(l, grant.terms.own);
                let both = money(l, grant.fen().saturating_add(grant.terms.own));
                tr!(l, "minutes-granted-times", from = from, sum = sum, own = own, times = times, both = both)
            }
        };
        page.fact(tr!(l, "minutes-grant"), words);
    }
}

/// 感谢榜, the greatest gifts of money first; then goods and labour in the order they were promised.
fn thanks(l: &Locale, pledges: &[&Pledge], class: Class, page: &mut Document) {
    let mut standing: Vec<&&Pledge> = pledges.iter().filter(|pledge| pledge.withdrawn.is_none()).collect();
    if standing.is_empty() {
        return;
    }
    standing.sort_by_key(|pledge| match pledge.promise.gift {
        Gift::Money { fen } => (0, -fen),
        Gift::Goods { .. } => (1, 0),
        Gift::Labour { .. } => (2, 0),
    });
    page.heading(1, tr!(l, "report-fund-thanks"));
    let public = class == Class::Public;
    let mut columns = vec![Column::words(tr!(l, "minutes-giver"))];
    columns.extend((!public).then(|| Column::words(tr!(l, "minutes-door"))));
    columns.push(Column::words(tr!(l, "report-fund-gives")));
    columns.push(Column::words(tr!(l, "minutes-state")));
    let mut table = Table::new(columns);
    for pledge in standing {
        let giver = &pledge.promise.giver;
        let name = if public || !giver.anonymous || giver.name.is_empty() {
            public_giver(l, giver)
        } else {
            let (who, reason) = (giver.name.clone(), public_giver(l, giver));
            tr!(l, "minutes-because", who = who, reason = reason)
        };
        let mut row = vec![if public { public_name(&name) } else { name }];
        row.extend((!public).then(|| door(l, &giver.door)));
        row.push(gift(l, &pledge.promise.gift));
        let state = pledge.state();
        row.push(match state {
            PledgeState::Partly => {
                let held = gift(l, &pledge.promise.gift.of(pledge.held()));
                tr!(l, "report-fund-partly", held = held)
            }
            state => pledge_state(l, state),
        });
        table.rows.push(row);
    }
    page.table(table);
    page.note(tr!(l, "report-fund-thank-you"));
}

fn things(l: &Locale, totals: &Totals, page: &mut Document) {
    for goods in &totals.goods {
        let (all, got) = (grouped(goods.sum.pledged), grouped(goods.sum.held()));
        let unit = goods.unit.clone();
        page.fact(clean_line(&goods.what).into_owned(), tr!(l, "report-fund-goods", all = all, got = got, unit = unit));
    }
    if totals.hours.pledged > 0 {
        let (all, got) = (grouped(totals.hours.pledged), grouped(totals.hours.held()));
        page.fact(tr!(l, "minutes-labour"), tr!(l, "report-fund-hours", all = all, got = got));
    }
}

fn write_fund(l: &Locale, fund: &Fund, class: Class, page: &mut Document) {
    let title = clean_line(fund.title.get(l.lang())).into_owned();
    page.heading(1, tr!(l, "report-fund-of", title = title));
    let mut sources =
        Table::new(vec![Column::words(tr!(l, "report-fund-source")), Column::money(tr!(l, "report-fund-sum"))]);
    let source = |source: &crate::domain::meeting::ledger::Source| {
        let from = clean_line(source.from.get(l.lang())).into_owned();
        vec![if class == Class::Public { public_name(&from) } else { from }, money(l, source.fen)]
    };
    sources.rows = fund.sources.iter().map(source).collect();
    sources.totals = Some(vec![tr!(l, "tally-total"), money(l, fund.total())]);
    page.table(sources);
    let mut spent = Table::new(vec![
        Column::words(tr!(l, "report-fund-purpose")),
        Column::money(tr!(l, "report-fund-aside")),
        Column::money(tr!(l, "report-fund-paid")),
        Column::money(tr!(l, "report-fund-still")),
    ]);
    for allocation in fund.allocations.iter().filter(|a| a.dropped.is_none()) {
        let purpose = clean_line(allocation.purpose.get(l.lang())).into_owned();
        let sums = [allocation.stands_for(), allocation.spent(), allocation.left()];
        spent.rows.push(std::iter::once(purpose).chain(sums.map(|sum| money(l, sum))).collect());
    }
    let sums = [fund.allocated(), fund.spent(), fund.allocated() - fund.spent()];
    spent.totals = Some(std::iter::once(tr!(l, "tally-total")).chain(sums.map(|sum| money(l, sum))).collect());
    page.table(spent);
    let (left, total) = (money(l, fund.left()), money(l, fund.total()));
    page.fact(tr!(l, "minutes-left"), tr!(l, "minutes-left-of", left = left, total = total));
}
