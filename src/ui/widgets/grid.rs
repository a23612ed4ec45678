//! Choices beside each other: in columns, packed, as a scale on one line, as a row of marks.
//!
//! A grid is drawn where its choices can be read in it; else [`Grid::fits`] says no, and the list stands in its place.

use std::cell::RefCell;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use super::draw::{after, columns, put, row};
use super::picker_marks::Marks;
use super::picker_state::PickerState;
use crate::locale::{clean_line, width, wrap};
use crate::ui::theme::{Meaning, SELECTED, Theme};

/// Columns between two choices.
const GAP: u16 = 2;
/// Lines a label may take in a cell.
const LABEL_ROWS: usize = 3;
/// Columns of a label at least.
const LABEL: u16 = 6;
/// More choices than this stand as a list: every one is measured when a grid is drawn.
pub const MOST_IN_GRID: usize = 60;

/// How choices stand beside each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// In as many columns as fit, or as many as wanted if they fit, line by line.
    Columns(Option<u16>),
    /// Each as wide as it needs, line by line.
    Pack,
    /// All on one line, their words below the marks where that is narrower.
    Scale,
    /// All on one line, marked up to the one picked.
    Rating,
}

/// Where a choice stands: its line from the top of the grid, its column, its size.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Cell {
    y: u16,
    x: u16,
    width: u16,
    height: u16,
}

/// Where the shown choices stood when they were drawn last.
#[derive(Debug, Default)]
pub(super) struct Places(RefCell<Vec<Cell>>);

impl Places {
    /// They are drawn as a list.
    pub(super) fn clear(&self) {
        self.0.borrow_mut().clear();
    }

    /// The choice above or below another: of the next line, the one nearest to it.
    pub(super) fn beside(&self, shown: usize, down: bool) -> Option<usize> {
        let cells = self.0.borrow();
        let here = cells.get(shown)?;
        let lines = cells.iter().map(|cell| cell.y).filter(|y| if down { *y > here.y } else { *y < here.y });
        let line = if down { lines.min() } else { lines.max() }?;
        let off = |cell: &Cell| cell.x.abs_diff(here.x);
        let there = cells.iter().enumerate().filter(|(_, cell)| cell.y == line);
        there.min_by_key(|(_, cell)| off(cell)).map(|(at, _)| at)
    }

    /// Whether they are drawn beside each other.
    pub(super) fn is_grid(&self) -> bool {
        !self.0.borrow().is_empty()
    }
}

/// Draws a [`PickerState`] as a grid.
#[derive(Debug, Clone)]
pub struct Grid<'a> {
    state: &'a PickerState,
    theme: Theme,
    layout: Layout,
    marks: Marks,
    numbers: bool,
    focused: bool,
}

impl<'a> Grid<'a> {
    /// The choices laid out so.
    #[must_use]
    pub fn new(theme: Theme, state: &'a PickerState, layout: Layout) -> Self {
        Self { state, theme, layout, marks: Marks::None, numbers: false, focused: false }
    }

    /// Marks before the choices.
    #[must_use]
    pub fn marks(self, marks: Marks) -> Self {
        Self { marks, ..self }
    }

    /// Numbers before the choices.
    #[must_use]
    pub fn numbers(self, numbers: bool) -> Self {
        Self { numbers, ..self }
    }

    /// Whether keys go here.
    #[must_use]
    pub fn focused(self, focused: bool) -> Self {
        Self { focused, ..self }
    }

    /// Whether the choices can be read in a grid of this width.
    #[must_use]
    pub fn fits(&self, width: u16) -> bool {
        self.plan(width).is_some()
    }

    /// Rows it takes at this width.
    #[must_use]
    pub fn height(&self, width: u16) -> u16 {
        self.plan(width).iter().flatten().map(|cell| cell.y + cell.height).max().unwrap_or(0)
    }

    /// Columns before a label in its cell.
    fn indent(&self) -> u16 {
        let number = if self.numbers { columns(&self.state.entries().len().to_string()) + 1 } else { 0 };
        let mark = columns(&self.marks.mark(None));
        2 + number + if mark == 0 { 0 } else { mark + 1 }
    }

    fn label(&self, shown: usize) -> String {
        let entry = self.state.at(shown).and_then(|index| self.state.entries().get(index));
        entry.map(|entry| clean_line(&entry.label).into_owned()).unwrap_or_default()
    }

    /// Columns of the widest label, of those that do not show too: columns stay in place while one searches.
    fn widest(&self) -> u16 {
        self.state.entries().iter().map(|entry| columns(&clean_line(&entry.label))).max().unwrap_or(0)
    }

    fn plan(&self, width: u16) -> Option<Vec<Cell>> {
        let count = self.state.entries().len();
        if !(2..=MOST_IN_GRID).contains(&count) || self.state.is_empty() {
            return None;
        }
        match self.layout {
            Layout::Columns(wanted) => self.in_columns(wanted, width),
            Layout::Pack => self.packed(width),
            Layout::Scale => {
                let line = self.packed(width).filter(|cells| cells.iter().all(|cell| cell.y == 0));
                line.or_else(|| self.scale(width))
            }
            Layout::Rating => self.rating(width),
        }
    }

    fn in_columns(&self, wanted: Option<u16>, width: u16) -> Option<Vec<Cell>> {
        let count = u16::try_from(self.state.entries().len()).ok()?;
        let (indent, full) = (self.indent(), self.indent() + self.widest());
        let fitting = ((width + GAP) / (full + GAP)).min(count);
        let cell_of = |n: u16| ((width + GAP) / n).saturating_sub(GAP).min(full);
        let readable =
            |n: u16| cell_of(n) >= indent + LABEL && (0..self.state.len()).all(|at| self.breaks_well(at, cell_of(n)));
        let n = match wanted {
            Some(n) if n > 1 => (2..=n.min(count)).rev().find(|n| *n <= fitting || readable(*n))?,
            Some(_) => return None,
            None if fitting >= 2 => fitting,
            None => Some(2).filter(|n| readable(*n))?,
        };
        let wide = cell_of(n);
        let mut cells = Vec::new();
        let mut y = 0;
        for first in (0..self.state.len()).step_by(n.into()) {
            let line = first..self.state.len().min(first + usize::from(n));
            let height = line.clone().map(|at| self.label_lines(at, wide - indent)).max().unwrap_or(1);
            for (nth, _) in (0..n).zip(line) {
                cells.push(Cell { y, x: nth * (wide + GAP), width: wide, height });
            }
            y += height;
        }
        Some(cells)
    }

    /// Whether a label can be read in a cell so wide: in few lines, no word of letters cut.
    fn breaks_well(&self, shown: usize, cell: u16) -> bool {
        readable(&self.label(shown), cell.saturating_sub(self.indent()))
    }

    fn label_lines(&self, shown: usize, room: u16) -> u16 {
        let lines = wrap(&self.label(shown), room.into()).len().clamp(1, LABEL_ROWS);
        u16::try_from(lines).unwrap_or(1)
    }

    fn packed(&self, width: u16) -> Option<Vec<Cell>> {
        let (mut x, mut y) = (0, 0);
        let mut cells = Vec::new();
        for shown in 0..self.state.len() {
            let wide = self.indent() + columns(&self.label(shown));
            if wide > width {
                return None;
            }
            if x + wide > width {
                (x, y) = (0, y + 1);
            }
            cells.push(Cell { y, x, width: wide, height: 1 });
            x += wide + GAP;
        }
        Some(cells)
    }

    /// Equal cells, the words below the marks.
    fn scale(&self, width: u16) -> Option<Vec<Cell>> {
        let count = u16::try_from(self.state.len()).ok()?;
        let wide = (width / count).min((self.widest() + 2).max(self.indent()) + GAP);
        let room = wide.saturating_sub(2);
        let fits = wide > self.indent() && (0..self.state.len()).all(|at| readable(&self.label(at), room));
        let height = 1 + (0..self.state.len()).map(|at| self.label_lines(at, room)).max()?;
        fits.then(|| (0..count).map(|n| Cell { y: 0, x: n * wide, width: wide, height }).collect())
    }

    /// Narrow cells, the values above the marks.
    fn rating(&self, width: u16) -> Option<Vec<Cell>> {
        let count = u16::try_from(self.state.len()).ok()?;
        let cell = self.widest().max(columns(FILLED)) + 1;
        let gap = [2, 1, 0].into_iter().find(|gap| (cell + gap) * count <= width)?;
        Some((0..count).map(|n| Cell { y: 0, x: n * (cell + gap), width: cell, height: 2 }).collect())
    }

    fn draw(&self, shown: usize, area: Rect, stacked: bool, buffer: &mut Buffer) {
        let Some(index) = self.state.at(shown) else { return };
        let selected = self.focused && shown == self.state.row();
        let look = |meaning| self.theme.in_row(selected, meaning);
        let label = self.label(shown);
        let rank = self.state.rank(index);
        buffer.set_style(area, look(Meaning::Text));
        if selected {
            put(buffer, area, SELECTED, look(Meaning::Text));
        }
        if self.layout == Layout::Rating {
            let filled = self.state.picked().next().is_some_and(|picked| index <= picked);
            let middle = (area.width - 1).saturating_sub(columns(&label)) / 2;
            let mark = after(area, 1);
            put(buffer, after(mark, middle), &label, look(Meaning::Key));
            let style = look(if filled { Meaning::Picked } else { Meaning::Text });
            put(buffer, row(mark, 1), if filled { FILLED } else { EMPTY }, style);
            return;
        }
        let words = look(if rank.is_some() && self.marks != Marks::None { Meaning::Picked } else { Meaning::Text });
        let mut at = after(area, 2);
        if self.numbers {
            let most = width(&self.state.entries().len().to_string());
            at = after(at, put(buffer, at, &format!("{:>most$}", index + 1), look(Meaning::Key)) + 1);
        }
        let mark = self.marks.mark(rank);
        if !mark.is_empty() {
            at = after(at, put(buffer, at, &mark, words) + 1);
        }
        let place = if stacked { row(after(area, 2), 1) } else { at };
        let room = if stacked { Rect { height: area.height.saturating_sub(1), ..place } } else { place };
        for (n, line) in (0..room.height).zip(wrap(&label, room.width.into())) {
            put(buffer, row(room, n), line, words);
        }
    }
}

/// A mark of a rating that is reached, and one that is not.
const FILLED: &str = "[*]";
const EMPTY: &str = "[ ]";

/// Whether a text can be read in so many columns: in few lines, no word of letters cut.
#[must_use]
pub fn readable(text: &str, room: u16) -> bool {
    let word = |word: &str| !word.is_ascii() || width(word) <= usize::from(room);
    room > 0 && text.split_whitespace().all(word) && wrap(text, room.into()).len() <= LABEL_ROWS
}

impl Widget for &Grid<'_> {
    fn render(self, area: Rect, buffer: &mut Buffer) {
        self.state.spots().clear();
        self.state.stacked.set(false);
        let area = area.intersection(buffer.area);
        let Some(cells) = self.plan(area.width).filter(|_| !area.is_empty()) else { return };
        let here = cells.get(self.state.row()).copied().unwrap_or(cells[0]);
        // The line of the cursor is in view, and no more is scrolled than that needs.
        let least = (here.y + here.height).saturating_sub(area.height);
        let top = u16::try_from(self.state.top.get()).unwrap_or(0).clamp(least.min(here.y), here.y);
        self.state.top.set(top.into());
        let stacked = self.layout == Layout::Scale && cells.iter().all(|cell| cell.height > 1);
        for (shown, cell) in cells.iter().enumerate() {
            if cell.y < top || cell.y - top >= area.height {
                continue;
            }
            let y = cell.y - top;
            let place = Rect {
                x: area.x + cell.x,
                y: area.y + y,
                width: cell.width.min(area.width.saturating_sub(cell.x)),
                height: cell.height.min(area.height - y),
            };
            self.draw(shown, place, stacked, buffer);
            self.state.spots().add(place, shown);
        }
        self.state.places.0.replace(cells);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::widgets::{Entry, screen_text};

    fn state(labels: &[&str]) -> PickerState {
        PickerState::new(labels.iter().map(|label| Entry::new(*label)).collect())
    }

    fn drawn(grid: &Grid<'_>, width: u16, height: u16) -> String {
        let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
        grid.render(buffer.area, &mut buffer);
        screen_text(&buffer)
    }

    const SKILLS: [&str; 7] = ["理发", "修鞋", "配钥匙", "家电维修", "裁缝", "疏通下水道", "其他"];

    #[test]
    fn columns_take_what_fits_and_arrows_move_in_both_directions() {
        let mut state = state(&SKILLS);
        state.set_picked([3]);
        state.go_to(1);
        let grid = |state| Grid::new(Theme::default(), state, Layout::Columns(None)).marks(Marks::Many).numbers(true);
        insta::assert_snapshot!(drawn(&grid(&state).focused(true), 52, 4), @r"
        1 ☐ 理发        > 2 ☐ 修鞋          3 ☐ 配钥匙
        4 ☑ 家电维修      5 ☐ 裁缝          6 ☐ 疏通下水道
        7 ☐ 其他
        ");
        assert_eq!((state.places.beside(1, true), state.places.beside(1, false)), (Some(4), None));
        insta::assert_snapshot!(drawn(&grid(&state), 80, 3), @r"
        1 ☐ 理发          2 ☐ 修鞋          3 ☐ 配钥匙        4 ☑ 家电维修
        5 ☐ 裁缝          6 ☐ 疏通下水道    7 ☐ 其他
        ");
        assert!(!grid(&state).fits(20), "no room for two");
    }

    #[test]
    fn a_number_of_columns_is_kept_where_labels_can_be_read() {
        let state = state(&["Good", "Neither good nor bad", "Bad"]);
        let grid = |n| Grid::new(Theme::default(), &state, Layout::Columns(Some(n))).marks(Marks::One).numbers(true);
        insta::assert_snapshot!(drawn(&grid(3), 60, 3), @r"
        1 ( ) Good          2 ( ) Neither       3 ( ) Bad
                                  good nor
                                  bad
        ");
        insta::assert_snapshot!(drawn(&grid(2), 60, 3), @r"
        1 ( ) Good                    2 ( ) Neither good nor bad
        3 ( ) Bad
        ");
        assert!(!grid(1).fits(60));
    }

    #[test]
    fn packed_choices_are_as_wide_as_they_need() {
        let state = state(&SKILLS);
        let grid = Grid::new(Theme::default(), &state, Layout::Pack).marks(Marks::Many).numbers(true);
        insta::assert_snapshot!(drawn(&grid, 52, 3), @r"
        1 ☐ 理发    2 ☐ 修鞋    3 ☐ 配钥匙    4 ☐ 家电维修
        5 ☐ 裁缝    6 ☐ 疏通下水道    7 ☐ 其他
        ");
    }

    #[test]
    fn a_scale_stands_on_one_line_or_with_its_words_below() {
        let mut short = state(&["差", "一般", "好"]);
        short.go_to(2);
        let scale = |state| Grid::new(Theme::default(), state, Layout::Scale).marks(Marks::One).numbers(true);
        insta::assert_snapshot!(drawn(&scale(&short).focused(true), 52, 2), @r"  1 ( ) 差    2 ( ) 一般  > 3 ( ) 好");
        let long = state(&["非常不满意", "不满意", "一般", "满意", "非常满意"]);
        insta::assert_snapshot!(drawn(&scale(&long), 52, 3), @r"
        1 ( )     2 ( )     3 ( )     4 ( )     5 ( )
        非常不满  不满意    一般      满意      非常满意
        意
        ");
        let words = state(&["Strongly disagree", "Disagree", "Neither", "Agree", "Strongly agree"]);
        insta::assert_snapshot!(drawn(&scale(&words), 60, 3), @r"
        1 ( )       2 ( )       3 ( )       4 ( )       5 ( )
        Strongly    Disagree    Neither     Agree       Strongly
        disagree                                        agree
        ");
        assert!(!scale(&words).fits(44), "'Strongly' would be cut");
    }

    #[test]
    fn a_rating_is_marked_up_to_what_is_picked() {
        let mut state = state(&["1", "2", "3", "4", "5"]);
        state.set_picked([2]);
        state.go_to(2);
        let grid = |state| Grid::new(Theme::default(), state, Layout::Rating).focused(true);
        insta::assert_snapshot!(drawn(&grid(&state), 40, 2), @r"
         1     2   > 3     4     5
        [*]   [*]   [*]   [ ]   [ ]
        ");
        assert!(!grid(&state).fits(15));
    }

    #[test]
    fn the_line_of_the_cursor_is_in_view() {
        let labels: Vec<String> = (1..=30).map(|n| format!("{n}号院")).collect();
        let mut state = PickerState::new(labels.iter().map(Entry::new).collect());
        state.go_to(29);
        let grid = Grid::new(Theme::default(), &state, Layout::Columns(Some(2))).numbers(true).focused(true);
        assert!(drawn(&grid, 40, 5).contains("30号院"));
        for (width, height) in [(0, 0), (1, 1), (3, 9), (200, 1)] {
            drawn(&grid, width, height);
        }
    }
}
