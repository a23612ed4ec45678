//! `check`: everything that is wrong with files people write, surveys and agendas, printed at once.

use std::{
    io::{self, Write},
    path::{Path, PathBuf},
};

use super::CliFault;
use crate::{
    import::{SurveyFile, SurveyLibrary, problems_at},
    locale::{Locale, printed, tally},
    tr,
};

/// Prints the problems of every file named, and of every one in a folder named. Agendas may name the surveys at hand and
/// those that are checked with them.
///
/// # Errors
/// [`CliFault::Found`] when a file has an error; others when a file cannot be read or a folder holds none.
pub fn check(paths: &[PathBuf], data: Option<&Path>, locale: &Locale, out: &mut impl Write) -> Result<(), CliFault> {
    let (mut good, mut bad, mut pointed_out) = (0_usize, 0_usize, 0_usize);
    let paths = definition_paths(paths, locale)?;
    let library = data.map_or_else(SurveyLibrary::shipped, SurveyLibrary::load);
    let mut surveys: Vec<String> = library.all().map(|survey| survey.id().to_owned()).collect();
    surveys.extend(paths.iter().filter_map(|path| SurveyFile::open(path).ok()).map(|survey| survey.id().to_owned()));
    for path in paths {
        let (source, problems) = problems_at(&path, &surveys).map_err(|error| CliFault::File { path, error })?;
        for problem in &problems {
            say(out, &format!("{}\n", printed(locale, &source, problem)))?;
        }
        let (errors, warnings) = tally(&problems);
        pointed_out += warnings;
        if errors > 0 {
            bad += 1;
        } else {
            good += 1;
        }
    }
    let all = good + bad;
    if bad > 0 {
        say(out, &tr!(locale, "check-bad", bad = bad, all = all))?;
    } else {
        say(out, &tr!(locale, "check-good", count = good))?;
    }
    if pointed_out > 0 {
        say(out, &tr!(locale, "check-warnings", count = pointed_out))?;
    }
    if bad > 0 { Err(CliFault::Found) } else { Ok(()) }
}

fn say(out: &mut impl Write, line: &str) -> Result<(), CliFault> {
    match writeln!(out, "{line}") {
        // Whoever read the output has read enough.
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(CliFault::File { path: "stdout".into(), error }),
        _ => Ok(()),
    }
}

/// The files named, and the `.ron` files in the folders named and below, in order.
fn definition_paths(paths: &[PathBuf], locale: &Locale) -> Result<Vec<PathBuf>, CliFault> {
    let mut found = Vec::new();
    for path in paths {
        if path.is_dir() {
            let before = found.len();
            below(path, &mut found).map_err(|error| CliFault::File { path: path.clone(), error })?;
            if found.len() == before {
                return Err(CliFault::Usage(tr!(locale, "check-no-files", dir = path.display().to_string())));
            }
        } else {
            found.push(path.clone());
        }
    }
    Ok(found)
}

fn below(dir: &Path, found: &mut Vec<PathBuf>) -> io::Result<()> {
    let mut entries = Vec::new();
    for entry in std::fs::read_dir(dir)? {
        let entry = entry?;
        if !entry.file_name().to_string_lossy().starts_with('.') {
            entries.push((entry.path(), entry.file_type()?));
        }
    }
    entries.sort_by(|a, b| a.0.cmp(&b.0));
    for (path, kind) in entries {
        // A link to a folder may lead back up.
        if kind.is_dir() {
            below(&path, found)?;
        } else if path.extension().is_some_and(|e| e == "ron") {
            found.push(path);
        }
    }
    Ok(())
}
