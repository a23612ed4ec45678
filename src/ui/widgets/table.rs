//! Rows in columns under heads. Only the rows in view are asked for and drawn.

use std::borrow::Cow;
use std::cell::Cell as StdCell;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use super::Typing;
use super::draw::{after, columns, put, row};
use super::{Click, Spots};
use crate::locale::{Align, clean_line, pad};
use crate::ui::theme::{Meaning, SELECTED, Theme};

/// Columns between two columns: authored text may turn out a little wider on some terminals.
const GAP: u16 = 2;

/// A column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    head: String,
    align: Align,
    width: u16,
    /// Columns it grows to at most.
    most: u16,
}

impl Column {
    /// A column of words, exactly so wide.
    pub fn new(head: impl Into<String>, width: u16) -> Self {
        Self { head: head.into(), align: Align::Left, width, most: width }
    }

    /// A column of numbers, exactly so wide.
    pub fn number(head: impl Into<String>, width: u16) -> Self {
        Self { align: Align::Right, ..Self::new(head, width) }
    }

    /// A column of words at least so wide, that shares the room left over with others of its kind.
    pub fn growing(head: impl Into<String>, least: u16) -> Self {
        Self { most: u16::MAX, ..Self::new(head, least) }
    }

    /// A column of words that grows no further than `most`: in a wide window the eye has to find the columns behind it.
    #[must_use]
    pub fn up_to(self, most: u16) -> Self {
        Self { most: most.max(self.width), ..self }
    }
}

/// What stands in one column of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableCell<'a> {
    text: Cow<'a, str>,
    meaning: Meaning,
}

impl<'a> TableCell<'a> {
    /// Words or a number, with a meaning.
    pub fn new(text: impl Into<Cow<'a, str>>, meaning: Meaning) -> Self {
        Self { text: text.into(), meaning }
    }

    /// The words.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }
}

impl<'a, T: Into<Cow<'a, str>>> From<T> for TableCell<'a> {
    fn from(text: T) -> Self {
        Self::new(text, Meaning::Text)
    }
}

/// How many rows there are, which one the keys act on, and which are in view.
#[derive(Debug, Clone, Default)]
pub struct TableState {
    len: usize,
    cursor: usize,
    top: StdCell<usize>,
    spots: Spots,
}

impl TableState {
    /// So many rows, the cursor on the first.
    #[must_use]
    pub fn new(len: usize) -> Self {
        Self { len, ..Self::default() }
    }

    /// Another number of rows; the cursor stays where it is if it can.
    pub fn set_len(&mut self, len: usize) {
        self.len = len;
        self.go_to(self.cursor);
    }

    /// The number of rows.
    #[must_use]
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether there are no rows.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The row the cursor is on.
    #[must_use]
    pub fn current(&self) -> Option<usize> {
        (self.len > 0).then_some(self.cursor)
    }

    /// Puts the cursor on a row, the last one when there are fewer.
    pub fn go_to(&mut self, row: usize) {
        self.cursor = row.min(self.len.saturating_sub(1));
    }

    /// Where the rows stood when they were drawn last; who draws them without a [`Table`] says it here.
    #[must_use]
    pub fn spots(&self) -> &Spots {
        &self.spots
    }

    /// A click at this column and row of the terminal.
    pub fn click(&mut self, column: u16, row: u16) -> Click {
        match self.spots.at(column, row).filter(|at| *at < self.len) {
            None => Click::Nowhere,
            Some(at) if at == self.cursor => Click::Again,
            Some(at) => {
                self.go_to(at);
                Click::Moved
            }
        }
    }

    /// Moves the cursor; says whether it moved. `page` is the number of rows a page key moves.
    pub fn apply(&mut self, typing: &Typing, page: usize) -> bool {
        let before = self.cursor;
        match typing {
            Typing::Up => self.go_to(before.saturating_sub(1)),
            Typing::Down => self.go_to(before.saturating_add(1)),
            Typing::PageUp => self.go_to(before.saturating_sub(page)),
            Typing::PageDown => self.go_to(before.saturating_add(page)),
            Typing::Home => self.go_to(0),
            Typing::End => self.go_to(usize::MAX),
            _ => {}
        }
        self.cursor != before
    }

    /// The first row in view of `height`, moved only as far as the cursor needs.
    fn top(&self, height: usize) -> usize {
        let least = (self.cursor + 1).saturating_sub(height.max(1));
        // Rows that went away at the end leave no empty room below.
        let most = self.len.saturating_sub(height);
        let top = self.top.get().min(self.cursor).max(least).min(most.max(least));
        self.top.set(top);
        top
    }
}

/// Draws rows that `cells` makes when they come into view.
pub struct Table<'a> {
    state: &'a TableState,
    theme: Theme,
    columns: &'a [Column],
    cells: &'a dyn Fn(usize) -> Vec<TableCell<'a>>,
    focused: bool,
    empty: &'a str,
    gap: u16,
}

impl<'a> Table<'a> {
    /// A table of `state.len()` rows; `cells` gives the cells of one, in the order of `columns`.
    #[must_use]
    pub fn new(
        theme: Theme,
        state: &'a TableState,
        columns: &'a [Column],
        cells: &'a dyn Fn(usize) -> Vec<TableCell<'a>>,
    ) -> Self {
        Self { state, theme, columns, cells, focused: false, empty: "", gap: GAP }
    }

    /// Whether keys go here.
    #[must_use]
    pub fn focused(mut self, focused: bool) -> Self {
        self.focused = focused;
        self
    }

    /// Words shown when there are no rows.
    #[must_use]
    pub fn empty(mut self, words: &'a str) -> Self {
        self.empty = words;
        self
    }

    /// One column between columns instead of two, for many narrow numbers.
    #[must_use]
    pub fn close(mut self) -> Self {
        self.gap = 1;
        self
    }

    /// Widths of the columns in so many columns, where the rows in view need `needs`; those that find no room at the right
    /// are not drawn.
    fn widths(&self, room: u16, needs: &[u16]) -> Vec<u16> {
        let mut widths: Vec<u16> = Vec::new();
        let mut left = room;
        for column in self.columns {
            let gap = if widths.is_empty() { 0 } else { self.gap };
            let Some(rest) = left.checked_sub(column.width + gap) else {
                // The first column is drawn however little room there is.
                if widths.is_empty() {
                    widths.push(left);
                    left = 0;
                }
                break;
            };
            widths.push(column.width);
            left = rest;
        }
        let most: Vec<u16> = self.columns.iter().map(|column| column.most).collect();
        let mut even = widths.clone();
        share(&mut even, left, &most);
        let wanted: Vec<u16> =
            most.iter().enumerate().map(|(n, most)| needs.get(n).map_or(0, |need| *need.min(most))).collect();
        if even.iter().zip(&wanted).all(|(width, wanted)| width >= wanted) {
            return even;
        }
        // Where even shares would cut words, nobody has room to spare before everybody has what they need.
        let left = share(&mut widths, left, &wanted);
        share(&mut widths, left, &most);
        widths
    }
}

/// Shares room among columns that may take it; what one cannot take the others share. What is left.
fn share(widths: &mut [u16], mut left: u16, most: &[u16]) -> u16 {
    loop {
        let growing = widths.iter().zip(most).filter(|(width, most)| width < most).count();
        let mut sharers = u16::try_from(growing).unwrap_or(0);
        if sharers == 0 || left == 0 {
            return left;
        }
        for (width, most) in widths.iter_mut().zip(most).filter(|(width, most)| **width < **most) {
            let taken = (left / sharers).min(*most - *width);
            *width += taken;
            left -= taken;
            sharers -= 1;
        }
    }
}

impl std::fmt::Debug for Table<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Table").field("state", self.state).field("columns", &self.columns).finish_non_exhaustive()
    }
}

impl Widget for &Table<'_> {
    fn render(self, area: Rect, buffer: &mut Buffer) {
        self.state.spots.clear();
        let area = area.intersection(buffer.area);
        if area.is_empty() {
            return;
        }
        let mark = columns(SELECTED) + 1;
        let body = Rect { y: area.y + 1, height: area.height - 1, ..area };
        let top = self.state.top(body.height.into());
        let rows: Vec<(usize, Vec<TableCell<'_>>)> =
            (top..self.state.len()).take(body.height.into()).map(|index| (index, (self.cells)(index))).collect();
        let wide = |n: usize| rows.iter().filter_map(|(_, cells)| cells.get(n)).map(|cell| columns(&cell.text)).max();
        let needs: Vec<u16> = (0..self.columns.len()).map(|n| wide(n).unwrap_or(0)).collect();
        let widths = self.widths(area.width.saturating_sub(mark), &needs);
        let draw = |buffer: &mut Buffer, line: Rect, n: usize, text: &str, style| {
            let at = mark + widths.iter().take(n).map(|width| width + self.gap).sum::<u16>();
            let align = self.columns.get(n).map_or(Align::Left, |column| column.align);
            let width = widths.get(n).copied().unwrap_or(0);
            put(buffer, after(line, at), &pad(&clean_line(text), width.into(), align), style);
        };
        for (n, column) in self.columns.iter().take(widths.len()).enumerate() {
            draw(buffer, row(area, 0), n, &column.head, self.theme.style(Meaning::Label));
        }
        if self.state.is_empty() {
            put(buffer, after(body, mark), self.empty, self.theme.style(Meaning::Muted));
            return;
        }
        for (y, (index, cells)) in (0..body.height).zip(&rows) {
            let line = row(body, y);
            self.state.spots.add(line, *index);
            let selected = self.focused && self.state.current() == Some(*index);
            let look = |meaning| self.theme.in_row(selected, meaning);
            let base = look(Meaning::Text);
            buffer.set_style(line, base);
            if selected {
                put(buffer, line, SELECTED, base);
            }
            for (n, cell) in cells.iter().take(widths.len()).enumerate() {
                draw(buffer, line, n, &cell.text, look(cell.meaning));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;

    use super::*;
    use crate::ui::widgets::screen_text;

    fn concerns() -> [Column; 3] {
        [Column::growing("最关心的问题", 8), Column::number("份数", 4), Column::number("占比", 6)]
    }

    fn drawn(state: &TableState, columns: &[Column], width: u16, height: u16) -> String {
        let rows =
            [("外墙脱落", "89", "67.9%"), ("非机动车停车、充电", "77", "58.8%"), ("窨井盖破损\u{202e}", "9", "6.9%")];
        let cells = |n: usize| {
            let (label, count, share) = rows[n % 3];
            vec![label.into(), count.into(), TableCell::new(share, Meaning::Muted)]
        };
        let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
        (&Table::new(Theme::default(), state, columns, &cells).focused(true).empty("还没有答卷"))
            .render(buffer.area, &mut buffer);
        screen_text(&buffer)
    }

    #[test]
    fn columns_stand_under_their_heads() {
        let mut state = TableState::new(3);
        state.apply(&Typing::Down, 5);
        insta::assert_snapshot!(drawn(&state, &concerns(), 40, 5), @r"
          最关心的问题              份数    占比
          外墙脱落                    89   67.9%
        > 非机动车停车、充电          77   58.8%
          窨井盖破损                   9    6.9%
        ");
        insta::assert_snapshot!(drawn(&state, &concerns(), 24, 4), @r"
          最关心..  份数    占比
          外墙脱落    89   67.9%
        > 非机动..    77   58.8%
          窨井盖..     9    6.9%
        ");
    }

    #[test]
    fn a_column_without_room_is_left_out() {
        insta::assert_snapshot!(drawn(&TableState::new(2), &concerns(), 18, 3), @r"
          最关心的..  份数
        > 外墙脱落      89
          非机动车..    77
        ");
        insta::assert_snapshot!(drawn(&TableState::new(0), &concerns(), 30, 3), @r"
        最关心的问题    份数    占比
        还没有答卷
        ");
        for (width, height) in [(0, 0), (1, 1), (3, 9)] {
            drawn(&TableState::new(2), &concerns(), width, height);
        }
    }

    #[test]
    fn a_column_grows_no_further_than_it_may_and_others_take_the_rest() {
        let columns = [Column::growing("名称", 4).up_to(10), Column::number("份数", 4), Column::growing("地点", 4)];
        let state = TableState::new(1);
        let cells = |_: usize| vec!["院落".into(), "3".into(), "14号院".into()];
        let table = Table::new(Theme::default(), &state, &columns, &cells);
        assert_eq!(table.widths(40, &[]), [10, 4, 22]);
        assert_eq!(table.widths(20, &[]), [6, 4, 6]);
        let narrow = [Column::growing("名称", 4).up_to(10), Column::number("份数", 4)];
        assert_eq!(Table::new(Theme::default(), &state, &narrow, &cells).widths(40, &[]), [10, 4]);
    }

    #[test]
    fn no_words_are_cut_while_another_column_has_room_to_spare() {
        let columns = [Column::growing("门牌", 4), Column::number("份数", 4), Column::growing("业主", 4)];
        let state = TableState::new(1);
        let cells = |_: usize| vec!["a".into(), "3".into(), "b".into()];
        let table = Table::new(Theme::default(), &state, &columns, &cells);
        for (needs, wanted) in
            [([6, 1, 6], [8, 4, 8]), ([4, 1, 10], [5, 4, 11]), ([12, 1, 4], [12, 4, 4]), ([9, 9, 9], [8, 4, 8])]
        {
            assert_eq!(table.widths(24, &needs), wanted, "{needs:?}");
        }
        let close = Table::new(Theme::default(), &state, &columns, &cells).close();
        assert_eq!(close.widths(24, &[0, 0, 0]), [9, 4, 9]);
    }

    #[test]
    fn only_rows_in_view_are_made() {
        let made = RefCell::new(Vec::new());
        let cells = |n: usize| {
            made.borrow_mut().push(n);
            vec![n.to_string().into()]
        };
        let mut state = TableState::new(100_000);
        state.apply(&Typing::End, 3);
        let columns = [Column::number("n", 6)];
        let mut buffer = Buffer::empty(Rect::new(0, 0, 10, 4));
        (&Table::new(Theme::default(), &state, &columns, &cells)).render(buffer.area, &mut buffer);
        assert_eq!(*made.borrow(), [99_997, 99_998, 99_999]);
        state.set_len(2);
        assert_eq!((state.current(), state.top(3)), (Some(1), 0));
        state.set_len(0);
        assert_eq!(state.current(), None);
    }
}
