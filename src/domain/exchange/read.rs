//! Rows of cells back into responses: every bad row is reported, and then nothing is taken in.

use std::collections::{BTreeMap, HashMap};

use super::{
    CellFault, KEY, KeptResponse, Layout, Meta, PARENT_KEY, Sheet,
    cell::{read_word, safe_cell},
    layout::heading,
    row::{Columns, Row},
};
use crate::domain::{
    Answer, ResponseId, Value, near,
    survey::{AnswerTree, Entry, Response, ResponseState},
    tally::Codebook,
};

/// A table as it stands in a file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    /// What to call the file.
    pub file: String,
    /// The repeat it holds; empty for the responses.
    pub repeat: String,
    /// Headings.
    pub headings: Vec<String>,
    /// Rows with the line of the file each begins on.
    pub rows: Vec<(u64, Vec<String>)>,
}

/// What is wrong, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowFault {
    /// The file.
    pub file: String,
    /// The line the row begins on, from 1; the headings stand on line 1.
    pub line: u64,
    /// The heading of the column.
    pub column: Option<String>,
    /// What is wrong.
    pub fault: ReadFault,
}

/// What can be wrong with a table, a row or a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReadFault {
    /// A column without which rows cannot be read is missing.
    MissingColumn,
    /// A heading that is neither a question nor one of ours.
    UnknownColumn {
        /// The likeliest heading meant.
        near: Option<String>,
    },
    /// The table says that columns were left out of it: its rows are not whole responses.
    LeftOut,
    /// A heading stands twice.
    DoubleColumn,
    /// The survey has this repeat, but there is no file for it.
    MissingTable {
        /// The repeat.
        repeat: String,
    },
    /// The row has more cells than there are headings.
    TooManyCells,
    /// The key is no response id, or not that of an instance of this repeat.
    Key,
    /// The key stands twice.
    DoubleKey {
        /// The line it stood on first.
        first: u64,
    },
    /// There is no row with this key around it.
    Parent,
    /// The row belongs to another survey.
    OtherSurvey,
    /// The survey's text of this version is not here.
    UnknownVersion,
    /// Not `final`, `returned` or `approved`.
    State,
    /// Not a session's id.
    Session,
    /// Not a moment such as `2024-11-12T14:30:00+08:00`.
    Moment,
    /// Not a number of the program's.
    Seed,
    /// Named as blank, but the survey has no such question, or it has an answer.
    Blank {
        /// The name.
        name: String,
    },
    /// The column of 0 and 1 says otherwise than the list of choices.
    Disagree,
    /// The cell is no answer of the question's kind.
    Cell(CellFault),
}

/// A row of the responses with what its session columns say.
#[derive(Debug, Clone, PartialEq)]
pub struct ReadRow {
    /// The response.
    pub kept: KeptResponse,
    /// Kind, title and begin of its session, as written.
    pub session: [String; 3],
}

/// Reads the tables of an export of a survey whose versions, oldest first, are `versions`.
///
/// A row without a version is read as the newest. Columns and repeats that the versions do not have are faults.
///
/// # Errors
/// Every fault of every row, in the order of files and lines.
pub fn read_tables(versions: &[Codebook], tables: &[Table]) -> Result<Vec<ReadRow>, Vec<RowFault>> {
    let layout = Layout::new(versions, &[]);
    let mut reader = Reader { layout: &layout, versions, faults: Vec::new(), children: HashMap::new() };
    let mut hashes = HashMap::new();
    let main = tables.iter().find(|table| table.repeat.is_empty());
    let (Some(main), Some(newest)) = (main, versions.last()) else {
        let file = tables.first().map(|t| t.file.clone()).unwrap_or_default();
        return Err(vec![RowFault { file, line: 1, column: None, fault: ReadFault::UnknownVersion }]);
    };
    let mut found: Vec<Option<&Table>> = vec![Some(main)];
    for sheet in layout.sheets.iter().skip(1) {
        let table = tables.iter().find(|table| table.repeat == sheet.name);
        if table.is_none() {
            reader.fault(main, 1, None, ReadFault::MissingTable { repeat: sheet.name.clone() });
        }
        found.push(table);
    }
    for (at, table) in found.iter().enumerate().filter_map(|(at, table)| Some((at, (*table)?))) {
        reader.headings(table, at);
        if at == 0 {
            hashes = versions_of(table, &newest.hash);
        }
    }
    if !reader.faults.is_empty() {
        return Err(reader.faults);
    }
    for (at, table) in found.iter().enumerate().skip(1).rev().filter_map(|(at, table)| Some((at, (*table)?))) {
        reader.instances(table, at, &hashes);
    }
    let rows = reader.responses(main, &newest.hash);
    for (file, line) in std::mem::take(&mut reader.children).into_values().flatten().map(|child| child.file) {
        let column = Some(PARENT_KEY.to_owned());
        reader.faults.push(RowFault { file, line, column, fault: ReadFault::Parent });
    }
    if reader.faults.is_empty() {
        return Ok(rows);
    }
    let order = |file: &str| tables.iter().position(|t| t.file == file);
    reader.faults.sort_by_key(|fault| (order(&fault.file), fault.line));
    Err(reader.faults)
}

/// An instance that waits for the row around it.
struct Child {
    repeat: String,
    place: usize,
    file: (String, u64),
    tree: AnswerTree,
}

struct Reader<'a> {
    layout: &'a Layout<'a>,
    versions: &'a [Codebook],
    faults: Vec<RowFault>,
    /// By the key of the row around them.
    children: HashMap<String, Vec<Child>>,
}

impl Reader<'_> {
    fn fault(&mut self, table: &Table, line: u64, column: Option<&str>, fault: ReadFault) {
        self.faults.push(RowFault { file: table.file.clone(), line, column: column.map(str::to_owned), fault });
    }

    fn headings(&mut self, table: &Table, at: usize) {
        let Some(sheet) = self.layout.sheets.get(at) else { return };
        let known = sheet.headings();
        for (n, name) in table.headings.iter().enumerate() {
            if name == Meta::LeftOut.heading() {
                self.fault(table, 1, Some(name), ReadFault::LeftOut);
            } else if !known.contains(name) {
                let near = near(name, known.iter().map(String::as_str)).map(str::to_owned);
                self.fault(table, 1, Some(name), ReadFault::UnknownColumn { near });
            } else if table.headings.get(..n).is_some_and(|before| before.contains(name)) {
                self.fault(table, 1, Some(name), ReadFault::DoubleColumn);
            }
        }
        let needed = if at == 0 { [KEY, Meta::Created.heading()] } else { [KEY, PARENT_KEY] };
        for name in needed.into_iter().filter(|name| !table.headings.iter().any(|h| h == name)) {
            self.fault(table, 1, Some(name), ReadFault::MissingColumn);
        }
    }

    fn instances(&mut self, table: &Table, at: usize, hashes: &HashMap<String, String>) {
        let Some(sheet) = self.layout.sheets.get(at) else { return };
        let mut lines: HashMap<&str, u64> = HashMap::new();
        let columns = Columns::new(table);
        for (line, cells) in &table.rows {
            let row = Row::new(&columns, cells);
            let (key, parent) = (key_of(row.cell(KEY)), key_of(row.cell(PARENT_KEY)));
            let response = key.split('/').next().unwrap_or_default();
            let hash = hashes.get(response).map_or("", String::as_str);
            let tree = self.tree(table, *line, &row, sheet, at, hash, key);
            if let Some(first) = lines.insert(key, *line) {
                self.fault(table, *line, Some(KEY), ReadFault::DoubleKey { first });
            }
            let step = key.strip_prefix(parent).and_then(|rest| rest.strip_prefix('/'));
            let place = step.and_then(|s| s.strip_prefix(sheet.name.as_str())?.strip_prefix('[')?.strip_suffix(']'));
            let Some(place) = place.and_then(|digits| digits.parse().ok()) else {
                self.fault(table, *line, Some(KEY), ReadFault::Key);
                continue;
            };
            let child = Child { repeat: sheet.name.clone(), place, file: (table.file.clone(), *line), tree };
            self.children.entry(parent.to_owned()).or_default().push(child);
        }
    }

    fn responses(&mut self, table: &Table, newest: &str) -> Vec<ReadRow> {
        let Some(sheet) = self.layout.sheets.first() else { return Vec::new() };
        let (mut rows, mut lines) = (Vec::new(), HashMap::new());
        let columns = Columns::new(table);
        for (line, cells) in &table.rows {
            let row = Row::new(&columns, cells);
            let hash = read_word(row.cell(Meta::Hash.heading()));
            let hash = if hash.is_empty() { newest } else { hash };
            let key = key_of(row.cell(KEY));
            let Ok(id) = key.parse::<ResponseId>() else {
                self.fault(table, *line, Some(KEY), ReadFault::Key);
                self.children.remove(key);
                continue;
            };
            if let Some(first) = lines.insert(id, *line) {
                self.fault(table, *line, Some(KEY), ReadFault::DoubleKey { first });
            }
            let Some(version) = self.versions.iter().find(|v| v.hash == hash) else {
                self.fault(table, *line, Some(Meta::Hash.heading()), ReadFault::UnknownVersion);
                self.children.remove(key);
                continue;
            };
            let answers = self.tree(table, *line, &row, sheet, 0, hash, key);
            match row.head(id, version) {
                Ok((state, head, finished, name)) => {
                    let response = Response { head, finished, name, answers, audit: Vec::new() };
                    let session = [Meta::SessionKind, Meta::SessionTitle, Meta::SessionStarts]
                        .map(|meta| read_word(row.cell(meta.heading())).to_owned());
                    let comment = match state {
                        ResponseState::Returned => read_word(row.cell(Meta::Comment.heading())).to_owned(),
                        _ => String::new(),
                    };
                    rows.push(ReadRow { kept: KeptResponse { state, comment, response }, session });
                }
                Err(faults) => {
                    for (meta, fault) in faults {
                        self.fault(table, *line, Some(meta.heading()), fault);
                    }
                }
            }
        }
        rows
    }

    #[allow(clippy::too_many_arguments, reason = "a row, and where it stands")]
    fn tree(
        &mut self,
        table: &Table,
        line: u64,
        row: &Row<'_>,
        sheet: &Sheet,
        at: usize,
        hash: &str,
        key: &str,
    ) -> AnswerTree {
        let mut tree = BTreeMap::new();
        if row.too_long() {
            self.fault(table, line, None, ReadFault::TooManyCells);
        }
        for (name, choices) in &sheet.columns {
            match self.answer(row, name, choices, hash) {
                Ok(Some(answer)) => {
                    tree.insert(name.clone(), Entry::Answer(answer));
                }
                Ok(None) => {}
                Err((column, fault)) => self.fault(table, line, Some(&column), fault),
            }
        }
        let mut children = self.children.remove(key).unwrap_or_default();
        children.sort_by(|a, b| (&a.repeat, a.place).cmp(&(&b.repeat, b.place)));
        for child in children {
            let list = tree.entry(child.repeat).or_insert_with(|| Entry::Repeat(Vec::new()));
            if let Entry::Repeat(instances) = list {
                instances.push(child.tree);
            }
        }
        for name in read_word(row.cell(Meta::Blank.heading())).split_whitespace() {
            let entry = if self.layout.repeat(at, name).is_some() {
                Entry::Repeat(Vec::new())
            } else if sheet.columns.iter().any(|(own, _)| own == name) {
                Entry::Blank
            } else {
                let fault = ReadFault::Blank { name: name.to_owned() };
                self.fault(table, line, Some(Meta::Blank.heading()), fault);
                continue;
            };
            if tree.insert(name.to_owned(), entry).is_some() {
                let fault = ReadFault::Blank { name: name.to_owned() };
                self.fault(table, line, Some(Meta::Blank.heading()), fault);
            }
        }
        AnswerTree(tree)
    }

    /// The answer of a question in a row: of its own column, checked against its columns of 0 and 1, or of these alone.
    fn answer(
        &self,
        row: &Row<'_>,
        name: &str,
        choices: &[String],
        hash: &str,
    ) -> Result<Option<Answer>, (String, ReadFault)> {
        let own = safe_cell(name);
        let answer = self.layout.field(hash, name).read(row.cell(&own));
        let answer = answer.map_err(|fault| (own.clone(), ReadFault::Cell(fault)))?;
        let mut picked = Vec::new();
        for choice in choices {
            let column = heading(name, choice);
            let says = match row.cell(&column).trim() {
                "" => continue,
                "0" => false,
                "1" => true,
                _ => return Err((column, ReadFault::Disagree)),
            };
            if says {
                picked.push(choice.clone());
            }
            let listed = match &answer {
                Some(Answer::Value(Value::Choices(names))) => names.contains(choice),
                Some(_) => false,
                None => says && !row.has(&own),
            };
            if listed != says {
                return Err((column, ReadFault::Disagree));
            }
        }
        let by_columns = (!picked.is_empty()).then_some(Answer::Value(Value::Choices(picked)));
        Ok(answer.or_else(|| by_columns.filter(|_| !row.has(&own))))
    }
}

/// The version hash of every response.
fn versions_of(table: &Table, newest: &str) -> HashMap<String, String> {
    let columns = Columns::new(table);
    let version = |cells: &[String]| {
        let row = Row::new(&columns, cells);
        let hash = read_word(row.cell(Meta::Hash.heading()));
        let hash = if hash.is_empty() { newest } else { hash };
        (key_of(row.cell(KEY)).to_owned(), hash.to_owned())
    };
    table.rows.iter().map(|(_, cells)| version(cells)).collect()
}

/// A key as ODK writes it, `uuid:` in front, or as we do.
fn key_of(cell: &str) -> &str {
    cell.strip_prefix("uuid:").unwrap_or(cell)
}
