//! Texts in one or several languages, and which languages a definition is written in.

use super::{Own, Reading, inside};
use crate::domain::{
    Fault, Lang, Problem, Span, Text,
    ron::{Expected, Field, Node, Value},
};

impl<O: Own> Reading<O> {
    /// A text in one or several languages.
    pub fn words(&mut self, node: &Node<'_>) -> Text {
        let Some(node) = inside(node) else { return Text::default() };
        match &node.value {
            Value::Text(literal) => {
                let lang = self.default_language.clone();
                let mask = self.language(&lang);
                self.note_text(node.span, &literal.text, mask);
                self.own.met(literal, node.span);
                Text::one(lang, &*literal.text)
            }
            Value::Map(entries) => self.words_by_language(node.span, entries),
            other => {
                self.wrong(node.span, Expected::Words, other.found());
                Text::default()
            }
        }
    }

    fn words_by_language(&mut self, span: Span, entries: &[(Node<'_>, Node<'_>)]) -> Text {
        let mut text = Vec::with_capacity(entries.len());
        let mut mask = 0;
        let mut says = "";
        for (place, (key, value)) in entries.iter().enumerate() {
            let Value::Text(code) = &key.value else {
                self.wrong(key.span, Expected::Text, key.value.found());
                continue;
            };
            let lang = self.lang(&code.text);
            if let Some((first, _)) = entries[..place].iter().find(|(k, _)| k.value == key.value) {
                let fault = Fault::RepeatedField { field: code.text.clone().into_owned(), first: first.span };
                self.problems.push(Problem::error(key.span, fault));
            }
            let Value::Text(literal) = &value.value else {
                if value.value != Value::Nothing {
                    self.wrong(value.span, Expected::Text, value.value.found());
                }
                mask |= self.language(&lang);
                continue;
            };
            if !literal.text.trim().is_empty() {
                mask |= self.language(&lang);
                says = &literal.text;
            }
            self.own.met(literal, value.span);
            text.push((lang, literal.text.clone().into_owned()));
        }
        // Where a syntax fault hid part of the text, what it lacks is not known.
        self.note_text(span, says, mask);
        // The default language stands first, so that a language nobody wrote falls back to it.
        if let Some(place) = text.iter().position(|(lang, _)| *lang == self.default_language) {
            text[..=place].rotate_right(1);
        }
        Text(text)
    }

    /// A language by its code, sharing the text of one met before.
    fn lang(&self, code: &str) -> Lang {
        self.languages.iter().find(|lang| lang.as_str() == code).cloned().unwrap_or_else(|| Lang::new(code))
    }

    /// The bit of a language. More than 64 languages share the last bit.
    fn language(&mut self, lang: &Lang) -> u64 {
        let place = self.languages.iter().position(|l| l == lang).unwrap_or_else(|| {
            self.languages.push(lang.clone());
            self.languages.len() - 1
        });
        1 << place.min(63)
    }

    /// Remembers which languages a text is written in. One of figures and signs only is the same in all languages.
    fn note_text(&mut self, span: Span, says: &str, mask: u64) {
        if self.own.has_words(says) {
            self.texts.push((span, mask));
        }
    }

    /// The definition's languages, default first. A text that lacks one of them is a fault; `complete` names those that
    /// must not be lacking when not all must be.
    pub fn check_languages(&mut self, complete: Option<&[Lang]>) -> Vec<Lang> {
        let default = self.default_language.clone();
        self.language(&default);
        let wanted: u64 = match complete {
            Some(languages) => languages.iter().map(|l| self.language(l)).fold(0, |a, b| a | b),
            None => self.texts.iter().fold(0, |all, (_, mask)| all | mask),
        };
        for (span, mask) in &self.texts {
            let missing = wanted & !mask;
            if missing != 0 {
                let lacks = |n: usize| missing >> n.min(63) & 1 == 1;
                let languages = self.languages.iter().enumerate().filter(|(n, _)| lacks(*n));
                let fault = Fault::MissingLanguage { languages: languages.map(|(_, l)| l.clone()).collect() };
                self.problems.push(Problem::error(*span, fault));
            }
        }
        let mut languages = self.languages.clone();
        if let Some(place) = languages.iter().position(|l| *l == default) {
            languages[..=place].rotate_right(1);
        }
        languages
    }

    /// A list of language codes.
    pub fn language_codes(&mut self, node: &Node<'_>) -> Vec<Lang> {
        let Value::List(items) = &node.value else {
            self.wrong(node.span, Expected::Languages, node.value.found());
            return Vec::new();
        };
        items.iter().filter_map(|item| self.text(item)).map(|code| Lang::new(code.value)).collect()
    }
}

/// `default_language`, else the first language the title or any other text is written in, else Chinese.
pub fn default_language(fields: &[Field<'_>]) -> Lang {
    let named = fields.iter().find(|f| f.name.text == "default_language").map(|f| &f.value.value);
    if let Some(Value::Text(literal)) = named
        && !literal.text.trim().is_empty()
    {
        return Lang::new(literal.text.trim());
    }
    let first = fields.iter().filter(|f| f.name.text.ends_with("title")).find_map(|f| match &f.value.value {
        Value::Map(entries) => entries.first(),
        _ => None,
    });
    match first.map(|(key, _)| &key.value) {
        Some(Value::Text(literal)) => Lang::new(&*literal.text),
        _ => Lang::new("zh-CN"),
    }
}
