//! A program killed at any moment has lost nothing it said was saved.

use std::{
    collections::HashMap,
    io::{BufRead, BufReader, Write},
    path::Path,
    process::{Command, Stdio},
    time::Duration,
};

use babahui::{
    domain::{
        Answer, Ids, ResponseId, SeededIds, Value,
        record::Body,
        survey::{AuditLine, Edit},
    },
    store::{Stamp, Store},
};

use crate::support::{findings, head, line, noon, open, response};

/// Types without pause into the store of the directory it is told, and says each thing once it is saved. Does nothing
/// unless told by [`nothing_acknowledged_is_lost_however_often_the_program_is_killed`].
#[test]
fn writer() {
    let Ok(told) = std::env::var("BABAHUI_TEST_WRITER") else { return };
    let (seed, dir) = told.split_once(' ').unwrap();
    let mut ids = SeededIds::new(seed.parse().unwrap());
    let mut store = open(Path::new(dir), ids.seed()).unwrap().into_store();
    let mut out = std::io::stdout().lock();
    let mut say = |text: String| {
        writeln!(out, "\nsaved {text}").unwrap();
        out.flush().unwrap();
    };
    loop {
        let head = head(&mut ids, noon(), "intake", "3-2-501");
        let id = head.id;
        store.begin_draft(&head).unwrap();
        say(format!("{id} begun 0"));
        let edits = 1 + ids.seed() % 12;
        let mut audit = Vec::new();
        for n in 1..=edits {
            let edit = line(noon(), "/data/other", &n.to_string());
            let cursor = format!("/data/q{n}").parse().unwrap();
            if n % 3 == 0 {
                store.append_edits(id, std::slice::from_ref(&edit), None).unwrap();
                say(format!("{id} edit {n}"));
                store.move_cursor(id, &cursor).unwrap();
            } else {
                store.append_edits(id, std::slice::from_ref(&edit), Some(&cursor)).unwrap();
                say(format!("{id} edit {n}"));
            }
            say(format!("{id} cursor {n}"));
            audit.push(edit);
        }
        let stamp = Stamp {
            ids: &mut SeededIds::new(seed.parse::<u64>().unwrap() ^ audit.len() as u64 ^ head.seed),
            now: noon(),
            author: "张三",
        };
        if edits.is_multiple_of(4) {
            store.discard_draft(id, stamp).unwrap();
            say(format!("{id} discarded {edits}"));
        } else {
            let done = babahui::domain::survey::Response { audit, ..response(head, noon(), "x") };
            store.finalise(&done, stamp).unwrap();
            say(format!("{id} final {edits}"));
        }
    }
}

/// What was said of one response.
#[derive(Default)]
struct Said {
    edits: u64,
    cursor: u64,
    finished: bool,
}

fn numbers(edits: &[AuditLine]) -> Vec<u64> {
    let number = |edit: &Edit| match edit {
        Edit::Set { answer: Some(Answer::Value(Value::Text(n))), .. } => n.parse().unwrap(),
        other => panic!("never written: {other:?}"),
    };
    edits.iter().map(|l| number(&l.edit)).collect()
}

fn check(store: &Store, said: &HashMap<ResponseId, Said>) {
    for (id, said) in said {
        let kept = if let Some(draft) = store.draft(*id).unwrap() {
            assert!(!said.finished, "{id} was finished and is a draft");
            let cursor = draft.cursor.map_or(0, |c| c.to_string()["/data/q".len()..].parse().unwrap());
            assert!(cursor >= said.cursor, "{id}: the screen showed q{}, kept is q{cursor}", said.cursor);
            numbers(&draft.edits)
        } else {
            match store.records(&id.to_string()).unwrap().pop().map(|r| r.body) {
                Some(Body::Response(response)) => numbers(&response.audit),
                Some(Body::Discarded { edits, .. }) => numbers(&edits),
                other => panic!("{id} is gone: {other:?}"),
            }
        };
        assert_eq!(kept, (1..=kept.len() as u64).collect::<Vec<_>>(), "{id} has its edits in order");
        assert!(
            kept.len() as u64 >= said.edits,
            "{id}: {} edits were said to be saved, {} are",
            said.edits,
            kept.len()
        );
    }
}

#[test]
fn nothing_acknowledged_is_lost_however_often_the_program_is_killed() {
    let mut random = SeededIds::new(20_241_112);
    let mut edits = 0;
    for _ in 0..4 {
        let dir = tempfile::tempdir().unwrap();
        let mut said: HashMap<ResponseId, Said> = HashMap::new();
        for _ in 0..16 {
            let mut child = Command::new(std::env::current_exe().unwrap())
                .args(["killed::writer", "--exact", "--nocapture"])
                .env("BABAHUI_TEST_WRITER", format!("{} {}", random.seed(), dir.path().display()))
                .stdout(Stdio::piped())
                .stderr(Stdio::null())
                .spawn()
                .unwrap();
            let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
            // Some are killed while they open the store, the others while they write.
            let wait = random.seed() % 40;
            let early = wait < 5;
            let mut heard = |text: &str| {
                let Some(rest) = text.strip_prefix("saved ") else { return false };
                let mut words = rest.split(' ');
                let id: ResponseId = words.next().unwrap().parse().unwrap();
                let what = words.next().unwrap();
                let n: u64 = words.next().unwrap().parse().unwrap();
                let said = said.entry(id).or_default();
                match what {
                    "edit" => said.edits = n,
                    "cursor" => said.cursor = n,
                    "final" | "discarded" => said.finished = true,
                    _ => {}
                }
                true
            };
            if !early {
                while let Some(Ok(text)) = lines.next() {
                    if heard(&text) {
                        break;
                    }
                }
            }
            std::thread::sleep(Duration::from_millis(wait));
            child.kill().unwrap();
            // Half a line was never acknowledged: whoever read it would not have known.
            for text in lines.map_while(Result::ok) {
                if text.split(' ').count() == 4 {
                    heard(&text);
                }
            }
            child.wait().unwrap();
            let store = open(dir.path(), 5).unwrap().into_store();
            check(&store, &said);
            assert_eq!(findings(&store), []);
        }
        edits += said.values().map(|s| s.edits).sum::<u64>();
    }
    assert!(edits > 100, "the writers hardly wrote: {edits}");
}
