//! Which responses a report counts, in words.

use chrono::NaiveDate;

use crate::{
    domain::{
        SessionId,
        tally::{AnswerFilter, Columns, Filter, Wanted},
    },
    locale::{Locale, clean_line, date_short, door, response_state, session_kind},
    report::{Class, choice_label, range},
    tr,
};

/// A filter in words, `栋 1栋 或 2栋 / 类型 院落坝坝会`; empty when it asks for nothing. For everyone it names no surveyor.
#[must_use]
pub fn filter_words(l: &Locale, filter: &Filter, columns: &Columns, class: Class) -> String {
    let or = tr!(l, "summary-or");
    let mut said: Vec<String> = Vec::new();
    let mut say = |what: String, values: Vec<String>| {
        if !values.is_empty() {
            said.push(format!("{what} {}", values.join(&or)));
        }
    };
    say(tr!(l, "summary-by-kind"), filter.kinds.iter().map(|kind| session_kind(l, *kind)).collect());
    say(tr!(l, "summary-by-building"), filter.buildings.iter().map(|name| building(l, name)).collect());
    say(tr!(l, "summary-by-session"), filter.sessions.iter().map(|id| session(l, *id, columns)).collect());
    let days = match (filter.from, filter.to) {
        (None, None) => None,
        (Some(from), None) => Some(tr!(l, "summary-days-from", from = date_short(from))),
        (None, Some(to)) => Some(tr!(l, "summary-days-to", to = date_short(to))),
        (Some(from), Some(to)) => Some(tr!(l, "summary-days", from = date_short(from), to = date_short(to))),
    };
    say(tr!(l, "summary-by-day"), days.into_iter().collect());
    let surveyor = |name: &String| match (class, name.is_empty()) {
        (Class::Public, _) => tr!(l, "report-one-surveyor"),
        (_, true) => tr!(l, "tally-unnamed"),
        (_, false) => clean_line(name).into_owned(),
    };
    say(tr!(l, "summary-by-surveyor"), filter.surveyors.iter().map(surveyor).collect());
    say(tr!(l, "summary-by-state"), filter.states.iter().map(|state| response_state(l, *state)).collect());
    for answer in &filter.answers {
        let (question, value) = answered(l, answer, columns);
        say(question, vec![value]);
    }
    said.join(" / ")
}

fn building(l: &Locale, name: &str) -> String {
    let at = crate::domain::survey::Door { building: name.to_owned(), ..Default::default() };
    let words = door(l, &at);
    if words.is_empty() { tr!(l, "tally-unnamed") } else { words }
}

fn session(l: &Locale, id: SessionId, columns: &Columns) -> String {
    match columns.dimensions().occasions.iter().find(|occasion| occasion.id == id) {
        Some(occasion) => {
            let day = occasion.starts.map(|at| date_short(at.date_naive())).unwrap_or_default();
            format!("{day} {}", clean_line(&occasion.title)).trim().to_owned()
        }
        None => tr!(l, "summary-other-session"),
    }
}

fn answered(l: &Locale, answer: &AnswerFilter, columns: &Columns) -> (String, String) {
    let column = columns.named(&answer.question).next().map(|(_, column)| column);
    let question =
        column.map_or_else(|| answer.question.clone(), |column| choice_label(l, &column.name, &column.label));
    let end = |end: Option<String>| end.unwrap_or_default();
    let value = match &answer.wanted {
        Wanted::Choice(name) => {
            let choices = column.and_then(|column| column.choices());
            let label = choices.and_then(|choices| choices.get(choices.find(name)?)).map(|(_, label)| label);
            label.map_or_else(|| name.clone(), |label| choice_label(l, name, label))
        }
        Wanted::Number { from: Some(from), to: Some(to) } => range(*from, *to + 1.0, true),
        Wanted::Number { from, to } => {
            format!("{}..{}", end(from.map(|n| n.to_string())), end(to.map(|n| n.to_string())))
        }
        Wanted::Day { from, to } => {
            let day = |day: &Option<NaiveDate>| end(day.map(date_short));
            format!("{}..{}", day(from), day(to))
        }
        Wanted::Contains(text) => clean_line(text).into_owned(),
        Wanted::Given => tr!(l, "tally-given"),
        Wanted::Blank => tr!(l, "tally-blank"),
        Wanted::NotAsked => tr!(l, "tally-not-asked"),
        Wanted::Refused(_) => tr!(l, "tally-refused"),
    };
    (question, value)
}
