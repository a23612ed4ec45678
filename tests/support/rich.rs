//! A meeting rich in everything minutes can hold, as the commands it was held with.

#![allow(dead_code, reason = "each test file uses its part")]
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use babahui::{
    domain::{
        ActionId, ClaimId, DeviceId, EntryId, GrantId, Ids, Lang, MeetingId, OpinionId, PledgeId, RecordId, SeededIds,
        SessionId, Text,
        meeting::{
            Command, Event, Fraction, Meeting, Opening,
            agenda::{
                Agenda, FundKey, FundPlan, Item, ItemKey, ItemKind, MatchBase, MatchRule, MotionKey, MotionPlan,
                Notice, Part, PersonKey, PledgeRound, Settings, VoterKey, Way,
            },
            attendance::{AttendanceCommand, Capacity},
            course::CourseCommand,
            floor::{FloorCommand, Speaker, Stance},
            ledger::{
                self, ActionEvent, ClaimEvent, ClaimedPart, FundEvent, Gift, Giver, GrantEvent, GrantTerms, Ledger,
                Origin, PledgeEvent, Promise, Task, Undertaking,
            },
            minutes::{Minutes, MinutesCommand},
            motion::{BoxCount, Hands, MotionCommand},
            roll::{AreaSource, Unit, Voter, VoterKind},
            rule::{Choice, Discussion, Matter, Outcome, Rule, Silent, Weight},
        },
        record::{Body, Record},
        session::{Session, SessionKind},
        survey::Door,
    },
    store::{Stamp, Store},
};
use chrono::{DateTime, FixedOffset, NaiveDate, TimeDelta};
use uuid::Uuid;

/// The meeting.
pub const MEETING: MeetingId = MeetingId(Uuid::from_u128(3));
/// Its session.
pub const SESSION: SessionId = SessionId(Uuid::from_u128(2));
/// A meeting before it.
const EARLIER: MeetingId = MeetingId(Uuid::from_u128(1));

/// So many minutes after half past seven in the evening.
pub fn at(minute: i64) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2024-11-12T19:30:00+08:00").unwrap() + TimeDelta::minutes(minute)
}

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, month, day).unwrap()
}

fn both(zh: &str, en: &str) -> Text {
    Text(vec![(Lang::new("zh-CN"), zh.into()), (Lang::new("en"), en.into())])
}

/// Its session.
pub fn session() -> Session {
    Session {
        id: SESSION,
        kind: SessionKind::CourtyardMeeting,
        title: "第9次院落坝坝会".into(),
        community: "游家渡社区".into(),
        grid: "第二网格".into(),
        micro_grid: String::new(),
        building: "14号院".into(),
        starts: at(0),
        facilitator: "李嬢嬢".into(),
        recorder: "张三".into(),
        present: 0,
    }
}

fn voter(n: usize) -> Voter {
    const NAMES: [&str; 8] = ["周家", "李家", "陈家", "王家", "赵家", "孙家", "钱家", "吴家"];
    let household = (n / 2 + 1) * 100 + n % 2 + 1;
    let unit = Unit {
        building: (n / 4 + 1).to_string(),
        entrance: "1".into(),
        household: household.to_string(),
        area: 6_800 + 440 * (n as u64 % 3),
        source: AreaSource::Registry,
        parking: false,
    };
    let co_owners = if n == 7 { vec!["吴二".into()] } else { Vec::new() };
    Voter { key: key(n), name: NAMES[n].into(), units: vec![unit], kind: VoterKind::Owner, co_owners }
}

fn key(n: usize) -> VoterKey {
    VoterKey::new(format!("v{n}"))
}

fn item(name: &str, title: Text, minutes: u32, kind: ItemKind) -> Item {
    Item {
        key: ItemKey::new(name),
        kind,
        title,
        minutes,
        script: Vec::new(),
        speaking: None,
        matters: Vec::new(),
        items: Vec::new(),
    }
}

fn agenda() -> Agenda {
    let rule = Rule::discussion(Discussion::Majority);
    let motion = |name: &str, text: Text, rule: Option<Rule>, way: Way| MotionPlan {
        key: MotionKey::new(name),
        text,
        rule,
        way,
        matters: Vec::new(),
    };
    let owners = |matter| Some(Rule::owners(matter));
    let consent = Some(Rule::discussion(Discussion::Consent));
    let boxes = vec![both("1栋", "Building 1"), both("2栋", "Building 2")];
    let colours = vec![both("米黄", "Cream"), both("浅灰", "Light grey")];
    let decide = ItemKind::Decide {
        motions: vec![
            motion("shed", both("增设非机动车充电棚", "Build a charging shed"), owners(Matter::Special), Way::RollCall),
            motion("fund", both("动用维修资金", "Use the repair fund"), owners(Matter::Ordinary), Way::RollCall),
            motion("gate", both("安装门禁", "Install an entry gate"), None, Way::ShowOfHands),
            motion("lamp", both("更换楼道灯", "Replace the stair lamps"), None, Way::ShowOfHands),
            motion("wall", both("粉刷外墙", "Paint the facade"), None, Way::Secret { boxes }),
            motion("tea", both("每月办一次茶会", "Hold a tea once a month"), consent, Way::Consent),
            motion("colour", both("外墙颜色", "Colour of the facade"), None, Way::Dots { options: colours, each: 2 }),
            motion("well", both("修窨井盖", "Mend the manhole covers"), None, Way::ShowOfHands),
            motion("dogs", both("院内禁止遛狗", "No dogs in the yard"), None, Way::ShowOfHands),
        ],
    };
    let fraction = |num| Fraction { num, den: 1 };
    let matching = Some(MatchRule {
        from: both("街道办", "Street office"),
        min: fraction(3),
        max: fraction(5),
        cap: None,
        base: MatchBase::Received,
    });
    let part = |name: &str, title: Text| Part { key: name.into(), title, cost: None };
    let parts = vec![
        part("seats", both("座椅", "Seats")),
        part("wall", both("彩绘墙", "Painted wall")),
        part("bed", both("花坛", "Flower bed")),
    ];
    let fund = FundPlan {
        key: "prize".into(),
        title: both("奖金", "Prize fund"),
        sources: vec![(both("示范院落奖", "Model courtyard prize"), 2_000_000)],
        allocations: Vec::new(),
    };
    let mut talk = item("talk", both("非机动车停车充电", "Parking and charging of e-bikes"), 10, ItemKind::Discuss);
    talk.items = vec![item("talk-where", both("充电棚放在哪里", "Where to put the shed"), 5, ItemKind::Hear)];
    let mut settings = Settings::of(rule.regime);
    settings.taking.silent = Silent::JoinMajority { citation: both("议事规则第九条", "by-law 9") };
    Agenda {
        id: "courtyard".into(),
        version: "1".into(),
        title: both("院落坝坝会", "Courtyard meeting"),
        default_language: Lang::new("zh-CN"),
        kind: SessionKind::CourtyardMeeting,
        settings,
        rule,
        roll: (0..8).map(voter).collect(),
        script: Vec::new(),
        items: vec![
            item("rules", both("宣布规则", "Rules of the meeting"), 3, ItemKind::Inform),
            item("follow", both("上次事项回访", "Follow-up"), 5, ItemKind::FollowUp),
            talk,
            item("vote", both("七件事表决", "Matters to decide"), 30, decide),
            item(
                "pledge",
                both("大家出一点", "What each can give"),
                10,
                ItemKind::Pledge(PledgeRound { target: Some(4_000_000), matching }),
            ),
            item("claim", both("认领", "Parts to take over"), 5, ItemKind::Claim { parts }),
            item("prize", both("奖金怎么用", "Use of the prize"), 5, ItemKind::Fund { fund }),
            item("assign", both("谁来做", "Who does what"), 5, ItemKind::Assign),
            item("song", both("合唱", "A song"), 5, ItemKind::Inform),
        ],
    }
}

/// What the meeting is set up with.
pub fn opening() -> Opening {
    Opening {
        session: SESSION,
        title: "第9次院落坝坝会".into(),
        place: "老槐树下".into(),
        chair: "李嬢嬢".into(),
        note_taker: "张三".into(),
        agenda: agenda(),
        notice: Some(Notice { on: day(10, 20) }),
    }
}

/// What is asked at a meeting, of it or of the ledger.
pub enum Ask {
    /// Of the meeting.
    Meeting(Command),
    /// Of the ledger.
    Ledger(ledger::Command),
}

/// Everything that is asked, each with its minute, in order. Ledger entries come up at `meeting`.
pub fn asked(meeting: MeetingId) -> Vec<(i64, Ask)> {
    let mut all = before();
    all.extend(arriving());
    all.extend(talking());
    all.extend(voting());
    all.extend(giving(meeting));
    all.extend(ending());
    all
}

fn of_meeting(minute: i64, commands: Vec<Command>) -> Vec<(i64, Ask)> {
    commands.into_iter().map(|command| (minute, Ask::Meeting(command))).collect()
}

fn task(what: &str, who: &str, due: Option<NaiveDate>) -> Task {
    Task { what: what.into(), who: who.into(), due }
}

fn before() -> Vec<(i64, Ask)> {
    let origin = Some(Origin { meeting: EARLIER, item: ItemKey::new("assign"), motion: None });
    let (pump, lamp) = (ActionId(Uuid::from_u128(11)), ActionId(Uuid::from_u128(12)));
    let event = |action, event| Ask::Ledger(ledger::Event::Action { action, event }.into());
    let assigned = |task| ActionEvent::Assigned { task, origin: origin.clone() };
    vec![
        (-20_000, event(pump, assigned(task("疏通下水道", "陈老师 13800138000", Some(day(11, 1)))))),
        (-20_000, event(lamp, assigned(task("修路灯", "物业", None)))),
        (8, event(pump, ActionEvent::Done { by: "陈老师".into(), note: "已通水".into() })),
        (9, event(pump, ActionEvent::Checked { by: "李嬢嬢".into(), note: String::new() })),
    ]
}

fn arriving() -> Vec<(i64, Ask)> {
    use AttendanceCommand as A;
    let walk_in = |person: &str, name: &str, capacity| A::WalkIn {
        person: PersonKey::new(person),
        name: name.into(),
        door: Door::default(),
        capacity,
    };
    let mut commands: Vec<A> = (0..4).map(|n| A::CheckIn { voter: key(n) }).collect();
    commands.extend([
        A::GiveProxy { principal: key(4), holder: key(0).person(), written: true },
        A::Excuse { voter: key(5), reason: "出差，电话 138-0013-8000".into() },
        A::Dispute { voter: key(7) },
        walk_in("w1", "租客小刘", Capacity::Resident),
        walk_in("w2", "社区王主任", Capacity::Observer),
        walk_in("w3", "物业赵经理", Capacity::Staff),
    ]);
    let mut all = of_meeting(5, commands.into_iter().map(Command::Attendance).collect());
    all.extend(of_meeting(6, vec![Command::Course(CourseCommand::Start)]));
    all
}

fn talking() -> Vec<(i64, Ask)> {
    let next = || Command::Course(CourseCommand::Next);
    let raise = |n: u128, name: &str, building: &str, words: &str| {
        let speaker = Some(Speaker { person: None, name: name.into(), building: building.into() });
        Command::Floor(FloorCommand::Raise { opinion: OpinionId(Uuid::from_u128(n)), speaker, text: words.into() })
    };
    let word = |item: &str, words: &str| {
        Command::Minutes(MinutesCommand::Word { item: Some(ItemKey::new(item)), text: words.into() })
    };
    let turn = babahui::domain::TurnId(Uuid::from_u128(30));
    let speaker = Speaker { person: None, name: "王师傅".into(), building: "2".into() };
    let mut all = of_meeting(7, vec![next()]);
    all.extend(of_meeting(
        12,
        vec![
            next(),
            word("talk", "135 户中 77 户提出充电问题。\n# 上次龙门阵已经谈过一次 <b>"),
            raise(1, "李嬢嬢", "1", "充电桩放在东门，离住户远一点 | 夜里不吵"),
            Command::Floor(FloorCommand::Queue { turn, speaker, stance: Some(Stance::Against) }),
            Command::Floor(FloorCommand::NextSpeaker),
        ],
    ));
    let said = FloorCommand::Raise {
        opinion: OpinionId(Uuid::from_u128(2)),
        speaker: None,
        text: "东门太窄，消防车进不来。要说的很多，先把消防问清楚再定，不要急着今天就表决".into(),
    };
    let note = FloorCommand::Note { item: ItemKey::new("talk"), text: "王师傅情绪大，会后上门".into() };
    all.extend(of_meeting(15, vec![Command::Floor(said), Command::Floor(note)]));
    all.extend(of_meeting(26, vec![next(), raise(3, "", "", "靠墙放"), raise(4, "周先生", "", "同意")]));
    all
}

fn voting() -> Vec<(i64, Ask)> {
    use MotionCommand as M;
    let motion = |name: &str| MotionKey::new(name);
    let put = |name: &str| M::Put { motion: motion(name), way: None };
    let close = |name: &str| M::Close { motion: motion(name) };
    let vote = |name: &str, n: usize, choice| M::Vote { motion: motion(name), voter: key(n), choice: Some(choice) };
    let hands = |name: &str, yes, no, abstain| M::Count { motion: motion(name), hands: Hands { yes, no, abstain } };
    let count = |given, found, yes, no, spoiled| BoxCount {
        given: Weight::counted(given),
        found,
        yes: Weight::counted(yes),
        no: Weight::counted(no),
        abstain: Weight::default(),
        spoiled: Weight::counted(spoiled),
    };
    let mut shed = vec![put("shed"), M::Deliver { motion: motion("shed"), voters: vec![key(5), key(6)] }];
    shed.extend((0..5).map(|n| vote("shed", n, Choice::For)));
    shed.extend([vote("shed", 6, Choice::Against), close("shed")]);
    let mut fund = vec![put("fund"), vote("fund", 0, Choice::For), vote("fund", 1, Choice::Abstain)];
    fund.extend([vote("fund", 2, Choice::Spoiled), vote("fund", 3, Choice::Against), close("fund")]);
    let plain = [
        put("gate"),
        hands("gate", 2, 1, 1),
        close("gate"),
        M::Reopen { motion: motion("gate"), reason: "后排漏数一只手".into() },
        hands("gate", 3, 1, 1),
        close("gate"),
        put("lamp"),
        M::Clear { motion: motion("lamp"), outcome: Outcome::Carried },
        put("wall"),
        M::CountBox { motion: motion("wall"), at: 0, count: count(4, 3, 2, 0, 1) },
        M::CountBox { motion: motion("wall"), at: 1, count: count(3, 2, 1, 1, 0) },
        close("wall"),
        put("tea"),
        M::Object { motion: motion("tea"), by: "赵家".into(), reason: "晚上太吵".into() },
        close("tea"),
        M::Override {
            motion: motion("tea"), outcome: Outcome::Carried, reason: "改在下午，赵家当场收回反对".into()
        },
        put("colour"),
        M::Dot { motion: motion("colour"), at: 0, dots: 7 },
        M::Dot { motion: motion("colour"), at: 1, dots: 3 },
        close("colour"),
        M::Withdraw { motion: motion("dogs"), reason: "先立公约".into() },
        M::Move {
            motion: motion("moved"),
            item: ItemKey::new("vote"),
            text: both("东门装路障", "A barrier at the east gate"),
            by: "周先生".into(),
            rule: None,
            way: Way::ShowOfHands,
            matters: Vec::new(),
        },
        M::Second { motion: motion("moved"), by: "陈老师".into() },
        M::Amend {
            motion: motion("moved"), text: both("东门装可升降路障", "A lifting barrier"), by: "王师傅".into()
        },
        put("moved"),
        hands("moved", 2, 2, 1),
        close("moved"),
    ];
    let mut all = of_meeting(30, vec![Command::Course(CourseCommand::Next)]);
    for (minute, commands) in [(31, shed), (40, fund), (45, plain.into())] {
        all.extend(of_meeting(minute, commands.into_iter().map(Command::Motion).collect()));
    }
    all.extend(of_meeting(60, vec![Command::Attendance(AttendanceCommand::CheckOut { person: key(3).person() })]));
    all
}

fn giving(meeting: MeetingId) -> Vec<(i64, Ask)> {
    let here = |item: &str, motion: Option<&str>| {
        Some(Origin { meeting, item: ItemKey::new(item), motion: motion.map(MotionKey::new) })
    };
    let ask = |event: ledger::Event| Ask::Ledger(event.into());
    let id = |n: u128| Uuid::from_u128(100 + n);
    let giver = |name: &str, anonymous| Giver { name: name.into(), door: Door::default(), anonymous };
    let pledged = |n: u128, giver: Giver, gift: Gift| {
        let event = PledgeEvent::Pledged { promise: Promise { giver, gift }, origin: here("pledge", None) };
        ask(ledger::Event::Pledge { pledge: PledgeId(id(n)), event })
    };
    let pledge = |n: u128, event| ask(ledger::Event::Pledge { pledge: PledgeId(id(n)), event });
    let claim = |n: u128, part: ClaimedPart, partner: &str, promise: &str| {
        let undertaking = Undertaking { part, partner: partner.into(), promise: promise.into() };
        let event = ClaimEvent::Claimed { undertaking, origin: here("claim", None) };
        ask(ledger::Event::Claim { claim: ClaimId(id(n)), event })
    };
    let part = |key: &str, title| ClaimedPart { key: key.into(), title };
    let terms = GrantTerms {
        from: both("街道办", "Street office"),
        fen: 20_000_000,
        own: 4_000_000,
        base: MatchBase::Received,
    };
    let fund = FundKey::new("prize");
    let source = (EntryId(id(40)), both("示范院落奖", "Model courtyard prize"), 2_000_000);
    let allocated = |n: u128, purpose: Text, fen| {
        let event = FundEvent::Allocated { entry: EntryId(id(n)), purpose, fen, origin: here("prize", None) };
        ask(ledger::Event::Fund { fund: FundKey::new("prize"), event })
    };
    let assigned = |n: u128, task| {
        let event = ActionEvent::Assigned { task, origin: here("assign", None) };
        ask(ledger::Event::Action { action: ActionId(id(n)), event })
    };
    let next = || Ask::Meeting(Command::Course(CourseCommand::Next));
    let sofas = Gift::Goods { what: "旧沙发".into(), quantity: 3, unit: "张".into() };
    let release = ClaimEvent::Released { reason: "材料涨价".into() };
    vec![
        (62, next()),
        (63, pledged(1, giver("周家", false), Gift::Money { fen: 3_500_000 })),
        (63, pledge(1, PledgeEvent::Received { amount: 3_500_000 })),
        (64, pledged(2, giver("不愿留名的陈家", true), Gift::Money { fen: 1_000_000 })),
        (64, pledge(2, PledgeEvent::Received { amount: 600_000 })),
        (64, pledge(2, PledgeEvent::Refunded { amount: 100_000, reason: "多收了".into() })),
        (65, pledged(3, giver("李家", false), sofas)),
        (65, pledged(4, giver("王家", false), Gift::Labour { hours: 6 })),
        (
            66,
            ask(ledger::Event::Grant {
                grant: GrantId(id(5)),
                event: GrantEvent::Granted { terms, origin: here("pledge", None) },
            }),
        ),
        (67, next()),
        (68, claim(10, part("seats", both("座椅", "Seats")), "物业公司", "月底装好")),
        (68, claim(11, part("wall", both("彩绘墙", "Painted wall")), "幼儿园", "")),
        (68, claim(12, part("bed", both("花坛", "Flower bed")), "花店", "")),
        (69, ask(ledger::Event::Claim { claim: ClaimId(id(12)), event: release })),
        (70, next()),
        (
            71,
            Ask::Ledger(ledger::Command::OpenFund {
                fund,
                title: both("奖金", "Prize fund"),
                origin: here("prize", None),
                sources: vec![source],
            }),
        ),
        (71, allocated(41, both("彩绘铁路墙", "Railway wall"), 800_000)),
        (72, allocated(42, both("修篮球场", "Basketball court"), 900_000)),
        (75, next()),
        (76, assigned(50, task("量东门宽度，问消防", "王师傅", Some(day(11, 20))))),
        (76, assigned(51, task("联系充电桩厂家", "周先生", None))),
    ]
}

fn ending() -> Vec<(i64, Ask)> {
    let word = |item: Option<&str>, words: &str| {
        Command::Minutes(MinutesCommand::Word { item: item.map(ItemKey::new), text: words.into() })
    };
    let skip = CourseCommand::Skip { item: ItemKey::new("song"), reason: "天晚了".into() };
    let mut all = of_meeting(80, vec![Command::Course(skip)]);
    // The clock was set back by ten minutes.
    all.extend(of_meeting(
        70,
        vec![
            Command::Course(CourseCommand::Close),
            word(None, "散会后请大家把凳子带回家。"),
            Command::Minutes(MinutesCommand::NameNext { text: "12月10日晚七点半，老地方".into() }),
        ],
    ));
    all
}

/// A record of the log.
pub fn record(seq: u64, at: DateTime<FixedOffset>, entity: String, body: Body) -> Record {
    Record {
        id: RecordId(Uuid::from_u128(u128::from(seq) + 1_000)),
        community: String::new(),
        device: DeviceId(Uuid::from_u128(1)),
        seq,
        hlc: seq << 16,
        at,
        author: "张三".into(),
        entity,
        prev: None,
        body,
        body_hash: [0; 32],
        chain_hash: [0; 32],
    }
}

/// The meeting and the ledger after all of it.
pub fn held() -> (Meeting, Ledger) {
    let opened = record(
        1,
        at(0),
        MEETING.to_string(),
        Body::Meeting { meeting: MEETING, event: Event::Opened(Box::new(opening())) },
    );
    let mut meeting = Meeting::fold(&[opened]).unwrap();
    let mut ledger = Ledger::default();
    let mut seq = 1;
    let mut later = Vec::new();
    for (minute, ask) in asked(MEETING) {
        match ask {
            Ask::Meeting(command) => {
                for event in meeting.decide(command).unwrap() {
                    seq += 1;
                    meeting.apply(RecordId(Uuid::from_u128(seq)), at(minute), &event);
                }
            }
            Ask::Ledger(command) => {
                for event in ledger.decide(command).unwrap() {
                    seq += 1;
                    let made = record(u64::try_from(seq).unwrap(), at(minute), event.entity(), Body::Ledger(event));
                    ledger.apply(&made);
                    later.push(made);
                }
            }
        }
    }
    assert_eq!(Ledger::fold(&later), ledger);
    (meeting, ledger)
}

/// Its minutes, the facilitator's edition.
pub fn minutes() -> Minutes {
    let (meeting, ledger) = held();
    Minutes::of(&meeting, &ledger, Some(&session()))
}

/// Keeps the session, the meeting and what was agreed in a store, as if held there.
pub fn keep(store: &mut Store) {
    let mut ids = SeededIds::new(9);
    let mut stamp = |minute: i64| (at(minute), ids.seed());
    let mut write = |minute: i64, bodies: Vec<Body>| {
        let (now, seed) = stamp(minute);
        let mut ids = SeededIds::new(seed);
        store.append_events(bodies, Stamp { ids: &mut ids, now, author: "张三" }).unwrap()
    };
    write(-30_000, vec![Body::Session(session())]);
    let opened = Event::Opened(Box::new(opening()));
    let records = write(0, vec![Body::Meeting { meeting: MEETING, event: opened }]);
    let mut meeting = Meeting::fold(&records).unwrap();
    let mut ledger = Ledger::default();
    for (minute, ask) in asked(MEETING) {
        let bodies = match ask {
            Ask::Meeting(command) => {
                let events = meeting.decide(command).unwrap().into_iter();
                events.map(|event| Body::Meeting { meeting: MEETING, event }).collect()
            }
            Ask::Ledger(command) => ledger.decide(command).unwrap().into_iter().map(Body::Ledger).collect(),
        };
        for record in write(minute, bodies) {
            match &record.body {
                Body::Meeting { event, .. } => meeting.apply(record.id, record.at, event),
                _ => ledger.apply(&record),
            }
        }
    }
}
