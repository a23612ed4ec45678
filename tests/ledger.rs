//! What outlives meetings: the reference story told in commands, and whatever is asked, recorded or taken back, in
//! whatever order, the ledger adds up.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

#[path = "ledger/any.rs"]
mod any;
#[path = "ledger/book.rs"]
mod book;

use std::collections::BTreeSet;

use any::{Deed, any_deed};
use babahui::domain::{
    ActionId, ClaimId, EntryId, GrantId, Ids, Lang, MeetingId, PledgeId, Text,
    meeting::{
        Fraction,
        agenda::{FundKey, ItemKey, MatchBase, MatchRule, Part},
        ledger::{
            ActionEvent, ActionState, Blank, ClaimEvent, ClaimState, ClaimedPart, Command, Event, FundEvent, Gift,
            Giver, GrantEvent, GrantTerms, Ledger, LedgerRefusal, MOST, MatchRange, Origin, PledgeEvent, Promise,
            Ratio, Remark, Scope, Task, Totals, Undertaking,
        },
    },
};
use book::Book;
use chrono::NaiveDate;
use proptest::prelude::*;

fn zh(text: &str) -> Text {
    Text::one(Lang::new("zh-CN"), text)
}

fn at(meeting: MeetingId, item: &str) -> Origin {
    Origin { meeting, item: ItemKey::new(item), motion: None }
}

fn promise(name: &str, gift: Gift) -> Promise {
    Promise { giver: Giver { name: name.into(), ..Giver::default() }, gift }
}

fn pledge(pledge: PledgeId, event: PledgeEvent) -> Event {
    Event::Pledge { pledge, event }
}

fn fund(event: FundEvent) -> Event {
    Event::Fund { fund: FundKey::new("prize"), event }
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn a_courtyard_gives_forty_thousand_and_is_granted_five_times_that() {
    let mut book = Book::new();
    let meeting = MeetingId(book.ids.uuid(0));
    let here = Some(at(meeting, "pledges"));
    // 100 households give 400 yuan each; two asked not to be named.
    let mut made = Vec::new();
    for n in 0..100 {
        let id = PledgeId(book.ids.uuid(n));
        let giver = Giver { name: format!("住户{n}"), anonymous: n < 2, ..Giver::default() };
        let promise = Promise { giver, gift: Gift::Money { fen: 40_000 } };
        book.ask(pledge(id, PledgeEvent::Pledged { promise, origin: here.clone() })).unwrap();
        made.push(id);
    }
    let rule = MatchRule {
        from: zh("街道"),
        min: Fraction { num: 3, den: 1 },
        max: Fraction { num: 5, den: 1 },
        cap: None,
        base: MatchBase::Received,
    };
    let scope = Scope::Item(meeting, ItemKey::new("pledges"));
    let before = book.ledger.totals(&scope);
    assert_eq!((before.own.pledged, before.own.held(), MatchRange::of(&rule, &before).high), (4_000_000, 0, 0));

    for id in made {
        book.ask(pledge(id, PledgeEvent::Received { amount: 40_000 })).unwrap();
    }
    let totals = book.ledger.totals(&scope);
    let range = MatchRange::of(&rule, &totals);
    assert_eq!((range.own, range.low, range.high), (4_000_000, 12_000_000, 20_000_000));
    assert_eq!(totals.missing(5_000_000, MatchBase::Received), 1_000_000);

    let grant = GrantId(book.ids.uuid(0));
    let terms = GrantTerms { from: rule.from.clone(), fen: 20_000_000, own: range.own, base: rule.base };
    book.ask(Event::Grant { grant, event: GrantEvent::Granted { terms, origin: here } }).unwrap();
    assert!(range.holds(book.ledger.grant(grant).unwrap().fen()));
    assert_eq!(book.ledger.grant(grant).unwrap().terms.ratio(), Some(Ratio { num: 5, den: 1 }));
    let totals = book.ledger.totals(&scope);
    assert_eq!((totals.own.held(), totals.granted, totals.together(rule.base)), (4_000_000, 20_000_000, 24_000_000));
    assert_eq!(book.ledger.totals(&Scope::Meeting(MeetingId(book.ids.uuid(9)))), Totals::default());

    let named = book.ledger.pledges(&scope).into_iter().filter_map(|(_, p)| p.promise.giver.public_name());
    assert_eq!(named.count(), 98);
}

#[test]
fn a_prize_is_shared_out_and_never_more_than_it() {
    let mut book = Book::new();
    let (source, wall, court) = (EntryId(book.ids.uuid(0)), EntryId(book.ids.uuid(0)), EntryId(book.ids.uuid(0)));
    let open = Command::OpenFund {
        fund: FundKey::new("prize"),
        title: zh("奖金"),
        origin: None,
        sources: vec![(source, zh("区上奖励"), 2_000_000)],
    };
    let opened = book.ask(open.clone()).unwrap();
    assert_eq!(opened.len(), 2);
    assert_eq!(book.ask(open), Ok(Vec::new()), "the same name is the same fund");
    let allocated = |entry, purpose, fen| fund(FundEvent::Allocated { entry, purpose: zh(purpose), fen, origin: None });
    book.ask(allocated(wall, "手绘铁路墙", 1_200_000)).unwrap();
    let over = book.ask(allocated(court, "篮球场", 800_001));
    assert_eq!(over, Err(LedgerRefusal::OverAllocated { left: 800_000 }));
    let made = book.ask(allocated(court, "篮球场", 700_000)).unwrap();
    let left = |book: &Book| book.ledger.fund(&FundKey::new("prize")).unwrap().left();
    assert_eq!(left(&book), 100_000);

    let changed = |fen| fund(FundEvent::AllocationChanged { entry: wall, purpose: zh("手绘铁路墙"), fen });
    assert_eq!(book.ask(changed(1_300_001)), Err(LedgerRefusal::OverAllocated { left: 1_300_000 }));
    assert_eq!(book.ask(changed(1_200_000)), Ok(Vec::new()), "it is so already");
    let spent = |fen| fund(FundEvent::Spent { entry: wall, fen, note: "颜料".into() });
    book.ask(spent(1_000_000)).unwrap();
    assert_eq!(book.ask(spent(200_001)), Err(LedgerRefusal::OverSpent { left: 200_000 }));
    assert_eq!(book.ask(changed(999_999)), Err(LedgerRefusal::AlreadySpent { spent: 1_000_000 }));
    let drop = |entry| fund(FundEvent::AllocationDropped { entry, reason: "不做了".into() });
    assert_eq!(book.ask(drop(wall)), Err(LedgerRefusal::AlreadySpent { spent: 1_000_000 }));

    // Without its only source nothing could be set aside: that is said before it is taken back.
    let falls = book.ledger.falls_with(opened[1]);
    assert_eq!(falls.len(), 3, "two allocations and a payment");
    assert!(falls.contains(&made[0]));
    let retraction = book.retract(opened[1]);
    assert_eq!((left(&book), book.ledger.fund(&FundKey::new("prize")).unwrap().allocations.len()), (0, 0));
    book.retract(retraction);
    assert_eq!(left(&book), 100_000);
    book.ask(drop(court)).unwrap();
    let fund = book.ledger.fund(&FundKey::new("prize")).unwrap();
    assert_eq!(
        (fund.left(), fund.allocated(), fund.spent(), fund.in_hand()),
        (800_000, 1_200_000, 1_000_000, 1_000_000)
    );
}

#[test]
fn partners_take_over_parts_and_deliver_them() {
    let mut book = Book::new();
    let meeting = MeetingId(book.ids.uuid(0));
    let offered = |key: &str, title: &str| Part { key: key.into(), title: zh(title), cost: None };
    let parts = [offered("seats", "座椅"), offered("wall", "墙绘"), offered("flowers", "花架")];
    let claim = |claim, event| Event::Claim { claim, event };
    let claimed = |id, part: &Part, partner: &str| {
        let part = ClaimedPart { key: part.key.clone(), title: part.title.clone() };
        let undertaking = Undertaking { part, partner: partner.into(), promise: String::new() };
        claim(id, ClaimEvent::Claimed { undertaking, origin: Some(at(meeting, "claims")) })
    };
    let [seats, wall, shared] = [0; 3].map(|_| ClaimId(book.ids.uuid(0)));
    book.ask(claimed(seats, &parts[0], "物业公司")).unwrap();
    book.ask(claimed(wall, &parts[1], " 幼儿园 ")).unwrap();
    let again = Command::from(claimed(shared, &parts[1], "美术社"));
    let said = book.ledger.remarks(&again, day("2024-03-02"));
    assert_eq!(said, [Remark::PartClaimed { by: vec!["幼儿园".into()] }]);
    book.ask(again).unwrap();
    for id in [seats, wall] {
        book.ask(claim(id, ClaimEvent::Delivered { note: String::new() })).unwrap();
    }
    book.ask(claim(shared, ClaimEvent::Released { reason: "人手不够".into() })).unwrap();
    let late = book.ask(claim(shared, ClaimEvent::Delivered { note: String::new() }));
    assert_eq!(late, Err(LedgerRefusal::ClaimReleased));

    let scope = Scope::Meeting(meeting);
    let by = |part: usize| -> Vec<(&str, bool)> {
        let claims = &book.ledger.parts(&parts, &scope)[part].claims;
        let told = |claim: &ClaimState| matches!(claim, ClaimState::Delivered { .. });
        claims
            .iter()
            .map(|(id, c)| (book.ledger.claim(*id).unwrap().undertaking.partner.as_str(), told(&c.state)))
            .collect()
    };
    assert_eq!((by(0), by(1), by(2)), (vec![("物业公司", true)], vec![("幼儿园", true)], vec![]));
}

fn ids<T>(found: Vec<(ActionId, T)>) -> Vec<ActionId> {
    found.into_iter().map(|(id, _)| id).collect()
}

#[test]
fn actions_are_carried_forward_until_somebody_looked() {
    let mut book = Book::new();
    let (first, second) = (MeetingId(book.ids.uuid(0)), MeetingId(book.ids.uuid(0)));
    let action = |action, event| Event::Action { action, event };
    let assigned = |id, what: &str, due: Option<&str>, meeting| {
        let task = Task { what: what.into(), who: "李建国".into(), due: due.map(day) };
        action(id, ActionEvent::Assigned { task, origin: Some(at(meeting, "tasks")) })
    };
    let [later, overdue, undated, done, new] = [0; 5].map(|_| ActionId(book.ids.uuid(0)));
    book.ask(assigned(later, "装充电桩", Some("2024-04-01"), first)).unwrap();
    book.ask(assigned(undated, "收旧沙发", None, first)).unwrap();
    book.ask(assigned(done, "量墙面", Some("2024-02-20"), first)).unwrap();
    book.ask(assigned(overdue, "修窨井盖", Some("2024-03-01"), first)).unwrap();
    let (name, note) = (String::from("李建国"), String::new());
    book.ask(action(done, ActionEvent::Done { by: name.clone(), note: note.clone() })).unwrap();
    let early = ActionEvent::Checked { by: name.clone(), note: note.clone() };
    assert_eq!(book.ask(action(later, early.clone())), Err(LedgerRefusal::ActionNotDone));
    let own = Command::from(action(done, early));
    assert_eq!(book.ledger.remarks(&own, day("2024-03-02")), [Remark::CheckedByDoer]);

    assert_eq!(ids(book.ledger.open_actions()), [overdue, later, undated, done]);
    assert_eq!(book.ledger.overdue(day("2024-03-02")), 1);
    assert_eq!(book.ledger.action(overdue).unwrap().days_overdue(day("2024-03-03")), 2);

    let began = book.now + chrono::TimeDelta::seconds(30);
    book.ask(assigned(new, "刷墙", None, second)).unwrap();
    assert_eq!(ids(book.ledger.carried_forward(second, began)), [overdue, later, undated, done]);
    book.ask(action(done, ActionEvent::Checked { by: "赵敏".into(), note })).unwrap();
    assert_eq!(ids(book.ledger.carried_forward(second, began)), [overdue, later, undated, done]);
    assert_eq!(ids(book.ledger.open_actions()), [overdue, later, undated, new]);
    let third = (MeetingId(book.ids.uuid(0)), book.now + chrono::TimeDelta::seconds(30));
    assert_eq!(ids(book.ledger.carried_forward(third.0, third.1)), [overdue, later, undated, new]);

    book.ask(action(done, ActionEvent::Reopened { reason: "又裂了".into() })).unwrap();
    assert_eq!(book.ledger.action(done).unwrap().state, ActionState::Open);
    assert_eq!(ids(book.ledger.open_actions()), [done, overdue, later, undated, new]);
}

#[test]
fn a_pledge_takes_only_what_makes_sense() {
    let mut book = Book::new();
    let id = PledgeId(book.ids.uuid(0));
    let sofas = |quantity| Gift::Goods { what: "沙发".into(), quantity, unit: "张".into() };
    let in_hand = |promise| Command::PledgeInHand { pledge: id, promise, origin: None };
    assert_eq!(book.ask(in_hand(promise("王秀英", sofas(0)))), Err(LedgerRefusal::NotPositive));
    assert!(matches!(book.ask(in_hand(promise(" ", sofas(2)))), Err(LedgerRefusal::Blank(_))));
    let huge = Gift::Money { fen: MOST + 1 };
    assert_eq!(book.ask(in_hand(promise("王秀英", huge))), Err(LedgerRefusal::TooLarge { most: MOST }));
    assert_eq!(book.ask(in_hand(promise("王秀英", sofas(2)))).unwrap().len(), 2);
    let held = |count| sofas(count);
    let steps = [
        (
            PledgeEvent::Refunded { amount: 3, reason: "多了".into() },
            Some(LedgerRefusal::RefundTooMuch { held: held(2) }),
        ),
        (PledgeEvent::Refunded { amount: 1, reason: String::new() }, Some(LedgerRefusal::Blank(Blank::Reason))),
        (PledgeEvent::Withdrawn { reason: "搬家".into() }, Some(LedgerRefusal::StillHeld { held: held(2) })),
        (
            PledgeEvent::Changed { promise: promise("王秀英", Gift::Labour { hours: 2 }) },
            Some(LedgerRefusal::GiftFixed { held: held(2) }),
        ),
        (PledgeEvent::Changed { promise: promise("王秀英", sofas(3)) }, None),
        (PledgeEvent::Received { amount: 2 }, None),
        (PledgeEvent::Refunded { amount: 4, reason: "放不下".into() }, None),
        (PledgeEvent::Withdrawn { reason: "搬家".into() }, None),
        (PledgeEvent::Received { amount: 1 }, Some(LedgerRefusal::PledgeWithdrawn)),
    ];
    for (event, refusal) in steps {
        let over = book.ledger.remarks(&pledge(id, event.clone()).into(), day("2024-03-02"));
        let more = matches!(event, PledgeEvent::Received { amount: 2 });
        assert_eq!(over, if more { vec![Remark::MoreThanPledged { over: sofas(1) }] } else { Vec::new() });
        assert_eq!(book.ask(pledge(id, event.clone())).err(), refusal, "{event:?}");
    }
    let totals = book.ledger.totals(&Scope::All);
    assert_eq!((totals.goods[0].sum.pledged, totals.goods[0].sum.received, totals.goods[0].sum.held()), (0, 4, 0));
}

/// What must hold of any ledger, counted anew from the trails.
fn adds_up(ledger: &Ledger) {
    let (mut pledged, mut received, mut refunded, mut granted) = (0, 0, 0, 0);
    for (_, pledge) in ledger.pledges(&Scope::All) {
        assert!(pledge.held() >= 0 && pledge.refunded >= 0 && pledge.missing() >= 0);
        assert!(pledge.withdrawn.is_none() || pledge.held() == 0);
        if !matches!(pledge.promise.gift, Gift::Money { .. }) {
            continue;
        }
        let mut stands = 0;
        for trace in pledge.trail.iter().filter(|trace| trace.counts) {
            match &trace.event {
                PledgeEvent::Pledged { promise, .. } | PledgeEvent::Changed { promise } => {
                    stands = promise.gift.amount();
                }
                PledgeEvent::Received { amount } => received += amount,
                PledgeEvent::Refunded { amount, .. } => refunded += amount,
                PledgeEvent::Withdrawn { .. } => stands = 0,
            }
        }
        pledged += stands;
    }
    for (_, grant) in ledger.grants(&Scope::All) {
        granted += grant.fen();
    }
    let totals = ledger.totals(&Scope::All);
    assert_eq!((totals.own.pledged, totals.own.received, totals.own.refunded), (pledged, received, refunded));
    assert_eq!(totals.granted, granted);
    for (_, fund) in ledger.funds() {
        assert!(fund.left() >= 0 && fund.total() >= 0 && fund.total() <= MOST);
        assert!(fund.allocations.iter().all(|a| a.left() >= 0 && a.spent() >= 0));
        assert_eq!(fund.total(), fund.left() + fund.allocated());
        assert_eq!(fund.in_hand(), fund.total() - fund.spent());
    }
    let all: BTreeSet<ActionId> = ledger.actions(&Scope::All).into_iter().map(|(id, _)| id).collect();
    let open = ledger.open_actions();
    assert!(open.iter().all(|(id, action)| all.contains(id) && !action.is_closed()));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn whatever_happens_the_ledger_is_what_its_records_add_up_to(
        deeds in proptest::collection::vec(any_deed(), 1..48),
        turn in 0usize..48,
    ) {
        let mut book = Book::new();
        for deed in deeds {
            match deed {
                Deed::Ask(command) => {
                    let _ = book.ledger.remarks(&command, day("2024-03-02"));
                    let before = book.ledger.clone();
                    match book.ledger.decide(command) {
                        Err(_) => prop_assert_eq!(&book.ledger, &before),
                        Ok(events) => {
                            for event in events {
                                let id = book.record(event);
                                prop_assert!(book.ledger.counts(id), "what was decided counts");
                            }
                        }
                    }
                }
                Deed::Record(event) => {
                    let sensible = book.ledger.decide(event.clone().into()).is_ok();
                    let id = book.record(event);
                    prop_assert_eq!(book.ledger.counts(id), sensible);
                }
                Deed::Retract(n) => {
                    if let Some(record) = book.records.get(n % book.records.len().max(1)) {
                        let (id, falls) = (record.id, book.ledger.falls_with(record.id));
                        prop_assert!(!falls.contains(&id));
                        book.retract(id);
                        prop_assert!(falls.iter().all(|fallen| !book.ledger.counts(*fallen)));
                    }
                }
            }
            prop_assert_eq!(&book.ledger, &Ledger::fold(&book.records));
            adds_up(&book.ledger);
        }
        // The records of another laptop come late, and some come twice.
        let mut shuffled = book.records.clone();
        let turn = turn % shuffled.len().max(1);
        shuffled.rotate_left(turn);
        shuffled.extend(book.records.iter().take(turn).cloned());
        let mut late = Ledger::default();
        for record in &shuffled {
            late.apply(record);
        }
        prop_assert_eq!(&late, &book.ledger);
        prop_assert_eq!(&Ledger::fold(&shuffled), &book.ledger);
    }
}
