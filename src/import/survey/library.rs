//! All surveys at hand, by id.

use std::{
    io,
    path::{Path, PathBuf},
};

use include_dir::{Dir, include_dir};

use super::SurveyFile;
use crate::import::{
    Origin,
    definition::{built_in_definitions, own_definitions},
};

/// The definitions that are part of the program.
static SHIPPED: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/surveys");

/// The order in which shipped surveys are offered; others follow by name.
const ORDER: [&str; 5] = ["courtyard-intake", "household-visit", "micro-wish", "service-offer", "after-renewal"];

/// All surveys at hand.
#[derive(Debug, Default)]
pub struct SurveyLibrary {
    surveys: Vec<SurveyFile>,
    /// Files in the data directory that could not be read.
    pub unreadable: Vec<(PathBuf, io::Error)>,
}

impl SurveyLibrary {
    /// The surveys that are part of the program.
    #[must_use]
    pub fn shipped() -> Self {
        let surveys =
            built_in_definitions(&SHIPPED, &ORDER).map(|(name, text)| SurveyFile::shipped(&SHIPPED, name, text));
        Self { surveys: surveys.collect(), unreadable: Vec::new() }
    }

    /// The shipped surveys and those in the folder `surveys` of a data directory. A survey of one's own stands in place of
    /// a shipped one with the same id.
    #[must_use]
    pub fn load(dir: &Path) -> Self {
        let mut library = Self::shipped();
        for path in own_definitions(&dir.join("surveys")) {
            match SurveyFile::open(&path) {
                Ok(own) => library.put(own),
                Err(error) => library.unreadable.push((path, error)),
            }
        }
        library
    }

    /// Adds a survey, in place of a shipped one with its id.
    pub fn put(&mut self, own: SurveyFile) {
        let same = self.surveys.iter().position(|s| s.origin == Origin::Shipped && s.id() == own.id());
        match same {
            Some(at) => self.surveys[at] = own,
            None => self.surveys.push(own),
        }
    }

    /// Adds a survey named by hand, in place of any with its id.
    pub fn put_first(&mut self, own: SurveyFile) {
        self.surveys.retain(|s| s.id() != own.id());
        self.surveys.insert(0, own);
    }

    /// The survey with that id, taken out.
    #[must_use]
    pub fn into_survey(self, id: &str) -> Option<SurveyFile> {
        self.surveys.into_iter().find(|s| s.id() == id)
    }

    /// All of them, in the order they are offered.
    pub fn all(&self) -> impl Iterator<Item = &SurveyFile> {
        self.surveys.iter()
    }

    /// The survey with that id.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<&SurveyFile> {
        self.surveys.iter().find(|s| s.id() == id)
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn shipped_surveys_stand_in_their_order_without_problems() {
        let library = SurveyLibrary::shipped();
        let ids: Vec<_> = library.all().map(SurveyFile::id).collect();
        assert_eq!(ids, ORDER);
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
