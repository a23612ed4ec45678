//! Keeping a report as files in the data directory, beside the store.

use std::{
    fs::{self, OpenOptions},
    io::{self, Write},
    path::{Path, PathBuf},
};

/// The folder of reports in the data directory.
const DIR: &str = "reports";

/// Writes a report, once for each ending, and gives back the files' path without its ending. A report of that name that is
/// there already stays as it is: a number is added to the new one's.
///
/// # Errors
/// The directory or a file cannot be written.
pub fn keep_report(dir: &Path, name: &str, files: &[(&str, Vec<u8>)]) -> io::Result<PathBuf> {
    let dir = dir.join(DIR);
    fs::create_dir_all(&dir)?;
    let of = |name: &str, ending: &str| dir.join(format!("{name}.{ending}"));
    let taken = |name: &str| files.iter().any(|(ending, _)| of(name, ending).exists());
    let mut free = name.to_owned();
    let mut number = 2;
    while taken(&free) {
        free = format!("{name}-{number}");
        number += 1;
    }
    for (ending, bytes) in files {
        let mut file = OpenOptions::new().write(true).create_new(true).open(of(&free, ending))?;
        file.write_all(bytes)?;
        file.sync_all()?;
    }
    Ok(dir.join(free))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_never_takes_the_place_of_another() {
        let dir = tempfile::tempdir().unwrap();
        let keep =
            |text: &str| keep_report(dir.path(), "intake", &[("txt", text.into()), ("csv", "a\r\n".into())]).unwrap();
        let (first, second) = (keep("1"), keep("2"));
        assert_ne!(first, second);
        assert_eq!(fs::read_to_string(first.with_extension("txt")).unwrap(), "1");
        assert_eq!(fs::read_to_string(second.with_extension("txt")).unwrap(), "2");
        assert!(second.with_extension("csv").exists());
    }
}
