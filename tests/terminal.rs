//! The real binary in a real terminal (a pty): it starts, follows keys and size, pauses, and always gives the terminal
//! back as it was.

#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops at the first surprise")]

mod support;

use std::{
    io::{Read, Write},
    num::NonZeroU16,
    path::Path,
    process::Command,
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};

use babahui::ui::{PanicLine, TerminalGuard};
use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};
use ratatui::widgets::Paragraph;

/// How long anything may take before the test fails; nothing is measured.
const PATIENCE: Duration = Duration::from_mins(1);

fn side(cells: u16) -> NonZeroU16 {
    NonZeroU16::new(cells).unwrap()
}

struct Terminal {
    master: Box<dyn MasterPty + Send>,
    writer: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    parser: Arc<Mutex<vt100::Parser>>,
    /// The terminal's modes before the program began.
    before: String,
}

impl Terminal {
    fn start(command: CommandBuilder) -> Self {
        let size = PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let before = format!("{:?}", pair.master.get_termios());
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let parser = Arc::new(Mutex::new(vt100::Parser::new(side(24), side(80), 0)));
        let mut reader = pair.master.try_clone_reader().unwrap();
        let shown = parser.clone();
        std::thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(n @ 1..) = reader.read(&mut bytes) {
                shown.lock().unwrap().process(&bytes[..n]);
            }
        });
        let writer = pair.master.take_writer().unwrap();
        Self { master: pair.master, writer, child, parser, before }
    }

    fn program(dir: &Path) -> Self {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_babahui"));
        command.args(["--data".as_ref(), dir.as_os_str()]);
        command.env("TERM", "xterm-256color");
        command.env("LC_ALL", "zh_CN.UTF-8");
        command.env_remove("NO_COLOR");
        command.env_remove("BABAHUI_DATA");
        Self::start(command)
    }

    fn keys(&mut self, bytes: &str) {
        self.writer.write_all(bytes.as_bytes()).unwrap();
        self.writer.flush().unwrap();
    }

    fn screen(&self) -> vt100::Screen {
        self.parser.lock().unwrap().screen().clone()
    }

    fn wait(&self, what: &str, holds: impl Fn(&vt100::Screen) -> bool) {
        let start = Instant::now();
        while !holds(&self.screen()) {
            assert!(start.elapsed() < PATIENCE, "waited for {what}:\n{}", self.screen().contents());
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    fn wait_for(&self, text: &str) {
        self.wait(text, |screen| screen.contents().contains(text));
    }

    fn signal(&self, name: &str) {
        let pid = self.child.process_id().unwrap().to_string();
        assert!(Command::new("kill").args([name, &pid]).status().unwrap().success());
    }

    fn resize(&self, cols: u16, rows: u16) {
        self.parser.lock().unwrap().screen_mut().set_size(side(rows), side(cols));
        self.master.resize(PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }).unwrap();
    }

    fn end(&mut self) -> ExitStatus {
        let start = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status;
            }
            assert!(start.elapsed() < PATIENCE, "the program goes on:\n{}", self.screen().contents());
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// The terminal is as it was before: main screen, cursor, paste and mouse as ever, not raw.
    fn assert_given_back(&self) {
        self.wait("the main screen", |screen| !screen.alternate_screen());
        let screen = self.screen();
        assert!(!screen.hide_cursor(), "cursor");
        assert!(!screen.bracketed_paste(), "bracketed paste");
        assert_eq!(screen.mouse_protocol_mode(), vt100::MouseProtocolMode::None);
        assert_eq!(format!("{:?}", self.master.get_termios()), self.before, "modes of the line");
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        let _ = self.child.kill();
    }
}

const CTRL_Q: &str = "\x11";
const CTRL_Z: &str = "\x1a";
const F3: &str = "\x1bOR";
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
    terminal.keys(F3);
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
        terminal.keys(F3);
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
fn a_pasted_text_with_lines_submits_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let mut terminal = Terminal::program(dir.path());
    terminal.wait_for("帮助");
    terminal.keys(F3);
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
