//! Figures being typed on screen: fields under their heads, what does not agree beside each row, sums below.

use ratatui::{Frame, layout::Rect, widgets::Widget};

use super::figures::{Fault, Figures, Kind, PAPERS};
use crate::{
    app::Ctx,
    domain::meeting::{
        agenda::Way,
        motion::Vote,
        rule::{Choice, Measure, Regime},
    },
    locale::{Align, Locale, choice_words, pad, truncate, weight_figure, weight_words, width},
    tr,
    ui::{
        theme::{DONE, Meaning, SELECTED, Theme, WRONG},
        widgets::{Field, put},
    },
};

/// Columns of a figure of papers, and of a figure that may be an area.
const PAPER: u16 = 7;
const AREA: u16 = 8;

/// Draws the fields, the cursor in the one that has the focus.
pub fn draw(figures: &Figures, vote: &Vote, typing: bool, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
    figures.spots.clear();
    match figures.kind() {
        Kind::Boxes { area: with_area } => boxes(figures, vote, with_area, typing, ctx, frame, area),
        Kind::Hands | Kind::Dots => lines(figures, vote, typing, ctx, frame, area),
    }
}

/// What does not agree, in few words.
pub fn fault_words(l: &Locale, fault: Fault, kind: Kind) -> String {
    match fault {
        Fault::Unreadable => tr!(l, "vote-unreadable"),
        Fault::TooManyPapers(count) => tr!(l, "vote-too-many-papers", count = count),
        Fault::TooManyMarks(count) => tr!(l, "vote-too-many-marks", count = count),
        Fault::TooMuchArea(over) => {
            tr!(l, "vote-too-much-area", area = weight_words(l, Regime::Unanimous, Measure::Area, over))
        }
        Fault::TooMany(count) if kind == Kind::Dots => tr!(l, "vote-too-many-dots", count = count),
        Fault::TooMany(count) => tr!(l, "vote-too-many-hands", count = count),
    }
}

/// Hands and stickers: one figure a row.
fn lines(figures: &Figures, vote: &Vote, typing: bool, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
    let l = &ctx.locale;
    let theme = Theme::of(ctx);
    let names: Vec<String> = match &vote.way {
        Way::Dots { options, .. } => options.iter().map(|option| option.get(l.lang()).to_owned()).collect(),
        _ => [Choice::For, Choice::Against, Choice::Abstain].map(|choice| choice_words(l, choice)).to_vec(),
    };
    let widest = names.iter().map(|name| width(name)).max().unwrap_or_default();
    let name = u16::try_from(widest).unwrap_or(u16::MAX).min(area.width.saturating_sub(12));
    let room = area.height.saturating_sub(2);
    let top = first_row(figures.at().0, 1, room);
    for (y, row) in (0..room).zip(top..figures.len()) {
        let line = Rect { y: area.y + y, height: 1, ..area };
        let selected = figures.at().0 == row;
        if selected {
            put(frame.buffer_mut(), line, SELECTED, theme.style(Meaning::Key));
        }
        let words = names.get(row).map_or("", String::as_str);
        let place = Rect { x: line.x + 2, width: name, ..line };
        put(frame.buffer_mut(), place, words, theme.style(if selected { Meaning::Title } else { Meaning::Text }));
        let place = Rect { x: line.x + 4 + name, width: PAPER, ..line };
        field(figures, (row, 0), typing, theme, frame, place);
    }
    let shown = u16::try_from(figures.len() - top.min(figures.len())).unwrap_or(u16::MAX).min(room);
    let foot = Rect { x: area.x + 2, y: area.y + shown + 1, width: area.width.saturating_sub(2), height: 1 };
    let sum: u64 = (0..figures.len()).filter_map(|row| figures.figure(row, 0)).sum();
    let most = figures.most();
    let faults = (0..figures.len()).filter_map(|row| figures.row(row)?.err());
    let (mark, meaning, words) = match (faults.into_iter().next(), figures.kind()) {
        (Some(fault), kind) => (WRONG, Meaning::Bad, fault_words(l, fault, kind)),
        // Where heads were not counted nobody knows how many stickers there are.
        (None, Kind::Dots) if most == 0 => (" ", Meaning::Text, tr!(l, "vote-dots-sum-only", sum = sum)),
        (None, Kind::Dots) => (DONE, Meaning::Good, tr!(l, "vote-dots-sum", sum = sum, most = most)),
        (None, _) if most == 0 => (DONE, Meaning::Good, tr!(l, "vote-hands-sum-alone", sum = sum)),
        (None, _) => {
            let rest = most.saturating_sub(sum);
            (DONE, Meaning::Good, tr!(l, "vote-hands-sum", sum = sum, present = most, rest = rest))
        }
    };
    put(frame.buffer_mut(), foot, &format!("{mark} {words}"), theme.style(meaning));
}

/// The first row in view so that the one at `here` is.
fn first_row(here: usize, rows_each: u16, room: u16) -> usize {
    let in_view = usize::from(room / rows_each.max(1)).max(1);
    (here + 1).saturating_sub(in_view)
}

fn field(figures: &Figures, at: (usize, usize), typing: bool, theme: Theme, frame: &mut Frame<'_>, place: Rect) {
    let Some(state) = figures.field(at.0, at.1) else { return };
    let focused = figures.at() == at;
    figures.spots.add(place, at.0 * 100 + at.1);
    let widget = Field::new(theme, state).focused(focused);
    if focused {
        widget.render(place, frame.buffer_mut());
        if let Some(at) = widget.cursor(place).filter(|_| typing) {
            frame.set_cursor_position(at);
        }
    } else {
        let text = if state.is_empty() { "_" } else { state.text() };
        let style = theme.style(if state.is_empty() { Meaning::Muted } else { Meaning::Text });
        put(
            frame.buffer_mut(),
            place,
            &pad(&truncate(text, place.width.into()), place.width.into(), Align::Left),
            style,
        );
    }
}

/// Boxes: papers given, found, and marks, areas in a second line where the rule weighs them.
fn boxes(figures: &Figures, vote: &Vote, with_area: bool, typing: bool, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
    let l = &ctx.locale;
    let theme = Theme::of(ctx);
    let grid = Grid::new(with_area, area);
    grid.heads(l, theme, frame);
    let each = if with_area { 2 } else { 1 };
    let room = area.height.saturating_sub(1 + each);
    let top = first_row(figures.at().0, each, room);
    let names: Vec<String> = match &vote.way {
        Way::Secret { boxes } => boxes.iter().map(|name| name.get(l.lang()).to_owned()).collect(),
        _ => Vec::new(),
    };
    let mut y = area.y + 1;
    for row in top..figures.len() {
        if y + each > area.bottom().saturating_sub(each) {
            break;
        }
        let line = Rect { y, height: 1, ..area };
        let selected = figures.at().0 == row;
        if selected {
            put(frame.buffer_mut(), line, SELECTED, theme.style(Meaning::Key));
        }
        let name = names.get(row).cloned().unwrap_or_else(|| tr!(l, "vote-box"));
        let look = if selected { Meaning::Title } else { Meaning::Text };
        put(frame.buffer_mut(), grid.name(line), &name, theme.style(look));
        for column in 0..PAPERS {
            field(figures, (row, column), typing, theme, frame, grid.cell(line, column));
        }
        if with_area {
            let below = Rect { y: y + 1, ..line };
            put(frame.buffer_mut(), grid.name(below), &tr!(l, "vote-areas"), theme.style(Meaning::Muted));
            for column in PAPERS..PAPERS + 5 {
                let over = column - PAPERS;
                let under = if over == 0 { 0 } else { over + 1 };
                field(figures, (row, column), typing, theme, frame, grid.cell(below, under));
            }
        }
        let (words, meaning) = check(l, figures, vote, row);
        put(frame.buffer_mut(), grid.check(line), &words, theme.style(meaning));
        y += each;
    }
    sums(figures, with_area, &grid, ctx, frame, Rect { y, height: 1, ..area });
}

/// Whether a box agrees.
fn check(l: &Locale, figures: &Figures, vote: &Vote, row: usize) -> (String, Meaning) {
    match figures.row(row) {
        None => (tr!(l, "vote-box-open"), Meaning::Muted),
        Some(Err(fault)) => (format!("{WRONG} {}", fault_words(l, fault, figures.kind())), Meaning::Bad),
        Some(Ok(super::figures::Counted::Box(count))) if count.marks() < count.found => {
            let count = count.found - count.marks();
            (format!("! {}", tr!(l, "vote-marks-missing", count = count)), Meaning::Warn)
        }
        Some(Ok(super::figures::Counted::Box(count)))
            if figures.kind() == (Kind::Boxes { area: true }) && count.lacks_area(0) =>
        {
            (format!("! {}", tr!(l, "vote-area-missing")), Meaning::Warn)
        }
        Some(Ok(counted))
            if vote.boxes.get(row).copied().flatten().map(super::figures::Counted::Box) == Some(counted) =>
        {
            (DONE.to_owned(), Meaning::Good)
        }
        Some(Ok(_)) => (String::new(), Meaning::Text),
    }
}

fn sums(figures: &Figures, with_area: bool, grid: &Grid, ctx: &Ctx, frame: &mut Frame<'_>, line: Rect) {
    let l = &ctx.locale;
    let theme = Theme::of(ctx);
    let sum = |column: usize| (0..figures.len()).filter_map(|row| figures.figure(row, column)).sum::<u64>();
    put(frame.buffer_mut(), grid.name(line), &tr!(l, "vote-sum"), theme.style(Meaning::Label));
    for column in 0..PAPERS {
        put(frame.buffer_mut(), grid.cell(line, column), &sum(column).to_string(), theme.style(Meaning::Accent));
    }
    let (given, found) = (sum(0), sum(1));
    if given > found {
        let back = given - found;
        let words = tr!(l, "vote-not-back", count = back);
        put(frame.buffer_mut(), grid.check(line), &words, theme.style(Meaning::Muted));
    }
    if with_area {
        let below = Rect { y: line.y + 1, ..line };
        for column in PAPERS..PAPERS + 5 {
            let over = column - PAPERS;
            let under = if over == 0 { 0 } else { over + 1 };
            let figure = weight_figure(Measure::Area, sum(column));
            put(frame.buffer_mut(), grid.cell(below, under), &figure, theme.style(Meaning::Accent));
        }
    }
}

/// Where the columns stand.
struct Grid {
    area: Rect,
    name: u16,
    cell: u16,
}

impl Grid {
    fn new(with_area: bool, area: Rect) -> Self {
        let wide = area.width >= 100;
        let cell = match (with_area, wide) {
            (true, true) => AREA + 3,
            (true, false) => AREA,
            (false, true) => PAPER + 3,
            (false, false) => PAPER,
        };
        Self { area, name: if wide { 20 } else { 11 }, cell }
    }

    fn name(&self, line: Rect) -> Rect {
        Rect { x: line.x + 2, width: self.name - 1, ..line }
    }

    fn cell(&self, line: Rect, column: usize) -> Rect {
        let nth = u16::try_from(column).unwrap_or_default();
        Rect { x: line.x + 2 + self.name + nth * (self.cell + 1), width: self.cell, ..line }.intersection(line)
    }

    fn check(&self, line: Rect) -> Rect {
        let start = 2 + self.name + 6 * (self.cell + 1);
        Rect { x: line.x + start, width: self.area.width.saturating_sub(start), ..line }
    }

    fn heads(&self, l: &Locale, theme: Theme, frame: &mut Frame<'_>) {
        let line = Rect { height: 1, ..self.area };
        let heads = [tr!(l, "vote-given"), tr!(l, "vote-found")];
        let choices = Choice::ALL.map(|choice| choice_words(l, choice));
        for (column, head) in heads.into_iter().chain(choices).enumerate() {
            put(frame.buffer_mut(), self.cell(line, column), &head, theme.style(Meaning::Label));
        }
    }
}
