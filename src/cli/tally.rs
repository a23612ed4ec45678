//! `tally SURVEY`: the counts of a survey's responses, as text, CSV or JSON.

use std::io::Write;

use clap::{Args, ValueEnum};

use super::{CliFault, Desk, condition};
use crate::{
    app,
    domain::{
        Privacy, near,
        record::{Body, Printed},
        session::SessionKind,
        tally::{Axis, ColumnId, Columns, Filter, Summary, columns_named},
    },
    locale::{Locale, clean_line, filter_fault, session_kind, typed_date},
    report::{Section, csv_text, sections, tally_csv, tally_json, tally_text},
    store::Store,
    tr,
};

/// What to tally and how.
#[derive(Debug, Args)]
pub struct TallyArgs {
    /// The survey's id, or its file
    #[arg(value_name = "SURVEY")]
    pub survey: String,
    /// By groups: of a question's answers, or session, kind, building, entrance, surveyor, day, state, version
    #[arg(long, value_name = "QUESTION")]
    pub by: Option<String>,
    /// Only this question; may be given more than once
    #[arg(long, value_name = "QUESTION")]
    pub question: Vec<String>,
    /// Only responses of this session, by its title or id; may be given more than once
    #[arg(long, value_name = "SESSION")]
    pub session: Vec<String>,
    /// Only responses of this kind of session; may be given more than once
    #[arg(long, value_name = "KIND")]
    pub kind: Vec<String>,
    /// Only responses of this building; may be given more than once
    #[arg(long, value_name = "BUILDING")]
    pub building: Vec<String>,
    /// Only responses typed by this person; may be given more than once
    #[arg(long, value_name = "NAME")]
    pub surveyor: Vec<String>,
    /// Only responses begun on this day or later
    #[arg(long, value_name = "DATE")]
    pub from: Option<String>,
    /// Only responses begun on this day or earlier
    #[arg(long, value_name = "DATE")]
    pub to: Option<String>,
    /// Only responses with this answer; may be given more than once
    #[arg(long = "where", value_name = "CONDITION")]
    pub conditions: Vec<String>,
    /// text, json or csv
    #[arg(long, value_enum, default_value = "text", value_name = "FORMAT")]
    pub format: TallyFormat,
}

/// How a tally is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum TallyFormat {
    /// Lines with bars.
    Text,
    /// For programs.
    Json,
    /// For spreadsheets.
    Csv,
}

/// Prints the tally.
///
/// # Errors
/// When the survey, a question, a choice, a session or a kind is not known, a date cannot be read, or the store fails.
pub fn tally(desk: &mut Desk<'_>, args: &TallyArgs, out: &mut impl Write) -> Result<(), CliFault> {
    let mut store = desk.open()?;
    let mut library = desk.library();
    let survey = desk.survey(&store, &mut library, &args.survey)?;
    let columns = app::columns(&store, &library, &survey).map_err(CliFault::Store)?;
    let locale = desk.locale;
    let usage = |fault| CliFault::Usage(filter_fault(locale, &fault));
    let filter = filter(desk, args, &columns)?;
    let by = args.by.as_deref().map(|by| Axis::named(by, &columns)).transpose().map_err(usage)?;
    let mut questions: Vec<ColumnId> = Vec::new();
    for name in &args.question {
        questions.extend(columns_named(&columns, name).map_err(usage)?);
    }
    let summary = Summary::new(&columns, &filter).map_err(usage)?;
    let mut sections = sections(&columns, &summary, &questions, by);
    leave_out(desk, &mut store, &columns, (&survey, args), &mut sections)?;
    let text = match args.format {
        TallyFormat::Text => tally_text(locale, &columns, &summary, &sections).into_bytes(),
        TallyFormat::Csv => csv_text(&tally_csv(locale, &columns, &sections), false),
        TallyFormat::Json => {
            let json = tally_json(locale, &columns, &summary, &sections);
            format!("{json:#}\n").into_bytes()
        }
    };
    out.write_all(&text).map_err(CliFault::stdout)
}

/// Leaves out what is marked, and says so; what was asked for by name stays, and that is put on record.
fn leave_out(
    desk: &mut Desk<'_>,
    store: &mut Store,
    columns: &Columns,
    (survey, args): (&str, &TallyArgs),
    sections: &mut Vec<Section>,
) -> Result<(), CliFault> {
    let is_marked = |section: &Section| columns.privacy(&section.total().name) > Privacy::Open;
    let name = |section: &Section| section.total().name.clone();
    let mut asked_for: Vec<String> = args.by.iter().filter(|by| columns.privacy(by) > Privacy::Open).cloned().collect();
    let marked: Vec<String> = sections.iter().filter(|section| is_marked(section)).map(name).collect();
    if args.question.is_empty() {
        sections.retain(|section| !is_marked(section));
        if !marked.is_empty() {
            let (count, names) = (marked.len(), clean_line(&marked.join(", ")).into_owned());
            let said = tr!(desk.locale, "tally-left-out", count = count, names = names);
            let _ = writeln!(std::io::stderr(), "{said}");
        }
    } else {
        asked_for.extend(marked);
    }
    if asked_for.is_empty() {
        return Ok(());
    }
    let format = match args.format {
        TallyFormat::Text => "txt",
        TallyFormat::Csv => "csv",
        TallyFormat::Json => "json",
    };
    let printed = Printed::new(Printed::EXPORT, &asked_for.join(" "), format, survey);
    store.append_events(vec![Body::Printed(printed)], desk.stamp()).map(drop).map_err(CliFault::Store)
}

pub(super) fn filter(desk: &Desk<'_>, args: &TallyArgs, columns: &Columns) -> Result<Filter, CliFault> {
    let locale = desk.locale;
    let mut filter = Filter { buildings: args.building.clone(), surveyors: args.surveyor.clone(), ..Filter::default() };
    for given in &args.session {
        let known = &columns.dimensions().occasions;
        let found = known.iter().filter(|o| o.title == *given || o.id.to_string() == *given).map(|o| o.id);
        let before = filter.sessions.len();
        filter.sessions.extend(found);
        if filter.sessions.len() == before {
            let titles: Vec<&str> = known.iter().map(|o| o.title.as_str()).collect();
            return Err(CliFault::Usage(tr!(
                locale,
                "cli-no-session",
                name = given.as_str(),
                near = near(given, titles.iter().copied()).map_or_else(|| titles.join(", "), str::to_owned)
            )));
        }
    }
    for given in &args.kind {
        filter.kinds.push(kind(locale, given)?);
    }
    let day = |text: &Option<String>| match text {
        None => Ok(None),
        Some(text) => typed_date(text, desk.now().date_naive())
            .map(Some)
            .map_err(|_| CliFault::Usage(tr!(locale, "cli-no-date", text = text.as_str()))),
    };
    (filter.from, filter.to) = (day(&args.from)?, day(&args.to)?);
    for text in &args.conditions {
        let condition = condition::read(text, columns);
        filter
            .answers
            .push(condition.ok_or_else(|| CliFault::Usage(tr!(locale, "cli-no-condition", text = text.as_str())))?);
    }
    Ok(filter)
}

/// The kind of session meant by its name in the language spoken, or by its English name in one word.
fn kind(locale: &Locale, given: &str) -> Result<SessionKind, CliFault> {
    let plain = |word: &str| word.to_lowercase().replace(['-', '_', ' ', '\''], "");
    let asked_for = |kind: &SessionKind| {
        plain(given) == plain(&session_kind(locale, *kind)) || plain(given) == plain(&format!("{kind:?}"))
    };
    SessionKind::ALL.into_iter().find(asked_for).ok_or_else(|| {
        let known: Vec<String> = SessionKind::ALL.into_iter().map(|kind| session_kind(locale, kind)).collect();
        CliFault::Usage(tr!(locale, "cli-no-kind", name = given, known = known.join(", ")))
    })
}
