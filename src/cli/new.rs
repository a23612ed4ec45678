//! `new`: a commented survey or agenda to start from.

use std::{
    fs::OpenOptions,
    io::{self, Write},
    path::{Path, PathBuf},
};

use super::CliFault;
use crate::{locale::Locale, tr};

/// What can be started from a template.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum NewThing {
    /// A survey definition.
    Survey,
    /// A meeting's agenda.
    Agenda,
}

impl NewThing {
    /// The template, in which `NEW-ID` stands for the id.
    fn template(self) -> &'static str {
        match self {
            Self::Survey => include_str!("survey_template.ron"),
            Self::Agenda => include_str!("agenda_template.ron"),
        }
    }
}

/// Writes a file to start from, and says where it is. A file that is there already is left alone.
///
/// # Errors
/// When the name cannot be the name of a file, or the file exists or cannot be written.
pub fn new_definition(
    what: NewThing,
    name: &str,
    dir: Option<&Path>,
    locale: &Locale,
    out: &mut impl Write,
) -> Result<(), CliFault> {
    let id = name.strip_suffix(".ron").unwrap_or(name);
    let fits = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
    if id.is_empty() || id.starts_with(['.', '-']) || !id.chars().all(fits) {
        return Err(CliFault::Usage(tr!(locale, "new-bad-name", name = name)));
    }
    let dir = dir.unwrap_or(Path::new("."));
    let path: PathBuf = dir.join(format!("{id}.ron"));
    let write = || {
        std::fs::create_dir_all(dir)?;
        let mut file = OpenOptions::new().write(true).create_new(true).open(&path)?;
        file.write_all(what.template().replace("NEW-ID", id).as_bytes())?;
        file.sync_all()
    };
    match write() {
        Ok(()) => {
            let said = tr!(locale, "new-written", path = path.display().to_string());
            writeln!(out, "{said}").map_err(|error| CliFault::File { path: "stdout".into(), error })
        }
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            Err(CliFault::Told(tr!(locale, "new-exists", path = path.display().to_string())))
        }
        Err(error) => Err(CliFault::File { path, error }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        domain::Lang,
        import::{AgendaFile, SurveyFile},
    };

    #[test]
    fn the_template_is_a_sound_survey_and_is_never_written_over() {
        let dir = tempfile::tempdir().unwrap();
        let locale = Locale::new(&Lang::new("en"));
        let mut out = Vec::new();
        new_definition(NewThing::Survey, "tea-house", Some(dir.path()), &locale, &mut out).unwrap();
        let path = dir.path().join("tea-house.ron");
        let file = SurveyFile::open(&path).unwrap();
        assert_eq!(file.problems(), []);
        assert_eq!((file.id(), file.form().is_some()), ("tea-house", true));
        std::fs::write(&path, "mine").unwrap();
        assert!(matches!(
            new_definition(NewThing::Survey, "tea-house", Some(dir.path()), &locale, &mut out),
            Err(CliFault::Told(_))
        ));
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "mine");
    }

    #[test]
    fn the_template_is_a_sound_agenda_that_shows_every_kind_of_item() {
        let dir = tempfile::tempdir().unwrap();
        let locale = Locale::new(&Lang::new("en"));
        new_definition(NewThing::Agenda, "tea-house", Some(dir.path()), &locale, &mut Vec::new()).unwrap();
        let file = AgendaFile::open(&dir.path().join("tea-house.ron")).unwrap();
        assert_eq!(file.problems(), []);
        assert_eq!((file.id(), file.agenda().unwrap().all_items().count()), ("tea-house", 12));
    }

    #[test]
    fn a_name_is_no_path() {
        let locale = Locale::new(&Lang::new("en"));
        for name in ["", "../up", "a/b", ".hidden", "-o", "a b"] {
            let done = new_definition(NewThing::Agenda, name, None, &locale, &mut Vec::new());
            assert!(matches!(done, Err(CliFault::Usage(_))), "{name}");
        }
    }
}
