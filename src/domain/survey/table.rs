//! CSV tables beside a survey file: read once, found by any column.

use std::{
    collections::{BTreeMap, HashMap},
    sync::OnceLock,
};

use super::Choice;
use crate::domain::{Lang, Spanned, TableFault, Text};

/// The CSV files a survey may name, by file name.
#[derive(Debug, Clone, Default)]
pub struct Attachments {
    /// Names of files that are there and not read, for "did you mean".
    nearby: Vec<String>,
    files: BTreeMap<String, Result<Table, (u64, TableFault)>>,
}

impl Attachments {
    /// Reads CSV files given as name (`streets.csv`) and text. One that cannot be read is a fault where the survey names it.
    #[must_use]
    pub fn new<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        Self {
            nearby: Vec::new(),
            files: files.into_iter().map(|(name, text)| (name.to_owned(), Table::read(text))).collect(),
        }
    }

    /// Remembers names of CSV files that lie beside the survey and are not among those read.
    #[must_use]
    pub fn with_nearby(mut self, names: Vec<String>) -> Self {
        self.nearby = names;
        self
    }

    /// The table of that name, which may be written with or without `.csv` (`instance('streets')`, `pulldata`).
    /// Nothing when there is no such file or it cannot be read.
    #[must_use]
    pub fn table(&self, name: &str) -> Option<&Table> {
        self.get(name)?.as_ref().ok()
    }

    /// Why the file cannot be read, and in which of its lines, from 1. Nothing when it can or is not there.
    #[must_use]
    pub fn fault(&self, name: &str) -> Option<&(u64, TableFault)> {
        self.get(name)?.as_ref().err()
    }

    /// The names of all files, also of those not read.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.files.keys().chain(&self.nearby).map(String::as_str)
    }

    fn get(&self, name: &str) -> Option<&Result<Table, (u64, TableFault)>> {
        self.files.get(name).or_else(|| self.files.get(&format!("{name}.csv")))
    }
}

/// One table. Short rows read as if filled up with blanks.
#[derive(Debug, Clone)]
pub struct Table {
    columns: Vec<Column>,
    /// All cells, row by row.
    text: String,
    /// Where each cell ends in `text`.
    ends: Vec<usize>,
    /// The line each row begins in, from 1.
    lines: Vec<u64>,
}

#[derive(Debug, Clone)]
struct Column {
    name: String,
    /// First row of each text, made when the column is first searched.
    rows: OnceLock<HashMap<Box<str>, usize>>,
}

impl Table {
    /// Reads CSV text with a header line; a byte order mark is passed over, blank lines are left out.
    ///
    /// # Errors
    /// The first fault and its line, from 1.
    pub fn read(text: &str) -> Result<Self, (u64, TableFault)> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        if text.contains('\u{fffd}') {
            let line = text.lines().take_while(|l| !l.contains('\u{fffd}')).count() as u64 + 1;
            return Err((line, TableFault::NotUtf8));
        }
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .trim(csv::Trim::All)
            .from_reader(text.as_bytes());
        let mut records = reader.records().map_while(Result::ok);
        let header = records.next().ok_or((1, TableFault::Empty))?;
        let mut columns: Vec<Column> = Vec::with_capacity(header.len());
        for name in &header {
            if !name.is_empty() && columns.iter().any(|c| c.name == name) {
                return Err((1, TableFault::RepeatedColumn(name.to_owned())));
            }
            columns.push(Column { name: name.to_owned(), rows: OnceLock::new() });
        }
        let mut table = Self { columns, text: String::with_capacity(text.len()), ends: Vec::new(), lines: Vec::new() };
        for record in records {
            if record.iter().all(str::is_empty) {
                continue;
            }
            if record.iter().skip(table.columns.len()).any(|cell| !cell.is_empty()) {
                return Err((record.position().map_or(0, csv::Position::line), TableFault::LongRow));
            }
            table.lines.push(record.position().map_or(0, csv::Position::line));
            for column in 0..table.columns.len() {
                table.text.push_str(record.get(column).unwrap_or_default());
                table.ends.push(table.text.len());
            }
        }
        Ok(table)
    }

    /// The columns' names, in file order.
    #[must_use]
    pub fn columns(&self) -> Vec<&str> {
        self.columns.iter().map(|c| c.name.as_str()).collect()
    }

    /// Number of rows, the header not counted.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ends.len().checked_div(self.columns.len()).unwrap_or(0)
    }

    /// The line of the file a row begins in, from 1; 0 outside the table.
    #[must_use]
    pub fn line(&self, row: usize) -> u64 {
        self.lines.get(row).copied().unwrap_or(0)
    }

    /// The rows as choices: `name`; `label` in the default language, `label::zh-CN` in others; other columns beside them.
    #[must_use]
    pub fn choices(&self, default: &Lang) -> Vec<Choice> {
        let names: Vec<&str> = self.columns();
        let mut choices = Vec::with_capacity(self.len());
        for row in 0..self.len() {
            let mut choice = Choice { name: Spanned::default(), label: Text::default(), extra: Vec::new() };
            for (column, name) in names.iter().enumerate() {
                let cell = self.at(row, column).unwrap_or_default().to_owned();
                match name.split_once("::") {
                    None if *name == "name" => choice.name.value = cell,
                    None if *name == "label" => choice.label.0.insert(0, (default.clone(), cell)),
                    Some(("label", lang)) => choice.label.0.push((Lang::new(lang.trim()), cell)),
                    _ => choice.extra.push(((*name).to_owned(), cell)),
                }
            }
            choice.label.0.retain(|(_, text)| !text.is_empty());
            choices.push(choice);
        }
        choices
    }

    /// Whether there is nothing below the header.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The place of a column.
    #[must_use]
    pub fn column(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|c| c.name == name)
    }

    /// A cell by row (0-based) and column name; blank cells are empty text. Nothing outside the table.
    #[must_use]
    pub fn cell(&self, row: usize, column: &str) -> Option<&str> {
        self.at(row, self.column(column)?)
    }

    /// A cell by row and column, both 0-based. Nothing outside the table.
    #[must_use]
    pub fn at(&self, row: usize, column: usize) -> Option<&str> {
        if column >= self.columns.len() {
            return None;
        }
        let place = row.checked_mul(self.columns.len())?.checked_add(column)?;
        let end = *self.ends.get(place)?;
        let start = place.checked_sub(1).map_or(0, |before| self.ends[before]);
        self.text.get(start..end)
    }

    /// The first row whose cell in `column` is `key`. The first search of a column reads it once, later ones do not.
    #[must_use]
    pub fn find(&self, column: &str, key: &str) -> Option<usize> {
        let place = self.column(column)?;
        let rows = self.columns[place].rows.get_or_init(|| {
            let mut rows = HashMap::with_capacity(self.len());
            for row in 0..self.len() {
                rows.entry(Box::from(self.at(row, place).unwrap_or_default())).or_insert(row);
            }
            rows
        });
        rows.get(key).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_spreadsheets_write() {
        let table = Table::read("\u{feff}name,label::zh-CN,grid\r\n a , 甲 ,1\r\n\r\nb,\"乙,丙\",2\r\nc\r\n").unwrap();
        assert_eq!(table.columns(), ["name", "label::zh-CN", "grid"]);
        assert_eq!(table.len(), 3);
        assert_eq!(table.cell(0, "name"), Some("a"));
        assert_eq!(table.cell(1, "label::zh-CN"), Some("乙,丙"));
        assert_eq!(table.cell(2, "grid"), Some(""));
        assert_eq!(table.cell(3, "name"), None);
        assert_eq!(table.cell(0, "none"), None);
    }

    #[test]
    fn rows_are_choices() {
        let table = Table::read("name,label,label::en,grid\na,甲,A,1\nb,乙,,2\n").unwrap();
        let choices = table.choices(&Lang::new("zh-CN"));
        assert_eq!(choices[0].label, Text(vec![(Lang::new("zh-CN"), "甲".into()), (Lang::new("en"), "A".into())]));
        assert_eq!(choices[1].name.value, "b");
        assert_eq!(choices[1].label, Text::one(Lang::new("zh-CN"), "乙"));
        assert_eq!(choices[1].extra, [("grid".to_owned(), "2".to_owned())]);
        assert_eq!(table.line(1), 3);
    }

    #[test]
    fn finds_the_first_row_of_a_key() {
        let table = Table::read("k,v\nx,1\ny,2\nx,3\n").unwrap();
        assert_eq!(table.find("k", "x"), Some(0));
        assert_eq!(table.find("v", "2"), Some(1));
        assert_eq!(table.find("k", "z"), None);
        assert_eq!(table.find("q", "x"), None);
    }

    #[test]
    fn says_what_is_wrong_and_where() {
        for (text, fault) in [
            ("", (1, TableFault::Empty)),
            ("a,b,a\n", (1, TableFault::RepeatedColumn("a".into()))),
            ("a,b\n1,2\n1,2,3\n", (3, TableFault::LongRow)),
            ("a,b\n1,\u{fffd}\n", (2, TableFault::NotUtf8)),
        ] {
            assert_eq!(Table::read(text).unwrap_err(), fault, "{text:?}");
        }
    }

    #[test]
    fn a_file_is_known_by_its_name_and_its_stem() {
        let files = Attachments::new([("streets.csv", "name\na\n"), ("bad.csv", "")]);
        assert!(files.table("streets").is_some());
        assert!(files.table("streets.csv").is_some());
        assert!(files.table("bad").is_none());
        assert_eq!(files.fault("bad.csv"), Some(&(1, TableFault::Empty)));
        assert_eq!(files.fault("none.csv"), None);
    }
}
