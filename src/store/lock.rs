//! One running program holds a data directory: a locked file, and beside it the text that says who.

use std::{
    fs::{self, File, TryLockError},
    io::{self, Write},
    path::Path,
};

use chrono::{DateTime, FixedOffset};

use super::fault::of_system;
use crate::domain::record::{Holder, StoreError};

/// The file whose lock is held for as long as the program runs; the system lets go of it when the program ends, however.
const LOCK: &str = "lock";
/// The text of who holds it. A file of its own, because some systems do not let others read a locked file.
const HOLDER: &str = "holder";

/// The lock of a data directory, for as long as this lives.
#[derive(Debug)]
pub(super) struct Lock(File);

impl Drop for Lock {
    /// Lets go at once: a process being started at this moment still has the file, and closing ours would not do.
    fn drop(&mut self) {
        if let Err(error) = self.0.unlock() {
            tracing::warn!(%error, "lock file");
        }
    }
}

/// Takes the lock of a data directory, or says who has it.
pub(super) fn take(dir: &Path, now: DateTime<FixedOffset>) -> Result<Result<Lock, Holder>, StoreError> {
    let path = dir.join(LOCK);
    let mut options = fs::OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    private(&mut options);
    let file = options.open(&path).map_err(|e| of_system(dir, &e))?;
    match file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => return Ok(Err(read(dir))),
        Err(TryLockError::Error(e)) => return Err(of_system(&path, &e)),
    }
    let text = format!("{}\n{}\n{}\n", std::process::id(), host(), now.format("%Y-%m-%d %H:%M"));
    // Who holds it is told as a kindness: a full disk here must not keep people from reading their store.
    if let Err(error) = put(&dir.join(HOLDER), &text) {
        tracing::warn!(%error, "holder file");
    }
    Ok(Ok(Lock(file)))
}

/// Writes a text over the one before. Emptying the file first would make some file systems wait for the disk when it is
/// closed, for as long as all the rest of starting takes.
fn put(path: &Path, text: &str) -> io::Result<()> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create(true).truncate(false);
    private(&mut options);
    let mut file = options.open(path)?;
    file.write_all(text.as_bytes())?;
    file.set_len(text.len() as u64)
}

/// What the holder wrote of itself; nothing known when it cannot be read.
fn read(dir: &Path) -> Holder {
    let text = fs::read_to_string(dir.join(HOLDER)).unwrap_or_default();
    let mut lines = text.lines();
    let pid = lines.next().and_then(|l| l.parse().ok()).unwrap_or_default();
    let mut line = || lines.next().unwrap_or_default().to_owned();
    Holder { pid, host: line(), since: line() }
}

/// The laptop's name, empty when the system does not tell.
fn host() -> String {
    let file = fs::read_to_string("/etc/hostname").ok();
    let named = || std::env::var("COMPUTERNAME").or_else(|_| std::env::var("HOSTNAME")).ok();
    file.map(|t| t.trim().to_owned()).filter(|t| !t.is_empty()).or_else(named).unwrap_or_default()
}

/// Lets only the owner read and write a file about to be created.
pub(super) fn private(options: &mut fs::OpenOptions) {
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(options, 0o600);
    #[cfg(not(unix))]
    let _ = options;
}
