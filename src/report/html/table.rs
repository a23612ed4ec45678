//! Tables: heads that are repeated on every sheet, heads of rows, sums; room to write stays a line to write on.

use maud::{Markup, PreEscaped, html};

use super::words::{alone, says};
use crate::report::{ColumnKind, Table, is_blank, is_tick};

/// Columns from which a table is set in smaller type on paper.
const MANY: usize = 7;

/// The table.
pub(super) fn table(table: &Table) -> Markup {
    let columns = table.all_rows().map(Vec::len).chain([table.columns.len()]).max().unwrap_or(0);
    let headed = table.columns.iter().any(|column| says(&column.head));
    // The first column names its row when it is of words and not of numbers of lines.
    let named = columns > 1 && table.columns.first().is_none_or(|column| column.kind == ColumnKind::Words);
    let row = |cells: &Vec<String>| {
        let words = |at: usize| cells.get(at).map_or("", String::as_str);
        html! { tr { @for at in 0..columns { (cell(table, at, words(at), named && at == 0)) } } (PreEscaped("\n")) }
    };
    html! {
        div.scroll tabindex=[(columns >= MANY).then_some("0")] {
            table class=[(columns >= MANY).then_some("many")] {
                @if says(&table.caption) { caption { (alone(&table.caption)) } }
                (PreEscaped("\n"))
                @if headed {
                    thead {
                        tr {
                            @for at in 0..columns {
                                @let head = table.columns.get(at).map_or("", |column| column.head.as_str());
                                // A head without words would be read out as a head all the same.
                                @if says(head) { th scope="col" class=[class(table, at)] { (alone(head)) } } @else { td {} }
                            }
                        }
                    }
                    (PreEscaped("\n"))
                }
                tbody { @for cells in &table.rows { (row(cells)) } }
                @if let Some(totals) = &table.totals { tfoot { (row(totals)) } }
            }
        }
    }
}

fn cell(table: &Table, at: usize, words: &str, names: bool) -> Markup {
    let class = class(table, at);
    html! {
        @if names && says(words) && !is_blank(words) { th scope="row" class=[class] { (alone(words)) } }
        @else if is_blank(words) { td.blank {} }
        @else if is_tick(words) { td.tick { span {} } }
        @else { td class=[class] { (alone(words)) } }
    }
}

fn class(table: &Table, at: usize) -> Option<&'static str> {
    match table.columns.get(at)?.kind {
        ColumnKind::Words => None,
        ColumnKind::Number | ColumnKind::Money | ColumnKind::Share => Some("n"),
        ColumnKind::Date => Some("d"),
    }
}
