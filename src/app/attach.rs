//! A file given as an answer, a picture or a recording: copied beside the data, its name is the answer.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use crate::domain::ResponseId;

/// Name of the folder in the data directory.
pub(super) const FOLDER: &str = "files";

/// Why a file cannot be taken.
#[derive(Debug)]
pub enum AttachFault {
    /// There is no file at this path.
    Missing(PathBuf),
    /// There is a folder.
    Folder(PathBuf),
    /// It cannot be copied.
    Copy(io::Error),
}

/// A file taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attached {
    /// The answer.
    pub name: String,
    /// Where the copy is.
    pub path: PathBuf,
}

/// Takes a file for a response: `typed` is its path as typed, pasted or dropped on the terminal, or the name of one taken
/// before. Two different files of the same name are both kept.
///
/// # Errors
/// [`AttachFault`].
pub fn attach(dir: &Path, response: ResponseId, typed: &str) -> Result<Attached, AttachFault> {
    let folder = dir.join(FOLDER).join(response.to_string());
    let from = path_of(typed);
    let is_name = from.components().count() == 1;
    if is_name && folder.join(&from).is_file() {
        return Ok(Attached { name: from.display().to_string(), path: folder.join(from) });
    }
    if from.is_dir() {
        return Err(AttachFault::Folder(from));
    }
    if !from.is_file() {
        return Err(AttachFault::Missing(from));
    }
    copied(&from, &folder).map_err(AttachFault::Copy)
}

fn copied(from: &Path, folder: &Path) -> io::Result<Attached> {
    fs::create_dir_all(folder)?;
    let stem = from.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let ending = from.extension().map(|e| format!(".{}", e.to_string_lossy())).unwrap_or_default();
    let mut name = format!("{stem}{ending}");
    for n in 2.. {
        let path = folder.join(&name);
        if !path.exists() {
            // Copied beside and moved, so that no half of a file ever has the name.
            let fresh = folder.join(".part");
            fs::copy(from, &fresh)?;
            fs::rename(fresh, &path)?;
            return Ok(Attached { name, path });
        }
        if fs::metadata(&path)?.len() == fs::metadata(from)?.len() && fs::read(&path)? == fs::read(from)? {
            return Ok(Attached { name, path });
        }
        name = format!("{stem}-{n}{ending}");
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

/// The path that is meant: terminals put quotes around a file dropped on them, or backslashes before its spaces.
fn path_of(typed: &str) -> PathBuf {
    let text = typed.trim();
    let quoted = ['"', '\''].into_iter().find_map(|q| text.strip_prefix(q)?.strip_suffix(q));
    let text = quoted.unwrap_or(text);
    let text = text.strip_prefix("file://").unwrap_or(text);
    let unescaped = if cfg!(windows) || quoted.is_some() { text.to_owned() } else { text.replace("\\ ", " ") };
    match (unescaped.strip_prefix("~/"), std::env::home_dir()) {
        (Some(rest), Some(home)) => home.join(rest),
        _ => PathBuf::from(unescaped),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_copied_once_and_two_of_a_name_are_both_kept() {
        let dir = tempfile::tempdir().unwrap();
        let (data, id) = (dir.path().join("data"), ResponseId(uuid::Uuid::nil()));
        let photo = dir.path().join("my 院.jpg");
        fs::write(&photo, "one").unwrap();
        let typed = format!("'{}'", photo.display());
        let first = attach(&data, id, &typed).unwrap();
        assert_eq!(first.name, "my 院.jpg");
        assert_eq!(fs::read_to_string(&first.path).unwrap(), "one");
        assert_eq!(attach(&data, id, &typed).unwrap(), first, "the same file again");
        assert_eq!(attach(&data, id, "my 院.jpg").unwrap(), first, "its name again");
        fs::write(&photo, "two").unwrap();
        assert_eq!(attach(&data, id, &typed).unwrap().name, "my 院-2.jpg");
        assert_eq!(fs::read_to_string(&first.path).unwrap(), "one");
        fs::remove_file(&photo).unwrap();
        assert!(matches!(attach(&data, id, &typed), Err(AttachFault::Missing(_))));
        assert!(matches!(attach(&data, id, dir.path().to_str().unwrap()), Err(AttachFault::Folder(_))));
    }

    #[test]
    fn a_dropped_file_is_understood() {
        for (typed, path) in
            [("\"/a b.jpg\"", "/a b.jpg"), ("/a\\ b.jpg ", "/a b.jpg"), ("file:///a.jpg", "/a.jpg"), ("a.jpg", "a.jpg")]
        {
            assert_eq!(path_of(typed), Path::new(path), "{typed}");
        }
    }
}
