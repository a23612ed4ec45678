//! What is being typed while the meeting goes on: a point, a speaker's name, notes, a task, what is put in.

use super::{super::matter_pick::MatterPick, proposal::Proposal};
use crate::{
    app::Focus,
    domain::{
        OpinionId,
        meeting::agenda::{ItemKey, PersonKey},
    },
    ui::{
        screens::form::{Form, Slot},
        widgets::{FieldState, NotesState, PickerState},
    },
};

/// What is being typed.
pub enum Line {
    /// A point raised: a new one, or one put in other words.
    Point {
        /// The words.
        field: FieldState,
        /// The point to reword.
        of: Option<OpinionId>,
    },
    /// Who asks to speak: one of those who are there, or a name.
    Speaker {
        /// Those who are there.
        list: PickerState,
        /// Who they are, in the list's order.
        people: Vec<PersonKey>,
    },
    /// The text of a motion moved on the spot.
    Motion(Box<Proposal>),
    /// The facilitator's notes on an item.
    Notes {
        /// The notes.
        notes: Box<NotesState>,
        /// The item.
        item: ItemKey,
    },
    /// Who does what by when.
    Task(Form),
    /// The agenda, to go, skip, move and put in.
    Agenda {
        /// The items.
        list: PickerState,
        /// An item being put in.
        new: Option<Box<Proposal>>,
    },
    /// Which matters an item is about.
    Matters {
        /// The item.
        item: ItemKey,
        /// The open matters.
        pick: Box<MatterPick>,
    },
}

impl Line {
    /// A new point.
    pub fn point() -> Self {
        Self::Point { field: FieldState::default(), of: None }
    }

    /// A task with what is known of it.
    pub fn task(what: &str, who: &str) -> Self {
        let lines = [what, who, ""].map(|text| Slot::Text(FieldState::new(text)));
        Self::Task(Form::new(lines.to_vec()))
    }

    /// What the keyboard types into.
    pub fn focus(&self) -> Focus {
        match self {
            Self::Point { .. } => Focus::Field,
            Self::Motion(new) | Self::Agenda { new: Some(new), .. } => new.focus(),
            Self::Speaker { .. } | Self::Matters { .. } => Focus::Search,
            Self::Notes { .. } => Focus::Notes,
            Self::Task(form) => form.focus(),
            Self::Agenda { new: None, .. } => Focus::None,
        }
    }

    /// The text being typed, to be changed in an editor.
    pub fn text(&self) -> Option<String> {
        match self {
            Self::Point { field, .. } => Some(field.text().to_owned()),
            Self::Motion(new) | Self::Agenda { new: Some(new), .. } => Some(new.words.text().to_owned()),
            Self::Notes { notes, .. } => Some(notes.text()),
            Self::Task(form) => form.focused_text(),
            Self::Speaker { .. } | Self::Agenda { new: None, .. } | Self::Matters { .. } => None,
        }
    }

    /// The text comes back from the editor.
    pub fn put_text(&mut self, text: &str) {
        match self {
            Self::Point { field, .. } => field.set(text.trim_end()),
            Self::Motion(new) | Self::Agenda { new: Some(new), .. } => new.words.set(text.trim_end()),
            Self::Notes { notes, .. } => notes.set(text),
            Self::Task(form) => form.put_text(text.trim_end()),
            Self::Speaker { .. } | Self::Agenda { new: None, .. } | Self::Matters { .. } => {}
        }
    }
}
