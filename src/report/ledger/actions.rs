//! 分工: who does what by when, the longest overdue first.

use chrono::{DateTime, FixedOffset, NaiveDate};

use crate::{
    domain::meeting::{
        ledger::{Action, ActionState},
        minutes::{public_name, public_words},
    },
    locale::{Locale, action_state, clean_line, date_short},
    report::{Block, Class, Column, Document, KeyFigure, Table},
    tr,
};

/// Which actions are meant.
type Fits<'a> = dyn Fn(&&Action) -> bool + 'a;

/// The list of these actions.
#[must_use]
pub fn actions_document(locale: &Locale, actions: &[&Action], class: Class, now: DateTime<FixedOffset>) -> Document {
    let l = locale;
    let today = now.date_naive();
    let mut page = Document::new(l, class, tr!(l, "report-actions-title"));
    page.made = Some(now);
    let open = |action: &&Action| matches!(action.state, ActionState::Open);
    let late = |action: &&Action| action.days_overdue(today) > 0;
    let done = |action: &&Action| matches!(action.state, ActionState::Done(_));
    let mut all: Vec<&Action> = actions.to_vec();
    all.sort_by_key(|action| (action.task.due.is_none(), action.task.due, action.opened.hlc));
    let count = |fits: &Fits<'_>| all.iter().filter(|action| fits(action)).count();
    let figure = |figure: usize, words: String| KeyFigure { figure: figure.to_string(), words };
    page.put(Block::KeyFigures(vec![
        figure(count(&open), tr!(l, "report-actions-open")),
        figure(count(&late), tr!(l, "report-actions-late")),
        figure(count(&done), tr!(l, "report-actions-unchecked")),
    ]));
    if all.is_empty() {
        page.line(tr!(l, "report-actions-none"));
        return page;
    }
    let parts: [(String, &Fits<'_>); 4] = [
        (tr!(l, "report-actions-overdue"), &late),
        (tr!(l, "report-actions-to-do"), &|action| open(action) && !late(action)),
        (tr!(l, "report-actions-to-check"), &done),
        (tr!(l, "report-actions-closed"), &|action: &&Action| action.is_closed()),
    ];
    for (title, fits) in parts {
        let own: Vec<&Action> = all.iter().copied().filter(|action| fits(action)).collect();
        if !own.is_empty() {
            page.heading(1, title);
            page.table(actions_table(l, &own, class, today));
        }
    }
    by_person(l, &all, class, &mut page);
    page
}

/// What may be read by this class: no phone numbers, and of doors only the building, for everyone.
fn told(class: Class, words: &str) -> String {
    let words = clean_line(words);
    if class == Class::Public { public_words(&words) } else { words.into_owned() }
}

fn called(class: Class, name: &str) -> String {
    let name = clean_line(name);
    if class == Class::Public { public_name(&name) } else { name.into_owned() }
}

/// Actions as a table: what, who, by when, how it stands.
pub(in crate::report) fn actions_table(l: &Locale, actions: &[&Action], class: Class, today: NaiveDate) -> Table {
    let mut table = Table::new(vec![
        Column::words(tr!(l, "minutes-what")),
        Column::words(tr!(l, "minutes-who")),
        Column::date(tr!(l, "minutes-due")),
        Column::words(tr!(l, "minutes-state")),
    ]);
    table.rows = actions.iter().map(|action| row(l, action, class, today)).collect();
    table
}

fn row(l: &Locale, action: &Action, class: Class, today: NaiveDate) -> Vec<String> {
    let due = action.task.due.map_or_else(|| "-".to_owned(), date_short);
    let state = match (&action.state, action.days_overdue(today)) {
        (ActionState::Open, days) if days > 0 => tr!(l, "report-actions-days-late", days = days),
        (ActionState::Open, _) => action_state(l, &action.state),
        (ActionState::Done(said) | ActionState::Checked { checked: said, .. }, _) => {
            tr!(l, "minutes-because", who = action_state(l, &action.state), reason = called(class, &said.by))
        }
        (ActionState::Dropped { reason, .. }, _) => {
            tr!(l, "minutes-said", speaker = action_state(l, &action.state), words = told(class, reason))
        }
    };
    vec![told(class, &action.task.what), called(class, &action.task.who), due, state]
}

/// What everyone still has to do, to be handed to them.
fn by_person(l: &Locale, all: &[&Action], class: Class, page: &mut Document) {
    let mut people: Vec<(String, Vec<&Action>)> = Vec::new();
    for action in all.iter().filter(|action| matches!(action.state, ActionState::Open)) {
        let who = called(class, action.task.who.trim());
        match people.iter_mut().find(|(name, _)| *name == who) {
            Some((_, own)) => own.push(action),
            None => people.push((who, vec![action])),
        }
    }
    if people.len() < 2 {
        return;
    }
    page.heading(1, tr!(l, "report-actions-by-person"));
    for (name, own) in people {
        page.heading(2, name);
        for action in own {
            let due = action.task.due.map(date_short).unwrap_or_default();
            page.entry("-", format!("{}  {due}", told(class, &action.task.what)).trim_end());
        }
    }
}
