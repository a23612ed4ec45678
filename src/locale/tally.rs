//! What keeps a filter from being applied, as sentences.

use super::Locale;
use crate::{domain::tally::FilterFault, tr};

/// The sentence of a filter's fault.
#[must_use]
pub fn filter_fault(locale: &Locale, fault: &FilterFault) -> String {
    match fault.clone() {
        FilterFault::Question { name, near: None } => tr!(locale, "tally-no-question", name = name),
        FilterFault::Question { name, near: Some(near) } => {
            tr!(locale, "tally-no-question-near", name = name, near = near)
        }
        FilterFault::Choice { question, name, near: None } => {
            tr!(locale, "tally-no-choice", question = question, name = name)
        }
        FilterFault::Choice { question, name, near: Some(near) } => {
            tr!(locale, "tally-no-choice-near", question = question, name = name, near = near)
        }
    }
}
