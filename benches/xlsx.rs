//! Writing the responses of a survey as a spreadsheet: how long it takes against a bare loop that writes the same cells, and
//! how much memory it needs, in a process of its own.
//!
//! Exit code 1 when a figure is above its limit.

#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::cast_precision_loss,
    reason = "a bench prints, and stops at the first surprise"
)]

use std::{
    env, fs,
    path::Path,
    process::{Command, ExitCode},
    time::{Duration, Instant},
};

use babahui::{
    domain::{
        Answer, Lang, ResponseId, Value,
        exchange::{KeptResponse, Layout},
        survey::{AnswerTree, Door, DraftHead, Entry, Response, ResponseState, SurveyRef},
        tally::Codebook,
    },
    locale::Locale,
    report::ResponsesBook,
};
use chrono::{DateTime, NaiveDate, TimeDelta};
use rust_xlsxwriter::{Format, Workbook};
use uuid::Uuid;

const RESPONSES: u64 = 100_000;
const ROUNDS: usize = 3;
/// How much longer than the bare loop it may take, in hundredths.
const SLOWER: u32 = 130;
/// Memory at its most, in KiB.
const MEMORY: u64 = 60 * 1024;

const SURVEY: &str = r#"Survey(id: "tea", version: "1", default_language: "zh-CN", title: "茶",
    choices: {"cup": [(name: "big", label: "大碗"), (name: "small", label: "小碗"), (name: "other", label: "其他")]}, body: [
        Text(name: "note", label: "想说的"), Text(name: "street", label: "街道"),
        Integer(name: "people", label: "几口人"), Integer(name: "floor", label: "几楼"),
        Decimal(name: "area", label: "面积"), Date(name: "day", label: "哪天"),
        SelectOne(name: "cup", label: "哪种碗", choices: "cup"), SelectOne(name: "second", label: "第二种", choices: "cup"),
        SelectMultiple(name: "cups", label: "哪些碗", choices: "cup"), Text(name: "phone", label: "电话"),
    ])"#;

fn main() -> ExitCode {
    let dir = tempfile::tempdir().unwrap();
    // The same program is started once more to be weighed.
    if let Some(path) = env::var_os("BABAHUI_BENCH_XLSX") {
        ours(Path::new(&path));
        println!("{}", peak());
        return ExitCode::SUCCESS;
    }
    let (mut best, mut bare) = (Duration::MAX, Duration::MAX);
    for _ in 0..ROUNDS {
        bare = bare.min(timed(|| plain(&dir.path().join("bare.xlsx"))));
        best = best.min(timed(|| ours(&dir.path().join("ours.xlsx"))));
    }
    let ratio = best.as_secs_f64() / bare.as_secs_f64();
    let fine = best <= bare * SLOWER / 100;
    println!(
        "{RESPONSES} responses: {:.2} s, bare loop {:.2} s, ratio {ratio:.2} (limit {:.2}) {}",
        best.as_secs_f64(),
        bare.as_secs_f64(),
        f64::from(SLOWER) / 100.0,
        verdict(fine)
    );
    let weighed = Command::new(env::current_exe().unwrap())
        .env("BABAHUI_BENCH_XLSX", dir.path().join("weighed.xlsx"))
        .output()
        .unwrap();
    let peak: u64 = String::from_utf8(weighed.stdout).unwrap().trim().parse().unwrap();
    let light = peak < MEMORY;
    println!("memory at its most: {:.1} MB (limit {} MB) {}", peak as f64 / 1024.0, MEMORY / 1024, verdict(light));
    if fine && light { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn verdict(fine: bool) -> &'static str {
    if fine { "PASS" } else { "FAIL" }
}

fn timed(work: impl FnOnce()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}

/// Memory of this process at its most, in KiB; nothing where the system does not say.
fn peak() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or("0");
    line.split_whitespace().next().and_then(|kib| kib.parse().ok()).unwrap_or(0)
}

fn response(number: u64) -> KeptResponse {
    let created = DateTime::parse_from_rfc3339("2024-11-12T14:03:21+08:00").unwrap()
        + TimeDelta::seconds(i64::try_from(number).unwrap());
    let cups = ["big", "small", "other"];
    let cup = |n: u64| cups[usize::try_from(n % 3).unwrap()].to_owned();
    let whole = |n: u64| Value::Integer(i64::try_from(n).unwrap());
    let answers = [
        ("note", Value::Text(format!("楼道里停车、飞线充电，夜里没得人看 {number}"))),
        ("street", Value::Text("玉林东路 14 号院".into())),
        ("people", whole(number % 6)),
        ("floor", whole(number % 30)),
        ("area", Value::Decimal(f64::from(u32::try_from(number % 9000).unwrap()) / 100.0)),
        ("day", Value::Date(NaiveDate::from_ymd_opt(2024, 11, 1 + u32::try_from(number % 28).unwrap()).unwrap())),
        ("cup", Value::Choice(cup(number))),
        ("second", Value::Choice(cup(number + 1))),
        ("cups", Value::Choices(vec![cup(number), cup(number + 2)])),
        ("phone", Value::Text(format!("138{number:08}"))),
    ];
    let answers = answers.map(|(name, value)| (name.to_owned(), Entry::Answer(Answer::Value(value))));
    let head = DraftHead {
        id: ResponseId(Uuid::from_u128(u128::from(number))),
        survey: SurveyRef { id: "tea".into(), version: "1".into(), hash: "7c1e09a4".repeat(8) },
        session: None,
        door: Door { building: (number % 24).to_string(), entrance: "1".into(), household: (number % 600).to_string() },
        surveyor: "王".into(),
        created,
        seed: number,
        correction: None,
    };
    let response = Response {
        head,
        finished: created + TimeDelta::minutes(9),
        name: String::new(),
        answers: AnswerTree(answers.into_iter().collect()),
        audit: Vec::new(),
    };
    KeptResponse { state: ResponseState::Final, comment: String::new(), response }
}

fn ours(path: &Path) {
    let locale = Locale::new(&Lang::new("zh-CN"));
    let versions = [Codebook::of_text(SURVEY, &[], "7c1e09a4").unwrap()];
    let layout = Layout::new(&versions, &[]);
    let mut book = ResponsesBook::begin(&locale, &layout, &versions).unwrap();
    for number in 0..RESPONSES {
        book.response(&response(number), None).unwrap();
    }
    book.codebook(&versions).unwrap();
    assert_eq!(book.save(path).unwrap(), 0);
}

/// The same cells in the same places and types, from the same responses, as one would write them down for this survey alone.
fn plain(path: &Path) {
    let names = ["note", "street", "people", "floor", "area", "day", "cup", "second", "cups", "phone"];
    let mut book = Workbook::new();
    let sheet = book.add_worksheet_with_constant_memory().unwrap();
    let date = Format::new().set_num_format("yyyy-mm-dd");
    let moment = Format::new().set_num_format("yyyy-mm-dd hh:mm:ss");
    for number in 0..RESPONSES {
        let KeptResponse { response, .. } = response(number);
        let (head, row) = (&response.head, u32::try_from(number).unwrap() + 2);
        let words = [
            (0, head.id.to_string()),
            (1, head.survey.id.clone()),
            (2, head.survey.version.clone()),
            (3, head.survey.hash.clone()),
            (4, "final".to_owned()),
            (10, head.door.building.clone()),
            (11, head.door.entrance.clone()),
            (12, head.door.household.clone()),
            (13, head.surveyor.clone()),
        ];
        for (at, word) in words {
            sheet.write_string(row, at, word).unwrap();
        }
        sheet.write_datetime_with_format(row, 14, head.created.naive_local(), &moment).unwrap();
        sheet.write_datetime_with_format(row, 15, response.finished.naive_local(), &moment).unwrap();
        sheet.write_string(row, 16, format!("{:#x}", head.seed)).unwrap();
        let mut at = 20;
        for name in names {
            let Some(Entry::Answer(Answer::Value(value))) = response.answers.0.get(name) else { continue };
            match value {
                Value::Integer(n) => {
                    sheet.write_number(row, at, *n as f64).unwrap();
                }
                Value::Decimal(n) => {
                    sheet.write_number(row, at, *n).unwrap();
                }
                Value::Date(day) => {
                    sheet.write_datetime_with_format(row, at, *day, &date).unwrap();
                }
                Value::Text(text) | Value::Choice(text) => {
                    sheet.write_string(row, at, text).unwrap();
                }
                Value::Choices(picked) => {
                    sheet.write_string(row, at, picked.join(" ")).unwrap();
                    for cup in ["big", "small", "other"] {
                        at += 1;
                        sheet.write_number(row, at, f64::from(u8::from(picked.iter().any(|own| own == cup)))).unwrap();
                    }
                }
                _ => {}
            }
            at += 1;
        }
    }
    book.save(path).unwrap();
}
