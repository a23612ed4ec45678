//! One condition a response must fulfil, as one picks it, and its words.

use chrono::NaiveDate;

use super::{sheet::Sheet, words};
use crate::{
    app::Ctx,
    domain::{
        SessionId,
        session::SessionKind,
        survey::ResponseState,
        tally::{AnswerFilter, Filter, Wanted},
    },
    locale::{Locale, clean_line, month_day, response_state, session_kind},
    report::{question_label, range},
    tr,
};

/// One condition.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Condition {
    /// Of a session of this kind.
    Kind(SessionKind),
    /// In this building.
    Building(String),
    /// Of this session.
    Session(SessionId),
    /// Begun between these days, both included.
    Days(Option<NaiveDate>, Option<NaiveDate>),
    /// Typed by this person.
    Surveyor(String),
    /// Standing in this state.
    State(ResponseState),
    /// With this answer.
    Answer(AnswerFilter),
}

impl Condition {
    /// Whether a filter holds it.
    pub fn is_in(&self, filter: &Filter) -> bool {
        match self {
            Self::Kind(kind) => filter.kinds.contains(kind),
            Self::Building(name) => filter.buildings.contains(name),
            Self::Session(id) => filter.sessions.contains(id),
            Self::Days(from, to) => (filter.from, filter.to) == (*from, *to),
            Self::Surveyor(name) => filter.surveyors.contains(name),
            Self::State(state) => filter.states.contains(state),
            Self::Answer(answer) => filter.answers.contains(answer),
        }
    }

    /// Puts it into a filter, or takes it out when it is there.
    pub fn toggle(&self, filter: &mut Filter) {
        match self {
            Self::Kind(kind) => toggle(&mut filter.kinds, kind),
            Self::Building(name) => toggle(&mut filter.buildings, name),
            Self::Session(id) => toggle(&mut filter.sessions, id),
            Self::Days(from, to) if self.is_in(filter) => {
                let _ = (from, to);
                (filter.from, filter.to) = (None, None);
            }
            Self::Days(from, to) => (filter.from, filter.to) = (*from, *to),
            Self::Surveyor(name) => toggle(&mut filter.surveyors, name),
            Self::State(state) => toggle(&mut filter.states, state),
            Self::Answer(answer) => toggle(&mut filter.answers, answer),
        }
    }

    /// What is asked of a response, and what it must be.
    pub fn words(&self, sheet: &Sheet, ctx: &Ctx) -> (String, String) {
        let l = &ctx.locale;
        match self {
            Self::Kind(kind) => (tr!(l, "summary-by-kind"), session_kind(l, *kind)),
            Self::Building(name) => (tr!(l, "summary-by-building"), words::building(l, name)),
            Self::Session(id) => (tr!(l, "summary-by-session"), session(l, *id, sheet)),
            Self::Days(from, to) => (tr!(l, "summary-by-day"), words::days(l, *from, *to, ctx.now().date_naive())),
            Self::Surveyor(name) if name.is_empty() => (tr!(l, "summary-by-surveyor"), tr!(l, "tally-unnamed")),
            Self::Surveyor(name) => (tr!(l, "summary-by-surveyor"), clean_line(name).into_owned()),
            Self::State(state) => (tr!(l, "summary-by-state"), response_state(l, *state)),
            Self::Answer(answer) => answered(l, answer, sheet),
        }
    }
}

fn toggle<T: PartialEq + Clone>(values: &mut Vec<T>, value: &T) {
    let before = values.len();
    values.retain(|v| v != value);
    if values.len() == before {
        values.push(value.clone());
    }
}

fn session(l: &Locale, id: SessionId, sheet: &Sheet) -> String {
    let known = &sheet.columns.dimensions().occasions;
    match known.iter().find(|occasion| occasion.id == id) {
        Some(occasion) => {
            let day = occasion.starts.map(|at| month_day(at.date_naive())).unwrap_or_default();
            format!("{day} {}", clean_line(&occasion.title)).trim_start().to_owned()
        }
        None => tr!(l, "summary-other-session"),
    }
}

fn answered(l: &Locale, answer: &AnswerFilter, sheet: &Sheet) -> (String, String) {
    let tally = sheet.summary.tallies.iter().find(|tally| tally.name == answer.question);
    let question = tally.map_or_else(|| answer.question.clone(), |tally| question_label(l, tally));
    let value = match &answer.wanted {
        Wanted::Choice(name) => tally.map_or_else(|| name.clone(), |tally| words::label_of(l, tally, name)),
        Wanted::Number { from: Some(from), to: Some(to) } => range(*from, *to + 1.0, true),
        Wanted::Number { from, to } => {
            let end = |end: &Option<f64>| end.map(|n| n.to_string()).unwrap_or_default();
            format!("{}..{}", end(from), end(to))
        }
        Wanted::Day { from, to } => {
            let end = |end: &Option<NaiveDate>| end.map(|day| day.to_string()).unwrap_or_default();
            format!("{}..{}", end(from), end(to))
        }
        Wanted::Contains(text) => text.clone(),
        Wanted::Given => tr!(l, "tally-given"),
        Wanted::Blank => tr!(l, "tally-blank"),
        Wanted::NotAsked => tr!(l, "tally-not-asked"),
        Wanted::Refused(_) => tr!(l, "tally-refused"),
    };
    (question, value)
}
