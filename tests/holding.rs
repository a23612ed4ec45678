//! A meeting held through what screens use: what is asked is saved before it is seen, said in words when it is refused,
//! taken back command by command, and the same after a restart.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

#[path = "support/meeting.rs"]
mod meeting;
mod support;

use std::sync::Arc;

use babahui::{
    app::{Ctx, FixedClock, Level, Place, still_there},
    domain::{
        ActionId, MeetingId, OpinionId, SessionId,
        meeting::{
            Command, Event, Meeting, MeetingStage,
            agenda::{ItemKey, MotionKey},
            attendance::{AttendanceCommand, AttendanceEvent},
            course::CourseCommand,
            floor::FloorCommand,
            ledger::{self, ActionEvent, Task},
            motion::MotionCommand,
            rule::Choice,
        },
        record::Body,
    },
    store::Stamp,
};
use chrono::TimeDelta;
use proptest::prelude::*;
use tempfile::TempDir;

use meeting::{agenda, key, opening};

/// A meeting of six households that has not begun.
fn set_up(lang: &str) -> (TempDir, Ctx, MeetingId) {
    let dir = tempfile::tempdir().unwrap();
    let mut ctx = support::ctx(dir.path(), lang);
    let id = ctx.open_meeting(opening(SessionId(uuid::Uuid::nil()), agenda(6, 2))).unwrap();
    (dir, ctx, id)
}

/// The same in the middle of a roll call: v0 to v3 are there.
fn voting(lang: &str) -> (TempDir, Ctx, MeetingId) {
    let (dir, mut ctx, id) = set_up(lang);
    for n in 0..4 {
        assert!(ctx.ask(id, check_in(n)));
    }
    assert!(ctx.ask(id, Command::Course(CourseCommand::Start)));
    assert!(ctx.ask(id, Command::Course(CourseCommand::Next)));
    assert!(ctx.ask(id, put()));
    (dir, ctx, id)
}

fn check_in(n: usize) -> Command {
    Command::Attendance(AttendanceCommand::CheckIn { voter: key(n) })
}

fn put() -> Command {
    Command::Motion(MotionCommand::Put { motion: MotionKey::new("m0"), way: None })
}

fn vote(n: usize, choice: Choice) -> Command {
    let (motion, voter) = (MotionKey::new("m0"), key(n));
    Command::Motion(MotionCommand::Vote { motion, voter, choice: Some(choice) })
}

fn yes(ctx: &Ctx, id: MeetingId) -> u64 {
    ctx.meeting(id).unwrap().motions.get(&MotionKey::new("m0")).unwrap().vote.as_ref().unwrap().counts().yes.heads
}

fn said(ctx: &mut Ctx) -> (Level, String) {
    let shown = ctx.notices.shown().cloned().unwrap();
    while ctx.notices.dismiss() {}
    (shown.level, shown.text)
}

fn folded(ctx: &Ctx, id: MeetingId) -> Option<Meeting> {
    Meeting::fold(&ctx.store.records(&id.to_string()).unwrap())
}

#[test]
fn what_is_asked_is_saved_and_the_same_after_a_restart() {
    let (dir, mut ctx, id) = voting("zh-CN");
    assert!(ctx.ask(id, vote(0, Choice::For)) && ctx.ask(id, vote(1, Choice::Against)));
    assert!(ctx.ask(id, vote(1, Choice::For)));
    assert_eq!(yes(&ctx, id), 2);
    assert!(ctx.notices.shown().is_none());
    let held = ctx.meeting(id).unwrap().clone();
    assert_eq!(ctx.store.meeting(id).unwrap().unwrap().stage(), MeetingStage::UnderWay);
    drop(ctx);
    let mut ctx = support::ctx(dir.path(), "zh-CN");
    assert!(ctx.meeting(id).is_none());
    assert_eq!(ctx.hold(id), Some(&held));
    assert_eq!(ctx.store.verify().unwrap(), []);
}

#[test]
fn a_refusal_says_why_and_changes_nothing() {
    for (lang, words) in [("zh-CN", "表决开始时这一户不在场"), ("en", "not here when the vote opened")] {
        let (_dir, mut ctx, id) = voting(lang);
        let before = ctx.store.record_count().unwrap();
        assert!(!ctx.ask(id, vote(5, Choice::For)));
        let (level, text) = said(&mut ctx);
        assert!(level == Level::Warning && text.contains(words), "{text}");
        assert_eq!(ctx.store.record_count().unwrap(), before);
        assert_eq!(ctx.meeting(id), folded(&ctx, id).as_ref());
    }
}

#[test]
fn undo_goes_back_command_by_command_and_says_which() {
    let (_dir, mut ctx, id) = voting("zh-CN");
    assert!(ctx.ask(id, vote(2, Choice::For)));
    assert_eq!(ctx.undo_meeting(id).as_deref(), Some("1栋1单元201 赞成"));
    assert_eq!(said(&mut ctx), (Level::Done, "撤销了：1栋1单元201 赞成".into()));
    assert_eq!(yes(&ctx, id), 0);
    assert_eq!(ctx.redo_meeting(id).as_deref(), Some("1栋1单元201 赞成"));
    assert_eq!((yes(&ctx, id), said(&mut ctx).1), (1, "恢复了：1栋1单元201 赞成".into()));

    let undone: Vec<String> = std::iter::from_fn(|| ctx.undo_meeting(id)).collect();
    let words = ["1栋1单元201 赞成", "开始表决“第0项议案”", "开始“表决”", "开会", "1栋1单元202 业主3 签到"];
    assert_eq!(undone[..5], words);
    assert_eq!(undone.len(), 8, "a start and its first item are one: {undone:?}");
    let meeting = ctx.meeting(id).unwrap();
    assert!(meeting.course.started().is_none() && meeting.course.current().is_none());
    ctx.notices = babahui::app::Notices::default();
    assert_eq!(ctx.undo_meeting(id), None);
    assert_eq!(said(&mut ctx), (Level::Info, "没有可以撤销的了。".into()));

    for _ in 0..8 {
        assert!(ctx.redo_meeting(id).is_some());
    }
    assert_eq!(yes(&ctx, id), 1);
    ctx.undo_meeting(id);
    assert!(ctx.ask(id, vote(2, Choice::Against)));
    ctx.notices = babahui::app::Notices::default();
    assert_eq!(ctx.redo_meeting(id), None, "something else was done since");
    assert_eq!(said(&mut ctx).1, "没有可以恢复的了。");
    assert_eq!(ctx.meeting(id), folded(&ctx, id).as_ref());
    assert_eq!(ctx.store.verify().unwrap(), []);
}

#[test]
fn what_came_from_elsewhere_is_seen() {
    let (_dir, mut ctx, id) = voting("zh-CN");
    let voter = babahui::domain::meeting::motion::MotionEvent::Voted {
        motion: MotionKey::new("m0"),
        voter: key(3),
        choice: Some(Choice::For),
    };
    let body = Body::Meeting { meeting: id, event: Event::Motion(voter) };
    let stamp = Stamp { ids: &mut *ctx.ids, now: support::now(), author: "王师傅" };
    let record = ctx.store.append(body, stamp).unwrap();
    assert_eq!(yes(&ctx, id), 0, "not looked yet");
    ctx.hold(id).unwrap();
    assert_eq!(yes(&ctx, id), 1);
    let stamp = Stamp { ids: &mut *ctx.ids, now: support::now(), author: "王师傅" };
    ctx.store.retract(record.id, stamp).unwrap();
    assert!(ctx.ask(id, vote(0, Choice::For)));
    assert_eq!(yes(&ctx, id), 1);
    assert_eq!(ctx.meeting(id), folded(&ctx, id).as_ref());
}

#[test]
fn a_meeting_that_is_gone_is_said_so() {
    let (_dir, mut ctx, id) = set_up("zh-CN");
    let place = Place::Live { meeting: id };
    assert!(still_there(&place, &ctx.store));
    let opened = ctx.store.records(&id.to_string()).unwrap()[0].id;
    ctx.write(|store, stamp| store.retract(opened, stamp)).unwrap();
    assert!(!still_there(&place, &ctx.store));
    assert!(!ctx.ask(id, check_in(0)) && ctx.meeting(id).is_none());
    assert_eq!(said(&mut ctx).1, "没有这个会议，可能已经撤销了。");
}

#[test]
fn a_clock_set_back_is_said_once() {
    let (_dir, mut ctx, id) = set_up("zh-CN");
    let clock = Arc::new(FixedClock::new(support::now()));
    ctx.clock = Box::new(Arc::clone(&clock));
    clock.advance(TimeDelta::minutes(10));
    assert!(ctx.ask(id, check_in(0)));
    clock.advance(TimeDelta::minutes(-70));
    assert!(ctx.ask(id, check_in(1)));
    let (level, text) = said(&mut ctx);
    assert!(level == Level::Warning && text.contains("14:13") && text.contains("13:03"), "{text}");
    clock.advance(TimeDelta::minutes(1));
    assert!(ctx.ask(id, check_in(2)));
    assert!(ctx.notices.shown().is_none());
}

#[test]
fn an_opening_takes_what_the_session_knows() {
    let dir = tempfile::tempdir().unwrap();
    let mut ctx = support::ctx(dir.path(), "zh-CN");
    let session = support::sessions(&mut ctx)[1];
    let opening = ctx.opening(&agenda(3, 1), session).unwrap();
    assert_eq!((opening.title.as_str(), opening.chair.as_str()), ("第9次院落坝坝会", "李嬢嬢"));
    let id = ctx.open_meeting(opening).unwrap();
    assert_eq!(ctx.store.meeting_of(session).unwrap().unwrap().id, id);
    assert!(ctx.opening(&agenda(3, 1), SessionId(uuid::Uuid::nil())).is_none());
    assert_eq!(said(&mut ctx).0, Level::Warning);
}

#[test]
fn the_ledger_is_asked_and_taken_back_in_the_same_way() {
    let (dir, mut ctx, _) = set_up("zh-CN");
    let action = ActionId(ctx.new_id());
    let assign = |what: &str| {
        let task = Task { what: what.into(), who: "周师傅".into(), due: None };
        ledger::Command::Event(ledger::Event::Action { action, event: ActionEvent::Assigned { task, origin: None } })
    };
    assert!(!ctx.ask_ledger(assign(" ")));
    assert_eq!(said(&mut ctx).0, Level::Warning);
    assert!(ctx.ask_ledger(assign("修路灯")));
    let record = ctx.ledger().unwrap().action(action).unwrap().trail[0].mark.record;
    assert!(ctx.undo_ledger(&[record]));
    assert!(ctx.ledger().unwrap().action(action).is_none());
    let undo = ctx.store.records_about(babahui::store::About::Register("ledger")).unwrap().0[1].id;
    assert!(ctx.undo_ledger(&[undo]));
    let held = ctx.ledger().unwrap().clone();
    assert!(held.action(action).is_some());
    drop(ctx);
    let mut ctx = support::ctx(dir.path(), "zh-CN");
    assert_eq!(ctx.hold_ledger(), Some(&held));
    let stamp = Stamp { ids: &mut *ctx.ids, now: support::now(), author: "" };
    ctx.store.retract(record, stamp).unwrap();
    assert!(ctx.hold_ledger().unwrap().action(action).is_none());
}

/// What somebody may do.
#[derive(Debug, Clone)]
enum Step {
    Ask(Box<Command>),
    Undo,
    Redo,
}

fn step() -> impl Strategy<Value = Step> {
    let choice = prop::sample::select(&Choice::ALL[..]);
    let course = prop::sample::select(vec![
        CourseCommand::Start,
        CourseCommand::Next,
        CourseCommand::Pause,
        CourseCommand::Resume,
        CourseCommand::Close,
        CourseCommand::Skip { item: ItemKey::new("talk"), reason: String::new() },
    ]);
    let opinion = OpinionId(uuid::Uuid::nil());
    prop_oneof![
        3 => (0..7_usize).prop_map(|n| Step::Ask(Box::new(check_in(n)))),
        3 => course.prop_map(|command| Step::Ask(Box::new(Command::Course(command)))),
        1 => Just(Step::Ask(Box::new(put()))),
        4 => (0..7_usize, choice).prop_map(|(n, choice)| Step::Ask(Box::new(vote(n, choice)))),
        1 => Just(Step::Ask(Box::new(Command::Floor(FloorCommand::Raise { opinion, speaker: None, text: "赞成".into() })))),
        4 => Just(Step::Undo),
        3 => Just(Step::Redo),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn what_is_held_is_always_the_fold_of_what_is_saved(steps in prop::collection::vec(step(), 1..40)) {
        let (_dir, mut ctx, id) = set_up("zh-CN");
        for step in steps {
            let before = ctx.store.record_count().unwrap();
            let done = match step {
                Step::Ask(command) => ctx.ask(id, *command),
                Step::Undo => ctx.undo_meeting(id).is_some(),
                Step::Redo => ctx.redo_meeting(id).is_some(),
            };
            prop_assert_eq!(done, ctx.store.record_count().unwrap() > before);
            let folded = folded(&ctx, id);
            prop_assert_eq!(ctx.meeting(id), folded.as_ref());
        }
        prop_assert_eq!(ctx.store.verify().unwrap(), vec![]);
    }
}

#[test]
fn every_event_of_a_meeting_has_words() {
    let (_dir, ctx, id) = voting("en");
    let meeting = ctx.meeting(id).unwrap();
    for record in ctx.store.records(&id.to_string()).unwrap() {
        let Body::Meeting { event, .. } = &record.body else { continue };
        let words = babahui::locale::meeting::event_words(&ctx.locale, meeting, event);
        assert!(!words.is_empty() && !words.contains("meeting-event"), "{words}");
    }
    let hostile = "坏\u{1b}[2J\n人".repeat(20);
    let event = Event::Attendance(AttendanceEvent::Arrived {
        person: key(0).person(),
        name: hostile,
        door: babahui::domain::survey::Door::default(),
        capacity: babahui::domain::meeting::attendance::Capacity::Entitled,
    });
    let words = babahui::locale::meeting::event_words(&ctx.locale, meeting, &event);
    assert!(!words.contains(['\u{1b}', '\n']) && words.chars().count() < 60, "{words}");
}
