//! A question by groups: rows of its answers, a column for each group, counts with shares of the column or of the row.

use std::cell::Cell;

use ratatui::{buffer::Buffer, layout::Rect};

use super::{
    block::from,
    pieces::counted,
    sheet::Sheet,
    words::{self, figures},
};
use crate::{
    app::{Action, Ctx, Next},
    domain::tally::{Axis, ColumnId, Cross, Detail, Tally},
    locale::{Align, Locale, date_short, pad, truncate, width, wrap},
    report::{choice_label, question_label},
    tr,
    ui::{
        theme::{Meaning, Theme},
        widgets::put,
    },
};

/// Columns between two columns.
const GAP: u16 = 2;
/// Columns and rows a group's name may take above its column.
const NAME: usize = 12;
const NAME_ROWS: usize = 3;

/// What stands in a cell beside its count.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Figure {
    /// Of the group's n.
    OfColumn,
    /// Of the answer's count over all groups.
    OfRow,
    /// Nothing.
    Count,
}

/// A row: its name, what is counted of a tally, and whether a share of it says anything.
struct Line {
    name: String,
    count: Box<dyn Fn(&Tally) -> Cellular>,
}

/// What a cell holds.
enum Cellular {
    /// So many of n.
    Count(u64),
    /// n itself, or why there is no value.
    Base(u64),
    /// A figure of numbers.
    Figure(String),
}

/// A cross-table and how it is looked at.
pub(super) struct CrossView {
    column: ColumnId,
    cross: Cross,
    figure: Figure,
    /// The first group in view, and the first row.
    left: usize,
    top: Cell<usize>,
    /// Groups and rows in view when last drawn.
    groups_in_view: Cell<usize>,
    rows_in_view: Cell<usize>,
}

impl CrossView {
    /// The table of a column by an axis.
    pub fn new(column: ColumnId, axis: Axis, sheet: &Sheet) -> Option<Self> {
        let cross = sheet.columns.cross(column, axis, &sheet.summary.selection)?;
        Some(Self {
            column,
            cross,
            figure: Figure::OfColumn,
            left: 0,
            top: Cell::new(0),
            groups_in_view: Cell::new(1),
            rows_in_view: Cell::new(1),
        })
    }

    /// Counts again, under another filter.
    pub fn renew(&mut self, sheet: &Sheet) {
        if let Some(cross) = sheet.columns.cross(self.column, self.cross.axis, &sheet.summary.selection) {
            self.cross = cross;
            self.left = self.left.min(self.cross.groups.len().saturating_sub(1));
        }
    }

    /// The table itself.
    pub fn cross(&self) -> &Cross {
        &self.cross
    }

    /// Whether there are groups out of view on a side.
    pub fn more(&self, right: bool) -> bool {
        if right { self.left + self.groups_in_view.get() < self.cross.groups.len() } else { self.left > 0 }
    }

    /// Moves over the table, or shows the next figure.
    pub fn update(&mut self, action: &Action) -> Next {
        let (top, page) = (self.top.get(), self.rows_in_view.get().max(1));
        match action {
            Action::Toggle => {
                self.figure = match self.figure {
                    Figure::OfColumn => Figure::OfRow,
                    Figure::OfRow => Figure::Count,
                    Figure::Count => Figure::OfColumn,
                }
            }
            Action::Left => self.left = self.left.saturating_sub(1),
            Action::Right if self.more(true) => self.left += 1,
            Action::Right => {}
            Action::Up => self.top.set(top.saturating_sub(1)),
            Action::Down => self.top.set(top + 1),
            Action::PageUp => self.top.set(top.saturating_sub(page)),
            Action::PageDown => self.top.set(top + page),
            Action::First => {
                self.left = 0;
                self.top.set(0);
            }
            Action::Last => self.top.set(usize::MAX),
            _ => return Next::Pass,
        }
        Next::Stay
    }

    /// Draws the table.
    pub fn draw(&self, sheet: &Sheet, ctx: &Ctx, area: Rect, buffer: &mut Buffer) {
        let (l, theme) = (&ctx.locale, Theme::of(ctx));
        let mut y = area.y;
        let title = tr!(
            l,
            "summary-cross-title",
            question = question_label(l, &self.cross.total),
            axis = axis_words(l, self.cross.axis, sheet)
        );
        for line in wrap(&title, area.width.into()).into_iter().take(3) {
            put(buffer, Rect { y, height: 1, ..area }, line, theme.style(Meaning::Title));
            y += 1;
        }
        if self.cross.overlapping {
            put(buffer, Rect { y, height: 1, ..area }, &tr!(l, "tally-overlapping"), theme.style(Meaning::Muted));
            y += 1;
        }
        let grid = Rect { y, height: area.bottom().saturating_sub(y + 2), ..area };
        let shown = self.draw_grid(l, theme, grid, buffer);
        let foot = Rect { y: area.bottom().saturating_sub(1), height: 1.min(area.height), ..area };
        put(buffer, foot, &self.legend(l, shown), theme.style(Meaning::Muted));
    }

    /// What the shares are of, and which groups are in view.
    fn legend(&self, l: &Locale, shown: usize) -> String {
        let figure = match self.figure {
            Figure::OfColumn => tr!(l, "summary-of-column"),
            Figure::OfRow => tr!(l, "summary-of-row"),
            Figure::Count => tr!(l, "summary-counts-only"),
        };
        let groups = self.cross.groups.len();
        if shown >= groups {
            return figure;
        }
        let (first, last) = (self.left + 1, self.left + shown);
        let which = tr!(l, "summary-groups-in-view", first = first, last = last, all = groups);
        format!("{which}   {figure}")
    }

    fn draw_grid(&self, l: &Locale, theme: Theme, area: Rect, buffer: &mut Buffer) -> usize {
        let lines = lines(l, &self.cross.total);
        let longest = lines.iter().map(|line| width(&line.name)).max().unwrap_or(0);
        let label = u16::try_from(longest).unwrap_or(u16::MAX).min(area.width * 2 / 5);
        let cells = |tally: &Tally| -> Vec<String> { lines.iter().map(|line| self.cell(line, tally)).collect() };
        let head = |name: &str| -> Vec<String> {
            wrap(name, NAME).into_iter().take(NAME_ROWS).map(|line| line.trim_end().to_owned()).collect()
        };
        let total = (vec![tr!(l, "tally-total")], cells(&self.cross.total));
        let groups = self.cross.groups.iter().skip(self.left).map(|group| {
            let mut name = head(&words::group(l, self.cross.axis, &group.name));
            if let Some(last) = name.last_mut() {
                *last = truncate(last, NAME).into_owned();
            }
            (name, cells(&group.tally))
        });
        let mut columns: Vec<(Vec<String>, Vec<String>, u16)> = Vec::new();
        let mut taken = label;
        for (name, cells) in std::iter::once(total).chain(groups) {
            let widest = name.iter().chain(&cells).map(|text| width(text)).max().unwrap_or(0);
            let wide = u16::try_from(widest).unwrap_or(u16::MAX);
            if taken.saturating_add(GAP + wide) > area.width && columns.len() > 1 {
                break;
            }
            taken = taken.saturating_add(GAP + wide);
            columns.push((name, cells, wide));
        }
        let head_rows = columns.iter().map(|(name, ..)| name.len()).max().unwrap_or(1);
        let body = usize::from(area.height).saturating_sub(head_rows);
        let top = self.top.get().min(lines.len().saturating_sub(body));
        self.top.set(top);
        self.rows_in_view.set(body);
        self.groups_in_view.set(columns.len() - 1);
        let mut x = 0;
        for (y, line) in (0..body).zip(lines.iter().skip(top)) {
            let row = at(area, head_rows + y, 0, label);
            let meaning = if line.is_count() { Meaning::Text } else { Meaning::Muted };
            put(buffer, row, &truncate(&line.name, label.into()), theme.style(meaning));
        }
        x += label + GAP;
        for (n, (name, cells, wide)) in columns.iter().enumerate() {
            for (y, text) in name.iter().enumerate() {
                let place = at(area, head_rows - name.len() + y, x, *wide);
                put(buffer, place, &pad(text, (*wide).into(), Align::Right), theme.style(Meaning::Label));
            }
            for (y, (text, line)) in (0..body).zip(cells.iter().zip(&lines).skip(top)) {
                let meaning = match (n, line.is_count()) {
                    (0, _) => Meaning::Accent,
                    (_, true) => Meaning::Text,
                    (_, false) => Meaning::Muted,
                };
                let place = at(area, head_rows + y, x, *wide);
                put(buffer, place, &pad(text, (*wide).into(), Align::Right), theme.style(meaning));
            }
            x = x.saturating_add(wide + GAP);
        }
        columns.len() - 1
    }

    fn cell(&self, line: &Line, tally: &Tally) -> String {
        match (line.count)(tally) {
            Cellular::Figure(text) => text,
            Cellular::Base(count) if self.figure == Figure::Count => count.to_string(),
            // The share's columns stay free, so that counts stand under each other.
            Cellular::Base(count) => format!("{count}{:7}", ""),
            Cellular::Count(count) => match self.figure {
                Figure::Count => count.to_string(),
                Figure::OfColumn => counted(count, tally.base.given),
                Figure::OfRow => match (line.count)(&self.cross.total) {
                    Cellular::Count(all) => counted(count, all),
                    _ => count.to_string(),
                },
            },
        }
    }
}

impl Line {
    /// Whether it counts an answer, which has a share.
    fn is_count(&self) -> bool {
        self.name != "n"
    }
}

/// A piece of a row of an area.
fn at(area: Rect, row: usize, x: u16, wide: u16) -> Rect {
    let row = u16::try_from(row).unwrap_or(u16::MAX);
    let height = u16::from(row < area.height);
    let rest = from(area, x);
    Rect { y: area.y.saturating_add(row), height, width: wide.min(rest.width), ..rest }
}

/// Counts the rows without a value for one reason.
type Reason = fn(&Tally) -> u64;

/// The rows of a question's table.
fn lines(l: &Locale, total: &Tally) -> Vec<Line> {
    let line = |name: String, count: Box<dyn Fn(&Tally) -> Cellular>| Line { name, count };
    let mut lines = vec![line("n".to_owned(), Box::new(|tally| Cellular::Base(tally.base.given)))];
    match &total.detail {
        Detail::Choices(all) | Detail::Set(all) => {
            lines.extend(all.iter().enumerate().map(|(n, c)| {
                line(choice_label(l, &c.name, &c.label), Box::new(move |tally| Cellular::Count(choice(tally, n))))
            }));
        }
        Detail::Rank(all) => {
            lines.extend(all.iter().enumerate().map(|(n, c)| {
                line(choice_label(l, &c.name, &c.label), Box::new(move |tally| Cellular::Count(choice(tally, n))))
            }));
        }
        Detail::Numbers(Some(numbers)) => {
            let names = figures(l, numbers).map(|(name, _)| name);
            lines.extend(
                names
                    .into_iter()
                    .enumerate()
                    .map(|(n, name)| line(name, Box::new(move |tally| Cellular::Figure(figure(tally, n))))),
            );
        }
        Detail::Days(days) => {
            lines.extend(days.iter().map(|(day, _)| {
                let day = *day;
                line(date_short(day), Box::new(move |tally| Cellular::Count(on_day(tally, day))))
            }));
        }
        _ => {}
    }
    let reasons: [(String, Reason); 5] = [
        (tr!(l, "tally-blank"), |tally| tally.base.blank),
        (tr!(l, "tally-refused"), |tally| tally.base.refused),
        (tr!(l, "tally-dont-know"), |tally| tally.base.dont_know),
        (tr!(l, "tally-not-applicable"), |tally| tally.base.not_applicable),
        (tr!(l, "tally-not-asked"), |tally| tally.base.not_asked),
    ];
    let met = reasons.into_iter().filter(|(_, of)| of(total) > 0);
    lines.extend(met.map(|(name, of)| line(name, Box::new(move |tally| Cellular::Base(of(tally))))));
    lines
}

/// How often the choice with this number was picked, or ranked first.
fn choice(tally: &Tally, n: usize) -> u64 {
    match &tally.detail {
        Detail::Choices(all) | Detail::Set(all) => all.get(n).map_or(0, |c| c.count),
        Detail::Rank(all) => all.get(n).map_or(0, |c| c.first.part),
        _ => 0,
    }
}

/// Mean, median, least, greatest or sum.
fn figure(tally: &Tally, n: usize) -> String {
    let Detail::Numbers(Some(numbers)) = &tally.detail else { return "-".to_owned() };
    let all = [numbers.mean, numbers.median, numbers.min, numbers.max, numbers.sum];
    all.get(n).map_or_else(String::new, |number| crate::locale::decimal(*number, 2))
}

fn on_day(tally: &Tally, day: chrono::NaiveDate) -> u64 {
    let Detail::Days(days) = &tally.detail else { return 0 };
    days.iter().find(|(d, _)| *d == day).map_or(0, |(_, n)| *n)
}

/// What groups are made by.
pub(super) fn axis_words(l: &Locale, axis: Axis, sheet: &Sheet) -> String {
    match axis {
        Axis::Question(by) => {
            let tally = sheet.summary.tallies.iter().find(|tally| tally.column == by);
            tally.map_or_else(String::new, |tally| question_label(l, tally))
        }
        Axis::Session => tr!(l, "summary-by-session"),
        Axis::Kind => tr!(l, "summary-by-kind"),
        Axis::Building => tr!(l, "summary-by-building"),
        Axis::Entrance => tr!(l, "summary-by-entrance"),
        Axis::Surveyor => tr!(l, "summary-by-surveyor"),
        Axis::Day => tr!(l, "summary-by-day"),
        Axis::State => tr!(l, "summary-by-state"),
        Axis::Version => tr!(l, "summary-by-version"),
    }
}

/// Everything a question may be crossed with.
pub(super) fn axes(sheet: &Sheet, question: ColumnId) -> Vec<Axis> {
    use Axis::{Building, Day, Entrance, Kind, Session, State, Surveyor, Version};
    let mut all = vec![Building, Kind, Session, Day, Entrance, Surveyor, State];
    if sheet.columns.versions().len() > 1 {
        all.push(Version);
    }
    let says = |tally: &&Tally| tally.column != question && !matches!(tally.detail, Detail::Texts(_) | Detail::Given);
    all.extend(sheet.tallies().filter(says).map(|tally| Axis::Question(tally.column)));
    all
}
