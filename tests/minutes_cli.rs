//! `babahui minutes`: what is read out, posted and filed without opening the screen.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

#[path = "support/rich.rs"]
mod rich;

use std::path::Path;

use assert_cmd::Command;
use babahui::{
    domain::SeededIds,
    store::{OpenOptions, Store},
};
use predicates::prelude::*;

fn babahui(dir: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::cargo_bin("babahui").unwrap();
    command.arg("--data").arg(dir).args(["--lang", "zh-CN", "minutes"]).args(arguments);
    command
}

fn stdout(dir: &Path, arguments: &[&str]) -> String {
    let done = babahui(dir, arguments).assert().success();
    String::from_utf8(done.get_output().stdout.clone()).unwrap()
}

fn filled() -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    let mut ids = SeededIds::new(1);
    let options = OpenOptions { community: String::new(), ids: &mut ids, now: rich::at(-40_000), page_limit: None };
    rich::keep(&mut Store::open(dir.path(), options).unwrap().into_store());
    dir
}

#[test]
fn the_latest_meeting_is_printed_for_everyone_unless_asked_otherwise() {
    let dir = filled();
    let public = stdout(dir.path(), &[]);
    assert!(public.contains("会议纪要") && public.contains("公开版") && public.contains("匿名"));
    assert!(!public.contains("13800138000") && !public.contains("情绪大"));
    let whole = stdout(dir.path(), &["--facilitator"]);
    assert!(whole.contains("情绪大") && whole.contains("逐户：赞成"));
    let narrow = stdout(dir.path(), &["--width", "50"]);
    assert!(narrow.lines().all(|line| babahui::locale::width(line) <= 50), "{narrow}");
    assert!(stdout(dir.path(), &["--format", "markdown"]).starts_with("# 第9次院落坝坝会 会议纪要\n"));
    assert!(stdout(dir.path(), &["--sheet"]).contains("代赵家"));
    assert!(stdout(dir.path(), &["--sheet=blank"]).contains("受托人签字"));
    assert!(stdout(dir.path(), &["--posting"]).contains("表决结果公示"));
}

#[test]
fn json_is_whole_and_says_which_version() {
    let dir = filled();
    let json: serde_json::Value = serde_json::from_str(&stdout(dir.path(), &["--format", "json"])).unwrap();
    assert_eq!(json["version"], serde_json::Value::Null);
    assert_eq!(json["minutes"]["edition"], "public");
    assert_eq!(json["minutes"]["turnout"]["present"]["heads"], 5);
}

#[test]
fn a_meeting_is_found_by_its_id_title_words_or_date() {
    let dir = filled();
    let id = rich::MEETING.to_string();
    for name in [id.as_str(), "第9次院落坝坝会", "第9次", "2024-11-12 坝坝会", "老槐树"] {
        assert!(stdout(dir.path(), &[name]).contains("会议纪要"), "{name}");
    }
    babahui(dir.path(), &["第十次"]).assert().code(2).stderr(predicate::str::contains("第9次院落坝坝会"));
    babahui(dir.path(), &["--version", "2"]).assert().code(2).stderr(predicate::str::contains("还没定稿"));
    babahui(dir.path(), &["--sheet", "--format", "json"]).assert().code(2).stderr(predicate::str::contains("JSON"));
    let empty = tempfile::tempdir().unwrap();
    babahui(empty.path(), &[]).assert().code(2).stderr(predicate::str::contains("还没有会议"));
}
