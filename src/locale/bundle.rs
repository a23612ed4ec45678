//! The words of one language, each message read from the Fluent file when it is first said.
//!
//! Where every message stands is worked out while the program is compiled, so that starting reads nothing of the file. Most
//! messages are one line without arguments and are handed out as they stand; Fluent reads the others, one by one. No message
//! refers to another, so that each can stand alone.

use std::{
    borrow::Cow,
    cell::OnceCell,
    collections::HashMap,
    ops::Deref,
    sync::{Arc, PoisonError, RwLock},
};

use i18n_embed::{I18nAssets, LanguageLoader, fluent::FluentLanguageLoader, unic_langid::LanguageIdentifier};

use super::index::{Index, index};
use crate::domain::Lang;

/// The languages the program speaks, in the order the language key goes through them.
pub const LANGUAGES: [&str; 2] = ["zh-CN", "en"];

/// The language files, part of the binary.
const CHINESE: &str = include_str!("../../locales/zh-CN/babahui.ftl");
const ENGLISH: &str = include_str!("../../locales/en/babahui.ftl");
static IN_CHINESE: Index = index(CHINESE);
static IN_ENGLISH: Index = index(ENGLISH);

/// The program's words in one language.
pub struct Locale {
    lang: Lang,
    file: &'static str,
    index: &'static Index,
    /// What reads the messages that Fluent has read so far, by where they stand in the file.
    read: RwLock<HashMap<usize, Arc<FluentLanguageLoader>>>,
}

impl Locale {
    /// The words of the spoken language nearest to `lang`: Chinese for any `zh`, else English.
    ///
    /// The files are part of the binary, so loading cannot fail; a broken file would show message ids, and
    /// `tests/locale.rs` keeps that from being released.
    #[must_use]
    pub fn new(lang: &Lang) -> Self {
        let chinese = lang.primary() == "zh";
        let (code, file, index) = if chinese { ("zh-CN", CHINESE, &IN_CHINESE) } else { ("en", ENGLISH, &IN_ENGLISH) };
        Self { lang: Lang::new(code), file, index, read: RwLock::default() }
    }

    /// The language's code, `zh-CN` or `en`.
    #[must_use]
    pub fn lang(&self) -> &Lang {
        &self.lang
    }

    /// What [`crate::tr!`] reads a message from.
    #[must_use]
    pub fn loader(&self, id: &str) -> Message<'_> {
        Message { locale: self, at: self.index.find(self.file, id), read: OnceCell::new() }
    }

    /// What Fluent makes of the message that stands there.
    fn read(&self, at: usize) -> Arc<FluentLanguageLoader> {
        let known = self.read.read().unwrap_or_else(PoisonError::into_inner).get(&at).map(Arc::clone);
        known.unwrap_or_else(|| {
            let loader = Arc::new(load(self.lang.as_str(), text_at(self.file, at)));
            self.read.write().unwrap_or_else(PoisonError::into_inner).insert(at, Arc::clone(&loader));
            loader
        })
    }
}

/// One message of a language. With arguments it is said by Fluent, whose loader this is then, as the `fl!` macro expects.
pub struct Message<'a> {
    locale: &'a Locale,
    at: Option<usize>,
    read: OnceCell<Arc<FluentLanguageLoader>>,
}

impl Message<'_> {
    /// Whether there is such a message.
    #[must_use]
    pub fn is_known(&self) -> bool {
        self.at.is_some()
    }

    /// What it says without arguments.
    #[must_use]
    pub fn get(&self, id: &str) -> String {
        let plain = self.at.and_then(|at| plain(text_at(self.locale.file, at)));
        plain.map_or_else(|| self.deref().get(id), str::to_owned)
    }
}

impl Deref for Message<'_> {
    type Target = FluentLanguageLoader;

    fn deref(&self) -> &FluentLanguageLoader {
        let none = || Arc::new(load(self.locale.lang.as_str(), ""));
        self.read.get_or_init(|| self.at.map_or_else(none, |at| self.locale.read(at)))
    }
}

/// The message that begins there: its line, and the lines it goes on in, which are indented or close a bracket.
fn text_at(file: &'static str, at: usize) -> &'static str {
    let text = &file[at..];
    let goes_on = |line: &&str| line.starts_with([' ', '\t', '}', '\n', '\r']);
    let mut lines = text.split_inclusive('\n');
    let first = lines.next().map_or(0, str::len);
    &text[..first + lines.take_while(goes_on).map(str::len).sum::<usize>()]
}

/// What a message says that is one line without arguments; Fluent would make the same of it.
fn plain(message: &str) -> Option<&str> {
    let (_, said) = message.split_once('=')?;
    let said = said.trim_matches([' ', '\n', '\r']);
    (!said.is_empty() && !said.contains(['\n', '{', '}'])).then_some(said)
}

fn load(code: &str, text: &str) -> FluentLanguageLoader {
    let id: LanguageIdentifier = code.parse().unwrap_or_default();
    let loader = FluentLanguageLoader::new("babahui", id.clone());
    if let Err(error) = loader.load_languages(&One(text), &[id]) {
        tracing::error!(%error, code, "language file");
    }
    loader.set_use_isolating(false);
    loader
}

/// A text as the one file there is.
struct One<'a>(&'a str);

impl I18nAssets for One<'_> {
    fn get_files(&self, _: &str) -> Vec<Cow<'_, [u8]>> {
        vec![Cow::Borrowed(self.0.as_bytes())]
    }

    fn filenames_iter(&self) -> Box<dyn Iterator<Item = String> + '_> {
        Box::new(std::iter::empty())
    }
}

impl std::fmt::Debug for Locale {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Locale").field(&self.lang).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_message_says_what_it_says_in_the_whole_file() {
        for (lang, file) in [("zh-CN", CHINESE), ("en", ENGLISH)] {
            let (locale, whole) = (Locale::new(&Lang::new(lang)), load(lang, file));
            let begins = |line: &&str| line.starts_with(|c: char| c.is_ascii_alphabetic());
            let ids = file.lines().filter(begins).filter_map(|line| line.split([' ', '=']).next());
            let mut known = 0;
            for id in ids {
                assert!(locale.loader(id).is_known(), "{id}");
                assert_eq!(locale.loader(id).get(id), whole.get(id), "{id}");
                known += 1;
            }
            assert!(known > 500, "{known}");
            for unknown in ["", "home", "home-titl", "home-titles", "zzz"] {
                assert!(!locale.loader(unknown).is_known(), "{unknown}");
            }
        }
    }
}
