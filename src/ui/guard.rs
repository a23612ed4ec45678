//! Takes the terminal and gives it back as it was, whatever happens: leaving, an error, a panic, a signal, a pause.

use std::{
    io::{self, BufWriter, Stdout, Write},
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
};

use crossterm::{
    clipboard::CopyToClipboard,
    cursor::Show,
    event::{DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture},
    execute, queue,
    style::{Attribute, SetAttribute},
    terminal::{
        BeginSynchronizedUpdate, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode,
        enable_raw_mode,
    },
};
use ratatui::{
    Frame, Terminal,
    backend::CrosstermBackend,
    layout::{Position, Rect},
};

/// Whether the terminal is ours at the moment: read by the panic hook and the signal thread.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// The line a person reads when the program breaks off, in the language on screen: what happened, where the log is.
#[derive(Debug, Clone, Default)]
pub struct PanicLine(Arc<Mutex<String>>);

impl PanicLine {
    /// Says this from now on.
    pub fn set(&self, line: String) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = line;
    }

    fn get(&self) -> String {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// The terminal while it is ours. Dropping it gives it back.
pub struct TerminalGuard {
    terminal: Terminal<CrosstermBackend<BufWriter<Stdout>>>,
    mouse: bool,
}

impl TerminalGuard {
    /// Takes the terminal: raw mode, alternate screen, bracketed paste, and the mouse when it is wanted.
    ///
    /// # Errors
    /// When there is no terminal, or it cannot be put into raw mode.
    pub fn take(mouse: bool, panic_line: PanicLine) -> io::Result<Self> {
        install_panic_hook(panic_line);
        enter(mouse)?;
        let taken = || Terminal::new(CrosstermBackend::new(BufWriter::with_capacity(1 << 16, io::stdout())));
        match taken() {
            Ok(terminal) => Ok(Self { terminal, mouse }),
            Err(error) => {
                give_back();
                Err(error)
            }
        }
    }

    /// Draws one frame, which the terminal shows at once and not line by line. `anew` sends every cell, for a page that has
    /// little in common with the one before: half a wide character may be left of that on some terminals.
    ///
    /// # Errors
    /// When the terminal cannot be written to.
    pub fn draw(&mut self, anew: bool, view: impl FnOnce(&mut Frame<'_>)) -> io::Result<()> {
        queue!(self.terminal.backend_mut(), BeginSynchronizedUpdate)?;
        if anew {
            self.forget()?;
        }
        self.terminal.draw(view)?;
        execute!(self.terminal.backend_mut(), EndSynchronizedUpdate)
    }

    /// Forgets what is on screen, so that the next frame is drawn in full.
    ///
    /// # Errors
    /// When the terminal cannot be written to.
    pub fn forget(&mut self) -> io::Result<()> {
        // `Terminal::clear` would first ask the terminal where its cursor is and wait for the answer.
        let size = self.terminal.size()?;
        self.terminal.resize(Rect::from((Position::ORIGIN, size)))
    }

    /// Puts a text into the terminal's clipboard, between two frames and on the way frames go: an OSC 52 sequence, which
    /// terminals that do not allow it leave alone.
    ///
    /// # Errors
    /// When the terminal cannot be written to.
    pub fn copy(&mut self, text: &str) -> io::Result<()> {
        execute!(self.terminal.backend_mut(), CopyToClipboard::to_clipboard_from(text))
    }

    /// Gives the terminal back while `meanwhile` runs, then takes it again.
    ///
    /// # Errors
    /// When the terminal cannot be taken again.
    pub fn lend<T>(&mut self, meanwhile: impl FnOnce() -> T) -> io::Result<T> {
        give_back();
        let result = meanwhile();
        self.take_again()?;
        Ok(result)
    }

    /// Takes the terminal again after something else had it.
    ///
    /// # Errors
    /// When it cannot be put into raw mode.
    pub fn take_again(&mut self) -> io::Result<()> {
        enter(self.mouse)?;
        self.forget()
    }

    /// Turns the mouse on or off.
    ///
    /// # Errors
    /// When the terminal cannot be written to.
    pub fn set_mouse(&mut self, on: bool) -> io::Result<()> {
        if on == self.mouse {
            return Ok(());
        }
        self.mouse = on;
        if on { execute!(io::stdout(), EnableMouseCapture) } else { execute!(io::stdout(), DisableMouseCapture) }
    }
}

impl Drop for TerminalGuard {
    fn drop(&mut self) {
        give_back();
    }
}

fn enter(mouse: bool) -> io::Result<()> {
    TAKEN.store(true, Ordering::SeqCst);
    let entered = enable_raw_mode()
        .and_then(|()| execute!(io::stdout(), EnterAlternateScreen, EnableBracketedPaste))
        .and_then(|()| if mouse { execute!(io::stdout(), EnableMouseCapture) } else { Ok(()) });
    if entered.is_err() {
        give_back();
    }
    entered
}

/// Gives the terminal back; does nothing when it is not ours. A terminal that is gone cannot be put in order, so
/// errors are left alone.
pub fn give_back() {
    if !TAKEN.swap(false, Ordering::SeqCst) {
        return;
    }
    let mut out = io::stdout();
    let _ = queue!(
        out,
        EndSynchronizedUpdate,
        DisableMouseCapture,
        DisableBracketedPaste,
        SetAttribute(Attribute::Reset),
        LeaveAlternateScreen,
        Show
    );
    let _ = out.flush();
    let _ = disable_raw_mode();
}

/// When the thread that has the terminal panics: terminal back, the details into the log, one line for the person.
/// Other threads' panics only go to the log; their work is reported by the worker.
fn install_panic_hook(line: PanicLine) {
    let owner = std::thread::current().id();
    std::panic::set_hook(Box::new(move |info| {
        let trace = std::backtrace::Backtrace::force_capture();
        tracing::error!(%info, %trace, "panic");
        if std::thread::current().id() == owner {
            give_back();
            let _ = writeln!(io::stderr(), "{}", line.get());
        }
    }));
}
