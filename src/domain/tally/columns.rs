//! All responses of one survey as columns, lined up by question name over the survey's versions.

use std::collections::HashMap;

use super::{
    Asked, Bits, Class, Codebook, Column, ColumnId, Dimensions, Item, VersionNote, codes, index::Index, version,
};
use crate::domain::{
    Answer, Privacy, ResponseId, Text,
    session::Session,
    survey::{AnswerTree, DraftHead, Entry, Kind, ResponseState},
};

/// The rows of the responses themselves, or of the instances of one repeat.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// The repeat's name; empty for the responses.
    pub name: String,
    /// The repeat's label.
    pub label: Text,
    /// The table around it; always an earlier one. Nothing for the responses.
    pub parent: Option<usize>,
    /// Row in the parent table, by row.
    pub parent_rows: Vec<usize>,
    /// Rows.
    pub rows: usize,
}

/// The answers of one survey, counted in passes over columns.
///
/// Pushing a response appends a row to every column; nothing is ever rebuilt. A correction appends a row too and takes the
/// old one out of [`Dimensions::live`].
#[derive(Debug, Clone)]
pub struct Columns {
    tables: Vec<Table>,
    questions: Vec<Column>,
    versions: Vec<Codebook>,
    version_of: HashMap<String, usize>,
    notes: Vec<VersionNote>,
    /// By name of the question.
    marks: HashMap<String, Privacy>,
    /// By name of the question.
    asked: HashMap<String, Asked>,
    dimensions: Dimensions,
    order: Vec<ColumnId>,
    index: Index,
}

impl Default for Columns {
    fn default() -> Self {
        let responses =
            Table { name: String::new(), label: Text::default(), parent: None, parent_rows: Vec::new(), rows: 0 };
        Self {
            tables: vec![responses],
            questions: Vec::new(),
            versions: Vec::new(),
            version_of: HashMap::new(),
            notes: Vec::new(),
            marks: HashMap::new(),
            asked: HashMap::new(),
            dimensions: Dimensions::default(),
            order: Vec::new(),
            index: Index::default(),
        }
    }
}

impl Columns {
    /// Takes in a version of the survey, oldest first; a version known by its hash changes nothing.
    ///
    /// Labels and order follow the newest version, and where it differs from the one before is kept in [`Columns::notes`].
    pub fn add_version(&mut self, codebook: &Codebook) {
        if self.version_of.contains_key(&codebook.hash) {
            return;
        }
        if let Some(before) = self.versions.last() {
            self.notes.extend(version::differences(before, codebook));
        }
        self.version_of.insert(codebook.hash.clone(), self.versions.len());
        let mut order = Vec::new();
        self.add_items(&codebook.items, 0, &mut order);
        let rest: Vec<_> = self.order.iter().copied().filter(|id| !order.contains(id)).collect();
        order.extend(rest);
        self.order = order;
        self.versions.push(codebook.clone());
    }

    fn add_items(&mut self, items: &[Item], table: usize, order: &mut Vec<ColumnId>) {
        for item in items {
            let mark = self.marks.entry(item.name.clone()).or_default();
            *mark = item.privacy.max(*mark);
            let before = self.asked.remove(&item.name);
            let asked = before.map_or_else(|| item.asked.clone(), |before| before.joined(&item.asked));
            self.asked.insert(item.name.clone(), asked);
            if item.kind == Kind::Repeat {
                let inner = self.table(table, &item.name);
                if let Some(found) = self.tables.get_mut(inner) {
                    found.label = item.label.clone();
                }
                self.add_items(&item.body, inner, order);
            } else if let Some(class) = Class::of(item.kind) {
                let at = self.column(table, &item.name, item.kind, class);
                if let Some(column) = self.questions.get_mut(at) {
                    column.describe(item.kind, &item.label, &item.choices);
                }
                self.index.declare(self.versions.len(), table, &item.name, at);
                order.push(ColumnId(at));
            }
        }
    }

    /// The table of a repeat inside another, made when there is none.
    fn table(&mut self, parent: usize, name: &str) -> usize {
        if let Some(at) = self.index.repeat(parent, name) {
            return at;
        }
        let at = self.tables.len();
        self.index.add_repeat(parent, name, at);
        self.tables.push(Table {
            name: name.to_owned(),
            label: Text::default(),
            parent: Some(parent),
            parent_rows: Vec::new(),
            rows: 0,
        });
        at
    }

    /// The column of a question's answers of a class, made when there is none. A computed question's open column settles.
    fn column(&mut self, table: usize, name: &str, kind: Kind, class: Class) -> usize {
        let same = self.index.columns(table, name);
        let fits = same.iter().copied().find(|at| self.questions.get(*at).is_some_and(|c| c.class == class));
        if let Some(at) = fits {
            return at;
        }
        if let Some(at) = same.iter().copied().find(|at| self.questions.get(*at).is_some_and(Column::is_open)) {
            if let Some(column) = self.questions.get_mut(at) {
                column.settle(class);
            }
            return at;
        }
        // A computed question whose class was settled by its values keeps that column for every later version.
        if matches!(kind, Kind::Calculate | Kind::Hidden)
            && class == Class::Text
            && let Some(at) = same.first()
        {
            return *at;
        }
        let at = self.questions.len();
        self.index.add_column(table, name, at);
        let rows = self.tables.get(table).map_or(0, |t| t.rows);
        self.questions.push(Column::new(name, kind, class, table, rows));
        self.order.push(ColumnId(at));
        at
    }

    /// Appends a finished response. A response pushed before is replaced: its newest row counts.
    pub fn push(&mut self, head: &DraftHead, state: ResponseState, answers: &AnswerTree) {
        let version = self.version_of.get(&head.survey.hash).copied().unwrap_or(usize::MAX);
        self.dimensions.push(head, state, version);
        self.push_row(version, 0, 0, answers);
    }

    fn push_row(&mut self, version: usize, table: usize, parent_row: usize, tree: &AnswerTree) {
        let Some(own) = self.tables.get_mut(table) else { return };
        let row = own.rows;
        own.rows += 1;
        if own.parent.is_some() {
            own.parent_rows.push(parent_row);
        }
        for column in self.questions.iter_mut().filter(|c| c.table == table) {
            column.codes.push_row();
        }
        for (name, entry) in &tree.0 {
            match entry {
                Entry::Answer(answer) => self.answer((version, table, row), name, answer),
                Entry::Blank => self.blank(version, table, name),
                Entry::Repeat(instances) => {
                    let inner = self.table(table, name);
                    for instance in instances {
                        self.push_row(version, inner, row, instance);
                    }
                }
            }
        }
    }

    fn answer(&mut self, (version, table, row): (usize, usize, usize), name: &str, answer: &Answer) {
        let declared = self.index.declared(version, table, name);
        let known = declared.and_then(|at| self.questions.get(at)).map(|c| (c.class, c.kind));
        let (class, kind) = known.unwrap_or((Class::Text, Kind::Calculate));
        let at = match (answer, declared) {
            (Answer::Refusal(_), Some(at)) => at,
            (Answer::Value(value), Some(at)) if class.of_value(value) == class => at,
            (Answer::Refusal(_), None) => self.column(table, name, kind, class),
            (Answer::Value(value), _) => self.column(table, name, kind, class.of_value(value)),
        };
        if let Some(column) = self.questions.get_mut(at) {
            column.answer_last(row, answer);
        }
    }

    fn blank(&mut self, version: usize, table: usize, name: &str) {
        let declared = self.index.declared(version, table, name);
        let at = declared.unwrap_or_else(|| self.column(table, name, Kind::Calculate, Class::Text));
        if let Some(column) = self.questions.get_mut(at) {
            column.codes.set_last(codes::BLANK);
        }
    }

    /// Takes over what is known of a session; may come before or after its responses, and again when it changes.
    pub fn set_session(&mut self, session: &Session) {
        self.dimensions.set_session(session);
    }

    /// Notes that a response was returned, approved, deleted or brought back. False when there is no such response.
    pub fn set_state(&mut self, response: ResponseId, state: ResponseState) -> bool {
        self.dimensions.set_state(response, state)
    }

    /// Takes out a response that is none any more; one that is not there changes nothing.
    pub fn remove(&mut self, response: ResponseId) {
        self.dimensions.remove(response);
    }

    /// Sessions, places, days, surveyors and states by row.
    #[must_use]
    pub fn dimensions(&self) -> &Dimensions {
        &self.dimensions
    }

    /// The table of the responses, then those of the repeats, each after the one around it.
    #[must_use]
    pub fn tables(&self) -> &[Table] {
        &self.tables
    }

    /// Versions taken in, oldest first.
    #[must_use]
    pub fn versions(&self) -> &[Codebook] {
        &self.versions
    }

    /// Where versions differ.
    #[must_use]
    pub fn notes(&self) -> &[VersionNote] {
        &self.notes
    }

    /// A column.
    #[must_use]
    pub fn get(&self, id: ColumnId) -> Option<&Column> {
        self.questions.get(id.0)
    }

    /// How far the answers to a question may go: the strictest mark it has in any version. What no version knows may go no
    /// further than what is sensitive.
    #[must_use]
    pub fn privacy(&self, question: &str) -> Privacy {
        self.marks.get(question).copied().unwrap_or(Privacy::Sensitive)
    }

    /// On what it hangs whether a question is put, over all versions.
    #[must_use]
    pub fn asked(&self, question: &str) -> Option<&Asked> {
        self.asked.get(question)
    }

    /// The columns in survey order: the newest version's, then those only older versions or answers have.
    pub fn iter(&self) -> impl Iterator<Item = (ColumnId, &Column)> + '_ {
        self.order.iter().filter_map(|id| self.get(*id).map(|column| (*id, column)))
    }

    /// The columns of a question: one, or more where versions differ in kind or place.
    pub fn named<'a>(&'a self, name: &'a str) -> impl Iterator<Item = (ColumnId, &'a Column)> + 'a {
        self.iter().filter(move |(_, column)| column.name == name)
    }

    /// Rows of `table` that belong to `rows` of the table around it.
    #[must_use]
    pub fn down(&self, rows: &Bits, table: usize) -> Bits {
        let Some(own) = self.tables.get(table) else { return Bits::default() };
        let piece = |chunk: &[usize]| chunk.iter().rev().fold(0, |w, r| w << 1 | u64::from(rows.contains(*r)));
        Bits::from_words(own.parent_rows.chunks(64).map(piece).collect())
    }

    /// Rows of the table around `table` that have one of `rows`.
    #[must_use]
    pub fn up(&self, rows: &Bits, table: usize) -> Bits {
        let Some(own) = self.tables.get(table) else { return Bits::default() };
        rows.iter().filter_map(|r| own.parent_rows.get(r).copied()).collect()
    }

    /// Rows of table `to` that stand in, or hold, one of `rows` of table `from`: up to what holds both, and down again.
    #[must_use]
    pub fn carry(&self, rows: &Bits, from: usize, to: usize) -> Bits {
        let around = |table: usize| std::iter::successors(Some(table), |t| self.tables.get(*t).and_then(|t| t.parent));
        let above: Vec<usize> = around(to).collect();
        let mut rows = rows.clone();
        let mut at = from;
        while !above.contains(&at) {
            rows = self.up(&rows, at);
            at = self.tables.get(at).and_then(|t| t.parent).unwrap_or(0);
        }
        for table in above.into_iter().rev().filter(|t| *t > at) {
            rows = self.down(&rows, table);
        }
        rows
    }
}
