//! How wide this terminal draws characters whose width terminals disagree about.

use std::io::{self, IsTerminal, Write};

use crossterm::{
    cursor, execute, queue,
    style::Print,
    terminal::{self, Clear, ClearType},
};

/// What a terminal says about itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Probed {
    /// Columns and rows.
    pub size: (u16, u16),
    /// Columns of `·`, of `─` and of `字`: 1, 1 and 2 where the screen is drawn as it is meant.
    pub widths: [u16; 3],
}

impl Probed {
    /// Whether lines and bars drawn with box characters stay in their columns.
    #[must_use]
    pub fn draws_lines(&self) -> bool {
        self.widths[0] == 1 && self.widths[1] == 1
    }
}

/// Characters probed.
pub const PROBED: [char; 3] = ['·', '─', '字'];

/// Asks the terminal; nothing when there is none, or it does not answer within two seconds. What is written for it is wiped
/// again.
#[must_use]
pub fn probe() -> Option<Probed> {
    if !io::stdout().is_terminal() || !io::stdin().is_terminal() {
        return None;
    }
    terminal::enable_raw_mode().ok()?;
    let widths = PROBED.map(width_of);
    let _ = execute!(io::stdout(), Print("\r"), Clear(ClearType::CurrentLine));
    let size = terminal::size();
    // A terminal that cannot be put in order again has said so to the shell already.
    let _ = terminal::disable_raw_mode();
    let [Ok(a), Ok(b), Ok(c)] = widths else { return None };
    Some(Probed { size: size.ok()?, widths: [a, b, c] })
}

/// Where the cursor stands after a character at the start of a line.
fn width_of(character: char) -> io::Result<u16> {
    let mut out = io::stdout();
    queue!(out, Print("\r"), Clear(ClearType::CurrentLine), Print(character))?;
    out.flush()?;
    cursor::position().map(|(column, _)| column)
}
