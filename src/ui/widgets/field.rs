//! One line to type into: a label, the line, and below it what is wrong with what was typed.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::widgets::Widget;
use tui_input::{Input, InputRequest};

use super::draw::{after, columns, put, row};
use crate::app::Typing;
use crate::locale::{clean_line, clusters, fold_typed, may_be_typed, wrap};
use crate::ui::theme::{Meaning, Theme, WRONG};

/// Which characters a field takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Accepts {
    /// All that show.
    #[default]
    Any,
    /// Digits; full-width ones become ASCII.
    Digits,
    /// What numbers, dates and times are typed with: full-width digits and signs become ASCII.
    Folded,
}

/// The text of a field and where its cursor stands.
#[derive(Debug, Clone, Default)]
pub struct FieldState {
    input: Input,
    accepts: Accepts,
}

impl FieldState {
    /// A field holding `text`, the cursor at its end.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self { input: Input::new(clean_line(text).into_owned()), accepts: Accepts::Any }
    }

    /// Takes only such characters from now on.
    #[must_use]
    pub fn accepts(mut self, accepts: Accepts) -> Self {
        self.accepts = accepts;
        self
    }

    /// What was typed.
    #[must_use]
    pub fn text(&self) -> &str {
        self.input.value()
    }

    /// Whether nothing was typed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text().is_empty()
    }

    /// Puts another text in its place, the cursor at its end.
    pub fn set(&mut self, text: &str) {
        self.input = Input::new(clean_line(text).into_owned());
    }

    /// Does one step of typing and says whether the text changed.
    pub fn apply(&mut self, typing: &Typing) -> bool {
        let request = match typing {
            Typing::Char(c) => return self.insert(*c),
            Typing::Paste(text) => return self.paste(text),
            Typing::Left => InputRequest::GoToPrevChar,
            Typing::Right => InputRequest::GoToNextChar,
            Typing::WordLeft => InputRequest::GoToPrevWord,
            Typing::WordRight => InputRequest::GoToNextWord,
            Typing::Home => InputRequest::GoToStart,
            Typing::End => InputRequest::GoToEnd,
            Typing::Backspace => InputRequest::DeletePrevChar,
            Typing::Delete => InputRequest::DeleteNextChar,
            Typing::DeleteWord => InputRequest::DeletePrevWord,
            Typing::DeleteToStart => InputRequest::DeleteFromStart,
            Typing::DeleteToEnd => InputRequest::DeleteTillEnd,
            Typing::NewLine | Typing::Up | Typing::Down | Typing::PageUp | Typing::PageDown => return false,
        };
        self.input.handle(request).is_some_and(|changed| changed.value)
    }

    fn insert(&mut self, c: char) -> bool {
        let mut bytes = [0; 4];
        let folded = fold_typed(c.encode_utf8(&mut bytes)).chars().next().unwrap_or(c);
        let c = if self.accepts == Accepts::Any { c } else { folded };
        let taken = may_be_typed(c) && (self.accepts != Accepts::Digits || c.is_ascii_digit());
        taken && self.input.handle(InputRequest::InsertChar(c)).is_some()
    }

    /// Inserts all at once: one copy however long the paste is.
    fn paste(&mut self, text: &str) -> bool {
        let clean = clean_line(text.trim_end_matches(['\r', '\n']));
        let pasted: String = match self.accepts {
            Accepts::Any => clean.into_owned(),
            Accepts::Folded => fold_typed(&clean).into_owned(),
            Accepts::Digits => fold_typed(&clean).chars().filter(char::is_ascii_digit).collect(),
        };
        if pasted.is_empty() {
            return false;
        }
        let at = self.cursor_byte();
        let (before, behind) = self.text().split_at(at);
        let cursor = self.input.cursor() + pasted.chars().count();
        self.input = Input::new(format!("{before}{pasted}{behind}")).with_cursor(cursor);
        true
    }

    /// The byte the cursor stands at.
    fn cursor_byte(&self) -> usize {
        let text = self.text();
        text.char_indices().nth(self.input.cursor()).map_or(text.len(), |(at, _)| at)
    }
}

/// Draws a [`FieldState`].
#[derive(Debug, Clone)]
pub struct Field<'a> {
    state: &'a FieldState,
    theme: Theme,
    label: &'a str,
    label_columns: Option<u16>,
    placeholder: &'a str,
    error: &'a str,
    focused: bool,
    masked: bool,
}

impl<'a> Field<'a> {
    /// The bare line.
    #[must_use]
    pub fn new(theme: Theme, state: &'a FieldState) -> Self {
        Self { state, theme, label: "", label_columns: None, placeholder: "", error: "", focused: false, masked: false }
    }

    /// Words before the line.
    #[must_use]
    pub fn label(mut self, label: &'a str) -> Self {
        self.label = label;
        self
    }

    /// Gives the label a fixed number of columns, so that the lines of a form stand under each other.
    #[must_use]
    pub fn label_columns(mut self, columns: u16) -> Self {
        self.label_columns = Some(columns);
        self
    }

    /// Words on the line while nothing is typed.
    #[must_use]
    pub fn placeholder(mut self, words: &'a str) -> Self {
        self.placeholder = words;
        self
    }

    /// What is wrong, shown in the rows below; empty when nothing is.
    #[must_use]
    pub fn error(mut self, words: &'a str) -> Self {
        self.error = words;
        self
    }

    /// Whether typing goes here.
    #[must_use]
    pub fn focused(mut self, focused: bool) -> Self {
        self.focused = focused;
        self
    }

    /// Shows `*` for each character.
    #[must_use]
    pub fn masked(mut self, masked: bool) -> Self {
        self.masked = masked;
        self
    }

    /// Rows the field takes at this width: one, and those of the error.
    #[must_use]
    pub fn height(&self, width: u16) -> u16 {
        let lines = u16::try_from(self.error_lines(width).len()).unwrap_or(u16::MAX);
        lines.saturating_add(1)
    }

    /// Where the terminal's cursor belongs, when the field has focus and room.
    #[must_use]
    pub fn cursor(&self, area: Rect) -> Option<Position> {
        let line = self.line(area);
        if !self.focused || line.is_empty() {
            return None;
        }
        let (_, column) = self.window(line.width);
        Some(Position { x: line.x + column, y: line.y })
    }

    fn error_lines(&self, width: u16) -> Vec<String> {
        if self.error.is_empty() {
            return Vec::new();
        }
        let clean = clean_line(self.error);
        let lines = wrap(&clean, usize::from(width.saturating_sub(self.indent() + 2)));
        lines.into_iter().map(str::to_owned).collect()
    }

    /// Columns before the line.
    fn indent(&self) -> u16 {
        let own = if self.label.is_empty() { 0 } else { columns(self.label) + 2 };
        self.label_columns.unwrap_or(own)
    }

    /// Where the line stands.
    fn line(&self, area: Rect) -> Rect {
        row(after(area, self.indent().min(area.width / 2)), 0)
    }

    /// What is drawn for a cluster, and its columns.
    fn shown<'t>(&self, (cluster, columns): (&'t str, usize)) -> (&'t str, usize) {
        if self.masked { ("*", 1) } else { (cluster, columns) }
    }

    /// The byte the visible part begins at, and the cursor's column in it. One column is kept for the cursor, and for
    /// the whole character under it.
    fn window(&self, room: u16) -> (usize, u16) {
        let at = self.state.cursor_byte();
        let (before, behind) = self.state.text().split_at(at);
        let under = clusters(behind).next().map_or(1, |cluster| self.shown(cluster).1.max(1));
        let mut column: usize = clusters(before).map(|cluster| self.shown(cluster).1).sum();
        let mut start = 0;
        let mut parts = clusters(before);
        while column > 0 && column + under > usize::from(room) {
            let Some(cluster) = parts.next() else { break };
            start += cluster.0.len();
            column -= self.shown(cluster).1;
        }
        (start, u16::try_from(column).unwrap_or(0))
    }

    fn draw_line(&self, area: Rect, buffer: &mut Buffer, style: Style) {
        buffer.set_style(area, style);
        if self.state.is_empty() {
            put(buffer, area, self.placeholder, style.patch(self.theme.style(Meaning::Muted)));
            return;
        }
        let (start, _) = self.window(area.width);
        let mut used = 0;
        for cluster in clusters(&self.state.text()[start..]) {
            let (symbol, wide) = self.shown(cluster);
            if used + wide > usize::from(area.width) {
                break;
            }
            let place = after(area, u16::try_from(used).unwrap_or(u16::MAX));
            buffer.set_stringn(place.x, place.y, symbol, wide, style);
            used += wide;
        }
    }
}

impl Widget for &Field<'_> {
    fn render(self, area: Rect, buffer: &mut Buffer) {
        let area = area.intersection(buffer.area);
        let line = self.line(area);
        if line.is_empty() {
            return;
        }
        let label = Rect { width: (line.x - area.x).saturating_sub(1), height: 1, ..area };
        let name = if self.focused { Meaning::Title } else { Meaning::Label };
        put(buffer, label, self.label, self.theme.style(name));
        let look = if self.error.is_empty() { Meaning::Text } else { Meaning::Bad };
        let style = self.theme.style(Meaning::Focus).patch(self.theme.style(look));
        self.draw_line(line, buffer, style);
        let bad = self.theme.style(Meaning::Bad);
        for (n, words) in (1..area.height).zip(self.error_lines(area.width)) {
            let place = after(row(area, n), line.x - area.x);
            if n == 1 {
                put(buffer, place, WRONG, bad);
            }
            put(buffer, after(place, 2), &words, bad);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::widgets::screen_text;

    fn typed(steps: &[Typing]) -> FieldState {
        let mut state = FieldState::default();
        for step in steps {
            state.apply(step);
        }
        state
    }

    fn drawn(field: &Field<'_>, width: u16, height: u16) -> String {
        let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
        field.render(buffer.area, &mut buffer);
        screen_text(&buffer)
    }

    #[test]
    fn a_field_shows_label_text_and_what_is_wrong() {
        let state = FieldState::new("３栋");
        let field =
            Field::new(Theme::default(), &state).label("楼栋").error("请写楼栋号，不要写院落名称").focused(true);
        assert_eq!(field.height(24), 3);
        insta::assert_snapshot!(drawn(&field, 24, 3), @r"
        楼栋  ３栋
              ✗ 请写楼栋号，不要
                写院落名称
        ");
        assert_eq!(field.cursor(Rect::new(0, 0, 24, 3)), Some(Position::new(10, 0)));
    }

    #[test]
    fn the_cursor_stays_in_view_and_on_whole_characters() {
        let state = FieldState::new("社区会议abc");
        let field = Field::new(Theme::default(), &state).focused(true);
        assert_eq!(drawn(&field, 10, 1), "区会议abc\n");
        assert_eq!(field.cursor(Rect::new(0, 0, 10, 1)), Some(Position::new(9, 0)));
        let mut state = state.clone();
        state.apply(&Typing::Home);
        let field = Field::new(Theme::default(), &state).focused(true);
        assert_eq!(field.cursor(Rect::new(3, 2, 10, 1)), Some(Position::new(3, 2)));
        assert_eq!(Field::new(Theme::default(), &state).cursor(Rect::new(3, 2, 10, 1)), None);
    }

    #[test]
    fn an_empty_field_shows_its_placeholder() {
        let state = FieldState::default();
        assert_eq!(
            drawn(&Field::new(Theme::default(), &state).placeholder("例如 2024-11-12"), 20, 1),
            "例如 2024-11-12\n"
        );
    }

    #[test]
    fn a_masked_field_shows_stars() {
        let state = FieldState::new("密a");
        let field = Field::new(Theme::default(), &state).masked(true).focused(true);
        assert_eq!(drawn(&field, 20, 1), "**\n");
        assert_eq!(field.cursor(Rect::new(0, 0, 20, 1)), Some(Position::new(2, 0)));
    }

    #[test]
    fn backspace_takes_a_whole_cluster() {
        let mut state = typed(&[Typing::Paste("👨\u{200d}👩\u{200d}👧".into())]);
        state.apply(&Typing::Backspace);
        assert_eq!(state.text(), "");
    }

    #[test]
    fn what_is_typed_is_filtered() {
        let state = typed(&[Typing::Paste("a\u{202e}\u{1b}[2J\nb\n".into()), Typing::Char('\u{7}')]);
        assert_eq!(state.text(), "a[2J b");
        let mut digits = FieldState::default().accepts(Accepts::Digits);
        digits.apply(&Typing::Paste("１３8-000x".into()));
        digits.apply(&Typing::Char('９'));
        assert!(!digits.apply(&Typing::Char('院')));
        assert_eq!(digits.text(), "1380009");
        let mut folded = FieldState::default().accepts(Accepts::Folded);
        for c in "１１－１２".chars() {
            folded.apply(&Typing::Char(c));
        }
        assert_eq!(folded.text(), "11-12");
    }

    #[test]
    fn pasting_goes_in_at_the_cursor() {
        let mut state = FieldState::new("院造");
        state.apply(&Typing::Left);
        state.apply(&Typing::Paste("落改".into()));
        state.apply(&Typing::Char('x'));
        assert_eq!(state.text(), "院落改x造");
    }
}
