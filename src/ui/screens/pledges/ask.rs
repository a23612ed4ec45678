//! What is asked about a pledge or a grant in a line of its own.

use super::super::ledger::{Foot, Line, Said};
use crate::{
    app::Ctx,
    domain::{
        GrantId, PledgeId,
        meeting::ledger::{GrantTerms, MatchRange, Pledge, Ratio},
    },
    locale::{Locale, door_form, gift, gift_form, money, money_form, public_giver, ratio, typed_money},
    tr,
    ui::screens::pledges::screen::PledgesScreen,
};

/// What a line is filled for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asked {
    /// Who gives or what.
    Change(PledgeId, bool),
    /// How much came in.
    Part(PledgeId),
    /// How much is given back, and why.
    Refund(PledgeId),
    /// Why a pledge is withdrawn.
    Withdraw(PledgeId),
    /// Who grants how much; a new one when there is none to change.
    Grant(Option<GrantId>),
    /// Why a grant is withdrawn.
    WithdrawGrant(GrantId),
}

/// The line for a pledge.
pub fn pledge_line(pledge: Option<&Pledge>) -> Line {
    let giver = pledge.map(|pledge| &pledge.promise.giver);
    let text = |text: Option<String>| text.unwrap_or_default();
    Line::new()
        .field(giver.map_or("", |giver| &giver.name), 5)
        .field(&text(pledge.map(|pledge| gift_form(&pledge.promise.gift))), 7)
        .aside(&text(giver.map(|giver| door_form(&giver.door))), 5)
}

/// The line for an amount of a pledge; money as it is typed, else the number.
pub fn amount_line(pledge: &Pledge, amount: i64) -> Line {
    let text = if is_money(pledge) { money_form(amount) } else { amount.to_string() };
    Line::new().field(&text, 1)
}

/// Whether a pledge is counted in fen.
pub fn is_money(pledge: &Pledge) -> bool {
    matches!(pledge.promise.gift, crate::domain::meeting::ledger::Gift::Money { .. })
}

/// The line for a grant.
pub fn grant_line(terms: Option<&GrantTerms>, from: &str) -> Line {
    let fen = terms.map(|terms| money_form(terms.fen)).unwrap_or_default();
    let line = Line::new().field(from, 2).field(&fen, 2);
    if from.is_empty() { line } else { line.begin_at(1) }
}

/// What a reason is when nothing was typed.
pub fn usual_reason(l: &Locale, asked: &Asked) -> String {
    match asked {
        Asked::Refund(_) => tr!(l, "pledges-refund-usual"),
        Asked::Withdraw(_) => tr!(l, "pledges-withdraw-usual"),
        _ => tr!(l, "pledges-grant-withdraw-usual"),
    }
}

impl PledgesScreen {
    /// What the fields of the line are called.
    pub(super) fn said(&self, ctx: &Ctx) -> Vec<Said> {
        let l = &ctx.locale;
        let reason = |asked: &Asked| Said::new(tr!(l, "pledges-reason"), usual_reason(l, asked));
        let bare = |label: String| Said::new(label, String::new());
        match self.asked.as_ref().map(|(asked, _)| asked) {
            None | Some(Asked::Change(..)) => vec![
                bare(tr!(l, "pledges-name")),
                bare(tr!(l, "pledges-gift")),
                Said::new(tr!(l, "pledges-door"), tr!(l, "pledges-door-form")),
            ],
            Some(Asked::Part(_)) => vec![bare(tr!(l, "pledges-amount"))],
            Some(asked @ Asked::Refund(_)) => vec![bare(tr!(l, "pledges-amount")), reason(asked)],
            Some(asked @ (Asked::Withdraw(_) | Asked::WithdrawGrant(_))) => vec![reason(asked)],
            Some(Asked::Grant(_)) => vec![bare(tr!(l, "pledges-grant-from")), bare(tr!(l, "pledges-amount"))],
        }
    }

    /// What the line is for.
    pub(super) fn heading(&self, ctx: &Ctx) -> String {
        let l = &ctx.locale;
        let of = |id: PledgeId| {
            let pledge = ctx.ledger().and_then(|ledger| ledger.pledge(id));
            pledge.map(|pledge| pledge_words(l, pledge)).unwrap_or_default()
        };
        match self.asked.as_ref().map(|(asked, _)| asked) {
            None => tr!(l, "pledges-new"),
            Some(Asked::Change(id, _)) => tr!(l, "pledges-change", what = of(*id)),
            Some(Asked::Part(id)) => tr!(l, "pledges-part", what = of(*id)),
            Some(Asked::Refund(id)) => tr!(l, "pledges-refund", what = of(*id)),
            Some(Asked::Withdraw(id)) => tr!(l, "pledges-withdraw", what = of(*id)),
            Some(Asked::Grant(_)) => {
                let own = money(l, self.own());
                tr!(l, "pledges-grant", own = own)
            }
            Some(Asked::WithdrawGrant(_)) => tr!(l, "pledges-grant-withdraw"),
        }
    }

    /// What may help while the line is filled.
    pub(super) fn hint(&self, ctx: &Ctx) -> String {
        let l = &ctx.locale;
        match &self.asked {
            None | Some((Asked::Change(..), _)) => self.pledge_hint(ctx),
            Some((Asked::Part(_), _)) => tr!(l, "pledges-part-hint"),
            Some((Asked::Grant(id), line)) => self.grant_hint(l, id.is_some(), line),
            Some(_) => tr!(l, "pledges-reason-hint"),
        }
    }

    fn pledge_hint(&self, ctx: &Ctx) -> String {
        let l = &ctx.locale;
        let line = self.line();
        if line.at() == 0
            && let Some((name, door)) = self.offered()
        {
            let who = format!("{name} {}", crate::locale::door(l, door));
            return tr!(l, "pledges-offer", who = who.trim());
        }
        match (line.at(), crate::locale::typed_gift(line.text(1))) {
            (1, Ok(read)) => tr!(l, "pledges-read-as", gift = gift(l, &read)),
            _ => tr!(l, "pledges-hint"),
        }
    }

    fn grant_hint(&self, l: &Locale, known: bool, line: &Line) -> String {
        let mut hint = String::new();
        if let Some(range) = self.range() {
            hint = if range.low == range.high {
                tr!(l, "pledges-grant-rule-one", low = money(l, range.low))
            } else {
                tr!(l, "pledges-grant-rule", low = money(l, range.low), high = money(l, range.high))
            };
        }
        if let Ok(fen) = typed_money(line.text(1))
            && let Some(Ratio { num, den }) = Ratio::of(fen, self.own())
        {
            let ratio = ratio(num, den);
            let within = self.range().is_none_or(|range: MatchRange| range.holds(fen));
            hint = if within {
                tr!(l, "pledges-grant-ratio", ratio = ratio)
            } else {
                tr!(l, "pledges-grant-outside", ratio = ratio, rule = hint)
            };
        }
        if known && hint.is_empty() { tr!(l, "pledges-grant-hint") } else { hint }
    }

    /// Draws the line above everything else.
    pub(super) fn draw_line(&self, ctx: &Ctx, frame: &mut ratatui::Frame<'_>, area: ratatui::layout::Rect) {
        let (title, hint) = (self.heading(ctx), self.hint(ctx));
        let foot = Foot { title: &title, hint: &hint, wrong: &self.wrong };
        self.line().draw(ctx, frame, area, &self.said(ctx), &foot);
    }
}

/// Who gives what, as everyone may read it.
pub fn pledge_words(l: &Locale, pledge: &Pledge) -> String {
    format!("{} {}", public_giver(l, &pledge.promise.giver), gift(l, &pledge.promise.gift))
}
