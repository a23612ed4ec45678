//! The RON files of a folder on disk, whatever they define, and what stands beside them.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use crate::domain::{Fault, Problem, Source, Span};

/// The definition files of a folder on disk, by name; none when there is no such folder.
pub(super) fn own_definitions(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<PathBuf> = entries.flatten().map(|e| e.path()).collect();
    paths.retain(|p| p.extension().is_some_and(|e| e == "ron"));
    paths.sort();
    paths
}

/// A definition file with what stands beside it.
pub(super) struct Opened {
    /// Its name and text.
    pub source: Source,
    /// The CSV files it names: name and text.
    pub files: Vec<(String, String)>,
    /// The names of the other CSV files in its folder.
    pub nearby: Vec<String>,
}

/// The file at a path, with those CSV files from the folder it stands in that its text names.
///
/// # Errors
/// When the file itself cannot be read or is not UTF-8. A CSV file that cannot be read is left out.
pub(super) fn open(path: &Path, is_named: impl Fn(&str, &str) -> bool) -> io::Result<Opened> {
    let text = fs::read_to_string(path)?;
    let folder = path.parent().unwrap_or(Path::new(""));
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let mut files = Vec::new();
    let mut nearby = Vec::new();
    for entry in fs::read_dir(folder)?.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.strip_suffix(".csv").is_none() {
            continue;
        }
        if is_named(&text, &name)
            && let Ok(bytes) = fs::read(entry.path())
        {
            files.push((name, String::from_utf8_lossy(&bytes).into_owned()));
        } else {
            nearby.push(name);
        }
    }
    files.sort();
    nearby.sort();
    let source = Source { name: path.display().to_string(), text: text.into() };
    Ok(Opened { source, files, nearby })
}

/// What a file without an id is called: its name without `.ron`.
pub(super) fn stem(source: &Source) -> String {
    Path::new(&source.name).file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

/// The text of a file that is not UTF-8 as far as it can be shown, and the problem with its place.
///
/// # Errors
/// When the file cannot be read.
pub(super) fn not_utf8(path: &Path) -> io::Result<(Source, Problem)> {
    let bytes = fs::read(path)?;
    let at = std::str::from_utf8(&bytes).map_or_else(|e| e.valid_up_to(), str::len);
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let source = Source { name: path.display().to_string(), text: text.into() };
    Ok((source, Problem::error(Span::new(at, at), Fault::NotUtf8)))
}
