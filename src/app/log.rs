//! The program's own log, a file in the data directory: never the screen.

use std::{fs, io, path::Path, sync::Mutex};

/// Name of the file in the data directory.
pub const LOG_FILE: &str = "babahui.log";

/// Size in bytes from which a new file is begun; the old one is kept as `babahui.log.old`.
const FULL: u64 = 1 << 20;

/// Writes what the program tells of itself into the log from now on.
///
/// # Errors
/// When the file cannot be written to; the program works without.
pub fn start_log(dir: &Path) -> io::Result<()> {
    let path = dir.join(LOG_FILE);
    if fs::metadata(&path).is_ok_and(|file| file.len() > FULL) {
        fs::rename(&path, dir.join("babahui.log.old"))?;
    }
    let mut options = fs::OpenOptions::new();
    options.create(true).append(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let file = options.open(path)?;
    let subscriber = tracing_subscriber::fmt().with_ansi(false).with_writer(Mutex::new(file)).finish();
    tracing::subscriber::set_global_default(subscriber).map_err(io::Error::other)
}
