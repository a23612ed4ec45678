//! Nothing a surveyor has seen saved is lost, whenever the program is killed: two hundred times the real binary, in a real
//! terminal, between keys, in the middle of one, in the middle of a commit.

#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]

mod support;
#[path = "support/terminal.rs"]
mod terminal;

use std::{fmt::Write, path::Path, thread, time::Duration};

use babahui::{
    app::Settings,
    domain::{
        Answer, Ids, SeededIds,
        survey::{AuditLine, Edit},
    },
    store::{OpenOptions, ResponseFilter, Sort, Store},
};
use terminal::Terminal;

/// Data directories, each killed by a thread of its own, and kills in each.
const DIRECTORIES: u64 = 4;
const ROUNDS: usize = 50;
/// Questions of the survey.
const QUESTIONS: usize = 24;
/// Steps of one response: begun, answered question by question, finished.
const STEPS: usize = QUESTIONS + 2;

const CTRL_U: &str = "\x15";
const ESC: &str = "\x1b";
const F2: &str = "\x1bOQ";
const PAGE_UP: &str = "\x1b[5~";
const PAGE_DOWN: &str = "\x1b[6~";
const F9: &str = "\x1b[20~";

/// A flat survey of texts, numbers and choices. Its id is that of the survey offered first, in whose place it stands.
fn survey() -> String {
    let mut body = String::new();
    for question in 0..QUESTIONS {
        let (kind, more) = match question % 3 {
            0 => ("Text", ""),
            1 => ("Integer", ""),
            _ => ("SelectOne", r#", choices: "abc""#),
        };
        writeln!(body, r#"        {kind}(name: "q{question}", label: "第{question}个问题"{more}),"#).unwrap();
    }
    format!(
        r#"Survey(id: "courtyard-intake", version: "1", default_language: "zh-CN", title: "长问卷",
        choices: {{ "abc": [(name: "a", label: "甲"), (name: "b", label: "乙"), (name: "c", label: "丙")] }},
        body: [{body}])"#
    )
}

/// The answer of a question in the response of that number: as it is kept, and the keys that give it.
fn answer(response: usize, question: usize) -> (String, String) {
    match question % 3 {
        0 => {
            let text = format!("答{response}之{question}");
            (text.clone(), text + "\r")
        }
        1 => {
            let number = (response * 100 + question).to_string();
            (number.clone(), number + "\r")
        }
        _ => {
            let choice = (response + question) % 3;
            (["a", "b", "c"][choice].to_owned(), (choice + 1).to_string())
        }
    }
}

/// The keys of a step, counted from the first response's first.
fn keys(step: usize) -> String {
    match step % STEPS {
        0 => F9.to_owned(),
        last if last == STEPS - 1 => "\r".to_owned(),
        nth => answer(step / STEPS, nth - 1).1,
    }
}

/// How many steps of its response a screen says were taken; nothing for other screens.
fn shown(screen: &vt100::Screen) -> Option<usize> {
    let text = screen.contents();
    let top = text.lines().next()?;
    if let Some((_, number)) = top.split_once("第 ") {
        return number.split('/').next()?.parse().ok();
    }
    if top.contains("处没填好") {
        return Some(STEPS - 1);
    }
    top.contains("新答卷").then_some(0)
}

fn is_home(screen: &vt100::Screen) -> bool {
    screen.contents().contains("计数、占比、交叉表")
}

/// How many steps were taken, as the store has it, after seeing that it is sound and holds nothing but the answers given.
fn kept(dir: &Path) -> usize {
    let mut ids = SeededIds::new(1);
    let options = OpenOptions { community: String::new(), ids: &mut ids, now: support::now(), page_limit: None };
    let store = Store::open(dir, options).unwrap().into_store();
    assert!(store.holder().is_none());
    assert_eq!(store.verify().unwrap(), []);
    let page = store.responses(&ResponseFilter::default(), Sort::default(), 0, 1000).unwrap();
    let mut finished: Vec<_> = page.rows.iter().map(|row| store.response(row.head.id).unwrap().unwrap()).collect();
    finished.sort_by_key(|history| history.current().unwrap().response.head.created);
    for (response, history) in finished.iter().enumerate() {
        let current = history.current().unwrap();
        assert_eq!(given(&current.response.audit), expected(response, QUESTIONS));
    }
    let drafts = store.drafts().unwrap();
    assert!(drafts.len() <= 1, "{} drafts", drafts.len());
    let Some(draft) = drafts.first() else { return finished.len() * STEPS };
    let edits = store.draft(draft.head.id).unwrap().unwrap().edits;
    assert_eq!(given(&edits), expected(finished.len(), edits.len()));
    finished.len() * STEPS + 1 + edits.len()
}

fn given(edits: &[AuditLine]) -> Vec<(String, String)> {
    let of = |line: &AuditLine| match &line.edit {
        Edit::Set { path, answer: Some(Answer::Value(value)) } => (path.to_string(), value.to_text()),
        other => panic!("nobody did {other:?}"),
    };
    edits.iter().map(of).collect()
}

fn expected(response: usize, questions: usize) -> Vec<(String, String)> {
    (0..questions).map(|question| (format!("/data/q{question}"), answer(response, question).0)).collect()
}

/// Brings the program, just started, to where the store says the work stands; looks on the way that it offers the draft
/// and has its answers.
fn go_on(terminal: &mut Terminal, step: usize, look_round: bool) {
    let place = step % STEPS;
    terminal.wait("a screen", |screen| shown(screen).is_some() || is_home(screen));
    let screen = terminal.screen();
    let there = shown(&screen);
    if there == Some(place) {
        clear(terminal, step);
    }
    if there.is_none_or(|there| (there == 0) != (place == 0)) || look_round {
        // By way of Home: the place was not kept, or is another than the store's.
        while !is_home(&terminal.screen()) {
            let before = shown(&terminal.screen());
            terminal.keys(ESC);
            terminal.wait("the screen below", |screen| shown(screen) != before);
        }
        let offered = terminal.screen().contents().contains("继续未完成");
        assert_eq!(offered, place != 0, "{}", terminal.screen().contents());
        terminal.keys(if offered { "1" } else { F2 });
    }
    terminal.wait("the right question", |screen| shown(screen).is_some_and(|n| n == place || n + 1 == place));
    let at = shown(&terminal.screen()).unwrap();
    if at < place {
        // The answer was kept and the program killed before it went on.
        assert!(at == 0 || shows(&terminal.screen(), step - 1), "{}", terminal.screen().contents());
        terminal.keys("\r");
        terminal.wait("the next question", |screen| shown(screen) == Some(place));
    }
    clear(terminal, step);
    if look_round && (2..STEPS - 1).contains(&place) {
        terminal.keys(PAGE_UP);
        terminal.wait("the answer before", |screen| shown(screen) == Some(place - 1));
        assert!(shows(&terminal.screen(), step - 1), "{}", terminal.screen().contents());
        terminal.keys(PAGE_DOWN);
        terminal.wait("the question again", |screen| shown(screen) == Some(place));
    }
}

/// Takes away what was half typed when the program was killed and is there again; it would count as typed.
fn clear(terminal: &mut Terminal, step: usize) {
    let place = step % STEPS;
    if (1..=QUESTIONS).contains(&place) && (place - 1) % 3 != 2 {
        terminal.keys(CTRL_U);
    }
}

/// Whether the answer given in a step is on the screen of its question.
fn shows(screen: &vt100::Screen, step: usize) -> bool {
    let given = answer(step / STEPS, step % STEPS - 1).0;
    let text = match given.as_str() {
        "a" => "(*) 甲",
        "b" => "(*) 乙",
        "c" => "(*) 丙",
        text => text,
    };
    screen.contents().contains(text)
}

/// One directory, killed again and again.
fn kill_again_and_again(directory: u64) -> (usize, usize) {
    let dir = tempfile::tempdir().unwrap();
    std::fs::create_dir(dir.path().join("surveys")).unwrap();
    std::fs::write(dir.path().join("surveys/long.ron"), survey()).unwrap();
    Settings { surveyor: Some("张三".into()), ..Settings::default() }.save(dir.path()).unwrap();
    let mut chance = SeededIds::new(directory);
    let mut below = |end: u64| chance.seed() % end;
    let mut step = 0;
    let mut caught = 0;
    for round in 0..ROUNDS {
        let mut terminal = Terminal::program(dir.path());
        go_on(&mut terminal, step, below(3) == 0);
        let mut seen = step;
        for _ in 0..below(5) {
            terminal.keys(&keys(seen));
            seen += 1;
            terminal.wait("the answer being saved", |screen| shown(screen) == Some(seen % STEPS));
        }
        // Now faster than it is shown, and cut off anywhere.
        let mut sent = seen;
        for _ in 0..below(6) {
            terminal.keys(&keys(sent));
            sent += 1;
        }
        let more = keys(sent);
        let cut = usize::try_from(below(more.len() as u64)).unwrap();
        terminal.keys(more.get(..cut).unwrap_or_default());
        thread::sleep(Duration::from_micros(below(8_000)));
        let last = shown(&terminal.kill());
        let acknowledged = (seen..=sent).find(|step| Some(step % STEPS) == last).unwrap_or(seen);
        step = kept(dir.path());
        assert!(acknowledged <= step, "round {round}: {acknowledged} steps were shown as saved, {step} are kept");
        assert!(step <= sent, "round {round}: {sent} steps were made, {step} are kept");
        caught += usize::from(step < sent);
    }
    (step, caught)
}

#[test]
fn two_hundred_kills_lose_no_answer_that_was_shown_as_saved() {
    let threads = (0..DIRECTORIES).map(|directory| thread::spawn(move || kill_again_and_again(directory)));
    let (mut steps, mut caught) = (0, 0);
    for thread in threads.collect::<Vec<_>>() {
        let (taken, cut_short) = thread.join().unwrap();
        steps += taken;
        caught += cut_short;
    }
    println!("{} kills, {caught} while something was under way, {steps} steps, none lost", DIRECTORIES * ROUNDS as u64);
    assert!(caught > 0, "no kill came while something was under way");
    assert!(steps > STEPS, "no response was finished");
}
