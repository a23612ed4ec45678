//! What is known of one node in one instance.

use crate::domain::{Answer, Value, survey::form::Prop};

/// What is known of one node in one instance.
#[derive(Debug, Clone, Default)]
pub(in super::super) struct Cell {
    /// The answer as given or computed, kept whatever its relevance.
    pub answer: Option<Answer>,
    pub mask: Mask,
    /// Bits of [`Bit`].
    pub bits: u16,
    /// Properties to compute: queued, or waiting until the node is relevant again.
    pub dirty: u16,
    /// The lanes it weighs in at present.
    pub lanes: u8,
}

/// Which part of a picked answer is still offered.
#[derive(Debug, Clone, Default, PartialEq)]
pub(in super::super) enum Mask {
    /// All of it.
    #[default]
    Whole,
    /// Nothing: it reads as blank.
    None,
    /// Some of the choices picked.
    Part(Box<Answer>),
}

/// A yes or no of a cell.
#[derive(Debug, Clone, Copy)]
#[repr(u16)]
pub(super) enum Bit {
    Relevant = 1,
    Required = 1 << 1,
    ReadOnly = 1 << 2,
    Violated = 1 << 3,
    Warned = 1 << 4,
    /// The warning was passed.
    Passed = 1 << 5,
    /// The first value is still to be computed.
    New = 1 << 6,
    /// The trigger changed.
    Fired = 1 << 7,
    /// Already among the changes of this pass.
    Touched = 1 << 8,
    /// Already among the values to keep of this pass.
    Keep = 1 << 9,
}

impl Cell {
    pub(super) fn is(&self, bit: Bit) -> bool {
        self.bits & bit as u16 != 0
    }

    /// Sets a bit; whether it was different before.
    pub(super) fn set(&mut self, bit: Bit, on: bool) -> bool {
        let before = self.bits;
        if on {
            self.bits |= bit as u16;
        } else {
            self.bits &= !(bit as u16);
        }
        before != self.bits
    }

    pub(super) fn is_dirty(&self, prop: Prop) -> bool {
        self.dirty & prop.bit() != 0
    }

    /// The answer as it counts: nothing when irrelevant or no longer offered.
    pub(super) fn counted(&self) -> Option<&Answer> {
        if !self.is(Bit::Relevant) {
            return None;
        }
        match &self.mask {
            Mask::Whole => self.answer.as_ref(),
            Mask::None => None,
            Mask::Part(answer) => Some(answer),
        }
    }

    /// What expressions read.
    pub(super) fn reading(&self) -> Option<&Value> {
        self.counted().and_then(Answer::value)
    }

    /// Whether there is an answer that satisfies `required`: a refusal, or a value that is not spaces only.
    pub(super) fn is_answered(&self) -> bool {
        match self.counted() {
            None => false,
            Some(Answer::Refusal(_)) => true,
            Some(Answer::Value(value)) => !is_blank(value),
        }
    }
}

/// Whether a value is nothing to speak of: a text of spaces, no choice picked.
pub(super) fn is_blank(value: &Value) -> bool {
    match value {
        Value::Text(text) => text.trim().is_empty(),
        Value::Choice(name) => name.is_empty(),
        Value::Choices(names) => names.is_empty(),
        _ => false,
    }
}
