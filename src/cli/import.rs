//! `import FILE`: responses filled elsewhere, as tables or JSON. The same file again changes nothing.

use std::{
    collections::BTreeMap,
    fs,
    io::Write,
    path::{Path, PathBuf},
};

use clap::Args;

use super::{CliFault, Desk, export::beside};
use crate::{
    app::{self, note_visits},
    domain::{
        SessionId,
        exchange::{Archive, Conflict, KeptSurvey, Layout, Meta, Plan, ReadRow, Sheet, Table, plan, read_tables},
        session::Session,
        survey::{ResponseState, SurveyRef},
        tally::Codebook,
    },
    import::{FileFault, read_table},
    locale::{Counted, Locale, conflict_line, count, row_fault},
    store::Store,
    tr,
};

/// What to import and how.
#[derive(Debug, Args)]
pub struct ImportArgs {
    /// A JSON or CSV file that `export` wrote, or one like it
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// The survey's id, when the CSV file does not name it
    #[arg(long, value_name = "SURVEY")]
    pub survey: Option<String>,
    /// Take in responses that are here with another content as corrections, for this reason
    #[arg(long, value_name = "REASON")]
    pub correct: Option<String>,
    /// Only say what would be done
    #[arg(long)]
    pub dry_run: bool,
}

/// Takes the responses in, all or none.
///
/// # Errors
/// When the file cannot be read, a row is bad, a response is here with another content, or the store fails.
pub fn import(desk: &mut Desk<'_>, args: &ImportArgs, out: &mut impl Write) -> Result<(), CliFault> {
    let mut store = desk.open()?;
    let is_json = args.file.extension().is_some_and(|e| e.eq_ignore_ascii_case("json"));
    let archive = if is_json { json(desk, &store, &args.file)? } else { tables(desk, &store, args)? };
    let here = app::archive(&store, &archive.survey).map_err(CliFault::Store)?;
    let here: BTreeMap<_, _> = here.responses.into_iter().map(|kept| (kept.response.head.id, kept)).collect();
    let mut plan = plan(archive.responses.clone(), &here);
    let locale = desk.locale;
    if !plan.conflicts.is_empty() {
        let Some(reason) = &args.correct else {
            return Err(refuse(locale, &plan.conflicts));
        };
        for conflict in &mut plan.conflicts {
            conflict.incoming.response.head.correction = Some(reason.clone());
        }
    }
    if !args.dry_run {
        take_in(desk, &mut store, &archive, &plan)?;
    }
    let responses = |n: usize| count(locale, Counted::Responses, n as u64);
    let known = count(locale, Counted::Responses, plan.same);
    let (new, corrected) = (responses(plan.new.len()), responses(plan.conflicts.len()));
    let said = if args.dry_run {
        tr!(locale, "import-would", new = new, known = known, corrected = corrected)
    } else {
        tr!(locale, "import-done", new = new, known = known, corrected = corrected)
    };
    writeln!(out, "{said}").map_err(CliFault::stdout)
}

/// Writes down what the plan holds: survey texts and sessions first, then all responses in one step, then their states.
fn take_in(desk: &mut Desk<'_>, store: &mut Store, archive: &Archive, plan: &Plan) -> Result<(), CliFault> {
    for kept in &archive.versions {
        let survey = SurveyRef { id: archive.survey.clone(), version: kept.version.clone(), hash: kept.hash.clone() };
        store.keep_survey(&survey, &kept.source, &kept.files, desk.stamp()).map_err(CliFault::Store)?;
    }
    let known: Vec<SessionId> =
        store.sessions(true).map_err(CliFault::Store)?.into_iter().map(|row| row.session.id).collect();
    for session in archive.sessions.iter().filter(|session| !known.contains(&session.id)) {
        store.save_session(session, desk.stamp()).map_err(CliFault::Store)?;
    }
    let incoming: Vec<_> = plan.new.iter().chain(plan.conflicts.iter().map(|conflict| &conflict.incoming)).collect();
    let responses: Vec<_> = incoming.iter().map(|kept| kept.response.clone()).collect();
    store.import(responses.clone(), desk.stamp()).map_err(CliFault::Store)?;
    note_visits(store, &responses, desk.stamp()).map_err(CliFault::Store)?;
    let approved = incoming.iter().filter(|kept| kept.state == ResponseState::Approved);
    for id in approved.map(|kept| kept.response.head.id).chain(plan.approved.iter().copied()) {
        store.approve(id, desk.stamp()).map_err(CliFault::Store)?;
    }
    let returned = incoming.iter().filter(|kept| kept.state == ResponseState::Returned);
    let returned = returned.map(|kept| (kept.response.head.id, kept.comment.as_str()));
    for (id, comment) in returned.chain(plan.returned.iter().map(|(id, comment)| (*id, comment.as_str()))) {
        store.return_response(id, comment, desk.stamp()).map_err(CliFault::Store)?;
    }
    Ok(())
}

/// Lists the responses that are here with another content.
fn refuse(locale: &Locale, conflicts: &[Conflict]) -> CliFault {
    let mut said = std::io::stderr();
    for conflict in conflicts {
        let _ = writeln!(said, "{}", conflict_line(locale, conflict));
    }
    let _ = writeln!(said, "{}", tr!(locale, "import-conflicts", count = conflicts.len()));
    CliFault::Found
}

fn json(desk: &Desk<'_>, store: &Store, path: &Path) -> Result<Archive, CliFault> {
    let locale = desk.locale;
    let file = path.display().to_string();
    let text = read(path)?;
    let archive: Archive = serde_json::from_slice(&text).map_err(|error| {
        let (line, column) = (error.line(), error.column());
        CliFault::Told(tr!(
            locale,
            "import-json",
            file = file.as_str(),
            line = line,
            column = column,
            error = error.to_string()
        ))
    })?;
    let told = |text| Err(CliFault::Told(text));
    if !archive.left_out.is_empty() {
        return told(tr!(locale, "import-json-left-out", file = file.as_str(), names = archive.left_out.join(", ")));
    }
    for kept in &archive.versions {
        if !kept.is_intact() {
            return told(tr!(locale, "import-hash", file = file.as_str(), version = kept.version.as_str()));
        }
    }
    let known = store.survey_sources(&archive.survey).map_err(CliFault::Store)?;
    for kept in &archive.responses {
        let survey = &kept.response.head.survey;
        let has_text =
            archive.versions.iter().any(|v| v.hash == survey.hash) || known.iter().any(|c| c.hash == survey.hash);
        let id = kept.response.head.id.to_string();
        if survey.id != archive.survey || !has_text {
            return told(tr!(
                locale,
                "import-no-text",
                file = file.as_str(),
                id = id,
                version = survey.version.as_str()
            ));
        }
        if matches!(kept.state, ResponseState::Draft | ResponseState::Deleted) {
            return told(tr!(locale, "import-state", file = file.as_str(), id = id));
        }
    }
    Ok(archive)
}

fn tables(desk: &Desk<'_>, store: &Store, args: &ImportArgs) -> Result<Archive, CliFault> {
    let locale = desk.locale;
    let main = table(locale, &args.file, "")?;
    let named = || {
        let at = main.headings.iter().position(|heading| heading == Meta::Survey.heading())?;
        main.rows.iter().find_map(|(_, cells)| cells.get(at).filter(|cell| !cell.is_empty())).cloned()
    };
    let Some(given) = args.survey.clone().or_else(named) else {
        return Err(CliFault::Usage(tr!(locale, "import-which-survey", file = args.file.display().to_string())));
    };
    let mut library = desk.library();
    let survey = desk.survey(store, &mut library, &given)?;
    let versions: Vec<Codebook> = app::codebooks(store, &library, &survey).map_err(CliFault::Store)?;
    let mut tables = vec![main];
    let sheets: Vec<Sheet> = Layout::new(&versions, &[]).sheets;
    for sheet in sheets.iter().skip(1) {
        let path = beside(&args.file, &sheet.name);
        if path.is_file() {
            tables.push(table(locale, &path, &sheet.name)?);
        }
    }
    let rows = read_tables(&versions, &tables).map_err(|faults| {
        let mut said = std::io::stderr();
        for fault in &faults {
            let _ = writeln!(said, "{}", row_fault(locale, fault));
        }
        let _ = writeln!(said, "{}", tr!(locale, "import-faults", count = faults.len()));
        CliFault::Found
    })?;
    let sessions = sessions(&rows);
    let responses: Vec<_> = rows.into_iter().map(|row| row.kept).collect();
    // The text at hand is kept from now on when a response names it; keeping one that is kept already changes nothing.
    let at_hand = library.find(&survey).map(|file| KeptSurvey {
        version: file.reference().version.clone(),
        hash: file.reference().hash.clone(),
        source: file.source.text.clone().into_owned(),
        files: file.files().to_vec(),
    });
    let is_named = |kept: &KeptSurvey| responses.iter().any(|r| r.response.head.survey.hash == kept.hash);
    let versions = at_hand.into_iter().filter(is_named).collect();
    Ok(Archive { survey, versions, sessions, left_out: Vec::new(), responses })
}

/// The sessions that rows tell enough of to be made when they are not here.
fn sessions(rows: &[ReadRow]) -> Vec<Session> {
    let mut sessions: Vec<Session> = Vec::new();
    for row in rows {
        let [kind, title, starts] = &row.session;
        let kind = serde_json::from_value(serde_json::Value::String(kind.clone()));
        let starts = chrono::DateTime::parse_from_rfc3339(starts);
        let (Some(id), Ok(kind), Ok(starts)) = (row.kept.response.head.session, kind, starts) else { continue };
        if sessions.iter().all(|session| session.id != id) {
            sessions.push(Session {
                id,
                kind,
                title: title.clone(),
                community: String::new(),
                grid: String::new(),
                micro_grid: String::new(),
                building: String::new(),
                starts,
                facilitator: String::new(),
                recorder: String::new(),
                present: 0,
            });
        }
    }
    sessions
}

fn table(locale: &Locale, path: &Path, repeat: &str) -> Result<Table, CliFault> {
    let file = path.display().to_string();
    read_table(&file, repeat, &read(path)?).map_err(|fault| {
        CliFault::Told(match fault {
            FileFault::NotUtf8 { line } => tr!(locale, "import-not-utf8", file = file.as_str(), line = line),
            FileFault::Empty => tr!(locale, "import-empty", file = file.as_str()),
        })
    })
}

fn read(path: &Path) -> Result<Vec<u8>, CliFault> {
    fs::read(path).map_err(|error| CliFault::File { path: path.to_path_buf(), error })
}
