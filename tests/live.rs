//! A meeting on the live screen: what a facilitator's keys do, and what thirty neighbours see over their shoulder.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

#[path = "support/meeting.rs"]
mod build;
mod support;

use babahui::domain::meeting::motion::{Hands, MotionCommand};
use babahui::{
    app::{Ctx, Place},
    domain::{
        MeetingId,
        meeting::{
            Command,
            agenda::{ItemKind, PersonKey},
            attendance::{AttendanceCommand, Capacity},
            course::Stage,
            floor::Stance,
        },
        survey::Door,
    },
    ui::Driver,
};

/// A courtyard meeting of 60 doors, 43 of them there, one with a written proxy.
fn set_up(ctx: &mut Ctx) -> MeetingId {
    let mut agenda = build::agenda(60, 2);
    agenda.title = build::text("院落坝坝会");
    agenda.items[0].title = build::text("非机动车停车、充电");
    agenda.items[0].minutes = 10;
    agenda.items[0].script = vec![build::text("135 户中 77 户提出。请先说立场，再说理由。")];
    agenda.items.insert(0, build::item("open", "开场，宣布规则", ItemKind::Inform));
    let session = support::sessions(ctx)[0];
    let opening = build::opening(session, agenda);
    let id = ctx.open_meeting(opening).unwrap();
    for n in 0..43 {
        assert!(ctx.ask(id, Command::Attendance(AttendanceCommand::CheckIn { voter: build::key(n) })));
    }
    let guest = AttendanceCommand::WalkIn {
        person: PersonKey::new("guest"),
        name: "李嬢嬢".into(),
        door: Door { building: "2".into(), ..Door::default() },
        capacity: Capacity::Resident,
    };
    assert!(ctx.ask(id, Command::Attendance(guest)));
    id
}

fn live(lang: &str, size: (u16, u16), keys: &str) -> (tempfile::TempDir, Driver, MeetingId) {
    let dir = tempfile::tempdir().unwrap();
    let mut ctx = support::ctx(dir.path(), lang);
    let id = set_up(&mut ctx);
    let mut driver = Driver::new(ctx, &Place::Live { meeting: id }, size);
    driver.keys(keys).settle();
    (dir, driver, id)
}

const TALK: &str = "Right Right Tab text:李嬢嬢+ Enter Tab text:王师傅 Enter Tab text:业主5 Enter Space \
    Enter text:充电桩放在东门，离住户远一点 Enter text:雨棚要挡雨 Enter";

#[test]
fn a_meeting_goes_on_by_keys_alone() {
    let (_dir, driver, id) = live("zh-CN", (80, 24), TALK);
    let meeting = driver.ctx().meeting(id).unwrap();
    let item = meeting.course.current().unwrap().item.key.clone();
    let speaker = meeting.floor.speaker().unwrap();
    assert_eq!((speaker.speaker.name.as_str(), speaker.stance), ("李嬢嬢", Some(Stance::For)));
    assert_eq!(speaker.speaker.person, Some(PersonKey::new("guest")), "found among those who are there");
    let waiting: Vec<_> = meeting.floor.queue(&item).iter().map(|turn| turn.speaker.name.clone()).collect();
    assert_eq!(waiting, ["王师傅", "业主5"]);
    let points: Vec<_> = meeting.floor.opinions_on(&item).map(|(n, o)| (n, o.text.clone())).collect();
    assert_eq!(points, [(1, "充电桩放在东门，离住户远一点".to_owned()), (2, "雨棚要挡雨".to_owned())]);
    assert!(driver.cursor().is_some(), "the line stays open for the next point");
}

#[test]
fn space_and_arrows_are_the_meetings_while_nothing_is_typed() {
    let (_dir, mut driver, id) = live("zh-CN", (80, 24), TALK);
    driver.keys("Space");
    let name = |driver: &Driver| driver.ctx().meeting(id).unwrap().floor.speaker().map(|t| t.speaker.name.clone());
    assert_eq!(name(&driver).as_deref(), Some("王师傅"));
    driver.keys("text:\"a b\" Space Left");
    assert_eq!(name(&driver).as_deref(), Some("王师傅"), "once something is typed they are the line's");
    driver.keys("Esc Right");
    let current = driver.ctx().meeting(id).unwrap().course.current().unwrap().item.key.to_string();
    assert_eq!(current, "vote");
}

#[test]
fn a_letter_begins_a_point_and_undo_takes_the_last_thing_back() {
    let (_dir, mut driver, id) = live("en", (80, 24), "Right text:hello Enter Esc");
    let count = |driver: &Driver| driver.ctx().meeting(id).unwrap().floor.opinions().len();
    assert_eq!(count(&driver), 1);
    driver.keys("C-z");
    assert_eq!(count(&driver), 0);
}

#[test]
fn a_point_is_put_in_other_words_and_becomes_a_task() {
    let (_dir, mut driver, id) = live("zh-CN", (80, 24), TALK);
    driver.keys("Esc Up Up Enter text:，要快 Enter");
    let texts = |driver: &Driver| -> Vec<String> {
        driver.ctx().meeting(id).unwrap().floor.opinions().iter().map(|o| o.text.clone()).collect()
    };
    assert_eq!(texts(&driver), ["充电桩放在东门，离住户远一点，要快", "雨棚要挡雨"]);
    driver.keys("Up F8 Enter text:物业 Enter text:11-20 Enter");
    driver.ctx_mut().hold_ledger();
    let ledger = driver.ctx().ledger().unwrap();
    let tasks: Vec<_> = ledger.open_actions().iter().map(|(_, a)| (a.task.what.clone(), a.task.who.clone())).collect();
    assert_eq!(tasks, [("雨棚要挡雨".to_owned(), "物业".to_owned())]);
}

#[test]
fn the_agenda_is_gone_through_in_any_order() {
    let (_dir, mut driver, id) = live("zh-CN", (80, 24), "Right F7 Insert text:临时加一项 Enter Esc");
    let keys = |driver: &Driver| -> Vec<(bool, String)> {
        let meeting = driver.ctx().meeting(id).unwrap();
        let title = |item: &babahui::domain::meeting::agenda::Item| item.title.0[0].1.clone();
        meeting.course.items().iter().map(|item| (item.posted, title(&item.item))).collect()
    };
    assert!(keys(&driver).contains(&(false, "临时加一项".to_owned())));
    driver.keys("F7 End Delete Esc");
    let last = driver.ctx().meeting(id).unwrap().course.items().last().unwrap();
    assert!(matches!(last.stage, Stage::Skipped { .. }), "{:?}", last.stage);
    driver.keys("F7 End Up Enter");
    let current = driver.ctx().meeting(id).unwrap().course.current().unwrap().item.key.to_string();
    assert_eq!(current, "talk");
}

#[test]
fn whoever_waits_is_called_or_taken_out_of_the_queue() {
    let (_dir, mut driver, id) = live("zh-CN", (80, 24), TALK);
    let queue = |driver: &Driver| -> Vec<String> {
        let meeting = driver.ctx().meeting(id).unwrap();
        let item = &meeting.course.current().unwrap().item.key;
        meeting.floor.queue(item).iter().map(|turn| turn.speaker.name.clone()).collect()
    };
    driver.keys("Esc Tab text:业主5 Enter");
    let speaker = driver.ctx().meeting(id).unwrap().floor.speaker().unwrap().speaker.name.clone();
    assert_eq!(speaker, "业主5", "who waits already is called");
    driver.keys("Tab text:业主7 Enter Tab text:业主9 Enter Tab text:业主7 C-d Esc");
    assert_eq!(queue(&driver), ["王师傅", "业主9"]);
    driver.keys("C-d");
    assert_eq!(queue(&driver), ["王师傅"], "else whoever asked last");
    driver.keys("C-b");
    assert_eq!(
        driver.ctx().meeting(id).unwrap().floor.ordering(),
        babahui::domain::meeting::floor::Ordering::ByBuilding
    );
}

#[test]
fn a_motion_is_moved_on_the_spot_and_marked_as_not_posted() {
    let (_dir, mut driver, id) = live("zh-CN", (80, 24), "Right Right C-n text:今晚先装两盏灯 Enter");
    assert!(matches!(driver.place(), Place::Vote { .. }));
    driver.keys("Esc");
    let meeting = driver.ctx().meeting(id).unwrap();
    let motion = meeting.motions.next(&meeting.course).unwrap();
    assert_eq!((motion.text().0[0].1.as_str(), motion.posted), ("今晚先装两盏灯", false));
}

#[test]
fn notes_are_kept_when_one_leaves_them() {
    let (_dir, driver, id) = live("zh-CN", (80, 24), "Right C-o text:李家和王家有旧怨 Esc");
    let meeting = driver.ctx().meeting(id).unwrap();
    let item = &meeting.course.current().unwrap().item.key;
    assert_eq!(meeting.floor.notes(item), "李家和王家有旧怨");
}

#[test]
fn how_it_looks() {
    for (name, keys) in [
        ("before", ""),
        ("talk", TALK),
        ("queue", "Right Right Tab text:业主1"),
        ("agenda", "Right F7"),
        ("task", "Right F8"),
    ] {
        for lang in ["zh-CN", "en"] {
            for size in [(80, 24), (120, 40)] {
                let (_dir, driver, _) = live(lang, size, keys);
                insta::assert_snapshot!(format!("live-{name}-{lang}-{}x{}", size.0, size.1), driver.text());
            }
        }
    }
}

/// The hall after these commands at the item of votes.
fn hall(lang: &str, size: (u16, u16), keys: &str, commands: Vec<MotionCommand>) -> (tempfile::TempDir, Driver) {
    let (dir, mut driver, id) = live(lang, size, keys);
    for command in commands {
        assert!(driver.ctx_mut().ask(id, Command::Motion(command)));
    }
    driver.keys("F11");
    assert_eq!(driver.place(), Place::Hall { meeting: id });
    (dir, driver)
}

fn voted() -> Vec<MotionCommand> {
    let motion = || babahui::domain::meeting::agenda::MotionKey::new("m0");
    let hands = Hands { yes: 33, no: 8, abstain: 0 };
    vec![
        MotionCommand::Put { motion: motion(), way: Some(babahui::domain::meeting::agenda::Way::ShowOfHands) },
        MotionCommand::Count { motion: motion(), hands },
        MotionCommand::Close { motion: motion() },
    ]
}

#[test]
fn the_hall_sees_no_count_before_the_vote_is_closed() {
    let (_dir, driver) = hall("zh-CN", (80, 24), "Right Right Right", voted()[..2].to_vec());
    assert!(driver.text().contains("正在表决"));
    assert!(!driver.text().contains("赞成：反对"));
    let (_dir, driver) = hall("zh-CN", (80, 24), "Right Right Right", voted());
    assert!(driver.text().contains("赞成：反对   通过"));
}

#[test]
fn how_the_hall_looks() {
    let speaks = "Right Right Tab text:李嬢嬢 Enter Space";
    for (name, keys, commands) in [
        ("before", "", Vec::new()),
        ("item", "Right Right", Vec::new()),
        ("speaker", speaks, Vec::new()),
        ("result", "Right Right Right", voted()),
        ("break", "Right F3", Vec::new()),
    ] {
        for lang in ["zh-CN", "en"] {
            for size in [(80, 24), (120, 40)] {
                let (_dir, driver) = hall(lang, size, keys, commands.clone());
                insta::assert_snapshot!(format!("hall-{name}-{lang}-{}x{}", size.0, size.1), driver.text());
            }
        }
    }
}
