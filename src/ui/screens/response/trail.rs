//! How a revision came about: each answer as it was given, with its times.

use ratatui::{buffer::Buffer, layout::Rect, widgets::Widget};

use crate::{
    app::Ctx,
    domain::{
        Answer,
        expr::Schema,
        survey::{AuditLine, Draft, Edit, Kind, NodePath, Wording},
    },
    locale::{Locale, answer_words, time_seconds},
    tr,
    ui::{
        theme::{Meaning, Theme},
        widgets::{Column, Table, TableCell, TableState},
    },
};

/// What was done to which question.
#[derive(Debug)]
struct Step {
    start: String,
    end: String,
    question: String,
    old: String,
    new: String,
    /// Whether a person did it rather than the program.
    by_hand: bool,
}

/// The steps and which one the cursor is on.
#[derive(Debug, Default)]
pub struct Trail {
    steps: Vec<Step>,
    /// Whether all was done on one day: then times say no date, which stands above them.
    one_day: bool,
    pub cursor: TableState,
}

impl Trail {
    /// The steps of a revision. Without its survey, questions go by their names.
    pub fn new(audit: &[AuditLine], opened: Option<&Draft>, ctx: &Ctx) -> Self {
        let day = |line: &AuditLine| line.started.date_naive();
        let one_day = audit.windows(2).all(|two| day(&two[0]) == day(&two[1]));
        let steps: Vec<_> = audit.iter().map(|line| step(line, opened, one_day, ctx)).collect();
        Self { cursor: TableState::new(steps.len()), steps, one_day }
    }

    /// Draws the steps in view.
    pub fn draw(&self, ctx: &Ctx, buffer: &mut Buffer, area: Rect) {
        let l = &ctx.locale;
        let columns = [
            Column::new(tr!(l, "response-began"), if self.one_day { 8 } else { 14 }),
            Column::new(tr!(l, "response-ended"), 8),
            Column::growing(tr!(l, "response-question"), 12),
            Column::growing(tr!(l, "response-before"), 8),
            Column::growing(tr!(l, "response-after"), 8),
        ];
        let cells = |at: usize| -> Vec<TableCell<'_>> {
            let Some(step) = self.steps.get(at) else { return Vec::new() };
            let look = if step.by_hand { Meaning::Text } else { Meaning::Muted };
            let parts = [&step.start, &step.end, &step.question, &step.old, &step.new];
            parts.map(|part| TableCell::new(part.as_str(), look)).into()
        };
        let empty = tr!(l, "response-no-trail");
        Table::new(Theme::of(ctx), &self.cursor, &columns, &cells).focused(true).empty(&empty).render(area, buffer);
    }
}

fn step(line: &AuditLine, opened: Option<&Draft>, one_day: bool, ctx: &Ctx) -> Step {
    let l = &ctx.locale;
    let words = |path: &NodePath, answer: Option<&Answer>| match answer {
        None => tr!(l, "response-blank"),
        Some(answer) => match opened.and_then(|draft| Some((draft.form(), node(draft, path)?))) {
            Some((form, node)) => answer_words(l, form, node, answer),
            None => match answer {
                Answer::Value(value) => value.to_text(),
                Answer::Refusal(refusal) => crate::locale::refusal_words(l, *refusal),
            },
        },
    };
    let name = |path: &NodePath| question(opened, path, ctx);
    let (question, old, new) = match &line.edit {
        Edit::Set { path, answer } => {
            let old = line.old.as_ref().map(|old| words(path, Some(old))).unwrap_or_default();
            (name(path), old, words(path, answer.as_ref()))
        }
        Edit::Keep { path, answer } => {
            let answer = words(path, answer.as_ref());
            (name(path), String::new(), tr!(l, "response-computed", answer = answer))
        }
        Edit::AddRepeat { path } => (name(path), String::new(), tr!(l, "response-added")),
        Edit::RemoveRepeat { path } => (name(path), String::new(), tr!(l, "response-removed")),
        Edit::MoveRepeat { path, to } => {
            let to = *to;
            (name(path), String::new(), tr!(l, "response-moved", to = to))
        }
        Edit::PassWarning { path, reason } => {
            (name(path), String::new(), tr!(l, "response-passed", reason = reason.as_str()))
        }
    };
    Step {
        start: line.started.format(if one_day { "%H:%M:%S" } else { "%m-%d %H:%M:%S" }).to_string(),
        end: time_seconds(line.ended.time()),
        question,
        old,
        new,
        by_hand: !matches!(line.edit, Edit::Keep { .. }),
    }
}

/// What the program fills a question of this kind with, which surveys have no words for.
fn filled_by_program(kind: Kind, l: &Locale) -> Option<String> {
    Some(match kind {
        Kind::Start => tr!(l, "response-start"),
        Kind::End => tr!(l, "response-end"),
        Kind::Today => tr!(l, "response-today"),
        Kind::DeviceId => tr!(l, "response-device"),
        Kind::Username => tr!(l, "response-username"),
        _ => return None,
    })
}

/// The node at the end of a path, whether or not its instance is still there.
fn node(draft: &Draft, path: &NodePath) -> Option<crate::domain::expr::NodeId> {
    draft.form().by_name(&path.0.last()?.name)
}

/// The question's label, with the number of each instance around it; else what the program fills it with, else its name.
fn question(opened: Option<&Draft>, path: &NodePath, ctx: &Ctx) -> String {
    let own = path.0.last().map(|step| step.name.as_str()).unwrap_or_default();
    let known = opened.and_then(|draft| Some((draft, node(draft, path)?)));
    let label = known.map(|(draft, node)| match draft.resolve(path) {
        Some(at) => draft.label(at).into_owned(),
        None => draft.form().node(node).wording(Wording::Label).text().get(ctx.lang()).to_owned(),
    });
    let kind = known.map(|(draft, node)| draft.form().node(node).kind);
    let label = label.filter(|label| !label.trim().is_empty());
    let label = label.or_else(|| filled_by_program(kind?, &ctx.locale)).unwrap_or_else(|| own.to_owned());
    let places: Vec<_> = path.0.iter().filter_map(|step| step.position).map(|n| n.to_string()).collect();
    if places.is_empty() { label } else { format!("{} {label}", places.join(".")) }
}
