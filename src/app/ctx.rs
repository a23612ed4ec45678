//! What every screen works with: the store, the words, the settings, the clock, the ids, the notices, the worker.

use std::path::PathBuf;

use chrono::{DateTime, FixedOffset};

use super::{Action, Clock, Level, Notices, Settings, Worker};
use crate::{
    domain::{Ids, Lang, record::StoreError},
    locale::{LANGUAGES, Locale, store_error},
    store::{Stamp, Store},
};

/// What a [`Ctx`] is made from.
pub struct Parts {
    /// The data directory.
    pub dir: PathBuf,
    /// Language on screen.
    pub lang: Lang,
    /// Whether the `NO_COLOR` variable asks for no colour.
    pub no_color: bool,
    /// What the person chose earlier.
    pub settings: Settings,
    /// Tells the time.
    pub clock: Box<dyn Clock>,
    /// Makes ids.
    pub ids: Box<dyn Ids + Send>,
    /// The store, writable or not.
    pub store: Store,
}

/// What every screen works with.
pub struct Ctx {
    /// The data directory.
    pub dir: PathBuf,
    /// The words of the language on screen.
    pub locale: Locale,
    /// Whether the `NO_COLOR` variable asks for no colour.
    pub no_color: bool,
    /// What the person chose.
    pub settings: Settings,
    /// Tells the time.
    pub clock: Box<dyn Clock>,
    /// Makes ids.
    pub ids: Box<dyn Ids + Send>,
    /// What is kept. [`Ctx::read`] and [`Ctx::write`] tell the person when something goes wrong.
    pub store: Store,
    /// Messages not yet seen.
    pub notices: Notices,
    /// The background thread.
    pub worker: Worker,
    /// What the screen below help or palette allows at the moment; kept by the loop.
    pub offered: Vec<Action>,
}

impl Ctx {
    /// A context of these parts.
    #[must_use]
    pub fn new(parts: Parts) -> Self {
        Self {
            dir: parts.dir,
            locale: Locale::new(&parts.lang),
            no_color: parts.no_color,
            settings: parts.settings,
            clock: parts.clock,
            ids: parts.ids,
            store: parts.store,
            notices: Notices::default(),
            worker: Worker::default(),
            offered: Vec::new(),
        }
    }

    /// Now.
    #[must_use]
    pub fn now(&self) -> DateTime<FixedOffset> {
        self.clock.now()
    }

    /// The language on screen.
    #[must_use]
    pub fn lang(&self) -> &Lang {
        self.locale.lang()
    }

    /// Shows a notice, worded by `words` in the language on screen.
    pub fn notice(&mut self, level: Level, words: impl FnOnce(&Locale) -> String) {
        let text = words(&self.locale);
        self.notices.push(level, text, self.clock.now());
    }

    /// Reads from the store; a notice tells when that fails.
    pub fn read<T>(&mut self, work: impl FnOnce(&Store) -> Result<T, StoreError>) -> Option<T> {
        let done = work(&self.store);
        self.told(done)
    }

    /// Writes to the store, in the name of who types here; a notice tells when that fails, and nothing is written then.
    pub fn write<T>(&mut self, work: impl FnOnce(&mut Store, Stamp<'_>) -> Result<T, StoreError>) -> Option<T> {
        let author = self.settings.surveyor.as_deref().unwrap_or_default();
        let stamp = Stamp { ids: &mut *self.ids, now: self.clock.now(), author };
        let done = work(&mut self.store, stamp);
        self.told(done)
    }

    fn told<T>(&mut self, done: Result<T, StoreError>) -> Option<T> {
        match done {
            Ok(value) => Some(value),
            Err(error) => {
                self.notice(Level::Error, |locale| store_error(locale, &error));
                None
            }
        }
    }

    /// The surveys that can be filled: id and title in the language on screen.
    pub fn surveys(&mut self) -> Vec<(String, String)> {
        let counts = self.read(Store::survey_counts).unwrap_or_default();
        counts.into_iter().map(|(id, _)| (id.clone(), self.survey_title(&id))).collect()
    }

    /// A survey's title in the language on screen; its id when the survey is not known here.
    #[must_use]
    pub fn survey_title(&self, id: &str) -> String {
        id.to_owned()
    }

    /// A fresh id.
    pub fn new_id(&mut self) -> uuid::Uuid {
        let now = u64::try_from(self.clock.now().timestamp_millis()).unwrap_or_default();
        self.ids.uuid(now)
    }

    /// Shows everything in this language from now on, and keeps the choice.
    pub fn speak(&mut self, lang: &Lang) {
        self.locale = Locale::new(lang);
        self.settings.language = Some(self.locale.lang().clone());
        self.keep_settings();
    }

    /// Shows everything in the language after the one on screen.
    pub fn speak_next(&mut self) {
        let at = LANGUAGES.iter().position(|code| *code == self.lang().as_str()).map_or(0, |i| i + 1);
        self.speak(&Lang::new(LANGUAGES[at % LANGUAGES.len()]));
    }

    /// Writes the settings down; a notice tells when that fails.
    pub fn keep_settings(&mut self) {
        if let Err(error) = self.settings.save(&self.dir) {
            tracing::error!(%error, "settings");
            self.notice(Level::Warning, |locale| crate::tr!(locale, "app-settings-not-kept"));
        }
    }
}
