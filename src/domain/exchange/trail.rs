//! How a response came about, as rows in the shape of ODK's `audit.csv`.

use chrono::{DateTime, FixedOffset};

use super::{Layout, Meta, cell::safe_cell};
use crate::domain::{
    Answer,
    survey::{AuditLine, Edit, NodePath, Response},
};

/// The headings. `start` and `end` are milliseconds since 1970 UTC, as there.
pub const TRAIL: [&str; 6] = ["event", "node", "start", "end", "old-value", "new-value"];

/// The rows of one response, headings first. Events are ODK's where it has them; a repeat instance moved, a warning passed
/// and a value computed have words of our own. A correction begins with the events of what it corrects, and a row
/// `change reason` says why. What the layout leaves out is left out of it.
#[must_use]
pub fn write_trail(layout: &Layout<'_>, response: &Response) -> Vec<Vec<String>> {
    let head = &response.head;
    let event = |name: &str, at: DateTime<FixedOffset>, new: &str| row(name, None, at, None, "", new);
    let mut rows = vec![TRAIL.map(str::to_owned).into(), event("form start", head.created, "")];
    let out = layout.goes_out();
    let steps = response.audit.iter().filter(|line| out.takes_step(line));
    rows.extend(steps.map(|line| step(layout, &head.survey.hash, line)));
    if let Some(reason) = &head.correction {
        let reason = if out.takes_meta(Meta::Correction) { reason } else { "" };
        rows.push(event("change reason", response.finished, reason));
    }
    rows.push(event("form finalize", response.finished, ""));
    rows
}

fn step(layout: &Layout<'_>, hash: &str, line: &AuditLine) -> Vec<String> {
    let cell = |path: &NodePath, answer: Option<&Answer>| {
        let name = path.0.last().map_or("", |step| step.name.as_str());
        answer.map(|answer| layout.field(hash, name).write(answer)).unwrap_or_default()
    };
    let told = |event: &str, path: &NodePath, old: &str, new: &str| {
        row(event, Some(path), line.started, Some(line.ended), old, new)
    };
    let given = |event: &str, path: &NodePath, answer: &Option<Answer>| {
        let mut row = told(event, path, "", "");
        row[4] = cell(path, line.old.as_ref());
        row[5] = cell(path, answer.as_ref());
        row
    };
    match &line.edit {
        Edit::Set { path, answer } => given("question", path, answer),
        Edit::Keep { path, answer } => given("calculation", path, answer),
        Edit::AddRepeat { path } => told("add repeat", path, "", ""),
        Edit::RemoveRepeat { path } => told("delete repeat", path, "", ""),
        Edit::MoveRepeat { path, to } => {
            let from = path.0.last().and_then(|step| step.position).map(|n| n.to_string()).unwrap_or_default();
            told("move repeat", path, &from, &to.to_string())
        }
        Edit::PassWarning { path, reason } => told("pass warning", path, "", reason),
    }
}

fn row(
    event: &str,
    node: Option<&NodePath>,
    start: DateTime<FixedOffset>,
    end: Option<DateTime<FixedOffset>>,
    old: &str,
    new: &str,
) -> Vec<String> {
    let millis = |at: DateTime<FixedOffset>| at.timestamp_millis().to_string();
    let node = node.map(ToString::to_string).unwrap_or_default();
    vec![event.to_owned(), node, millis(start), end.map(millis).unwrap_or_default(), safe_cell(old), safe_cell(new)]
}
