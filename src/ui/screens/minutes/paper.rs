//! What is on view: one of the prints of one version, laid out for the window, to scroll and to go through.

use std::cell::{Cell, RefCell};

use ratatui::{buffer::Buffer, layout::Rect};

use crate::{
    app::Typing,
    report::{Document, LaidLine, Look, Wanted, document_lines},
    ui::{
        theme::{Meaning, SELECTED, Theme},
        widgets::{put, scrolled},
    },
};

/// Columns of a line at most: longer ones are hard to read.
const PAGE: u16 = 100;
/// Columns for the sign before the place the keys act on.
const MARGIN: u16 = 2;

/// A document, and how far one has read.
#[derive(Debug, Default)]
pub struct Paper {
    document: Document,
    /// Words where a person's words are wanted and none are written; nothing where none can be written.
    blank: Option<String>,
    /// The place for words the keys act on.
    at: Option<Wanted>,
    top: Cell<usize>,
    area: Cell<Rect>,
    /// The lines and the width they are laid out for: laid out anew only when it changes.
    lines: RefCell<(u16, Vec<LaidLine>)>,
}

impl Paper {
    /// Puts another document in its place; how far one has read stays.
    pub fn put(&mut self, document: Document, blank: Option<String>) {
        (self.document, self.blank) = (document, blank);
        self.lines.get_mut().0 = 0;
    }

    /// The document.
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// Whether a person's words may be written into it.
    pub fn takes_words(&self) -> bool {
        self.blank.is_some()
    }

    /// To its start.
    pub fn rewind(&mut self) {
        self.top.set(0);
        self.at = None;
    }

    /// Scrolls.
    pub fn scroll(&mut self, typing: &Typing) {
        let last = self.lines.borrow().1.len().saturating_sub(self.area.get().height.into());
        self.top.set(scrolled(self.top.get(), self.area.get().height, typing).min(last));
    }

    /// To the next place for words, or the one before; from outside the window to the first one in it.
    pub fn step(&mut self, back: bool) {
        let places = self.places();
        let seen = |line: usize| self.in_view(line);
        let here = self.at.as_ref().and_then(|at| places.iter().position(|(place, _)| place == at));
        let from = here.filter(|at| seen(places[*at].1));
        let next = match (from, back) {
            (Some(at), false) => (at + 1).min(places.len().saturating_sub(1)),
            (Some(at), true) => at.saturating_sub(1),
            (None, false) => places.iter().position(|(_, line)| *line >= self.top.get()).unwrap_or(0),
            (None, true) => places.iter().rposition(|(_, line)| *line <= self.top.get()).unwrap_or(0),
        };
        if let Some((place, line)) = places.into_iter().nth(next) {
            self.at = Some(place);
            self.show(line);
        }
    }

    /// The place Enter opens: the one the keys act on, if it is in view, else the first in view, else the next one, which
    /// comes into view.
    pub fn wanted(&mut self) -> Option<Wanted> {
        let seen = |line: usize| self.in_view(line);
        let places = self.places();
        let current = places.iter().find(|(place, line)| Some(place) == self.at.as_ref() && seen(*line)).cloned();
        if current.is_none() {
            self.step(false);
        }
        current.map(|(place, _)| place).or_else(|| self.at.clone())
    }

    /// The place for words at this cell of the terminal.
    pub fn clicked(&mut self, column: u16, row: u16) -> Option<Wanted> {
        let area = self.area.get();
        if !area.contains((column, row).into()) {
            return None;
        }
        let line = self.top.get() + usize::from(row - area.y);
        let place = self.lines.borrow().1.get(line)?.wanted.clone()?;
        self.at = Some(place.clone());
        Some(place)
    }

    /// Brings a place into view.
    pub fn show_place(&mut self, place: &Wanted) {
        self.at = Some(place.clone());
        if let Some((_, line)) = self.places().into_iter().find(|(known, _)| known == place) {
            self.show(line);
        }
    }

    /// Places for words with their first line, where words may be written.
    fn places(&self) -> Vec<(Wanted, usize)> {
        let mut found: Vec<(Wanted, usize)> = Vec::new();
        if self.blank.is_none() {
            return found;
        }
        for (at, line) in self.lines.borrow().1.iter().enumerate() {
            if let Some(place) =
                line.wanted.as_ref().filter(|place| found.last().is_none_or(|(last, _)| last != *place))
            {
                found.push((place.clone(), at));
            }
        }
        found
    }

    fn in_view(&self, line: usize) -> bool {
        (self.top.get()..self.top.get() + usize::from(self.area.get().height)).contains(&line)
    }

    /// Scrolls as little as brings a line into view with some lines around it.
    fn show(&self, line: usize) {
        let height = usize::from(self.area.get().height.max(1));
        let around = (height / 3).min(4);
        let least = (line + around + 1).saturating_sub(height);
        let most = line.saturating_sub(around);
        self.top.set(self.top.get().clamp(least.min(most), most.max(least)));
    }

    /// Draws what is in view; the place the keys act on is brought into view where it must be seen.
    pub fn draw(&self, theme: Theme, buffer: &mut Buffer, area: Rect, must_be_seen: bool) {
        self.area.set(area);
        let page = area.width.saturating_sub(MARGIN).min(PAGE);
        {
            let mut lines = self.lines.borrow_mut();
            if lines.0 != page {
                *lines = (page, document_lines(&self.document, page.into(), self.blank.as_deref()));
            }
        }
        if let Some((_, line)) =
            self.places().into_iter().find(|(place, _)| must_be_seen && Some(place) == self.at.as_ref())
            && !self.in_view(line)
        {
            self.show(line);
        }
        let lines = self.lines.borrow();
        let last = lines.1.len().saturating_sub(area.height.into());
        self.top.set(self.top.get().min(last));
        for (y, line) in (area.y..area.bottom()).zip(&lines.1[self.top.get()..]) {
            let row = Rect { x: area.x, y, width: area.width, height: 1 };
            let here = self.blank.is_some() && line.wanted.is_some() && line.wanted == self.at;
            if here {
                put(buffer, row, SELECTED, theme.style(Meaning::Key));
            }
            let text = Rect { x: area.x + MARGIN, width: area.width.saturating_sub(MARGIN), ..row };
            put(buffer, text, &line.text, theme.style(meaning(line.look)));
        }
    }
}

fn meaning(look: Look) -> Meaning {
    match look {
        Look::Title | Look::Heading => Meaning::Title,
        Look::Subtitle | Look::Blank | Look::Note => Meaning::Muted,
        Look::Head => Meaning::Label,
        Look::Words => Meaning::Accent,
        Look::Plain | Look::Break => Meaning::Text,
    }
}
