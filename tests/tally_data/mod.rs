//! Responses to a small survey, made of numbers, for the tests of tallies.

#![allow(dead_code, reason = "each test file uses a part")]

use std::collections::BTreeMap;

use babahui::domain::{
    Answer, Lang, Privacy, Refusal, ResponseId, SessionId, Text, Value,
    session::{Session, SessionKind},
    survey::{AnswerTree, Door, DraftHead, Entry, Kind, Response, ResponseState, SurveyRef},
    tally::{Asked, Codebook, Columns, Item},
};
use chrono::{DateTime, Days, FixedOffset, NaiveDate, NaiveTime};
use proptest::prelude::*;
use uuid::Uuid;

pub const CONCERNS: [&str; 4] = ["facade", "parking", "entry", "other"];

pub fn en(text: &str) -> Text {
    Text::one(Lang::new("en"), text)
}

pub fn item(name: &str, kind: Kind, choices: &[&str]) -> Item {
    let choices = choices.iter().map(|c| ((*c).to_owned(), en(&c.to_uppercase()))).collect();
    Item {
        name: name.to_owned(),
        kind,
        label: en(name),
        choices,
        outcomes: Vec::new(),
        privacy: Privacy::Open,
        asked: Asked::default(),
        body: Vec::new(),
    }
}

pub fn codebook(hash: &str, items: Vec<Item>) -> Codebook {
    let (version, hash) = (hash.to_owned(), hash.to_owned());
    Codebook { survey: "intake".into(), version, hash, title: en("Intake"), name_privacy: Privacy::Open, items }
}

/// One question of every class, and a repeat.
pub fn intake() -> Codebook {
    let mut member = item("member", Kind::Repeat, &[]);
    member.body = vec![item("age", Kind::Integer, &[]), item("tie", Kind::SelectOne, &["self", "child"])];
    codebook(
        "v1",
        vec![
            item("first", Kind::SelectOne, &CONCERNS),
            item("concerns", Kind::SelectMultiple, &CONCERNS),
            item("order", Kind::Rank, &CONCERNS),
            item("people", Kind::Integer, &[]),
            item("area", Kind::Decimal, &[]),
            item("since", Kind::Date, &[]),
            item("home", Kind::Time, &[]),
            item("note", Kind::Text, &[]),
            item("spot", Kind::Geopoint, &[]),
            member,
        ],
    )
}

pub fn at(day: u64) -> DateTime<FixedOffset> {
    let start = DateTime::parse_from_rfc3339("2024-10-08T14:30:00+08:00").unwrap();
    start.checked_add_days(Days::new(day)).unwrap()
}

pub fn response(number: u128, answers: AnswerTree) -> Response {
    let head = DraftHead {
        id: ResponseId(Uuid::from_u128(number + 1)),
        survey: SurveyRef { id: "intake".into(), version: "v1".into(), hash: "v1".into() },
        session: None,
        door: Door::default(),
        surveyor: String::new(),
        created: at(0),
        seed: 0,
        correction: None,
    };
    Response { head, finished: at(0), name: String::new(), answers, audit: Vec::new() }
}

pub fn session(number: u128, kind: SessionKind) -> Session {
    Session {
        id: SessionId(Uuid::from_u128(number)),
        kind,
        title: format!("s{number}"),
        community: String::new(),
        grid: String::new(),
        micro_grid: String::new(),
        building: String::new(),
        starts: at(u64::try_from(number).unwrap()),
        facilitator: String::new(),
        recorder: String::new(),
        present: 0,
    }
}

pub fn tree(entries: impl IntoIterator<Item = (&'static str, Entry)>) -> AnswerTree {
    AnswerTree(entries.into_iter().map(|(name, entry)| (name.to_owned(), entry)).collect())
}

pub fn value(value: Value) -> Entry {
    Entry::Answer(Answer::Value(value))
}

pub fn choice(name: &str) -> Entry {
    value(Value::Choice(name.to_owned()))
}

pub fn refusal(refusal: Refusal) -> Entry {
    Entry::Answer(Answer::Refusal(refusal))
}

pub fn push(columns: &mut Columns, response: &Response, state: ResponseState) {
    columns.push(&response.head, state, &response.answers);
}

pub fn columns(responses: &[Response]) -> Columns {
    let mut columns = Columns::default();
    columns.add_version(&intake());
    for (number, kind) in SessionKind::ALL.into_iter().enumerate() {
        columns.set_session(&session(number as u128, kind));
    }
    for response in responses {
        push(&mut columns, response, ResponseState::Final);
    }
    columns
}

/// An entry of a question: absent, blank, refused or a value.
fn entry(value: impl Strategy<Value = Value> + 'static) -> BoxedStrategy<Option<Entry>> {
    prop_oneof![
        1 => Just(None),
        1 => Just(Some(Entry::Blank)),
        1 => prop_oneof![Just(Refusal::Refused), Just(Refusal::DontKnow), Just(Refusal::NotApplicable)]
            .prop_map(|r| Some(Entry::Answer(Answer::Refusal(r)))),
        5 => value.prop_map(|v| Some(Entry::Answer(Answer::Value(v)))),
    ]
    .boxed()
}

pub fn words() -> BoxedStrategy<String> {
    prop_oneof![
        "[a-c 院落=+@,\"']{0,6}",
        Just("=1+1".to_owned()),
        Just("two\nlines".to_owned()),
        Just("\t'cell".to_owned()),
        Just("-12.5".to_owned()),
        Just("[refused]".to_owned()),
    ]
    .boxed()
}

fn tree_of(entries: Vec<(&'static str, Option<Entry>)>) -> AnswerTree {
    let given = entries.into_iter().filter_map(|(name, entry)| Some((name.to_owned(), entry?)));
    AnswerTree(given.collect::<BTreeMap<_, _>>())
}

fn member() -> impl Strategy<Value = AnswerTree> {
    (entry((0_i64..90).prop_map(Value::Integer)), entry(one_of(&["self", "child"])))
        .prop_map(|(age, tie)| tree_of(vec![("age", age), ("tie", tie)]))
}

fn one_of(names: &'static [&'static str]) -> impl Strategy<Value = Value> + 'static {
    proptest::sample::select(names).prop_map(|n: &str| Value::Choice(n.to_owned()))
}

fn some_of() -> impl Strategy<Value = Value> + 'static {
    proptest::sample::subsequence(&CONCERNS[..], 1..=4)
        .prop_map(|names| Value::Choices(names.into_iter().map(str::to_owned).collect()))
}

pub fn answers() -> impl Strategy<Value = AnswerTree> {
    let date = (0_u64..400).prop_map(|d| Value::Date(NaiveDate::from_ymd_opt(2024, 1, 1).unwrap() + Days::new(d)));
    let time = (0_u32..86_400).prop_map(|s| Value::Time(NaiveTime::from_num_seconds_from_midnight_opt(s, 0).unwrap()));
    let text = words().prop_filter("a blank is not a value", |t| !t.is_empty()).prop_map(Value::Text);
    (
        entry(one_of(&CONCERNS)),
        entry(some_of()),
        entry(some_of()),
        entry((-3_i64..20).prop_map(Value::Integer)),
        entry((-100.0..100.0).prop_map(Value::Decimal)),
        entry(date),
        entry(time),
        entry(text),
        proptest::collection::vec(member(), 0..3),
    )
        .prop_map(|(first, concerns, order, people, area, since, home, note, member)| {
            let mut tree = tree_of(vec![
                ("first", first),
                ("concerns", concerns),
                ("order", order),
                ("people", people),
                ("area", area),
                ("since", since),
                ("home", home),
                ("note", note),
            ]);
            if !member.is_empty() {
                tree.0.insert("member".to_owned(), Entry::Repeat(member));
            }
            tree
        })
}

pub fn responses() -> impl Strategy<Value = Vec<Response>> {
    let one =
        (answers(), proptest::option::of(0_u128..6), 0_u64..40, 0_u8..4, prop_oneof![Just(""), Just("王"), Just("李")]);
    proptest::collection::vec(one, 0..90).prop_map(|all| {
        let made = |(number, (answers, session, day, building, surveyor)): (
            usize,
            (AnswerTree, Option<u128>, u64, u8, &str),
        )| {
            let mut response = response(number as u128, answers);
            response.head.session = session.map(|n| SessionId(Uuid::from_u128(n)));
            response.head.created = at(day);
            surveyor.clone_into(&mut response.head.surveyor);
            if building > 0 {
                response.head.door.building = building.to_string();
            }
            response
        };
        all.into_iter().enumerate().map(made).collect()
    })
}
