//! 走访进度: what a round has covered, by micro-grid, building, surveyor or must-visit kind.

use ratatui::{Frame, layout::Rect, widgets::Widget};

use super::{
    super::{Screen, list::moved_in_table},
    pieces,
};
use crate::{
    app::{Action, Ctx, Next, Place, Scope},
    domain::{
        RoundId,
        place::{self, Roll},
        visit::{Cell, Coverage, Doors, Rounds},
    },
    locale::{date_short, visit_cell, visit_kind, visit_place},
    tr,
    ui::{
        theme::{Meaning, Theme, WRONG},
        widgets::{Column, Table, TableCell, TableState, put},
    },
};

/// What the doors are grouped by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum By {
    MicroGrid,
    Building,
    Surveyor,
    Kind,
}

impl By {
    const ALL: [Self; 4] = [Self::MicroGrid, Self::Building, Self::Surveyor, Self::Kind];

    fn next(self, by: usize) -> Self {
        let at = Self::ALL.iter().position(|known| *known == self).unwrap_or_default();
        Self::ALL[(at + by) % Self::ALL.len()]
    }

    fn words(self, ctx: &Ctx) -> String {
        let l = &ctx.locale;
        match self {
            Self::MicroGrid => tr!(l, "visits-by-micro-grid"),
            Self::Building => tr!(l, "visits-by-building"),
            Self::Surveyor => tr!(l, "visits-by-surveyor"),
            Self::Kind => tr!(l, "visits-by-kind"),
        }
    }
}

/// Columns of a bar, where there is room and where there is little.
const BAR: (usize, usize) = (10, 5);
/// Where the courtyard stands among the parts of a place.
const COURTYARD: usize = 3;
/// A table narrower than this leaves out what counts nothing.
const NARROW: u16 = 100;

/// The coverage of a round.
pub struct CoverageScreen {
    round: RoundId,
    by: By,
    coverage: Coverage,
    table: TableState,
}

impl CoverageScreen {
    /// The coverage by micro-grid. Nothing when there is no such round.
    pub fn open(round: RoundId, ctx: &mut Ctx) -> Option<Self> {
        pieces::held(round, ctx)?;
        let mut screen = Self { round, by: By::MicroGrid, coverage: Coverage::default(), table: TableState::default() };
        screen.refresh(ctx);
        Some(screen)
    }

    fn rows(&self, ctx: &Ctx) -> Vec<(String, Doors)> {
        let l = &ctx.locale;
        match self.by {
            By::MicroGrid => named(self.coverage.micro_grids(), ctx),
            By::Building => named(self.coverage.buildings(), ctx),
            By::Surveyor => {
                let name = |who: &String| if who.is_empty() { tr!(l, "visits-nobody-assigned") } else { who.clone() };
                self.coverage.surveyors().iter().map(|(who, doors)| (name(who), *doors)).collect()
            }
            By::Kind => self.coverage.kinds().into_iter().map(|(kind, d)| (visit_kind(l, kind), *d)).collect(),
        }
    }

    fn group(&mut self, by: By, ctx: &Ctx) {
        self.by = by;
        self.table = TableState::new(self.rows(ctx).len());
    }

    fn draw_head(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        let l = &ctx.locale;
        let theme = Theme::of(ctx);
        pieces::draw_progress(&self.coverage.all, ctx, frame, area);
        let (done, all) = (self.coverage.must_visit.done(), self.coverage.must_visit.all());
        let row = Rect { y: area.y + 2, height: 1, ..area };
        let must = tr!(l, "visits-must-of", done = done, all = all);
        put(frame.buffer_mut(), row, &must, theme.style(Meaning::Accent));
        let row = Rect { y: area.y + 3, height: 1, ..area };
        let mut x = row.x;
        for by in By::ALL {
            let words = format!(" {} ", by.words(ctx));
            let wide = u16::try_from(crate::locale::width(&words)).unwrap_or(u16::MAX);
            if x + wide > row.right() {
                break;
            }
            let look = if by == self.by { Meaning::Selected } else { Meaning::Label };
            put(frame.buffer_mut(), Rect { x, width: wide, ..row }, &words, theme.style(look));
            x += wide + 1;
        }
    }
}

/// Places by name, the courtyard only where there are several.
fn named(rows: Vec<(&place::Place, &Doors)>, ctx: &Ctx) -> Vec<(String, Doors)> {
    let courtyard = |place: &place::Place| place.0.get(COURTYARD).cloned();
    let first = rows.first().map(|(place, _)| courtyard(place));
    let one = rows.len() > 1 && rows.iter().all(|(place, _)| Some(courtyard(place)) == first);
    let name = |place: &place::Place| {
        let mut place = place.clone();
        if one && place.0.len() > COURTYARD + 1 {
            place.0[COURTYARD].clear();
        }
        visit_place(&ctx.locale, &place)
    };
    rows.into_iter().map(|(place, doors)| (name(place), *doors)).collect()
}

/// A bar of what is settled, and its share in whole percent, rounded down: only all is 100.
fn bar(doors: &Doors, wide: usize, theme: Theme) -> String {
    let (settled, all) = (doors.all() - doors.open(), doors.all().max(1));
    let full = settled * wide / all;
    format!("{}{} {:>3}%", theme.bar().repeat(full), ".".repeat(wide - full), settled * 100 / all)
}

impl Screen for CoverageScreen {
    fn place(&self) -> Place {
        Place::Coverage { round: self.round }
    }

    fn scope(&self) -> Scope {
        Scope::Coverage
    }

    fn title(&self, ctx: &Ctx) -> String {
        let title = pieces::title(self.round, ctx);
        tr!(ctx.locale, "visits-coverage-title", round = title)
    }

    fn status(&self, ctx: &Ctx) -> String {
        let until = pieces::round(self.round, ctx).and_then(|round| round.plan.until);
        until.map(|day| tr!(ctx.locale, "visits-until-day", day = date_short(day))).unwrap_or_default()
    }

    fn update(&mut self, action: Action, ctx: &mut Ctx) -> Next {
        match action {
            Action::NextField => self.group(self.by.next(1), ctx),
            Action::PreviousField => self.group(self.by.next(By::ALL.len() - 1), ctx),
            Action::Review => return Next::Go(Place::Quality { round: self.round }),
            Action::Open => {
                let who = self.table.current().filter(|_| self.by == By::Surveyor);
                let who = who.and_then(|at| self.coverage.surveyors().get(at)).map(|(who, _)| who.clone());
                let who = who.filter(|who| !who.is_empty());
                return Next::Go(Place::Route { round: self.round, who, door: None });
            }
            action => return moved_in_table(&mut self.table, &action),
        }
        Next::Stay
    }

    fn view(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        let l = &ctx.locale;
        let theme = Theme::of(ctx);
        let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
        self.draw_head(ctx, frame, Rect { height: 4.min(inner.height), ..inner });
        let rows = self.rows(ctx);
        let narrow = area.width < NARROW;
        let counts = |cell: &Cell| !narrow || self.coverage.all.of(*cell) > 0;
        let shown: Vec<Cell> = Cell::ALL.into_iter().filter(counts).collect();
        // With every column in use a narrow table has no room for the share: the counts that add up come first.
        let wide = match (narrow, shown.len()) {
            (false, _) => Some(BAR.0),
            (true, 0..6) => Some(BAR.1),
            (true, _) => None,
        };
        let mut columns =
            vec![Column::growing(self.by.words(ctx), 9).up_to(26), Column::number(tr!(l, "visits-doors"), 5)];
        columns.extend(wide.map(|wide| {
            let settled = u16::try_from(wide + 5).unwrap_or(u16::MAX).max(6);
            Column::new(tr!(l, "visits-settled"), settled)
        }));
        columns.push(Column::new(tr!(l, "visits-late"), 5));
        columns.extend(shown.iter().map(|cell| {
            let word = visit_cell(l, *cell);
            let wide = u16::try_from(crate::locale::width(&word)).unwrap_or(8);
            Column::number(word, wide.max(4))
        }));
        let cells = |at: usize| {
            let (name, doors) = &rows[at];
            let late = if doors.overdue > 0 { format!("{WRONG} {}", doors.overdue) } else { String::new() };
            let mut cells = vec![
                TableCell::new(name.clone(), Meaning::Text),
                TableCell::new(doors.all().to_string(), Meaning::Text),
            ];
            cells.extend(wide.map(|wide| TableCell::new(bar(doors, wide, theme), Meaning::Bar)));
            cells.push(TableCell::new(late, Meaning::Bad));
            cells.extend(shown.iter().map(|cell| {
                let meaning = match (doors.of(*cell), cell) {
                    (0, _) => Meaning::Muted,
                    (_, Cell::Done) => Meaning::Good,
                    _ => Meaning::Text,
                };
                TableCell::new(doors.of(*cell).to_string(), meaning)
            }));
            cells
        };
        let list = Rect { y: area.y + 5, height: area.height.saturating_sub(6), ..area };
        let empty = tr!(l, "visits-no-doors-here");
        let table = Table::new(theme, &self.table, &columns, &cells).focused(true).empty(&empty);
        let table = if narrow { table.close() } else { table };
        table.render(list, frame.buffer_mut());
    }

    fn refresh(&mut self, ctx: &mut Ctx) {
        pieces::hold(ctx);
        if let (Some(rounds), Some(roll)) = (ctx.register::<Rounds>(), ctx.register::<Roll>()) {
            self.coverage = Coverage::of(rounds, self.round, roll, ctx.now());
        }
        let rows = self.rows(ctx).len();
        self.table.set_len(rows);
    }
}
