//! The Fluent bundle of one language.

use i18n_embed::{LanguageLoader, fluent::FluentLanguageLoader, unic_langid::LanguageIdentifier};
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
    loader: FluentLanguageLoader,
}

impl Locale {
    /// The words of the spoken language nearest to `lang`: Chinese for any `zh`, else English.
    ///
    /// The files are part of the binary, so loading cannot fail; a broken file would show message ids, and
    /// `tests/locale.rs` keeps that from being released.
    #[must_use]
    pub fn new(lang: &Lang) -> Self {
        let code = if lang.primary() == "zh" { "zh-CN" } else { "en" };
        let id: LanguageIdentifier = code.parse().unwrap_or_default();
        let loader = FluentLanguageLoader::new("babahui", id.clone());
        if let Err(error) = loader.load_languages(&Files, &[id]) {
            tracing::error!(%error, code, "language file");
        }
        loader.set_use_isolating(false);
        Self { lang: Lang::new(code), loader }
    }

    /// The language's code, `zh-CN` or `en`.
    #[must_use]
    pub fn lang(&self) -> &Lang {
        &self.lang
    }

    /// What [`crate::tr!`] reads.
    #[must_use]
    pub fn loader(&self) -> &FluentLanguageLoader {
        &self.loader
    }
}

impl std::fmt::Debug for Locale {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Locale").field(&self.lang).finish()
    }
}
