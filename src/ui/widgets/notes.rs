//! Several lines to type into, wrapped as they will be read.
//!
//! `ratatui-textarea` keeps the text, the cursor and undo. The lines are wrapped and drawn here, so that Chinese
//! punctuation never begins one, and moving and deleting go by whole clusters.

use std::cell::Cell;
use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::widgets::Widget;
use ratatui_textarea::{CursorMove, TextArea};

use super::Typing;
use super::draw::{after, columns, put, row};
use crate::locale::{clean_text, clusters, may_be_typed, take, width, wrap_ranges};
use crate::ui::theme::{Meaning, Theme};

/// Columns the line at the left takes, the space behind it included.
const MARGIN: u16 = 2;

/// The text and where its cursor stands.
#[derive(Debug, Clone)]
pub struct NotesState {
    area: TextArea<'static>,
    /// Columns the text was last drawn in: Up and Down go by drawn lines.
    columns: Cell<u16>,
    /// First drawn line in view.
    top: Cell<usize>,
}

impl Default for NotesState {
    fn default() -> Self {
        Self::new("")
    }
}

/// One drawn line: bytes of one line of the text.
struct Drawn {
    line: usize,
    bytes: Range<usize>,
}

impl NotesState {
    /// Notes holding `text`, the cursor at its end.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let lines = clean_text(text).split('\n').map(str::to_owned).collect();
        let mut area = TextArea::new(lines);
        area.move_cursor(CursorMove::Bottom);
        area.move_cursor(CursorMove::End);
        Self { area, columns: Cell::new(40), top: Cell::new(0) }
    }

    /// What was typed, lines separated by `\n`.
    #[must_use]
    pub fn text(&self) -> String {
        self.area.lines().join("\n")
    }

    /// Whether nothing was typed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.area.is_empty()
    }

    /// Puts another text in its place, the cursor at its end.
    pub fn set(&mut self, text: &str) {
        *self = Self { columns: self.columns.clone(), ..Self::new(text) };
    }

    /// Takes the last change back; says whether there was one.
    pub fn undo(&mut self) -> bool {
        self.area.undo()
    }

    /// Does again what was taken back; says whether there was something.
    pub fn redo(&mut self) -> bool {
        self.area.redo()
    }

    /// Whether the cursor is in the first drawn line, or with `last` in the last one.
    #[must_use]
    pub fn at_edge(&self, last: bool) -> bool {
        let (drawn, at) = self.drawn(self.columns.get());
        at == if last { drawn.len().saturating_sub(1) } else { 0 }
    }

    /// Does one step of typing and says whether the text changed.
    pub fn apply(&mut self, typing: &Typing) -> bool {
        match typing {
            Typing::Char(c) if may_be_typed(*c) => {
                self.area.insert_char(*c);
                return true;
            }
            Typing::Paste(text) => return self.area.insert_str(clean_text(text)),
            Typing::NewLine => {
                self.area.insert_newline();
                return true;
            }
            Typing::Backspace => return self.backspace(),
            Typing::Delete => return self.delete(),
            Typing::DeleteWord => return self.area.delete_word(),
            Typing::DeleteToStart => return self.area.delete_line_by_head(),
            Typing::DeleteToEnd => return self.area.delete_line_by_end(),
            Typing::Left => self.left(),
            Typing::Right => self.right(),
            Typing::WordLeft => self.area.move_cursor(CursorMove::WordBack),
            Typing::WordRight => self.area.move_cursor(CursorMove::WordForward),
            Typing::Home => self.area.move_cursor(CursorMove::Head),
            Typing::End => self.area.move_cursor(CursorMove::End),
            Typing::Up => self.by_lines(-1),
            Typing::Down => self.by_lines(1),
            Typing::PageUp => self.by_lines(-10),
            Typing::PageDown => self.by_lines(10),
            Typing::Char(_) => {}
        }
        false
    }

    /// The cursor's line, and the text of it before and behind the cursor.
    fn around(&self) -> (usize, &str, &str) {
        let cursor = self.area.cursor();
        let line = self.area.lines().get(cursor.0).map_or("", String::as_str);
        let at = line.char_indices().nth(cursor.1).map_or(line.len(), |(at, _)| at);
        let (before, behind) = line.split_at(at);
        (cursor.0, before, behind)
    }

    fn jump(&mut self, line: usize, chars: usize) {
        let short = |n: usize| u16::try_from(n).unwrap_or(u16::MAX);
        self.area.move_cursor(CursorMove::Jump(short(line), short(chars)));
    }

    /// Characters of the cluster before and of the one behind the cursor; 0 at the ends of the line.
    fn neighbours(&self) -> (usize, usize) {
        let (_, before, behind) = self.around();
        let chars = |cluster: Option<(&str, usize)>| cluster.map_or(0, |(cluster, _)| cluster.chars().count());
        (chars(clusters(before).last()), chars(clusters(behind).next()))
    }

    fn left(&mut self) {
        let (line, before, _) = self.around();
        let column = before.chars().count();
        match self.neighbours().0 {
            0 => self.area.move_cursor(CursorMove::Back),
            chars => self.jump(line, column - chars),
        }
    }

    fn right(&mut self) {
        let (line, before, _) = self.around();
        let column = before.chars().count();
        match self.neighbours().1 {
            0 => self.area.move_cursor(CursorMove::Forward),
            chars => self.jump(line, column + chars),
        }
    }

    fn backspace(&mut self) -> bool {
        let chars = self.neighbours().0;
        if chars <= 1 {
            return self.area.delete_char();
        }
        self.left();
        self.area.delete_str(chars)
    }

    fn delete(&mut self) -> bool {
        match self.neighbours().1 {
            0 | 1 => self.area.delete_next_char(),
            chars => self.area.delete_str(chars),
        }
    }

    /// The lines as they are drawn in so many columns, and the one the cursor is in.
    fn drawn(&self, columns: u16) -> (Vec<Drawn>, usize) {
        let (cursor_line, before, _) = self.around();
        let (mut drawn, mut at) = (Vec::new(), 0);
        for (line, text) in self.area.lines().iter().enumerate() {
            for bytes in wrap_ranges(text, columns.into()) {
                if line == cursor_line && bytes.start <= before.len() {
                    at = drawn.len();
                }
                drawn.push(Drawn { line, bytes });
            }
        }
        (drawn, at)
    }

    /// Moves the cursor by drawn lines, as near as can be to the column it is in.
    fn by_lines(&mut self, lines: isize) {
        let (drawn, at) = self.drawn(self.columns.get());
        let (_, before, _) = self.around();
        let column = drawn.get(at).map_or(0, |here| width(&before[here.bytes.start.min(before.len())..]));
        let target = at.saturating_add_signed(lines).min(drawn.len().saturating_sub(1));
        let Some(there) = drawn.get(target) else { return };
        let line = self.area.lines().get(there.line).map_or("", String::as_str);
        let mut start = take(&line[there.bytes.clone()], column);
        let wrapped =
            drawn.get(target + 1).is_some_and(|next| next.line == there.line && next.bytes.start == there.bytes.end);
        if wrapped && start.len() == there.bytes.len() {
            // The end of a line that goes on is the start of the next: stay before its last cluster.
            let last = clusters(start).last().map_or(0, |(cluster, _)| cluster.len());
            start = &start[..start.len() - last];
        }
        let chars = line[..there.bytes.start + start.len()].chars().count();
        let line = there.line;
        self.jump(line, chars);
    }
}

/// Draws a [`NotesState`].
#[derive(Debug, Clone)]
pub struct Notes<'a> {
    state: &'a NotesState,
    theme: Theme,
    placeholder: &'a str,
    focused: bool,
}

impl<'a> Notes<'a> {
    /// The notes, without focus.
    #[must_use]
    pub fn new(theme: Theme, state: &'a NotesState) -> Self {
        Self { state, theme, placeholder: "", focused: false }
    }

    /// Words shown while nothing is typed.
    #[must_use]
    pub fn placeholder(mut self, words: &'a str) -> Self {
        self.placeholder = words;
        self
    }

    /// Whether typing goes here.
    #[must_use]
    pub fn focused(mut self, focused: bool) -> Self {
        self.focused = focused;
        self
    }

    /// Rows the whole text takes at this width.
    #[must_use]
    pub fn height(&self, width: u16) -> u16 {
        u16::try_from(self.state.drawn(text_columns(width)).0.len()).unwrap_or(u16::MAX)
    }

    /// Where the terminal's cursor belongs, when the notes have focus and room.
    #[must_use]
    pub fn cursor(&self, area: Rect) -> Option<Position> {
        let text = after(area, MARGIN);
        if !self.focused || text.is_empty() {
            return None;
        }
        let (drawn, at) = self.state.drawn(text_columns(area.width));
        let (_, before, _) = self.state.around();
        let column = columns(&before[drawn.get(at)?.bytes.start.min(before.len())..]);
        let y = at - self.top(at, area.height);
        // Behind a full line the cursor stands on its last column.
        Some(Position { x: text.x + column.min(text.width - 1), y: text.y + u16::try_from(y).unwrap_or(0) })
    }

    /// The first drawn line in view, moved only as far as the cursor's line needs.
    fn top(&self, at: usize, height: u16) -> usize {
        let height = usize::from(height.max(1));
        self.state.top.get().min(at).max((at + 1).saturating_sub(height))
    }
}

/// Columns the text is wrapped to: one is kept free for the cursor behind a full line.
fn text_columns(width: u16) -> u16 {
    width.saturating_sub(MARGIN + 1).max(1)
}

impl Widget for &Notes<'_> {
    fn render(self, area: Rect, buffer: &mut Buffer) {
        let area = area.intersection(buffer.area);
        if area.is_empty() {
            return;
        }
        let margin = self.theme.style(if self.focused { Meaning::Key } else { Meaning::Border });
        for y in 0..area.height {
            put(buffer, row(area, y), self.theme.border().vertical_left, margin);
        }
        let text = after(area, MARGIN);
        if self.state.is_empty() {
            put(buffer, text, self.placeholder, self.theme.style(Meaning::Muted));
            return;
        }
        let columns = text_columns(area.width);
        let (drawn, at) = self.state.drawn(columns);
        let top = self.top(at, area.height);
        self.state.columns.set(columns);
        self.state.top.set(top);
        for (y, line) in (0..area.height).zip(&drawn[top..]) {
            let words = self.state.area.lines().get(line.line).map_or("", |words| &words[line.bytes.clone()]);
            put(buffer, row(text, y), words, self.theme.style(Meaning::Text));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::widgets::screen_text;

    fn drawn(state: &NotesState, width: u16, height: u16) -> String {
        let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
        (&Notes::new(Theme::default(), state).focused(true).placeholder("请写")).render(buffer.area, &mut buffer);
        screen_text(&buffer)
    }

    fn cursor(state: &NotesState, width: u16, height: u16) -> (u16, u16) {
        let place = Notes::new(Theme::default(), state).focused(true).cursor(Rect::new(0, 0, width, height)).unwrap();
        (place.x, place.y)
    }

    #[test]
    fn lines_wrap_as_they_are_read_and_the_cursor_follows() {
        let state = NotesState::new("充电桩放在东门，离住户远一点\n第二行");
        insta::assert_snapshot!(drawn(&state, 19, 4), @r"
        | 充电桩放在东门，
        | 离住户远一点
        | 第二行
        |
        ");
        assert_eq!(cursor(&state, 19, 4), (8, 2));
    }

    #[test]
    fn up_and_down_go_by_drawn_lines() {
        let mut state = NotesState::new("充电桩放在东门，离住户远一点\n第二行");
        drawn(&state, 19, 4);
        state.apply(&Typing::Up);
        assert_eq!(cursor(&state, 19, 4), (8, 1));
        state.apply(&Typing::Up);
        assert_eq!(cursor(&state, 19, 4), (8, 0));
        state.apply(&Typing::Char('！'));
        assert!(state.text().starts_with("充电桩！放在"));
        state.apply(&Typing::Up);
        assert_eq!(cursor(&state, 19, 4), (10, 0));
        state.apply(&Typing::PageDown);
        assert_eq!(cursor(&state, 19, 4), (8, 2));
    }

    #[test]
    fn going_down_from_a_longer_line_stays_on_the_line_below() {
        let mut state = NotesState::new("一二三四五六七八九十一二三四");
        drawn(&state, 13, 4);
        for (typing, place) in
            [(Typing::Up, (10, 1)), (Typing::End, (10, 2)), (Typing::Up, (10, 1)), (Typing::Up, (10, 0))]
        {
            state.apply(&typing);
            assert_eq!(cursor(&state, 13, 4), place, "{typing:?}");
        }
    }

    #[test]
    fn clusters_are_moved_over_and_deleted_whole() {
        let mut state = NotesState::new("a👨\u{200d}👩\u{200d}👧b");
        state.apply(&Typing::Left);
        state.apply(&Typing::Left);
        state.apply(&Typing::Char('x'));
        assert_eq!(state.text(), "ax👨\u{200d}👩\u{200d}👧b");
        state.apply(&Typing::Right);
        state.apply(&Typing::Backspace);
        assert_eq!(state.text(), "axb");
        assert!(state.undo());
        assert_eq!(state.text(), "ax👨\u{200d}👩\u{200d}👧b");
        assert!(state.redo());
        state.apply(&Typing::Left);
        state.apply(&Typing::Delete);
        assert_eq!(state.text(), "ab");
    }

    #[test]
    fn lines_are_split_and_joined() {
        let mut state = NotesState::default();
        for typing in
            [Typing::Paste("一\r\n二\u{202e}".into()), Typing::NewLine, Typing::Char('三'), Typing::Char('\u{1b}')]
        {
            state.apply(&typing);
        }
        assert_eq!(state.text(), "一\n二\n三");
        state.apply(&Typing::Home);
        state.apply(&Typing::Backspace);
        assert_eq!(state.text(), "一\n二三");
        state.apply(&Typing::Left);
        state.apply(&Typing::Left);
        state.apply(&Typing::Delete);
        assert_eq!(state.text(), "一二三");
    }

    #[test]
    fn the_view_follows_the_cursor() {
        let mut state = NotesState::new("1\n2\n3\n4\n5");
        assert_eq!(drawn(&state, 9, 2), "| 4\n| 5\n");
        assert_eq!(cursor(&state, 9, 2), (3, 1));
        state.apply(&Typing::PageUp);
        assert_eq!(drawn(&state, 9, 2), "| 1\n| 2\n");
        state.set("");
        assert_eq!(drawn(&state, 9, 2), "| 请写\n|\n");
        assert_eq!(cursor(&state, 9, 2), (2, 0));
    }

    #[test]
    fn a_full_line_keeps_the_cursor_in_the_area() {
        for text in ["一二三四五", "abcdefghij", "abc       ", "一二三四五，"] {
            let (x, y) = cursor(&NotesState::new(text), 13, 3);
            assert!((2..13).contains(&x) && y < 3, "{text:?} at {x},{y}");
        }
    }
}
