//! The demo's meetings: the figures of the story, as the log adds them up.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]

use std::{path::Path, sync::LazyLock};

use babahui::{
    app::demo,
    domain::{
        Lang, SeededIds,
        meeting::{
            Meeting,
            agenda::{FundKey, ItemKey, ItemKind},
            ledger::{ActionState, ClaimState, Gift, Ledger, MatchRange, Scope},
            motion::Motion,
            rule::Outcome,
        },
        session::SessionKind,
    },
    store::{About, OpenOptions, Store},
};

fn open(dir: &Path) -> Store {
    let mut ids = SeededIds::new(99);
    let now = "2026-01-01T08:00:00+08:00".parse().unwrap();
    let options = OpenOptions { community: "别处".into(), ids: &mut ids, now, page_limit: None };
    Store::open(dir, options).unwrap().into_store()
}

/// All meetings of a fresh demo, in the order they were held, and the ledger.
static DEMO: LazyLock<(Vec<Meeting>, Ledger)> = LazyLock::new(|| {
    let dir = tempfile::tempdir().unwrap();
    demo::build(dir.path()).unwrap();
    let store = open(dir.path());
    let mut rows = store.meetings().unwrap();
    rows.sort_by_key(|row| row.opened);
    let fold = |id| Meeting::fold(&store.records_about(About::Meeting(id)).unwrap().0).unwrap();
    let ledger = Ledger::fold(&store.records_about(About::Register("ledger")).unwrap().0);
    (rows.into_iter().map(|row| fold(row.id)).collect(), ledger)
});

fn by<'a>(meetings: &'a [Meeting], agenda: &str) -> &'a Meeting {
    meetings.iter().rfind(|meeting| meeting.opening.agenda.id == agenda).unwrap()
}

#[test]
fn every_session_was_held_and_its_minutes_are_final() {
    let (meetings, _) = &*DEMO;
    let sessions: std::collections::BTreeSet<_> = meetings.iter().map(|meeting| meeting.opening.session).collect();
    assert_eq!((sessions.len(), meetings.len()), (12, 13), "the prize was talked over after the twelfth");
    let of = |kind| meetings.iter().filter(|meeting| meeting.opening.agenda.kind == kind).count();
    let kinds = [
        SessionKind::CourtyardMeeting,
        SessionKind::CommunityChat,
        SessionKind::NeighboursDialogue,
        SessionKind::MicroRenewal,
    ];
    assert_eq!(kinds.map(of), [4, 3, 4, 2]);
    for meeting in meetings {
        let title = &meeting.opening.title;
        assert!(meeting.course.started().is_some() && meeting.course.closed().is_some(), "{title}");
        assert!(meeting.minutes.is_final(), "{title}");
        assert!(meeting.attendance.people().count() >= 11, "{title}");
        assert!(meeting.floor.opinions().len() >= 3, "{title}");
        assert!(meeting.timeline.set_back.is_empty(), "{title}");
        let spent = meeting.course.closed().unwrap().since(meeting.course.started().unwrap());
        assert!((30..180).contains(&spent.num_minutes()), "{title} {spent}");
    }
    let said: Vec<_> = meetings.iter().flat_map(|m| m.floor.opinions()).map(|opinion| &opinion.text).collect();
    let different: std::collections::BTreeSet<_> = said.iter().collect();
    assert_eq!(said.len(), different.len(), "nobody repeats another");
}

#[test]
fn seven_matters_are_carried_unanimously() {
    let (meetings, _) = &*DEMO;
    let motions = by(meetings, "micro-renewal").motions.all();
    assert_eq!(motions.len(), 7);
    for motion in motions {
        let counts = motion.vote.as_ref().unwrap().counts();
        assert_eq!((counts.yes.heads, counts.no.heads, counts.abstain.heads), (52, 0, 0), "{:?}", motion.key);
        assert_eq!(motion.outcome(), Some(Outcome::Carried));
    }
    let all: Vec<&Motion> = meetings.iter().flat_map(|meeting| meeting.motions.all()).collect();
    assert!(all.iter().all(|motion| motion.vote.as_ref().is_some_and(|vote| vote.closed.is_some())));
}

#[test]
fn what_residents_gave_is_matched_five_times() {
    let (meetings, ledger) = &*DEMO;
    let meeting = by(meetings, "micro-renewal");
    let item = ItemKey::new("donations");
    let totals = ledger.totals(&Scope::Item(meeting.id, item.clone()));
    assert_eq!((totals.own.pledged, totals.own.held()), (4_000_000, 4_000_000));
    let ItemKind::Pledge(round) = &meeting.course.item(&item).unwrap().item.kind else { panic!() };
    let range = MatchRange::of(round.matching.as_ref().unwrap(), &totals);
    assert_eq!((range.low, range.high), (12_000_000, 20_000_000));
    let grants = ledger.grants(&Scope::All);
    assert_eq!(grants.len(), 1);
    let terms = &grants[0].1.terms;
    assert_eq!((terms.fen, terms.own, terms.fen + terms.own), (20_000_000, 4_000_000, 24_000_000));
    let pledges = ledger.pledges(&Scope::All);
    let givers = |anonymous| pledges.iter().filter(|(_, p)| p.promise.giver.anonymous == anonymous).count();
    assert!(givers(true) >= 5 && givers(false) >= 40, "{} {}", givers(true), givers(false));
    let goods = pledges.iter().filter(|(_, p)| matches!(p.promise.gift, Gift::Goods { .. })).count();
    let hours: i64 =
        pledges.iter().filter(|(_, p)| matches!(p.promise.gift, Gift::Labour { .. })).map(|(_, p)| p.held()).sum();
    assert_eq!((goods, hours), (7, 70));
}

#[test]
fn the_prize_is_allocated_in_two_parts_and_the_rest_is_claimed() {
    let (meetings, ledger) = &*DEMO;
    let meeting = by(meetings, "prize-fund");
    assert_eq!((meeting.attendance.entitled().heads, meeting.attendance.presence().by_proxy), (12, 1));
    let fund = ledger.fund(&FundKey::new("prize")).unwrap();
    let zh = Lang::new("zh-CN");
    let parts: Vec<_> = fund.allocations.iter().map(|a| (a.purpose.get(&zh), a.fen)).collect();
    assert_eq!(parts, [("铁路围墙彩绘", 800_000), ("篮球场修缮", 1_200_000)]);
    assert_eq!((fund.total(), fund.left()), (2_000_000, 0));
    let claims = ledger.claims(&Scope::Meeting(meeting.id));
    let claims: Vec<_> = claims
        .iter()
        .map(|(_, claim)| (claim.undertaking.part.key.as_str(), claim.undertaking.partner.as_str(), &claim.state))
        .collect();
    assert!(matches!(claims[0], ("seats", "物业公司", ClaimState::Promised)), "{claims:?}");
    assert!(matches!(claims[1], ("wall", "幼儿园", ClaimState::Delivered { .. })), "{claims:?}");
}

#[test]
fn actions_are_done_checked_overdue_and_carried_forward() {
    let (meetings, ledger) = &*DEMO;
    let all = ledger.actions(&Scope::All);
    let checked = all.iter().filter(|(_, action)| matches!(action.state, ActionState::Checked { .. })).count();
    let done = all.iter().filter(|(_, action)| matches!(action.state, ActionState::Done { .. })).count();
    assert!(checked >= 10 && done >= 1, "{checked} checked, {done} done");
    let day = "2026-01-01".parse().unwrap();
    assert_eq!(ledger.overdue(day), 1, "whenever the demo is looked at, exactly one is overdue");
    let last = by(meetings, "micro-renewal");
    let carried = ledger.carried_forward(last.id, last.course.started().unwrap().wall);
    assert!(carried.iter().any(|(_, action)| action.task.what.contains("飞线") && !action.is_closed()));
    // From the second courtyard meeting over the third into the last.
    assert!(carried.iter().all(|(_, action)| action.origin.as_ref().is_some_and(|origin| origin.meeting != last.id)));
}

#[test]
fn the_minutes_that_stand_say_the_money_and_name_the_version_before() {
    let (meetings, _) = &*DEMO;
    let meeting = by(meetings, "micro-renewal");
    let standing = meeting.minutes.standing().unwrap();
    assert_eq!((standing.number, standing.replaces), (2, Some(1)));
    let given = standing.minutes.items.iter().find(|item| item.key.0 == "donations").unwrap();
    let sums = given.agreed.sums;
    assert_eq!((sums.pledged, sums.received, sums.granted), (4_000_000, 4_000_000, 20_000_000));
    assert!(standing.minutes.remarks.contains("编的"));
    let first = &meeting.minutes.versions()[0].minutes;
    let before = first.items.iter().find(|item| item.key.0 == "donations").unwrap().agreed.sums;
    assert!(before.received > 1_000_000 && before.received < 4_000_000, "some came in on the evening: {before:?}");
    assert_eq!(before.granted, 0);
}
