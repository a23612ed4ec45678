//! The real binary in a real terminal (a pty), for the tests that need one.

#![allow(dead_code, reason = "each test file uses its part")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops at the first surprise")]

use std::{
    io::{Read, Write},
    num::NonZeroU16,
    path::Path,
    process::Command,
    sync::{Arc, Mutex},
    thread::JoinHandle,
    time::{Duration, Instant},
};

use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};

/// How long anything may take before the test fails; nothing is measured.
const PATIENCE: Duration = Duration::from_mins(1);

/// What begins (`h` after it) and ends (`l`) a frame: synchronized output.
const FRAME: &[u8] = b"\x1b[?2026";

fn side(cells: u16) -> NonZeroU16 {
    NonZeroU16::new(cells).unwrap()
}

/// A program in a terminal of 80 columns and 24 rows.
pub struct Terminal {
    reader: Option<JoinHandle<()>>,
    master: Box<dyn MasterPty + Send>,
    writer: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    parser: Arc<Mutex<vt100::Parser>>,
    /// The screen as it was when a frame was last complete.
    frame: Arc<Mutex<vt100::Screen>>,
    /// The terminal's modes before the program began.
    before: String,
}

impl Terminal {
    pub fn start(command: CommandBuilder) -> Self {
        let size = PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let before = format!("{:?}", pair.master.get_termios());
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let parser = Arc::new(Mutex::new(vt100::Parser::new(side(24), side(80), 0)));
        let frame = Arc::new(Mutex::new(parser.lock().unwrap().screen().clone()));
        let mut source = pair.master.try_clone_reader().unwrap();
        let (shown, whole) = (parser.clone(), frame.clone());
        let reader = std::thread::spawn(move || {
            let mut bytes = [0; 4096];
            let mut last = Vec::new();
            while let Ok(n @ 1..) = source.read(&mut bytes) {
                let mut parser = shown.lock().unwrap();
                parser.process(&bytes[..n]);
                last.extend_from_slice(&bytes[..n]);
                let mark = last.windows(FRAME.len() + 1).rev().find(|part| part.starts_with(FRAME));
                // Half a frame is not looked at, as a terminal would not show it.
                if mark.is_none_or(|mark| mark.ends_with(b"l")) {
                    *whole.lock().unwrap() = parser.screen().clone();
                    last.clear();
                }
            }
        });
        let writer = pair.master.take_writer().unwrap();
        Self { reader: Some(reader), master: pair.master, writer, child, parser, frame, before }
    }

    /// The program on this data directory, in Chinese.
    pub fn program(dir: &Path) -> Self {
        Self::start(Self::command(dir))
    }

    /// What starts it.
    pub fn command(dir: &Path) -> CommandBuilder {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_babahui"));
        command.args(["--data".as_ref(), dir.as_os_str()]);
        command.env("TERM", "xterm-256color");
        command.env("LC_ALL", "zh_CN.UTF-8");
        command.env_remove("NO_COLOR");
        command.env_remove("BABAHUI_DATA");
        command
    }

    pub fn keys(&mut self, bytes: &str) {
        self.writer.write_all(bytes.as_bytes()).unwrap();
        self.writer.flush().unwrap();
    }

    pub fn screen(&self) -> vt100::Screen {
        self.frame.lock().unwrap().clone()
    }

    pub fn wait(&self, what: &str, holds: impl Fn(&vt100::Screen) -> bool) {
        let start = Instant::now();
        while !holds(&self.screen()) {
            assert!(start.elapsed() < PATIENCE, "waited for {what}:\n{}", self.screen().contents());
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    pub fn wait_for(&self, text: &str) {
        self.wait(text, |screen| screen.contents().contains(text));
    }

    pub fn pid(&self) -> u32 {
        self.child.process_id().unwrap()
    }

    pub fn signal(&self, name: &str) {
        let pid = self.child.process_id().unwrap().to_string();
        assert!(Command::new("kill").args([name, &pid]).status().unwrap().success());
    }

    pub fn resize(&self, cols: u16, rows: u16) {
        self.parser.lock().unwrap().screen_mut().set_size(side(rows), side(cols));
        self.master.resize(PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }).unwrap();
    }

    pub fn end(&mut self) -> ExitStatus {
        let start = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status;
            }
            assert!(start.elapsed() < PATIENCE, "the program goes on:\n{}", self.screen().contents());
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// Kills the program, whatever it is doing, and gives the last screen it drew.
    pub fn kill(&mut self) -> vt100::Screen {
        self.signal("-KILL");
        self.child.wait().unwrap();
        self.reader.take().unwrap().join().unwrap();
        self.screen()
    }

    /// The terminal is as it was before: main screen, cursor, paste and mouse as ever, not raw.
    pub fn assert_given_back(&self) {
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
