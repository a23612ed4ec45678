//! Files that are there whole or not at all, and never take the place of another unless asked.

use std::{
    fs::{self, OpenOptions},
    io::{self, Write},
    path::Path,
};

/// A name for a file out of words: letters, digits and dashes, no path whatever somebody called it.
#[must_use]
pub fn file_name(words: &str) -> String {
    let plain = words.chars().map(|c| if c.is_alphanumeric() || c == '-' { c } else { '_' });
    let mut name: String = plain.take(60).collect();
    while name.contains("__") {
        name = name.replace("__", "_");
    }
    let name = name.trim_matches('_');
    if name.is_empty() { "report".to_owned() } else { name.to_owned() }
}

/// Writes a file beside its place and puts it there when it is whole. Over one that is there only when asked.
///
/// # Errors
/// [`io::ErrorKind::AlreadyExists`] when there is one; whatever the system says when it cannot be written.
pub fn write_whole(path: &Path, bytes: &[u8], over: bool) -> io::Result<()> {
    if !over && path.symlink_metadata().is_ok() {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    let mut beside = path.file_name().unwrap_or_default().to_os_string();
    beside.push(format!(".{}.part", std::process::id()));
    let beside = path.with_file_name(beside);
    let written = written(&beside, bytes).and_then(|()| {
        // A link does not take the place of a file that came up meanwhile; not every disk has links.
        if over { fs::rename(&beside, path) } else { placed(&beside, path) }
    });
    if written.is_err() || !over {
        let _ = fs::remove_file(&beside);
    }
    written
}

fn written(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create(true).truncate(true).open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

fn placed(from: &Path, to: &Path) -> io::Result<()> {
    match fs::hard_link(from, to) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(error),
        Err(_) if to.symlink_metadata().is_err() => fs::rename(from, to),
        done => done,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_there_stays_unless_asked_and_nothing_half_written_is_left() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("a.txt");
        write_whole(&path, b"one", false).unwrap();
        let refused = write_whole(&path, b"two", false).unwrap_err();
        assert_eq!(refused.kind(), io::ErrorKind::AlreadyExists);
        assert_eq!(fs::read(&path).unwrap(), b"one");
        write_whole(&path, b"two", true).unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"two");
        assert!(write_whole(&dir.path().join("no/b.txt"), b"x", false).is_err());
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_title_is_no_path() {
        assert_eq!(file_name("../a b/第3次 坝坝会"), "a_b_第3次_坝坝会");
        assert_eq!(file_name("//"), "report");
    }
}
