//! A CSV file as rows of cells, as spreadsheet programs write it.

use crate::domain::exchange::Table;

/// Why a file is no table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileFault {
    /// It is not UTF-8, from this line on; spreadsheet programs in Chinese often save GBK.
    NotUtf8 {
        /// From 1.
        line: u64,
    },
    /// There is not even a line of headings.
    Empty,
}

/// The table of a CSV file. A byte order mark is passed over; cells may be separated by commas, semicolons or tabs.
///
/// # Errors
/// When the file is no table at all.
pub fn read_table(file: &str, repeat: &str, bytes: &[u8]) -> Result<Table, FileFault> {
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
        FileFault::NotUtf8 { line: before.split(|byte| *byte == b'\n').count() as u64 }
    })?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let first = text.lines().next().unwrap_or_default();
    let separator = [b',', b';', b'\t'].into_iter().max_by_key(|s| {
        // Of equally many, the comma.
        (first.bytes().filter(|b| b == s).count(), *s == b',')
    });
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator.unwrap_or(b','))
        .from_reader(text.as_bytes());
    // The reader's own line numbers are one too low after a line that ends in CR LF, so lines are counted here.
    let (mut line, mut counted) = (1, 0);
    let mut rows = reader.records().filter_map(Result::ok).map(|record| {
        let start = record.position().and_then(|at| usize::try_from(at.byte()).ok()).unwrap_or(counted);
        let blank = text.get(start..).map_or(0, |rest| rest.len() - rest.trim_start_matches(['\r', '\n']).len());
        line += text.get(counted..start + blank).map_or(0, |passed| passed.matches('\n').count() as u64);
        counted = start + blank;
        (line, record.iter().map(str::to_owned).collect::<Vec<String>>())
    });
    let (_, headings) = rows.next().ok_or(FileFault::Empty)?;
    let rows = rows.filter(|(_, cells)| cells.iter().any(|cell| !cell.is_empty())).collect();
    Ok(Table { file: file.to_owned(), repeat: repeat.to_owned(), headings, rows })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_read_as_spreadsheets_write_them() {
        let cases: [(&str, &[&str]); 4] = [
            ("\u{feff}KEY,note\r\n1,\"a,\n\"\"b\"\"\"\r\n\r\n2, c \r\n", &["1|a,\n\"b\"", "2| c "]),
            ("KEY;note\n1;a,b\n", &["1|a,b"]),
            ("KEY\tnote\n1\ta;b\n,,\n", &["1|a;b", ",,"]),
            ("KEY,note\n,\n3\n", &["3"]),
        ];
        for (text, expected) in cases {
            let table = read_table("f", "", text.as_bytes()).unwrap();
            assert_eq!(table.headings, ["KEY", "note"]);
            let rows: Vec<String> = table.rows.iter().map(|(_, cells)| cells.join("|")).collect();
            assert_eq!(rows, expected);
        }
        for text in ["KEY\n1,\"a\nb\"\n\n2,c\n", "KEY\r\n1,\"a\r\nb\"\r\n\r\n2,c\r\n"] {
            let lines: Vec<u64> = read_table("f", "", text.as_bytes()).unwrap().rows.iter().map(|r| r.0).collect();
            assert_eq!(lines, [2, 5]);
        }
    }

    #[test]
    fn another_encoding_is_told_with_its_line() {
        assert_eq!(read_table("f", "", b"KEY\n1,\xcd\xe2\n"), Err(FileFault::NotUtf8 { line: 2 }));
        assert_eq!(read_table("f", "", b""), Err(FileFault::Empty));
    }
}
