//! Nothing the vote screen has shown as counted is lost, whenever the program is killed: two hundred times the real binary,
//! in a real terminal, in the middle of a roll call; and each time it opens at the vote again.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

#[path = "support/meeting.rs"]
mod meeting;
mod support;
#[path = "support/terminal.rs"]
mod terminal;

use std::{path::Path, thread, time::Duration};

use babahui::{
    app::{Place, Settings, keep_place},
    domain::{
        Ids, SeededIds, SessionId,
        meeting::{
            Command, agenda::MotionKey, attendance::AttendanceCommand, course::CourseCommand, motion::MotionCommand,
            rule::Choice,
        },
    },
};
use terminal::Terminal;

/// Data directories, each killed by a thread of its own, and kills in each.
const DIRECTORIES: u64 = 4;
const ROUNDS: usize = 50;
/// Doors that are called: more than all rounds together can get through.
const DOORS: usize = 600;
/// Doors that are called faster than they are shown, in a round.
const FAST: u64 = 6;

fn motion() -> MotionKey {
    MotionKey::new("m0")
}

/// A meeting of some hundred households whose motion was put to the vote; the program was there when it ended.
fn put(dir: &Path) {
    let mut ctx = support::ctx(dir, "zh-CN");
    let id = ctx.open_meeting(meeting::opening(SessionId(uuid::Uuid::nil()), meeting::agenda(DOORS, 1))).unwrap();
    for n in 0..DOORS {
        assert!(ctx.ask(id, Command::Attendance(AttendanceCommand::CheckIn { voter: meeting::key(n) })));
    }
    for command in [CourseCommand::Start, CourseCommand::Next] {
        assert!(ctx.ask(id, Command::Course(command)));
    }
    assert!(ctx.ask(id, Command::Motion(MotionCommand::Put { motion: motion(), way: None })));
    keep_place(dir, &Place::Vote { meeting: id, motion: motion() });
    Settings { surveyor: Some("张三".into()), ..Settings::default() }.save(dir).unwrap();
}

/// What the door of this number says.
fn said(door: usize) -> Choice {
    Choice::ALL[door * 7 % 4]
}

fn key(door: usize) -> String {
    (door * 7 % 4 + 1).to_string()
}

/// How many doors a screen says have spoken; nothing where no roll is called.
fn counted(screen: &vt100::Screen) -> Option<usize> {
    let text = screen.contents();
    let waiting = text.lines().find_map(|line| line.split_once("未表态 "))?.1;
    let digits: String = waiting.chars().take_while(char::is_ascii_digit).collect();
    Some(DOORS - digits.parse::<usize>().ok()?)
}

/// How many doors have spoken, as the store has it, after seeing that they are the first ones and said what was entered.
fn kept(dir: &Path, verify: bool) -> usize {
    let mut ctx = support::ctx(dir, "zh-CN");
    let id = ctx.store.meetings().unwrap()[0].id;
    let choices = &ctx.hold(id).unwrap().motions.open().unwrap().vote.as_ref().unwrap().choices;
    for door in 0..choices.len() {
        assert_eq!(choices.get(&meeting::key(door)), Some(&said(door)), "door {door} of {}", choices.len());
    }
    let found = choices.len();
    if verify {
        assert_eq!(ctx.store.verify().unwrap(), []);
    }
    found
}

/// One directory, killed again and again. Gives the doors called, and how many kills came while something was under way.
fn kill_again_and_again(directory: u64) -> (usize, usize) {
    let dir = tempfile::tempdir().unwrap();
    put(dir.path());
    let mut chance = SeededIds::new(directory);
    let mut below = |end: u64| chance.seed() % end;
    let (mut found, mut caught) = (0, 0);
    for round in 0..ROUNDS {
        let mut terminal = Terminal::program(dir.path());
        terminal.wait("the vote with all that was kept", |screen| counted(screen) == Some(found));
        let mut sent = found;
        for _ in 0..below(3) {
            terminal.keys(&key(sent));
            sent += 1;
            terminal.wait("the door being counted", |screen| counted(screen) == Some(sent));
        }
        for _ in 0..below(FAST) {
            terminal.keys(&key(sent));
            sent += 1;
        }
        thread::sleep(Duration::from_micros(below(8_000)));
        let acknowledged = counted(&terminal.kill()).unwrap();
        found = kept(dir.path(), round % 10 == 9);
        assert!(acknowledged <= found, "round {round}: {acknowledged} doors were shown as counted, {found} are kept");
        assert!(found <= sent, "round {round}: {sent} doors spoke, {found} are kept");
        caught += usize::from(found < sent);
    }
    (found, caught)
}

#[test]
fn two_hundred_kills_at_the_vote_screen_lose_no_door_that_was_shown_as_counted() {
    let threads = (0..DIRECTORIES).map(|directory| thread::spawn(move || kill_again_and_again(directory)));
    let (mut doors, mut caught) = (0, 0);
    for thread in threads.collect::<Vec<_>>() {
        let (called, cut_short) = thread.join().unwrap();
        doors += called;
        caught += cut_short;
    }
    println!("{} kills, {caught} while something was under way, {doors} doors, none lost", DIRECTORIES * ROUNDS as u64);
    assert!(caught > 0, "no kill came while something was under way");
    assert!(doors > 200, "hardly a door was called: {doors}");
}
