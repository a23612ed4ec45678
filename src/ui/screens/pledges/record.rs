//! Recording what the line says: a pledge, what came in, what goes back, a grant.

use super::{
    super::ledger::Subject,
    ask::{Asked, amount_line, grant_line, is_money, pledge_line, pledge_words, usual_reason},
    screen::PledgesScreen,
};
use crate::{
    app::{Booking, Ctx, Level},
    domain::{
        GrantId, PledgeId, Text,
        meeting::{
            agenda::MatchBase,
            ledger::{Command, Event, Giver, Grant, GrantEvent, GrantTerms, Pledge, PledgeEvent, Promise},
        },
    },
    locale::{
        GiftFault, Locale, gift, money, money_fault, number_fault, typed_door, typed_gift, typed_integer, typed_money,
    },
    tr,
    ui::screens::ledger::Line,
};

/// The sentence of a fault in a typed gift.
fn gift_fault(l: &Locale, fault: GiftFault) -> String {
    match fault {
        GiftFault::Empty => tr!(l, "pledges-gift-empty"),
        GiftFault::Money(fault) => money_fault(l, fault),
        GiftFault::HowMany => tr!(l, "pledges-gift-how-many"),
        GiftFault::NotPositive => tr!(l, "pledges-gift-not-positive"),
        GiftFault::TooMany => tr!(l, "pledges-gift-too-many"),
        GiftFault::WholeHours => tr!(l, "pledges-gift-whole-hours"),
    }
}

impl PledgesScreen {
    /// A key on the selected pledge, or on the line.
    pub(super) fn book(&mut self, booking: Booking, ctx: &mut Ctx) {
        match booking {
            Booking::InHand => self.in_hand = !self.in_hand,
            Booking::Anonymous => match &mut self.asked {
                Some((Asked::Change(_, anonymous), _)) => *anonymous = !*anonymous,
                _ => self.anonymous = !self.anonymous,
            },
            Booking::Granted => self.ask_grant(ctx),
            Booking::Withdrawn if matches!(self.asked, Some((Asked::Grant(Some(_)), _))) => {
                if let Some((Asked::Grant(Some(id)), _)) = self.asked {
                    self.ask(Asked::WithdrawGrant(id), Line::new().field("", 1));
                }
            }
            _ => {
                let found = self.selected(ctx).map(|(id, pledge)| (id, pledge.clone()));
                match found {
                    Some((id, pledge)) => self.book_on(id, &pledge, booking, ctx),
                    None => ctx.notice(Level::Info, |l| tr!(l, "pledges-none-selected")),
                }
            }
        }
    }

    fn book_on(&mut self, id: PledgeId, pledge: &Pledge, booking: Booking, ctx: &mut Ctx) {
        match booking {
            Booking::Received if pledge.missing() == 0 => {
                ctx.notice(Level::Info, |l| tr!(l, "pledges-all-in", what = pledge_words(l, pledge)));
            }
            Booking::Received => {
                let amount = pledge.missing();
                let what = tr!(ctx.locale, "pledges-did-receive", what = pledge_words(&ctx.locale, pledge));
                self.on_pledge(id, PledgeEvent::Received { amount }, what, ctx);
            }
            Booking::Part => self.ask(Asked::Part(id), amount_line(pledge, pledge.missing())),
            Booking::Refunded => {
                let line = amount_line(pledge, pledge.held()).field("", 3).begin_at(1);
                self.ask(Asked::Refund(id), line);
            }
            Booking::Withdrawn => self.ask(Asked::Withdraw(id), Line::new().field("", 1)),
            _ => {}
        }
    }

    /// The selected pledge comes into the line to be changed.
    pub(super) fn change(&mut self, ctx: &mut Ctx) {
        let found = self.selected(ctx).map(|(id, pledge)| (id, pledge.clone()));
        match found {
            Some((id, pledge)) => {
                self.ask(Asked::Change(id, pledge.promise.giver.anonymous), pledge_line(Some(&pledge)).begin_at(1));
            }
            None => ctx.notice(Level::Info, |l| tr!(l, "pledges-none-selected")),
        }
    }

    /// The grant that stands at this item, the latest of several.
    pub(super) fn grant<'a>(&self, ctx: &'a Ctx) -> Option<(GrantId, &'a Grant)> {
        let grants = ctx.ledger()?.grants(&self.item_scope());
        grants.into_iter().rev().find(|(_, grant)| grant.withdrawn.is_none())
    }

    fn ask_grant(&mut self, ctx: &Ctx) {
        let lang = ctx.lang();
        let known = self.grant(ctx).map(|(id, grant)| (id, grant.terms.clone()));
        let rule = self.round.matching.as_ref().map(|rule| &rule.from);
        let from = known.as_ref().map(|(_, terms)| &terms.from).or(rule).map_or("", |from| from.get(lang));
        let line = grant_line(known.as_ref().map(|(_, terms)| terms), from);
        self.ask(Asked::Grant(known.map(|(id, _)| id)), line);
    }

    /// Records what the line says, when it can be read.
    pub(super) fn record(&mut self, ctx: &mut Ctx) {
        let asked = self.asked.as_ref().map(|(asked, _)| asked.clone());
        let done = match asked {
            None => self.record_pledge(ctx),
            Some(Asked::Change(id, anonymous)) => self.record_change(id, anonymous, ctx),
            Some(Asked::Part(id) | Asked::Refund(id)) => self.record_amount(id, ctx),
            Some(asked @ Asked::Withdraw(id)) => {
                let reason = self.reason(0, &asked, ctx);
                let what = Self::named(id, ctx, |l, what| tr!(l, "pledges-did-withdraw", what = what));
                self.on_pledge(id, PledgeEvent::Withdrawn { reason }, what, ctx)
            }
            Some(Asked::Grant(id)) => self.record_grant(id, ctx),
            Some(asked @ Asked::WithdrawGrant(grant)) => {
                let event = GrantEvent::Withdrawn { reason: self.reason(0, &asked, ctx) };
                let what = tr!(ctx.locale, "pledges-grant-withdraw");
                self.send(Event::Grant { grant, event }.into(), what, ctx)
            }
        };
        if done {
            self.asked = None;
            self.wrong.clear();
        }
    }

    /// The promise the line says; nothing when its gift cannot be read, which the line says then.
    fn promise(&mut self, anonymous: bool, ctx: &Ctx) -> Option<Promise> {
        let line = self.line();
        let giver = Giver { name: line.text(0).to_owned(), door: typed_door(line.text(2)), anonymous };
        match typed_gift(line.text(1)) {
            Ok(gift) => Some(Promise { giver, gift }),
            Err(fault) => {
                self.wrong = gift_fault(&ctx.locale, fault);
                self.line_mut().go_to(1);
                None
            }
        }
    }

    fn record_pledge(&mut self, ctx: &mut Ctx) -> bool {
        let Some(promise) = self.promise(self.anonymous, ctx) else { return false };
        let (pledge, origin) = (PledgeId(ctx.new_id()), Some(self.origin()));
        if promise.giver.name.is_empty() && !self.anonymous {
            self.line_mut().go_to(0);
        }
        let l = &ctx.locale;
        let what = format!("{} {}", crate::locale::public_giver(l, &promise.giver), gift(l, &promise.gift));
        let command = if self.in_hand {
            Command::PledgeInHand { pledge, promise, origin }
        } else {
            Event::Pledge { pledge, event: PledgeEvent::Pledged { promise, origin } }.into()
        };
        if !self.send(command, what, ctx) {
            return false;
        }
        self.fresh = pledge_line(None);
        self.anonymous = false;
        self.table.go_to(0);
        true
    }

    fn record_change(&mut self, pledge: PledgeId, anonymous: bool, ctx: &mut Ctx) -> bool {
        let Some(promise) = self.promise(anonymous, ctx) else { return false };
        let what = Self::named(pledge, ctx, |l, what| tr!(l, "pledges-change", what = what));
        self.on_pledge(pledge, PledgeEvent::Changed { promise }, what, ctx)
    }

    fn record_amount(&mut self, id: PledgeId, ctx: &mut Ctx) -> bool {
        let Some(pledge) = ctx.ledger().and_then(|ledger| ledger.pledge(id)) else { return false };
        let typed = self.line().text(0);
        let l = &ctx.locale;
        let amount = if is_money(pledge) {
            typed_money(typed).map_err(|fault| money_fault(l, fault))
        } else {
            typed_integer(typed).map_err(|fault| number_fault(l, fault))
        };
        match (amount, self.asked.as_ref().map(|(asked, _)| asked.clone())) {
            (Err(words), _) => {
                self.wrong = words;
                self.line_mut().go_to(0);
                false
            }
            (Ok(amount), Some(asked @ Asked::Refund(_))) => {
                let reason = self.reason(1, &asked, ctx);
                let what = Self::named(id, ctx, |l, what| tr!(l, "pledges-refund", what = what));
                self.on_pledge(id, PledgeEvent::Refunded { amount, reason }, what, ctx)
            }
            (Ok(amount), _) => {
                let what = Self::named(id, ctx, |l, what| tr!(l, "pledges-did-receive", what = what));
                self.on_pledge(id, PledgeEvent::Received { amount }, what, ctx)
            }
        }
    }

    fn record_grant(&mut self, id: Option<GrantId>, ctx: &mut Ctx) -> bool {
        let l = &ctx.locale;
        let fen = match typed_money(self.line().text(1)) {
            Ok(fen) => fen,
            Err(fault) => {
                self.wrong = money_fault(l, fault);
                self.line_mut().go_to(1);
                return false;
            }
        };
        let (lang, typed) = (ctx.lang().clone(), self.line().text(0));
        // The words of the rule stay in all their languages.
        let known = self.grant(ctx).map(|(_, grant)| grant.terms.from.clone());
        let rule = self.round.matching.as_ref().map(|rule| rule.from.clone());
        let same = [known, rule].into_iter().flatten().find(|from| from.get(&lang) == typed);
        let from = same.unwrap_or_else(|| Text::one(lang, typed));
        let base = self.round.matching.as_ref().map_or(MatchBase::Received, |rule| rule.base);
        let terms = GrantTerms { from, fen, own: self.own(), base };
        let what = tr!(l, "pledges-did-grant", sum = money(l, fen));
        let grant = id.unwrap_or_else(|| GrantId(ctx.new_id()));
        let event = match id {
            Some(_) => GrantEvent::Changed { terms },
            None => GrantEvent::Granted { terms, origin: Some(self.origin()) },
        };
        self.send(Event::Grant { grant, event }.into(), what, ctx)
    }

    /// The reason typed, or the usual one.
    fn reason(&self, field: usize, asked: &Asked, ctx: &Ctx) -> String {
        let typed = self.line().text(field);
        if typed.is_empty() { usual_reason(&ctx.locale, asked) } else { typed.to_owned() }
    }

    fn named(id: PledgeId, ctx: &Ctx, words: impl Fn(&Locale, String) -> String) -> String {
        let pledge = ctx.ledger().and_then(|ledger| ledger.pledge(id));
        words(&ctx.locale, pledge.map(|pledge| pledge_words(&ctx.locale, pledge)).unwrap_or_default())
    }

    fn on_pledge(&mut self, pledge: PledgeId, event: PledgeEvent, what: String, ctx: &mut Ctx) -> bool {
        self.send(Event::Pledge { pledge, event }.into(), what, ctx)
    }

    fn send(&mut self, command: Command, what: String, ctx: &mut Ctx) -> bool {
        let done = self.steps.ask(ctx, command, what);
        self.read(ctx);
        done
    }

    /// Takes back the last step.
    pub(super) fn undo(&mut self, ctx: &mut Ctx) {
        let selected = self.selected(ctx).map(|(id, pledge)| (Subject::Pledge(id), pledge_words(&ctx.locale, pledge)));
        let about = self.steps.undo(ctx, selected);
        self.read(ctx);
        let row = self.rows.iter().position(|id| about == Some(Subject::Pledge(*id)));
        self.table.go_to(row.or(self.table.current()).unwrap_or_default());
    }
}
