//! The real binary in a real terminal (a pty): it starts, follows keys and size, pauses, and always gives the terminal
//! back as it was.

#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops at the first surprise")]

mod support;
#[path = "support/terminal.rs"]
mod terminal;

use std::io::Read;

use babahui::ui::{PanicLine, TerminalGuard};
use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use ratatui::widgets::Paragraph;
use terminal::Terminal;

const CTRL_Q: &str = "\x11";
const CTRL_Z: &str = "\x1a";
const F8: &str = "\x1b[19~";
const F10: &str = "\x1b[21~";

#[test]
fn it_starts_speaks_both_languages_and_leaves_the_terminal_as_it_was() {
    let dir = tempfile::tempdir().unwrap();
    support::sessions(&mut support::ctx(dir.path(), "zh-CN"));
    let mut terminal = Terminal::program(dir.path());
    terminal.wait_for("第9次院落坝坝会");
    assert!(terminal.screen().alternate_screen() && terminal.screen().bracketed_paste());
    terminal.keys(F10);
    terminal.wait_for("F1 help");
    terminal.wait_for("入户走访");
    terminal.keys(F10);
    terminal.wait_for("帮助");
    terminal.keys(CTRL_Q);
    assert_eq!(terminal.end().exit_code(), 0);
    terminal.assert_given_back();
}

#[test]
fn it_follows_the_size_of_the_window() {
    let dir = tempfile::tempdir().unwrap();
    let mut terminal = Terminal::program(dir.path());
    terminal.wait_for("帮助");
    terminal.resize(50, 12);
    terminal.wait_for("50 x 12");
    terminal.resize(120, 40);
    terminal.wait("the footer in the last row", |screen| {
        screen.rows(0, 120).last().is_some_and(|row| row.contains("F10 English"))
    });
    terminal.keys(CTRL_Q);
    assert_eq!(terminal.end().exit_code(), 0);
}

#[test]
fn it_pauses_and_goes_on() {
    let dir = tempfile::tempdir().unwrap();
    let mut terminal = Terminal::program(dir.path());
    terminal.wait_for("帮助");
    for pause in [CTRL_Z, ""] {
        if pause.is_empty() {
            terminal.signal("-TSTP");
        } else {
            terminal.keys(pause);
        }
        terminal.assert_given_back();
        terminal.signal("-CONT");
        terminal.wait("the program's screen", vt100::Screen::alternate_screen);
        terminal.wait_for("帮助");
    }
    terminal.keys(F8);
    terminal.wait_for("还没有场次");
    terminal.keys(CTRL_Q);
    assert_eq!(terminal.end().exit_code(), 0);
    terminal.assert_given_back();
}

#[test]
fn asked_to_end_it_keeps_what_was_typed_and_gives_the_terminal_back() {
    for (signal, code) in [("-TERM", 143), ("-HUP", 129)] {
        let dir = tempfile::tempdir().unwrap();
        let mut terminal = Terminal::program(dir.path());
        terminal.wait_for("帮助");
        terminal.keys(F8);
        terminal.wait_for("还没有场次");
        terminal.keys("\r\r张嬢嬢家门口");
        terminal.wait_for("新建场次：张嬢嬢家门口");
        terminal.signal(signal);
        assert_eq!(terminal.end().exit_code(), code, "{signal}");
        terminal.assert_given_back();
        let mut again = Terminal::program(dir.path());
        again.wait_for("场次：张嬢嬢家门口");
        again.keys(CTRL_Q);
        assert_eq!(again.end().exit_code(), 0);
        let ctx = support::ctx(dir.path(), "zh-CN");
        let kept = ctx.store.sessions(false).unwrap();
        assert_eq!(kept.iter().map(|row| row.session.title.as_str()).collect::<Vec<_>>(), ["张嬢嬢家门口"]);
    }
}

#[test]
fn it_ends_when_the_terminal_is_gone_though_nobody_tells_it() {
    let dir = tempfile::tempdir().unwrap();
    let pair = native_pty_system().openpty(PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 }).unwrap();
    // A shell that keeps the signal of a hang-up to itself, and waits for the program.
    let mut command = CommandBuilder::new("sh");
    command.args(["-c", "trap '' HUP; \"$0\" --data \"$1\"; exit 0", env!("CARGO_BIN_EXE_babahui")]);
    command.arg(dir.path());
    command.env("TERM", "xterm-256color");
    let mut shell = pair.slave.spawn_command(command).unwrap();
    drop(pair.slave);
    let mut source = pair.master.try_clone_reader().unwrap();
    let mut shown = Vec::new();
    while !shown.windows(3).any(|part| part == b"F10") {
        let mut bytes = [0; 4096];
        let n = source.read(&mut bytes).unwrap();
        assert!(n > 0, "{}", String::from_utf8_lossy(&shown));
        shown.extend_from_slice(&bytes[..n]);
    }
    drop(source);
    drop(pair.master);
    shell.wait().unwrap();
}

#[test]
fn a_pasted_text_with_lines_submits_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let mut terminal = Terminal::program(dir.path());
    terminal.wait_for("帮助");
    terminal.keys(F8);
    terminal.wait_for("还没有场次");
    terminal.keys("\r\r");
    terminal.keys("\x1b[200~充电桩\n放东门\n\x1b[201~");
    terminal.wait_for("新建场次：充电桩 放东门");
    terminal.keys(CTRL_Q);
    assert_eq!(terminal.end().exit_code(), 0);
}

/// The program has no key that makes it panic, so this test is its own program: it runs itself in the terminal.
#[test]
fn a_panic_gives_the_terminal_back_and_says_where_the_log_is() {
    const CHILD: &str = "BABAHUI_TEST_TERMINAL_PANIC";
    if std::env::var_os(CHILD).is_some() {
        let line = PanicLine::default();
        line.set("程序自身出错 babahui.log".into());
        let mut guard = TerminalGuard::take(true, line).unwrap();
        guard.draw(false, |frame| frame.render_widget(Paragraph::new("坝坝会"), frame.area())).unwrap();
        std::thread::spawn(|| panic!("another thread")).join().unwrap_err();
        guard.draw(false, |frame| frame.render_widget(Paragraph::new("还在"), frame.area())).unwrap();
        let mut go = [0];
        std::io::stdin().read_exact(&mut go).unwrap();
        panic!("on purpose");
    }
    let mut command = CommandBuilder::new(std::env::current_exe().unwrap());
    command.args(["a_panic_gives_the_terminal_back_and_says_where_the_log_is", "--exact", "--nocapture"]);
    command.env(CHILD, "1");
    command.env("TERM", "xterm-256color");
    let mut terminal = Terminal::start(command);
    // A panic of another thread does not take the terminal away.
    terminal.wait_for("还在");
    assert!(terminal.screen().alternate_screen());
    terminal.keys("x");
    assert_ne!(terminal.end().exit_code(), 0);
    terminal.wait_for("程序自身出错 babahui.log");
    terminal.assert_given_back();
}
