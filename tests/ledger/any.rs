//! Anything that may be asked of a ledger, sensible or not: few ids, so that events meet, and amounts at the edges.

use babahui::domain::{
    ActionId, ClaimId, EntryId, GrantId, Ids, Lang, MeetingId, PledgeId, SeededIds, Text,
    meeting::{
        agenda::{FundKey, ItemKey, MatchBase},
        ledger::{
            ActionEvent, ClaimEvent, ClaimedPart, Command, Event, FundEvent, Gift, Giver, GrantEvent, GrantTerms, MOST,
            Origin, PledgeEvent, Promise, Task, Undertaking,
        },
    },
};
use chrono::NaiveDate;
use proptest::prelude::*;
use uuid::Uuid;

/// What is done.
#[derive(Debug, Clone)]
pub enum Deed {
    /// The ledger is asked, and its answer recorded.
    Ask(Command),
    /// An event is recorded without asking.
    Record(Event),
    /// One of the records so far is taken back.
    Retract(usize),
}

fn id() -> impl Strategy<Value = Uuid> {
    (0u64..2).prop_map(|n| SeededIds::new(n).uuid(0))
}

fn amount() -> impl Strategy<Value = i64> {
    prop_oneof![8 => 1i64..12, 1 => Just(0), 1 => Just(-3), 1 => Just(MOST), 1 => Just(i64::MAX), 1 => Just(i64::MIN)]
}

fn word() -> impl Strategy<Value = String> {
    prop_oneof![6 => Just("王"), 3 => Just(" 李 "), 1 => Just(""), 1 => Just("　")].prop_map(str::to_owned)
}

fn text() -> impl Strategy<Value = Text> {
    word().prop_map(|word| Text::one(Lang::new("zh-CN"), word))
}

fn origin() -> impl Strategy<Value = Option<Origin>> {
    proptest::option::of(id().prop_map(|id| Origin { meeting: MeetingId(id), item: ItemKey::new("a"), motion: None }))
}

fn task() -> impl Strategy<Value = Task> {
    let due = proptest::option::of((1u32..28).prop_map(|d| NaiveDate::from_ymd_opt(2024, 3, d).unwrap()));
    (word(), word(), due).prop_map(|(what, who, due)| Task { what, who, due })
}

fn promise() -> BoxedStrategy<Promise> {
    let gift = prop_oneof![
        4 => amount().prop_map(|fen| Gift::Money { fen }),
        1 => (word(), 0u32..5).prop_map(|(what, quantity)| Gift::Goods { what, quantity, unit: String::new() }),
        1 => prop_oneof![0u32..5, Just(u32::MAX)].prop_map(|hours| Gift::Labour { hours }),
    ];
    let giver = (word(), any::<bool>()).prop_map(|(name, anonymous)| Giver { name, anonymous, ..Giver::default() });
    (giver, gift).prop_map(|(giver, gift)| Promise { giver, gift }).boxed()
}

fn terms() -> impl Strategy<Value = GrantTerms> {
    (text(), amount(), amount()).prop_map(|(from, fen, own)| GrantTerms { from, fen, own, base: MatchBase::Pledged })
}

fn undertaking() -> BoxedStrategy<Undertaking> {
    let part = (prop_oneof![Just(""), Just("wall")], text());
    (part, word(), word())
        .prop_map(|((key, title), partner, promise)| Undertaking {
            part: ClaimedPart { key: key.into(), title },
            partner,
            promise,
        })
        .boxed()
}

fn action_event() -> BoxedStrategy<ActionEvent> {
    prop_oneof![
        3 => (task(), origin()).prop_map(|(task, origin)| ActionEvent::Assigned { task, origin }),
        1 => task().prop_map(|task| ActionEvent::Changed { task }),
        2 => (word(), word()).prop_map(|(by, note)| ActionEvent::Done { by, note }),
        2 => (word(), word()).prop_map(|(by, note)| ActionEvent::Checked { by, note }),
        1 => word().prop_map(|reason| ActionEvent::Reopened { reason }),
        1 => word().prop_map(|reason| ActionEvent::Dropped { reason }),
    ]
    .boxed()
}

fn pledge_event() -> BoxedStrategy<PledgeEvent> {
    prop_oneof![
        3 => (promise(), origin()).prop_map(|(promise, origin)| PledgeEvent::Pledged { promise, origin }),
        1 => promise().prop_map(|promise| PledgeEvent::Changed { promise }),
        3 => amount().prop_map(|amount| PledgeEvent::Received { amount }),
        2 => (amount(), word()).prop_map(|(amount, reason)| PledgeEvent::Refunded { amount, reason }),
        1 => word().prop_map(|reason| PledgeEvent::Withdrawn { reason }),
    ]
    .boxed()
}

fn grant_event() -> BoxedStrategy<GrantEvent> {
    prop_oneof![
        3 => (terms(), origin()).prop_map(|(terms, origin)| GrantEvent::Granted { terms, origin }),
        1 => terms().prop_map(|terms| GrantEvent::Changed { terms }),
        1 => word().prop_map(|reason| GrantEvent::Withdrawn { reason }),
    ]
    .boxed()
}

fn claim_event() -> BoxedStrategy<ClaimEvent> {
    prop_oneof![
        3 => (undertaking(), origin()).prop_map(|(undertaking, origin)| ClaimEvent::Claimed { undertaking, origin }),
        1 => undertaking().prop_map(|undertaking| ClaimEvent::Changed { undertaking }),
        1 => word().prop_map(|note| ClaimEvent::Delivered { note }),
        1 => word().prop_map(|reason| ClaimEvent::Released { reason }),
    ]
    .boxed()
}

fn fund_event() -> BoxedStrategy<FundEvent> {
    let entry = || id().prop_map(EntryId);
    prop_oneof![
        2 => (text(), origin()).prop_map(|(title, origin)| FundEvent::Opened { title, origin }),
        3 => (entry(), text(), amount()).prop_map(|(entry, from, fen)| FundEvent::SourceAdded { entry, from, fen }),
        3 => (entry(), text(), amount(), origin())
            .prop_map(|(entry, purpose, fen, origin)| FundEvent::Allocated { entry, purpose, fen, origin }),
        1 => (entry(), text(), amount())
            .prop_map(|(entry, purpose, fen)| FundEvent::AllocationChanged { entry, purpose, fen }),
        1 => (entry(), word()).prop_map(|(entry, reason)| FundEvent::AllocationDropped { entry, reason }),
        2 => (entry(), amount(), word()).prop_map(|(entry, fen, note)| FundEvent::Spent { entry, fen, note }),
    ]
    .boxed()
}

fn event() -> BoxedStrategy<Event> {
    prop_oneof![
        2 => (id(), action_event()).prop_map(|(id, event)| Event::Action { action: ActionId(id), event }),
        3 => (id(), pledge_event()).prop_map(|(id, event)| Event::Pledge { pledge: PledgeId(id), event }),
        1 => (id(), grant_event()).prop_map(|(id, event)| Event::Grant { grant: GrantId(id), event }),
        1 => (id(), claim_event()).prop_map(|(id, event)| Event::Claim { claim: ClaimId(id), event }),
        4 => fund_event().prop_map(|event| Event::Fund { fund: FundKey::new("prize"), event }),
    ]
    .boxed()
}

// Boxed by kind: the tree of all that may be would not fit on a test's stack.
pub fn any_deed() -> impl Strategy<Value = Deed> {
    let in_hand = (id(), promise(), origin()).prop_map(|(id, promise, origin)| Command::PledgeInHand {
        pledge: PledgeId(id),
        promise,
        origin,
    });
    let sources = proptest::collection::vec((id().prop_map(EntryId), text(), amount()), 0..3);
    let open = (text(), origin(), sources).prop_map(|(title, origin, sources)| Command::OpenFund {
        fund: FundKey::new("prize"),
        title,
        origin,
        sources,
    });
    prop_oneof![
        8 => event().prop_map(|event| Deed::Ask(event.into())),
        1 => in_hand.prop_map(Deed::Ask),
        1 => open.prop_map(Deed::Ask),
        3 => event().prop_map(Deed::Record),
        3 => any::<usize>().prop_map(Deed::Retract),
    ]
}
