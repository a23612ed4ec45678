//! A data directory with a small survey, two sessions and some responses, for the tests of the command line.

#![allow(dead_code, reason = "each test file uses a part")]

use std::path::Path;

use assert_cmd::Command;
use babahui::{
    domain::{
        Answer, Refusal, ResponseId, SeededIds, SessionId, Value,
        session::{Session, SessionKind},
        survey::{AnswerTree, Door, DraftHead, Entry, Response, SurveyRef},
    },
    store::{OpenOptions, Stamp, Store},
};
use chrono::{DateTime, Days, FixedOffset};
use uuid::Uuid;

pub const SURVEY: &str = r#"Survey(
    id: "intake", version: "2024111201", default_language: "zh-CN",
    title: {"zh-CN": "院落改造意见征集", "en": "Courtyard renewal intake"},
    choices: {
        "concern": [
            (name: "facade", label: {"zh-CN": "外墙脱落", "en": "Facade peeling"}),
            (name: "parking", label: {"zh-CN": "非机动车停车、充电", "en": "E-bike parking"}),
            (name: "other", label: {"zh-CN": "其他", "en": "Other"}),
        ],
    },
    body: [
        SelectMultiple(name: "concerns", choices: "concern", label: {"zh-CN": "最关心的问题", "en": "Concerns"}),
        SelectOne(name: "first", choices: "concern", label: {"zh-CN": "先办哪件", "en": "What first"}, refusals: ["refused"]),
        Integer(name: "people", label: {"zh-CN": "几口人", "en": "People"}),
        Text(name: "note", label: {"zh-CN": "还有什么想说的", "en": "Anything else"}),
        Repeat(name: "member", label: {"zh-CN": "家庭成员", "en": "Members"}, body: [
            Integer(name: "age", label: {"zh-CN": "年龄", "en": "Age"}),
        ]),
    ],
)"#;

pub fn at(day: u64) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2024-11-10T14:30:00+08:00").unwrap() + Days::new(day)
}

fn survey() -> SurveyRef {
    SurveyRef::of("intake", "2024111201", SURVEY, &[])
}

fn answers(n: u64) -> AnswerTree {
    let given = |value| Entry::Answer(Answer::Value(value));
    let choice = |name: &str| name.to_owned();
    let mut tree = AnswerTree::default();
    let mut put = |name: &str, entry| tree.0.insert(name.to_owned(), entry);
    let concerns = match n % 3 {
        0 => vec![choice("facade"), choice("parking")],
        1 => vec![choice("facade")],
        _ => vec![choice("parking"), choice("other")],
    };
    put("concerns", given(Value::Choices(concerns)));
    match n {
        0 => put("first", Entry::Answer(Answer::Refusal(Refusal::Refused))),
        1 => put("first", Entry::Blank),
        n => put("first", given(Value::Choice(choice(if n.is_multiple_of(2) { "facade" } else { "parking" })))),
    };
    put("people", given(Value::Integer(i64::try_from(n % 4 + 1).unwrap())));
    if n.is_multiple_of(2) {
        put("note", given(Value::Text(format!("=充电桩{n}"))));
    }
    let member = |age| AnswerTree([("age".to_owned(), given(Value::Integer(age)))].into());
    put("member", Entry::Repeat((0..n % 3).map(|m| member(i64::try_from(m * 30 + 8).unwrap())).collect()));
    tree
}

pub fn responses() -> Vec<Response> {
    let one = |n: u64| Response {
        head: DraftHead {
            id: ResponseId(Uuid::from_u128(u128::from(n) + 1)),
            survey: survey(),
            session: Some(SessionId(Uuid::from_u128(u128::from(n % 2) + 100))),
            door: Door { building: (n % 3 + 1).to_string(), entrance: "2".into(), household: format!("{n}01") },
            surveyor: "王".into(),
            created: at(n % 2),
            seed: u64::MAX - n,
            correction: None,
        },
        finished: at(n % 2),
        name: format!("户{n}"),
        answers: answers(n),
        audit: Vec::new(),
    };
    (0..10).map(one).collect()
}

/// A store in `dir` with everything in it.
pub fn fill(dir: &Path) {
    let mut ids = SeededIds::new(7);
    let options = OpenOptions { community: "游家渡".into(), ids: &mut ids, now: at(2), page_limit: None };
    let mut store = Store::open(dir, options).unwrap().into_store();
    let mut ids = SeededIds::new(8);
    store.keep_survey(&survey(), SURVEY, &[], Stamp { ids: &mut ids, now: at(2), author: "王" }).unwrap();
    for (n, kind) in [(100, SessionKind::CourtyardMeeting), (101, SessionKind::CommunityChat)] {
        let session = Session {
            id: SessionId(Uuid::from_u128(n)),
            kind,
            title: format!("第{n}场"),
            community: "游家渡".into(),
            grid: String::new(),
            micro_grid: String::new(),
            building: "14号院".into(),
            starts: at(u64::try_from(n - 100).unwrap()),
            facilitator: "李".into(),
            recorder: String::new(),
            present: 40,
        };
        store.save_session(&session, Stamp { ids: &mut ids, now: at(2), author: "王" }).unwrap();
    }
    store.import(responses(), Stamp { ids: &mut ids, now: at(2), author: "王" }).unwrap();
    store.approve(responses()[3].head.id, Stamp { ids: &mut ids, now: at(2), author: "王" }).unwrap();
}

/// Sends a response back.
pub fn sent_back(dir: &Path, id: &str, comment: &str) {
    let mut ids = SeededIds::new(9);
    let options = OpenOptions { community: String::new(), ids: &mut ids, now: at(3), page_limit: None };
    let mut store = Store::open(dir, options).unwrap().into_store();
    let stamp = Stamp { ids: &mut SeededIds::new(10), now: at(3), author: "李" };
    store.return_response(id.parse().unwrap(), comment, stamp).unwrap();
}

/// The program on a data directory, in English.
pub fn babahui(dir: &Path, arguments: &[&str]) -> Command {
    in_language(dir, "en", arguments)
}

pub fn in_language(dir: &Path, lang: &str, arguments: &[&str]) -> Command {
    let mut command = Command::cargo_bin("babahui").unwrap();
    command.arg("--data").arg(dir).args(["--lang", lang]).args(arguments);
    command
}

pub fn stdout(dir: &Path, arguments: &[&str]) -> String {
    let done = babahui(dir, arguments).assert().success();
    String::from_utf8(done.get_output().stdout.clone()).unwrap()
}

pub fn stderr(command: &mut Command, code: i32) -> String {
    let done = command.assert().code(code);
    String::from_utf8(done.get_output().stderr.clone()).unwrap()
}
