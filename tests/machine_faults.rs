//! The machine fails under the real binary: each time a sentence in the person's language, an exit code for scripts, the
//! terminal as it was, and nothing overwritten.

#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]

mod support;
#[path = "support/terminal.rs"]
mod terminal;

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::Command,
    thread,
    time::Duration,
};

use portable_pty::CommandBuilder;
use rusqlite::Connection;
use terminal::Terminal;

const CTRL_Q: &str = "\x11";
const F2: &str = "\x1bOQ";
const F9: &str = "\x1b[20~";

/// A data directory with three sessions in it, a directory for signs between test and shell, and both kept.
fn data() -> (tempfile::TempDir, PathBuf) {
    let dir = tempfile::tempdir().unwrap();
    let data = dir.path().join("data");
    support::sessions(&mut support::ctx(&data, "zh-CN"));
    (dir, data)
}

/// Every file with its bytes, but for the program's own log and the notes on who holds the directory.
fn bytes(dir: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let files = fs::read_dir(dir).unwrap().map(|file| file.unwrap().path());
    let ours = |path: &PathBuf| ["babahui.log", "holder", "lock"].iter().any(|name| path.ends_with(name));
    files.filter(|path| !ours(path)).map(|path| (path.clone(), fs::read(path).unwrap())).collect()
}

/// The program does not start on this directory: it says these words, ends with this code, and changes nothing.
fn says_and_ends(data: &Path, words: &str, code: u32) {
    let before = bytes(data);
    let mut terminal = Terminal::program(data);
    assert_eq!(terminal.end().exit_code(), code, "{}", terminal.screen().contents());
    terminal.wait_for(words);
    terminal.assert_given_back();
    assert_eq!(bytes(data), before);
}

/// A shell in the terminal, as root of a world of its own where it may mount; nothing when this system does not let us.
fn in_own_world(script: &str, data: &Path) -> Option<Terminal> {
    let allowed = |how: &str| {
        let tried = Command::new("unshare").args([how, "sh", "-c", "mount -t tmpfs tmpfs /mnt"]).output();
        tried.is_ok_and(|tried| tried.status.success())
    };
    let Some(how) = ["-m", "-rm"].into_iter().find(|how| allowed(how)) else {
        println!("skipped: nothing can be mounted here, so the disk cannot be made full or read-only");
        return None;
    };
    let program = Terminal::command(data);
    let mut command = CommandBuilder::new("unshare");
    command.args([how, "sh", "-c", script]);
    for (name, value) in program.iter_full_env_as_str() {
        command.env(name, value);
    }
    command.env_remove("NO_COLOR");
    command.env_remove("BABAHUI_DATA");
    command.env("PROGRAM", env!("CARGO_BIN_EXE_babahui"));
    command.env("DATA", data);
    Some(Terminal::start(command))
}

/// Waits until the shell has left a sign.
fn sign(path: &Path) {
    for _ in 0..6000 {
        if path.exists() {
            return;
        }
        thread::sleep(Duration::from_millis(10));
    }
    panic!("no {}", path.display());
}

#[test]
fn a_store_that_is_damaged_is_left_alone() {
    let (_dir, data) = data();
    let file = data.join("babahui.db");
    let mut torn = fs::read(&file).unwrap();
    torn[..4096].fill(0x5a);
    fs::write(&file, &torn).unwrap();
    says_and_ends(&data, "已损坏", 65);
}

#[test]
fn a_file_of_another_program_is_left_alone() {
    let (_dir, data) = data();
    fs::remove_file(data.join("babahui.db")).unwrap();
    Connection::open(data.join("babahui.db")).unwrap().execute_batch("CREATE TABLE mine (x)").unwrap();
    says_and_ends(&data, "不是坝坝会的数据文件", 65);
}

#[test]
fn a_store_of_a_newer_version_is_left_alone() {
    let (_dir, data) = data();
    Connection::open(data.join("babahui.db")).unwrap().pragma_update(None, "user_version", 1000).unwrap();
    says_and_ends(&data, "请安装新版本", 76);
}

#[test]
fn a_medium_that_cannot_be_written_to_is_said() {
    let (_dir, data) = data();
    let before = bytes(&data);
    let script =
        r#"mount --bind "$DATA" "$DATA" && mount -o remount,ro,bind "$DATA" && exec "$PROGRAM" --data "$DATA""#;
    let Some(mut terminal) = in_own_world(script, &data) else { return };
    assert_eq!(terminal.end().exit_code(), 73, "{}", terminal.screen().contents());
    terminal.wait_for("不能写入");
    terminal.assert_given_back();
    assert_eq!(bytes(&data), before);
}

#[test]
fn the_second_program_says_who_holds_the_store_and_shows_it() {
    let (_dir, data) = data();
    let mut first = Terminal::program(&data);
    first.wait_for("第9次院落坝坝会");
    let pid = first.pid().to_string();
    let mut second = Terminal::program(&data);
    second.wait_for("第9次院落坝坝会");
    second.wait_for(&pid);
    second.wait_for("只能看");
    second.keys(F2);
    second.wait_for("F9 开始");
    second.keys(F9);
    second.wait_for("只能看");
    second.keys(CTRL_Q);
    assert_eq!(second.end().exit_code(), 0);
    second.assert_given_back();
    first.keys(CTRL_Q);
    assert_eq!(first.end().exit_code(), 0);
    let store = support::ctx(&data, "zh-CN").store;
    assert_eq!((store.drafts().unwrap().len(), store.sessions(false).unwrap().len()), (0, 3));
}

#[test]
fn a_disk_that_is_full_from_the_start_is_said() {
    let (dir, data) = data();
    fs::create_dir(dir.path().join("disk")).unwrap();
    let script = r#"cd "$DATA/../disk" && mount -t tmpfs -o size=1m tmpfs . && cd . && cp "$DATA"/babahui.db "$PWD" &&
        cd "$PWD" && cat /dev/zero > filler 2> /dev/null
        cp babahui.db ../before && "$PROGRAM" --data "$PWD"; code=$?; cp babahui.db ../after; exit $code"#;
    let Some(mut terminal) = in_own_world(script, &data) else { return };
    assert_eq!(terminal.end().exit_code(), 74, "{}", terminal.screen().contents());
    terminal.wait_for("磁盘满了");
    terminal.assert_given_back();
    let kept = |name: &str| fs::read(dir.path().join(name)).unwrap();
    assert_eq!(kept("before"), kept("after"));
}

#[test]
fn a_disk_that_fills_up_under_an_answer_costs_nothing_once_there_is_room_again() {
    let (dir, data) = data();
    fs::create_dir(dir.path().join("disk")).unwrap();
    let script = r#"cd "$DATA/../disk" && mount -t tmpfs -o size=4m tmpfs "$PWD" && cd "$PWD" && cp "$DATA"/babahui.db .
        (until [ -e ../fill ]; do sleep 0.02; done; cat /dev/zero > filler 2> /dev/null; touch ../full
         until [ -e ../free ]; do sleep 0.02; done; rm filler; touch ../room) &
        "$PROGRAM" --data "$PWD"; code=$?; wait
        "$PROGRAM" check --store --data "$PWD" > ../checked; cp babahui.db ../after.db; exit $code"#;
    let Some(mut terminal) = in_own_world(script, &data) else { return };
    terminal.wait_for("第9次院落坝坝会");
    terminal.keys(F2);
    terminal.wait_for("F9 开始");
    terminal.keys(F9);
    terminal.wait_for("第 1/");
    fs::write(dir.path().join("fill"), "").unwrap();
    sign(&dir.path().join("full"));
    terminal.keys("1");
    terminal.wait_for("磁盘满了");
    terminal.wait_for("还没有保存");
    fs::write(dir.path().join("free"), "").unwrap();
    sign(&dir.path().join("room"));
    terminal.keys("张嬢嬢\r");
    terminal.wait_for("已保存");
    terminal.keys(CTRL_Q);
    assert_eq!(terminal.end().exit_code(), 0);
    terminal.assert_given_back();
    assert!(fs::read_to_string(dir.path().join("checked")).unwrap().contains("一切正常"));
    let after = dir.path().join("again");
    fs::create_dir(&after).unwrap();
    fs::rename(dir.path().join("after.db"), after.join("babahui.db")).unwrap();
    let store = support::ctx(&after, "zh-CN").store;
    let draft = store.drafts().unwrap().remove(0).head.id;
    let edits = store.draft(draft).unwrap().unwrap().edits;
    let given = edits.iter().map(|line| format!("{:?}", line.edit)).collect::<Vec<_>>().join("\n");
    assert!(given.contains("张嬢嬢"), "{given}");
    assert!(edits.len() >= 2, "the answer given while the disk was full is there too: {given}");
}
