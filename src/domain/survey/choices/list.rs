//! One choice list, written in the survey or read from a CSV file beside it.

use std::{collections::HashMap, sync::OnceLock};

use crate::domain::{
    Lang,
    survey::{Choice, Table},
};

/// A choice list, or an attached CSV file that expressions read.
#[derive(Debug)]
pub struct List {
    name: Box<str>,
    rows: Rows,
}

#[derive(Debug)]
enum Rows {
    Written { choices: Vec<Choice>, columns: Vec<(Box<str>, Index)> },
    Table { table: Table, labels: Vec<(Lang, usize)>, plain: Option<usize>, names: Option<usize> },
}

/// First row of each text of a column, made when the column is first searched.
type Index = OnceLock<HashMap<Box<str>, usize>>;

impl List {
    pub(in super::super) fn written(name: &str, choices: Vec<Choice>) -> Self {
        let mut columns: Vec<(Box<str>, Index)> = vec![("name".into(), Index::new()), ("label".into(), Index::new())];
        for (column, _) in choices.iter().flat_map(|c| &c.extra) {
            if !columns.iter().any(|(known, _)| **known == **column) {
                columns.push((column.as_str().into(), Index::new()));
            }
        }
        Self { name: name.into(), rows: Rows::Written { choices, columns } }
    }

    pub(in super::super) fn table(name: &str, table: Table) -> Self {
        let mut labels = Vec::new();
        for (place, column) in table.columns().into_iter().enumerate() {
            if let Some(lang) = column.strip_prefix("label::") {
                labels.push((Lang::new(lang.trim()), place));
            }
        }
        let (plain, names) = (table.column("label"), table.column("name"));
        Self { name: name.into(), rows: Rows::Table { table, labels, plain, names } }
    }

    /// What questions and `instance('..')` call it.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Number of choices.
    #[must_use]
    pub fn len(&self) -> usize {
        match &self.rows {
            Rows::Written { choices, .. } => choices.len(),
            Rows::Table { table, .. } => table.len(),
        }
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Its columns, `name` and `label` among them.
    #[must_use]
    pub fn columns(&self) -> Vec<&str> {
        match &self.rows {
            Rows::Written { columns, .. } => columns.iter().map(|(name, _)| &**name).collect(),
            Rows::Table { table, .. } => table.columns(),
        }
    }

    /// What is stored when the choice of this row is picked. Empty past the end.
    #[must_use]
    pub fn choice(&self, row: usize) -> &str {
        match &self.rows {
            Rows::Written { choices, .. } => choices.get(row).map_or("", |c| &c.name.value),
            Rows::Table { table, names, .. } => names.and_then(|at| table.at(row, at)).unwrap_or_default(),
        }
    }

    /// What is stored for each choice, in list order.
    pub fn choices(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).map(|row| self.choice(row))
    }

    /// The label of a row, with the fallbacks of [`crate::domain::Text::get`]; the choice's name when it has none.
    #[must_use]
    pub fn label(&self, row: usize, lang: &Lang) -> &str {
        let label = match &self.rows {
            Rows::Written { choices, .. } => choices.get(row).map_or("", |c| c.label.get(lang)),
            Rows::Table { table, labels, plain, .. } => {
                let exact = labels.iter().find(|(l, _)| l == lang);
                let near = || labels.iter().find(|(l, _)| l.primary() == lang.primary());
                let column = exact.or_else(near).map(|(_, at)| *at).or(*plain).or(labels.first().map(|(_, at)| *at));
                column.and_then(|at| table.at(row, at)).unwrap_or_default()
            }
        };
        if label.is_empty() { self.choice(row) } else { label }
    }

    /// A cell by row and column name; nothing past the last row or when there is no such column.
    #[must_use]
    pub fn cell(&self, row: usize, column: &str) -> Option<&str> {
        match &self.rows {
            Rows::Written { choices, columns } => {
                let choice = choices.get(row)?;
                match column {
                    "name" => Some(&choice.name.value),
                    "label" => Some(choice.label.0.first().map_or("", |(_, text)| text)),
                    _ => match choice.extra.iter().find(|(name, _)| name == column) {
                        Some((_, cell)) => Some(cell),
                        None => columns.iter().any(|(name, _)| **name == *column).then_some(""),
                    },
                }
            }
            Rows::Table { table, .. } => table.cell(row, column),
        }
    }

    /// The first row whose cell in `column` is `key`. The first search of a column reads it once, later ones do not.
    #[must_use]
    pub fn find(&self, column: &str, key: &str) -> Option<usize> {
        match &self.rows {
            Rows::Table { table, .. } => table.find(column, key),
            Rows::Written { choices, columns } => {
                let (name, index) = columns.iter().find(|(name, _)| **name == *column)?;
                let index = index.get_or_init(|| {
                    let mut rows = HashMap::with_capacity(choices.len());
                    for row in 0..choices.len() {
                        rows.entry(Box::from(self.cell(row, name).unwrap_or_default())).or_insert(row);
                    }
                    rows
                });
                index.get(key).copied()
            }
        }
    }

    /// The row of a choice.
    #[must_use]
    pub fn row_of(&self, choice: &str) -> Option<usize> {
        self.find("name", choice)
    }
}
