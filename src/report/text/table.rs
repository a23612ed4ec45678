//! Tables in plain text: columns aligned also with Chinese words, cells wrapped; what is too wide becomes a list.

use super::{line::Look, paper::Paper};
use crate::{
    locale::{Align, clean_line, pad, take, width, wrap},
    report::{Table, is_blank},
};

/// Columns between two columns of a table.
const GAP: usize = 2;
/// Narrowest a column of a table becomes to fit on the page.
const NARROW: usize = 8;

impl Paper<'_> {
    pub(super) fn table(&mut self, table: &Table) {
        if !table.caption.trim().is_empty() {
            self.space();
            self.hung("", &table.caption, Look::Head);
        }
        let clean = |row: &Vec<String>| row.iter().map(|cell| clean_line(cell).into_owned()).collect::<Vec<_>>();
        let head: Vec<String> = table.columns.iter().map(|column| clean_line(&column.head).into_owned()).collect();
        let mut rows = vec![head];
        rows.extend(table.all_rows().map(clean));
        let widths = if self.aloud { None } else { column_widths(&rows, self.room()) };
        let Some(widths) = widths else { return self.rows_as_list(rows) };
        let aligns: Vec<Align> = (0..widths.len()).map(|column| table.align(column)).collect();
        let last = rows.len();
        let headed = rows.first().is_some_and(|head| head.iter().any(|word| !word.is_empty()));
        for (at, row) in rows.iter().enumerate().skip(usize::from(!headed)) {
            let look = if at == 0 { Look::Head } else { Look::Plain };
            if table.totals.is_some() && at + 1 == last {
                let whole = widths.iter().sum::<usize>() + widths.len().saturating_sub(1) * GAP;
                self.indented(&"-".repeat(whole), Look::Plain);
            }
            for line in row_lines(row, &widths, &aligns) {
                self.indented(&line, look);
            }
        }
    }

    /// Too many columns for the page, or nobody sees them: every row becomes a line that names its cells.
    fn rows_as_list(&mut self, mut rows: Vec<Vec<String>>) {
        let head = rows.remove(0);
        for row in rows {
            let cells = row.iter().zip(&head).filter(|(cell, _)| !cell.is_empty());
            let named = cells.map(|(cell, name)| if name.is_empty() { cell.clone() } else { format!("{name} {cell}") });
            self.hung("- ", &named.collect::<Vec<_>>().join("  "), Look::Plain);
        }
    }
}

/// How wide each column is so that all fit into `room`, two spaces between them; the widest give way, but none below
/// [`NARROW`]. Nothing when they do not fit even so.
fn column_widths(rows: &[Vec<String>], room: usize) -> Option<Vec<usize>> {
    let count = rows.iter().map(Vec::len).max().unwrap_or(0);
    let mut widths = vec![0; count];
    for row in rows {
        for (widest, cell) in widths.iter_mut().zip(row) {
            *widest = width(cell).max(*widest);
        }
    }
    let gaps = count.saturating_sub(1) * GAP;
    let room = room.checked_sub(gaps)?;
    // No column is ever wider than the page, however long its words are.
    for wide in &mut widths {
        *wide = (*wide).min(room.max(NARROW));
    }
    while widths.iter().sum::<usize>() > room {
        let give = widths.iter_mut().max().filter(|widest| **widest > NARROW)?;
        *give -= 1;
    }
    Some(widths)
}

/// The lines of a row whose cells are wrapped in their columns.
fn row_lines(row: &[String], widths: &[usize], aligns: &[Align]) -> Vec<String> {
    let lines = |(cell, wide): (&'_ String, &usize)| {
        let wide = (*wide).max(1);
        // Room to write is as long as the column is wide.
        if is_blank(cell) { vec![take(cell, wide).to_owned()] } else { wrapped(cell, wide) }
    };
    let cells: Vec<Vec<String>> = row.iter().zip(widths).map(lines).collect();
    let height = cells.iter().map(Vec::len).max().unwrap_or(0);
    let line = |at: usize| {
        let padded = cells.iter().zip(widths).enumerate().map(|(n, (lines, wide))| {
            let align = aligns.get(n).copied().unwrap_or_default();
            pad(lines.get(at).map(String::as_str).unwrap_or_default(), *wide, align)
        });
        padded.collect::<Vec<_>>().join(&" ".repeat(GAP))
    };
    (0..height).map(line).collect()
}

fn wrapped(cell: &str, wide: usize) -> Vec<String> {
    wrap(cell, wide).into_iter().map(str::to_owned).collect()
}
