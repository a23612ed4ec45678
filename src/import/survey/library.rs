//! The surveys that come with the program, and where people keep their own.

use std::{io, path::Path};

use super::SurveyFile;
use crate::import::{DefinitionFile, Origin, shipped::SURVEYS};

impl DefinitionFile for SurveyFile {
    const FOLDER: &'static str = "surveys";

    fn built_in() -> impl Iterator<Item = Self> {
        SURVEYS.iter().map(|(name, text)| Self::shipped(name, text))
    }

    fn at(path: &Path) -> io::Result<Self> {
        Self::open(path)
    }

    fn id(&self) -> &str {
        Self::id(self)
    }

    fn origin(&self) -> &Origin {
        &self.origin
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::import::SurveyLibrary;

    #[test]
    fn shipped_surveys_are_called_as_their_files_and_have_no_problems() {
        let library = SurveyLibrary::shipped();
        let ids: Vec<_> = library.all().map(|survey| format!("{}.ron", survey.id())).collect();
        assert_eq!(ids, SURVEYS.iter().map(|(name, _)| *name).collect::<Vec<_>>());
        for survey in library.all() {
            assert!(
                survey.problems().is_empty() && survey.form().is_some(),
                "{}: {:?}",
                survey.id(),
                survey.problems()
            );
        }
    }

    #[test]
    fn a_survey_of_one_s_own_takes_the_place_of_the_shipped_one() {
        let dir = tempfile::tempdir().unwrap();
        let surveys = dir.path().join("surveys");
        fs::create_dir(&surveys).unwrap();
        let text = |id: &str| format!(r#"Survey(id: "{id}", title: "Mine", body: [Note(name: "a", label: "b")])"#);
        fs::write(surveys.join("mine.ron"), text("micro-wish")).unwrap();
        fs::write(surveys.join("new.ron"), text("tea")).unwrap();
        fs::write(surveys.join("bad.ron"), [0xff, 0xfe]).unwrap();
        let library = SurveyLibrary::load(dir.path());
        let wish = library.find("micro-wish").unwrap();
        assert!(matches!(wish.origin, Origin::File(_)));
        assert_eq!(library.all().count(), 6);
        assert_eq!(library.unreadable.len(), 1);
    }
}
