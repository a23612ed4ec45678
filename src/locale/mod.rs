//! Everything a person sees as words, numbers and dates, in Chinese and English; and the only code that measures text.

mod bundle;
mod clean;
mod fold;
mod width;

pub use bundle::{LANGUAGES, Locale};
pub use clean::{clean_line, clean_text, may_be_typed};
pub use fold::{fold_key, fold_typed};
pub use width::{Align, CUT, clusters, pad, spare, take, truncate, width, wrap};

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
