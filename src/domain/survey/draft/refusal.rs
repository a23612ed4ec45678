//! Why a change is not made.

use crate::domain::{Refusal, survey::Kind};

/// Why a change is not made. The draft is as it was.
#[derive(Debug, Clone, PartialEq)]
pub enum EditRefusal {
    /// The survey has no such question, or the response no such instance.
    NoSuchNode,
    /// A group or repeat holds no answer.
    NotAQuestion,
    /// Not a repeat, or not one of its instances.
    NotARepeat,
    /// Filled by the program, never by hand.
    Computed,
    /// `read_only` is true at present.
    ReadOnly,
    /// A value of another kind than the question asks for.
    WrongKind {
        /// The question's kind.
        expected: Kind,
    },
    /// The text is no number.
    NotANumber,
    /// A whole number beyond what is exact everywhere, ±9 007 199 254 740 991.
    NumberTooLarge,
    /// Not one of the values of a `range` question.
    OffScale {
        /// First value of the scale.
        start: f64,
        /// Last value of the scale.
        end: f64,
        /// Distance from one value to the next.
        step: f64,
    },
    /// The text is no date, `2024-11-12`.
    NotADate,
    /// The text is no time, `19:30`.
    NotATime,
    /// The text is no date and time with offset, `2024-11-12T19:30+08:00`.
    NotADateTime,
    /// The text is no place: latitude -90 to 90, longitude -180 to 180, then altitude and accuracy if known.
    NotAPoint,
    /// The list has no such choice.
    NotAChoice {
        /// As given.
        choice: String,
    },
    /// The choice is in the list, but its `choice_filter` does not offer it at present.
    NotOffered {
        /// As given.
        choice: String,
    },
    /// The question does not offer this refusal.
    RefusalNotOffered {
        /// As given.
        refusal: Refusal,
    },
    /// The survey sets the number of instances; none can be added or removed by hand.
    Counted,
    /// The repeat is not relevant at present.
    NotRelevant,
    /// More instances than a response can hold.
    TooManyInstances {
        /// How many it can hold.
        most: usize,
    },
    /// The question raises no warning at present.
    NoWarning,
}
