//! Names of questions, choices and groups as a report calls them.

use crate::{
    domain::{
        Refusal, Text,
        tally::{GroupName, Tally},
    },
    locale::{Locale, clean_line, date_short, decimal, response_state, session_kind},
    tr,
};

/// Words as they begin a line: the first letter is a capital one.
#[must_use]
pub fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The text of a question, or its name where it has none in any language.
#[must_use]
pub fn question_label(locale: &Locale, tally: &Tally) -> String {
    choice_label(locale, &tally.name, &tally.label)
}

/// The label of a choice, or its name where it has none in any language.
#[must_use]
pub fn choice_label(locale: &Locale, name: &str, label: &Text) -> String {
    let text = label.get(locale.lang());
    // `acknowledge` has one choice, `OK`, and no list to label it.
    if label.is_empty() && name == "OK" {
        return tr!(locale, "answer-acknowledged");
    }
    clean_line(if text.is_empty() { name } else { text }).into_owned()
}

/// What a group is called.
#[must_use]
pub fn group_name(locale: &Locale, name: &GroupName) -> String {
    match name {
        GroupName::Choice { name, label } => choice_label(locale, name, label),
        GroupName::Range { from, to, whole } => range(*from, *to, *whole),
        GroupName::Day(day) => date_short(*day),
        GroupName::Hour(hour) => format!("{hour:02}:00"),
        GroupName::Word(word) if word.is_empty() => tr!(locale, "tally-unnamed"),
        GroupName::Word(word) => clean_line(word).into_owned(),
        GroupName::Session { title, starts, .. } => {
            let day = starts.map(|at| date_short(at.date_naive())).unwrap_or_default();
            let words = [day, clean_line(title).into_owned()];
            words.iter().filter(|w| !w.is_empty()).cloned().collect::<Vec<_>>().join(" ")
        }
        GroupName::Kind(kind) => session_kind(locale, *kind),
        GroupName::State(state) => response_state(locale, *state),
        GroupName::Given => tr!(locale, "tally-given"),
        GroupName::NoSession => tr!(locale, "tally-no-session"),
        GroupName::Blank => tr!(locale, "tally-blank"),
        GroupName::Refused(Refusal::Refused) => tr!(locale, "tally-refused"),
        GroupName::Refused(Refusal::DontKnow) => tr!(locale, "tally-dont-know"),
        GroupName::Refused(Refusal::NotApplicable) => tr!(locale, "tally-not-applicable"),
        GroupName::NotAsked => tr!(locale, "tally-not-asked"),
    }
}

/// A range of numbers: `3` and `20-29` of whole ones, `0.5..1` of others.
#[must_use]
pub fn range(from: f64, to: f64, whole: bool) -> String {
    let written = |number: f64| decimal(number, 6);
    if !whole {
        return format!("{}..{}", written(from), written(to));
    }
    let last = to - 1.0;
    if last <= from { written(from) } else { format!("{}-{}", written(from), written(last)) }
}
