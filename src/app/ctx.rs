//! What every screen works with: the store, the words, the settings, the clock, the ids, the notices, the worker.

use std::{
    cell::OnceCell,
    path::{Path, PathBuf},
    sync::Arc,
};

use chrono::{DateTime, FixedOffset};

use super::{
    Action, Clock, Discards, Gathered, Holdings, Level, Notices, Registers, Settings, Tallied, Visiting, Worker, demo,
    printing::{Spool, SystemSpool},
    roll_import::TakingBack,
};
use crate::{
    domain::{Ids, Lang, record::StoreError},
    import::{AgendaLibrary, SurveyLibrary},
    locale::{LANGUAGES, Locale, store_error},
    store::{OpenOptions, Stamp, Store},
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
    /// The data directory one works on.
    pub dir: PathBuf,
    /// One's own data directory, where settings and log are, also while one works on the demo.
    pub own_dir: PathBuf,
    /// Whether the store is the demo's.
    pub demo: bool,
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
    /// The surveys at hand.
    pub library: SurveyLibrary,
    agendas: OnceCell<AgendaLibrary>,
    /// The meetings, folded: see [`Ctx::hold`], [`Ctx::ask`].
    pub holdings: Holdings,
    /// The registers, folded: see [`Ctx::hold_register`], [`Ctx::ask_register`].
    pub registers: Registers,
    /// The response begun at a door of a route, until one is back on the way.
    pub visiting: Option<Visiting>,
    /// As many rows, households or things like them as are read or written before a key press is felt; more of them are for
    /// the worker.
    pub at_once: usize,
    /// The drafts thrown away: see [`Ctx::discard`].
    pub discards: Discards,
    /// Messages not yet seen.
    pub notices: Notices,
    /// The background thread.
    pub worker: Worker,
    /// The printing of the system.
    pub spool: Arc<dyn Spool>,
    /// What the screen below help or palette allows at the moment; kept by the loop.
    pub offered: Vec<Action>,
    /// An import of households being taken back: see [`Ctx::take_import_back`].
    pub(super) taking_back: TakingBack,
    /// What matters are looked at with: see [`Ctx::gather`].
    pub(super) gathered: Gathered,
    /// The columns of the survey summed up last.
    pub(super) tallied: Option<Tallied>,
}

impl Ctx {
    /// A context of these parts.
    #[must_use]
    pub fn new(parts: Parts) -> Self {
        Self {
            demo: demo::is_demo(&parts.store),
            library: SurveyLibrary::load(&parts.dir),
            agendas: OnceCell::new(),
            own_dir: parts.dir.clone(),
            dir: parts.dir,
            locale: Locale::new(&parts.lang),
            no_color: parts.no_color,
            settings: parts.settings,
            clock: parts.clock,
            ids: parts.ids,
            store: parts.store,
            holdings: Holdings::default(),
            registers: Registers::default(),
            visiting: None,
            at_once: super::beside::AT_ONCE,
            discards: Discards::default(),
            notices: Notices::default(),
            worker: Worker::default(),
            spool: Arc::new(SystemSpool),
            offered: Vec::new(),
            taking_back: TakingBack::default(),
            gathered: Gathered::default(),
            tallied: None,
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

    /// A survey's title in the language on screen; its id when the survey is not at hand.
    #[must_use]
    pub fn survey_title<'a>(&'a self, id: &'a str) -> &'a str {
        self.library.find(id).map_or(id, |survey| survey.title().get(self.lang()))
    }

    /// The agendas at hand, looked for when somebody first asks.
    #[must_use]
    pub fn agendas(&self) -> &AgendaLibrary {
        self.agendas.get_or_init(|| AgendaLibrary::load(&self.dir))
    }

    /// The ids of the surveys at hand.
    #[must_use]
    pub fn survey_ids(&self) -> Vec<String> {
        self.library.all().map(|survey| survey.id().to_owned()).collect()
    }

    /// Reads the files of surveys and agendas anew: an author changed one while the program runs. Responses and meetings
    /// under way keep the text they began with.
    pub fn reload_library(&mut self) {
        self.library = SurveyLibrary::load(&self.dir);
        self.tallied = None;
        self.agendas.take();
    }

    /// Works on another data directory from now on; settings stay those of one's own. Whether that was possible: if not,
    /// everything stays as it is and a notice says why.
    pub fn work_on(&mut self, dir: &Path) -> bool {
        let options = OpenOptions {
            community: self.settings.community.clone().unwrap_or_default(),
            ids: &mut *self.ids,
            now: self.clock.now(),
            page_limit: None,
        };
        let opened = Store::open(dir, options);
        let Some(opened) = self.told(opened) else { return false };
        self.store = opened.into_store();
        self.holdings = Holdings::default();
        self.registers = Registers::default();
        self.visiting = None;
        self.taking_back = TakingBack::default();
        self.gathered = Gathered::default();
        self.discards = Discards::default();
        self.demo = demo::is_demo(&self.store);
        self.library = SurveyLibrary::load(dir);
        self.agendas.take();
        dir.clone_into(&mut self.dir);
        true
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
        if let Err(error) = self.settings.save(&self.own_dir) {
            tracing::error!(%error, "settings");
            self.notice(Level::Warning, |locale| crate::tr!(locale, "app-settings-not-kept"));
        }
    }
}
