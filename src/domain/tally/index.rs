//! Which columns and tables stand under a name.

use std::collections::HashMap;

/// Columns and repeats by table and name.
#[derive(Debug, Clone, Default)]
pub struct Index {
    /// By table.
    tables: Vec<Names>,
    /// By version, then table: the column a version's question is kept in.
    declared: Vec<Vec<HashMap<String, usize>>>,
}

#[derive(Debug, Clone, Default)]
struct Names {
    /// The columns of a question, the first made first.
    columns: HashMap<String, Vec<usize>>,
    /// The table of a repeat.
    repeats: HashMap<String, usize>,
}

impl Index {
    /// The columns of a question in a table.
    #[must_use]
    pub fn columns(&self, table: usize, name: &str) -> &[usize] {
        self.tables.get(table).and_then(|t| t.columns.get(name)).map_or(&[], Vec::as_slice)
    }

    /// Files a column.
    pub fn add_column(&mut self, table: usize, name: &str, column: usize) {
        self.names(table).columns.entry(name.to_owned()).or_default().push(column);
    }

    /// The table of a repeat inside `table`.
    #[must_use]
    pub fn repeat(&self, table: usize, name: &str) -> Option<usize> {
        self.tables.get(table).and_then(|t| t.repeats.get(name)).copied()
    }

    /// Files the table of a repeat.
    pub fn add_repeat(&mut self, table: usize, name: &str, inner: usize) {
        self.names(table).repeats.insert(name.to_owned(), inner);
    }

    fn names(&mut self, table: usize) -> &mut Names {
        if self.tables.len() <= table {
            self.tables.resize(table + 1, Names::default());
        }
        &mut self.tables[table]
    }

    /// Notes that a version keeps the question's answers in that column.
    pub fn declare(&mut self, version: usize, table: usize, name: &str, column: usize) {
        if self.declared.len() <= version {
            self.declared.resize(version + 1, Vec::new());
        }
        let tables = &mut self.declared[version];
        if tables.len() <= table {
            tables.resize(table + 1, HashMap::new());
        }
        tables[table].insert(name.to_owned(), column);
    }

    /// The column a version keeps the question's answers in; for an unknown version, the first of that name.
    #[must_use]
    pub fn declared(&self, version: usize, table: usize, name: &str) -> Option<usize> {
        let own = self.declared.get(version).and_then(|tables| tables.get(table)).and_then(|names| names.get(name));
        own.or_else(|| self.columns(table, name).first()).copied()
    }
}
