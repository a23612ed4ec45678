//! The words of one language, taken from the Fluent file part by part as they are needed.
//!
//! A part is all messages whose ids begin with the same word (`home-…`). The first screen says a fifth of what the program
//! can say; parsing the rest would be half the time until it is there. No message refers to another, so that parts can
//! stand alone.

use std::{borrow::Cow, collections::HashMap, sync::OnceLock};

use i18n_embed::{I18nAssets, LanguageLoader, fluent::FluentLanguageLoader, unic_langid::LanguageIdentifier};
use rust_embed::RustEmbed;

use crate::domain::Lang;

/// The languages the program speaks, in the order the language key goes through them.
pub const LANGUAGES: [&str; 2] = ["zh-CN", "en"];

#[derive(RustEmbed)]
#[folder = "locales/"]
struct Files;

/// The program's words in one language.
pub struct Locale {
    lang: Lang,
    parts: HashMap<String, Part>,
    /// What is asked when no part has the id.
    none: Part,
}

/// The messages of one part: their text, and what reads it once needed.
#[derive(Default)]
struct Part {
    text: String,
    loader: OnceLock<FluentLanguageLoader>,
}

impl Locale {
    /// The words of the spoken language nearest to `lang`: Chinese for any `zh`, else English.
    ///
    /// The files are part of the binary, so loading cannot fail; a broken file would show message ids, and
    /// `tests/locale.rs` keeps that from being released.
    #[must_use]
    pub fn new(lang: &Lang) -> Self {
        let code = if lang.primary() == "zh" { "zh-CN" } else { "en" };
        let file = Files::get(&format!("{code}/babahui.ftl")).map(|file| file.data).unwrap_or_default();
        Self { lang: Lang::new(code), parts: parts(&String::from_utf8_lossy(&file)), none: Part::default() }
    }

    /// The language's code, `zh-CN` or `en`.
    #[must_use]
    pub fn lang(&self) -> &Lang {
        &self.lang
    }

    /// What [`crate::tr!`] reads a message from.
    #[must_use]
    pub fn loader(&self, id: &str) -> &FluentLanguageLoader {
        let part = self.parts.get(part_of(id)).unwrap_or(&self.none);
        part.loader.get_or_init(|| load(self.lang.as_str(), &part.text))
    }
}

/// The first word of a message's id.
fn part_of(id: &str) -> &str {
    id.split('-').next().unwrap_or_default()
}

/// The file's messages by part. What goes on below a message's first line is indented, or closes a bracket.
fn parts(file: &str) -> HashMap<String, Part> {
    let mut parts: HashMap<String, Part> = HashMap::new();
    let mut current = "";
    for line in file.split_inclusive('\n') {
        if line.starts_with('#') {
            current = "";
            continue;
        }
        if line.starts_with(|c: char| c.is_ascii_alphabetic()) {
            current = part_of(line.split([' ', '=']).next().unwrap_or_default());
        }
        if !current.is_empty() {
            match parts.get_mut(current) {
                Some(part) => part.text.push_str(line),
                None => drop(parts.insert(current.to_owned(), Part { text: line.to_owned(), ..Part::default() })),
            }
        }
    }
    parts
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

/// A part's text as the one file there is.
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
