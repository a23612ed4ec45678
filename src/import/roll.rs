//! A roll from a CSV file somebody has: all of it, or none of it.

use std::{fs, io, path::Path};

use crate::domain::{
    Severity,
    meeting::roll::{RollFault, Voter, group, read_csv},
    survey::Table,
};

/// A roll as its file gives it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RollFile {
    /// Who is entitled, without the rows that have an error.
    pub voters: Vec<Voter>,
    /// What is wrong, row by row.
    pub faults: Vec<RollFault>,
}

/// Why a file is no roll at all.
#[derive(Debug)]
pub enum RollFileFault {
    /// It cannot be read.
    Io(io::Error),
    /// It is not UTF-8, from this line on, from 1; spreadsheet programs in Chinese often save GBK.
    NotUtf8 {
        /// From 1.
        line: usize,
    },
    /// It is no table; the line that cannot be read, from 1.
    NoTable {
        /// From 1.
        line: u64,
    },
    /// Nobody stands in it.
    Empty,
}

impl RollFile {
    /// Whether it may be taken: no row has an error.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        self.errors() == 0
    }

    /// How many rows have an error.
    #[must_use]
    pub fn errors(&self) -> usize {
        self.faults.iter().filter(|fault| fault.severity() == Severity::Error).count()
    }
}

/// The roll of a CSV file. `parking` says whether parking spaces count.
///
/// # Errors
/// When it is no roll at all. Faults of single rows are in the [`RollFile`].
pub fn read_roll(path: &Path, parking: bool) -> Result<RollFile, RollFileFault> {
    let bytes = fs::read(path).map_err(RollFileFault::Io)?;
    let text = std::str::from_utf8(&bytes).map_err(|error| {
        let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
        RollFileFault::NotUtf8 { line: before.split(|byte| *byte == b'\n').count() }
    })?;
    let table = Table::read(text).map_err(|(line, _)| RollFileFault::NoTable { line })?;
    let (units, mut faults) = read_csv(&table);
    let (voters, more) = group(units, parking);
    faults.extend(more);
    faults.sort_by_key(|fault| fault.row);
    if voters.is_empty() && faults.is_empty() {
        return Err(RollFileFault::Empty);
    }
    Ok(RollFile { voters, faults })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> Result<RollFile, RollFileFault> {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("roll.csv");
        fs::write(&path, bytes).unwrap();
        read_roll(&path, true)
    }

    #[test]
    fn a_roll_is_read_with_its_faults_in_the_order_of_rows() {
        let good = read("\u{feff}业主,楼栋,房号,面积\n张三,1,101,60\n李四,1,102,61.5\n".as_bytes()).unwrap();
        assert!(good.is_sound() && good.voters.len() == 2);
        let bad =
            read("业主,楼栋,房号,面积,类别\n张三,1,101,大,\n李四,1,102,61.5,邻居\n王五,1,102,7,\n".as_bytes()).unwrap();
        let rows: Vec<_> = bad.faults.iter().map(|fault| fault.row).collect();
        assert_eq!((rows, bad.errors()), (vec![2, 3], 2));
    }

    #[test]
    fn what_is_no_roll_is_said() {
        assert!(matches!(read(b"a,b\n\xcd\xe2,1\n"), Err(RollFileFault::NotUtf8 { line: 2 })));
        assert!(matches!(read("业主,房号\n".as_bytes()), Err(RollFileFault::Empty)));
        assert!(matches!(read_roll(Path::new("/nowhere/roll.csv"), true), Err(RollFileFault::Io(_))));
    }
}
