//! What a long meeting costs over an empty one: to be opened again, and at each key of a roll call.

#![allow(clippy::print_stdout, clippy::unwrap_used, reason = "a bench prints, and stops at the first surprise")]

#[path = "../tests/support/meeting.rs"]
mod meeting;
#[path = "../tests/support/mod.rs"]
mod support;

use std::{
    hint::black_box,
    process::ExitCode,
    sync::Arc,
    time::{Duration, Instant},
};

use babahui::{
    app::{Ctx, FixedClock},
    domain::{
        MeetingId, RecordId, SeededIds, SessionId,
        meeting::{
            Command, Event, Meeting, MeetingRow, agenda::MotionKey, attendance::AttendanceCommand,
            course::CourseCommand, motion::MotionCommand, rule::Choice,
        },
        record::Body,
    },
    store::About,
};
use chrono::TimeDelta;
use tempfile::TempDir;

const HOUSEHOLDS: usize = 2_000;
/// Motions on the agenda; as many are voted on as the events reach for.
const MOTIONS: usize = 9;
const ROUNDS: usize = 40;
/// Keys of a roll call in a round.
const KEYS: u32 = 25;
/// A long meeting may take so much longer to open than an empty one, in milliseconds.
const OPEN_LIMIT: f64 = 50.0;
/// A key in a long meeting against one in a short one.
const KEY_LIMIT: f64 = 1.2;

fn main() -> ExitCode {
    let (empty, mut short, mut long) = (Hall::of(1, 1), Hall::of(2, 500), Hall::of(3, 5_000));
    // Each in rounds of its own: reading a whole meeting turns everything else out of the caches, for the keys that follow.
    let opens: Vec<_> = (0..ROUNDS).map(|_| (long.open(), empty.open())).collect();
    let keys: Vec<_> = (0..ROUNDS).map(|round| (long.vote(round), short.vote(round))).collect();
    let (long_open, empty_open) = quickest(&opens);
    let more = long_open - empty_open;
    let opened = more < OPEN_LIMIT;
    println!(
        "opening {HOUSEHOLDS} households: {long_open:.1} ms with 5000 events, {empty_open:.1} ms empty, {more:.1} ms more \
         (limit {OPEN_LIMIT}) {}",
        verdict(opened)
    );
    let (long_key, short_key) = quickest(&keys);
    let ratio = long_key / short_key;
    let typed = ratio <= KEY_LIMIT;
    println!(
        "a roll-call key: {long_key:.3} ms after 5000 events, {short_key:.3} ms after 500, ratio {ratio:.2} (limit \
         {KEY_LIMIT}) {}",
        verdict(typed)
    );
    if opened && typed { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn verdict(passed: bool) -> &'static str {
    if passed { "PASS" } else { "FAIL" }
}

/// The quickest of each, in milliseconds.
fn quickest(times: &[(Duration, Duration)]) -> (f64, f64) {
    let ms = |time: Option<Duration>| time.unwrap_or_default().as_secs_f64() * 1000.0;
    (ms(times.iter().map(|t| t.0).min()), ms(times.iter().map(|t| t.1).min()))
}

/// A meeting, in a directory of its own.
struct Hall {
    ctx: Ctx,
    id: MeetingId,
    /// Moves on with every key, as the time does: ids and clock values grow.
    clock: Arc<FixedClock>,
    /// The motion whose vote is open.
    motion: MotionKey,
    _dir: TempDir,
}

impl Hall {
    /// A meeting with so many events: everybody checked in, then one roll call after the other.
    fn of(seed: u64, events: usize) -> Self {
        // In memory where there is such a place: what the disk takes is the same for all.
        let dir = tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).unwrap();
        let mut ctx = support::ctx(dir.path(), "zh-CN");
        ctx.ids = Box::new(SeededIds::new(seed));
        let clock = Arc::new(FixedClock::new(support::now()));
        ctx.clock = Box::new(Arc::clone(&clock));
        let id = MeetingId(ctx.ids.uuid(0));
        let opening = meeting::opening(SessionId(uuid::Uuid::nil()), meeting::agenda(HOUSEHOLDS, MOTIONS));
        let mut held = Meeting::open(id, RecordId(uuid::Uuid::nil()), support::now(), opening.clone());
        let mut happened = vec![Event::Opened(Box::new(opening))];
        let mut motion = MotionKey::new("m0");
        let arrivals = if events < HOUSEHOLDS { events / 2 } else { HOUSEHOLDS };
        for command in script(arrivals) {
            if happened.len() >= events {
                break;
            }
            if let Command::Motion(MotionCommand::Put { motion: put, .. }) = &command {
                motion = put.clone();
            }
            for event in held.decide(command).unwrap() {
                held.apply(RecordId(uuid::Uuid::nil()), support::now(), &event);
                happened.push(event);
            }
        }
        assert!(happened.len() >= events, "the script is too short: {}", happened.len());
        let bodies =
            happened.into_iter().map(|event| (Body::Meeting { meeting: id, event }, support::now(), String::new()));
        let bodies = bodies.collect();
        ctx.store.append_all(bodies, &mut *ctx.ids).unwrap();
        ctx.hold(id).unwrap();
        Self { ctx, id, clock, motion, _dir: dir }
    }

    /// Reads the meeting as the program does when it opens it, with its row in the list.
    fn open(&self) -> Duration {
        let start = Instant::now();
        let (records, _) = self.ctx.store.records_about(About::Meeting(self.id)).unwrap();
        black_box(Meeting::fold(&records).unwrap());
        black_box(MeetingRow::fold(&records).unwrap());
        start.elapsed()
    }

    /// One key after the other at a door that is there: decided, saved, taken in.
    fn vote(&mut self, round: usize) -> Duration {
        let start = Instant::now();
        for key in 0..KEYS as usize {
            let (voter, choice) = (meeting::key(key), Some(Choice::ALL[(round + key) % 3]));
            let vote = MotionCommand::Vote { motion: self.motion.clone(), voter, choice };
            self.clock.advance(TimeDelta::seconds(1));
            assert!(self.ctx.ask(self.id, Command::Motion(vote)));
        }
        start.elapsed() / KEYS
    }
}

/// What is asked of the meeting: the voters check in, it begins, each motion is put, voted on by all of them, closed.
fn script(arrivals: usize) -> impl Iterator<Item = Command> {
    let arrive = |n| Command::Attendance(AttendanceCommand::CheckIn { voter: meeting::key(n) });
    let begin = [CourseCommand::Start, CourseCommand::Next].map(Command::Course);
    let motions = (0..MOTIONS).flat_map(move |n| {
        let motion = MotionKey::new(format!("m{n}"));
        let of = motion.clone();
        let votes = (0..arrivals).map(move |n| {
            let (voter, choice) = (meeting::key(n), Some(Choice::ALL[n % 3]));
            MotionCommand::Vote { motion: of.clone(), voter, choice }
        });
        let put = MotionCommand::Put { motion: motion.clone(), way: None };
        [put].into_iter().chain(votes).chain([MotionCommand::Close { motion }]).map(Command::Motion)
    });
    (0..arrivals).map(arrive).chain(begin).chain(motions)
}
