//! The surveys that come with the program, and where people keep their own.

use std::{io, path::Path};

use include_dir::{Dir, include_dir};

use super::SurveyFile;
use crate::import::{DefinitionFile, Origin, definition::built_in_definitions};

/// The definitions that are part of the program.
static SHIPPED: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/surveys");

/// The order in which shipped surveys are offered; others follow by name.
const ORDER: [&str; 5] = ["courtyard-intake", "household-visit", "micro-wish", "service-offer", "after-renewal"];

impl DefinitionFile for SurveyFile {
    const FOLDER: &'static str = "surveys";

    fn built_in() -> impl Iterator<Item = Self> {
        built_in_definitions(&SHIPPED, &ORDER).map(|(name, text)| Self::shipped(&SHIPPED, name, text))
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
