//! What keeps the store from doing what was asked. The sentences are made in `locale/store.rs`.

use std::path::PathBuf;

/// Which running program holds a data directory.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Holder {
    /// Its process number; 0 when not known.
    pub pid: u32,
    /// The laptop's name; empty when not known.
    pub host: String,
    /// Since when, `2024-11-12 14:03`; empty when not known.
    pub since: String,
}

/// Why the store could not be opened, read or written. Nothing was overwritten in any of these cases.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// Another running program holds the data directory: reading works, writing does not.
    #[error("{dir} is held by process {} on {}", holder.pid, holder.host)]
    Held {
        /// The data directory.
        dir: PathBuf,
        /// Who holds it.
        holder: Holder,
    },
    /// The data directory or the store file may not be written to.
    #[error("{path} cannot be written to")]
    ReadOnlyDirectory {
        /// The directory.
        path: PathBuf,
    },
    /// There is no room left on the disk.
    #[error("no room left for {path}")]
    DiskFull {
        /// The store file.
        path: PathBuf,
    },
    /// The store file is damaged.
    #[error("{path} is damaged: {detail}")]
    Corrupt {
        /// The store file.
        path: PathBuf,
        /// What SQLite or the reader said.
        detail: String,
    },
    /// The store file was made by another program.
    #[error("{path} is not a store of this program")]
    Foreign {
        /// The file.
        path: PathBuf,
    },
    /// The store was written by a newer version of the program.
    #[error("{path} has schema {found}, known is {known}")]
    NewerSchema {
        /// The store file.
        path: PathBuf,
        /// Its schema's number.
        found: u32,
        /// The greatest this version knows.
        known: u32,
    },
    /// Another program kept the store file locked for too long.
    #[error("{path} is busy")]
    Busy {
        /// The store file.
        path: PathBuf,
    },
    /// Reading or writing a file failed for another reason.
    #[error("{path}: {detail}")]
    Io {
        /// The file or directory.
        path: PathBuf,
        /// What the system said.
        detail: String,
    },
    /// What was asked for is not in the store: a draft, response, session or record.
    #[error("nothing under {id} in the store")]
    Missing {
        /// Its id.
        id: String,
    },
    /// The record cannot be taken back or erased.
    #[error("record {id} cannot be taken back or erased")]
    Fixed {
        /// The record.
        id: String,
    },
}

impl StoreError {
    /// The exit code, in the ranges of BSD's `sysexits.h`: 65 damaged or foreign data, 70 a call that makes no sense,
    /// 73 may not be written, 74 disk full or another failure of reading and writing, 75 held or busy (try again
    /// later), 76 newer schema.
    #[must_use]
    pub fn exit_code(&self) -> u8 {
        match self {
            Self::Corrupt { .. } | Self::Foreign { .. } => 65,
            Self::Missing { .. } | Self::Fixed { .. } => 70,
            Self::ReadOnlyDirectory { .. } => 73,
            Self::DiskFull { .. } | Self::Io { .. } => 74,
            Self::Held { .. } | Self::Busy { .. } => 75,
            Self::NewerSchema { .. } => 76,
        }
    }
}
