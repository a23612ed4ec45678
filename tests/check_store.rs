//! `babahui check --store`: says that all is well, which record is bad, and mends what follows from the records.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod support;

use std::path::Path;

use assert_cmd::Command;
use predicates::{prelude::*, str::contains};
use rusqlite::Connection;

fn check(data: &Path, more: &[&str]) -> Command {
    let mut command = Command::cargo_bin("babahui").unwrap();
    command.args(["check", "--store", "--data"]).arg(data).args(more).env("LANG", "C.UTF-8");
    command.env_remove("LC_ALL").env_remove("LC_MESSAGES").env_remove("BABAHUI_DATA");
    command
}

/// A store with three records: the sessions of the story.
fn with_records() -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    support::sessions(&mut support::ctx(dir.path(), "zh-CN"));
    dir
}

/// Does to the store's file what nobody should.
fn tamper(dir: &Path, sql: &str) {
    let conn = Connection::open(dir.join("babahui.db")).unwrap();
    let triggers = "SELECT group_concat('DROP TRIGGER ' || name, ';') FROM sqlite_schema WHERE type = 'trigger'";
    let drop: String = conn.query_row(triggers, [], |row| row.get(0)).unwrap();
    conn.execute_batch(&drop).unwrap();
    conn.execute_batch(sql).unwrap();
}

#[test]
fn a_sound_store_is_well() {
    let dir = with_records();
    check(dir.path(), &[]).assert().success().stdout("一切正常：3 条记录。\n");
    check(dir.path(), &["--lang", "en"]).assert().success().stdout("All is well: 3 records.\n");
    check(dir.path(), &["--rebuild"]).assert().success().stdout("已照记录重做。\n一切正常：3 条记录。\n");
}

#[test]
fn the_first_bad_record_is_named() {
    let dir = with_records();
    tamper(dir.path(), "UPDATE log SET body = replace(body, '李嬢嬢', '王嬢嬢') WHERE pos = 2");
    let said = check(dir.path(), &["--lang", "en"]).assert().code(1);
    said.stdout(predicate::str::starts_with("Record 2 (").and(contains("Copy the whole directory"))).stderr("");
    // Nothing is made anew from records that are not sound.
    check(dir.path(), &["--rebuild"]).assert().code(1).stdout(contains("第 2 条记录").and(contains("重做").not()));
}

#[test]
fn what_follows_from_the_records_is_mended() {
    let dir = with_records();
    tamper(dir.path(), "DELETE FROM session");
    check(dir.path(), &[]).assert().code(1).stdout(contains("babahui check --store --rebuild"));
    check(dir.path(), &["--rebuild"]).assert().success().stdout(contains("一切正常：3 条记录。"));
    check(dir.path(), &[]).assert().success();
    assert_eq!(support::ctx(dir.path(), "zh-CN").store.sessions(false).unwrap().len(), 3);
}

#[test]
fn a_directory_without_a_store_is_left_without_one() {
    let dir = tempfile::tempdir().unwrap();
    let missing = dir.path().join("nowhere");
    check(&missing, &[]).assert().code(2).stdout("").stderr(contains("还没有数据"));
    assert!(!missing.exists());
}

#[test]
fn survey_files_and_the_store_are_checked_one_at_a_time() {
    let dir = with_records();
    check(dir.path(), &["tea.ron"]).assert().code(2);
    Command::cargo_bin("babahui").unwrap().args(["check", "--rebuild"]).assert().code(2);
    Command::cargo_bin("babahui").unwrap().arg("check").assert().code(2);
}
