//! `fill SURVEY`: a survey filled line by line (`--plain`) or by a script (`--script`).

use std::{
    io::{self, Write},
    path::{Path, PathBuf},
};

use chrono::{DateTime, FixedOffset};

use super::{
    CliFault, DataDir,
    args::FillArgs,
    plain::{Plain, Started},
    say::say,
    script::{OpFault, Play, read},
    session, survey,
};
use crate::{
    app::{Beginning, Clock, Ctx, Filling, Parts, Settings, SystemClock, SystemIds, note_visits},
    domain::{
        Ids, Lang, ResponseId, SessionId,
        survey::{Door, DraftHead, Env, Response},
    },
    import::SurveyFile,
    locale::{Locale, edit_refusal},
    store::{OpenOptions, Stamp, Store},
    tr,
};

/// The surroundings of `fill`.
pub struct Place<'a> {
    /// The data directory.
    pub dir: Result<PathBuf, CliFault>,
    /// What the person chose earlier.
    pub settings: Settings,
    /// Language of what is said, and of the survey.
    pub lang: Lang,
    /// Its words.
    pub locale: &'a Locale,
}

/// Fills a survey.
///
/// # Errors
/// When the survey or the script cannot be used, or the store not written; [`CliFault::Found`] when a script's operation
/// was not taken.
pub fn fill(args: &FillArgs, place: Place<'_>, out: &mut impl Write) -> Result<(), CliFault> {
    let locale = place.locale;
    let file = survey::named(&args.survey, place.dir.as_deref().ok(), locale)?;
    survey::form(&file, locale)?;
    match &args.script {
        Some(script) => played(args, script, &file, place, out),
        None if args.plain => plain(args, file, place, out),
        None => Err(CliFault::Usage(tr!(locale, "fill-how"))),
    }
}

fn open(dir: &DataDir, settings: &Settings, now: DateTime<FixedOffset>) -> Result<Store, CliFault> {
    let community = settings.community.clone().unwrap_or_default();
    let options = OpenOptions { community, ids: &mut SystemIds, now, page_limit: None };
    Ok(Store::open(dir.path(), options).map_err(CliFault::Store)?.into_store())
}

/// The session of `--session`.
fn session_named(
    args: &FillArgs,
    store: &mut Store,
    settings: &Settings,
    now: DateTime<FixedOffset>,
    locale: &Locale,
) -> Result<Option<SessionId>, CliFault> {
    let named = |given: &String| session::named(given, store, settings, now, &mut SystemIds, locale);
    args.session.as_ref().map(named).transpose()
}

/// Line by line.
fn plain(args: &FillArgs, file: SurveyFile, place: Place<'_>, out: &mut impl Write) -> Result<(), CliFault> {
    let dir = DataDir::make(place.dir?)?;
    let mut store = open(&dir, &place.settings, SystemClock.now())?;
    let session = session_named(args, &mut store, &place.settings, SystemClock.now(), place.locale)?;
    let (id, surveyor) = (file.id().to_owned(), place.settings.surveyor.clone().unwrap_or_default());
    let mut ctx = Ctx::new(Parts {
        dir: dir.path().to_path_buf(),
        lang: place.lang,
        no_color: true,
        settings: place.settings,
        clock: Box::new(SystemClock),
        ids: Box::new(SystemIds),
        store,
    });
    ctx.library.put_first(file);
    let (filling, started) = match args.resume.then(|| last_draft(&ctx, &id)).transpose()?.flatten() {
        Some(draft) => {
            let (filling, cursor) = ctx.open_draft(draft).map_err(CliFault::Store)?;
            let at = cursor.and_then(|path| filling.draft().resolve(&path));
            (filling, at.map_or(Started::Fresh, Started::At))
        }
        None if args.resume => return Err(CliFault::Usage(tr!(place.locale, "fill-no-draft"))),
        None => {
            let (survey, form) = ctx.survey_to_fill(&id).map_err(CliFault::Store)?;
            let with = Beginning {
                survey,
                form,
                session,
                door: args.door.as_deref().map(Door::read).unwrap_or_default(),
                surveyor,
            };
            (Filling::begin(&mut ctx, with).map_err(CliFault::Store)?, Started::Fresh)
        }
    };
    let mut input = io::stdin().lock();
    let finalised = Plain::new(ctx, filling, &mut input, out).run(started)?;
    if !finalised {
        say(out, &tr!(place.locale, "fill-go-on", survey = args.survey.as_str()))?;
    }
    Ok(())
}

/// The draft of a survey that was typed in last.
fn last_draft(ctx: &Ctx, survey: &str) -> Result<Option<ResponseId>, CliFault> {
    let drafts = ctx.store.drafts().map_err(CliFault::Store)?;
    Ok(drafts.into_iter().find(|d| d.head.survey.id == survey).map(|d| d.head.id))
}

/// By a script.
fn played(
    args: &FillArgs,
    script: &Path,
    file: &SurveyFile,
    place: Place<'_>,
    out: &mut impl Write,
) -> Result<(), CliFault> {
    let text = if script == Path::new("-") { io::read_to_string(io::stdin()) } else { std::fs::read_to_string(script) };
    let text = text.map_err(|error| CliFault::File { path: script.to_path_buf(), error })?;
    let ops = read(&text).map_err(|fault| CliFault::Usage(op_fault(place.locale, script, &fault)))?;
    let now = args.now.unwrap_or_else(|| SystemClock.now());
    let form = survey::form(file, place.locale)?;
    let seed = args.seed.unwrap_or_else(|| if args.dry_run { 1 } else { SystemIds.seed() });
    let mut store = match (args.dry_run, place.dir) {
        (true, _) => None,
        (false, dir) => Some(open(&DataDir::make(dir?)?, &place.settings, now)?),
    };
    let session = match &mut store {
        Some(store) => session_named(args, store, &place.settings, now, place.locale)?,
        None => None,
    };
    let surveyor = place.settings.surveyor.clone().unwrap_or_default();
    let saved = store.as_ref().map(|s| s.last_saved(file.id())).transpose().map_err(CliFault::Store)?.flatten();
    let env = Env {
        now,
        lang: place.lang,
        device: store.as_ref().map(|s| s.device().to_string()).unwrap_or_default(),
        username: surveyor.clone(),
        seed,
        last_saved: saved.as_ref().map(|s| &s.answers),
        roll: None,
    };
    let mut play = Play::begin(form, env);
    play.run(&ops, edit_refusal);
    let mut report = play.report();
    if let Some(store) = &mut store {
        let ms = u64::try_from(now.timestamp_millis()).unwrap_or_default();
        let head = DraftHead {
            id: ResponseId(SystemIds.uuid(ms)),
            survey: file.reference().clone(),
            session,
            door: args.door.as_deref().map(Door::read).unwrap_or_default(),
            surveyor,
            created: now,
            seed,
            correction: None,
        };
        let state = keep(store, file, head.clone(), &mut play).map_err(CliFault::Store)?;
        report["response"] = serde_json::json!({ "id": head.id, "state": state });
    }
    if args.state.is_some() || args.dry_run {
        let text = serde_json::to_string_pretty(&report).unwrap_or_default();
        say(out, &text)?;
    }
    if play.went_well() { Ok(()) } else { Err(CliFault::Found) }
}

/// Stores what a script did: finalised when nothing is open, else as a draft. Says which.
fn keep(
    store: &mut Store,
    file: &SurveyFile,
    head: DraftHead,
    play: &mut Play<'_>,
) -> Result<&'static str, crate::domain::record::StoreError> {
    let (now, author) = (play.env.now, head.surveyor.clone());
    let stamp = Stamp { ids: &mut SystemIds, now, author: &author };
    store.keep_survey(&head.survey, &file.source.text, file.files(), stamp)?;
    store.begin_draft(&head)?;
    store.append_edits(head.id, &play.audit, None)?;
    if play.draft.issue_count() > 0 {
        return Ok("draft");
    }
    let answers = play.draft.finish(&play.env);
    let name = play.draft.instance_name();
    let response = Response { head, finished: now, name, answers, audit: play.audit.clone() };
    store.finalise(&response, Stamp { ids: &mut SystemIds, now, author: &author })?;
    note_visits(store, &[response], Stamp { ids: &mut SystemIds, now, author: &author })?;
    Ok("final")
}

fn op_fault(locale: &Locale, script: &Path, fault: &OpFault) -> String {
    let file = script.display().to_string();
    match fault {
        OpFault::Json(error) => tr!(locale, "fill-script-json", file = file, error = error.as_str()),
        OpFault::NotAList => tr!(locale, "fill-script-list", file = file),
        OpFault::Unknown { number } => {
            let number = *number;
            tr!(locale, "fill-script-op", file = file, number = number)
        }
        OpFault::Field { number, field } => {
            let (number, field) = (*number, *field);
            tr!(locale, "fill-script-field", file = file, number = number, field = field)
        }
    }
}
