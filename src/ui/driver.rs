//! Drives the loop's core without a terminal: keys in, the words on screen out. For tests of screens and journeys.

use std::time::Duration;

use ratatui::{Terminal, backend::TestBackend, buffer::Buffer, layout::Position};

use super::{Event, Shell, Want, widgets::screen_text};
use crate::app::{Ctx, Key, Place};

/// The program without a terminal.
pub struct Driver {
    shell: Shell,
    terminal: Terminal<TestBackend>,
    /// The frame drawn last: the backend's own buffer keeps half of a wide character that was overwritten.
    drawn: Buffer,
    quit: bool,
    copied: Option<String>,
}

impl Driver {
    /// Starts at a place, on a screen of `size` columns and rows.
    #[must_use]
    pub fn new(ctx: Ctx, place: &Place, size: (u16, u16)) -> Self {
        let Ok(terminal) = Terminal::new(TestBackend::new(size.0, size.1));
        let mut driver =
            Self { shell: Shell::new(ctx, place), terminal, drawn: Buffer::default(), quit: false, copied: None };
        driver.draw();
        driver
    }

    /// Presses the keys of a script, drawing after each as the program does.
    ///
    /// Keys are separated by blanks and written as people call them: `F2`, `Enter`, `C-p`, `q`, `Down*3`;
    /// `text:张三` types a text, `paste:..` pastes it, `text:"two words"` holds blanks (`\n` in it is a line end),
    /// `size:120x40` resizes, `click:10,5` clicks at column 10 and row 5 (from 0),
    /// `wheel:down` turns the mouse's wheel.
    ///
    /// # Panics
    /// When a script is not written like this: a mistake in the test.
    #[allow(clippy::panic, reason = "a script that cannot be read is a mistake in a test")]
    pub fn keys(&mut self, script: &str) -> &mut Self {
        for step in steps(script) {
            if let Some(text) = step.strip_prefix("text:") {
                for c in text.chars() {
                    self.press(if c == '\n' { Key::plain(crate::app::Code::Enter) } else { Key::char(c) });
                }
            } else if let Some(text) = step.strip_prefix("paste:") {
                self.event(Event::Paste(text.to_owned()));
            } else if let Some((columns, rows)) = step.strip_prefix("size:").and_then(|s| pair(s, 'x')) {
                self.terminal.backend_mut().resize(columns, rows);
                self.event(Event::Resize);
            } else if let Some((column, row)) = step.strip_prefix("click:").and_then(|s| pair(s, ',')) {
                self.event(Event::Click(column, row));
            } else if let Some(way @ ("up" | "down")) = step.strip_prefix("wheel:") {
                self.event(Event::Wheel { down: way == "down" });
            } else if let Some((key, times)) = repeated(&step) {
                for _ in 0..times {
                    self.press(key);
                }
            } else {
                panic!("{step}");
            }
        }
        self
    }

    /// Presses one key.
    pub fn press(&mut self, key: Key) {
        self.event(Event::Key(key));
    }

    /// What the person's editor would do to the text of the field after Ctrl-E; whether there is such a field.
    pub fn edit(&mut self, change: impl FnOnce(&str) -> String) -> bool {
        let Some(text) = self.shell.text() else { return false };
        self.shell.put_text(&change(&text));
        self.draw();
        true
    }

    /// Waits until the worker has done everything it was given.
    pub fn settle(&mut self) -> &mut Self {
        while self.shell.ctx().worker.busy() {
            for news in self.shell.ctx_mut().worker.wait(Duration::from_mins(1)) {
                self.event(Event::News(news));
            }
        }
        self
    }

    /// The words on screen.
    #[must_use]
    pub fn text(&self) -> String {
        screen_text(self.buffer())
    }

    /// The screen with its styles.
    #[must_use]
    pub fn buffer(&self) -> &Buffer {
        &self.drawn
    }

    /// Where the cursor stands; nothing while it is hidden.
    #[must_use]
    pub fn cursor(&self) -> Option<Position> {
        let backend = self.terminal.backend();
        backend.cursor_visible().then(|| backend.cursor_position())
    }

    /// Where one is.
    #[must_use]
    pub fn place(&self) -> Place {
        self.shell.place()
    }

    /// What the screens work with.
    #[must_use]
    pub fn ctx(&self) -> &Ctx {
        self.shell.ctx()
    }

    /// What the screens work with, to change it behind their back.
    pub fn ctx_mut(&mut self) -> &mut Ctx {
        self.shell.ctx_mut()
    }

    /// What went to the clipboard last.
    #[must_use]
    pub fn copied(&self) -> Option<&str> {
        self.copied.as_deref()
    }

    /// Whether the program was left.
    #[must_use]
    pub fn has_quit(&self) -> bool {
        self.quit
    }

    fn event(&mut self, event: Event) {
        self.shell.handle(event);
        self.copied = self.shell.take_copied().or(self.copied.take());
        self.quit |= self.shell.take_want() == Some(Want::Quit);
        self.draw();
    }

    fn draw(&mut self) {
        if self.shell.take_dirty() {
            let Ok(frame) = self.terminal.draw(|frame| self.shell.draw(frame));
            self.drawn = frame.buffer.clone();
        }
    }
}

fn pair(text: &str, between: char) -> Option<(u16, u16)> {
    let (a, b) = text.split_once(between)?;
    Some((a.parse().ok()?, b.parse().ok()?))
}

fn repeated(step: &str) -> Option<(Key, usize)> {
    if let Ok(key) = step.parse() {
        return Some((key, 1));
    }
    let (key, times) = step.rsplit_once('*')?;
    Some((key.parse().ok()?, times.parse().ok()?))
}

/// The steps of a script: separated by blanks, except between quotes.
fn steps(script: &str) -> Vec<String> {
    let mut steps = Vec::new();
    let mut step = String::new();
    let mut quoted = false;
    let mut chars = script.chars();
    while let Some(c) = chars.next() {
        match c {
            '"' => quoted = !quoted,
            '\\' if quoted => match chars.next() {
                Some('n') => step.push('\n'),
                other => step.extend(other),
            },
            c if c.is_whitespace() && !quoted => {
                if !step.is_empty() {
                    steps.push(std::mem::take(&mut step));
                }
            }
            c => step.push(c),
        }
    }
    if !step.is_empty() {
        steps.push(step);
    }
    steps
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_hold_keys_and_texts() {
        assert_eq!(steps("F2 text:\"张 三\\n\"  Down*3"), ["F2", "text:张 三\n", "Down*3"]);
        assert_eq!(repeated("Down*3"), Some(("Down".parse().unwrap(), 3)));
        assert_eq!(repeated("*"), Some((Key::char('*'), 1)));
        assert_eq!(repeated("Dwon"), None);
    }
}
