//! The tally of all 50 questions of 200 000 responses against a raw scan of the same bytes: at most twice as long; and the
//! summary to print against the tally it shows.
//!
//! Both are measured in turns in one run; the medians are compared. Exit code 1 when a ratio is above its limit.

#![allow(clippy::print_stdout, reason = "the result of a bench is what it prints")]

use std::{
    hint::black_box,
    process::ExitCode,
    time::{Duration, Instant},
};

use babahui::{
    domain::{
        Answer, Lang, Privacy, Refusal, ResponseId, SessionId, Text, Value,
        session::{Session, SessionKind},
        survey::{AnswerTree, Door, DraftHead, Entry, Kind, ResponseState, SurveyRef},
        tally::{AnswerFilter, Asked, Codebook, Codes, Columns, Filter, Item, Summary, Wanted},
    },
    locale::Locale,
    report::{Class, SummaryPlan, summary_document},
};
use chrono::{DateTime, Days, FixedOffset, NaiveDate};
use uuid::Uuid;

const RESPONSES: u64 = 200_000;
const QUESTIONS: usize = 50;
const ROUNDS: usize = 21;
const LIMIT: f64 = 2.0;
/// A summary to print against the tally it shows.
const PRINTED: f64 = 1.3;

/// A small generator (`SplitMix64`), so that every run counts the same answers.
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }

    /// Like answers: the first ones more often.
    fn skewed(&mut self, end: u64) -> u64 {
        self.below(end).min(self.below(end))
    }
}

fn item(number: usize, kind: Kind) -> Item {
    let en = |text: String| Text::one(Lang::new("en"), text);
    let choices = if kind.picks_choices() { 4 + number % 6 } else { 0 };
    let choices = (0..choices).map(|c| (format!("c{c}"), en(format!("Choice {c}")))).collect();
    Item {
        name: format!("q{number}"),
        kind,
        label: en(format!("Question {number}")),
        choices,
        outcomes: Vec::new(),
        privacy: Privacy::Open,
        asked: Asked::default(),
        body: Vec::new(),
    }
}

fn answer(item: &Item, random: &mut Numbers) -> Option<Entry> {
    match random.below(100) {
        0..4 => return Some(Entry::Blank),
        4..6 => return Some(Entry::Answer(Answer::Refusal(Refusal::DontKnow))),
        6..10 => return None,
        _ => {}
    }
    let pick = |random: &mut Numbers| {
        let at = random.skewed(item.choices.len() as u64);
        item.choices[usize::try_from(at).unwrap_or(0)].0.clone()
    };
    let value = match item.kind {
        Kind::SelectOne => Value::Choice(pick(random)),
        Kind::SelectMultiple | Kind::Rank => {
            let mut names = vec![pick(random), pick(random)];
            names.dedup();
            Value::Choices(names)
        }
        Kind::Integer => Value::Integer(i64::try_from(random.skewed(90)).unwrap_or(0)),
        Kind::Date => Value::Date(NaiveDate::default() + Days::new(20_000 + random.below(120))),
        _ => Value::Text(format!("text {}", random.below(1000))),
    };
    Some(Entry::Answer(Answer::Value(value)))
}

fn columns(kinds: impl Fn(usize) -> Kind) -> Columns {
    let mut random = Numbers(20_241_112);
    let items: Vec<Item> = (0..QUESTIONS).map(|n| item(n, kinds(n))).collect();
    let version = |text: &str| text.to_owned();
    let mut columns = Columns::default();
    columns.add_version(&Codebook {
        survey: version("bench"),
        version: version("1"),
        hash: version("1"),
        title: Text::default(),
        name_privacy: Privacy::Open,
        items: items.clone(),
    });
    let start: DateTime<FixedOffset> = DateTime::default();
    for n in 0..100_u128 {
        columns.set_session(&Session {
            id: SessionId(Uuid::from_u128(n)),
            kind: SessionKind::ALL[usize::try_from(n % 4).unwrap_or(0)],
            title: format!("Session {n}"),
            community: String::new(),
            grid: String::new(),
            micro_grid: String::new(),
            building: String::new(),
            starts: start,
            facilitator: String::new(),
            recorder: String::new(),
            present: 40,
        });
    }
    for n in 0..RESPONSES {
        let answers = items.iter().filter_map(|i| Some((i.name.clone(), answer(i, &mut random)?))).collect();
        let head = DraftHead {
            id: ResponseId(Uuid::from_u128(u128::from(n))),
            survey: SurveyRef { id: version("bench"), version: version("1"), hash: version("1") },
            session: Some(SessionId(Uuid::from_u128(u128::from(random.below(100))))),
            door: Door { building: random.below(20).to_string(), ..Door::default() },
            surveyor: format!("Surveyor {}", random.below(12)),
            created: start + Days::new(random.below(90)),
            seed: 0,
            correction: None,
        };
        columns.push(&head, ResponseState::Final, &AnswerTree(answers));
    }
    columns
}

/// What a tally is measured against: nothing but the plain count of every byte.
fn raw_scan(columns: &[Vec<u8>]) -> u64 {
    let mut check = 0;
    for column in columns {
        let mut counts = [0_u64; 256];
        for byte in column {
            counts[usize::from(*byte)] += 1;
        }
        check ^= black_box(counts)[5];
    }
    check
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

/// Measures the raw scan and a tally in turns; true when the tally keeps its limit.
fn measure(name: &str, bytes: &[Vec<u8>], mut tally: impl FnMut()) -> bool {
    let (mut raw, mut own) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        let start = Instant::now();
        black_box(raw_scan(black_box(bytes)));
        raw.push(start.elapsed());
        let start = Instant::now();
        tally();
        own.push(start.elapsed());
    }
    let (raw, own) = (median(raw), median(own));
    let ratio = own.as_secs_f64() / raw.as_secs_f64();
    let pass = ratio <= LIMIT;
    let verdict = if pass { "PASS" } else { "FAIL" };
    println!("{verdict}  {name:<44} {own:>9.2?}  raw scan {raw:>9.2?}  ratio {ratio:.2} (limit {LIMIT:.1})");
    pass
}

fn main() -> ExitCode {
    let start = Instant::now();
    let columns_of_choices = columns(|_| Kind::SelectOne);
    println!("      {RESPONSES} responses of {QUESTIONS} questions made and pushed in {:.2?}", start.elapsed());
    let columns = &columns_of_choices;
    let bytes: Vec<Vec<u8>> = columns
        .iter()
        .filter_map(|(_, column)| match &column.codes {
            Codes::Narrow(bytes) => Some(bytes.clone()),
            Codes::Wide(_) => None,
        })
        .collect();
    assert_eq!(bytes.iter().map(Vec::len).sum::<usize>(), 10_000_000, "every answer is one byte");

    let everything = Filter::default();
    let kinds = Filter { kinds: vec![SessionKind::CourtyardMeeting, SessionKind::CommunityChat], ..Filter::default() };
    let answer = AnswerFilter { question: "q0".to_owned(), wanted: Wanted::Choice("c1".to_owned()) };
    let narrow = Filter { buildings: vec!["3".to_owned()], answers: vec![answer], ..Filter::default() };

    let mut pass = true;
    for (name, filter) in [("all responses", &everything), ("half of them, by kind of session", &kinds)] {
        let Ok(selection) = filter.select(columns) else { return ExitCode::FAILURE };
        pass &= measure(&format!("counts, {name}"), &bytes, || {
            black_box(columns.tally_all(black_box(&selection)));
        });
    }
    for (name, filter) in
        [("all responses", &everything), ("half of them", &kinds), ("one building and an answer", &narrow)]
    {
        pass &= measure(&format!("filter and whole summary, {name}"), &bytes, || {
            black_box(Summary::new(columns, black_box(filter)).ok());
        });
    }
    let mixed = self::columns(|n| match n % 10 {
        0..5 => Kind::SelectOne,
        5 | 6 => Kind::SelectMultiple,
        7 => Kind::Integer,
        8 => Kind::Date,
        _ if n % 20 == 9 => Kind::Rank,
        _ => Kind::Text,
    });
    pass &= measure("whole summary, questions of all kinds", &bytes, || {
        black_box(Summary::new(&mixed, black_box(&everything)).ok());
    });
    for (name, columns) in [("of choices", columns), ("of all kinds", &mixed)] {
        for class in [Class::Public, Class::Facilitator] {
            pass &= document(&format!("the summary as a document, {name}, {class:?}"), columns, class);
        }
    }
    if pass { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Measures a tally and a summary to print in turns, the tally made for it; true when it keeps its limit.
fn document(name: &str, columns: &Columns, class: Class) -> bool {
    let (locale, everything) = (Locale::new(&Lang::new("zh-CN")), Filter::default());
    let (mut tally, mut whole) = (Duration::MAX, Duration::MAX);
    for _ in 0..ROUNDS {
        let start = Instant::now();
        black_box(Summary::new(columns, black_box(&everything)).ok());
        tally = tally.min(start.elapsed());
        let start = Instant::now();
        let Ok(summary) = Summary::new(columns, black_box(&everything)) else { return false };
        black_box(summary_document(&locale, columns, &summary, &SummaryPlan::new(class), DateTime::default()));
        whole = whole.min(start.elapsed());
    }
    let ratio = whole.as_secs_f64() / tally.as_secs_f64();
    let pass = ratio <= PRINTED;
    let verdict = if pass { "PASS" } else { "FAIL" };
    println!("{verdict}  {name:<44} {whole:>9.2?}  tally {tally:>12.2?}  ratio {ratio:.2} (limit {PRINTED:.1})");
    pass
}
