//! `babahui print`: the demo's reports as text and files, never over a file, never for a narrow circle unasked.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::{fs, path::Path, sync::OnceLock};

use assert_cmd::{Command, assert::Assert};
use babahui::app::demo;
use predicates::{prelude::*, str::contains};

/// The demo, built once; every test works on its own copy of the store.
fn demo_dir() -> tempfile::TempDir {
    static BUILT: OnceLock<tempfile::TempDir> = OnceLock::new();
    let built = BUILT.get_or_init(|| {
        let dir = tempfile::tempdir().unwrap();
        demo::build(dir.path()).unwrap();
        dir
    });
    let dir = tempfile::tempdir().unwrap();
    for entry in fs::read_dir(built.path()).unwrap().flatten().filter(|entry| entry.path().is_file()) {
        fs::copy(entry.path(), dir.path().join(entry.file_name())).unwrap();
    }
    dir
}

fn print(dir: &Path, arguments: &[&str]) -> Assert {
    let mut command = Command::cargo_bin("babahui").unwrap();
    // No printing tools are found there.
    command.env("PATH", "");
    command.arg("--data").arg(dir).args(["--lang", "en", "print"]).args(arguments).assert()
}

#[test]
fn the_list_says_which_reports_there_are_and_that_there_is_no_printer() {
    let dir = tempfile::tempdir().unwrap();
    let said = print(dir.path(), &["--list"]).success();
    said.stdout(contains("summary").and(contains("evening")).and(contains("No printer is set up")));
}

#[test]
fn a_summary_carries_its_base_and_holds_back_what_is_rare() {
    let dir = demo_dir();
    let said = print(dir.path(), &["summary"]).success();
    said.stdout(contains("135 responses").and(contains("2024100802")).and(contains("not shown")));
    let few = print(dir.path(), &["summary", "--building", "7", "--from", "2024-11-12"]).success();
    few.stdout(contains("Responses counted").and(contains('%').not().or(contains("not shown"))));
    print(dir.path(), &["sumary"]).code(2).stderr(contains("Did you mean summary"));
    print(dir.path(), &["summary", "--filter", "nobody=1"]).code(2).stderr(contains("no question nobody"));
}

#[test]
fn a_narrower_circle_is_agreed_to_and_logged() {
    let dir = demo_dir();
    print(dir.path(), &["--log"]).success().stdout(contains("Nothing was printed"));
    print(dir.path(), &["minutes", "--class", "facilitator"]).code(2).stderr(contains("--yes"));
    print(dir.path(), &["--log"]).success().stdout(contains("Nothing was printed"));
    let said = print(dir.path(), &["minutes", "--class", "facilitator", "--yes"]).success();
    said.stdout(contains("For the facilitator"));
    print(dir.path(), &["--log"]).success().stdout(contains("minutes  facilitator  txt"));
    print(dir.path(), &["response", "--class", "public"]).code(2).stderr(contains("no edition"));
}

#[test]
fn files_are_whole_and_never_over_one_that_is_there() {
    let (dir, out) = (demo_dir(), tempfile::tempdir().unwrap());
    let file = out.path().join("fund.md");
    let path = file.to_str().unwrap();
    print(dir.path(), &["fund", "-o", path]).success().stdout(contains("Written"));
    let first = fs::read_to_string(&file).unwrap();
    assert!(first.starts_with("# Pledges and funds"), "the ending chose the format: {first}");
    fs::write(&file, "mine").unwrap();
    print(dir.path(), &["fund", "-o", path]).code(2).stderr(contains("--replace"));
    assert_eq!(fs::read_to_string(&file).unwrap(), "mine");
    print(dir.path(), &["fund", "-o", path, "--replace"]).success();
    assert_eq!(fs::read_to_string(&file).unwrap(), first);
    print(dir.path(), &["fund", "--format", "html"]).success().stdout(contains("<html").and(contains("240 000")));
    assert_eq!(fs::read_dir(out.path()).unwrap().count(), 1, "nothing half written is left beside it");
}

#[test]
fn the_evening_pack_is_four_files_in_one_folder() {
    let (dir, out) = (demo_dir(), tempfile::tempdir().unwrap());
    let folder = out.path().join("tonight");
    print(dir.path(), &["evening", "-o", folder.to_str().unwrap(), "--format", "text"]).success();
    let names: Vec<String> =
        fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    for word in ["minutes-", "posting-", "actions-", "fund-"] {
        assert_eq!(names.iter().filter(|name| name.starts_with(word)).count(), 1, "{names:?}");
    }
}

#[test]
fn without_a_printer_the_report_is_kept_and_the_message_says_what_to_do() {
    let dir = demo_dir();
    print(dir.path(), &["actions", "--format", "text", "--to"]).failure().stderr(contains("No printer is set up"));
    assert_eq!(fs::read_dir(dir.path().join("reports")).unwrap().count(), 1);
}

#[test]
fn routes_coverage_and_matters_are_named_as_people_name_them() {
    let dir = demo_dir();
    let route = print(dir.path(), &["route", "--round", "逐户"]).success();
    route.stdout(contains("Visit route: 14号院逐户走访").and(contains("[ ]")).and(contains("For the office")));
    print(dir.path(), &["route", "--surveyor", "nobody"]).code(2).stderr(contains("Nobody called nobody"));
    print(dir.path(), &["route", "--class", "public"]).code(2).stderr(contains("no edition"));
    print(dir.path(), &["coverage", "--round", "9"]).code(2).stderr(contains("14号院逐户走访"));
    let coverage = print(dir.path(), &["coverage", "--round", "逐户"]).success();
    coverage.stdout(contains("By micro-grid").and(contains("By surveyor").not()));
    let open = print(dir.path(), &["matters", "--state", "under_way"]).success();
    open.stdout(contains("Under way (").and(contains("Dropped (").not()));
    print(dir.path(), &["matters", "--state", "nowhere"]).code(2).stderr(contains("under_way"));
    print(dir.path(), &["matters", "--concern", "nothing"]).code(2).stderr(contains("no concern nothing"));
    let matter = print(dir.path(), &["matter", "--matter", "车棚"]).success();
    matter.stdout(contains("What became of it").and(contains("Votes")).and(contains("Who does what")));
    print(dir.path(), &["matter"]).code(2).stderr(contains("--matter"));
}

#[test]
fn matters_tell_both_figures_and_withhold_the_small_ones_from_everyone() {
    let dir = demo_dir();
    let babahui = |arguments: &[&str]| {
        let mut command = Command::cargo_bin("babahui").unwrap();
        let said = command.arg("--data").arg(dir.path()).args(["--lang", "en"]).args(arguments).assert().success();
        String::from_utf8(said.get_output().stdout.clone()).unwrap()
    };
    let json = |arguments: &[&str]| -> serde_json::Value {
        serde_json::from_str(&babahui(&[arguments, &["--format", "json"]].concat())).unwrap()
    };
    let all = json(&["matters"]);
    let list = babahui(&["matters"]);
    assert!(list.contains("Said so") && list.contains("Picked it"), "{list}");
    let least = babahui::domain::tally::LEAST_SHOWN;
    let (mut few, mut picked) = (0, 0);
    for row in all.as_array().unwrap() {
        let id = row["matter"].as_str().unwrap();
        let households = row["households"].as_u64().unwrap();
        let open = json(&["matter", id]);
        assert_eq!(open["households"], row["households"], "the office reads all of it");
        assert_eq!((&open["picked"], &open["asked"]), (&row["picked"], &row["asked"]));
        let public = json(&["matter", id, "--public"]);
        let text = babahui(&["matter", id, "--public"]);
        if (1..least).contains(&households) {
            few += 1;
            assert!(public["households"].is_null() && public["suggestions"].is_null(), "{public}");
            assert!(!public.to_string().contains("suggested"), "nor can they be counted: {public}");
            assert!(text.contains("suggestions from fewer than"), "{text}");
        } else {
            assert_eq!(public["households"], row["households"]);
        }
        if let Some(n) = row["picked"].as_u64() {
            picked += 1;
            assert_eq!(public["picked"].as_u64(), Some(n).filter(|n| !(1..least).contains(n)), "{public}");
            let words = format!("{n} of {} picked", row["asked"]);
            assert_eq!(text.contains(&words), !(1..least).contains(&n), "{text}");
            assert!(babahui(&["matter", id]).contains(&words));
        }
    }
    assert!(few > 0 && picked > 0, "the demo has both: {few}, {picked}");
}
