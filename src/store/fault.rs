//! What can go wrong inside the store, and how it becomes a [`StoreError`] that names the file.

use std::{io, path::Path};

use rusqlite::{Error as Sql, ErrorCode, ffi};

use crate::domain::record::StoreError;

/// An error on its way out, before the file's name is known.
#[derive(Debug)]
pub(super) enum Raw {
    /// SQLite failed.
    Sql(Sql),
    /// Already said in full.
    Said(StoreError),
    /// A stored text cannot be read.
    Unreadable(String),
}

impl From<Sql> for Raw {
    fn from(error: Sql) -> Self {
        Self::Sql(error)
    }
}

impl From<StoreError> for Raw {
    fn from(error: StoreError) -> Self {
        Self::Said(error)
    }
}

impl From<serde_json::Error> for Raw {
    fn from(error: serde_json::Error) -> Self {
        Self::Unreadable(error.to_string())
    }
}

impl Raw {
    /// The error of something that is not in the store.
    pub(super) fn missing(id: &(impl ToString + ?Sized)) -> Self {
        Self::Said(StoreError::Missing { id: id.to_string() })
    }

    /// The error as people are told, about `file`.
    pub(super) fn at(self, file: &Path) -> StoreError {
        let path = file.to_path_buf();
        match self {
            Self::Said(error) => error,
            Self::Unreadable(detail) => StoreError::Corrupt { path, detail },
            Self::Sql(error) => {
                let detail = error.to_string();
                match (error.sqlite_error_code(), error.sqlite_error()) {
                    (Some(ErrorCode::DiskFull), _) => StoreError::DiskFull { path },
                    // The shared-memory file could not grow: the disk is full.
                    (_, Some(e)) if e.extended_code == ffi::SQLITE_IOERR_SHMSIZE => StoreError::DiskFull { path },
                    (Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase), _) => {
                        StoreError::Corrupt { path, detail }
                    }
                    (Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied), _) => {
                        StoreError::ReadOnlyDirectory { path }
                    }
                    (Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked), _) => StoreError::Busy { path },
                    (Some(_), _) => StoreError::Io { path, detail },
                    // Not from SQLite but from reading a column: the stored value is not what was written.
                    (None, _) => StoreError::Corrupt { path, detail },
                }
            }
        }
    }
}

/// The error of the operating system as people are told, about `path`.
pub(super) fn of_system(path: &Path, error: &io::Error) -> StoreError {
    let path = path.to_path_buf();
    match error.kind() {
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => StoreError::ReadOnlyDirectory { path },
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => StoreError::DiskFull { path },
        _ => StoreError::Io { path, detail: error.to_string() },
    }
}
