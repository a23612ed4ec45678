//! A household that is to be forgotten is gone from everything that is stored, and what was counted with it still counts.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

#[path = "support/rich.rs"]
mod rich;

use std::{fs, path::Path};

use babahui::{
    app::Forgetting,
    domain::{
        Answer, AttemptId, HouseholdId, ResponseId, SeededIds, Value,
        meeting::{
            Command, Meeting,
            ledger::Ledger,
            minutes::{Minutes, MinutesCommand},
        },
        place::{self, Address, Household, Member, MustVisit, Owner, Resident, Roll},
        record::{Body, Record, Register},
        survey::{AnswerTree, AuditLine, Door, DraftHead, Edit, Entry, Response, SurveyRef},
        visit::{self, Attempt, Disposition},
    },
    store::{About, OpenOptions, Stamp, Store},
};
use uuid::Uuid;

const OWN: HouseholdId = HouseholdId(Uuid::from_u128(501));
const NEXT: HouseholdId = HouseholdId(Uuid::from_u128(502));

/// A data directory with the rich meeting and two of its households on the roll.
struct World {
    dir: tempfile::TempDir,
    store: Store,
    ids: SeededIds,
}

fn household(door: &str, owner: &str, resident: &str, phone: &str) -> Household {
    let address = Address { community: "游家渡社区".into(), door: Door::read(door), ..Address::default() };
    Household {
        address,
        owners: vec![Owner { name: owner.into(), id: String::new() }],
        residents: vec![Resident { name: resident.into(), relation: String::new() }],
        phone: phone.into(),
        must_visit: [MustVisit::Hardship].into(),
        notes: format!("{resident}有高血压"),
        ..Household::default()
    }
}

fn text(words: &str) -> Answer {
    Answer::Value(Value::Text(words.into()))
}

impl World {
    fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let mut ids = SeededIds::new(1);
        let options = OpenOptions { community: String::new(), ids: &mut ids, now: rich::at(-40_000), page_limit: None };
        let mut store = Store::open(dir.path(), options).unwrap().into_store();
        rich::keep(&mut store);
        let mut world = Self { dir, store, ids };
        let minutes = world.minutes();
        let events = world.meeting().decide(Command::Minutes(MinutesCommand::Finalise { minutes: Box::new(minutes) }));
        for event in events.unwrap() {
            world.append(Body::Meeting { meeting: rich::MEETING, event });
        }
        for (id, household) in [
            (OWN, household("1-1-101", "周家", "周小明", "13800138777")),
            (NEXT, household("1-1-102", "李家", "李小红", "13800138888")),
        ] {
            world.append(Body::Place(place::Event::Household { id, household: Box::new(household) }));
        }
        world
    }

    fn append(&mut self, body: Body) -> Record {
        let stamp = Stamp { ids: &mut self.ids, now: rich::at(100), author: "张三" };
        self.store.append(body, stamp).unwrap()
    }

    fn head(number: u128, door: &str) -> DraftHead {
        DraftHead {
            id: ResponseId(Uuid::from_u128(number)),
            survey: SurveyRef::of("visit", "1", "", &[]),
            session: None,
            door: Door::read(door),
            surveyor: "张三".into(),
            created: rich::at(90),
            seed: 1,
            correction: None,
        }
    }

    fn respond(&mut self, number: u128, door: &str, words: &str) -> ResponseId {
        let head = Self::head(number, door);
        let answers = AnswerTree([("words".to_owned(), Entry::Answer(text(words)))].into());
        let (id, name) = (head.id, words.to_owned());
        let response = Response { head, finished: rich::at(95), name, answers, audit: Vec::new() };
        let stamp = Stamp { ids: &mut self.ids, now: rich::at(100), author: "张三" };
        self.store.finalise(&response, stamp).unwrap();
        id
    }

    fn visit(&mut self, household: HouseholdId, response: Option<ResponseId>) {
        let attempt = Attempt {
            round: None,
            household,
            disposition: response.map_or(Disposition::Refused, |id| Disposition::Done { response: Some(id) }),
            visitor: "张三".into(),
            at: rich::at(90),
            note: "周小明说晚上再来".into(),
            said_in: None,
        };
        let id = AttemptId(Uuid::from_u128(700 + u128::from(response.is_some())));
        self.append(Body::Visit(visit::Event::Attempted { id, attempt }));
    }

    fn roll(&self) -> Roll {
        Roll::fold(self.store.records_about(About::Register(Roll::KIND)).unwrap().0)
    }

    fn meeting(&self) -> Meeting {
        Meeting::fold(&self.store.records_about(About::Meeting(rich::MEETING)).unwrap().0).unwrap()
    }

    fn ledger(&self) -> Ledger {
        Ledger::fold(&self.store.records_about(About::Register(Ledger::KIND)).unwrap().0)
    }

    fn minutes(&self) -> Minutes {
        Minutes::of(&self.meeting(), &self.ledger(), Some(&rich::session()))
    }

    fn plan(&self, household: HouseholdId) -> Forgetting {
        Forgetting::plan(&self.store, &self.roll(), household).unwrap()
    }

    fn forget(&mut self, household: HouseholdId, by_door: bool) {
        let plan = self.plan(household);
        let dir = self.dir.path().to_path_buf();
        let stamp = Stamp { ids: &mut self.ids, now: rich::at(200), author: "张三" };
        plan.carry_out(&mut self.store, &dir, by_door, "应本人要求", stamp).unwrap();
    }

    /// Whether the bytes of a text stand in any file of the data directory.
    fn holds(&self, words: &str) -> bool {
        files(self.dir.path()).iter().any(|bytes| bytes.windows(words.len()).any(|at| at == words.as_bytes()))
    }
}

fn files(dir: &Path) -> Vec<Vec<u8>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(dir).unwrap().map(Result::unwrap) {
        let path = entry.path();
        if path.is_dir() { found.extend(files(&path)) } else { found.push(fs::read(path).unwrap()) }
    }
    found
}

/// What was counted at a meeting, without anybody's name.
fn counted(minutes: &Minutes) -> impl PartialEq + std::fmt::Debug + use<> {
    let motions = minutes.items.iter().flat_map(|item| &item.motions);
    let motions: Vec<_> = motions.map(|motion| (motion.counts, motion.outcome, motion.judgement.clone())).collect();
    let turnout = &minutes.turnout;
    let areas: Vec<u64> = minutes.sheet.iter().map(|line| line.area).collect();
    (motions, turnout.entitled, turnout.present, turnout.by_proxy, turnout.absent_heads, areas)
}

#[test]
fn nothing_of_the_household_is_left_and_what_was_counted_still_counts() {
    let mut w = World::new();
    let linked = w.respond(1, "", "周小明怕吵");
    w.visit(OWN, Some(linked));
    w.visit(OWN, None);
    w.respond(2, "1-1-101", "门口的灯坏了");
    w.respond(3, "1-1-102", "楼道太黑");
    let draft = World::head(4, "1-1-101");
    w.store.begin_draft(&draft).unwrap();
    let path = "/data/words".parse().unwrap();
    let edit = Edit::Set { path, answer: Some(text("半句话")) };
    let line = AuditLine { started: rich::at(90), ended: rich::at(91), edit, old: None };
    w.store.append_edits(draft.id, &[line], None).unwrap();
    fs::create_dir_all(w.dir.path().join("files").join(linked.to_string())).unwrap();
    fs::write(w.dir.path().join("files").join(linked.to_string()).join("door.txt"), "周小明的门").unwrap();

    let (before, money) =
        (counted(&w.minutes()), w.ledger().pledges(&babahui::domain::meeting::ledger::Scope::All).len());
    let plan = w.plan(OWN);
    let counts = plan.counts;
    assert_eq!((counts.roll, counts.visits, counts.linked, counts.meetings), (1, 2, 1, 1));
    assert!(counts.ledger >= 1, "the pledge of 周家");
    assert_eq!((counts.shared, counts.mentioned, counts.members), (0, 0, 0));
    let by_door: Vec<(u128, bool)> =
        plan.by_door.iter().map(|found| (found.response.0.as_u128(), found.draft)).collect();
    assert_eq!(by_door, [(2, false), (4, true)]);
    let gone = [
        "周家",
        "周小明",
        "13800138777",
        "高血压",
        "怕吵",
        "门口的灯坏了",
        "半句话",
        "\"household\":\"101\"",
        "1-1-101",
    ];
    // What is said of the other household is there before and after.
    let stays = ["李家", "李小红", "13800138888", "楼道太黑", "\"household\":\"102\""];
    for words in gone.iter().chain(&stays) {
        assert!(w.holds(words) || *words == "1-1-101", "{words} is there before, and a plan changes nothing");
    }

    w.forget(OWN, true);
    for words in &gone {
        let next = *words == "高血压";
        assert_eq!(w.holds(words), next, "{words}");
    }
    for words in &stays {
        assert!(w.holds(words), "{words}");
    }
    assert_eq!(w.store.verify().unwrap(), []);
    let money_now = w.ledger().pledges(&babahui::domain::meeting::ledger::Scope::All).len();
    assert_eq!((counted(&w.minutes()), money_now), (before, money));
    let final_minutes = w.meeting().minutes.standing().unwrap().minutes.clone();
    assert_eq!(counted(&final_minutes), counted(&w.minutes()));
    w.store.rebuild().unwrap();
    assert_eq!(w.store.verify().unwrap(), []);
    assert!(w.roll().household(OWN).is_none() && w.roll().household(NEXT).is_some());
}

#[test]
fn one_after_another_is_forgotten_and_what_stood_in_their_place_goes_too() {
    let mut w = World::new();
    let before = counted(&w.minutes());
    w.forget(OWN, false);
    w.forget(NEXT, false);
    for words in ["周家", "李家", "李小红", "13800138888", "\"household\":\"101\"", "\"household\":\"102\""] {
        assert!(!w.holds(words), "{words}");
    }
    assert!(w.holds("陈家"));
    assert_eq!((w.store.verify().unwrap(), counted(&w.minutes())), (vec![], before));
    // The meeting goes on as it was: the keys of the two are still two heads.
    let keys: Vec<String> = w.meeting().attendance.roll().iter().map(|voter| voter.key.0.clone()).collect();
    assert_eq!(keys.len(), 8);
    assert!(keys[0].starts_with("forgotten-") && keys[1].starts_with("forgotten-") && keys[0] != keys[1], "{keys:?}");
}

#[test]
fn what_may_be_somebody_else_is_left_and_said() {
    let mut w = World::new();
    // Another household of the same name, a building head of it, and a neighbour who speaks of them.
    let namesake = household("9-9-909", "周家", "周老师", "");
    w.append(Body::Place(place::Event::Household {
        id: HouseholdId(Uuid::from_u128(9)),
        household: Box::new(namesake),
    }));
    let member = Member { name: "周小明".into(), ..Member::default() };
    let id = babahui::domain::MemberId(Uuid::from_u128(10));
    w.append(Body::Place(place::Event::Member { id, member }));
    w.respond(3, "1-1-102", "楼上周小明跳绳");
    w.respond(5, "1-1-101", "只写了门牌");
    let counts = w.plan(OWN).counts;
    assert_eq!((counts.mentioned, counts.members), (1, 1));
    assert!(counts.shared > 0, "the giver 周家 may be the other one");
    w.forget(OWN, false);
    assert!(w.holds("周家") && w.holds("楼上周小明跳绳") && w.holds("只写了门牌"));
    assert!(!w.holds("13800138777"));
    // On the roll of the meeting the door says who is meant.
    let first = w.meeting().attendance.roll()[0].clone();
    assert_eq!(
        (first.name.as_str(), first.units[0].household.as_str(), first.units[0].building.as_str()),
        ("***", "", "1")
    );
    assert_eq!(w.store.verify().unwrap(), []);
}
