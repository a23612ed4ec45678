//! 走访进度: what a round has covered, by micro-grid, building, surveyor and must-visit kind. Every table adds up.

use chrono::{DateTime, FixedOffset};

use crate::{
    domain::{
        meeting::minutes::public_words,
        place::{Level, Place},
        tally::{WithheldGroups, withhold_groups},
        visit::{Cell, Coverage, Doors, Plan},
    },
    locale::{Locale, clean_line, date_short, share, visit_cell, visit_kind, visit_place},
    report::{Block, Class, Column, Document, KeyFigure, Table, words::capital},
    tr,
};

/// The coverage of a round. What everybody may read says neither who went nor why a door is visited, and does not tell
/// doors apart of which there are fewer than `least`.
#[must_use]
pub fn coverage_document(
    locale: &Locale,
    plan: &Plan,
    coverage: &Coverage,
    (class, least): (Class, u64),
    now: DateTime<FixedOffset>,
) -> Document {
    let l = locale;
    let title = clean_line(&plan.title);
    let title = if class == Class::Public { public_words(&title) } else { title.into_owned() };
    let mut page = Document::new(l, class, tr!(l, "report-coverage-title", round = title));
    page.made = Some(now);
    if let Some(until) = plan.until {
        page.based_on(capital(&tr!(l, "visits-until")), date_short(until));
    }
    if coverage.all.all() == 0 {
        page.line(tr!(l, "visits-no-doors-here"));
        return page;
    }
    if class == Class::Public {
        for_everyone(l, coverage, least, &mut page);
    } else {
        for_office(l, coverage, &mut page);
    }
    page
}

fn for_office(l: &Locale, coverage: &Coverage, page: &mut Document) {
    let all = &coverage.all;
    let settled = all.all() - all.open();
    let figure = |figure: String, words: String| KeyFigure { figure, words };
    page.put(Block::KeyFigures(vec![
        figure(all.all().to_string(), tr!(l, "report-coverage-doors")),
        figure(all.done().to_string(), visit_cell(l, Cell::Done)),
        figure(share(settled as u64, all.all() as u64), tr!(l, "visits-settled")),
        figure(all.overdue.to_string(), tr!(l, "visits-late")),
    ]));
    if coverage.must_visit.all() > 0 {
        let (done, of) = (coverage.must_visit.done(), coverage.must_visit.all());
        page.line(tr!(l, "visits-must-of", done = done, all = of));
    }
    let places = |rows: Vec<(&Place, &Doors)>| -> Vec<(String, Doors)> {
        rows.into_iter().map(|(place, doors)| (visit_place(l, place), *doors)).collect()
    };
    let name = |who: &String| if who.is_empty() { tr!(l, "visits-nobody-assigned") } else { who.clone() };
    let surveyors: Vec<_> = coverage.surveyors().iter().map(|(who, doors)| (name(who), *doors)).collect();
    let kinds: Vec<_> = coverage.kinds().iter().map(|(kind, doors)| (visit_kind(l, *kind), **doors)).collect();
    let (grids, buildings) = (places(coverage.micro_grids()), places(coverage.buildings()));
    for (heading, column, rows) in [
        (tr!(l, "report-coverage-by-micro-grid"), tr!(l, "visits-by-micro-grid"), grids),
        (tr!(l, "report-coverage-by-building"), tr!(l, "visits-by-building"), buildings),
        (tr!(l, "report-coverage-by-surveyor"), tr!(l, "visits-by-surveyor"), surveyors),
    ] {
        page.heading(1, heading);
        page.table(table(l, &column, &rows, Some(all)));
    }
    let kinds: Vec<_> = kinds.into_iter().filter(|(_, doors)| doors.all() > 0).collect();
    if !kinds.is_empty() {
        page.heading(1, tr!(l, "report-coverage-by-kind"));
        page.table(table(l, &tr!(l, "visits-by-kind"), &kinds, None));
        page.note(tr!(l, "report-coverage-kinds"));
    }
    page.note(tr!(l, "report-coverage-settled"));
}

/// Rows of doors by column, with the sums under them where each door stands in one row only.
fn table(l: &Locale, first: &str, rows: &[(String, Doors)], all: Option<&Doors>) -> Table {
    let mut columns = vec![Column::words(capital(first)), Column::number(capital(&tr!(l, "visits-doors")))];
    columns.extend(Cell::ALL.map(|cell| Column::number(capital(&visit_cell(l, cell)))));
    columns.push(Column::number(capital(&tr!(l, "visits-late"))));
    let mut table = Table::new(columns);
    let row = |name: &str, doors: &Doors| {
        let mut cells = vec![clean_line(name).into_owned(), doors.all().to_string()];
        cells.extend(Cell::ALL.map(|cell| doors.of(cell).to_string()));
        cells.push(doors.overdue.to_string());
        cells
    };
    table.rows = rows.iter().map(|(name, doors)| row(name, doors)).collect();
    table.totals = all.map(|all| row(&tr!(l, "tally-total"), all));
    table
}

/// What everybody may read: done, over without, and still open.
fn three(doors: &Doors) -> Vec<u64> {
    let (all, done, open) = (doors.all(), doors.done(), doors.open());
    [done, all - done - open, open].map(|count| count as u64).to_vec()
}

/// A micro-grid with its buildings.
type Group<'a> = (&'a Place, Vec<(&'a Place, Vec<u64>)>);

fn for_everyone(l: &Locale, coverage: &Coverage, least: u64, page: &mut Document) {
    let grids = coverage.micro_grids();
    let inside = |grid: &Place, place: &Place| Level::ALL.iter().zip(&grid.0).zip(&place.0).all(|((_, a), b)| a == b);
    let groups: Vec<Group<'_>> = grids
        .iter()
        .map(|(grid, _)| {
            let own = coverage.buildings().into_iter().filter(|(place, _)| inside(grid, place));
            (*grid, own.map(|(place, doors)| (place, three(doors))).collect())
        })
        .collect();
    let counts: Vec<Vec<Vec<u64>>> =
        groups.iter().map(|(_, rows)| rows.iter().map(|(_, counts)| counts.clone()).collect()).collect();
    let veil = withhold_groups(&counts, least);
    key_figures(l, coverage, &veil, page);
    let head = |first: String| {
        let mut columns = vec![Column::words(capital(&first)), Column::number(capital(&tr!(l, "visits-doors")))];
        columns.push(Column::number(capital(&visit_cell(l, Cell::Done))));
        columns.push(Column::number(capital(&tr!(l, "report-coverage-without"))));
        columns.push(Column::number(capital(&tr!(l, "report-coverage-open"))));
        Table::new(columns)
    };
    let shown = |count: u64, hidden: bool| if hidden { tr!(l, "report-withheld") } else { count.to_string() };
    let row = |name: String, counts: &[u64], hidden: &[bool], sum_hidden: bool| {
        let mut cells = vec![name, shown(counts.iter().sum(), sum_hidden)];
        cells.extend(counts.iter().zip(hidden).map(|(count, hidden)| shown(*count, *hidden)));
        cells
    };
    let totals = row(tr!(l, "tally-total"), &three(&coverage.all), &veil.columns, veil.total);
    page.heading(1, tr!(l, "report-coverage-by-micro-grid"));
    let mut table = head(tr!(l, "visits-by-micro-grid"));
    for (at, (grid, doors)) in grids.iter().enumerate() {
        table.rows.push(row(visit_place(l, grid), &three(doors), &veil.group_cells[at], veil.groups[at]));
    }
    table.totals = Some(totals.clone());
    page.table(table);
    page.heading(1, tr!(l, "report-coverage-by-building"));
    let mut table = head(tr!(l, "visits-by-building"));
    for (at, (_, rows)) in groups.iter().enumerate() {
        for (n, (place, counts)) in rows.iter().enumerate() {
            table.rows.push(row(visit_place(l, place), counts, &veil.cells[at][n], veil.rows[at][n]));
        }
    }
    table.totals = Some(totals);
    page.table(table);
    page.note(tr!(l, "report-coverage-without-means"));
    if veil.any() {
        let words = tr!(l, "report-withheld-why", withheld = tr!(l, "report-withheld"), least = least);
        page.put(Block::Footnotes(vec![("*".to_owned(), words)]));
    }
}

fn key_figures(l: &Locale, coverage: &Coverage, veil: &WithheldGroups, page: &mut Document) {
    let counts = three(&coverage.all);
    let names = [visit_cell(l, Cell::Done), tr!(l, "report-coverage-without"), tr!(l, "report-coverage-open")];
    let mut figures = Vec::new();
    if !veil.total {
        let figure = counts.iter().sum::<u64>().to_string();
        figures.push(KeyFigure { figure, words: tr!(l, "report-coverage-doors") });
    }
    for ((count, words), hidden) in counts.iter().zip(names).zip(&veil.columns) {
        if !hidden {
            figures.push(KeyFigure { figure: count.to_string(), words });
        }
    }
    if !figures.is_empty() {
        page.put(Block::KeyFigures(figures));
    }
}
