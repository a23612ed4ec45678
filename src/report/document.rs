//! A document to read or to print, before it has a format: headings, facts, lists, tables, lines to sign.

use crate::{domain::meeting::agenda::ItemKey, locale::Align};

/// A place where a person's own words belong.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Wanted {
    /// What was presented on an item.
    Presented(ItemKey),
    /// On the whole meeting.
    Remarks,
    /// When and where the next meeting is.
    NextMeeting,
}

/// One piece of a document. Texts may be hostile: whoever writes a format cleans and escapes them.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// What it is.
    Title(String),
    /// A line under the title.
    Subtitle(String),
    /// A heading; 1 is the greatest. What follows stands under it.
    Heading(u8, String),
    /// Words with what they are about before them.
    Facts(Vec<(String, String)>),
    /// One line of text.
    Line(String),
    /// Lines with a number or a sign before each.
    List(Vec<(String, String)>),
    /// A person's words of any number of lines, with what they are about before them.
    Words {
        /// What they are about.
        label: String,
        /// The words; may be empty.
        text: String,
        /// Where they belong, when a person may change them.
        wanted: Option<Wanted>,
    },
    /// A table.
    Table(Table),
    /// Who signs.
    Signatures(Vec<String>),
}

/// A table with a head; rows may be shorter than it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Table {
    /// The words over the columns.
    pub head: Vec<String>,
    /// How each column stands.
    pub aligns: Vec<Align>,
    /// The rows.
    pub rows: Vec<Vec<String>>,
}

/// A document.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Document {
    /// Its pieces, in order.
    pub blocks: Vec<Block>,
}

impl Document {
    /// Adds a heading.
    pub(super) fn heading(&mut self, level: u8, words: impl Into<String>) {
        self.blocks.push(Block::Heading(level, words.into()));
    }

    /// Adds a fact; together with the facts before it, if there are.
    pub(super) fn fact(&mut self, label: impl Into<String>, words: impl Into<String>) {
        let fact = (label.into(), words.into());
        match self.blocks.last_mut() {
            Some(Block::Facts(facts)) => facts.push(fact),
            _ => self.blocks.push(Block::Facts(vec![fact])),
        }
    }

    /// Adds a line.
    pub(super) fn line(&mut self, words: impl Into<String>) {
        self.blocks.push(Block::Line(words.into()));
    }

    /// Adds a line with a sign before it; together with the list before it, if there is one.
    pub(super) fn entry(&mut self, sign: impl Into<String>, words: impl Into<String>) {
        let entry = (sign.into(), words.into());
        match self.blocks.last_mut() {
            Some(Block::List(list)) => list.push(entry),
            _ => self.blocks.push(Block::List(vec![entry])),
        }
    }

    /// Adds a table, unless it is empty.
    pub(super) fn table(&mut self, table: Table) {
        if !table.rows.is_empty() {
            self.blocks.push(Block::Table(table));
        }
    }
}
