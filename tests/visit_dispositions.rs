//! What came of a visit, said inside the survey: read from the answers, noted at the door, read again when they change.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod support;
#[path = "support/visits.rs"]
mod visits;

use std::collections::BTreeMap;

use babahui::{
    app::{Ctx, Place, note_visits},
    domain::{
        Answer, HouseholdId, Refusal, ResponseId, RoundId, SeededIds, Value,
        place::{self, Household, MustVisit, Roll},
        survey::{AnswerTree, Attachments, DraftHead, Entry, Form, Response, SurveyRef, load},
        visit::{Advice, Cell, Command, Coverage, DayPart, Disposition, Event, Rounds, Stage, disposition_of, due},
    },
    import::SurveyLibrary,
    store::Stamp,
    ui::Driver,
};
use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime};

const SURVEY: &str = r#"Survey(
    id: "call", version: "1", default_language: "zh-CN", title: {"zh-CN": "上门问问", "en": "At the door"},
    choices: {
        "door": [
            (name: "met", label: {"zh-CN": "见到人了", "en": "Met"}),
            (name: "away", label: {"zh-CN": "没人在家", "en": "Nobody"}),
            (name: "later", label: {"zh-CN": "改天再来", "en": "Later"}),
            (name: "moved", label: {"zh-CN": "搬走了", "en": "Moved"}),
            (name: "dog", label: {"zh-CN": "有狗", "en": "A dog"}),
        ],
        "yn": [(name: "yes", label: {"zh-CN": "愿意", "en": "yes"}), (name: "no", label: {"zh-CN": "不愿意", "en": "no"})],
    },
    body: [
        SelectOne(
            name: "door", choices: "door", label: {"zh-CN": "见到人没有？", "en": "Was somebody met?"}, required: true,
            disposition: {
                "met": Done, "away": NobodyHome, "later": ComeBack(day: "day", time: "hour"), "moved": Moved, "dog": Unsafe,
            },
        ),
        SelectOne(
            name: "consent", choices: "yn", label: {"zh-CN": "愿意回答吗？", "en": "May I ask?"},
            relevant: "${door} = 'met'", refusals: [Refused, DontKnow], disposition: (yes: Done, no: Refused),
        ),
        Text(name: "wish", label: {"zh-CN": "想要什么？", "en": "What is wanted?"}, relevant: "${consent} = 'yes'"),
        Date(name: "day", label: {"zh-CN": "哪天？", "en": "Which day?"}, relevant: "${door} = 'later'"),
        Time(name: "hour", label: {"zh-CN": "几点？", "en": "What time?"}, relevant: "${door} = 'later'"),
    ],
)"#;

fn form() -> Form {
    let loaded = load(SURVEY, &Attachments::default());
    assert!(loaded.problems.is_empty(), "{:?}", loaded.problems);
    loaded.form.unwrap()
}

fn at(text: &str) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(&format!("{text}:00+08:00")).unwrap()
}

fn id() -> ResponseId {
    ResponseId(uuid::Uuid::from_u128(7))
}

fn response(survey: &str, answers: &[(&str, Answer)]) -> Response {
    let head = DraftHead {
        id: id(),
        survey: SurveyRef::of("call", "1", survey, &[]),
        session: None,
        door: babahui::domain::survey::Door::read("1-1-101"),
        surveyor: "张三".into(),
        created: at("2024-11-12T14:00"),
        seed: 0,
        correction: None,
    };
    let entries = answers.iter().map(|(name, answer)| ((*name).to_owned(), Entry::Answer(answer.clone())));
    let answers = AnswerTree(entries.collect::<BTreeMap<_, _>>());
    Response { head, finished: at("2024-11-12T14:05"), name: String::new(), answers, audit: Vec::new() }
}

fn choice(name: &str) -> Answer {
    Answer::Value(Value::Choice(name.to_owned()))
}

#[test]
fn answers_say_what_came_of_the_visit() {
    let done = Disposition::Done { response: Some(id()) };
    let day = || Answer::Value(Value::Date(NaiveDate::from_ymd_opt(2024, 11, 16).unwrap()));
    let hour = || Answer::Value(Value::Time(NaiveTime::from_hms_opt(19, 30, 0).unwrap()));
    let met = || ("door", choice("met"));
    let later = || ("door", choice("later"));
    let refused = Answer::Refusal(Refusal::Refused);
    let table: Vec<(Vec<(&str, Answer)>, Disposition)> = vec![
        (vec![], done),
        (vec![met()], done),
        (vec![("door", choice("away"))], Disposition::NobodyHome),
        (vec![("door", choice("moved"))], Disposition::Moved),
        (vec![("door", choice("dog"))], Disposition::Unsafe),
        // A choice an older text of the survey had.
        (vec![("door", choice("gone"))], done),
        (vec![met(), ("consent", choice("yes")), ("wish", Answer::Value(Value::Text("长凳".into())))], done),
        (vec![met(), ("consent", choice("no"))], Disposition::Refused),
        (vec![met(), ("consent", refused.clone())], Disposition::Refused),
        (vec![met(), ("consent", Answer::Refusal(Refusal::DontKnow))], done),
        // A refusal of some other question refuses that question.
        (vec![met(), ("consent", choice("yes")), ("wish", refused)], done),
        (vec![later(), ("day", day()), ("hour", hour())], Disposition::ComeBack { at: at("2024-11-16T19:30") }),
        // Without a time any time of the day is meant, without a day the next one.
        (vec![later(), ("day", day())], Disposition::ComeBack { at: at("2024-11-16T00:00") }),
        (vec![later(), ("hour", hour())], Disposition::ComeBack { at: at("2024-11-13T19:30") }),
        (vec![later()], Disposition::ComeBack { at: at("2024-11-13T00:00") }),
    ];
    let form = form();
    for (answers, expected) in table {
        assert_eq!(disposition_of(&form, &response(SURVEY, &answers)), expected, "{answers:?}");
    }
}

#[test]
fn the_household_visit_that_is_shipped_says_it() {
    let library = SurveyLibrary::shipped();
    let file = library.find("household-visit").unwrap();
    let form = file.form().unwrap();
    let day = Answer::Value(Value::Date(NaiveDate::from_ymd_opt(2024, 11, 16).unwrap()));
    for (picked, expected) in [
        ("met", Disposition::Done { response: Some(id()) }),
        ("away", Disposition::NobodyHome),
        ("later", Disposition::ComeBack { at: at("2024-11-16T00:00") }),
        ("refused", Disposition::Refused),
        ("moved", Disposition::Moved),
    ] {
        let answers = [("door", choice(picked)), ("next_visit", day.clone())];
        assert_eq!(disposition_of(form, &response(&file.source.text, &answers)), expected, "{picked}");
    }
}

#[test]
fn under_a_text_that_says_nothing_of_it_every_response_is_a_visit_done() {
    let library = SurveyLibrary::shipped();
    let now = library.find("household-visit").unwrap().source.text.clone().into_owned();
    let start = now.find("disposition: {").unwrap();
    let end = start + now[start..].find("},").unwrap() + 2;
    let before = format!("{}{}", &now[..start], &now[end..]);
    let form = load(&before, &Attachments::default()).form.unwrap();
    let done = Disposition::Done { response: Some(id()) };
    assert_eq!(disposition_of(&form, &response(&before, &[("door", choice("away"))])), done);
}

#[test]
fn the_page_about_it_has_every_word() {
    let page = include_str!("../docs/visits-in-surveys.md");
    for word in babahui::domain::survey::OUTCOMES {
        assert!(page.contains(&format!("\n| `{word}")), "{word}");
    }
    assert!(include_str!("../README.md").contains("(docs/visits-in-surveys.md)"));
}

/// Three doors of one entrance, the first to be visited, and a round over them.
fn fill(ctx: &mut Ctx) -> (RoundId, Vec<HouseholdId>) {
    let folder = ctx.dir.join("surveys");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("call.ron"), SURVEY).unwrap();
    ctx.reload_library();
    let (mut ids, mut events) = (Vec::new(), Vec::new());
    for (door, kinds) in [("1-1-101", &[MustVisit::Hardship][..]), ("1-1-102", &[]), ("1-1-103", &[])] {
        let id = HouseholdId(ctx.new_id());
        let household: Household = visits::household("第一微网格", door, kinds);
        events.push(place::Event::Household { id, household: Box::new(household) });
        ids.push(id);
    }
    ctx.ask_register::<Roll>(place::Command::All(events)).unwrap();
    let round = RoundId(ctx.new_id());
    let plan = babahui::domain::visit::Plan { survey: "call".into(), ..visits::plan(&ids) };
    ctx.ask_register::<Rounds>(Command::Event(Event::Planned { round, plan })).unwrap();
    (round, ids)
}

fn stage(driver: &Driver, round: RoundId, door: HouseholdId) -> Stage {
    driver.ctx().register::<Rounds>().unwrap().at_door(round, door).stage
}

fn counted(driver: &Driver, round: RoundId) -> [usize; 7] {
    let ctx = driver.ctx();
    let (rounds, roll) = (ctx.register::<Rounds>().unwrap(), ctx.register::<Roll>().unwrap());
    let coverage = Coverage::of(rounds, round, roll, ctx.now());
    Cell::ALL.map(|cell| coverage.all.of(cell))
}

fn finish(driver: &mut Driver) {
    for _ in 0..2 {
        if matches!(driver.place(), Place::Entry { .. } | Place::Review { .. }) {
            driver.keys("F9");
        }
    }
}

fn door_at(driver: &Driver) -> Option<HouseholdId> {
    match driver.place() {
        Place::Route { door, .. } => door,
        _ => None,
    }
}

#[test]
fn from_the_route_through_the_survey_back_to_the_next_door() {
    let dir = tempfile::tempdir().unwrap();
    let mut ctx = support::ctx(dir.path(), "zh-CN");
    let (round, doors) = fill(&mut ctx);
    let mut driver = Driver::new(ctx, &Place::Route { round, who: None, door: None }, (80, 24));
    // Nobody at home, said in the survey.
    driver.keys("1 2");
    finish(&mut driver);
    assert!(driver.text().contains("冬季入户 里记了：没人"), "{}", driver.text());
    assert_eq!((stage(&driver, round, doors[0]), door_at(&driver)), (Stage::NobodyHome, Some(doors[1])));
    // The evening is tried next, and the must-visit door is still due.
    let rounds = driver.ctx().register::<Rounds>().unwrap();
    let advice = Advice::of(Stage::NobodyHome, rounds.attempts_in(round, doors[0]));
    assert_eq!(advice, Advice::Try { part: DayPart::Evening, weekend: false });
    let roll = driver.ctx().register::<Roll>().unwrap();
    let today = driver.ctx().now().date_naive();
    assert_eq!(due(roll, rounds, &[].into(), today, 30).len(), 1);
    // Not now, on Saturday at half past seven in the evening.
    driver.keys("1 3 text:2024-11-16 Enter text:19:30 Enter");
    finish(&mut driver);
    assert_eq!(stage(&driver, round, doors[1]), Stage::ComeBack { at: at("2024-11-16T19:30") }, "{}", driver.text());
    assert_eq!(door_at(&driver), Some(doors[2]));
    // Met, but not willing.
    driver.keys("1 1 2");
    finish(&mut driver);
    assert_eq!(stage(&driver, round, doors[2]), Stage::Refused, "{}", driver.text());
    assert_eq!(counted(&driver, round), [0, 1, 0, 0, 1, 1, 0]);
    // The next visit to the first door is another response; then it is done.
    driver.keys("Home 1");
    assert!(matches!(driver.place(), Place::Entry { .. }), "{}", driver.text());
    assert!(!driver.text().contains("(●) 没人在家"), "{}", driver.text());
    driver.keys("1 1 text:长凳 Enter");
    finish(&mut driver);
    assert!(matches!(stage(&driver, round, doors[0]), Stage::Done { response: Some(_) }), "{}", driver.text());
    assert_eq!(counted(&driver, round), [1, 1, 0, 0, 1, 0, 0]);
    let rounds = driver.ctx().register::<Rounds>().unwrap();
    assert_eq!(rounds.attempts_in(round, doors[0]).count(), 2);
    // Another start reads the same.
    let before = counted(&driver, round);
    drop(driver);
    let again = Driver::new(support::ctx(dir.path(), "zh-CN"), &Place::Coverage { round }, (80, 24));
    assert_eq!(counted(&again, round), before);
}

#[test]
fn deleting_and_correcting_a_response_reads_it_again() {
    let dir = tempfile::tempdir().unwrap();
    let mut ctx = support::ctx(dir.path(), "en");
    let (round, doors) = fill(&mut ctx);
    let mut driver = Driver::new(ctx, &Place::Route { round, who: None, door: None }, (120, 40));
    driver.keys("1 4");
    finish(&mut driver);
    assert_eq!(stage(&driver, round, doors[0]), Stage::Moved, "{}", driver.text());
    let (_, attempt) = driver.ctx().register::<Rounds>().unwrap().last_attempt(round, doors[0]).unwrap();
    let response = attempt.response().unwrap();
    driver.keys("Esc F5 Enter");
    assert_eq!(driver.place(), Place::Response { response });
    let now = |driver: &mut Driver| stage(driver, round, doors[0]);
    driver.keys("Delete text:wrong Enter");
    assert_eq!(now(&mut driver), Stage::NotVisited, "{}", driver.text());
    driver.keys("C-u");
    assert_eq!(now(&mut driver), Stage::Moved, "{}", driver.text());
    // Sent back it still says what it says; corrected it says otherwise.
    driver.keys("F7 text:look Enter");
    assert_eq!(now(&mut driver), Stage::Moved, "{}", driver.text());
    driver.keys("F6 text:met Enter 1 1 text:bench Enter");
    finish(&mut driver);
    assert_eq!(now(&mut driver), Stage::Done { response: Some(response) }, "{}", driver.text());
    assert_eq!(driver.ctx().store.verify().unwrap(), []);
}

#[test]
fn a_response_taken_in_from_elsewhere_says_it_too() {
    let dir = tempfile::tempdir().unwrap();
    let mut ctx = support::ctx(dir.path(), "zh-CN");
    let (round, doors) = fill(&mut ctx);
    let (survey, _) = ctx.survey_to_fill("call").unwrap();
    let mut away = response(SURVEY, &[("door", choice("away"))]);
    away.head.survey = survey;
    let mut ids = SeededIds::new(3);
    let mut note = |ctx: &mut Ctx, response: &Response| {
        let stamp = Stamp { ids: &mut ids, now: at("2024-11-12T15:00"), author: "张三" };
        note_visits(&mut ctx.store, std::slice::from_ref(response), stamp).unwrap()
    };
    assert_eq!(note(&mut ctx, &away), 1);
    let stage = |ctx: &mut Ctx| ctx.hold_register::<Rounds>().unwrap().at_door(round, doors[0]).stage;
    assert_eq!(stage(&mut ctx), Stage::NobodyHome);
    // Once only; and corrected it is read again.
    assert_eq!(note(&mut ctx, &away), 0);
    let mut moved = response(SURVEY, &[("door", choice("moved"))]);
    moved.head = DraftHead { correction: Some("写错了".into()), ..away.head };
    assert_eq!(note(&mut ctx, &moved), 1);
    assert_eq!(stage(&mut ctx), Stage::Moved);
}
