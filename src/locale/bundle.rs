//! The words of one language, taken from the Fluent file part by part as they are needed.
//!
//! A part is all messages whose ids begin with the same word (`home-…`). The first screen says a fifth of what the program
//! can say; parsing the rest would be half the time until it is there. No message refers to another, so that parts can
//! stand alone.

use std::{borrow::Cow, collections::HashMap, sync::OnceLock};

use i18n_embed::{I18nAssets, LanguageLoader, fluent::FluentLanguageLoader, unic_langid::LanguageIdentifier};

use crate::domain::Lang;

/// The languages the program speaks, in the order the language key goes through them.
pub const LANGUAGES: [&str; 2] = ["zh-CN", "en"];

/// The language files, part of the binary.
const CHINESE: &str = include_str!("../../locales/zh-CN/babahui.ftl");
const ENGLISH: &str = include_str!("../../locales/en/babahui.ftl");

/// The program's words in one language.
pub struct Locale {
    lang: Lang,
    parts: HashMap<&'static str, Part>,
    /// What is asked when no part has the id.
    none: Part,
}

/// The messages of one part: where they stand in the file, and what reads them once needed.
#[derive(Default)]
struct Part {
    pieces: Vec<&'static str>,
    loader: OnceLock<FluentLanguageLoader>,
}

impl Locale {
    /// The words of the spoken language nearest to `lang`: Chinese for any `zh`, else English.
    ///
    /// The files are part of the binary, so loading cannot fail; a broken file would show message ids, and
    /// `tests/locale.rs` keeps that from being released.
    #[must_use]
    pub fn new(lang: &Lang) -> Self {
        let (code, file) = if lang.primary() == "zh" { ("zh-CN", CHINESE) } else { ("en", ENGLISH) };
        Self { lang: Lang::new(code), parts: parts(file), none: Part::default() }
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
        part.loader.get_or_init(|| load(self.lang.as_str(), &part.pieces.concat()))
    }
}

/// The first word of a message's id.
fn part_of(id: &str) -> &str {
    id.split('-').next().unwrap_or_default()
}

/// The file's messages by part, each run of messages of one part as one piece. What goes on below a message's first line
/// is indented, or closes a bracket.
fn parts(file: &'static str) -> HashMap<&'static str, Part> {
    let mut parts: HashMap<&'static str, Part> = HashMap::new();
    let mut add = |part: &'static str, piece| {
        if !part.is_empty() {
            parts.entry(part).or_default().pieces.push(piece);
        }
    };
    let (mut current, mut since, mut at) = ("", 0, 0);
    for line in file.split_inclusive('\n') {
        let next = match line.as_bytes().first() {
            Some(b'#') => "",
            // The part is what it was for most lines: that costs one comparison.
            Some(c)
                if c.is_ascii_alphabetic()
                    && !(line.starts_with(current) && line[current.len()..].starts_with('-')) =>
            {
                part_of(line.split_once(' ').map_or(line, |(id, _)| id))
            }
            _ => current,
        };
        if next != current {
            add(current, &file[since..at]);
            (current, since) = (next, at);
        }
        at += line.len();
    }
    add(current, &file[since..]);
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
