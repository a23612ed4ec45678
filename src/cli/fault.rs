//! Why a command could not do its work: one line for a person, and an exit code for a script.

use std::path::PathBuf;

use crate::{locale::Locale, tr};

/// Why a command could not do its work.
#[derive(Debug)]
pub enum CliFault {
    /// What was asked for does not make sense; exit code 2.
    Usage(String),
    /// The work was done and found something wrong, which is already printed; exit code 1.
    Found,
    /// A file or directory cannot be read or written; exit code 3.
    File {
        /// Which one.
        path: PathBuf,
        /// What the system says.
        error: std::io::Error,
    },
    /// The computer does not say where its user's files are; exit code 3.
    NoHome,
    /// There is no terminal to show the program on; exit code 4.
    Terminal(std::io::Error),
    /// A signal asked the program to end; exit code 128 and the signal's number.
    Signal(i32),
    /// Something went wrong that is already worded; exit code 3.
    Told(String),
}

impl CliFault {
    /// The exit code.
    #[must_use]
    pub fn code(&self) -> u8 {
        match self {
            Self::Found => 1,
            Self::Usage(_) => 2,
            Self::File { .. } | Self::NoHome | Self::Told(_) => 3,
            Self::Terminal(_) => 4,
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
            Self::NoHome => Some(tr!(locale, "cli-no-home")),
            Self::Terminal(error) => Some(tr!(locale, "cli-no-terminal", error = error.to_string())),
        }
    }
}
