//! Nothing entered in a vote and acknowledged is lost, whenever the program is killed: two hundred times in the middle of a
//! roll call, between commits and in the middle of them.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

#[path = "support/meeting.rs"]
mod meeting;
mod support;

use std::{
    io::{BufRead, BufReader, Write},
    path::Path,
    process::{Command, Stdio},
    thread,
    time::Duration,
};

use babahui::{
    app::Ctx,
    domain::{
        Ids, MeetingId, SeededIds, SessionId,
        meeting::{
            self as engine, Event, Meeting, agenda::MotionKey, attendance::AttendanceCommand, course::CourseCommand,
            motion::MotionCommand, motion::MotionEvent, rule::Choice,
        },
        record::{Body, Record},
    },
};

/// Data directories, each killed by a thread of its own, and kills in each.
const DIRECTORIES: u64 = 4;
const ROUNDS: u64 = 50;
/// Doors that are called.
const DOORS: usize = 30;
/// Tells this test binary to vote: a seed and a directory.
const TOLD: &str = "BABAHUI_TEST_VOTER";

fn motion() -> MotionKey {
    MotionKey::new("m0")
}

/// The program on a directory. Every start has ids of its own, as the system's are.
fn ctx(dir: &Path, seed: u64) -> Ctx {
    let mut ctx = support::ctx(dir, "zh-CN");
    ctx.ids = Box::new(SeededIds::new(seed));
    ctx
}

/// Sets a meeting up and puts a motion to the vote. Gives how many records that took.
fn put(dir: &Path) -> usize {
    let mut ctx = ctx(dir, 1);
    let id = ctx.open_meeting(meeting::opening(SessionId(uuid::Uuid::nil()), meeting::agenda(DOORS, 1))).unwrap();
    for n in 0..DOORS {
        let voter = meeting::key(n);
        assert!(ctx.ask(id, engine::Command::Attendance(AttendanceCommand::CheckIn { voter })));
    }
    for command in [CourseCommand::Start, CourseCommand::Next] {
        assert!(ctx.ask(id, engine::Command::Course(command)));
    }
    assert!(ctx.ask(id, engine::Command::Motion(MotionCommand::Put { motion: motion(), way: None })));
    records(&ctx).1.len()
}

fn records(ctx: &Ctx) -> (MeetingId, Vec<Record>) {
    let id = ctx.store.meetings().unwrap()[0].id;
    (id, ctx.store.records(&id.to_string()).unwrap())
}

/// What is entered in a step: a door's voice, or every seventh time the entry before is taken back.
fn entered(step: usize) -> Option<(usize, Choice)> {
    (step % 7 != 6).then_some((step * 11 % DOORS, Choice::ALL[step % 4]))
}

/// Votes without pause in the directory it is told, from where the store stands, and says each step once it is saved. Does
/// nothing unless told by the test below.
#[test]
fn voter() {
    let Ok(told) = std::env::var(TOLD) else { return };
    let mut told = told.splitn(3, ' ');
    let mut number = || told.next().unwrap().parse::<u64>().unwrap();
    let (seed, begun) = (number(), usize::try_from(number()).unwrap());
    let mut ctx = ctx(Path::new(told.next().unwrap()), seed);
    let (id, records) = records(&ctx);
    let mut out = std::io::stdout().lock();
    for step in records.len() - begun.. {
        match entered(step) {
            Some((door, choice)) => {
                let (voter, choice) = (meeting::key(door), Some(choice));
                let vote = MotionCommand::Vote { motion: motion(), voter, choice };
                assert!(ctx.ask(id, engine::Command::Motion(vote)));
            }
            None => assert!(ctx.undo_meeting(id).is_some()),
        }
        writeln!(out, "\nsaved {step} .").unwrap();
        out.flush().unwrap();
    }
}

/// How many steps were taken, as the store has it, after seeing that they are those that were entered.
fn kept(dir: &Path, begun: usize, all: bool) -> usize {
    let mut ctx = ctx(dir, 2);
    let (id, records) = records(&ctx);
    let mut choices = std::collections::HashMap::new();
    let mut before = Vec::new();
    for (step, record) in records[begun..].iter().enumerate() {
        match (&record.body, entered(step)) {
            (
                Body::Meeting { event: Event::Motion(MotionEvent::Voted { voter, choice, .. }), .. },
                Some((door, said)),
            ) => {
                assert_eq!((voter, choice), (&meeting::key(door), &Some(said)));
                before.push((record.id, door, choices.insert(door, said)));
            }
            (Body::Retracted { record }, None) => {
                let (target, door, old) = before.pop().unwrap();
                assert_eq!(*record, target);
                match old {
                    Some(old) => choices.insert(door, old),
                    None => choices.remove(&door),
                };
            }
            (body, wanted) => unreachable!("step {step}: {wanted:?} was entered, {body:?} is kept"),
        }
    }
    assert_eq!(Meeting::fold(&records).as_ref(), ctx.hold(id));
    let vote = ctx.meeting(id).unwrap().motions.open().unwrap().vote.as_ref().unwrap();
    let heads = |choice| choices.values().filter(|said| **said == choice).count() as u64;
    let counts = vote.counts();
    assert_eq!((counts.yes.heads, counts.no.heads), (heads(Choice::For), heads(Choice::Against)));
    if all {
        assert_eq!(ctx.store.verify().unwrap(), []);
    }
    records.len() - begun
}

/// One directory, killed again and again. Gives the steps kept, and how many kills came while nothing had been saved yet.
fn kill_again_and_again(directory: u64) -> usize {
    let dir = tempfile::tempdir().unwrap();
    let begun = put(dir.path());
    let mut chance = SeededIds::new(directory);
    let mut steps = 0;
    for round in 0..ROUNDS {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["voter", "--exact", "--nocapture"])
            .env(TOLD, format!("{} {begun} {}", 1000 * directory + round + 10, dir.path().display()))
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let mut acknowledged = steps;
        // Half a line was never acknowledged: whoever read it would not have known.
        let mut heard = |line: &str| {
            let said = line.strip_prefix("saved ").and_then(|rest| rest.strip_suffix(" ."));
            if let Some(step) = said {
                acknowledged = step.parse::<usize>().unwrap() + 1;
            }
            said.is_some()
        };
        // Some are killed while they open the store, the others while they vote.
        if !chance.seed().is_multiple_of(8) {
            while !heard(&lines.next().unwrap().unwrap()) {}
        }
        thread::sleep(Duration::from_micros(chance.seed() % 20_000));
        child.kill().unwrap();
        for line in lines.map_while(Result::ok) {
            heard(&line);
        }
        child.wait().unwrap();
        let found = kept(dir.path(), begun, round % 10 == 9);
        assert!(acknowledged <= found, "round {round}: {acknowledged} entries were acknowledged, {found} are kept");
        assert!(found <= acknowledged + 1, "round {round}: an entry is kept that nobody made");
        steps = found;
    }
    steps
}

#[test]
fn two_hundred_kills_in_a_live_vote_lose_no_acknowledged_entry() {
    let threads = (0..DIRECTORIES).map(|directory| thread::spawn(move || kill_again_and_again(directory)));
    let steps: usize = threads.collect::<Vec<_>>().into_iter().map(|thread| thread.join().unwrap()).sum();
    println!("{} kills, {steps} entries, none lost", DIRECTORIES * ROUNDS);
    assert!(steps > 500, "the voters hardly voted: {steps}");
}
