//! A definition while it is read.

use crate::domain::{Lang, Problem, Span, ron::Literal};

/// A definition while it is read.
pub struct Reading<Own> {
    /// What is wrong with it so far.
    pub problems: Vec<Problem>,
    /// The language of texts written without one.
    pub default_language: Lang,
    /// What this kind of definition remembers besides.
    pub own: Own,
    pub(super) languages: Vec<Lang>,
    /// Every text: where it stands, and a bit for each of `languages` it is written in.
    pub(super) texts: Vec<(Span, u64)>,
}

/// What a kind of definition remembers while it is read.
pub trait Own {
    /// A text people will see was read.
    fn met(&mut self, _literal: &Literal<'_>, _span: Span) {}

    /// Whether a text holds words, which differ between languages. Figures and signs are the same in all.
    fn has_words(&self, text: &str) -> bool {
        text.chars().any(char::is_alphabetic)
    }
}

impl<Own> Reading<Own> {
    /// A definition of which only the notation has been read.
    pub fn new(problems: Vec<Problem>, own: Own) -> Self {
        Self { problems, default_language: Lang::new("zh-CN"), own, languages: Vec::new(), texts: Vec::new() }
    }
}
