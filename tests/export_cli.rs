//! `babahui export` and `babahui import`: from one laptop's data to another's and back, without loss and without doubles.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod tally_store;

use std::{fs, path::Path};

use calamine::Reader;
use tally_store::{babahui, fill, stderr, stdout};

fn path(path: &Path) -> &str {
    path.to_str().unwrap()
}

#[test]
fn json_brings_everything_to_another_laptop_and_the_same_again_changes_nothing() {
    let (here, there, files) =
        (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    fill(here.path());
    let file = files.path().join("all.json");
    stdout(here.path(), &["export", "intake", "--include", "personal", "--format", "json", "-o", path(&file)]);
    let said = stdout(there.path(), &["import", path(&file)]);
    assert_eq!(said, "Taken in: 10 responses. Here already: 0 responses. Corrected: 0 responses.\n");
    let again = stdout(there.path(), &["import", path(&file)]);
    assert_eq!(again, "Taken in: 0 responses. Here already: 10 responses. Corrected: 0 responses.\n");
    let export = |dir: &Path| stdout(dir, &["export", "intake", "--include", "personal", "--format", "json"]);
    assert_eq!(export(there.path()), export(here.path()));
    assert_eq!(stdout(there.path(), &["tally", "intake"]), stdout(here.path(), &["tally", "intake"]));
}

#[test]
fn tables_go_out_and_come_back() {
    let (here, files) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    fill(here.path());
    stdout(here.path(), &["export", "intake", "--include", "personal", "--bom", "-o", path(files.path())]);
    let main = fs::read_to_string(files.path().join("intake.csv")).unwrap();
    assert!(main.starts_with("\u{feff}KEY,meta/survey,"));
    assert!(main.contains("'=充电桩0") && main.contains("[refused]"));
    assert_eq!(fs::read_to_string(files.path().join("intake-member.csv")).unwrap().lines().count(), 10);

    let file = files.path().join("intake.csv");
    let again = stdout(here.path(), &["import", path(&file)]);
    assert_eq!(again, "Taken in: 0 responses. Here already: 10 responses. Corrected: 0 responses.\n");

    // On a laptop that knows the survey but has no response, the tables bring them, sessions by kind and title.
    let (there, json) = (tempfile::tempdir().unwrap(), files.path().join("text.json"));
    stdout(here.path(), &["export", "intake", "--include", "personal", "--format", "json", "-o", path(&json)]);
    let mut archive: serde_json::Value = serde_json::from_str(&fs::read_to_string(&json).unwrap()).unwrap();
    archive["responses"] = serde_json::json!([]);
    archive["sessions"] = serde_json::json!([]);
    fs::write(&json, archive.to_string()).unwrap();
    stdout(there.path(), &["import", path(&json)]);
    let said = stdout(there.path(), &["import", path(&file)]);
    assert_eq!(said, "Taken in: 10 responses. Here already: 0 responses. Corrected: 0 responses.\n");
    let export = |dir: &Path| stdout(dir, &["export", "intake", "--include", "personal", "--format", "csv"]);
    assert_eq!(export(there.path()), export(here.path()));
}

#[test]
fn a_comment_and_the_trail_go_along_and_the_same_again_changes_nothing() {
    let (here, there, files) =
        (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let ops = files.path().join("ops.json");
    let steps = r#"[{"set":"/data/people","value":"2"},{"set":"/data/people","value":"3"},{"set":"/data/first","refusal":"refused"},
        {"add_repeat":"/data/member"},{"set":"/data/member[1]/age","value":"8"},{"set":"/data/note","value":"=1"}]"#;
    fs::write(&ops, steps).unwrap();
    let survey = files.path().join("intake.ron");
    fs::write(&survey, tally_store::SURVEY).unwrap();
    for dir in [here.path(), there.path()] {
        fs::create_dir(dir.join("surveys")).unwrap();
        fs::copy(&survey, dir.join("surveys/intake.ron")).unwrap();
    }
    let filled = ["fill", "intake", "--script", path(&ops), "--state", "json", "--now", "2024-11-12T14:00:00+08:00"];
    let report: serde_json::Value = serde_json::from_str(&stdout(here.path(), &filled)).unwrap();
    let id = report["response"]["id"].as_str().unwrap();
    tally_store::sent_back(here.path(), id, "=少了电话");

    let file = files.path().join("out.csv");
    stderr(&mut babahui(here.path(), &["export", "intake", "--include", "personal", "--audit"]), 2);
    stdout(here.path(), &["export", "intake", "--include", "personal", "--audit", "-o", path(&file)]);
    let main = fs::read_to_string(&file).unwrap();
    assert!(main.contains("meta/state,meta/comment,") && main.contains(",returned,'=少了电话,"), "{main}");
    let folder = format!("{}/a/b/", path(files.path()));
    stdout(here.path(), &["export", "intake", "--include", "personal", "--audit", "-o", &folder]);
    assert!(files.path().join(format!("a/b/intake-audit/{id}.csv")).is_file());
    let trail = fs::read_to_string(files.path().join(format!("out-audit/{id}.csv"))).unwrap();
    let at = "1731391200000";
    let expected = [
        "event,node,start,end,old-value,new-value".to_owned(),
        format!("form start,,{at},,,"),
        format!("question,/data/people,{at},{at},,2"),
        format!("question,/data/people,{at},{at},2,3"),
        format!("question,/data/first,{at},{at},,[refused]"),
        format!("add repeat,/data/member,{at},{at},,"),
        format!("question,/data/member[1]/age,{at},{at},,8"),
        format!("question,/data/note,{at},{at},,'=1"),
        format!("form finalize,,{at},,,"),
    ];
    assert_eq!(trail.lines().collect::<Vec<_>>(), expected);

    let json = files.path().join("out.json");
    stdout(
        here.path(),
        &["export", "intake", "--include", "personal", "--format", "json", "--audit", "-o", path(&json)],
    );
    for (file, taken_in) in [(&file, true), (&file, false), (&json, false)] {
        let said = stdout(there.path(), &["import", path(file)]);
        assert_eq!(said.starts_with("Taken in: 1 response."), taken_in, "{said}");
        assert!(said.contains("Corrected: 0 responses"), "{said}");
        assert!(stdout(there.path(), &["export", "intake", "--include", "personal"]).contains(",returned,'=少了电话,"));
    }
    // Where JSON comes first, the trail comes with it.
    let fresh = tempfile::tempdir().unwrap();
    stdout(fresh.path(), &["import", path(&json)]);
    let whole = |dir: &Path| stdout(dir, &["export", "intake", "--include", "personal", "--format", "json", "--audit"]);
    assert_eq!(whole(fresh.path()), whole(here.path()));
    assert!(whole(fresh.path()).contains("\"add_repeat\""));
}

#[test]
fn another_content_is_refused_with_a_list_and_taken_in_as_a_correction_on_demand() {
    let (here, files) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    fill(here.path());
    stdout(here.path(), &["export", "intake", "--include", "personal", "-o", path(files.path())]);
    let file = files.path().join("intake.csv");
    let before = stdout(here.path(), &["export", "intake", "--include", "personal", "--format", "json"]);
    fs::write(&file, fs::read_to_string(&file).unwrap().replace("'=充电桩4", "纠正了")).unwrap();

    let said = stderr(&mut babahui(here.path(), &["import", path(&file)]), 1);
    assert!(said.contains("00000000-0000-0000-0000-000000000005 is here with another content: note"), "{said}");
    assert_eq!(stdout(here.path(), &["export", "intake", "--include", "personal", "--format", "json"]), before);

    let correct = ["import", path(&file), "--correct", "retyped", "--dry-run"];
    assert!(stdout(here.path(), &correct).contains("Would correct: 1 response."));
    assert_eq!(stdout(here.path(), &["export", "intake", "--include", "personal", "--format", "json"]), before);
    assert!(stdout(here.path(), &correct[..4]).contains("Corrected: 1 response."));
    assert!(stdout(here.path(), &["tally", "intake", "--question", "note"]).contains("纠正了"));
    assert!(stdout(here.path(), &["import", path(&file)]).contains("Here already: 10 responses."));
}

#[test]
fn every_bad_row_is_listed_and_nothing_is_taken_in() {
    let (here, files) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    fill(here.path());
    stdout(here.path(), &["export", "intake", "--include", "personal", "-o", path(files.path())]);
    let before = stdout(here.path(), &["export", "intake", "--include", "personal", "--format", "json"]);
    let file = files.path().join("intake.csv");
    let bad = fs::read_to_string(&file).unwrap().replace("[refused]", "facede").replacen(
        "+08:00,2024-11-11T",
        ",2024-11-11T",
        1,
    );
    fs::write(&file, bad).unwrap();
    let said = stderr(&mut babahui(here.path(), &["import", path(&file)]), 1);
    assert!(said.contains("intake.csv:2 first: the question has no choice facede. Did you mean facade?"), "{said}");
    assert!(said.contains("intake.csv:7 meta/created: type date and time"), "{said}");
    assert!(said.ends_with("Nothing was taken in. Faults: 2\n"), "{said}");
    assert_eq!(stdout(here.path(), &["export", "intake", "--include", "personal", "--format", "json"]), before);

    fs::write(&file, b"KEY\n\xcd\xe2\n").unwrap();
    assert!(stderr(&mut babahui(here.path(), &["import", path(&file)]), 70).contains("intake.csv:2 is not UTF-8"));
    fs::write(&file, "KEY\n").unwrap();
    assert!(stderr(&mut babahui(here.path(), &["import", path(&file)]), 2).contains("--survey"));
    let json = files.path().join("bad.json");
    fs::write(&json, "{\n\"survey\": 3}").unwrap();
    assert!(stderr(&mut babahui(here.path(), &["import", path(&json)]), 70).contains("bad.json:2:"));
}

#[test]
fn a_spreadsheet_and_a_codebook_go_out_in_the_language_spoken() {
    let (here, files) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    fill(here.path());
    let said = stderr(&mut babahui(here.path(), &["export", "intake", "--include", "personal", "--format", "xlsx"]), 2);
    assert!(said.contains("-o"), "{said}");
    stderr(
        &mut babahui(
            here.path(),
            &["export", "intake", "--include", "personal", "--format", "xlsx", "--audit", "-o", path(files.path())],
        ),
        2,
    );
    stdout(here.path(), &["export", "intake", "--include", "personal", "--format", "xlsx", "-o", path(files.path())]);
    let mut book: calamine::Xlsx<_> = calamine::open_workbook(files.path().join("intake.xlsx")).unwrap();
    assert_eq!(book.sheet_names(), ["Responses", "member", "Counts", "Codebook"]);
    let height = |book: &mut calamine::Xlsx<_>, name| book.worksheet_range(name).unwrap().height();
    assert_eq!((height(&mut book, "Responses"), height(&mut book, "member")), (12, 11));
    let printed = stdout(here.path(), &["export", "intake", "--include", "personal", "--format", "codebook"]);
    assert!(printed.starts_with(
        "question,repeat,kind,choice,privacy,disposition,left_out,versions,label:zh-CN,label:en\r\nconcerns,,SelectMultiple,,"
    ));
    assert!(printed.contains("age,member,Integer,,open,,,2024111201,年龄,Age"), "{printed}");
    stdout(
        here.path(),
        &["export", "intake", "--include", "personal", "--format", "codebook", "-o", path(files.path())],
    );
    assert!(files.path().join("intake-codebook.csv").is_file());
}

/// A survey with something of every mark, answered once.
const MARKED: &str = r#"Survey(id: "tea", version: "1", title: {"en": "Tea"}, instance_name: "${called}", body: [
    Text(name: "called", label: {"en": "Name"}, privacy: Personal),
    Text(name: "wish", label: {"en": "Wish"}),
    Text(name: "illness", label: {"en": "Illness"}, privacy: Sensitive),
    Text(name: "doctor", label: {"en": "Doctor"}, relevant: "${illness} != ''"),
    Repeat(name: "member", label: {"en": "Member"}, privacy: Personal, body: [
        Text(name: "child", label: {"en": "Child"}),
    ]),
])"#;

fn answered_tea(dir: &Path) {
    let steps = r#"[{"set":"/data/called","value":"Zhang-Wei"},{"set":"/data/wish","value":"a bench"},
        {"set":"/data/illness","value":"asthma"},{"set":"/data/doctor","value":"Dr-Li"},
        {"add_repeat":"/data/member"},{"set":"/data/member[1]/child","value":"Xiaobao"}]"#;
    fs::create_dir_all(dir.join("surveys")).unwrap();
    fs::write(dir.join("surveys/tea.ron"), MARKED).unwrap();
    fs::write(dir.join("ops.json"), steps).unwrap();
    let ops = dir.join("ops.json");
    stdout(dir, &["fill", "tea", "--script", path(&ops), "--now", "2024-11-12T14:00:00+08:00"]);
}

/// All that an export leaves in a folder, as one text; of a spreadsheet the cells.
fn written(dir: &Path) -> String {
    let mut all = String::new();
    for entry in fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            all += &written(&path);
        } else if path.extension().is_some_and(|e| e == "xlsx") {
            let mut book: calamine::Xlsx<_> = calamine::open_workbook(&path).unwrap();
            for name in book.sheet_names() {
                let range = book.worksheet_range(&name).unwrap();
                let cells = range.cells().map(|(_, _, cell)| cell.to_string());
                all += &cells.collect::<Vec<_>>().join("\n");
            }
        } else {
            all += &fs::read_to_string(&path).unwrap();
        }
    }
    all
}

#[test]
fn what_tells_of_people_goes_out_only_when_it_is_asked_for_by_name() {
    let told = ["Zhang-Wei", "a bench", "asthma", "Dr-Li", "Xiaobao"];
    // What is asked for, and which of the five answers go out then.
    let rows: [(&[&str], [bool; 5]); 5] = [
        (&[], [false, true, false, false, false]),
        (&["--include", "personal"], [true, true, false, false, true]),
        (&["--include", "sensitive"], [false, true, true, true, false]),
        (&["--include", "doctor,called"], [true, true, false, true, false]),
        (&["--include", "personal", "--include", "sensitive"], [true; 5]),
    ];
    let here = tempfile::tempdir().unwrap();
    answered_tea(here.path());
    let formats: [&[&str]; 3] = [&["csv", "--audit"], &["json", "--audit"], &["xlsx"]];
    for (include, goes_out) in rows {
        for format in formats {
            let files = tempfile::tempdir().unwrap();
            let args = [&["export", "tea", "-o", path(files.path()), "--format"], format, include].concat();
            let said = stderr(&mut babahui(here.path(), &args), 0);
            assert_eq!(said.contains("--include personal"), include.len() < 4, "{args:?}: {said}");
            let all = written(files.path());
            for (answer, out) in told.iter().zip(goes_out) {
                assert_eq!(all.contains(answer), out, "{args:?}: {answer}\n{all}");
            }
        }
    }
    let said = stderr(&mut babahui(here.path(), &["export", "tea"]), 0);
    assert!(said.contains("meta/correction, meta/name, called, illness, doctor, child (8)"), "{said}");
    let book = stdout(here.path(), &["export", "tea", "--format", "codebook"]);
    assert!(
        book.contains("called,,Text,,personal,,yes,1,Name") && book.contains("wish,,Text,,open,,,1,Wish"),
        "{book}"
    );
    let unknown = stderr(&mut babahui(here.path(), &["export", "tea", "--include", "docter"]), 2);
    assert!(unknown.contains("doctor"), "{unknown}");
    let log = stdout(here.path(), &["print", "--log"]);
    assert_eq!(log.lines().count(), 12, "a line for every export that was asked for more: {log}");
    assert!(log.contains("export  personal sensitive  xlsx  tea"), "{log}");
}

#[test]
fn an_export_that_is_not_whole_is_not_taken_in() {
    let (here, there, files) =
        (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    answered_tea(here.path());
    for (format, file) in [("csv", "tea.csv"), ("json", "tea.json")] {
        let file = files.path().join(file);
        stdout(here.path(), &["export", "tea", "--format", format, "-o", path(&file)]);
        for dir in [here.path(), there.path()] {
            fs::create_dir_all(dir.join("surveys")).unwrap();
            fs::write(dir.join("surveys/tea.ron"), MARKED).unwrap();
            let done = babahui(dir, &["import", path(&file), "--correct", "why"]).output().unwrap();
            let said = String::from_utf8(done.stderr).unwrap();
            assert!(!done.status.success() && said.contains("--include personal --include sensitive"), "{said}");
        }
        stdout(
            here.path(),
            &["export", "tea", "--format", format, "--include", "personal,sensitive", "-o", path(&file)],
        );
        let said = stdout(there.path(), &["import", path(&file)]);
        assert!(said.starts_with("Taken in:"), "{said}");
    }
}
