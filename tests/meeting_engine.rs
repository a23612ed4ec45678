//! The engine of meetings: whatever is asked in whatever order and taken back again, folding the log gives the same
//! meeting, nothing panics, and what a vote adds up to is what was said.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::collections::BTreeMap;

use babahui::domain::{
    DeviceId, Lang, MatterId, MeetingId, OpinionId, RecordId, SessionId, Text, TurnId,
    meeting::{
        Command, Event, Meeting, Opening, Refusal,
        agenda::{Agenda, Item, ItemKey, ItemKind, MotionKey, MotionPlan, PersonKey, Settings, VoterKey, Way},
        attendance::{AttendanceCommand, Capacity},
        course::CourseCommand,
        floor::{FloorCommand, Ordering, Speaker, Stance},
        ledger::Ledger,
        minutes::{Edition, Minutes, MinutesCommand, MinutesRefusal},
        motion::{BoxCount, Hands, MotionCommand, MotionRefusal, Stage, Teller},
        roll::{AreaSource, Unit, Voter, VoterKind},
        rule::{Choice, Discussion, Matter, Outcome, Rule, Weight},
    },
    record::{Body, Record},
    session::SessionKind,
};
use chrono::{DateTime, FixedOffset, TimeDelta};
use proptest::{prelude::*, sample::Index};
use uuid::Uuid;

fn at(minute: i64) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2024-11-12T19:30:00+08:00").unwrap() + TimeDelta::minutes(minute)
}

fn text(words: &str) -> Text {
    Text::one(Lang::new("zh-CN"), words)
}

fn voter(n: usize) -> Voter {
    let unit = |household: usize| Unit {
        building: (n % 3 + 1).to_string(),
        entrance: "1".into(),
        household: household.to_string(),
        area: 5_000 + 731 * n as u64,
        source: AreaSource::Registry,
        parking: false,
    };
    Voter {
        key: VoterKey::new(format!("v{n}")),
        name: format!("业主{n}"),
        units: if n == 0 { vec![unit(101), unit(102)] } else { vec![unit(100 + n)] },
        kind: VoterKind::Owner,
        co_owners: if n.is_multiple_of(3) { vec!["另一位".into()] } else { Vec::new() },
    }
}

fn item(name: &str, kind: ItemKind) -> Item {
    Item {
        key: ItemKey::new(name),
        kind,
        title: text(name),
        minutes: 5,
        script: Vec::new(),
        speaking: None,
        matters: Vec::new(),
        items: Vec::new(),
    }
}

fn motion(name: &str, rule: Option<Rule>, way: Way) -> MotionPlan {
    MotionPlan { key: MotionKey::new(name), text: text(name), rule, way, matters: Vec::new() }
}

fn agenda() -> Agenda {
    let rule = Rule::discussion(Discussion::Majority);
    let decide = ItemKind::Decide {
        motions: vec![
            motion("shed", Some(Rule::owners(Matter::Special)), Way::RollCall),
            motion("lamp", None, Way::RollCall),
            motion("gate", None, Way::ShowOfHands),
            motion("wall", None, Way::Secret { boxes: vec![text("1栋"), text("2栋")] }),
            motion("tea", Some(Rule::discussion(Discussion::Consent)), Way::Consent),
            motion("colour", None, Way::Dots { options: vec![text("红"), text("绿")], each: 2 }),
        ],
    };
    let mut talk = item("talk", ItemKind::Discuss);
    talk.items = vec![item("talk-parking", ItemKind::Discuss), item("talk-gate", ItemKind::Hear)];
    Agenda {
        id: "courtyard".into(),
        version: "1".into(),
        title: text("坝坝会"),
        default_language: Lang::new("zh-CN"),
        kind: SessionKind::CourtyardMeeting,
        settings: Settings::of(rule.regime),
        rule,
        roll: (0..7).map(voter).collect(),
        script: Vec::new(),
        items: vec![item("open", ItemKind::Inform), talk, item("break", ItemKind::Pause), item("vote", decide)],
    }
}

fn record(seq: u64, at: DateTime<FixedOffset>, body: Body) -> Record {
    Record {
        id: RecordId(Uuid::from_u128(u128::from(seq))),
        community: String::new(),
        device: DeviceId(Uuid::from_u128(1)),
        seq,
        hlc: seq << 16,
        at,
        author: String::new(),
        entity: "meeting".into(),
        prev: None,
        body,
        body_hash: [0; 32],
        chain_hash: [0; 32],
    }
}

fn opening(agenda: Agenda) -> Opening {
    Opening {
        session: SessionId(Uuid::from_u128(2)),
        title: "坝坝会".into(),
        place: "14号院".into(),
        chair: "李嬢嬢".into(),
        note_taker: "王师傅".into(),
        agenda,
        notice: None,
    }
}

fn opened() -> Vec<Record> {
    let opening = opening(agenda());
    vec![record(1, at(0), Body::Meeting { meeting: ID, event: Event::Opened(Box::new(opening)) })]
}

const ID: MeetingId = MeetingId(Uuid::from_u128(3));
const ITEMS: [&str; 8] = ["open", "talk", "talk-parking", "talk-gate", "break", "vote", "new-1", "nowhere"];
const MOTIONS: [&str; 8] = ["shed", "lamp", "gate", "wall", "tea", "colour", "moved-1", "nowhere"];

fn any_item() -> impl Strategy<Value = ItemKey> {
    prop::sample::select(&ITEMS[..]).prop_map(ItemKey::new)
}

fn any_motion() -> impl Strategy<Value = MotionKey> {
    prop::sample::select(&MOTIONS[..]).prop_map(MotionKey::new)
}

fn any_voter() -> impl Strategy<Value = VoterKey> {
    (0..8_u8).prop_map(|n| VoterKey::new(format!("v{n}")))
}

fn any_person() -> impl Strategy<Value = PersonKey> {
    prop_oneof![3 => any_voter().prop_map(|v| v.person()), 1 => (0..3_u8).prop_map(|n| PersonKey::new(format!("w{n}")))]
}

fn any_words() -> impl Strategy<Value = String> {
    prop::sample::select(&["", " ", "充电桩放在东门", "不同意"][..]).prop_map(str::to_owned)
}

fn any_attendance() -> impl Strategy<Value = AttendanceCommand> {
    let capacity = prop::sample::select(&[Capacity::Resident, Capacity::Observer, Capacity::Staff][..]);
    prop_oneof![
        4 => any_voter().prop_map(|voter| AttendanceCommand::CheckIn { voter }),
        1 => ((0..3_u8), any_words(), capacity).prop_map(|(n, name, capacity)| AttendanceCommand::WalkIn {
            person: PersonKey::new(format!("w{n}")), name, door: babahui::domain::survey::Door::default(), capacity }),
        1 => any_person().prop_map(|person| AttendanceCommand::Back { person }),
        2 => any_person().prop_map(|person| AttendanceCommand::CheckOut { person }),
        1 => (0..50_u32).prop_map(|present| AttendanceCommand::Count { present }),
        3 => (any_voter(), any_person(), any::<bool>())
            .prop_map(|(principal, holder, written)| AttendanceCommand::GiveProxy { principal, holder, written }),
        1 => any_voter().prop_map(|principal| AttendanceCommand::EndProxy { principal }),
        1 => (any_voter(), any_words()).prop_map(|(voter, reason)| AttendanceCommand::Excuse { voter, reason }),
        1 => any_voter().prop_map(|voter| AttendanceCommand::Dispute { voter }),
        1 => (any_voter(), any_words()).prop_map(|(voter, name)| AttendanceCommand::NameVoice { voter, name }),
    ]
}

fn any_course() -> impl Strategy<Value = CourseCommand> {
    let before = || prop::option::of(any_item());
    prop_oneof![
        3 => Just(CourseCommand::Start),
        4 => Just(CourseCommand::Next),
        3 => any_item().prop_map(|item| CourseCommand::Go { item }),
        1 => (any_item(), any_words()).prop_map(|(item, reason)| CourseCommand::Skip { item, reason }),
        1 => (any_item(), before()).prop_map(|(item, before)| CourseCommand::Move { item, before }),
        1 => before().prop_map(|before| CourseCommand::Insert {
            item: Box::new(item("new-1", ItemKind::Discuss)), before }),
        1 => any_words().prop_map(|title| CourseCommand::Name { title, place: "14号院".into() }),
        1 => (1..6_usize).prop_map(|n| CourseCommand::Enrol { roll: (0..n).map(voter).collect() }),
        1 => (any_item(), 0..3_u128).prop_map(|(item, n)| CourseCommand::Concern {
            item, matters: (0..n).map(|n| MatterId(Uuid::from_u128(n))).collect() }),
        1 => Just(CourseCommand::Unnotice),
        1 => Just(CourseCommand::Pause),
        1 => Just(CourseCommand::Resume),
        1 => Just(CourseCommand::Close),
        2 => any_words().prop_map(|reason| CourseCommand::Reopen { reason }),
        1 => any_words().prop_map(|chair| CourseCommand::Preside { chair, note_taker: "王".into() }),
    ]
}

fn any_floor() -> impl Strategy<Value = FloorCommand> {
    let speaker =
        || (any_words(), 0..3_u8).prop_map(|(name, b)| Speaker { person: None, name, building: b.to_string() });
    let stance = || prop::option::of(prop::sample::select(&[Stance::For, Stance::Against][..]));
    let turn = || (0..6_u128).prop_map(|n| TurnId(Uuid::from_u128(n)));
    let opinion = || (0..6_u128).prop_map(|n| OpinionId(Uuid::from_u128(n)));
    let order = prop::sample::select(&[Ordering::Asked, Ordering::FirstTimeFirst, Ordering::ByBuilding][..]);
    prop_oneof![
        4 => (turn(), speaker(), stance())
            .prop_map(|(turn, speaker, stance)| FloorCommand::Queue { turn, speaker, stance }),
        1 => turn().prop_map(|turn| FloorCommand::Unqueue { turn }),
        1 => (turn(), stance()).prop_map(|(turn, stance)| FloorCommand::Mark { turn, stance }),
        3 => Just(FloorCommand::NextSpeaker),
        1 => turn().prop_map(|turn| FloorCommand::Call { turn }),
        1 => Just(FloorCommand::End),
        1 => (0..120_u32).prop_map(|seconds| FloorCommand::Extend { seconds }),
        1 => order.prop_map(FloorCommand::Order),
        2 => (opinion(), prop::option::of(speaker()), any_words())
            .prop_map(|(opinion, speaker, text)| FloorCommand::Raise { opinion, speaker, text }),
        1 => (opinion(), speaker(), any_words())
            .prop_map(|(opinion, speaker, text)| FloorCommand::Reword { opinion, speaker, text }),
        1 => (any_item(), any_words()).prop_map(|(item, text)| FloorCommand::Note { item, text }),
    ]
}

fn any_count() -> impl Strategy<Value = BoxCount> {
    (0..9_u64, 0..9_u64, 0..5_u64, 0..5_u64, 0..3_u64).prop_map(|(given, found, yes, no, spoiled)| BoxCount {
        given: Weight::counted(given),
        found,
        yes: Weight::counted(yes),
        no: Weight::counted(no),
        abstain: Weight::default(),
        spoiled: Weight::counted(spoiled),
    })
}

fn any_vote() -> impl Strategy<Value = MotionCommand> {
    let outcome = || prop::sample::select(&[Outcome::NotValid, Outcome::Carried, Outcome::Lost][..]);
    prop_oneof![
        12 => (any_motion(), any_voter(), prop::option::weighted(0.8, prop::sample::select(&Choice::ALL[..])))
            .prop_map(|(motion, voter, choice)| MotionCommand::Vote { motion, voter, choice }),
        2 => (any_motion(), 0..4_u32, 0..4_u32, 0..2_u32)
            .prop_map(|(motion, yes, no, abstain)| MotionCommand::Count { motion, hands: Hands { yes, no, abstain } }),
        3 => (any_motion(), 0..3_usize, any_count())
            .prop_map(|(motion, at, count)| MotionCommand::CountBox { motion, at, count }),
        1 => (any_motion(), 0..3_usize, 0..9_u32).prop_map(|(motion, at, dots)| MotionCommand::Dot { motion, at, dots }),
        1 => (any_motion(), any_words())
            .prop_map(|(motion, reason)| MotionCommand::Object { motion, by: "陈老师".into(), reason }),
        1 => (any_motion(), prop::collection::vec(any_voter(), 0..3))
            .prop_map(|(motion, voters)| MotionCommand::Deliver { motion, voters }),
        1 => (any_motion(), outcome()).prop_map(|(motion, outcome)| MotionCommand::Clear { motion, outcome }),
        3 => any_motion().prop_map(|motion| MotionCommand::Close { motion }),
        1 => (any_motion(), any_words()).prop_map(|(motion, reason)| MotionCommand::Reopen { motion, reason }),
        1 => (any_motion(), outcome(), any_words())
            .prop_map(|(motion, outcome, reason)| MotionCommand::Override { motion, outcome, reason }),
    ]
}

fn any_motion_command() -> impl Strategy<Value = MotionCommand> {
    prop_oneof![
        8 => any_motion().prop_map(|motion| MotionCommand::Put { motion, way: None }),
        1 => any_motion().prop_map(|motion| MotionCommand::Put { motion, way: Some(Way::ShowOfHands) }),
        24 => any_vote(),
        1 => (any_item(), any_words()).prop_map(|(item, words)| MotionCommand::Move {
            motion: MotionKey::new("moved-1"), item, text: text(&words), by: "周先生".into(), rule: None,
            way: Way::ShowOfHands, matters: Vec::new() }),
        1 => (any_motion(), any_words()).prop_map(|(motion, by)| MotionCommand::Second { motion, by }),
        2 => (any_motion(), prop::sample::select(&Teller::ALL[..]), prop::collection::vec(any_words(), 0..3))
            .prop_map(|(motion, teller, names)| MotionCommand::Appoint { motion, teller, names }),
        1 => (any_motion(), any_words())
            .prop_map(|(motion, words)| MotionCommand::Amend { motion, text: text(&words), by: String::new() }),
        1 => (any_motion(), any_words()).prop_map(|(motion, reason)| MotionCommand::Withdraw { motion, reason }),
    ]
}

fn any_minutes() -> impl Strategy<Value = MinutesCommand> {
    let day = |n: u32| chrono::NaiveDate::from_ymd_opt(2024, 11, 13 + n).unwrap();
    prop_oneof![
        3 => (prop::option::of(any_item()), any_words()).prop_map(|(item, text)| MinutesCommand::Word { item, text }),
        1 => any_words().prop_map(|text| MinutesCommand::NameNext { text }),
        2 => any_words().prop_map(|reason| MinutesCommand::Correct { reason }),
        1 => (0..5_u32, 0..5_u32).prop_map(move |(on, until)| MinutesCommand::Post {
            on: day(on), until: day(until), objections: String::new() }),
    ]
}

/// What a person does next.
#[derive(Debug, Clone)]
enum Step {
    Ask(Box<Command>),
    /// Make the minutes final as they stand then.
    Finalise,
    /// Take back the record at this place of the log, retractions included.
    Retract(Index),
}

fn any_step() -> impl Strategy<Value = Step> {
    prop_oneof![
        5 => any_attendance().prop_map(|c| Step::Ask(Box::new(Command::Attendance(c)))),
        4 => any_course().prop_map(|c| Step::Ask(Box::new(Command::Course(c)))),
        4 => any_floor().prop_map(|c| Step::Ask(Box::new(Command::Floor(c)))),
        10 => any_motion_command().prop_map(|c| Step::Ask(Box::new(Command::Motion(c)))),
        2 => any_minutes().prop_map(|c| Step::Ask(Box::new(Command::Minutes(c)))),
        2 => Just(Step::Finalise),
        2 => any::<Index>().prop_map(Step::Retract),
    ]
}

fn minutes(meeting: &Meeting) -> Minutes {
    Minutes::of(meeting, &Ledger::default(), None)
}

fn finalise(meeting: &Meeting) -> Command {
    Command::Minutes(MinutesCommand::Finalise { minutes: Box::new(minutes(meeting)) })
}

/// What a roll call adds up to, counted anew from what each said.
fn recount(meeting: &Meeting, choices: &std::collections::HashMap<VoterKey, Choice>) -> BTreeMap<Choice, Weight> {
    let mut sums = BTreeMap::new();
    for (voter, choice) in choices {
        let sum: &mut Weight = sums.entry(*choice).or_default();
        *sum = sum.plus(meeting.attendance.weight(voter));
    }
    sums
}

fn holds_together(meeting: &Meeting) {
    let minutes = minutes(meeting);
    assert_eq!(minutes.items.len(), meeting.course.items().len());
    let motions: usize = minutes.items.iter().map(|item| item.motions.len()).sum();
    assert_eq!(motions, meeting.motions.all().iter().filter(|m| meeting.course.item(&m.item).is_some()).count());
    let points: usize = minutes.items.iter().map(|item| item.points.len()).sum();
    assert!(points <= meeting.floor.opinions().len());
    assert!(minutes.turnout.present.heads + minutes.turnout.absent_heads <= minutes.turnout.entitled.heads);
    let versions = meeting.minutes.versions();
    assert!(versions.windows(2).all(|pair| pair[0].number < pair[1].number || pair[1].replaces.is_none()));
    assert!(versions.iter().all(|version| version.minutes.edition == Edition::Facilitator));
    let public = minutes.public();
    assert_eq!(public.public(), public);
    let presence = meeting.attendance.presence();
    let weights = presence.voices.iter().map(|voice| meeting.attendance.weight(&voice.voter));
    assert_eq!(presence.weight, weights.fold(Weight::default(), Weight::plus));
    for voice in &presence.voices {
        let there = meeting.attendance.is_there(&voice.voter.person());
        match &voice.proxy {
            Some(holder) => assert!(!there && meeting.attendance.is_there(holder), "{voice:?}"),
            None => assert!(there, "{voice:?}"),
        }
        assert!(!meeting.attendance.is_disputed(&voice.voter));
    }
    let under_way = meeting.course.items().iter().filter(|item| item.turns.iter().any(|(_, end)| end.is_none()));
    assert_eq!(under_way.count(), usize::from(meeting.course.current().is_some()), "one item is under way at most");
    for motion in meeting.motions.all() {
        let Some(vote) = &motion.vote else { continue };
        if vote.way == Way::RollCall {
            let (counts, naive) = (vote.counts(), recount(meeting, &vote.choices));
            for choice in Choice::ALL {
                assert_eq!(counts.of(choice), naive.get(&choice).copied().unwrap_or_default(), "{choice:?}");
            }
            let silent = vote.delivered.iter().filter(|voter| !vote.choices.contains_key(voter));
            let silent = silent.fold(Weight::default(), |sum, voter| sum.plus(meeting.attendance.weight(voter)));
            assert_eq!(counts.silent, silent);
        }
        assert_eq!(motion.stage == Stage::Open, vote.closed.is_none() && motion.stage != Stage::Closed);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn folding_the_log_gives_the_same_meeting(
        steps in prop::collection::vec((any_step(), -2..9_i64), 1..90),
        order in any::<prop::sample::Selector>(),
    ) {
        let mut records = opened();
        let mut meeting = Meeting::fold(&records).unwrap();
        let mut minute = 0;
        for (step, minutes) in steps {
            minute += minutes;
            let seq = records.len() as u64 + 1;
            let step = match step {
                Step::Finalise => Step::Ask(Box::new(finalise(&meeting))),
                step => step,
            };
            match step {
                Step::Ask(command) => {
                    let before = meeting.clone();
                    match meeting.decide(*command) {
                        Err(_) => prop_assert_eq!(&meeting, &before),
                        Ok(events) => for (n, event) in (0_u64..).zip(events) {
                            let body = Body::Meeting { meeting: ID, event: event.clone() };
                            let json = serde_json::to_string(&body).unwrap();
                            prop_assert_eq!(&serde_json::from_str::<Body>(&json).unwrap(), &body);
                            let record = record(seq + n, at(minute), body);
                            meeting.apply(record.id, record.at, &event);
                            records.push(record);
                        },
                    }
                }
                Step::Retract(which) if records.len() > 1 => {
                    let target = records[1 + which.index(records.len() - 1)].id;
                    records.push(record(seq, at(minute), Body::Retracted { record: target }));
                    meeting = Meeting::fold(&records).unwrap();
                }
                Step::Retract(_) | Step::Finalise => {}
            }
            holds_together(&meeting);
        }
        let folded = Meeting::fold(&records).unwrap();
        prop_assert_eq!(&folded, &meeting);
        let mut shuffled: Vec<_> = order.try_select(0..records.len()).into_iter().collect();
        shuffled.extend(0..records.len());
        let shuffled: Vec<_> = shuffled.into_iter().rev().map(|at| records[at].clone()).collect();
        prop_assert_eq!(Meeting::fold(&shuffled).unwrap(), meeting);
    }
}

/// Folds what these commands lead to, one a minute, each of which must be allowed.
fn after(commands: Vec<Command>) -> Meeting {
    let mut meeting = Meeting::fold(&opened()).unwrap();
    for (minute, command) in (1..).zip(commands) {
        ask(&mut meeting, minute, command);
    }
    meeting
}

fn ask(meeting: &mut Meeting, minute: u32, command: Command) {
    for event in meeting.decide(command).unwrap() {
        meeting.apply(RecordId(Uuid::from_u128(u128::from(minute))), at(i64::from(minute)), &event);
    }
}

fn check_in(n: usize) -> Command {
    Command::Attendance(AttendanceCommand::CheckIn { voter: voter(n).key })
}

fn proxy(principal: usize, holder: usize) -> AttendanceCommand {
    AttendanceCommand::GiveProxy { principal: voter(principal).key, holder: voter(holder).key.person(), written: true }
}

#[test]
fn a_proxy_counts_only_while_its_holder_is_there_and_its_principal_is_not() {
    let mut meeting = after(vec![check_in(1), Command::Attendance(proxy(2, 3))]);
    assert_eq!(meeting.attendance.presence().voices.len(), 1, "the holder is not there");
    ask(&mut meeting, 10, check_in(3));
    let presence = meeting.attendance.presence();
    assert_eq!((presence.voices.len(), presence.by_proxy), (3, 1));
    ask(&mut meeting, 11, check_in(2));
    let presence = meeting.attendance.presence();
    assert_eq!((presence.voices.len(), presence.by_proxy), (3, 0), "the principal came and speaks themselves");
    ask(&mut meeting, 12, Command::Attendance(AttendanceCommand::CheckOut { person: voter(3).key.person() }));
    assert_eq!(meeting.attendance.presence().voices.len(), 2);
}

#[test]
fn nobody_stands_for_more_than_three() {
    let meeting = after(vec![
        check_in(1),
        Command::Attendance(proxy(2, 1)),
        Command::Attendance(proxy(3, 1)),
        Command::Attendance(proxy(4, 1)),
    ]);
    assert!(meeting.decide(Command::Attendance(proxy(5, 1))).is_err());
    assert!(meeting.decide(Command::Attendance(proxy(4, 1))).is_ok(), "the same proxy again is no fourth");
    assert!(meeting.decide(Command::Attendance(proxy(1, 1))).is_err(), "nobody stands for themselves");
}

#[test]
fn presence_is_what_it_was_when_the_vote_opened() {
    let motion = || MotionKey::new("lamp");
    let mut meeting = after(vec![
        check_in(1),
        check_in(2),
        Command::Course(CourseCommand::Start),
        Command::Motion(MotionCommand::Put { motion: motion(), way: None }),
        Command::Attendance(AttendanceCommand::CheckOut { person: voter(2).key.person() }),
    ]);
    let vote = |n: usize| {
        Command::Motion(MotionCommand::Vote { motion: motion(), voter: voter(n).key, choice: Some(Choice::For) })
    };
    ask(&mut meeting, 20, vote(1));
    ask(&mut meeting, 21, vote(2));
    assert!(meeting.decide(vote(4)).is_err(), "came to no vote");
    let open = meeting.motions.open().unwrap().vote.as_ref().unwrap();
    assert_eq!(open.presence.voices.len(), 2);
    assert_eq!(open.counts().yes.heads, 2);
}

#[test]
fn a_vote_can_be_changed_until_it_is_closed_and_opened_again_with_a_reason() {
    let motion = || MotionKey::new("lamp");
    let vote = |choice| Command::Motion(MotionCommand::Vote { motion: motion(), voter: voter(1).key, choice });
    let mut meeting = after(vec![
        check_in(1),
        Command::Course(CourseCommand::Start),
        Command::Motion(MotionCommand::Put { motion: motion(), way: None }),
        vote(Some(Choice::Against)),
        vote(Some(Choice::For)),
        Command::Motion(MotionCommand::Close { motion: motion() }),
    ]);
    assert_eq!(meeting.motions.get(&motion()).unwrap().outcome(), Some(Outcome::Carried));
    assert!(meeting.decide(vote(Some(Choice::Against))).is_err());
    let reopen = |reason: &str| Command::Motion(MotionCommand::Reopen { motion: motion(), reason: reason.into() });
    assert!(meeting.decide(reopen(" ")).is_err());
    ask(&mut meeting, 30, reopen("数错了"));
    ask(&mut meeting, 31, vote(Some(Choice::Against)));
    ask(&mut meeting, 32, Command::Motion(MotionCommand::Close { motion: motion() }));
    let known = meeting.motions.get(&motion()).unwrap();
    assert_eq!((known.outcome(), known.reopened.len()), (Some(Outcome::Lost), 1));
}

#[test]
fn who_counts_one_vote_counts_the_next_in_the_same_way_unless_others_are_named() {
    let key = |name: &str| MotionKey::new(name);
    let appoint = |motion: &str, teller, names: &[&str]| {
        let names = names.iter().map(|name| (*name).to_owned()).collect();
        Command::Motion(MotionCommand::Appoint { motion: key(motion), teller, names })
    };
    let put = |motion: &str, way| Command::Motion(MotionCommand::Put { motion: key(motion), way });
    let boxes = || Some(Way::Secret { boxes: Vec::new() });
    let mut meeting = after(vec![
        check_in(1),
        Command::Course(CourseCommand::Start),
        appoint("wall", Teller::Scrutineer, &[" 周大爷 ", "", "周大爷", "李四"]),
        appoint("wall", Teller::Caller, &["王嬢嬢"]),
        put("wall", None),
        // While papers are counted somebody takes another's place.
        appoint("wall", Teller::Caller, &["赵六"]),
    ]);
    let named = |meeting: &Meeting, motion: &str, teller| {
        meeting.motions.get(&key(motion)).unwrap().tellers.of(teller).join(" ")
    };
    assert_eq!(named(&meeting, "wall", Teller::Scrutineer), "周大爷 李四");
    assert_eq!(named(&meeting, "wall", Teller::Caller), "赵六");
    for (minute, at) in (20..).zip(0..2) {
        let count = BoxCount { found: 1, yes: Weight::counted(1), ..BoxCount::default() };
        ask(&mut meeting, minute, Command::Motion(MotionCommand::CountBox { motion: key("wall"), at, count }));
    }
    ask(&mut meeting, 25, Command::Motion(MotionCommand::Close { motion: key("wall") }));
    let refused = meeting.decide(appoint("wall", Teller::Counter, &["孙七"]));
    assert_eq!(refused, Err(Refusal::Motion(MotionRefusal::Closed)));
    let mut raised = meeting.clone();
    ask(&mut raised, 30, put("lamp", Some(Way::ShowOfHands)));
    assert_eq!(named(&raised, "lamp", Teller::Scrutineer), "", "nobody watched hands");
    ask(&mut meeting, 30, put("lamp", boxes()));
    assert_eq!(named(&meeting, "lamp", Teller::Scrutineer), "周大爷 李四");
    ask(&mut meeting, 31, appoint("lamp", Teller::Scrutineer, &[]));
    assert_eq!(named(&meeting, "lamp", Teller::Scrutineer), "");
}

#[test]
fn papers_under_an_area_rule_are_not_counted_without_their_areas() {
    let weight = |papers, area| Weight { heads: papers, area, ballots: papers };
    let count = |yes, no| BoxCount { given: weight(4, 0), found: 4, yes, no, ..BoxCount::default() };
    let mut whole = agenda();
    whole.rule = Rule::owners(Matter::Ordinary);
    let all: u64 = whole.roll.iter().map(|voter| voter.weight(true).area).sum();
    let cases = [
        (count(weight(3, all / 2), weight(1, 100)), Ok(())),
        (count(weight(4, all), weight(0, 0)), Ok(())),
        (count(weight(3, 0), weight(1, 100)), Err(MotionRefusal::AreaMissing { number: 1 })),
        (count(weight(3, 100), weight(1, 0)), Err(MotionRefusal::AreaMissing { number: 1 })),
        (count(weight(3, all), weight(1, 1)), Err(MotionRefusal::TooMuchArea { counted: all + 1, most: all })),
        (
            BoxCount { given: weight(4, 300), ..count(weight(3, 299), weight(1, 2)) },
            Err(MotionRefusal::TooMuchArea { counted: 301, most: 300 }),
        ),
    ];
    let motion = || MotionKey::new("lamp");
    for (count, expected) in cases {
        let mut meeting =
            Meeting::open(MeetingId(Uuid::from_u128(1)), RecordId(Uuid::from_u128(2)), at(0), opening(whole.clone()));
        ask(&mut meeting, 1, Command::Course(CourseCommand::Start));
        let way = Some(Way::Secret { boxes: Vec::new() });
        ask(&mut meeting, 2, Command::Motion(MotionCommand::Put { motion: motion(), way }));
        let steps = [
            Command::Motion(MotionCommand::CountBox { motion: motion(), at: 0, count }),
            Command::Motion(MotionCommand::Close { motion: motion() }),
        ];
        let end = steps.into_iter().try_for_each(|step| {
            let events = meeting.decide(step)?;
            for event in events {
                meeting.apply(RecordId(Uuid::from_u128(9)), at(3), &event);
            }
            Ok(())
        });
        assert_eq!(end, expected.map_err(Refusal::Motion), "{count:?}");
    }
}

#[test]
fn clocks_keep_breaks_out_and_know_how_far_behind_they_are() {
    let mut meeting = after(vec![Command::Course(CourseCommand::Start)]);
    let clock = |meeting: &Meeting, minute| {
        let now = meeting.moment(at(minute));
        let overall = meeting.course.overall(now).unwrap();
        let spent = meeting.course.current().and_then(|item| meeting.course.spent(&item.item.key, now)).unwrap();
        (spent.spent.num_minutes(), spent.over().map(|d| d.num_minutes()), overall.behind.num_minutes())
    };
    assert_eq!(clock(&meeting, 5), (4, None, 0));
    assert_eq!(clock(&meeting, 8), (7, Some(2), 2), "planned five, taken seven");
    ask(&mut meeting, 8, Command::Course(CourseCommand::Pause));
    assert_eq!(clock(&meeting, 28), (7, Some(2), 2), "a break is nobody's time");
    ask(&mut meeting, 28, Command::Course(CourseCommand::Resume));
    ask(&mut meeting, 28, Command::Course(CourseCommand::Next));
    assert_eq!(clock(&meeting, 30), (2, None, 2));
    ask(&mut meeting, 30, Command::Course(CourseCommand::Go { item: ItemKey::new("open") }));
    assert_eq!(clock(&meeting, 31), (8, Some(3), 0), "back to an item: its time goes on, the other counts as done");
}

#[test]
fn final_minutes_are_read_only_until_a_correction_which_is_a_version_of_its_own() {
    let mut meeting = after(vec![check_in(1), Command::Course(CourseCommand::Start)]);
    let word = |text: &str| Command::Minutes(MinutesCommand::Word { item: None, text: text.into() });
    let correct = |reason: &str| Command::Minutes(MinutesCommand::Correct { reason: reason.into() });
    assert_eq!(meeting.decide(finalise(&meeting)), Err(Refusal::Minutes(MinutesRefusal::NotClosed)));
    ask(&mut meeting, 5, Command::Course(CourseCommand::Close));
    ask(&mut meeting, 6, word("会议顺利"));
    assert_eq!(meeting.decide(correct("漏了")), Err(Refusal::Minutes(MinutesRefusal::NotFinal)));
    let public = Box::new(minutes(&meeting).public());
    assert_eq!(
        meeting.decide(Command::Minutes(MinutesCommand::Finalise { minutes: public })),
        Err(Refusal::Minutes(MinutesRefusal::NotWhole))
    );
    let first = finalise(&meeting);
    ask(&mut meeting, 7, first);
    for refused in
        [word("改一改"), finalise(&meeting), Command::Course(CourseCommand::Reopen { reason: "还有事".into() })]
    {
        assert_eq!(meeting.decide(refused), Err(Refusal::Final));
    }
    assert_eq!(meeting.decide(correct(" ")), Err(Refusal::Minutes(MinutesRefusal::NoReason)));
    ask(&mut meeting, 8, correct("漏记一户"));
    assert!(!meeting.minutes.is_final());
    ask(&mut meeting, 9, word("会议顺利，补一户"));
    let second = finalise(&meeting);
    ask(&mut meeting, 10, second);
    let [first, second] = meeting.minutes.versions() else { panic!("two versions") };
    assert_eq!((first.number, first.replaces, &*first.reason, &*first.minutes.remarks), (1, None, "", "会议顺利"));
    assert_eq!((second.number, second.replaces, &*second.reason), (2, Some(1), "漏记一户"));
    assert_eq!(second.minutes.remarks, "会议顺利，补一户");
    assert_eq!(meeting.minutes.standing(), Some(second));
    let day = |n| chrono::NaiveDate::from_ymd_opt(2024, 11, n).unwrap();
    let post = |on, until| {
        Command::Minutes(MinutesCommand::Post { on: day(on), until: day(until), objections: "找李嬢嬢".into() })
    };
    assert_eq!(meeting.decide(post(20, 13)), Err(Refusal::Minutes(MinutesRefusal::EndsEarly)));
    assert!(meeting.decide(post(13, 13)).is_ok(), "what is final is posted");
}

#[test]
fn everyone_may_read_who_came_and_what_was_decided_but_not_how_each_voted() {
    let mut meeting = after(vec![
        check_in(1),
        Command::Attendance(proxy(2, 1)),
        Command::Attendance(AttendanceCommand::Excuse { voter: voter(4).key, reason: "出差 13800138000".into() }),
        Command::Course(CourseCommand::Start),
        Command::Motion(MotionCommand::Put { motion: MotionKey::new("lamp"), way: None }),
        Command::Motion(MotionCommand::Vote {
            motion: MotionKey::new("lamp"),
            voter: voter(2).key,
            choice: Some(Choice::For),
        }),
        Command::Motion(MotionCommand::Close { motion: MotionKey::new("lamp") }),
        Command::Floor(FloorCommand::Note { item: ItemKey::new("open"), text: "不要外传".into() }),
        Command::Attendance(AttendanceCommand::CheckOut { person: voter(1).key.person() }),
    ]);
    ask(&mut meeting, 20, Command::Course(CourseCommand::Close));
    let whole = minutes(&meeting);
    let public = whole.public();
    assert_eq!((whole.turnout.present.heads, whole.turnout.by_proxy), (2, 1), "who left early was there");
    assert_eq!((whole.turnout.absent_heads, public.turnout.absent.len()), (5, 1));
    assert_eq!(public.turnout.absent[0].reason, "", "why somebody stays away is theirs to tell");
    let lamp = |minutes: &Minutes| {
        let mut all = minutes.items.iter().flat_map(|item| &item.motions);
        all.find(|motion| motion.key == MotionKey::new("lamp")).cloned().unwrap()
    };
    assert_eq!(lamp(&whole).named[0].proxy.as_deref(), Some("业主1"));
    assert_eq!((lamp(&public).named.len(), lamp(&public).outcome), (0, Some(Outcome::Carried)));
    assert!(whole.timing.is_some() && whole.items[0].timing.is_some() && whole.items[0].notes == "不要外传");
    assert!(public.timing.is_none() && public.items.iter().all(|item| item.timing.is_none() && item.notes.is_empty()));
    assert_eq!(whole.sheet[1].proxy_for, ["业主2"]);
    assert_eq!(whole.sheet[2].by.as_deref(), Some("业主1"));
}
