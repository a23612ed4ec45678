//! `babahui demo --only-build`: made once, found again, never over other data.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::path::Path;

use assert_cmd::Command;
use predicates::{prelude::*, str::contains};

fn demo(data: &Path, more: &[&str]) -> Command {
    let mut command = Command::cargo_bin("babahui").unwrap();
    command.args(["demo", "--only-build"]).args(more).env("BABAHUI_DATA", data).env("LANG", "C.UTF-8");
    command.env_remove("LC_ALL").env_remove("LC_MESSAGES");
    command
}

#[test]
fn lives_beside_the_real_data_and_says_what_is_invented() {
    let data = tempfile::tempdir().unwrap();
    let said = demo(data.path(), &[]).assert().success();
    said.stdout(contains("135 份").and(contains("12 场")).and(contains("都是编的")));
    assert!(data.path().join("demo/babahui.db").is_file());
    assert!(!data.path().join("babahui.db").exists(), "the real store is not touched");
    demo(data.path(), &["--lang", "en"]).assert().success().stdout(contains("there already").and(contains("invented")));
}

#[test]
fn takes_the_directory_named() {
    let (data, named) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let dir = named.path().join("show");
    demo(data.path(), &["--data", dir.to_str().unwrap()]).assert().success();
    assert!(dir.join("babahui.db").is_file() && !data.path().join("demo").exists());
}

#[test]
fn other_data_is_left_alone() {
    let data = tempfile::tempdir().unwrap();
    let dir = data.path().join("demo");
    std::fs::create_dir(&dir).unwrap();
    std::fs::write(dir.join("babahui.db"), "not a store").unwrap();
    demo(data.path(), &[]).assert().failure().stdout("").stderr(contains("babahui.db"));
    assert_eq!(std::fs::read_to_string(dir.join("babahui.db")).unwrap(), "not a store");
}
