//! Text a person wrote in one or more languages, and the language codes it is keyed by.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// A BCP 47 language code such as `zh-CN` or `en`. Every text of a survey carries some: clones share the code.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub struct Lang(Arc<str>);

impl Lang {
    /// The code as written.
    pub fn new(code: impl Into<String>) -> Self {
        Self(code.into().into())
    }

    /// The code, `zh-CN`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The part before the first `-` or `_`, `zh`.
    #[must_use]
    pub fn primary(&self) -> &str {
        self.0.split(['-', '_']).next().unwrap_or_default()
    }
}

impl From<String> for Lang {
    fn from(code: String) -> Self {
        Self::new(code)
    }
}

impl From<Lang> for String {
    fn from(lang: Lang) -> Self {
        lang.as_str().to_owned()
    }
}

impl std::fmt::Display for Lang {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// A text in several languages, in the order they were written.
///
/// A text written without a language stands under the survey's default language.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Text(pub Vec<(Lang, String)>);

impl Text {
    /// A text in one language.
    pub fn one(lang: Lang, text: impl Into<String>) -> Self {
        Self(vec![(lang, text.into())])
    }

    /// The text in `lang`, else in the same primary language, else in the first language written, else empty.
    ///
    /// ```
    /// use babahui::domain::{Lang, Text};
    /// let t = Text(vec![(Lang::new("zh-CN"), "院落".into()), (Lang::new("en"), "courtyard".into())]);
    /// assert_eq!(t.get(&Lang::new("zh-TW")), "院落");
    /// assert_eq!(t.get(&Lang::new("en")), "courtyard");
    /// assert_eq!(t.get(&Lang::new("fr")), "院落");
    /// ```
    #[must_use]
    pub fn get(&self, lang: &Lang) -> &str {
        let exact = self.0.iter().find(|(l, _)| l == lang);
        let near = || self.0.iter().find(|(l, _)| l.primary() == lang.primary());
        exact.or_else(near).or_else(|| self.0.first()).map_or("", |(_, t)| t)
    }

    /// Whether the text is written in exactly this language.
    #[must_use]
    pub fn has(&self, lang: &Lang) -> bool {
        self.0.iter().any(|(l, _)| l == lang)
    }

    /// Whether nothing is written in any language.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|(_, t)| t.trim().is_empty())
    }
}
