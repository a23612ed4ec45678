//! What came of a visit: that the choices are there, that none is forgotten, and that somebody asks when to come back.

use std::collections::HashMap;

use super::{Kind, Outcome, Question, Saying, check::Check};
use crate::domain::{Fault, Spanned, UnknownChoice, near};

/// Names of all questions, with their kind and whether they stand in a repeat.
type Asked<'a> = HashMap<&'a str, (Kind, bool)>;

/// The dispositions of all questions.
pub(super) fn all(check: &mut Check<'_>) {
    let survey = check.survey;
    let mut asked = HashMap::new();
    gather(&survey.body, false, &mut asked);
    each(check, &survey.body, false, &asked);
}

fn gather<'a>(body: &'a [Question], in_repeat: bool, asked: &mut Asked<'a>) {
    for q in body {
        asked.entry(&q.name.value).or_insert((q.kind.value, in_repeat));
        gather(&q.body, in_repeat || q.kind.value == Kind::Repeat, asked);
    }
}

fn each(check: &mut Check<'_>, body: &[Question], in_repeat: bool, asked: &Asked<'_>) {
    for q in body {
        if let Some(first) = q.disposition.first().filter(|_| q.kind.value == Kind::SelectOne) {
            if in_repeat {
                check.error(first.choice.span, Fault::DispositionInRepeat);
            }
            choices(check, q);
            for saying in &q.disposition {
                appointment(check, saying, asked);
            }
        }
        each(check, &q.body, in_repeat || q.kind.value == Kind::Repeat, asked);
    }
}

fn choices(check: &mut Check<'_>, q: &Question) {
    let Some(name) = &q.choices else { return };
    // A list that is not there is a fault of its own.
    let Some(list) = check.survey.choices.iter().find(|list| list.name.value == name.value) else { return };
    let mut known: Vec<String> =
        list.all_choices(check.survey, check.attachments).into_iter().map(|choice| choice.name.value).collect();
    if q.or_other && !known.iter().any(|name| name == "other") {
        known.push("other".to_owned());
    }
    if known.is_empty() {
        return;
    }
    for saying in q.disposition.iter().filter(|saying| !known.contains(&saying.choice.value)) {
        let (question, choice) = (q.name.value.clone(), saying.choice.value.clone());
        let near = near(&choice, known.iter().map(String::as_str)).map(ToOwned::to_owned);
        check.error(saying.choice.span, Fault::UnknownChoice(UnknownChoice { question, choice, near }));
    }
    let said = |name: &String| q.disposition.iter().any(|saying| saying.choice.value == *name);
    // Whoever misspelt one did not forget it.
    let misspelt = q.disposition.iter().any(|saying| !known.contains(&saying.choice.value));
    let unsaid: Vec<String> = known.iter().filter(|name| !said(name)).cloned().collect();
    if !unsaid.is_empty() && !misspelt {
        let place = q.disposition.first().map_or(q.name.span, |first| first.choice.span);
        check.warning(place, Fault::UnsaidDisposition { choices: unsaid });
    }
}

fn appointment(check: &mut Check<'_>, saying: &Saying, asked: &Asked<'_>) {
    let Outcome::ComeBack { day, time } = &saying.outcome else { return };
    question(check, "day", day, &[Kind::Date, Kind::DateTime], asked);
    if let Some(time) = time {
        question(check, "time", time, &[Kind::Time], asked);
    }
}

fn question(check: &mut Check<'_>, field: &'static str, name: &Spanned<String>, kinds: &[Kind], asked: &Asked<'_>) {
    match asked.get(name.value.as_str()) {
        None => {
            let fitting = asked.iter().filter(|(_, (kind, _))| kinds.contains(kind)).map(|(name, _)| *name);
            let mut fitting: Vec<&str> = fitting.collect();
            fitting.sort_unstable();
            let near = near(&name.value, fitting).map(ToOwned::to_owned);
            check.error(name.span, Fault::UnknownAppointment { name: name.value.clone(), near });
        }
        Some((kind, _)) if !kinds.contains(kind) => {
            check.error(name.span, Fault::BadAppointment { field, name: name.value.clone(), kind: *kind });
        }
        Some((_, true)) => check.error(name.span, Fault::DispositionInRepeat),
        Some(_) => {}
    }
}
