//! `babahui roll`: tables of households in and out, listing, erasing.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::{fs, path::Path};

use assert_cmd::{Command, assert::Assert};
use babahui::{
    domain::{
        AttemptId, HouseholdId, Ids, SeededIds,
        place::Roll,
        record::{Body, Register},
        survey::Door,
        visit::{Attempt, Disposition, Event},
    },
    store::{About, OpenOptions, Stamp, Store},
};
use chrono::DateTime;
use predicates::prelude::*;

const LIST: &str = "微网格,楼栋,单元,房号,业主,面积,四必去,电话\n\
    第一微网格,3,2,501,张三,72.40,困难户,13800000001\n\
    第一微网格,3,2,502,李四,68.00,,13800000002\n\
    第二微网格,4,1,101,王五,55.5,党员户、特殊人群户,\n";

fn babahui(dir: &Path, arguments: &[&str]) -> Assert {
    command(dir, arguments).assert()
}

fn command(dir: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::cargo_bin("babahui").unwrap();
    command.arg("--data").arg(dir).args(["--lang", "en"]).args(arguments);
    command
}

fn write(dir: &Path, name: &str, bytes: impl AsRef<[u8]>) -> String {
    let path = dir.join(name);
    fs::write(&path, bytes).unwrap();
    path.display().to_string()
}

#[test]
fn a_table_comes_in_once_and_leaves_as_it_came() {
    let dir = tempfile::tempdir().unwrap();
    let data = dir.path().join("data");
    let list = write(dir.path(), "list.csv", LIST);
    let said = |words: &'static str| predicate::str::contains(words);
    babahui(&data, &["roll", "import", &list, "--dry-run"]).success().stdout(said("3 would be new"));
    babahui(&data, &["roll", "import", &list]).success().stdout(said("3 new, 0 changed, 0 as they were."));
    babahui(&data, &["roll", "import", &list]).success().stdout(said("0 new, 0 changed, 3 as they were."));
    let plain = babahui(&data, &["roll", "export"]).success();
    let plain = String::from_utf8(plain.get_output().stdout.clone()).unwrap();
    for secret in ["张三", "13800000001", "hardship", "困难户"] {
        assert!(!plain.contains(secret), "{plain}");
    }
    let all = babahui(&data, &["roll", "export", "--include", "personal,sensitive"]).success();
    let all = all.get_output().stdout.clone();
    assert!(String::from_utf8(all.clone()).unwrap().contains("13800000001"));
    let back = write(dir.path(), "back.csv", &all);
    babahui(&data, &["roll", "import", &back]).success().stdout(said("0 new, 0 changed, 3 as they were."));
    let other = dir.path().join("other");
    babahui(&other, &["roll", "import", &back]).success().stdout(said("3 new"));
    babahui(&other, &["roll", "export", "--include", "personal,sensitive"]).success().stdout(all);
    // A spreadsheet holds the same, and nothing of people unless it is asked for.
    let sheet = |include: &[&'static str]| {
        let args = [&["roll", "export", "--format", "xlsx"], include].concat();
        babahui(&data, &args).success().get_output().stdout.clone()
    };
    let full = write(dir.path(), "full.xlsx", sheet(&["--include", "personal,sensitive"]));
    babahui(&data, &["roll", "import", &full]).success().stdout(said("0 new, 0 changed, 3 as they were."));
    let plain = write(dir.path(), "plain.xlsx", sheet(&[]));
    let third = dir.path().join("third");
    babahui(&third, &["roll", "import", &plain]).success().stdout(said("3 new"));
    let kept = babahui(&third, &["roll", "export", "--include", "personal,sensitive"]).success();
    assert!(!String::from_utf8(kept.get_output().stdout.clone()).unwrap().contains("13800000001"));
    babahui(&data, &["roll", "list", "--place", "第一微网格"]).success().stdout(said("2 households, 1 must-visit"));
    babahui(&data, &["check", "--store"]).success();
}

#[test]
fn a_bad_row_is_said_and_nothing_comes_in() {
    let dir = tempfile::tempdir().unwrap();
    let data = dir.path().join("data");
    let bad = write(dir.path(), "bad.csv", format!("{LIST}第二微网格,4,1,101,赵六,,,\n第二微网格,4,1,102,钱七,大,,\n"));
    let said = predicate::str::contains("Row 5: The same household as row 4.")
        .and(predicate::str::contains("Row 6: \"大\" is no number of square metres."))
        .and(predicate::str::contains("2 faults: nothing was imported."));
    babahui(&data, &["roll", "import", &bad]).code(1).stderr(said);
    babahui(&data, &["roll", "list"]).success().stdout(predicate::str::contains("All  0 households"));
    babahui(&data, &["roll", "import", &bad, "--map", "房号=nothing"]).code(2);
    babahui(&data, &["roll", "list", "--place", "第九微网格"]).code(2);
}

#[test]
fn workbooks_other_encodings_and_headings_of_ones_own_are_read() {
    let dir = tempfile::tempdir().unwrap();
    let data = dir.path().join("data");
    let book = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/roll.xlsx");
    babahui(&data, &["roll", "import", book]).success().stdout(predicate::str::contains("2 new"));
    let (gbk, _, _) = encoding_rs::GBK.encode("楼,层,号牌\n3,2,501\n9,9,901\n");
    let own = write(dir.path(), "own.csv", gbk);
    let map = ["roll", "import", &own, "--map", "楼=building", "--map", "层=entrance", "--map", "号牌=household"];
    babahui(&data, &map).success().stdout(predicate::str::contains("1 new, 0 changed, 1 as they were."));
}

#[test]
fn an_erased_household_is_gone_for_good_and_the_chain_still_holds() {
    let dir = tempfile::tempdir().unwrap();
    let data = dir.path().join("data");
    let list = write(dir.path(), "list.csv", LIST);
    babahui(&data, &["roll", "import", &list]).success();
    babahui(&data, &["roll", "erase", "3-2-501"]).code(2);
    let would = babahui(&data, &["roll", "erase", "3-2-501", "--dry-run"]).success();
    would.stdout(predicate::str::contains("Records of the roll: 1").and(predicate::str::contains("Stays:")));
    let erase = ["roll", "erase", "3栋2单元501", "--reason", "asked for it"];
    command(&data, &erase).write_stdin("yes\n3-2-502\n").assert().success().stdout(predicate::str::contains("Nothing"));
    command(&data, &erase)
        .write_stdin("yes\n3-2-501\n")
        .assert()
        .success()
        .stdout(predicate::str::contains("destroyed."));
    babahui(&data, &erase).code(2);
    babahui(&data, &["check", "--store"]).success();
    let mut kept = Vec::new();
    for entry in fs::read_dir(&data).unwrap().map(Result::unwrap).filter(|entry| entry.path().is_file()) {
        kept.extend(fs::read(entry.path()).unwrap());
    }
    let holds = |words: &str| kept.windows(words.len()).any(|at| at == words.as_bytes());
    assert!(holds("13800000002") && !holds("13800000001"), "what was erased stands in a file of the store");
}

#[test]
fn the_last_import_is_taken_back_unless_something_rests_on_it() {
    let dir = tempfile::tempdir().unwrap();
    let data = dir.path().join("data");
    let said = |words: &'static str| predicate::str::contains(words);
    babahui(&data, &["roll", "undo"]).failure().stderr(said("There is no import of households to take back."));
    let list = write(dir.path(), "list.csv", LIST);
    babahui(&data, &["roll", "import", &list]).success();
    // A second one changes one household and brings another: that one alone goes first.
    let more = LIST.replace("68.00", "69.00").replace("4,1,101,王五", "4,1,102,王五");
    let more = write(dir.path(), "more.csv", more);
    babahui(&data, &["roll", "import", &more]).success().stdout(said("1 new, 1 changed, 1 as they were."));
    let whole = ["roll", "export", "--include", "personal,sensitive"];
    let areas = |words: &'static str| babahui(&data, &whole).success().stdout(said(words));
    areas("69");
    babahui(&data, &["roll", "undo", "--dry-run"]).success().stdout(said("Would take back: more.csv taken in"));
    areas("69");
    babahui(&data, &["roll", "undo"]).success().stdout(said("1 new, 1 changed"));
    areas("68").stdout(said("69").not()).stdout(said("102,王五").not());
    babahui(&data, &["check", "--store"]).success();
    // What one household was since holds the whole import.
    babahui(&data, &["roll", "erase", "3-2-501", "--yes", "--reason", "moved away"]).success();
    let small = "微网格,楼栋,单元,房号,业主,面积\n第一微网格,3,2,502,李四,70.00\n";
    let small = write(dir.path(), "small.csv", small);
    babahui(&data, &["roll", "import", &small]).success().stdout(said("0 new, 1 changed"));
    babahui(&data, &["roll", "undo"]).success().stdout(said("small.csv taken in").and(said("0 new, 1 changed")));
    areas("68");
    babahui(&data, &["roll", "undo"]).success().stdout(said("list.csv taken in"));
    babahui(&data, &["roll", "undo"]).failure().stderr(said("There is no import"));
    // Importing again brings back what was taken back.
    babahui(&data, &["roll", "import", &list]).success().stdout(said("3 new"));
}

/// Notes that somebody stood at a door in vain.
fn nobody_home(dir: &Path, door: &str) {
    let now = DateTime::parse_from_rfc3339("2024-11-12T14:03:21+08:00").unwrap();
    let mut ids = SeededIds::new(7);
    let options = OpenOptions { community: String::new(), ids: &mut ids, now, page_limit: None };
    let mut store = Store::open(dir, options).unwrap().into_store();
    let roll = Roll::fold(store.records_about(About::Register(Roll::KIND)).unwrap().0);
    let at = |id: &HouseholdId| roll.household(*id).unwrap().address.door == Door::read(door);
    let household = roll.households().map(|(id, _)| id).find(at).unwrap();
    let attempt = Attempt {
        round: None,
        household,
        disposition: Disposition::NobodyHome,
        visitor: "张三".into(),
        at: now,
        note: String::new(),
        said_in: None,
    };
    let body = Body::Visit(Event::Attempted { id: AttemptId(ids.uuid(0)), attempt });
    store.append_events(vec![body], Stamp { ids: &mut ids, now, author: "张三" }).unwrap();
}

#[test]
fn an_import_stays_once_somebody_has_been_to_a_household_of_it() {
    let dir = tempfile::tempdir().unwrap();
    let data = dir.path().join("data");
    let list = write(dir.path(), "list.csv", LIST);
    babahui(&data, &["roll", "import", &list]).success();
    nobody_home(&data, "3-2-501");
    let stays = predicate::str::contains("somebody has been to 1 of its households");
    babahui(&data, &["roll", "undo", "--dry-run"]).failure().stderr(stays.clone());
    babahui(&data, &["roll", "undo"]).failure().stderr(stays);
    babahui(&data, &["roll", "list"]).success().stdout(predicate::str::contains("All  3 households"));
}
