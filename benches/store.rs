//! What a person waits for in a store of 200 000 responses: a letter typed into the search, the way to the last page, the
//! summary after one more response; and how long checking and rebuilding such a store take.
//!
//! Key presses are held to what a person feels, the rest to a plain pass over the same records. Exit code 1 when a figure
//! is above its limit.

#![allow(clippy::print_stdout, clippy::unwrap_used, reason = "a bench prints, and stops at the first surprise")]

use std::{
    hint::black_box,
    path::Path,
    process::ExitCode,
    time::{Duration, Instant},
};

use babahui::{
    app,
    domain::{
        Answer, Lang, ResponseId, SeededIds, Value,
        survey::{AnswerTree, AuditLine, Door, DraftHead, Edit, Entry, Response, SurveyRef},
    },
    import::SurveyLibrary,
    store::{Listing, Most, OpenOptions, ResponseFilter, Sort, Stamp, Store},
};
use chrono::{DateTime, FixedOffset, TimeDelta};
use rusqlite::Connection;
use sha2::{Digest, Sha256};
use uuid::Uuid;

const RESPONSES: u64 = 200_000;
/// Rows the list of responses reads at a time.
const WINDOW: u64 = 256;
/// What a person does not feel yet, after a key.
const FELT: Duration = Duration::from_millis(100);
/// What Home has room for.
const HOME: Most = Most { meetings: 2, drafts: 4, sessions: 3 };
const SURVEY: &str = "micro-wish";

fn main() -> ExitCode {
    let dir = tempfile::tempdir().unwrap();
    let start = Instant::now();
    let mut store = fill(dir.path());
    let took = start.elapsed();
    println!("{RESPONSES} responses recorded in {:.1} s", took.as_secs_f64());
    let fine = [
        search(&store),
        last_page(&store),
        front(&store),
        summary(&mut store),
        verify(&store, dir.path()),
        rebuild(&mut store, took),
    ];
    if fine.iter().all(|fine| *fine) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Prints a time that a person waits for after a key.
fn felt(what: &str, took: Duration) -> bool {
    let fine = took <= FELT;
    let verdict = if fine { "PASS" } else { "FAIL" };
    println!("{what}: {:.1} ms (limit {} ms) {verdict}", took.as_secs_f64() * 1e3, FELT.as_millis());
    fine
}

/// Prints how much longer something takes than what it is compared with.
fn compared(what: &str, took: Duration, with: &str, plain: Duration, limit: f64) -> bool {
    let ratio = took.as_secs_f64() / plain.as_secs_f64();
    let verdict = if ratio <= limit { "PASS" } else { "FAIL" };
    let (took, plain) = (took.as_secs_f64(), plain.as_secs_f64());
    println!("{what}: {took:.3} s, {with}: {plain:.3} s, ratio {ratio:.2} (limit {limit}) {verdict}");
    ratio <= limit
}

/// The quickest of a few times: the one that least else was running beside.
fn quickest<T>(mut work: impl FnMut() -> T) -> Duration {
    let once = |work: &mut dyn FnMut() -> T| {
        let start = Instant::now();
        black_box(work());
        start.elapsed()
    };
    (0..3).map(|_| once(&mut work)).min().unwrap()
}

/// A text typed letter by letter: the letter that takes longest, and those after the first. Each round begins with nothing
/// read, so that the first letter pays for reading the texts.
fn search(store: &Store) -> bool {
    let mut fine = true;
    for (what, typed) in
        [("found in all", "希望"), ("found in one", "第777户"), ("found in none", "外墙zz"), ("two words", "希望 第77")]
    {
        let letters: Vec<char> = typed.chars().collect();
        let mut took = vec![Duration::MAX; letters.len()];
        for _ in 0..3 {
            let mut listing = Listing::default();
            for (n, took) in took.iter_mut().enumerate() {
                let filter = searching(&letters[..=n].iter().collect::<String>());
                let start = Instant::now();
                black_box(listing.page(store, &filter, Sort::Newest, 0, WINDOW).unwrap());
                *took = start.elapsed().min(*took);
            }
        }
        fine &= felt(&format!("the first letter of a search, {what}"), took[0]);
        fine &= felt(&format!("a further letter, {what}"), took[1..].iter().copied().max().unwrap());
    }
    fine
}

fn searching(text: &str) -> ResponseFilter {
    ResponseFilter { text: text.to_owned(), ..ResponseFilter::default() }
}

/// The way to the end of the list, of all responses and of those a text is found in.
fn last_page(store: &Store) -> bool {
    let mut listing = Listing::default();
    let mut fine = true;
    for (what, text) in [("the last page", ""), ("the last page of what is found", "希望")] {
        // On screen before, as it is when somebody goes to the end.
        listing.page(store, &searching(text), Sort::Newest, 0, WINDOW).unwrap();
        let mut page = || listing.page(store, &searching(text), Sort::Newest, RESPONSES - WINDOW, WINDOW).unwrap();
        fine &= felt(what, quickest(|| page().rows.len()));
    }
    fine
}

/// The first screen.
fn front(store: &Store) -> bool {
    felt("the first screen", quickest(|| store.front(moment(RESPONSES), HOME).unwrap()))
}

/// The summary of the survey when one more response was finished since it was read.
fn summary(store: &mut Store) -> bool {
    let library = SurveyLibrary::shipped();
    let start = Instant::now();
    let mut columns = app::columns(store, &library, SURVEY).unwrap();
    let whole = start.elapsed();
    let mut seen = store.recorded().unwrap();
    let mut ids = SeededIds::new(99);
    let more: Vec<Duration> = (0..5)
        .map(|n| {
            let now = moment(RESPONSES + n);
            store.import(vec![response(RESPONSES + n)], Stamp { ids: &mut ids, now, author: "" }).unwrap();
            let start = Instant::now();
            seen = app::catch_up(&mut columns, store, SURVEY, seen).unwrap().unwrap();
            start.elapsed()
        })
        .collect();
    assert_eq!(columns.dimensions().live.count(), RESPONSES + 5);
    compared("a summary after one more response", more.into_iter().min().unwrap(), "read whole", whole, 0.01)
}

/// Checking the store, against hashing the bodies of all its records.
fn verify(store: &Store, dir: &Path) -> bool {
    let start = Instant::now();
    assert_eq!(store.verify().unwrap(), []);
    let took = start.elapsed();
    let conn = Connection::open(dir.join("babahui.db")).unwrap();
    let plain = quickest(|| {
        let mut query = conn.prepare("SELECT body FROM log ORDER BY pos").unwrap();
        let mut rows = query.query([]).unwrap();
        let mut last = [0; 32];
        while let Some(row) = rows.next().unwrap() {
            let body = row.get_ref(0).unwrap().as_bytes().unwrap();
            last = Sha256::digest(body).into();
        }
        last
    });
    compared("checking", took, "hashing every body", plain, 25.0)
}

/// Making what screens read anew, against recording it all.
fn rebuild(store: &mut Store, recording: Duration) -> bool {
    let start = Instant::now();
    store.rebuild().unwrap();
    compared("rebuilding", start.elapsed(), "recording", recording, 1.0)
}

fn moment(n: u64) -> DateTime<FixedOffset> {
    let start = DateTime::parse_from_rfc3339("2024-03-01T09:00:00+08:00").unwrap();
    start + TimeDelta::minutes(i64::try_from(n).unwrap())
}

fn response(n: u64) -> Response {
    let at = moment(n);
    let door = Door {
        building: (n % 40 + 1).to_string(),
        entrance: (n % 3 + 1).to_string(),
        household: (n % 1000 + 100).to_string(),
    };
    let values = [
        ("name", Value::Text(format!("第{n}户"))),
        ("wish", Value::Text(format!("希望院子里装一盏灯，{}号楼门口晚上太黑", n % 40))),
        ("kind", Value::Choice(["light", "tree", "lift", "parking"][usize::try_from(n % 4).unwrap()].into())),
        ("people", Value::Integer(i64::try_from(n % 7).unwrap())),
        ("agrees", Value::Choice(["yes", "no"][usize::try_from(n % 2).unwrap()].into())),
    ];
    let line = |(name, value): &(&str, Value)| AuditLine {
        started: at,
        ended: at,
        edit: Edit::Set { path: format!("/data/{name}").parse().unwrap(), answer: Some(Answer::Value(value.clone())) },
        old: None,
    };
    let audit = values.iter().map(line).collect();
    let entries = values.into_iter().map(|(name, value)| (name.to_owned(), Entry::Answer(Answer::Value(value))));
    Response {
        head: DraftHead {
            id: ResponseId(Uuid::from_u64_pair(0x0190_0000_0000_7000, n | 1 << 63)),
            survey: SurveyRef { id: SURVEY.into(), version: "1".into(), hash: "00".into() },
            session: None,
            door,
            surveyor: ["张三", "李四", "王五"][usize::try_from(n % 3).unwrap()].into(),
            created: at,
            seed: n,
            correction: None,
        },
        finished: at,
        name: format!("第{n}户"),
        answers: AnswerTree(entries.collect()),
        audit,
    }
}

fn fill(dir: &Path) -> Store {
    let mut ids = SeededIds::new(7);
    let options =
        OpenOptions { community: Lang::new("test").to_string(), ids: &mut ids, now: moment(0), page_limit: None };
    let mut store = Store::open(dir, options).unwrap().into_store();
    for batch in 0..RESPONSES / 20_000 {
        let responses = (batch * 20_000..(batch + 1) * 20_000).map(response).collect();
        let stamp = Stamp { ids: &mut ids, now: moment(batch), author: "张三" };
        assert_eq!(store.import(responses, stamp).unwrap().added, 20_000);
    }
    store
}
