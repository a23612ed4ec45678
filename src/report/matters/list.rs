//! 事项清单: matters by how far they have come, those open longest first, and how many there are of each concern.

use chrono::{DateTime, FixedOffset};

use crate::{
    domain::{
        matter::{Line, Step, Which, is_few},
        meeting::minutes::public_words,
    },
    locale::{Locale, clean_line, date_short, place_path, programme_words, step_words},
    report::{Block, Class, Column, Document, KeyFigure, Table, words::capital},
    tr,
};

/// Which matters are listed, for whom.
#[derive(Debug, Clone)]
pub struct ListPlan<'a> {
    /// For whom.
    pub class: Class,
    /// Numbers of households under this are not told to everyone.
    pub least: u64,
    /// Which of them.
    pub which: &'a Which,
}

/// The list of these matters. `concern` says what a concern is called.
#[must_use]
pub fn matters_document(
    locale: &Locale,
    lines: &[Line],
    plan: &ListPlan<'_>,
    concern: &dyn Fn(&str) -> String,
    now: DateTime<FixedOffset>,
) -> Document {
    let l = locale;
    let mut page = Document::new(l, plan.class, tr!(l, "report-matters-title"));
    page.made = Some(now);
    let which = plan.which;
    let mut filter: Vec<String> = which.concern.iter().map(|name| clean_line(&concern(name)).into_owned()).collect();
    filter.extend(which.programme.map(|programme| programme_words(l, programme)));
    if which.place.level().is_some() {
        filter.push(clean_line(&place_path(l, &which.place)).into_owned());
    }
    if Step::ALL.iter().filter(|step| step.is_open()).eq(&which.steps) {
        filter.push(tr!(l, "report-matters-open"));
    } else if !which.steps.is_empty() {
        let words: Vec<String> = which.steps.iter().map(|step| step_words(l, *step)).collect();
        filter.push(words.join(&tr!(l, "minutes-comma")));
    }
    if !filter.is_empty() {
        page.based_on(tr!(l, "report-base-filter"), filter.join(&tr!(l, "minutes-semicolon")));
    }
    if lines.is_empty() {
        let none = if filter.is_empty() { tr!(l, "matters-none-stored") } else { tr!(l, "report-matters-none-such") };
        page.line(none);
        return page;
    }
    key_figures(l, lines, &mut page);
    let mut withheld = false;
    // A second figure only where a survey asked for concerns.
    let asked = lines.iter().any(|line| line.raised.named.is_some());
    for step in Step::ALL {
        let mut own: Vec<&Line> = lines.iter().filter(|line| line.step == step).collect();
        own.sort_by_key(|line| (line.since, line.matter));
        if own.is_empty() {
            continue;
        }
        let (step, n) = (capital(&step_words(l, step)), own.len());
        page.heading(1, tr!(l, "report-matters-step", step = step, n = n));
        let mut table = Table::new(columns(l, asked));
        for line in own {
            let (cells, hidden) = row(l, line, plan, (concern, asked), now);
            withheld |= hidden;
            table.rows.push(cells);
        }
        page.table(table);
    }
    by_concern(l, lines, concern, &mut page);
    if withheld {
        let least = plan.least;
        let words =
            tr!(l, "report-matters-withheld", fewer = tr!(l, "report-households-few", least = least), least = least);
        page.put(Block::Footnotes(vec![("*".to_owned(), words)]));
    }
    page
}

fn key_figures(l: &Locale, lines: &[Line], page: &mut Document) {
    let count = |fits: &dyn Fn(Step) -> bool| lines.iter().filter(|line| fits(line.step)).count().to_string();
    let figure = |figure: String, words: String| KeyFigure { figure, words };
    page.put(Block::KeyFigures(vec![
        figure(lines.len().to_string(), tr!(l, "report-matters-all")),
        figure(count(&Step::is_open), tr!(l, "report-matters-open")),
        figure(count(&|step| matches!(step, Step::Done | Step::Checked)), tr!(l, "report-matters-done")),
        figure(count(&|step| step == Step::Dropped), tr!(l, "report-matters-dropped")),
    ]));
}

fn columns(l: &Locale, asked: bool) -> Vec<Column> {
    let picked = asked.then(|| Column::number(tr!(l, "report-matters-picked")));
    let mut columns = vec![
        Column::words(tr!(l, "matters-column-title")),
        Column::words(tr!(l, "matters-column-concern")),
        Column::words(tr!(l, "matter-document-place")),
        Column::number(tr!(l, "report-matters-said")),
    ];
    columns.extend(picked);
    columns.push(Column::date(tr!(l, "matters-column-since")));
    columns.push(Column::number(tr!(l, "matters-column-days")));
    columns
}

/// The cells of a matter, and whether a number of households is withheld.
fn row(
    l: &Locale,
    line: &Line,
    plan: &ListPlan<'_>,
    (concern, asked): (&dyn Fn(&str) -> String, bool),
    now: DateTime<FixedOffset>,
) -> (Vec<String>, bool) {
    let public = plan.class == Class::Public;
    let least = if public { plan.least } else { 0 };
    let told = |(n, of): (u64, u64)| match (of, is_few(n, least)) {
        (0, _) => String::new(),
        (_, true) => tr!(l, "report-households-few", least = least),
        (_, false) => n.to_string(),
    };
    let (said, picked) = ((line.raised.households, line.raised.heard), line.raised.named.unwrap_or_default());
    let hidden = [said, picked].into_iter().any(|(n, of)| of > 0 && is_few(n, least));
    let title = clean_line(&line.about.title);
    let title = if public { public_words(&title) } else { title.into_owned() };
    let days = (now.date_naive() - line.since.date_naive()).num_days().max(0);
    let mut cells = vec![
        title,
        clean_line(&concern(&line.about.concern)).into_owned(),
        clean_line(line.about.place.0.iter().rev().find(|part| !part.is_empty()).map_or("", String::as_str))
            .into_owned(),
        told(said),
    ];
    cells.extend(asked.then(|| told(picked)));
    cells.push(date_short(line.since.date_naive()));
    cells.push(if line.step.is_open() { days.to_string() } else { String::new() });
    (cells, hidden)
}

/// How many matters of each concern are open, done and dropped, in the order concerns come up.
fn by_concern(l: &Locale, lines: &[Line], concern: &dyn Fn(&str) -> String, page: &mut Document) {
    let mut names: Vec<&str> = Vec::new();
    for line in lines {
        if !names.contains(&line.about.concern.as_str()) {
            names.push(&line.about.concern);
        }
    }
    if names.len() < 2 {
        return;
    }
    let row = |name: String, of: &dyn Fn(&Line) -> bool| {
        let own: Vec<&Line> = lines.iter().filter(|line| of(line)).collect();
        let count = |fits: &dyn Fn(Step) -> bool| own.iter().filter(|line| fits(line.step)).count().to_string();
        let done = count(&|step| matches!(step, Step::Done | Step::Checked));
        vec![name, own.len().to_string(), count(&Step::is_open), done, count(&|step| step == Step::Dropped)]
    };
    let mut table = Table::new(vec![
        Column::words(tr!(l, "matters-column-concern")),
        Column::number(capital(&tr!(l, "report-matters-all"))),
        Column::number(capital(&tr!(l, "report-matters-open"))),
        Column::number(capital(&tr!(l, "report-matters-done"))),
        Column::number(capital(&tr!(l, "report-matters-dropped"))),
    ]);
    let called = |name: &str| {
        if name.is_empty() { tr!(l, "report-matters-no-concern") } else { clean_line(&concern(name)).into_owned() }
    };
    // Those under no concern come last.
    names.sort_by_key(|name| name.is_empty());
    table.rows = names.iter().map(|name| row(called(name), &|line| line.about.concern == *name)).collect();
    table.totals = Some(row(tr!(l, "tally-total"), &|_| true));
    page.heading(1, tr!(l, "report-matters-by-concern"));
    page.table(table);
}
