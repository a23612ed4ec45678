//! Pledges, matches, actions, claims and funds in words: what they are, and why the ledger does not take something.

use super::{Locale, MoneyFault, date_short, grouped, money};
use crate::{
    domain::meeting::ledger::{
        ActionState, Blank, ClaimState, Gift, Giver, Kept, LedgerRefusal, MOST, MatchRange, PledgeState, Remark,
    },
    tr,
};

/// What is given, `200 元`, `沙发 3 张`, `出工 6 小时`.
#[must_use]
pub fn gift(locale: &Locale, gift: &Gift) -> String {
    match gift {
        Gift::Money { fen } => money(locale, *fen),
        Gift::Goods { what, quantity, unit } => {
            let (what, unit, quantity) = (what.clone(), unit.clone(), grouped(i64::from(*quantity)));
            let said = tr!(locale, "ledger-goods", what = what, quantity = quantity, unit = unit);
            said.split_whitespace().collect::<Vec<_>>().join(" ")
        }
        Gift::Labour { hours } => {
            let hours = *hours;
            tr!(locale, "ledger-labour", hours = hours)
        }
    }
}

/// Who gives, for everyone to read: the name, or that they asked not to be named.
#[must_use]
pub fn public_giver(locale: &Locale, giver: &Giver) -> String {
    giver.public_name().map_or_else(|| tr!(locale, "ledger-anonymous"), str::to_owned)
}

/// Own share, match and both together: `自筹 40 000 元，补助 120 000 元至 200 000 元，合计 160 000 元至 240 000 元`.
#[must_use]
pub fn match_range(locale: &Locale, range: &MatchRange) -> String {
    let sum = |fen| money(locale, fen);
    let own = sum(range.own);
    if range.low == range.high {
        let (low, total) = (sum(range.low), sum(range.total_low()));
        return tr!(locale, "ledger-match", own = own, low = low, total = total);
    }
    let (low, high) = (sum(range.low), sum(range.high));
    let (least, most) = (sum(range.total_low()), sum(range.total_high()));
    tr!(locale, "ledger-match-range", own = own, low = low, high = high, least = least, most = most)
}

/// Where an action stands.
#[must_use]
pub fn action_state(locale: &Locale, state: &ActionState) -> String {
    match state {
        ActionState::Open => tr!(locale, "ledger-action-open"),
        ActionState::Done(_) => tr!(locale, "ledger-action-done"),
        ActionState::Checked { .. } => tr!(locale, "ledger-action-checked"),
        ActionState::Dropped { .. } => tr!(locale, "ledger-action-dropped"),
    }
}

/// How far a pledge is kept.
#[must_use]
pub fn pledge_state(locale: &Locale, state: PledgeState) -> String {
    match state {
        PledgeState::Promised => tr!(locale, "ledger-pledge-promised"),
        PledgeState::Partly => tr!(locale, "ledger-pledge-partly"),
        PledgeState::Received => tr!(locale, "ledger-pledge-received"),
        PledgeState::Withdrawn => tr!(locale, "ledger-pledge-withdrawn"),
    }
}

/// Where a claim stands.
#[must_use]
pub fn claim_state(locale: &Locale, state: &ClaimState) -> String {
    match state {
        ClaimState::Promised => tr!(locale, "ledger-claim-promised"),
        ClaimState::Delivered { .. } => tr!(locale, "ledger-claim-delivered"),
        ClaimState::Released { .. } => tr!(locale, "ledger-claim-released"),
    }
}

/// The sentence of a fault in a typed amount of money.
#[must_use]
pub fn money_fault(locale: &Locale, fault: MoneyFault) -> String {
    match fault {
        MoneyFault::Empty => tr!(locale, "ledger-money-empty"),
        MoneyFault::NotMoney => tr!(locale, "ledger-money-unreadable"),
        MoneyFault::Negative => tr!(locale, "ledger-money-negative"),
        MoneyFault::TooFine => tr!(locale, "ledger-money-too-fine"),
        MoneyFault::TooLarge => tr!(locale, "ledger-money-too-large", most = money(locale, MOST)),
    }
}

/// Why the ledger does not take something, and what to do.
#[must_use]
pub fn ledger_refusal(locale: &Locale, refusal: &LedgerRefusal) -> String {
    match refusal {
        LedgerRefusal::Unknown(kept) => tr!(locale, "ledger-unknown", thing = thing(locale, *kept)),
        LedgerRefusal::Exists(kept) => tr!(locale, "ledger-exists", thing = thing(locale, *kept)),
        LedgerRefusal::Blank(field) => blank(locale, *field),
        LedgerRefusal::NotPositive => tr!(locale, "ledger-not-positive"),
        LedgerRefusal::TooLarge { .. } => tr!(locale, "ledger-too-large"),
        LedgerRefusal::ActionNotOpen => tr!(locale, "ledger-action-not-open"),
        LedgerRefusal::ActionNotDone => tr!(locale, "ledger-action-not-done"),
        LedgerRefusal::ActionOpen => tr!(locale, "ledger-action-already-open"),
        LedgerRefusal::ActionChecked => tr!(locale, "ledger-action-already-checked"),
        LedgerRefusal::PledgeWithdrawn => tr!(locale, "ledger-pledge-is-withdrawn"),
        LedgerRefusal::GiftFixed { .. } => tr!(locale, "ledger-gift-fixed"),
        LedgerRefusal::RefundTooMuch { held } if held.amount() == 0 => tr!(locale, "ledger-nothing-to-refund"),
        LedgerRefusal::RefundTooMuch { held } => tr!(locale, "ledger-refund-too-much", held = gift(locale, held)),
        LedgerRefusal::StillHeld { held } => tr!(locale, "ledger-still-held", held = gift(locale, held)),
        LedgerRefusal::GrantWithdrawn => tr!(locale, "ledger-grant-is-withdrawn"),
        LedgerRefusal::ClaimDelivered => tr!(locale, "ledger-claim-is-delivered"),
        LedgerRefusal::ClaimReleased => tr!(locale, "ledger-claim-is-released"),
        LedgerRefusal::OverAllocated { left } => tr!(locale, "ledger-over-allocated", left = money(locale, *left)),
        LedgerRefusal::AllocationDropped => tr!(locale, "ledger-allocation-dropped"),
        LedgerRefusal::AlreadySpent { spent } => tr!(locale, "ledger-already-spent", spent = money(locale, *spent)),
        LedgerRefusal::OverSpent { left } => tr!(locale, "ledger-over-spent", left = money(locale, *left)),
    }
}

/// What is worth saying although the ledger takes it.
#[must_use]
pub fn ledger_remark(locale: &Locale, remark: &Remark) -> String {
    match remark {
        Remark::DuePast { due } => tr!(locale, "ledger-due-past", due = date_short(*due)),
        Remark::CheckedByDoer => tr!(locale, "ledger-checked-by-doer"),
        Remark::MoreThanPledged { over } => tr!(locale, "ledger-more-than-pledged", over = gift(locale, over)),
        Remark::PledgedBefore { gift: before } => tr!(locale, "ledger-pledged-before", gift = gift(locale, before)),
        Remark::GrantedBefore { fen } => tr!(locale, "ledger-granted-before", sum = money(locale, *fen)),
        Remark::PartClaimed { by } => {
            let by = by.join(&tr!(locale, "ledger-and"));
            tr!(locale, "ledger-part-claimed", by = by)
        }
    }
}

fn thing(locale: &Locale, kept: Kept) -> String {
    match kept {
        Kept::Action => tr!(locale, "ledger-thing-action"),
        Kept::Pledge => tr!(locale, "ledger-thing-pledge"),
        Kept::Grant => tr!(locale, "ledger-thing-grant"),
        Kept::Claim => tr!(locale, "ledger-thing-claim"),
        Kept::Fund => tr!(locale, "ledger-thing-fund"),
        Kept::Source => tr!(locale, "ledger-thing-source"),
        Kept::Allocation => tr!(locale, "ledger-thing-allocation"),
    }
}

fn blank(locale: &Locale, field: Blank) -> String {
    match field {
        Blank::What => tr!(locale, "ledger-blank-what"),
        Blank::Who => tr!(locale, "ledger-blank-who"),
        Blank::By => tr!(locale, "ledger-blank-by"),
        Blank::Reason => tr!(locale, "ledger-blank-reason"),
        Blank::Giver => tr!(locale, "ledger-blank-giver"),
        Blank::Goods => tr!(locale, "ledger-blank-goods"),
        Blank::From => tr!(locale, "ledger-blank-from"),
        Blank::Part => tr!(locale, "ledger-blank-part"),
        Blank::Partner => tr!(locale, "ledger-blank-partner"),
        Blank::Title => tr!(locale, "ledger-blank-title"),
        Blank::Purpose => tr!(locale, "ledger-blank-purpose"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Lang;

    #[test]
    fn gifts_and_matches_are_said_as_people_say_them() {
        let (zh, en) = (Locale::new(&Lang::new("zh-CN")), Locale::new(&Lang::new("en")));
        let sofas = |unit: &str| Gift::Goods { what: "沙发".into(), quantity: 3, unit: unit.into() };
        assert_eq!(gift(&zh, &Gift::Money { fen: 20_000 }), "200 元");
        assert_eq!(gift(&zh, &sofas("张")), "沙发 3 张");
        assert_eq!(gift(&zh, &sofas("")), "沙发 3");
        assert_eq!(gift(&en, &Gift::Goods { what: "sofas".into(), quantity: 3, unit: String::new() }), "3 sofas");
        assert_eq!(gift(&zh, &Gift::Labour { hours: 6 }), "出工 6 小时");
        assert_eq!(gift(&en, &Gift::Labour { hours: 1 }), "1 hour of work");
        let range = MatchRange { own: 4_000_000, low: 12_000_000, high: 20_000_000, capped: false };
        let said = "自筹 40 000 元，补助 120 000 元至 200 000 元，合计 160 000 元至 240 000 元";
        assert_eq!(match_range(&zh, &range), said);
        let fixed = MatchRange { high: 12_000_000, ..range };
        assert_eq!(match_range(&en, &fixed), "own share 40 000 yuan, match 120 000 yuan, total 160 000 yuan");
    }

    #[test]
    fn a_refusal_says_what_is_left() {
        let zh = Locale::new(&Lang::new("zh-CN"));
        let over = ledger_refusal(&zh, &LedgerRefusal::OverAllocated { left: 80_050 });
        assert!(over.contains("800.50 元"), "{over}");
        let held = Gift::Money { fen: 40_000 };
        assert!(ledger_refusal(&zh, &LedgerRefusal::RefundTooMuch { held }).contains("400 元"));
        let remark = Remark::PartClaimed { by: vec!["物业公司".into(), "幼儿园".into()] };
        assert!(ledger_remark(&zh, &remark).contains("物业公司、幼儿园"));
    }
}
