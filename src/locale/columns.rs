//! Rows of text in columns, for output that is not a screen: every column as wide as its widest cell.

use super::width::{Align, pad, width};

/// The rows with their cells under each other, two spaces between columns and none at line ends.
///
/// No column is wider than `most`; what is wider is cut with `..`. A column without an alignment stands left.
///
/// ```
/// use babahui::locale::{Align, columns};
/// let rows = [["外墙脱落", "89"], ["其他", "7"]].map(|row| row.map(str::to_owned).to_vec());
/// assert_eq!(columns(&rows, &[Align::Left, Align::Right], 40), ["外墙脱落  89", "其他       7"]);
/// ```
#[must_use]
pub fn columns(rows: &[Vec<String>], aligns: &[Align], most: usize) -> Vec<String> {
    let count = rows.iter().map(Vec::len).max().unwrap_or(0);
    let widest = |n: usize| rows.iter().filter_map(|row| row.get(n)).map(|cell| width(cell)).max().unwrap_or(0);
    let widths: Vec<usize> = (0..count).map(|n| widest(n).min(most)).collect();
    let line = |row: &Vec<String>| {
        let cells = row.iter().zip(&widths).enumerate();
        let padded = cells.map(|(n, (cell, wide))| pad(cell, *wide, aligns.get(n).copied().unwrap_or_default()));
        padded.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    };
    rows.iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn uneven_rows_and_wide_cells() {
        let rows = [vec!["一二三四五".to_owned(), "x".to_owned()], vec!["a".to_owned()], vec![]];
        assert_eq!(columns(&rows, &[], 6), ["一二..  x", "a", ""]);
        assert_eq!(columns(&[], &[Align::Right], 6), Vec::<String>::new());
    }
}
