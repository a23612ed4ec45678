//! A meeting about to vote: the courtyard that wants a charging shed, sixty households with the story's areas.

#![allow(dead_code, reason = "each test file uses its part")]
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use babahui::{
    app::{Ctx, Place},
    domain::{
        Lang, MeetingId, SessionId, Text,
        meeting::{
            Command,
            agenda::{Agenda, ItemKind, MotionKey, MotionPlan, Settings, Way},
            attendance::AttendanceCommand,
            course::CourseCommand,
            motion::MotionCommand,
            roll::Voter,
            rule::{Discussion, Matter, Rule},
        },
    },
    ui::Driver,
};

use super::meeting::{agenda, item, key, opening, voter};

/// A text in both languages.
pub fn both(zh: &str, en: &str) -> Text {
    Text(vec![(Lang::new("zh-CN"), zh.into()), (Lang::new("en"), en.into())])
}

/// Households by number: 33 that will say yes own 2 511.10 m² together, the 8 after them 591.30 m², all 60 4 500.00 m².
pub fn household(n: usize) -> Voter {
    const NAMES: [&str; 8] = ["周家", "李家", "陈家", "王家", "刘家", "赵家", "孙家", "吴家"];
    let mut voter = voter(n);
    voter.name = NAMES[n % NAMES.len()].into();
    voter.units[0].area = match n {
        0..32 => 7_609,
        32 => 7_622,
        33..40 => 7_391,
        40 => 7_393,
        41..59 => 7_355,
        59 => 7_370,
        _ => 7_000,
    };
    voter
}

/// An agenda with one item of motions, each with its way.
pub fn voting(households: usize, rule: Rule, ways: &[Way]) -> Agenda {
    let texts = [
        ("在东门边增设非机动车充电棚", "A charging shed for bicycles by the east gate"),
        ("用奖励金做一面文化墙", "A mural paid from the prize fund"),
        ("夜里十一点后不跳坝坝舞", "No square dancing after eleven at night"),
    ];
    let motion = |(n, way): (usize, &Way)| MotionPlan {
        key: MotionKey::new(format!("m{n}")),
        text: both(texts[n % 3].0, texts[n % 3].1),
        rule: None,
        way: way.clone(),
        matters: Vec::new(),
    };
    let motions = ways.iter().enumerate().map(motion).collect();
    Agenda {
        settings: Settings::of(rule.regime),
        rule,
        roll: (0..households).map(household).collect(),
        items: vec![item("vote", "表决", ItemKind::Decide { motions })],
        ..agenda(0, 0)
    }
}

/// A charging shed: a special matter of owners.
pub fn shed() -> Agenda {
    voting(60, Rule::owners(Matter::Special), &[Way::RollCall, Way::RollCall])
}

/// A matter talked over by those there.
pub fn talk(ways: &[Way]) -> Agenda {
    voting(60, Rule::discussion(Discussion::Majority), ways)
}

/// Stickers on two places for the shed.
pub fn dots() -> Way {
    Way::Dots { options: vec![both("东门", "East gate"), both("西墙边", "By the west wall")], each: 2 }
}

/// A box for each of three buildings.
pub fn boxes() -> Way {
    let building = |n: u32| both(&format!("{n}栋"), &format!("Building {n}"));
    Way::Secret { boxes: (1..=3).map(building).collect() }
}

/// A meeting by this agenda that has begun, the first `present` households of the roll there; the program on its first
/// motion.
pub fn begun(mut ctx: Ctx, agenda: Agenda, present: usize, size: (u16, u16)) -> (Driver, MeetingId) {
    let id = ctx.open_meeting(opening(SessionId(uuid::Uuid::nil()), agenda)).unwrap();
    for n in 0..present {
        assert!(ctx.ask(id, Command::Attendance(AttendanceCommand::CheckIn { voter: key(n) })));
    }
    assert!(ctx.ask(id, Command::Course(CourseCommand::Start)));
    let place = Place::Vote { meeting: id, motion: MotionKey::new("m0") };
    (Driver::new(ctx, &place, size), id)
}

/// Asks of a motion, past the screens.
pub fn asked(ctx: &mut Ctx, id: MeetingId, command: MotionCommand) {
    assert!(ctx.ask(id, Command::Motion(command)));
}
