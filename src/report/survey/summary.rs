//! The summary of a survey under a filter, and the poster of its results.

use chrono::{DateTime, FixedOffset};

use super::{cross, filter_words::filter_words, question, veil::withheld, veils::Veils};
use crate::{
    domain::{
        Privacy,
        survey::Kind,
        tally::{Axis, ColumnId, Columns, Detail, LEAST_SHOWN, Summary, Tally, withhold_list},
    },
    locale::{Counted, Locale, clean_line, count, date_short, session_kind},
    report::{Block, Class, Column, Document, KeyFigure, Page, Section, Table, sections},
    tr,
};

/// What a summary shows, and to whom.
#[derive(Debug, Clone, PartialEq)]
pub struct SummaryPlan {
    /// Who may see it.
    pub class: Class,
    /// Fewest in a count that everyone is shown.
    pub least: u64,
    /// Only these questions; all about the households when empty.
    pub questions: Vec<ColumnId>,
    /// By these groups.
    pub by: Option<Axis>,
    /// Whether answers in words stand in it also when it is for everyone.
    pub texts: bool,
}

impl SummaryPlan {
    /// All questions, for this class.
    #[must_use]
    pub fn new(class: Class) -> Self {
        Self { class, least: LEAST_SHOWN, questions: Vec::new(), by: None, texts: false }
    }

    fn is_public(&self) -> bool {
        self.class == Class::Public
    }
}

/// The summary of a survey.
#[must_use]
pub fn summary_document(
    locale: &Locale,
    columns: &Columns,
    summary: &Summary,
    plan: &SummaryPlan,
    made: DateTime<FixedOffset>,
) -> Document {
    let l = locale;
    let Some(mut page) = begun(l, columns, summary, plan, made) else {
        return refused(l, columns, summary, plan, made);
    };
    let mut hidden = key_figures(l, summary, plan, &mut page);
    if plan.questions.is_empty() && plan.by.is_none() {
        hidden |= occasions(l, summary, plan, &mut page);
    }
    let found = sections(columns, summary, &plan.questions, plan.by);
    let shown = found.iter().filter(|section| match section {
        Section::Tally(tally) => question::is_shown(columns, tally, plan.class),
        Section::Cross(cross) => question::is_shown(columns, &cross.total, plan.class),
    });
    let shown: Vec<&Section> = shown.collect();
    if !shown.is_empty() {
        page.heading(1, tr!(l, "report-answers"));
    }
    let tallies: Vec<&Tally> = shown.iter().map(|section| section.total()).collect();
    let veils = Veils::of(columns, &tallies, plan.class, plan.least);
    let crossed = cross::Linked::of(l, columns, &shown, plan);
    for section in shown {
        hidden |= match section {
            Section::Tally(tally) => question::write(l, columns, tally, (plan, &veils.get(tally)), &mut page),
            Section::Cross(cross) => cross::write(l, cross, (plan, &crossed), &mut page),
        };
    }
    left_out(l, columns, &found, plan, &mut page);
    if !summary.notes.is_empty() {
        let mut names: Vec<&str> = summary.notes.iter().map(|note| note.question.as_str()).collect();
        names.sort_unstable();
        names.dedup();
        page.note(tr!(l, "tally-versions-differ", questions = names.join(", ")));
    }
    footnote(l, plan, hidden, &mut page);
    page
}

/// The results in large type, to hang on a wall: what is picked from choices and what is counted, for everyone.
#[must_use]
pub fn poster_document(
    locale: &Locale,
    columns: &Columns,
    summary: &Summary,
    plan: &SummaryPlan,
    made: DateTime<FixedOffset>,
) -> Document {
    let l = locale;
    let Some(mut page) = begun(l, columns, summary, plan, made) else {
        return Document { page: Page::poster(), ..refused(l, columns, summary, plan, made) };
    };
    page.page = Page::poster();
    let mut hidden = key_figures(l, summary, plan, &mut page);
    let wanted = |tally: &&Tally| plan.questions.is_empty() || plan.questions.contains(&tally.column);
    let charted = |tally: &&Tally| {
        !tally.is_of_filling()
            && tally.base.given > 0
            && (!plan.questions.is_empty() || !only_opens(columns, summary, tally))
            && question::is_shown(columns, tally, plan.class)
            && matches!(tally.detail, Detail::Choices(_) | Detail::Set(_) | Detail::Rank(_) | Detail::Numbers(Some(_)))
    };
    let shown: Vec<&Tally> = summary.tallies.iter().filter(wanted).filter(charted).collect();
    let veils = Veils::of(columns, &shown, plan.class, plan.least);
    // A chart that may not say of how many it is tells nobody anything on a wall.
    for tally in shown.into_iter().filter(|tally| !veils.get(tally).given) {
        hidden |= question::write(l, columns, tally, (plan, &veils.get(tally)), &mut page);
    }
    footnote(l, plan, hidden, &mut page);
    page
}

/// Whether a question only opens the way to the others: what is acknowledged says nothing of anybody, and an answer on which at
/// least half of the other questions hang is whether there was anybody to ask.
fn only_opens(columns: &Columns, summary: &Summary, tally: &Tally) -> bool {
    if tally.kind == Kind::Acknowledge {
        return true;
    }
    let others = || summary.tallies.iter().filter(|other| !other.is_of_filling() && other.name != tally.name);
    let hangs = |other: &&Tally| columns.asked(&other.name).is_some_and(|asked| asked.reads.contains(&tally.name));
    others().filter(hangs).count() * 2 >= others().count().max(1)
}

/// The document with its base; nothing when too few responses are counted for everyone to see.
fn begun(
    l: &Locale,
    columns: &Columns,
    summary: &Summary,
    plan: &SummaryPlan,
    made: DateTime<FixedOffset>,
) -> Option<Document> {
    if plan.is_public() && summary.submissions < plan.least {
        return None;
    }
    let mut page = headed(l, columns, summary, plan, made);
    page.based_on(tr!(l, "report-base-responses"), count(l, Counted::Responses, summary.submissions));
    let days = summary.days.map(|(first, last)| {
        let (from, to) = (date_short(first), date_short(last));
        if from == to { from } else { tr!(l, "summary-days", from = from, to = to) }
    });
    page.based_on(tr!(l, "report-base-days"), days.unwrap_or_else(|| "-".to_owned()));
    based(l, columns, summary, plan, &mut page);
    Some(page)
}

fn headed(l: &Locale, _: &Columns, summary: &Summary, plan: &SummaryPlan, made: DateTime<FixedOffset>) -> Document {
    let title = clean_line(summary.title.get(l.lang())).into_owned();
    let mut page = Document::new(l, plan.class, tr!(l, "report-summary-title", title = title));
    page.made = Some(made);
    page
}

/// The filter and the versions of the definition.
fn based(l: &Locale, columns: &Columns, summary: &Summary, plan: &SummaryPlan, page: &mut Document) {
    let filter = filter_words(l, &summary.filter, columns, plan.class);
    let filter = if filter.is_empty() { tr!(l, "summary-everything") } else { filter };
    page.based_on(tr!(l, "report-base-filter"), filter);
    let versions: Vec<&str> = columns.versions().iter().map(|version| version.version.as_str()).collect();
    page.based_on(tr!(l, "report-base-version"), versions.join(", "));
}

/// The document that says why it tells nothing.
fn refused(
    l: &Locale,
    columns: &Columns,
    summary: &Summary,
    plan: &SummaryPlan,
    made: DateTime<FixedOffset>,
) -> Document {
    let mut page = headed(l, columns, summary, plan, made);
    let least = plan.least;
    page.based_on(tr!(l, "report-base-responses"), tr!(l, "report-fewer-than", least = least));
    based(l, columns, summary, plan, &mut page);
    page.paragraph(tr!(l, "report-too-few", least = least));
    page
}

fn key_figures(l: &Locale, summary: &Summary, plan: &SummaryPlan, page: &mut Document) -> bool {
    let figure = |figure: String, words: String| KeyFigure { figure, words };
    let mut figures = vec![figure(summary.submissions.to_string(), tr!(l, "report-key-responses"))];
    let few = plan.is_public() && summary.doors < plan.least;
    if summary.doors > 0 {
        let doors = if few { withheld(l) } else { summary.doors.to_string() };
        figures.push(figure(doors, tr!(l, "report-key-doors")));
    }
    if !summary.sessions.is_empty() {
        figures.push(figure(summary.sessions.len().to_string(), tr!(l, "report-key-sessions")));
        figures.push(figure(summary.kinds.len().to_string(), tr!(l, "report-key-kinds")));
    }
    page.put(Block::KeyFigures(figures));
    few && summary.doors > 0
}

/// Where the responses come from: sessions by kind.
fn occasions(l: &Locale, summary: &Summary, plan: &SummaryPlan, page: &mut Document) -> bool {
    if summary.kinds.is_empty() {
        return false;
    }
    let mut counts: Vec<u64> = summary.kinds.iter().map(|kind| kind.submissions).collect();
    counts.extend((summary.without_session > 0).then_some(summary.without_session));
    let hidden = if plan.is_public() { withhold_list(&counts, plan.least).0 } else { vec![false; counts.len()] };
    let figure = |at: usize, count: u64| match hidden.get(at) {
        Some(true) => withheld(l),
        _ => count.to_string(),
    };
    page.heading(1, tr!(l, "report-occasions"));
    let mut table = Table::new(vec![
        Column::words(tr!(l, "summary-by-kind")),
        Column::number(tr!(l, "report-sessions")),
        Column::number(tr!(l, "report-responses")),
    ]);
    for (at, kind) in summary.kinds.iter().enumerate() {
        let name = kind.kind.map_or_else(|| tr!(l, "summary-unknown-kind"), |kind| session_kind(l, kind));
        table.rows.push(vec![name, kind.sessions.to_string(), figure(at, kind.submissions)]);
    }
    if summary.without_session > 0 {
        let count = figure(summary.kinds.len(), summary.without_session);
        table.rows.push(vec![tr!(l, "tally-no-session"), String::new(), count]);
    }
    let sessions = summary.sessions.len().to_string();
    table.totals = Some(vec![tr!(l, "tally-total"), sessions, summary.submissions.to_string()]);
    page.table(table);
    hidden.contains(&true)
}

/// Says that questions are marked and so not for everyone.
fn left_out(l: &Locale, columns: &Columns, found: &[Section], plan: &SummaryPlan, page: &mut Document) {
    let marked = found.iter().filter(|section| columns.privacy(&section.total().name) > Privacy::Open).count();
    if plan.is_public() && marked > 0 {
        page.note(tr!(l, "report-marked-left-out", count = marked));
    }
}

fn footnote(l: &Locale, plan: &SummaryPlan, hidden: bool, page: &mut Document) {
    if hidden {
        let least = plan.least;
        let words = tr!(l, "report-withheld-why", withheld = withheld(l), least = least);
        page.put(Block::Footnotes(vec![("*".to_owned(), words)]));
    }
}
