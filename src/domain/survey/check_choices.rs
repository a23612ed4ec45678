//! Choice lists: that they are there and used, and that their choices can be told apart.

use std::collections::{HashMap, HashSet};

use super::{Choice, ChoiceList, Question, Survey, Table, check::Check};
use crate::domain::{Fault, Span, Spanned, TableFault, near};

/// The list a question names must exist.
pub(super) fn of_question(check: &mut Check<'_>, q: &Question) {
    let Some(name) = q.choices.as_ref().filter(|_| q.kind.value.picks_choices()) else { return };
    let survey = check.survey;
    if !survey.choices.iter().any(|l| l.name.value == name.value) {
        let near = near(&name.value, survey.choices.iter().map(|l| l.name.value.as_str())).map(ToOwned::to_owned);
        check.meant.extend(near.clone());
        check.error(name.span, Fault::MissingList { list: name.value.clone(), near });
    }
}

/// Every list of the survey.
pub(super) fn lists(check: &mut Check<'_>) {
    let survey = check.survey;
    let mut used = HashSet::new();
    collect_used(&survey.body, &mut used);
    for list in &survey.choices {
        if let Some(file) = &list.file {
            attached(check, file);
        } else if list.choices.is_empty() {
            check.error(list.name.span, Fault::EmptyList { list: list.name.value.clone() });
        }
        choices(check, &list.choices);
        let meant = check.meant.contains(&list.name.value);
        if !meant && !used.contains(list.name.value.as_str()) && !named_in_expression(survey, &list.name.value) {
            check.warning(list.name.span, Fault::UnusedList { list: list.name.value.clone() });
        }
    }
}

fn collect_used<'a>(body: &'a [Question], used: &mut HashSet<&'a str>) {
    for q in body {
        used.extend(q.choices.as_ref().map(|name| name.value.as_str()));
        collect_used(&q.body, used);
    }
}

/// Whether some expression names the list, as `instance('list')` does.
fn named_in_expression(survey: &Survey, list: &str) -> bool {
    let quoted = [format!("'{list}'"), format!("\"{list}\"")];
    any_formula(&survey.body, &quoted)
}

fn any_formula(body: &[Question], parts: &[String; 2]) -> bool {
    body.iter().any(|q| {
        let formulas = [&q.calculation, &q.relevant, &q.constraint, &q.choice_filter, &q.default, &q.warning];
        formulas.into_iter().flatten().any(|f| parts.iter().any(|part| f.text.contains(part)))
            || any_formula(&q.body, parts)
    })
}

fn choices(check: &mut Check<'_>, choices: &[Choice]) {
    let mut first: HashMap<&str, Span> = HashMap::with_capacity(choices.len());
    for choice in choices {
        let Spanned { value: name, span } = &choice.name;
        if bad_name(name) {
            let near = Some(name.split_whitespace().collect::<Vec<_>>().join("_")).filter(|n| !n.is_empty());
            check.error(*span, Fault::BadChoiceName { choice: name.clone(), near });
        } else if let Some(first) = first.get(name.as_str()) {
            check.error(*span, Fault::DuplicateChoice { choice: name.clone(), first: *first });
        } else {
            first.insert(name, *span);
        }
    }
}

fn bad_name(name: &str) -> bool {
    name.is_empty() || name.contains(char::is_whitespace)
}

/// The CSV file a list names must be there, with a column `name` of names that can be told apart, and labels.
fn attached(check: &mut Check<'_>, file: &Spanned<String>) {
    let attachments = check.attachments;
    let problem = if let Some(table) = attachments.table(&file.value) {
        table_fault(table)
    } else if let Some((line, fault)) = attachments.fault(&file.value) {
        Some((*line, fault.clone()))
    } else {
        let near = near(&file.value, attachments.names()).map(ToOwned::to_owned);
        check.error(file.span, Fault::MissingFile { file: file.value.clone(), near });
        return;
    };
    if let Some((line, fault)) = problem {
        check.error(file.span, Fault::BadTable { file: file.value.clone(), line, fault });
    }
}

fn table_fault(table: &Table) -> Option<(u64, TableFault)> {
    let Some(name) = table.column("name") else { return Some((1, TableFault::MissingColumn("name"))) };
    if !table.columns().iter().any(|c| *c == "label" || c.starts_with("label::")) {
        return Some((1, TableFault::MissingColumn("label")));
    }
    if table.is_empty() {
        return Some((1, TableFault::Empty));
    }
    let mut seen = HashSet::with_capacity(table.len());
    (0..table.len()).find_map(|row| {
        let choice = table.at(row, name).unwrap_or_default();
        if bad_name(choice) {
            return Some((table.line(row), TableFault::BadChoiceName(choice.to_owned())));
        }
        (!seen.insert(choice)).then(|| (table.line(row), TableFault::DuplicateChoice(choice.to_owned())))
    })
}

impl ChoiceList {
    /// The list's choices, those of a CSV file read from its columns: `name`; `label` in the survey's default language,
    /// `label::zh-CN` in others; every other column beside them. Empty when the file is not there.
    #[must_use]
    pub fn all_choices(&self, survey: &Survey, attachments: &super::Attachments) -> Vec<Choice> {
        let table = self.file.as_ref().and_then(|file| attachments.table(&file.value));
        table.map_or_else(|| self.choices.clone(), |table| table.choices(&survey.default_language))
    }
}
