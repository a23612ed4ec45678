//! The choice lists and tables of a form.

use std::collections::HashMap;

use crate::domain::{
    Span, Spanned, Text,
    survey::{Attachments, Choice, Question, Survey, choices::List},
};

/// The name of the choice that `or_other` adds.
pub(super) const OTHER: &str = "other";

/// All lists of the survey, then all files beside it that are no list; and where each stands by name.
pub(super) fn gather(survey: &Survey, attachments: &Attachments) -> (Vec<List>, HashMap<Box<str>, u32>) {
    let mut lists = Vec::new();
    let mut names = HashMap::new();
    let mut add = |name: &str, list: List| {
        names.entry(Box::from(name)).or_insert_with(|| {
            lists.push(list);
            u32::try_from(lists.len() - 1).unwrap_or(u32::MAX)
        });
    };
    for list in &survey.choices {
        let name = &list.name.value;
        match list.file.as_ref().and_then(|file| attachments.table(&file.value)) {
            Some(table) => add(name, List::table(name, table.clone())),
            None => add(name, List::written(name, list.choices.clone())),
        }
    }
    or_other(survey, &survey.body, &mut add);
    for file in attachments.names() {
        if let Some(table) = attachments.table(file) {
            let stem = file.strip_suffix(".csv").unwrap_or(file);
            add(stem, List::table(stem, table.clone()));
        }
    }
    (lists, names)
}

/// The name of a list with the choice `other` added, where the author's list has none: no name an author could write.
pub(super) fn with_other(list: &str) -> String {
    format!("{list}+{OTHER}")
}

fn or_other(survey: &Survey, body: &[Question], add: &mut impl FnMut(&str, List)) {
    for question in body {
        or_other(survey, &question.body, add);
        let Some(name) = question.choices.as_ref().filter(|_| question.or_other) else { continue };
        let Some(list) = survey.choices.iter().find(|list| list.name.value == name.value) else { continue };
        if list.file.is_none() {
            let mut choices = list.choices.clone();
            if !choices.iter().any(|c| c.name.value == OTHER) {
                let name = Spanned { value: OTHER.to_owned(), span: Span::default() };
                choices.push(Choice { name, label: Text::default(), extra: Vec::new() });
            }
            let name = with_other(&name.value);
            add(&name, List::written(&name, choices));
        }
    }
}
