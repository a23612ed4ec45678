//! How the pledges look: the line, what it all adds up to, the target as a bar with its numbers, the table.

use ratatui::{Frame, layout::Rect, widgets::Widget};

use super::{super::ledger::level, ask::Asked, screen::PledgesScreen};
use crate::{
    app::{Ctx, Key},
    domain::meeting::{
        agenda::MatchBase,
        ledger::{Gift, Pledge, PledgeState, Sum},
    },
    locale::{Locale, door, gift, grouped, match_range, money, pledge_state, public_giver, ratio, share, width, wrap},
    tr,
    ui::{
        theme::{CHECKED, Meaning, Theme, UNCHECKED},
        widgets::{Column, Table, TableCell, put},
    },
};

/// One line of what it adds up to.
struct Told {
    label: String,
    words: String,
    meaning: Meaning,
}

impl PledgesScreen {
    pub(super) fn draw(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
        self.draw_line(ctx, frame, Rect { height: 3.min(area.height), ..inner });
        self.draw_toggles(ctx, frame, Rect { height: 1.min(area.height), ..inner });
        let mut y = inner.y + 4;
        let told = self.told(ctx);
        let labels = told.iter().map(|told| width(&told.label)).max().unwrap_or_default().max(4) + 2;
        let labels = u16::try_from(labels).unwrap_or(12);
        let theme = Theme::of(ctx);
        for told in &told {
            let row = Rect { y, height: 1, ..inner };
            if y >= inner.bottom() {
                return;
            }
            put(frame.buffer_mut(), row, &told.label, theme.style(Meaning::Label));
            let words = Rect { x: row.x + labels.min(row.width), width: row.width.saturating_sub(labels), ..row };
            for line in wrap(&told.words, usize::from(words.width)).into_iter().take(2) {
                put(frame.buffer_mut(), Rect { y, ..words }, line, theme.style(told.meaning));
                y += 1;
            }
        }
        if let Some(target) = self.round.target
            && y < inner.bottom()
        {
            self.draw_target(target, labels, ctx, frame, Rect { y, height: 1, ..inner });
            y += 1;
        }
        y += 1;
        if y < area.bottom() {
            self.draw_table(ctx, frame, Rect { y, height: area.bottom() - y, ..area });
        }
    }

    /// Anonymous and in hand at the right of the line's heading, each with its key.
    fn draw_toggles(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        let l = &ctx.locale;
        let theme = Theme::of(ctx);
        let anonymous = match self.asked {
            None => self.anonymous,
            Some((Asked::Change(_, anonymous), _)) => anonymous,
            Some(_) => return,
        };
        let mut toggles = vec![(anonymous, tr!(l, "pledges-anonymous"), Key::f(7))];
        if self.asked.is_none() {
            toggles.push((self.in_hand, tr!(l, "pledges-in-hand"), Key::f(8)));
        }
        let mut right = area.right();
        for (on, words, key) in toggles.into_iter().rev() {
            let text = format!("{} {words} {}", if on { CHECKED } else { UNCHECKED }, key.label(l));
            let columns = u16::try_from(width(&text)).unwrap_or(0);
            let Some(x) = right.checked_sub(columns).filter(|x| *x > area.x) else { return };
            let meaning = if on { Meaning::Accent } else { Meaning::Muted };
            put(frame.buffer_mut(), Rect { x, width: columns, ..area }, &text, theme.style(meaning));
            right = x.saturating_sub(3);
        }
    }

    fn told(&self, ctx: &Ctx) -> Vec<Told> {
        let l = &ctx.locale;
        let totals = &self.totals;
        let mut told = Vec::new();
        let mut tell = |label, words, meaning| told.push(Told { label, words, meaning });
        let own = sum_words(l, &totals.own, |amount| money(l, amount));
        tell(tr!(l, "pledges-money"), own, Meaning::Text);
        let mut things: Vec<String> = Vec::new();
        for goods in totals.goods.iter().filter(|goods| goods.sum.pledged > 0 || goods.sum.received > 0) {
            let of = |amount: i64| {
                let quantity = u32::try_from(amount.max(0)).unwrap_or(u32::MAX);
                gift(l, &Gift::Goods { what: goods.what.clone(), quantity, unit: goods.unit.clone() })
            };
            things.push(kept(l, of(goods.sum.pledged), goods.sum, &goods.unit));
        }
        if totals.hours.pledged > 0 || totals.hours.received > 0 {
            let hours = u32::try_from(totals.hours.pledged.max(0)).unwrap_or(u32::MAX);
            things.push(kept(l, gift(l, &Gift::Labour { hours }), totals.hours, ""));
        }
        if !things.is_empty() {
            tell(tr!(l, "pledges-things"), things.join("   "), Meaning::Text);
        }
        if let Some(range) = self.range() {
            let capped = if range.capped { tr!(l, "pledges-capped") } else { String::new() };
            tell(tr!(l, "pledges-match"), format!("{}{capped}", match_range(l, &range)), Meaning::Accent);
        }
        match self.grant(ctx) {
            Some((_, grant)) => {
                let from = grant.terms.from.get(ctx.lang()).to_owned();
                let ratio = grant.terms.ratio().map_or_else(|| "-".to_owned(), |of| ratio(of.num, of.den));
                let base = self.round.matching.as_ref().map_or(MatchBase::Received, |rule| rule.base);
                let (sum, total) = (money(l, totals.granted), money(l, totals.together(base)));
                let words = tr!(l, "pledges-granted", from = from, sum = sum, ratio = ratio, total = total);
                tell(tr!(l, "pledges-grant-label"), words, Meaning::Good);
            }
            None if self.round.matching.is_some() => {
                tell(tr!(l, "pledges-grant-label"), tr!(l, "pledges-not-granted"), Meaning::Muted);
            }
            None => {}
        }
        told
    }

    /// The target, a bar of what came in and what is pledged, and what is missing.
    fn draw_target(&self, target: i64, labels: u16, ctx: &Ctx, frame: &mut Frame<'_>, row: Rect) {
        let l = &ctx.locale;
        let theme = Theme::of(ctx);
        let own = &self.totals.own;
        put(frame.buffer_mut(), row, &tr!(l, "pledges-target"), theme.style(Meaning::Label));
        let at = |x: u16| Rect { x: row.x + x.min(row.width), width: row.width.saturating_sub(x), ..row };
        let missing = self.totals.missing(target, MatchBase::Pledged);
        let reached = share(positive(own.pledged), positive(target));
        let words = if missing > 0 {
            tr!(l, "pledges-missing", share = reached, missing = money(l, missing))
        } else {
            tr!(l, "pledges-reached", share = reached)
        };
        let sum = money(l, target);
        put(frame.buffer_mut(), at(labels), &sum, theme.style(Meaning::Text));
        let bar_at = labels + u16::try_from(width(&sum)).unwrap_or(0) + 2;
        let words_wide = u16::try_from(width(&words)).unwrap_or(u16::MAX);
        let room = row.width.saturating_sub(bar_at + words_wide + 4).min(40);
        level(theme, frame, Rect { width: room + 2, ..at(bar_at) }, (own.held(), own.pledged, target));
        let meaning = if missing > 0 { Meaning::Warn } else { Meaning::Good };
        put(frame.buffer_mut(), at(bar_at + room + 4), &words, theme.style(meaning));
    }

    fn draw_table(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        let l = &ctx.locale;
        let states = [PledgeState::Promised, PledgeState::Partly, PledgeState::Received, PledgeState::Withdrawn];
        let states = states.iter().map(|state| width(&pledge_state(l, *state))).max().unwrap_or(8);
        let amounts = self.rows.iter().filter_map(|id| ctx.ledger()?.pledge(*id));
        let widest = amounts.map(|pledge| width(&amount_words(l, pledge, pledge.received))).max().unwrap_or(0).max(8);
        let amount = u16::try_from(widest).unwrap_or(12);
        let columns = [
            Column::growing(tr!(l, "pledges-giver"), 12).up_to(24),
            Column::growing(tr!(l, "pledges-gift"), 16).up_to(36),
            Column::number(tr!(l, "pledges-received"), amount),
            Column::new(tr!(l, "pledges-state"), u16::try_from(states).unwrap_or(12)),
            Column::number(tr!(l, "pledges-refunded"), amount),
            // Last, so that it is what a narrow window leaves out.
            Column::new(tr!(l, "pledges-door"), 18),
        ];
        let cells = |at: usize| -> Vec<TableCell<'_>> {
            let pledge = self.rows.get(at).and_then(|id| ctx.ledger()?.pledge(*id));
            let Some(pledge) = pledge else { return Vec::new() };
            let state = pledge.state();
            let meaning = match state {
                PledgeState::Received => Meaning::Good,
                PledgeState::Withdrawn => Meaning::Muted,
                PledgeState::Promised | PledgeState::Partly => Meaning::Text,
            };
            let whole = if state == PledgeState::Withdrawn { Meaning::Muted } else { Meaning::Text };
            vec![
                TableCell::new(public_giver(l, &pledge.promise.giver), whole),
                TableCell::new(gift(l, &pledge.promise.gift), whole),
                TableCell::new(amount_words(l, pledge, pledge.received), whole),
                TableCell::new(pledge_state(l, state), meaning),
                TableCell::new(amount_words(l, pledge, pledge.refunded), whole),
                TableCell::new(pledge.promise.giver.public_door().map(|at| door(l, at)).unwrap_or_default(), whole),
            ]
        };
        let empty = tr!(l, "pledges-none");
        let table = Table::new(Theme::of(ctx), &self.table, &columns, &cells);
        table.empty(&empty).focused(self.asked.is_none()).render(area, frame.buffer_mut());
    }
}

/// An amount of a pledge, empty for nothing.
fn amount_words(l: &Locale, pledge: &Pledge, amount: i64) -> String {
    match (&pledge.promise.gift, amount) {
        (_, 0) => String::new(),
        (Gift::Money { .. }, fen) => money(l, fen),
        (Gift::Goods { unit, .. }, count) => format!("{} {unit}", grouped(count)).trim_end().to_owned(),
        (Gift::Labour { .. }, hours) => tr!(l, "pledges-hours", hours = hours),
    }
}

/// Pledged, come in, and given back when anything was.
fn sum_words(l: &Locale, sum: &Sum, words: impl Fn(i64) -> String) -> String {
    let (pledged, received) = (words(sum.pledged), words(sum.received));
    let both = tr!(l, "pledges-sum", pledged = pledged, received = received);
    if sum.refunded == 0 {
        return both;
    }
    let refunded = words(sum.refunded);
    format!("{both}{}", tr!(l, "pledges-sum-refunded", refunded = refunded))
}

/// Things pledged, with how many of them are there.
fn kept(l: &Locale, pledged: String, sum: Sum, unit: &str) -> String {
    if sum.held() == 0 {
        return pledged;
    }
    if sum.held() >= sum.pledged {
        return tr!(l, "pledges-things-in", things = pledged);
    }
    let held = format!("{} {unit}", grouped(sum.held())).trim_end().to_owned();
    tr!(l, "pledges-things-partly", things = pledged, held = held)
}

fn positive(fen: i64) -> u64 {
    u64::try_from(fen).unwrap_or_default()
}
