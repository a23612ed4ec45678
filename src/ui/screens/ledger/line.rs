//! Some fields beside each other in one line, filled as fast as people speak: Enter goes on and records at the end.

use ratatui::{Frame, layout::Rect, widgets::Widget};

use crate::{
    app::{Action, Ctx, Typing},
    locale::width,
    ui::{
        theme::{Meaning, Theme, WRONG},
        widgets::{Field, FieldState, Spots, put},
    },
};

/// Columns between two fields.
const GAP: u16 = 2;

/// One field of a line.
#[derive(Debug, Clone)]
struct Place {
    field: FieldState,
    /// Its share of the room.
    weight: u16,
    /// Enter passes it by: Tab goes there.
    aside: bool,
}

/// The words around a field, made when it is drawn.
#[derive(Debug, Clone, Default)]
pub struct Said {
    /// Before the field.
    pub label: String,
    /// On the field while nothing is typed.
    pub placeholder: String,
}

impl Said {
    /// A label, and what stands on the empty field.
    pub fn new(label: String, placeholder: String) -> Self {
        Self { label, placeholder }
    }
}

/// What a key did while a line was typed into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keyed {
    /// The line is done: it is to be recorded.
    Record,
    /// Something was typed.
    Typed,
    /// Another field has the focus, or nothing changed.
    Moved,
    /// The line is given up.
    Left,
    /// The key is not for the line.
    Elsewhere,
}

/// What Enter did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Enter {
    /// Went on to another field.
    Went,
    /// All that is needed is there: to be recorded.
    Record,
}

/// Fields in a line and which of them has focus.
#[derive(Debug, Clone, Default)]
pub struct Line {
    places: Vec<Place>,
    at: usize,
    spots: Spots,
}

impl Line {
    /// A line without fields.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// One more field with this text, and its share of the room.
    #[must_use]
    pub fn field(mut self, text: &str, weight: u16) -> Self {
        self.places.push(Place { field: FieldState::new(text), weight, aside: false });
        self
    }

    /// One more field, which Enter passes by.
    #[must_use]
    pub fn aside(mut self, text: &str, weight: u16) -> Self {
        self.places.push(Place { field: FieldState::new(text), weight, aside: true });
        self
    }

    /// Focus on this field.
    #[must_use]
    pub fn begin_at(mut self, at: usize) -> Self {
        self.go_to(at);
        self
    }

    /// What was typed into a field, without spaces around it.
    #[must_use]
    pub fn text(&self, at: usize) -> &str {
        self.places.get(at).map_or("", |place| place.field.text().trim())
    }

    /// Puts a text into a field.
    pub fn set(&mut self, at: usize, text: &str) {
        if let Some(place) = self.places.get_mut(at) {
            place.field.set(text);
        }
    }

    /// The field with focus.
    #[must_use]
    pub fn at(&self) -> usize {
        self.at
    }

    /// Gives a field focus.
    pub fn go_to(&mut self, at: usize) {
        self.at = at.min(self.places.len().saturating_sub(1));
    }

    /// Whether nothing is typed into any field.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.places.iter().all(|place| place.field.text().trim().is_empty())
    }

    /// The text of the field with focus, as it stands.
    #[must_use]
    pub fn focused_text(&self) -> String {
        self.places.get(self.at).map(|place| place.field.text().to_owned()).unwrap_or_default()
    }

    /// Puts a text into the field with focus.
    pub fn put_text(&mut self, text: &str) {
        self.set(self.at, text);
    }

    /// On to the next field, or done.
    pub fn enter(&mut self) -> Enter {
        match (self.at + 1..self.places.len()).find(|at| !self.places[*at].aside) {
            Some(next) => {
                self.at = next;
                Enter::Went
            }
            None => Enter::Record,
        }
    }

    /// What a key does while it is typed into.
    pub fn key(&mut self, action: &Action) -> Keyed {
        match action {
            Action::Open if self.enter() == Enter::Record => Keyed::Record,
            Action::Open => Keyed::Moved,
            Action::Input(typing) => {
                self.type_in(typing);
                Keyed::Typed
            }
            Action::Back => Keyed::Left,
            action if self.moved(action) => Keyed::Moved,
            _ => Keyed::Elsewhere,
        }
    }

    /// Does one step of typing.
    pub fn type_in(&mut self, typing: &Typing) {
        if let Some(place) = self.places.get_mut(self.at) {
            place.field.apply(typing);
        }
    }

    /// Goes from field to field as the action says; whether it was such an action.
    pub fn moved(&mut self, action: &Action) -> bool {
        let count = self.places.len().max(1);
        match action {
            Action::NextField => self.at = (self.at + 1) % count,
            Action::PreviousField => self.at = (self.at + count - 1) % count,
            Action::Click(column, row) => match self.spots.at(*column, *row) {
                Some(at) => self.go_to(at),
                None => return false,
            },
            _ => return false,
        }
        true
    }

    /// Draws what the line is for, its fields, and below them a hint or what is wrong: three rows. The fields are
    /// called as `said` says.
    pub fn draw(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect, said: &[Said], foot: &Foot<'_>) {
        let theme = Theme::of(ctx);
        let row = |n: u16| Rect { y: area.y + n, height: 1.min(area.height.saturating_sub(n)), ..area };
        put(frame.buffer_mut(), row(0), foot.title, theme.style(Meaning::Title));
        self.draw_fields(theme, frame, row(1), said);
        let (text, meaning) = if foot.wrong.is_empty() {
            (foot.hint.to_owned(), Meaning::Muted)
        } else {
            (format!("{WRONG} {}", foot.wrong), Meaning::Bad)
        };
        put(frame.buffer_mut(), row(2), &text, theme.style(meaning));
    }

    fn draw_fields(&self, theme: Theme, frame: &mut Frame<'_>, area: Rect, said: &[Said]) {
        let columns = |text: &str| u16::try_from(width(text)).unwrap_or(u16::MAX);
        let labels: u16 = said.iter().map(|said| columns(&said.label) + 1).sum();
        let gaps = GAP * u16::try_from(self.places.len().saturating_sub(1)).unwrap_or(0);
        // A line wider than the eye takes in helps nobody.
        let room = area.width.min(110).saturating_sub(labels + gaps);
        let weights: u16 = self.places.iter().map(|place| place.weight).sum::<u16>().max(1);
        let mut x = area.x;
        self.spots.clear();
        for (at, (place, said)) in self.places.iter().zip(said).enumerate() {
            let label = columns(&said.label) + 1;
            let share = u32::from(room) * u32::from(place.weight) / u32::from(weights);
            let wide = (label + u16::try_from(share).unwrap_or(0)).min(area.right().saturating_sub(x));
            let here = Rect { x, width: wide, ..area };
            let field = Field::new(theme, &place.field)
                .label(&said.label)
                .label_columns(label)
                .placeholder(&said.placeholder)
                .focused(at == self.at);
            field.render(here, frame.buffer_mut());
            if let Some(cursor) = field.cursor(here) {
                frame.set_cursor_position(cursor);
            }
            self.spots.add(here, at);
            x = (x + wide + GAP).min(area.right());
        }
    }
}

/// The words above and below a line.
#[derive(Debug, Clone, Copy, Default)]
pub struct Foot<'a> {
    /// What is being recorded.
    pub title: &'a str,
    /// What may help.
    pub hint: &'a str,
    /// What is wrong; empty when nothing is.
    pub wrong: &'a str,
}
