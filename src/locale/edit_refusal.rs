//! Why a draft does not take a change, in words.

use super::{Locale, decimal, refusal_words};
use crate::{domain::survey::EditRefusal, tr};

/// Why a draft does not take a change, and what to do.
#[must_use]
pub fn edit_refusal(locale: &Locale, refusal: &EditRefusal) -> String {
    match refusal {
        EditRefusal::NoSuchNode | EditRefusal::NotAQuestion | EditRefusal::NotARepeat => tr!(locale, "refused-no-such"),
        EditRefusal::Computed => tr!(locale, "refused-computed"),
        EditRefusal::ReadOnly => tr!(locale, "refused-read-only"),
        EditRefusal::WrongKind { .. } => tr!(locale, "refused-wrong-kind"),
        EditRefusal::NotANumber => tr!(locale, "refused-not-a-number"),
        EditRefusal::NumberTooLarge => tr!(locale, "refused-too-large"),
        EditRefusal::OffScale { start, end, step } => {
            let (start, end, step) = (decimal(*start, 6), decimal(*end, 6), decimal(*step, 6));
            tr!(locale, "refused-off-scale", start = start, end = end, step = step)
        }
        EditRefusal::NotADate => tr!(locale, "refused-not-a-date"),
        EditRefusal::NotATime => tr!(locale, "refused-not-a-time"),
        EditRefusal::NotADateTime => tr!(locale, "refused-not-a-date-time"),
        EditRefusal::NotAPoint => tr!(locale, "typed-no-point"),
        EditRefusal::NotAChoice { choice } | EditRefusal::NotOffered { choice } => {
            let choice = choice.clone();
            tr!(locale, "refused-not-offered", choice = choice)
        }
        EditRefusal::RefusalNotOffered { refusal } => {
            let refusal = refusal_words(locale, *refusal);
            tr!(locale, "entry-refusal-not-offered", refusal = refusal)
        }
        EditRefusal::Counted => tr!(locale, "refused-counted"),
        EditRefusal::NotRelevant => tr!(locale, "refused-not-relevant"),
        EditRefusal::TooManyInstances { most } => {
            let most = *most;
            tr!(locale, "refused-too-many", most = most)
        }
        EditRefusal::NoWarning => tr!(locale, "refused-no-warning"),
    }
}
