//! The demo's figures as the summary shows them: 135 submissions over 12 sessions of four kinds.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod tally_store;

use babahui::app::demo;
use predicates::str::contains;
use tally_store::{babahui, stdout};

#[test]
fn the_demo_tallies_to_the_story_and_survives_a_trip_through_tables() {
    let (dir, files) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    demo::build(dir.path()).unwrap();
    let text = stdout(dir.path(), &["tally", "courtyard-intake"]);
    assert!(text.contains("135 responses  12 sessions"), "{text}");
    assert!(!text.contains("[laptop]"), "what tells of the filling is left out");
    assert!(stdout(dir.path(), &["tally", "courtyard-intake", "--question", "laptop"]).contains("[laptop]"));
    let json = stdout(dir.path(), &["tally", "courtyard-intake", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["kinds"].as_array().unwrap().len(), 4);
    let of_kinds: u64 = json["kinds"].as_array().unwrap().iter().map(|k| k["sessions"].as_u64().unwrap()).sum();
    assert_eq!(of_kinds, 12);

    let target = files.path().to_str().unwrap();
    stdout(dir.path(), &["export", "courtyard-intake", "--include", "personal,sensitive", "-o", target]);
    let file = files.path().join("courtyard-intake.csv");
    let again = stdout(dir.path(), &["import", file.to_str().unwrap()]);
    assert_eq!(again, "Taken in: 0 responses. Here already: 135 responses. Corrected: 0 responses.\n");
}

#[test]
fn what_tells_of_people_is_tallied_when_it_is_asked_for_by_name() {
    let dir = tempfile::tempdir().unwrap();
    demo::build(dir.path()).unwrap();
    for format in ["text", "csv", "json"] {
        let mut told = babahui(dir.path(), &["tally", "courtyard-intake", "--format", format]);
        let told = told.assert().success().stderr(contains("Left out, because they tell of people: called"));
        let told = String::from_utf8(told.get_output().stdout.clone()).unwrap();
        assert!(told.contains("concerns") && !told.contains("1390000"), "{format}");
    }
    assert!(stdout(dir.path(), &["print", "--log"]).contains("Nothing"), "nothing was told, nothing is on record");
    let phones = stdout(dir.path(), &["tally", "courtyard-intake", "--question", "phone"]);
    assert!(phones.contains("1390000"), "{phones}");
    let log = stdout(dir.path(), &["print", "--log"]);
    assert!(log.contains("phone") && log.contains("txt"), "{log}");
}
