//! A list to pick from: numbers, marks, what matches what was typed, and only the rows in view.
//!
//! A long label goes on in the next row rather than being cut: a surveyor reads the whole choice aloud.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::widgets::Widget;

use super::draw::{after, columns, put, row};
use super::field::Field;
use super::picker_hits::hits;
use super::picker_marks::Marks;
use super::picker_state::{Entry, PickerState};
use crate::locale::{Align, clean_line, pad, wrap};
use crate::ui::theme::{Meaning, SELECTED, Theme};

/// Rows a label may take before it is cut.
const LABEL_ROWS: usize = 4;

/// Draws a [`PickerState`].
#[derive(Debug, Clone)]
pub struct Picker<'a> {
    state: &'a PickerState,
    theme: Theme,
    marks: Marks,
    numbers: bool,
    search: Option<&'a str>,
    focused: bool,
    empty: &'a str,
    notes_at: Option<u16>,
}

impl<'a> Picker<'a> {
    /// A plain list.
    #[must_use]
    pub fn new(theme: Theme, state: &'a PickerState) -> Self {
        Self {
            state,
            theme,
            marks: Marks::None,
            numbers: false,
            search: None,
            focused: false,
            empty: "",
            notes_at: None,
        }
    }

    /// Notes under each other from this column on, labels before it.
    #[must_use]
    pub fn notes_at(self, column: u16) -> Self {
        Self { notes_at: Some(column), ..self }
    }

    /// Marks before the choices.
    #[must_use]
    pub fn marks(mut self, marks: Marks) -> Self {
        self.marks = marks;
        self
    }

    /// Numbers before the choices.
    #[must_use]
    pub fn numbers(mut self, numbers: bool) -> Self {
        self.numbers = numbers;
        self
    }

    /// A line above the choices to type into; `placeholder` stands there while nothing is typed.
    #[must_use]
    pub fn search(mut self, placeholder: &'a str) -> Self {
        self.search = Some(placeholder);
        self
    }

    /// Whether keys go here.
    #[must_use]
    pub fn focused(mut self, focused: bool) -> Self {
        self.focused = focused;
        self
    }

    /// Words shown when no choice matches.
    #[must_use]
    pub fn empty(mut self, words: &'a str) -> Self {
        self.empty = words;
        self
    }

    /// Where the terminal's cursor belongs: in the search line, if there is one.
    #[must_use]
    pub fn cursor(&self, area: Rect) -> Option<Position> {
        self.search?;
        self.query().cursor(after(row(area, 0), 2))
    }

    /// Rows all shown choices take at this width, the search line included; counts no further than `most`.
    #[must_use]
    pub fn height(&self, width: u16, most: u16) -> u16 {
        let mut rows = u16::from(self.search.is_some()) + u16::from(self.state.is_empty() && !self.empty.is_empty());
        for shown in 0..self.state.len() {
            if rows >= most {
                return most;
            }
            rows = rows.saturating_add(u16::try_from(self.rows(shown, width)).unwrap_or(u16::MAX));
        }
        rows.min(most)
    }

    fn query(&self) -> Field<'a> {
        Field::new(self.theme, self.state.query()).placeholder(self.search.unwrap_or_default()).focused(self.focused)
    }

    fn list(&self, area: Rect) -> Rect {
        let taken = u16::from(self.search.is_some()).min(area.height);
        Rect { y: area.y + taken, height: area.height - taken, ..area }
    }

    /// Columns of the numbers, the space behind them included.
    fn number_columns(&self) -> u16 {
        if self.numbers { columns(&self.state.entries().len().to_string()) + 1 } else { 0 }
    }

    /// Columns before a label: `> `, number, mark.
    fn indent(&self) -> u16 {
        let mark = columns(&self.marks.mark(None));
        2 + self.number_columns() + if mark == 0 { 0 } else { mark + 1 }
    }

    /// The label of a shown row in lines.
    fn lines(&self, shown: usize, width: u16) -> Vec<String> {
        let Some(entry) = self.entry(shown) else { return Vec::new() };
        let clean = clean_line(&entry.label);
        let end = match self.notes_at {
            Some(column) if !entry.note.is_empty() => width.min(column.saturating_sub(2)),
            _ => width,
        };
        let room = usize::from(end.saturating_sub(self.indent()));
        wrap(&clean, room).into_iter().take(LABEL_ROWS).map(str::to_owned).collect()
    }

    /// The note of a shown row in lines, where notes have a column.
    fn note_lines(&self, shown: usize, width: u16) -> Vec<String> {
        let (Some(column), Some(entry)) = (self.notes_at, self.entry(shown)) else { return Vec::new() };
        let clean = clean_line(&entry.note);
        let room = usize::from(width.saturating_sub(column));
        wrap(&clean, room).into_iter().take(LABEL_ROWS).map(str::to_owned).collect()
    }

    /// Rows a shown row takes.
    fn rows(&self, shown: usize, width: u16) -> usize {
        self.lines(shown, width).len().max(self.note_lines(shown, width).len()).max(1)
    }

    fn entry(&self, shown: usize) -> Option<&'a Entry> {
        self.state.entries().get(self.state.at(shown)?)
    }

    /// The first row to draw: as before, moved only as far as the cursor's row needs to be in view.
    fn top(&self, list: Rect) -> usize {
        let cursor = self.state.row();
        let mut top = self.state.top.get().min(cursor);
        let mut rows = 0;
        for shown in (top..=cursor).rev() {
            rows += self.rows(shown, list.width);
            if rows > usize::from(list.height) {
                top = (shown + 1).min(cursor);
                break;
            }
        }
        self.state.top.set(top);
        top
    }

    fn draw_entry(&self, shown: usize, area: Rect, buffer: &mut Buffer) {
        let (Some(index), Some(entry)) = (self.state.at(shown), self.entry(shown)) else { return };
        let selected = self.focused && shown == self.state.row();
        let look = |meaning| self.theme.in_row(selected, meaning);
        let base = look(Meaning::Text);
        buffer.set_style(area, base);
        if selected {
            put(buffer, area, SELECTED, base);
        }
        let mut at = after(area, 2);
        if self.numbers {
            let number = pad(&(index + 1).to_string(), usize::from(self.number_columns()) - 1, Align::Right);
            at = after(at, put(buffer, at, &number, look(Meaning::Key)) + 1);
        }
        let rank = self.state.rank(index);
        let words = look(if rank.is_some() && self.marks != Marks::None { Meaning::Picked } else { Meaning::Text });
        let mark = self.marks.mark(rank);
        if !mark.is_empty() {
            at = after(at, put(buffer, at, &mark, words) + 1);
        }
        let mut end = at;
        for (n, line) in (0..area.height).zip(self.lines(shown, area.width)) {
            let place = row(at, n);
            end = after(place, put(buffer, place, &line, words));
            self.mark_hits(&line, place, look(Meaning::Match), buffer);
        }
        if let Some(column) = self.notes_at {
            for (n, line) in (0..area.height).zip(self.note_lines(shown, area.width)) {
                put(buffer, row(after(area, column), n), &line, look(Meaning::Accent));
            }
        } else if !entry.note.is_empty() && end.width > 2 {
            put(buffer, after(end, 2), &entry.note, look(Meaning::Muted));
        }
    }

    /// Shows which letters of a line were typed.
    fn mark_hits(&self, line: &str, place: Rect, style: Style, buffer: &mut Buffer) {
        let query = self.state.query().text();
        if self.search.is_none() || query.trim().is_empty() {
            return;
        }
        for (column, wide) in hits(line, query) {
            let at = after(place, u16::try_from(column).unwrap_or(u16::MAX));
            buffer.set_style(Rect { width: at.width.min(u16::try_from(wide).unwrap_or(1)), ..at }, style);
        }
    }
}

impl Widget for &Picker<'_> {
    fn render(self, area: Rect, buffer: &mut Buffer) {
        self.state.spots().clear();
        self.state.places.clear();
        self.state.stacked.set(true);
        let area = area.intersection(buffer.area);
        if area.is_empty() {
            return;
        }
        if self.search.is_some() {
            put(buffer, row(area, 0), "/", self.theme.style(Meaning::Key));
            self.query().render(after(row(area, 0), 2), buffer);
        }
        let list = self.list(area);
        if self.state.is_empty() {
            put(buffer, after(list, 2), self.empty, self.theme.style(Meaning::Muted));
            return;
        }
        let mut y = 0;
        for shown in self.top(list)..self.state.len() {
            if y >= list.height {
                break;
            }
            let rows = u16::try_from(self.rows(shown, list.width)).unwrap_or(1).min(list.height - y);
            let place = Rect { y: list.y + y, height: rows, ..list };
            self.state.spots().add(place, shown);
            self.draw_entry(shown, place, buffer);
            y += rows;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::widgets::{Typing, screen_text};

    fn concerns() -> PickerState {
        let labels = ["外墙脱落", "非机动车停车、充电", "Ramps and handrails are missing at the entrances", "其他"];
        PickerState::new(labels.into_iter().map(Entry::new).collect())
    }

    fn drawn(picker: &Picker<'_>, width: u16, height: u16) -> String {
        let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
        picker.render(buffer.area, &mut buffer);
        screen_text(&buffer)
    }

    #[test]
    fn choices_stand_under_each_other_with_number_and_mark() {
        let mut state = concerns();
        state.set_picked([1]);
        state.go_to(1);
        let picker = Picker::new(Theme::default(), &state).marks(Marks::Many).numbers(true).focused(true);
        insta::assert_snapshot!(drawn(&picker, 30, 6), @r"
          1 ☐ 外墙脱落
        > 2 ☑ 非机动车停车、充电
          3 ☐ Ramps and handrails are
              missing at the entrances
          4 ☐ 其他
        ");
        assert_eq!(picker.height(30, 99), 5);
        let one = Picker::new(Theme::default(), &state).marks(Marks::One);
        insta::assert_snapshot!(drawn(&one, 30, 6), @r"
        ( ) 外墙脱落
        (*) 非机动车停车、充电
        ( ) Ramps and handrails are
            missing at the entrances
        ( ) 其他
        ");
    }

    #[test]
    fn ranked_choices_show_their_place() {
        let mut state = concerns();
        state.set_picked([3, 0]);
        let picker = Picker::new(Theme::default(), &state).marks(Marks::Ranked);
        insta::assert_snapshot!(drawn(&picker, 40, 5), @r"
        [ 2] 外墙脱落
        [  ] 非机动车停车、充电
        [  ] Ramps and handrails are missing
             at the entrances
        [ 1] 其他
        ");
    }

    #[test]
    fn searching_shows_the_query_with_the_cursor_in_it() {
        let mut state = concerns();
        state.apply(&Typing::Paste("停充".into()), 5);
        let picker = Picker::new(Theme::default(), &state).numbers(true).search("输入几个字").focused(true);
        insta::assert_snapshot!(drawn(&picker, 30, 4), @r"
        / 停充
        > 2 非机动车停车、充电
        ");
        assert_eq!(picker.cursor(Rect::new(0, 0, 30, 4)), Some(Position::new(6, 0)));
        let mut buffer = Buffer::empty(Rect::new(0, 0, 30, 4));
        (&picker).render(buffer.area, &mut buffer);
        let hit = Theme::default().style(Meaning::Match).add_modifier;
        let marked: Vec<&str> = (0..30)
            .map(|x| &buffer[(x, 1)])
            .filter(|cell| cell.modifier.contains(hit) && cell.symbol() != " ")
            .map(ratatui::buffer::Cell::symbol)
            .collect();
        assert_eq!(marked, ["停", "充"]);
        state.apply(&Typing::Char('q'), 5);
        let picker = Picker::new(Theme::default(), &state).search("").empty("没有这样的选项").focused(true);
        insta::assert_snapshot!(drawn(&picker, 30, 3), @r"
        / 停充q
          没有这样的选项
        ");
    }

    #[test]
    fn the_view_follows_the_cursor_and_moves_no_more_than_needed() {
        let mut state = PickerState::new((1..=10_000).map(|n| Entry::new(format!("{n}号院"))).collect());
        let first = |state: &PickerState| drawn(&Picker::new(Theme::default(), state).focused(true), 12, 3);
        assert_eq!(first(&state), "> 1号院\n  2号院\n  3号院\n");
        state.go_to(3);
        assert_eq!(first(&state), "  2号院\n  3号院\n> 4号院\n");
        state.go_to(2);
        assert_eq!(first(&state), "  2号院\n> 3号院\n  4号院\n");
        state.apply(&Typing::End, 3);
        assert_eq!(first(&state), "  9998号院\n  9999号院\n> 10000号院\n");
        state.apply(&Typing::PageUp, 3);
        assert_eq!(first(&state), "> 9997号院\n  9998号院\n  9999号院\n");
    }

    #[test]
    fn notes_stand_behind_when_there_is_room() {
        let state =
            PickerState::new(vec![Entry::new("首页").note("Home"), Entry::new("一个很长很长的名字").note("long")]);
        assert_eq!(drawn(&Picker::new(Theme::default(), &state), 20, 2), "  首页  Home\n  一个很长很长的名字\n");
    }

    #[test]
    fn notes_stand_under_each_other_where_they_have_a_column() {
        let notes =
            [("怎么称呼您？", "张嬢嬢"), ("院子里哪些问题您家最关心？", "外墙脱落、非机动车停车"), ("备注", "")];
        let state = PickerState::new(notes.into_iter().map(|(label, note)| Entry::new(label).note(note)).collect());
        let picker = Picker::new(Theme::default(), &state).notes_at(20);
        assert_eq!(picker.height(36, 99), 4);
        insta::assert_snapshot!(drawn(&picker, 36, 5), @r"
        怎么称呼您？      张嬢嬢
        院子里哪些问题您  外墙脱落、非机动
        家最关心？        车停车
        备注
        ");
    }

    #[test]
    fn no_room_draws_nothing() {
        let state = concerns();
        let picker = Picker::new(Theme::default(), &state).numbers(true).search("x").focused(true);
        for (width, height) in [(0, 0), (1, 1), (3, 2), (5, 9)] {
            drawn(&picker, width, height);
        }
    }
}
