//! From starting the program to its first frame, against a bare ratatui program that opens the same SQLite file and draws
//! one text: at most one and a half times as long.
//!
//! Both run in a pty, in turns, in one run; the medians are compared. Exit code 1 when the ratio is above the limit. The
//! bare program is this executable itself, told so by a variable.

#![allow(clippy::print_stdout, clippy::unwrap_used, reason = "a bench prints, and stops at the first surprise")]

use std::{
    io::{Read, Write},
    path::Path,
    process::ExitCode,
    time::{Duration, Instant},
};

use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use ratatui::{crossterm::event, widgets::Paragraph};
use rusqlite::Connection;

const ROUNDS: usize = 201;
const LIMIT: f64 = 1.5;
/// Names the directory for the bare program.
const BARE: &str = "BABAHUI_BENCH_BARE";
/// The last words of each program's frame.
const BARE_MARK: &str = "READY";
const MARK: &str = "English";
const CTRL_Q: &[u8] = b"\x11";

fn main() -> ExitCode {
    if let Some(dir) = std::env::var_os(BARE) {
        bare(Path::new(&dir));
        return ExitCode::SUCCESS;
    }
    let dir = tempfile::tempdir().unwrap();
    babahui::app::demo::build(dir.path()).unwrap();
    let mut ours = CommandBuilder::new(env!("CARGO_BIN_EXE_babahui"));
    ours.args(["--data".as_ref(), dir.path().as_os_str()]);
    ours.args(["--lang", "zh-CN"]);
    let mut theirs = CommandBuilder::new(std::env::current_exe().unwrap());
    theirs.env(BARE, dir.path());
    let (mut full, mut bare) = (Vec::new(), Vec::new());
    for round in 0..ROUNDS + 2 {
        let taken = (until(&ours, MARK), until(&theirs, BARE_MARK));
        // The first rounds bring both files into memory.
        if round >= 2 {
            full.push(taken.0);
            bare.push(taken.1);
        }
    }
    let (full, bare) = (median(full), median(bare));
    let ratio = full.as_secs_f64() / bare.as_secs_f64();
    let verdict = if ratio <= LIMIT { "PASS" } else { "FAIL" };
    let ms = |time: Duration| time.as_secs_f64() * 1000.0;
    println!("first frame: {:.2} ms, bare: {:.2} ms, ratio {ratio:.2} (limit {LIMIT}) {verdict}", ms(full), ms(bare));
    if ratio <= LIMIT { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// The least a program in this terminal with this file can do.
fn bare(dir: &Path) {
    let store = Connection::open(dir.join("babahui.db")).unwrap();
    let responses: i64 = store.query_row("SELECT count(*) FROM response", [], |row| row.get(0)).unwrap();
    let mut terminal = ratatui::init();
    let text = format!("{responses} {BARE_MARK}");
    terminal.draw(|frame| frame.render_widget(Paragraph::new(text), frame.area())).unwrap();
    while !matches!(event::read().unwrap(), event::Event::Key(_)) {}
    ratatui::restore();
}

/// The time from starting a program to its mark on screen; it is then told to end.
fn until(command: &CommandBuilder, mark: &str) -> Duration {
    let size = PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 };
    let pair = native_pty_system().openpty(size).unwrap();
    let mut reader = pair.master.try_clone_reader().unwrap();
    let mut writer = pair.master.take_writer().unwrap();
    let mut command = command.clone();
    command.env("TERM", "xterm-256color");
    let start = Instant::now();
    let mut child = pair.slave.spawn_command(command).unwrap();
    drop(pair.slave);
    let mut shown = Vec::new();
    let mut bytes = [0; 1 << 13];
    let taken = loop {
        let n = reader.read(&mut bytes).unwrap();
        shown.extend_from_slice(&bytes[..n]);
        assert!(n > 0, "{}", String::from_utf8_lossy(&shown));
        if shown.windows(mark.len()).any(|part| part == mark.as_bytes()) {
            break start.elapsed();
        }
    };
    writer.write_all(CTRL_Q).unwrap();
    writer.flush().unwrap();
    while matches!(reader.read(&mut bytes), Ok(1..)) {}
    child.wait().unwrap();
    taken
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}
