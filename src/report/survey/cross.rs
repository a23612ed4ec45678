//! A question by groups: a table, for everyone without the counts in which somebody could be found.

use std::collections::HashSet;

use super::{
    question::part_words,
    summary::SummaryPlan,
    veil::{counts, silent, withheld},
};
use crate::{
    domain::{
        Privacy,
        tally::{ColumnId, Columns, Cross, Detail, Share, Tally, withhold_list, withhold_table},
    },
    locale::{Locale, date_short, decimal},
    report::{Class, Column, Document, Section, Table, choice_label, group_name, question_label, words::range},
    tr,
};

/// Groups side by side in one table; the next ones go below.
const ABREAST: usize = 6;

/// The cells of a question by groups: a row a choice, a column a group.
struct Grid {
    rows: Vec<String>,
    groups: Vec<String>,
    /// By row, then by group.
    cells: Vec<Vec<String>>,
    /// By row: over all groups. Empty where it is not told.
    all: Vec<String>,
    withheld: bool,
}

/// Which tables by groups cannot be told, because how many were asked in a group follows from what is withheld of another.
#[derive(Debug, Default)]
pub(super) struct Linked {
    untold: HashSet<ColumnId>,
}

impl Linked {
    /// The tables of these sections that cannot be told to the plan's class.
    pub(super) fn of(l: &Locale, columns: &Columns, shown: &[&Section], plan: &SummaryPlan) -> Self {
        let mut untold = HashSet::new();
        if plan.class != Class::Public {
            return Self { untold };
        }
        let mut hides: HashSet<&str> = HashSet::new();
        for section in shown {
            if let Section::Cross(cross) = section
                && grid(l, cross, plan).withheld
            {
                hides.insert(&cross.total.name);
            }
        }
        let mut changed = true;
        while changed {
            changed = false;
            for section in shown {
                let Section::Cross(cross) = section else { continue };
                let name = cross.total.name.as_str();
                let marked = |read: &String| columns.asked(read).is_some() && columns.privacy(read) > Privacy::Open;
                let follows = |read: &String| hides.contains(read.as_str()) || marked(read);
                let linked =
                    columns.asked(name).is_some_and(|asked| asked.reads.iter().chain(&asked.given).any(follows));
                if linked && untold.insert(cross.total.column) {
                    changed = true;
                    hides.insert(name);
                }
            }
        }
        Self { untold }
    }
}

/// Writes a question by groups; whether anything of it was withheld.
pub(super) fn write(l: &Locale, cross: &Cross, (plan, linked): (&SummaryPlan, &Linked), page: &mut Document) -> bool {
    page.heading(2, question_label(l, &cross.total));
    if linked.untold.contains(&cross.total.column) {
        page.note(tr!(l, "report-follows-from-withheld"));
        return true;
    }
    if cross.overlapping {
        page.note(tr!(l, "tally-overlapping"));
    }
    table(l, &grid(l, cross, plan), page)
}

fn grid(l: &Locale, cross: &Cross, plan: &SummaryPlan) -> Grid {
    match (&cross.total.detail, plan.class) {
        (Detail::Texts(_) | Detail::Given, _) => given(l, cross, plan),
        (Detail::Numbers(_), _) => numbers(l, cross, plan),
        (Detail::Choices(_) | Detail::Rank(_) | Detail::Days(_) | Detail::Times { .. }, Class::Public)
            if !cross.overlapping =>
        {
            additive(l, cross, plan)
        }
        (_, Class::Public) => apart(l, cross, plan),
        _ => whole(l, cross),
    }
}

fn table(l: &Locale, grid: &Grid, page: &mut Document) -> bool {
    let mut from = 0;
    while from < grid.groups.len() {
        let to = (from + ABREAST).min(grid.groups.len());
        let mut columns = vec![Column::words("")];
        columns.extend((!grid.all.is_empty()).then(|| Column::number(tr!(l, "tally-total"))));
        columns.extend(grid.groups[from..to].iter().map(Column::number));
        let mut table = Table::new(columns);
        for (at, name) in grid.rows.iter().enumerate() {
            let mut row = vec![name.clone()];
            row.extend(grid.all.get(at).cloned());
            let cells = grid.cells.get(at).and_then(|cells| cells.get(from..to)).unwrap_or_default();
            row.extend_from_slice(cells);
            table.rows.push(row);
        }
        page.table(table);
        from = to;
    }
    grid.withheld
}

fn labels(l: &Locale, tally: &Tally) -> Vec<String> {
    match &tally.detail {
        Detail::Choices(all) | Detail::Set(all) => all.iter().map(|c| choice_label(l, &c.name, &c.label)).collect(),
        Detail::Rank(all) => all.iter().map(|c| choice_label(l, &c.name, &c.label)).collect(),
        Detail::Numbers(Some(n)) => n.bins.iter().map(|bin| range(bin.from, bin.to, n.whole)).collect(),
        Detail::Days(days) => days.iter().map(|(day, _)| date_short(*day)).collect(),
        Detail::Times { hours, .. } => (0..hours.len()).map(|hour| format!("{hour:02}:00")).collect(),
        Detail::Numbers(None) | Detail::Texts(_) | Detail::Given => Vec::new(),
    }
}

/// The counts of a group in the rows of the whole question: days are told apart by their day, not by their place.
fn aligned(total: &Tally, group: &Tally) -> Vec<u64> {
    match (&total.detail, &group.detail) {
        (Detail::Days(all), Detail::Days(own)) => {
            let of = |day| own.iter().find(|(own, _)| own == day).map_or(0, |(_, count)| *count);
            all.iter().map(|(day, _)| of(day)).collect()
        }
        _ => counts(&group.detail),
    }
}

fn names(l: &Locale, cross: &Cross) -> Vec<String> {
    cross.groups.iter().map(|group| group_name(l, &group.name)).collect()
}

fn cell(count: u64, of: u64) -> String {
    format!("{count}  {}", part_words(Share::new(count, of))).trim_end().to_owned()
}

/// All of it, for who works with it.
fn whole(l: &Locale, cross: &Cross) -> Grid {
    let tallies: Vec<&Tally> = std::iter::once(&cross.total).chain(cross.groups.iter().map(|g| &g.tally)).collect();
    let mut rows = vec!["n".to_owned()];
    rows.extend(labels(l, &cross.total));
    let mut columns: Vec<Vec<String>> = Vec::new();
    for tally in tallies {
        let n = tally.base.given;
        let mut column = vec![n.to_string()];
        column.extend(aligned(&cross.total, tally).into_iter().map(|count| cell(count, n)));
        columns.push(column);
    }
    let all = columns.remove(0);
    Grid { cells: turned(&columns, rows.len()), rows, groups: names(l, cross), all, withheld: false }
}

/// Columns as rows.
fn turned(columns: &[Vec<String>], rows: usize) -> Vec<Vec<String>> {
    let row = |at: usize| columns.iter().map(|column| column.get(at).cloned().unwrap_or_default()).collect();
    (0..rows).map(row).collect()
}

/// For everyone, where every response stands in one row and one column: rows, columns and all add up.
fn additive(l: &Locale, cross: &Cross, plan: &SummaryPlan) -> Grid {
    let mut rows = labels(l, &cross.total);
    rows.push(tr!(l, "report-no-answer"));
    let column = |tally: &Tally| {
        let mut column = aligned(&cross.total, tally);
        column.push(silent(&tally.base) + tally.base.not_asked);
        column
    };
    let columns: Vec<Vec<u64>> = cross.groups.iter().map(|group| column(&group.tally)).collect();
    let at = |row: usize, of: &Vec<u64>| of.get(row).copied().unwrap_or(0);
    let matrix: Vec<Vec<u64>> =
        (0..rows.len()).map(|row| columns.iter().map(|column| at(row, column)).collect()).collect();
    let hidden = withhold_table(&matrix, plan.least);
    let figure = |hide: bool, words: String| if hide { withheld(l) } else { words };
    let flag = |flags: &[bool], at: usize| flags.get(at).copied().unwrap_or_default();
    let mut cells: Vec<Vec<String>> = Vec::new();
    for (row, (counts, hides)) in matrix.iter().zip(&hidden.cells).enumerate() {
        let sums = |to: usize| columns.get(to).map_or(0, |column| column.iter().sum());
        let words = |to: usize, count: u64| {
            let told = !flag(&hidden.columns, to) && row + 1 < rows.len();
            if told { cell(count, sums(to)) } else { count.to_string() }
        };
        cells.push(counts.iter().enumerate().map(|(to, count)| figure(flag(hides, to), words(to, *count))).collect());
    }
    let sum = |row: usize| figure(flag(&hidden.rows, row), matrix[row].iter().sum::<u64>().to_string());
    let mut all: Vec<String> = (0..rows.len()).map(sum).collect();
    rows.push(tr!(l, "report-responses"));
    let total = |to: usize| figure(flag(&hidden.columns, to), columns[to].iter().sum::<u64>().to_string());
    cells.push((0..columns.len()).map(total).collect());
    all.push(figure(hidden.total, columns.iter().flatten().sum::<u64>().to_string()));
    Grid { rows, groups: names(l, cross), cells, all, withheld: hidden.any() }
}

/// For everyone, where one response may stand in several rows or columns: each count for itself, no sums.
fn apart(l: &Locale, cross: &Cross, plan: &SummaryPlan) -> Grid {
    let mut rows = vec!["n".to_owned()];
    rows.extend(labels(l, &cross.total));
    let sizes: Vec<u64> = cross.groups.iter().map(|group| group.tally.base.given).collect();
    let hidden = small_groups(&sizes, plan.least);
    let mut withheld_any = hidden.contains(&true);
    let mut columns = Vec::new();
    for (group, hide) in cross.groups.iter().zip(hidden) {
        let n = group.tally.base.given;
        let small = |count: u64| count > 0 && count < plan.least;
        let mut column = vec![if hide { withheld(l) } else { n.to_string() }];
        for count in aligned(&cross.total, &group.tally) {
            let hide = hide || small(count) || small(n - count.min(n));
            withheld_any |= hide;
            column.push(if hide { withheld(l) } else { cell(count, n) });
        }
        columns.push(column);
    }
    Grid { cells: turned(&columns, rows.len()), rows, groups: names(l, cross), all: Vec::new(), withheld: withheld_any }
}

/// Which sizes of groups are withheld, so that the rest does not give them away.
fn small_groups(sizes: &[u64], least: u64) -> Vec<bool> {
    withhold_list(sizes, least).0
}

/// Means and medians by group.
fn numbers(l: &Locale, cross: &Cross, plan: &SummaryPlan) -> Grid {
    let public = plan.class == Class::Public;
    let sizes: Vec<u64> = cross.groups.iter().map(|group| group.tally.base.given).collect();
    let hidden = if public { small_groups(&sizes, plan.least) } else { vec![false; sizes.len()] };
    let rows = vec!["n".to_owned(), tr!(l, "tally-mean"), tr!(l, "tally-median")];
    let column = |tally: &Tally, hide: bool| match (&tally.detail, hide) {
        (_, true) => vec![withheld(l); 3],
        (Detail::Numbers(Some(n)), _) => vec![tally.base.given.to_string(), decimal(n.mean, 2), decimal(n.median, 2)],
        _ => vec![tally.base.given.to_string(), "-".to_owned(), "-".to_owned()],
    };
    let withheld = hidden.contains(&true);
    let columns: Vec<Vec<String>> = cross.groups.iter().zip(&hidden).map(|(g, hide)| column(&g.tally, *hide)).collect();
    // The mean of all gives the mean of one group away when it alone is missing.
    let all = if withheld || (public && cross.total.base.given < plan.least) {
        Vec::new()
    } else {
        column(&cross.total, false)
    };
    Grid { cells: turned(&columns, rows.len()), rows, groups: names(l, cross), all, withheld }
}

/// How many answered by group, where answers are not told apart.
fn given(l: &Locale, cross: &Cross, plan: &SummaryPlan) -> Grid {
    let sizes: Vec<u64> = cross.groups.iter().map(|group| group.tally.base.given).collect();
    let public = plan.class == Class::Public;
    let hidden = if public { small_groups(&sizes, plan.least) } else { vec![false; sizes.len()] };
    let withheld_any = hidden.contains(&true);
    let words = |(size, hide): (&u64, &bool)| if *hide { withheld(l) } else { size.to_string() };
    let cells = vec![sizes.iter().zip(&hidden).map(words).collect()];
    let all = if withheld_any { Vec::new() } else { vec![cross.total.base.given.to_string()] };
    Grid { rows: vec!["n".to_owned()], groups: names(l, cross), cells, all, withheld: withheld_any }
}
