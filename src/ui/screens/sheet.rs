//! Labels and words in columns, one side or two side by side, wrapped, to scroll through.

use std::cell::{Cell as Shared, RefCell};

use ratatui::{buffer::Buffer, layout::Rect};

use crate::{
    app::Typing,
    locale::{clean_line, clean_text, wrap},
    ui::{
        theme::{Meaning, Theme},
        widgets::{put, scrolled},
    },
};

/// Columns a part's questions stand further in.
const INDENT: usize = 2;
/// Columns between two columns of words.
const GAP: usize = 2;
/// Before a row in which the revisions differ.
const CHANGED: &str = "*";

/// A piece of a line: how many columns in, the words, their meaning.
type Piece = (usize, String, Meaning);

/// A row of the sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Groups and repeats around it.
    pub depth: usize,
    /// The question, what a line is about, or the name of the part that begins here.
    pub label: String,
    /// Words for each side; none for the beginning of a part.
    pub cells: Vec<Cell>,
}

/// What stands on one side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Nothing stands there: the question was not put, the line is not in it.
    Absent,
    /// It was put and left blank.
    Blank,
    /// Words.
    Words(String),
}

impl Item {
    /// Whether the sides differ here.
    pub fn changed(&self) -> bool {
        self.cells.windows(2).any(|pair| pair[0] != pair[1])
    }
}

/// Rows, and how far one has read.
#[derive(Debug, Default)]
pub struct Sheet {
    items: Vec<Item>,
    /// What stands above the columns of answers and does not scroll; empty for nothing.
    heads: Vec<String>,
    /// Only rows in which the revisions differ.
    only_changes: bool,
    top: Shared<usize>,
    height: Shared<u16>,
    /// The lines and the width they are laid out for: laid out anew only when it changes.
    lines: RefCell<(u16, Vec<Vec<Piece>>)>,
    blank: String,
    absent: String,
}

impl Sheet {
    /// These rows, with the words for what was left blank and for what a side does not have.
    pub fn new(items: Vec<Item>, blank: String, absent: String) -> Self {
        Self { items, blank, absent, ..Self::default() }
    }

    /// With words above the columns of answers.
    pub fn heads(self, heads: Vec<String>) -> Self {
        Self { heads, ..self }
    }

    /// Only the rows in which the revisions differ.
    pub fn only_changes(self, only_changes: bool) -> Self {
        Self { only_changes, ..self }
    }

    /// The rows as text: question and answers of each, a line or more each.
    pub fn text(&self) -> String {
        let mut text = String::new();
        for (at, item) in
            self.items.iter().enumerate().filter(|(at, _)| !self.only_changes || self.leads_to_change(*at))
        {
            let words = item.cells.iter().map(|cell| match cell {
                Cell::Words(words) => words.as_str(),
                Cell::Blank => &self.blank,
                Cell::Absent => &self.absent,
            });
            let parts: Vec<&str> = std::iter::once(item.label.as_str()).chain(words).collect();
            text.push_str(if item.cells.is_empty() && at > 0 { "\n" } else { "" });
            text.push_str(&parts.join("\t"));
            text.push('\n');
        }
        text
    }

    /// How many rows differ.
    pub fn changes(&self) -> usize {
        self.items.iter().filter(|item| item.changed()).count()
    }

    /// Reads on from where another sheet was read.
    pub fn at(self, other: &Self) -> Self {
        self.top.set(other.top.get());
        self
    }

    /// Scrolls.
    pub fn apply(&mut self, typing: &Typing) {
        self.top.set(scrolled(self.top.get(), self.height.get(), typing).min(self.last_top()));
    }

    /// The last line in view and how many there are, as last drawn; nothing when all are in view.
    pub fn position(&self) -> Option<(usize, usize)> {
        let total = self.lines.borrow().1.len();
        let last = self.top.get() + usize::from(self.height.get());
        (total > usize::from(self.height.get())).then_some((last.min(total), total))
    }

    /// Draws the lines in view.
    pub fn draw(&self, theme: Theme, buffer: &mut Buffer, area: Rect) {
        let area = self.draw_heads(theme, buffer, area);
        if self.lines.borrow().0 != area.width {
            self.lines.replace((area.width, self.lay_out(area.width.into())));
        }
        self.height.set(area.height);
        let top = self.top.get().min(self.last_top());
        self.top.set(top);
        for (y, line) in (area.y..area.bottom()).zip(self.lines.borrow().1.iter().skip(top)) {
            for (at, words, meaning) in line {
                let at = u16::try_from(*at).unwrap_or(area.width).min(area.width);
                let place = Rect { x: area.x + at, y, width: area.width - at, height: 1 };
                put(buffer, place, words, theme.style(*meaning));
            }
        }
    }

    fn draw_heads(&self, theme: Theme, buffer: &mut Buffer, area: Rect) -> Rect {
        if self.heads.is_empty() || area.is_empty() {
            return area;
        }
        let (first, room) = columns(area.width.into(), self.heads.len());
        for (n, words) in self.heads.iter().enumerate() {
            let at = u16::try_from(first + n * room).unwrap_or(area.width).min(area.width);
            let wide = u16::try_from(room.saturating_sub(GAP)).unwrap_or(area.width).min(area.width - at);
            let place = Rect { x: area.x + at, width: wide, height: 1, ..area };
            put(buffer, place, words, theme.style(Meaning::Label));
        }
        Rect { y: area.y + 1, height: area.height - 1, ..area }
    }

    fn last_top(&self) -> usize {
        self.lines.borrow().1.len().saturating_sub(self.height.get().into())
    }

    fn lay_out(&self, width: usize) -> Vec<Vec<Piece>> {
        let mut lines = Vec::new();
        let sides = self.items.iter().map(|item| item.cells.len()).max().unwrap_or(1).max(1);
        let (first, room) = columns(width, sides);
        for (at, item) in self.items.iter().enumerate() {
            if self.only_changes && !self.leads_to_change(at) {
                continue;
            }
            let part = item.cells.is_empty();
            if part && item.depth == 0 && !lines.is_empty() {
                lines.push(Vec::new());
            }
            let changed = item.changed();
            let indent = (2 + item.depth * INDENT).min(first / 2);
            let label = clean_line(&item.label);
            let columns = if part { width.saturating_sub(indent) } else { first.saturating_sub(indent + GAP) };
            let look = if part { Meaning::Title } else { Meaning::Label };
            let mut block: Vec<Vec<Piece>> = Vec::new();
            add(&mut block, indent, wrap(&label, columns.max(4)), look);
            for (n, cell) in item.cells.iter().enumerate() {
                let (words, look) = match cell {
                    Cell::Words(words) if changed => (clean_text(words), Meaning::Accent),
                    Cell::Words(words) => (clean_text(words), Meaning::Text),
                    Cell::Blank => (self.blank.as_str().into(), Meaning::Muted),
                    Cell::Absent => (self.absent.as_str().into(), Meaning::Muted),
                };
                let columns = room.saturating_sub(GAP).max(4);
                add(&mut block, first + n * room, words.lines().flat_map(|line| wrap(line, columns)), look);
            }
            if changed && let Some(line) = block.first_mut() {
                line.push((0, CHANGED.to_owned(), Meaning::Accent));
            }
            lines.append(&mut block);
        }
        lines
    }

    /// Whether a row differs, or begins a part with one that does.
    fn leads_to_change(&self, at: usize) -> bool {
        let item = &self.items[at];
        let inside = || self.items[at + 1..].iter().take_while(|other| other.depth > item.depth);
        item.changed() || (item.cells.is_empty() && inside().any(Item::changed))
    }
}

/// Columns of the questions, and of each answer beside them: one answer gets the greater half of the line, two share two
/// thirds of it.
fn columns(width: usize, sides: usize) -> (usize, usize) {
    let first = if sides == 1 { width * 9 / 20 } else { width / 3 };
    (first, width.saturating_sub(first) / sides)
}

/// Adds lines of words to a block, beside what stands there.
fn add<'a>(block: &mut Vec<Vec<Piece>>, at: usize, words: impl IntoIterator<Item = &'a str>, look: Meaning) {
    for (n, line) in words.into_iter().enumerate() {
        if block.len() <= n {
            block.push(Vec::new());
        }
        block[n].push((at, line.to_owned(), look));
    }
}
