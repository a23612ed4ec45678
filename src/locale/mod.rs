//! Everything a person sees as words, numbers and dates, in Chinese and English; and the only code that measures text.

mod bundle;

pub use bundle::{LANGUAGES, Locale};

/// The sentence of a message id in a locale's language: `tr!(locale, "home-responses", count = 12)`.
///
/// A message or argument missing in English does not compile; `tests/locale.rs` compares the other languages with it.
#[macro_export]
macro_rules! tr {
    ($locale:expr, $id:literal $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::locale::fl!($locale.loader(), $id $(, $name = $value)*)
    };
}

#[doc(hidden)]
pub use i18n_embed_fl::fl;
