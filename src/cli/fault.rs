//! Why a command could not do its work: one line for a person, and an exit code for a script.

use std::path::PathBuf;

use crate::{
    domain::record::StoreError,
    locale::{Locale, store_error},
    tr,
};

/// Why a command could not do its work. From 64 on, the exit codes are those of BSD's `sysexits.h`.
#[derive(Debug)]
pub enum CliFault {
    /// What was asked for does not make sense; exit code 2.
    Usage(String),
    /// The work was done and found something wrong, which is already printed; exit code 1.
    Found,
    /// A file or directory cannot be read or written; exit code 74.
    File {
        /// Which one.
        path: PathBuf,
        /// What the system says.
        error: std::io::Error,
    },
    /// The computer does not say where its user's files are; exit code 72.
    NoHome,
    /// There is no terminal to show the program on; exit code 69.
    Terminal(std::io::Error),
    /// A signal asked the program to end; exit code 128 and the signal's number.
    Signal(i32),
    /// The store could not be opened, read or written; its own exit codes.
    Store(StoreError),
    /// Something went wrong that is already worded; exit code 70.
    Told(String),
}

impl CliFault {
    /// Standard output cannot be written to.
    #[must_use]
    pub fn stdout(error: std::io::Error) -> Self {
        Self::File { path: "stdout".into(), error }
    }

    /// The exit code.
    #[must_use]
    pub fn code(&self) -> u8 {
        match self {
            Self::Found => 1,
            Self::Usage(_) => 2,
            Self::File { .. } => 74,
            Self::NoHome => 72,
            Self::Terminal(_) => 69,
            Self::Store(error) => error.exit_code(),
            Self::Told(_) => 70,
            Self::Signal(n) => u8::try_from(128 + n).unwrap_or(u8::MAX),
        }
    }

    /// The line on stderr; nothing when all is said.
    #[must_use]
    pub fn line(&self, locale: &Locale) -> Option<String> {
        match self {
            Self::Found | Self::Signal(_) => None,
            Self::Usage(text) | Self::Told(text) => Some(text.clone()),
            Self::File { path, error } => {
                let (path, error) = (path.display().to_string(), error.to_string());
                Some(tr!(locale, "cli-file", path = path, error = error))
            }
            Self::Store(error) => Some(store_error(locale, error)),
            Self::NoHome => Some(tr!(locale, "cli-no-home")),
            Self::Terminal(error) => Some(tr!(locale, "cli-no-terminal", error = error.to_string())),
        }
    }
}
