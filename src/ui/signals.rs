//! What the system asks of the program: to end, to pause, to go on after a pause.

use std::sync::{
    Arc,
    atomic::{AtomicBool, AtomicI32, Ordering},
};

/// What was asked and not yet done.
#[derive(Debug, Default)]
pub struct Signals {
    asked: Asked,
    /// What comes in before somebody listens.
    #[cfg(unix)]
    waiting: Option<signal_hook::iterator::Signals>,
}

#[derive(Debug, Clone, Default)]
struct Asked {
    end: Arc<AtomicI32>,
    pause: Arc<AtomicBool>,
    went_on: Arc<AtomicBool>,
}

impl Signals {
    /// The signal that asks to end: its number, once asked.
    #[must_use]
    pub fn end(&self) -> Option<i32> {
        match self.asked.end.load(Ordering::SeqCst) {
            0 => None,
            signal => Some(signal),
        }
    }

    /// Whether a pause was asked for; asks once.
    #[must_use]
    pub fn take_pause(&self) -> bool {
        self.asked.pause.swap(false, Ordering::SeqCst)
    }

    /// Whether the program goes on after a pause; tells once.
    #[must_use]
    pub fn take_went_on(&self) -> bool {
        self.asked.went_on.swap(false, Ordering::SeqCst)
    }
}

#[cfg(unix)]
mod unix {
    use std::{
        fs::File,
        io::{IsTerminal, stdin},
        os::fd::AsFd,
        sync::atomic::Ordering,
        thread,
        time::Duration,
    };

    use rustix::event::{PollFd, PollFlags, poll};

    use signal_hook::{
        consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGTSTP},
        iterator::Signals as Iterator,
        low_level,
    };

    use super::Signals;

    /// How long the loop has to end by itself. A terminal that vanished can keep it in a read that never returns.
    const GRACE: Duration = Duration::from_secs(1);

    impl Signals {
        /// Keeps every signal that comes from now on for [`Signals::listen`].
        ///
        /// # Errors
        /// When the system gives no handlers.
        pub fn keep() -> std::io::Result<Self> {
            let waiting = Iterator::new([SIGTERM, SIGHUP, SIGINT, SIGTSTP, SIGCONT])?;
            Ok(Self { waiting: Some(waiting), ..Self::default() })
        }

        /// Listens from now on, also to what was kept. This takes a thread, for which the first frame need not wait.
        pub fn listen(&mut self) {
            let Some(mut iterator) = self.waiting.take() else { return };
            let told = self.asked.clone();
            thread::spawn(watch);
            thread::spawn(move || {
                for signal in &mut iterator {
                    match signal {
                        SIGTSTP => told.pause.store(true, Ordering::SeqCst),
                        SIGCONT => told.went_on.store(true, Ordering::SeqCst),
                        end => {
                            told.end.store(end, Ordering::SeqCst);
                            thread::spawn(move || {
                                thread::sleep(GRACE);
                                crate::ui::guard::give_back();
                                low_level::exit(128 + end);
                            });
                        }
                    }
                }
            });
        }
    }

    /// Waits until the terminal is gone, and says so as the system would: whoever started the program may keep that signal
    /// from it, and reading from a terminal that is gone never ends.
    fn watch() {
        // One that is gone already is no terminal any more, and there is none to open.
        let gone = if stdin().is_terminal() { is_gone(stdin()) } else { File::open("/dev/tty").map_or(true, is_gone) };
        if gone && let Err(error) = low_level::raise(SIGHUP) {
            tracing::warn!(%error, "the terminal is gone");
        }
    }

    /// Waits for the other end of a terminal to be closed. Nothing where the system cannot tell.
    fn is_gone(terminal: impl AsFd) -> bool {
        // Asked for nothing, so that keys wake nobody; a hang-up is told all the same.
        let mut asked = [PollFd::new(&terminal, PollFlags::empty())];
        loop {
            match poll(&mut asked, None) {
                Err(error) if error == rustix::io::Errno::INTR => {}
                answered => return answered.is_ok() && asked[0].revents().contains(PollFlags::HUP),
            }
        }
    }

    /// Stops the program until it is told to go on.
    pub fn pause() {
        if let Err(error) = low_level::emulate_default_handler(SIGTSTP) {
            tracing::warn!(%error, "pause");
        }
    }
}

#[cfg(unix)]
pub use unix::pause;

#[cfg(not(unix))]
impl Signals {
    /// There are no signals on this system.
    ///
    /// # Errors
    /// Never.
    pub fn keep() -> std::io::Result<Self> {
        Ok(Self::default())
    }

    /// There is nothing to listen to.
    pub fn listen(&mut self) {}
}

/// There is no pausing on this system.
#[cfg(not(unix))]
pub fn pause() {}
