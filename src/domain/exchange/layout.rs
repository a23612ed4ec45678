//! Which tables and columns an export has: a row a response, and a table for every repeat.

use std::collections::{BTreeSet, HashMap};

use super::{Field, KEY, KeptResponse, META, Meta, Outgoing, PARENT_KEY, cell::safe_cell};
use crate::domain::{
    survey::{AnswerTree, Entry, Kind},
    tally::{Codebook, Item},
};

/// The tables of an export, lined up by question name over the versions of a survey.
#[derive(Debug, Clone)]
pub struct Layout<'a> {
    /// The responses first, then the repeats, each after the one around it.
    pub sheets: Vec<Sheet>,
    /// By version hash: what cells under a question name are.
    fields: HashMap<&'a str, HashMap<&'a str, Field<'a>>>,
    /// The same over all versions, the newest first.
    newest: HashMap<&'a str, Field<'a>>,
    unknown: Field<'a>,
    outgoing: Outgoing,
    /// What only responses have and is kept back.
    strays: BTreeSet<String>,
}

/// One table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sheet {
    /// The repeat's name; empty for the responses.
    pub name: String,
    /// The table around it.
    pub parent: Option<usize>,
    /// What besides answers it tells of each row.
    pub meta: Vec<Meta>,
    /// Its questions in survey order, each with the choices that have a column of 0 and 1.
    pub columns: Vec<(String, Vec<String>)>,
}

impl Sheet {
    /// The headings, in order.
    #[must_use]
    pub fn headings(&self) -> Vec<String> {
        let mut headings = vec![KEY.to_owned()];
        if self.parent.is_some() {
            headings.push(PARENT_KEY.to_owned());
        }
        headings.extend(self.meta.iter().map(|meta| meta.heading().to_owned()));
        for (name, choices) in &self.columns {
            headings.push(safe_cell(name));
            headings.extend(choices.iter().map(|choice| heading(name, choice)));
        }
        headings
    }
}

/// Heading of the column of 0 and 1 of a choice.
#[must_use]
pub(super) fn heading(question: &str, choice: &str) -> String {
    safe_cell(&format!("{question}/{choice}"))
}

impl<'a> Layout<'a> {
    /// The layout for these versions, oldest first, with nothing left out. Questions and repeats that only the responses
    /// have get columns too.
    #[must_use]
    pub fn new(versions: &'a [Codebook], responses: &[KeptResponse]) -> Self {
        Self::outgoing(versions, Outgoing::everything(), responses)
    }

    /// The same of what goes out.
    #[must_use]
    pub fn outgoing(versions: &'a [Codebook], outgoing: Outgoing, responses: &[KeptResponse]) -> Self {
        let mut meta: Vec<Meta> = META.into_iter().filter(|meta| outgoing.takes_meta(*meta)).collect();
        if outgoing.kept_back().next().is_some() {
            meta.push(Meta::LeftOut);
        }
        let mut layout = Self {
            sheets: vec![Sheet { meta, ..Sheet::default() }],
            fields: HashMap::new(),
            newest: HashMap::new(),
            unknown: Field::unknown(),
            outgoing,
            strays: BTreeSet::new(),
        };
        for version in versions.iter().rev() {
            let mut fields = HashMap::new();
            layout.add_items(&version.items, 0, &mut fields);
            for (name, field) in &fields {
                layout.newest.entry(name).or_insert_with(|| field.clone());
            }
            layout.fields.insert(&version.hash, fields);
        }
        let mut seen = BTreeSet::new();
        for kept in responses {
            layout.add_stray(&kept.response.answers, 0, &mut seen);
        }
        layout
    }

    /// Adds columns for what only this response has.
    pub fn add_response(&mut self, answers: &AnswerTree) {
        self.add_stray(answers, 0, &mut BTreeSet::new());
    }

    /// Whether the answers to a question are in these tables.
    #[must_use]
    pub fn takes(&self, question: &str) -> bool {
        self.outgoing.takes(question)
    }

    /// What the tables are made of.
    #[must_use]
    pub fn goes_out(&self) -> &Outgoing {
        &self.outgoing
    }

    /// The headings of what is left out, as far as it is known by now.
    #[must_use]
    pub fn left_out(&self) -> Vec<&str> {
        self.outgoing.kept_back().chain(self.strays.iter().map(String::as_str)).collect()
    }

    fn add_items(&mut self, items: &'a [Item], sheet: usize, fields: &mut HashMap<&'a str, Field<'a>>) {
        for item in items {
            if !self.outgoing.takes(&item.name) {
                continue;
            }
            if item.kind == Kind::Repeat {
                let inner = self.sheet(sheet, &item.name);
                self.add_items(&item.body, inner, fields);
                continue;
            }
            let split = if item.kind == Kind::SelectMultiple { item.choices.as_slice() } else { &[] };
            let at = self.column(sheet, &item.name);
            if let Some((_, choices)) = self.sheets.get_mut(sheet).and_then(|s| s.columns.get_mut(at)) {
                let known: BTreeSet<String> = choices.iter().cloned().collect();
                choices.extend(split.iter().map(|(name, _)| name).filter(|name| !known.contains(*name)).cloned());
            }
            fields.insert(&item.name, Field::new(item));
        }
    }

    fn add_stray(&mut self, tree: &AnswerTree, sheet: usize, seen: &mut BTreeSet<(usize, String)>) {
        for (name, entry) in &tree.0 {
            if !self.outgoing.takes(name) {
                self.stray(name);
                continue;
            }
            if let Entry::Repeat(instances) = entry {
                let inner = self.sheet(sheet, name);
                for instance in instances {
                    self.add_stray(instance, inner, seen);
                }
            } else if !seen.contains(&(sheet, name.clone())) {
                self.column(sheet, name);
                seen.insert((sheet, name.clone()));
            }
        }
    }

    /// Notes what only responses have and is kept back.
    fn stray(&mut self, name: &str) {
        let known = self.outgoing.knows(name) || self.strays.contains(name);
        if !known {
            self.strays.insert(name.to_owned());
        }
        if let Some(sheet) = self.sheets.first_mut()
            && !sheet.meta.contains(&Meta::LeftOut)
        {
            sheet.meta.push(Meta::LeftOut);
        }
    }

    /// The table of a repeat, made when there is none.
    fn sheet(&mut self, parent: usize, name: &str) -> usize {
        if let Some(at) = self.repeat(parent, name) {
            return at;
        }
        let (name, meta) = (name.to_owned(), vec![Meta::Blank]);
        self.sheets.push(Sheet { name, parent: Some(parent), meta, columns: Vec::new() });
        self.sheets.len() - 1
    }

    /// The table of a repeat.
    #[must_use]
    pub(super) fn repeat(&self, parent: usize, name: &str) -> Option<usize> {
        self.sheets.iter().position(|s| s.parent == Some(parent) && s.name == name)
    }

    fn column(&mut self, sheet: usize, name: &str) -> usize {
        let Some(sheet) = self.sheets.get_mut(sheet) else { return 0 };
        if let Some(at) = sheet.columns.iter().position(|(own, _)| own == name) {
            return at;
        }
        sheet.columns.push((name.to_owned(), Vec::new()));
        sheet.columns.len() - 1
    }

    /// What cells under a name are in responses of a version; for an unknown version, in the newest that has the name.
    #[must_use]
    pub fn field(&self, hash: &str, name: &str) -> &Field<'a> {
        let own = self.fields.get(hash).and_then(|fields| fields.get(name));
        own.or_else(|| self.newest.get(name)).unwrap_or(&self.unknown)
    }

    /// Whether the version is one of those the layout was made for.
    #[must_use]
    pub fn knows(&self, hash: &str) -> bool {
        self.fields.contains_key(hash)
    }
}
