//! The document and how builders add to it.

use chrono::{DateTime, FixedOffset};

use super::{Block, Chart, Class, Page, Table};
use crate::{domain::Lang, locale::Locale, tr};

/// A document.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Document {
    /// What it is.
    pub title: String,
    /// Lines under the title.
    pub subtitles: Vec<String>,
    /// The language its words are in; nothing when nobody said.
    pub language: Option<Lang>,
    /// Who may see it.
    pub class: Class,
    /// Who may see it, in words; every format shows them.
    pub class_words: String,
    /// What it is based on: how many, which days, which filter, which version of the definition. Label and words.
    pub base: Vec<(String, String)>,
    /// When it was made.
    pub made: Option<DateTime<FixedOffset>>,
    /// The page it is laid out for.
    pub page: Page,
    /// Its pieces, in order.
    pub blocks: Vec<Block>,
}

impl Document {
    /// An empty document in the language of a locale.
    #[must_use]
    pub fn new(locale: &Locale, class: Class, title: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            language: Some(locale.lang().clone()),
            class,
            class_words: match class {
                Class::Public => tr!(locale, "report-public"),
                Class::Office => tr!(locale, "report-office"),
                Class::Facilitator => tr!(locale, "report-facilitator"),
            },
            ..Self::default()
        }
    }

    /// Adds a line under the title; an empty one is left out.
    pub fn subtitle(&mut self, words: impl Into<String>) {
        let words = words.into();
        if !words.trim().is_empty() {
            self.subtitles.push(words);
        }
    }

    /// Adds what it is based on.
    pub fn based_on(&mut self, label: impl Into<String>, words: impl Into<String>) {
        self.base.push((label.into(), words.into()));
    }

    /// Adds a heading.
    pub fn heading(&mut self, level: u8, words: impl Into<String>) {
        self.blocks.push(Block::Heading(level, words.into()));
    }

    /// Adds a fact; together with the facts before it, if there are.
    pub fn fact(&mut self, label: impl Into<String>, words: impl Into<String>) {
        let fact = (label.into(), words.into());
        match self.blocks.last_mut() {
            Some(Block::Facts(facts)) => facts.push(fact),
            _ => self.blocks.push(Block::Facts(vec![fact])),
        }
    }

    /// Adds a line.
    pub fn line(&mut self, words: impl Into<String>) {
        self.blocks.push(Block::Line(words.into()));
    }

    /// Adds text of any number of lines, unless it is empty.
    pub fn paragraph(&mut self, words: impl Into<String>) {
        let words = words.into();
        if !words.trim().is_empty() {
            self.blocks.push(Block::Paragraph(words));
        }
    }

    /// Adds a remark in small type.
    pub fn note(&mut self, words: impl Into<String>) {
        self.blocks.push(Block::Note(words.into()));
    }

    /// Adds a line with a sign before it; together with the list before it, if there is one.
    pub fn entry(&mut self, sign: impl Into<String>, words: impl Into<String>) {
        let entry = (sign.into(), words.into());
        match self.blocks.last_mut() {
            Some(Block::List(list)) => list.push(entry),
            _ => self.blocks.push(Block::List(vec![entry])),
        }
    }

    /// Adds a table, unless it is empty.
    pub fn table(&mut self, table: Table) {
        if !table.rows.is_empty() {
            self.blocks.push(Block::Table(table));
        }
    }

    /// Adds a chart of lying bars, unless it is empty.
    pub fn bars(&mut self, chart: Chart) {
        if !chart.bars.is_empty() {
            self.blocks.push(Block::Bars(chart));
        }
    }

    /// Adds a histogram, unless it is empty.
    pub fn histogram(&mut self, chart: Chart) {
        if !chart.bars.is_empty() {
            self.blocks.push(Block::Histogram(chart));
        }
    }

    /// Adds any other piece.
    pub fn put(&mut self, block: Block) {
        self.blocks.push(block);
    }

    /// Adds who signs.
    pub fn signatures(&mut self, names: Vec<String>) {
        self.blocks.push(Block::Signatures(names));
    }
}
