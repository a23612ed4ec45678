//! A page of fields under each other: lines to type into and values to choose, the same way on every screen.

use ratatui::{Frame, layout::Rect, widgets::Widget};

use crate::{
    app::{Action, Ctx, Focus},
    locale::{width, wrap},
    tr,
    ui::{
        theme::{Meaning, SELECTED, Theme},
        widgets::{Field, FieldState, Spots, put},
    },
};

/// One field.
#[derive(Debug, Clone)]
pub enum Slot {
    /// A line to type into.
    Text(FieldState),
    /// One of `of` values.
    Choice {
        /// Which, from 0.
        at: usize,
        /// How many there are.
        of: usize,
    },
}

/// The words around a field, made when it is drawn.
#[derive(Debug, Clone, Default)]
pub struct Words {
    /// Before the field.
    pub label: String,
    /// The chosen value of a choice, or what stands on a line while nothing is typed.
    pub value: String,
    /// What is wrong with it; empty when nothing is.
    pub error: String,
    /// At the foot of the page while the field has focus.
    pub hint: String,
}

/// What an action did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Did {
    /// It is not the form's.
    Nothing,
    /// The focus went from this field to another.
    Left(usize),
    /// The value of this field changed.
    Changed(usize),
    /// Next was pressed on the last field.
    Ended,
    /// Something else.
    Done,
}

/// Fields and which of them has focus.
#[derive(Debug, Clone, Default)]
pub struct Form {
    slots: Vec<Slot>,
    at: usize,
    spots: Spots,
}

impl Form {
    /// These fields, the first has focus.
    #[must_use]
    pub fn new(slots: Vec<Slot>) -> Self {
        Self { slots, ..Self::default() }
    }

    /// How many fields there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.slots.len()
    }

    /// The field that has focus.
    #[must_use]
    pub fn at(&self) -> usize {
        self.at
    }

    /// Gives a field focus.
    pub fn go_to(&mut self, at: usize) {
        self.at = at.min(self.slots.len().saturating_sub(1));
    }

    /// What was typed into a line; empty for a choice.
    #[must_use]
    pub fn text(&self, slot: usize) -> &str {
        match self.slots.get(slot) {
            Some(Slot::Text(field)) => field.text(),
            _ => "",
        }
    }

    /// Which value a choice has; 0 for a line.
    #[must_use]
    pub fn choice(&self, slot: usize) -> usize {
        match self.slots.get(slot) {
            Some(Slot::Choice { at, .. }) => *at,
            _ => 0,
        }
    }

    /// Puts another field in place of one.
    pub fn set(&mut self, at: usize, slot: Slot) {
        if let Some(old) = self.slots.get_mut(at) {
            *old = slot;
        }
    }

    /// Whether an action means something here and now: on a line these keys type or move in it.
    #[must_use]
    pub fn allows(&self, action: &Action) -> bool {
        let chooses = matches!(action, Action::Left | Action::Right | Action::Toggle | Action::Digit(_));
        !chooses || self.focus() == Focus::None
    }

    /// What the keyboard types into.
    #[must_use]
    pub fn focus(&self) -> Focus {
        match self.slots.get(self.at) {
            Some(Slot::Text(_)) => Focus::Field,
            _ => Focus::None,
        }
    }

    /// The text of the line that has focus; nothing on a choice.
    #[must_use]
    pub fn focused_text(&self) -> Option<String> {
        match self.slots.get(self.at) {
            Some(Slot::Text(field)) => Some(field.text().to_owned()),
            _ => None,
        }
    }

    /// Puts a text into the line that has focus.
    pub fn put_text(&mut self, text: &str) {
        if let Some(Slot::Text(field)) = self.slots.get_mut(self.at) {
            field.set(text);
        }
    }

    /// Does an action.
    pub fn update(&mut self, action: &Action) -> Did {
        let (before, last) = (self.at, self.slots.len().saturating_sub(1));
        match (action, self.slots.get_mut(self.at)) {
            (Action::Input(typing), Some(Slot::Text(field))) => {
                return if field.apply(typing) { Did::Changed(self.at) } else { Did::Done };
            }
            (Action::Right | Action::Toggle, Some(Slot::Choice { at, of })) => {
                *at = (*at + 1) % (*of).max(1);
                return Did::Changed(self.at);
            }
            (Action::Left, Some(Slot::Choice { at, of })) => {
                *at = (*at + (*of).max(1) - 1) % (*of).max(1);
                return Did::Changed(self.at);
            }
            (Action::Digit(digit), Some(Slot::Choice { at, of })) => {
                let wanted = usize::from(*digit);
                if (1..=*of).contains(&wanted) {
                    *at = wanted - 1;
                    return Did::Changed(self.at);
                }
                return Did::Done;
            }
            // A click goes to a field; on the field one is at it shows the next value.
            (Action::Click(column, row), _) => match self.spots.at(*column, *row) {
                Some(at) if at == before => return self.update(&Action::Toggle),
                Some(at) => self.at = at.min(last),
                None => return Did::Done,
            },
            (Action::NextField, _) if self.at == last => return Did::Ended,
            (Action::NextField, _) => self.at += 1,
            (Action::PreviousField, _) => self.at = self.at.saturating_sub(1),
            (Action::First, _) => self.at = 0,
            (Action::Last, _) => self.at = last,
            _ => return Did::Nothing,
        }
        if self.at == before { Did::Done } else { Did::Left(before) }
    }

    /// Draws the fields, the one with focus always in view, its hint at the foot.
    pub fn view(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect, words: &[Words]) {
        let theme = Theme::of(ctx);
        let label_columns = words.iter().map(|w| width(&w.label)).max().unwrap_or_default() + 2;
        let label_columns = u16::try_from(label_columns).unwrap_or(u16::MAX).min(area.width / 2);
        let hint = words.get(self.at).map_or("", |w| w.hint.as_str());
        let hint_lines = wrap(hint, usize::from(area.width.saturating_sub(2)));
        let foot = u16::try_from(hint_lines.len() + 1).unwrap_or(u16::MAX).min(area.height / 2);
        let list = Rect { height: area.height - foot, ..area };
        let heights: Vec<u16> = words.iter().map(|w| 1 + u16::from(!w.error.is_empty())).collect();
        let mut first = 0;
        while first < self.at && heights[first..=self.at].iter().sum::<u16>() > list.height {
            first += 1;
        }
        let mut y = list.y;
        self.spots.clear();
        for (slot, words) in words.iter().enumerate().skip(first) {
            let height = heights[slot].min(list.bottom().saturating_sub(y));
            if height == 0 {
                break;
            }
            let row = Rect { y, height, ..list };
            self.draw_slot(slot, words, label_columns, theme, frame, row);
            self.spots.add(row, slot);
            y += height;
        }
        for (n, line) in (0..foot.saturating_sub(1)).zip(hint_lines) {
            let place =
                Rect { x: area.x + 2, y: list.bottom() + 1 + n, width: area.width.saturating_sub(2), height: 1 };
            put(frame.buffer_mut(), place, line, theme.style(Meaning::Muted));
        }
    }

    fn draw_slot(&self, slot: usize, words: &Words, columns: u16, theme: Theme, frame: &mut Frame<'_>, row: Rect) {
        let focused = slot == self.at;
        let inner = Rect { x: row.x + 2, width: row.width.saturating_sub(3), ..row };
        if focused {
            put(frame.buffer_mut(), row, SELECTED, theme.style(Meaning::Key));
        }
        match &self.slots[slot] {
            Slot::Text(state) => {
                let field = Field::new(theme, state)
                    .label(&words.label)
                    .label_columns(columns)
                    .placeholder(&words.value)
                    .error(&words.error)
                    .focused(focused);
                field.render(inner, frame.buffer_mut());
                if let Some(at) = field.cursor(inner) {
                    frame.set_cursor_position(at);
                }
            }
            Slot::Choice { .. } => {
                put(frame.buffer_mut(), inner, &words.label, theme.style(Meaning::Label));
                let value = Rect { x: inner.x + columns, width: inner.width.saturating_sub(columns), ..inner };
                let style = theme.style(if focused { Meaning::Selected } else { Meaning::Text });
                let text = if focused { format!(" < {} > ", words.value) } else { words.value.clone() };
                put(frame.buffer_mut(), value, &text, style);
            }
        }
    }
}

/// The words `yes` and `no` of a choice of two.
#[must_use]
pub fn yes_no(ctx: &Ctx, yes: bool) -> String {
    if yes { tr!(ctx.locale, "form-yes") } else { tr!(ctx.locale, "form-no") }
}
