//! Getting reports to paper: the system's own tools are asked, here by scripts that keep what they were given.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]

#[path = "../src/report/pdf/boxes.rs"]
mod boxes;
#[path = "support/terminal.rs"]
mod terminal;

use std::{
    fs,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
    sync::OnceLock,
    time::{Duration, Instant},
};

use assert_cmd::Command;
use babahui::app::demo;
use predicates::{prelude::*, str::contains};
use terminal::Terminal;

/// The demo in a copy of its own, beside a folder of tools.
struct Desk {
    dir: tempfile::TempDir,
    tools: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        static BUILT: OnceLock<tempfile::TempDir> = OnceLock::new();
        let built = BUILT.get_or_init(|| {
            let dir = tempfile::tempdir().unwrap();
            demo::build(dir.path()).unwrap();
            dir
        });
        let desk = Self { dir: tempfile::tempdir().unwrap(), tools: tempfile::tempdir().unwrap() };
        for entry in fs::read_dir(built.path()).unwrap().flatten().filter(|entry| entry.path().is_file()) {
            fs::copy(entry.path(), desk.dir.path().join(entry.file_name())).unwrap();
        }
        desk
    }

    /// A tool that does what the lines of a shell script say.
    fn tool(&self, name: &str, lines: &str) {
        let path = self.tools.path().join(name);
        fs::write(&path, format!("#!/bin/sh\n{lines}\n")).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    }

    /// A spool with two printers, the office's the usual one, that keeps what is sent, and how.
    fn with_spool(self) -> Self {
        let spool = self.tools.path().display().to_string();
        self.tool(
            "lpstat",
            "if [ \"$1\" = -e ]; then echo office; echo hall; else echo system default destination: office; fi",
        );
        let keep = format!(
            "echo \"$@\" >> '{spool}/asked'\nfor file; do :; done\n/bin/cat \"$file\" > '{spool}/paper'\n/bin/mv '{spool}/paper' '{spool}/printed'"
        );
        self.tool("lp", &keep);
        self
    }

    /// A font for the demo's words, and the setting that names it.
    fn with_font(self) -> Self {
        let mut characters: Vec<char> = (' '..='~').chain('\u{4e00}'..='\u{9fa5}').collect();
        characters.extend("·—‘’“”…、。《》「」【】！（），：；？￥".chars());
        characters.sort_unstable();
        let font = self.tools.path().join("boxes.ttf");
        fs::write(&font, boxes::font(&characters)).unwrap();
        let settings = format!("(language: \"zh-CN\", font: {:?})", font.display().to_string());
        fs::write(self.dir.path().join("settings.ron"), settings).unwrap();
        self
    }

    fn kept(&self, name: &str) -> PathBuf {
        self.tools.path().join(name)
    }

    /// The program on a terminal, at Home, with the desk's tools alone.
    fn terminal(&self) -> Terminal {
        let mut command = Terminal::command(self.dir.path());
        command.env("PATH", self.tools.path());
        let terminal = Terminal::start(command);
        terminal.wait_for("场次");
        terminal
    }

    fn asked(&self) -> String {
        fs::read_to_string(self.kept("asked")).unwrap_or_default()
    }

    fn print(&self, arguments: &[&str]) -> assert_cmd::assert::Assert {
        let mut command = Command::cargo_bin("babahui").unwrap();
        command.env("PATH", self.tools.path()).env("DISPLAY", ":9");
        command.arg("--data").arg(self.dir.path()).args(["--lang", "en", "print"]).args(arguments).assert()
    }
}

/// What a file holds once it is there.
fn awaited(path: &Path) -> String {
    String::from_utf8_lossy(&bytes_awaited(path)).into_owned()
}

fn bytes_awaited(path: &Path) -> Vec<u8> {
    let begun = Instant::now();
    loop {
        match fs::read(path) {
            Ok(bytes) if !bytes.is_empty() => return bytes,
            _ if begun.elapsed() > Duration::from_mins(1) => panic!("{} never came", path.display()),
            _ => std::thread::sleep(Duration::from_millis(20)),
        }
    }
}

#[test]
fn what_is_printed_is_what_the_printer_gets() {
    let desk = Desk::new().with_spool();
    desk.print(&["--list"]).success().stdout(contains("office").and(contains("hall")));
    let said = desk.print(&["actions", "--format", "text", "--to", "hall"]).success();
    said.stdout(contains("Sent to the printer"));
    assert!(desk.asked().starts_with("-d hall -t Who does what by when -n 1 -o media=A4 -- "), "{}", desk.asked());
    let shown = desk.print(&["actions", "--format", "text"]).success();
    let printed = fs::read(desk.kept("printed")).unwrap();
    assert_eq!(printed, shown.get_output().stdout, "every byte of it");
    desk.print(&["actions", "--format", "text", "--to", "--copies", "3"]).success();
    assert!(desk.asked().lines().last().unwrap().starts_with("-d office -t "), "to the usual one: {}", desk.asked());
    assert!(desk.asked().contains(" -n 3 -o media=A4 -- "), "{}", desk.asked());
    let refused = desk.print(&["actions", "--format", "html", "--to"]).code(2);
    refused.stderr(contains("A printer takes `pdf` or `text`"));
    assert_eq!(desk.asked().lines().count(), 2, "a printer is sent no web page: it would print its source");
}

#[test]
fn a_printer_that_is_not_there_or_refuses_is_named_and_the_report_is_kept() {
    let desk = Desk::new().with_spool();
    let unknown = desk.print(&["actions", "--format", "text", "--to", "attic"]).failure();
    unknown.stderr(contains("no printer attic").and(contains("office, hall")));
    assert_eq!(desk.asked(), "", "nothing was sent");
    desk.tool("lp", "echo 'the door is open' >&2\nexit 1");
    desk.print(&["fund", "--format", "text", "--to", "office"]).failure().stderr(contains("the door is open"));
    assert_eq!(fs::read_dir(desk.dir.path().join("reports")).unwrap().count(), 2);
    desk.tool("lpstat", "if [ \"$1\" = -e ]; then echo office; echo hall; fi");
    desk.print(&["fund", "--format", "text", "--to"]).failure().stderr(contains("none is the usual one"));
    let without = Desk::new();
    without.print(&["--list"]).success().stdout(contains("No printer is set up"));
}

#[test]
fn an_older_system_prints_with_lpr() {
    let desk = Desk::new().with_spool();
    fs::rename(desk.kept("lp"), desk.kept("lpr")).unwrap();
    desk.print(&["actions", "--format", "text", "--to", "hall"]).success();
    assert!(desk.asked().starts_with("-P hall -T Who does what by when -# 1 -- "), "{}", desk.asked());
}

#[test]
#[cfg(target_os = "linux")]
fn open_shows_the_file_in_the_program_of_the_system() {
    let desk = Desk::new();
    desk.tool("xdg-open", &format!("echo \"$1\" > '{}'", desk.kept("opened").display()));
    desk.print(&["actions", "--format", "html", "--open"]).success();
    let opened = awaited(&desk.kept("opened"));
    assert!(fs::read_to_string(opened.trim()).unwrap().contains("<html"), "the file is whole when it is shown");
}

#[test]
fn on_screen_one_key_prints_pages_of_what_is_looked_at() {
    let desk = Desk::new().with_spool().with_font();
    let mut terminal = desk.terminal();
    terminal.keys("\x18");
    terminal.wait_for("PDF");
    // F7 twice: PDF, web page, text.
    terminal.keys("\x1b[18~\x1b[18~");
    terminal.wait_for("文本");
    terminal.keys("\x1bOS");
    let printed = bytes_awaited(&desk.kept("printed"));
    assert!(printed.starts_with(b"%PDF"), "a printer is sent pages whatever is kept as a file");
    let asked = desk.asked();
    assert!(asked.starts_with("-d office -t 院落改造意见征集"), "to the usual printer: {asked}");
}

#[test]
fn a_pack_stopped_while_it_prints_keeps_what_was_made_and_says_so() {
    let desk = Desk::new().with_spool().with_font();
    // The printer takes its time: until somebody says go.
    let (asked, go) = (desk.kept("asked"), desk.kept("go"));
    let slow =
        format!("echo \"$@\" >> '{}'\nwhile [ ! -e '{}' ]; do /bin/sleep 0.05; done", asked.display(), go.display());
    desk.tool("lp", &slow);
    let mut terminal = desk.terminal();
    terminal.keys("\x1bOR");
    terminal.wait_for("第四次坝坝会");
    terminal.keys("\r");
    terminal.wait_for("版");
    terminal.keys("\x18");
    terminal.wait_for("> 会议纪要");
    terminal.keys(&"\x1b[A".repeat(20));
    terminal.wait_for("> 散会一套");
    terminal.keys("\x1bOS");
    let first = awaited(&asked);
    terminal.keys("\x1b");
    terminal.wait_for("正在停");
    fs::write(go, "").unwrap();
    terminal.wait_for("4 份里做好了 1 份");
    let kept: Vec<_> =
        fs::read_dir(desk.dir.path().join("reports")).unwrap().map(|file| file.unwrap().path()).collect();
    assert_eq!(kept.len(), 1, "{kept:?}");
    assert!(first.contains(&kept[0].file_name().unwrap().to_string_lossy().into_owned()), "{first} {kept:?}");
    assert!(fs::read(&kept[0]).unwrap().ends_with(b"%%EOF"), "it is whole");
    assert_eq!(desk.asked().lines().count(), 1, "nothing more was sent");
}
