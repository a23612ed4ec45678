//! How fast surveys load and how little an answer costs, as ratios measured in one run, so that the machine cancels out.

use std::{
    collections::BTreeMap,
    fmt::Write as _,
    hint::black_box,
    sync::Arc,
    time::{Duration, Instant},
};

use babahui::domain::{
    Answer, Lang, Value,
    expr::NodeRef,
    survey::{Attachments, Draft, Env, Form, Survey, check, load},
};
use serde::Deserialize;

fn main() {
    let mut failed = false;
    for questions in [1_000, 5_000] {
        failed |= loading(questions);
    }
    failed |= answer();
    failed |= grow();
    filter();
    if failed {
        std::process::exit(1);
    }
}

/// Prints a ratio beside its limit; whether it is above.
fn verdict(what: &str, ratio: f64, limit: f64) -> bool {
    let word = if ratio <= limit { "PASS" } else { "FAIL" };
    println!("{word}  {what}: {ratio:.2} (at most {limit})");
    ratio > limit
}

/// A survey of so many questions: chains of sums, fans of ten readers, groups with conditions, selects with filters, and a
/// repeat with sum, join and count over it.
fn survey(questions: usize) -> String {
    let mut out = String::from(
        "Survey(id: \"bench\", version: \"1\", default_language: \"zh-CN\", title: {\"zh-CN\": \"测试\", \"en\": \"Bench\"}, choices: {\"yes_no\": [(name: \"yes\", label: {\"zh-CN\": \"是\", \"en\": \"Yes\"}), (name: \"no\", label: {\"zh-CN\": \"否\", \"en\": \"No\"})]},\nbody: [\n",
    );
    let mut made = 0;
    let mut block = 0;
    while made + 20 <= questions {
        let _ = writeln!(
            out,
            "Group(name: \"g{block}\", label: {{\"zh-CN\": \"第{block}组\", \"en\": \"Group {block}\"}}, body: ["
        );
        let _ = writeln!(
            out,
            "Integer(name: \"q{block}\", label: {{\"zh-CN\": \"这一户住几口人？\", \"en\": \"How many people live here?\"}}, hint: {{\"zh-CN\": \"常住的都算\", \"en\": \"All who usually live here\"}}, constraint: \". >= 0 and . < 1000000\", required: \"true()\"),"
        );
        for reader in 0..8 {
            let _ = writeln!(
                out,
                "Integer(name: \"f{block}_{reader}\", label: {{\"zh-CN\": \"第{reader}项有几人？\", \"en\": \"How many in {reader}?\"}}, relevant: \"${{q{block}}} > {reader}\", constraint: \". >= 0\"),"
            );
        }
        let _ = writeln!(out, "Calculate(name: \"c{block}_0\", calculation: \"${{q{block}}} + 1\"),");
        let _ = writeln!(out, "Calculate(name: \"c{block}_1\", calculation: \"${{q{block}}} * 2\"),");
        for link in 2..6 {
            let before = link - 1;
            let _ =
                writeln!(out, "Calculate(name: \"c{block}_{link}\", calculation: \"${{c{block}_{before}}} mod 3\"),");
        }
        for pick in 0..4 {
            let _ = writeln!(
                out,
                "SelectOne(name: \"s{block}_{pick}\", choices: \"yes_no\", label: {{\"zh-CN\": \"同意吗？\", \"en\": \"Do you agree?\"}}),"
            );
        }
        out.push_str("]),\n");
        made += 20;
        block += 1;
    }
    out.push_str(
        "Repeat(name: \"member\", label: {\"zh-CN\": \"家庭成员\", \"en\": \"Members\"}, body: [
            Text(name: \"who\", label: {\"zh-CN\": \"姓名\", \"en\": \"Name\"}),
            Integer(name: \"age\", label: {\"zh-CN\": \"年龄\", \"en\": \"Age\"}, default: \"30\"),
            Calculate(name: \"place\", calculation: \"position(..)\"),
            Calculate(name: \"adult\", calculation: \"if(${age} >= 18, 1, 0)\"),
        ]),
        Calculate(name: \"years\", calculation: \"sum(${age})\"),
        Calculate(name: \"names\", calculation: \"join(' ', ${who})\"),
        Calculate(name: \"members\", calculation: \"count(${member})\"),
        Calculate(name: \"adults\", calculation: \"sum(${adult})\"),
    ])\n",
    );
    out
}

type Words = BTreeMap<String, String>;

/// The same file read into plain structs with a place for everything a survey can say: the least that reading it can cost.
#[derive(Deserialize)]
#[allow(dead_code, reason = "read, never looked at")]
#[serde(rename = "Survey")]
struct Plain {
    id: String,
    version: String,
    default_language: String,
    title: Words,
    choices: BTreeMap<String, Vec<PlainChoice>>,
    body: Vec<PlainQuestion>,
}

#[derive(Deserialize)]
#[allow(dead_code, reason = "read, never looked at")]
struct PlainChoice {
    name: String,
    label: Words,
}

macro_rules! plain {
    ($($kind:ident),+) => {
        #[derive(Deserialize)]
        #[allow(dead_code, reason = "read, never looked at")]
        enum PlainQuestion {$(
            $kind {
                name: String,
                #[serde(default)]
                label: Words,
                #[serde(default)]
                hint: Words,
                #[serde(default)]
                guidance_hint: Words,
                #[serde(default)]
                required: String,
                #[serde(default)]
                required_message: Words,
                #[serde(default)]
                relevant: String,
                #[serde(default)]
                constraint: String,
                #[serde(default)]
                constraint_message: Words,
                #[serde(default)]
                warning: String,
                #[serde(default)]
                warning_message: Words,
                #[serde(default)]
                calculation: String,
                #[serde(default)]
                trigger: String,
                #[serde(default)]
                default: String,
                #[serde(default)]
                read_only: String,
                #[serde(default)]
                appearance: String,
                #[serde(default)]
                choices: String,
                #[serde(default)]
                or_other: bool,
                #[serde(default)]
                choice_filter: String,
                #[serde(default)]
                repeat_count: String,
                #[serde(default)]
                parameters: Words,
                #[serde(default)]
                refusals: Vec<String>,
                #[serde(default)]
                body: Vec<PlainQuestion>,
            },
        )+}
    };
}

plain!(Text, Integer, Calculate, SelectOne, Group, Repeat);

/// The quickest of several measurements of two things taken in turn, and the ratio of the first to the second. The
/// quickest is the one that least else was running beside.
fn ratio(
    rounds: usize,
    mut first: impl FnMut() -> Duration,
    mut second: impl FnMut() -> Duration,
) -> (f64, Duration, Duration) {
    let (mut a, mut b) = (Duration::MAX, Duration::MAX);
    for _ in 0..rounds {
        a = a.min(first());
        b = b.min(second());
    }
    (a.as_secs_f64() / b.as_secs_f64().max(f64::EPSILON), a, b)
}

fn loading(questions: usize) -> bool {
    let text = survey(questions);
    let files = Attachments::default();
    let (ratio, ours, bare) = ratio(
        60,
        || {
            let begin = Instant::now();
            let loaded = load(&text, &files);
            let took = begin.elapsed();
            assert!(loaded.form.is_some() && loaded.problems.is_empty(), "{:?}", loaded.problems);
            drop(black_box(loaded));
            took
        },
        || {
            let begin = Instant::now();
            let plain = ron::from_str::<Plain>(&text);
            let took = begin.elapsed();
            assert!(plain.is_ok(), "{:?}", plain.err());
            drop(black_box(plain));
            took
        },
    );
    let (survey, _) = Survey::read(&text);
    if let Some(survey) = survey {
        let mut best = [Duration::MAX; 3];
        for _ in 0..20 {
            let begin = Instant::now();
            let _ = black_box(Survey::read(&text));
            best[0] = best[0].min(begin.elapsed());
            let begin = Instant::now();
            black_box(check(&survey, &files));
            best[1] = best[1].min(begin.elapsed());
            let begin = Instant::now();
            let _ = black_box(Form::compile(&survey, &files));
            best[2] = best[2].min(begin.elapsed());
        }
        println!("      read {:?}, check {:?}, compile {:?}", best[0], best[1], best[2]);
    }
    println!("      {questions} questions, {} KiB: ready after {ours:?}, bare reading {bare:?}", text.len() / 1024);
    verdict(&format!("loading {questions} questions / ron::from_str"), ratio, 2.0)
}

fn env() -> Env<'static> {
    Env {
        now: chrono::DateTime::UNIX_EPOCH.fixed_offset(),
        lang: Lang::new("zh-CN"),
        device: String::new(),
        username: String::new(),
        seed: 1,
        last_saved: None,
        roll: None,
    }
}

#[allow(clippy::panic, reason = "a bench stops at the first surprise")]
fn form(questions: usize) -> Arc<Form> {
    let (survey, _) = Survey::read(&survey(questions));
    let form = survey.map(|survey| Form::compile(&survey, &Attachments::default()));
    match form {
        Some(Ok(form)) => form.into(),
        other => panic!("{other:?}"),
    }
}

/// The cost of giving one answer with ten readers and what follows from them, many times over.
fn answers(questions: usize) -> impl FnMut() -> Duration {
    let env = env();
    let (mut draft, _) = Draft::new(form(questions), &env);
    let question = format!("q{}", questions / 40);
    move || {
        let Some(at) = draft.named(&question) else { return Duration::MAX };
        let begin = Instant::now();
        for n in 0..2_000 {
            let _ = black_box(draft.set(at, Some(Answer::Value(Value::Integer(n % 9))), &env));
        }
        begin.elapsed()
    }
}

fn answer() -> bool {
    let (ratio, large, small) = ratio(21, answers(5_000), answers(1_000));
    println!("      one answer with ten readers: {:?} of 5000 questions, {:?} of 1000", large / 2_000, small / 2_000);
    verdict("an answer among 5000 questions / among 1000", ratio, 1.2)
}

/// The times of adding one instance after the other to the repeat, each answered.
fn growing(form: &Arc<Form>, to: usize) -> Vec<Duration> {
    let env = env();
    let (mut draft, _) = Draft::new(Arc::clone(form), &env);
    let node = |name: &str| form.ids().find(|id| &*form.node(*id).name == name);
    let (Some(repeat), Some(who), Some(age)) = (draft.named("member"), node("who"), node("age")) else {
        return Vec::new();
    };
    let mut times = Vec::with_capacity(to);
    for _ in 0..to {
        let begin = Instant::now();
        let Ok((instance, _)) = draft.add_repeat(repeat, &env) else { return Vec::new() };
        for (node, value) in [(who, Value::Text("王".into())), (age, Value::Integer(40))] {
            let at = NodeRef { node, instance };
            let _ = black_box(draft.set(at, Some(Answer::Value(value)), &env));
        }
        times.push(begin.elapsed());
    }
    times
}

fn grow() -> bool {
    let form = form(100);
    let mut best = vec![Duration::MAX; 200];
    for _ in 0..15 {
        let times = growing(&form, best.len());
        assert_eq!(times.len(), best.len(), "the repeat grows");
        for (best, time) in best.iter_mut().zip(times) {
            *best = time.min(*best);
        }
    }
    let (small, large): (Duration, Duration) = (best[50..100].iter().sum(), best[100..].iter().sum());
    println!("      growing a repeat 100 to 200: {large:?}, 50 to 100: {small:?}");
    let ratio = large.as_secs_f64() / small.as_secs_f64().max(f64::EPSILON);
    verdict("growing a repeat 100 to 200 / 50 to 100", ratio, 4.5)
}

/// A select of ten thousand choices: how long its filter takes.
fn filter() {
    let mut csv = String::from("name,label,court\n");
    for n in 0..10_000 {
        let _ = writeln!(csv, "c{n},第{n}户,{}", n % 7);
    }
    let text = "Survey(id: \"f\", version: \"1\", default_language: \"zh-CN\", title: \"f\", choices: {\"doors\": File(\"doors.csv\")}, body: [Integer(name: \"court\", label: \"c\"), SelectOne(name: \"door\", label: \"d\", choices: \"doors\", choice_filter: \"court = ${court}\")])";
    let (survey, problems) = Survey::read(text);
    assert!(problems.is_empty(), "{problems:?}");
    let files = Attachments::new([("doors.csv", csv.as_str())]);
    let Some(Ok(form)) = survey.map(|survey| Form::compile(&survey, &files)) else { return };
    let env = env();
    let (mut draft, _) = Draft::new(form.into(), &env);
    let (Some(court), Some(door)) = (draft.named("court"), draft.named("door")) else { return };
    let (mut best, mut offered) = (Duration::MAX, 0);
    for round in 0..20 {
        let _ = draft.set(court, Some(Answer::Value(Value::Integer(round % 7))), &env);
        let begin = Instant::now();
        offered = draft.options(door).map_or(0, |options| options.len());
        best = best.min(begin.elapsed());
    }
    println!("      filtering 10000 choices to {offered}: {best:?}");
}
