//! What a command that works on the store is given: where the data lives, who types, what time it is.

use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset};

use super::{CliFault, DataDir};
use crate::{
    app::{Clock, Settings, SystemClock, SystemIds},
    domain::{Ids, near},
    import::{SurveyFile, SurveyLibrary},
    locale::Locale,
    store::{OpenOptions, Stamp, Store},
    tr,
};

/// A command's surroundings.
pub struct Desk<'a> {
    dir: PathBuf,
    settings: Settings,
    ids: Box<dyn Ids>,
    now: DateTime<FixedOffset>,
    /// The words to print.
    pub locale: &'a Locale,
}

impl<'a> Desk<'a> {
    /// The desk at a data directory, now.
    #[must_use]
    pub fn new(dir: PathBuf, settings: Settings, locale: &'a Locale) -> Self {
        Self { dir, settings, ids: Box::new(SystemIds), now: SystemClock.now(), locale }
    }

    /// Now, the same moment for the whole command.
    #[must_use]
    pub fn now(&self) -> DateTime<FixedOffset> {
        self.now
    }

    /// The data directory.
    #[must_use]
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// Fewest in a count that a public report shows, when that was set.
    #[must_use]
    pub fn least_shown(&self) -> Option<u64> {
        self.settings.least_shown
    }

    /// The font file pages are set in, when one was set.
    #[must_use]
    pub fn font(&self) -> Option<PathBuf> {
        self.settings.font.clone().map(PathBuf::from)
    }

    /// The printer chosen last on the print screen.
    #[must_use]
    pub fn printer(&self) -> Option<String> {
        self.settings.printer.clone()
    }

    /// Opens the store, to read only where another program holds it.
    ///
    /// # Errors
    /// When the directory cannot be made or the store not opened.
    pub fn open(&mut self) -> Result<Store, CliFault> {
        let dir = DataDir::make(self.dir.clone())?;
        let community = self.settings.community.clone().unwrap_or_default();
        let options = OpenOptions { community, ids: &mut *self.ids, now: self.now, page_limit: None };
        Ok(Store::open(dir.path(), options).map_err(CliFault::Store)?.into_store())
    }

    /// Stamps what is written with who types here and now.
    pub fn stamp(&mut self) -> Stamp<'_> {
        let author = self.settings.surveyor.as_deref().unwrap_or_default();
        Stamp { ids: &mut *self.ids, now: self.now, author }
    }

    /// The surveys at hand: shipped, and in the data directory.
    #[must_use]
    pub fn library(&self) -> SurveyLibrary {
        SurveyLibrary::load(&self.dir)
    }

    /// The id of the survey named on the command line: an id that is known, or a survey file, which then joins the library.
    ///
    /// # Errors
    /// When no such survey is known, or the file cannot be read.
    pub fn survey(&self, store: &Store, library: &mut SurveyLibrary, given: &str) -> Result<String, CliFault> {
        let path = Path::new(given);
        if path.extension().is_some_and(|e| e.eq_ignore_ascii_case("ron")) {
            let file = SurveyFile::open(path).map_err(|error| CliFault::File { path: path.to_path_buf(), error })?;
            let id = file.id().to_owned();
            library.put(file);
            return Ok(id);
        }
        let mut known: Vec<String> = library.all().map(|survey| survey.id().to_owned()).collect();
        known.extend(store.survey_counts().map_err(CliFault::Store)?.into_iter().map(|(known, _)| known));
        if known.iter().any(|id| id == given) {
            return Ok(given.to_owned());
        }
        known.sort_unstable();
        known.dedup();
        let locale = self.locale;
        Err(CliFault::Usage(match near(given, known.iter().map(String::as_str)) {
            Some(meant) => tr!(locale, "cli-no-survey-near", name = given, near = meant),
            None => tr!(locale, "cli-no-survey", name = given, known = known.join(", ")),
        }))
    }
}
