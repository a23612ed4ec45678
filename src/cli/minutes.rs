//! `minutes [MEETING]`: the minutes of a meeting, its sign-in sheet or its posting, as text, Markdown or JSON.

use std::io::Write;

use clap::{Args, ValueEnum};

use super::{CliFault, Desk, meeting};
use crate::{
    domain::{
        meeting::{
            Meeting,
            ledger::Ledger,
            minutes::{Edition, Minutes, Version, public_words},
        },
        record::Register,
    },
    locale::Locale,
    report::{
        MinutesStatus, SheetForm, document_markdown, document_text, minutes_document, posting_document, sheet_document,
    },
    store::{About, Store},
    tr,
};

/// What to print of which meeting.
#[derive(Debug, Args)]
pub struct MinutesArgs {
    /// The meeting: its id, title, or words and a date only one meeting has; the latest one when left out
    #[arg(value_name = "MEETING")]
    pub meeting: Option<String>,
    /// The facilitator's print: timings, notes, who voted how
    #[arg(long)]
    pub facilitator: bool,
    /// text, markdown or json
    #[arg(long, value_enum, default_value = "text", value_name = "FORMAT")]
    pub format: MinutesFormat,
    /// The sign-in sheet instead: blank or filled; filled once somebody came, when not said
    #[arg(long, value_enum, value_name = "FORM", num_args = 0..=1, require_equals = true, default_missing_value = "auto")]
    pub sheet: Option<Sheet>,
    /// The posting of results instead
    #[arg(long, conflicts_with = "sheet")]
    pub posting: bool,
    /// This final version
    #[arg(long = "version", value_name = "N")]
    pub of_version: Option<u32>,
    /// Columns of a line of text
    #[arg(long, default_value = "80", value_name = "N", value_parser = clap::value_parser!(u16).range(40..=240))]
    pub width: u16,
}

/// How minutes are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum MinutesFormat {
    /// Lines of text.
    Text,
    /// Markdown.
    Markdown,
    /// For programs.
    Json,
}

/// Which sign-in sheet is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Sheet {
    /// Filled once somebody came, else blank.
    Auto,
    /// To sign.
    Blank,
    /// As people checked in.
    Filled,
}

/// Prints them.
///
/// # Errors
/// When no meeting, more than one, or no such version answers; when JSON is asked of a sheet or posting; when the store fails.
pub fn minutes(desk: &mut Desk<'_>, args: &MinutesArgs, out: &mut impl Write) -> Result<(), CliFault> {
    let locale = desk.locale;
    if args.format == MinutesFormat::Json && (args.sheet.is_some() || args.posting) {
        return Err(CliFault::Usage(tr!(locale, "minutes-json-whole")));
    }
    let store = desk.open()?;
    let id = meeting::named(args.meeting.as_deref(), &store, desk.now(), locale)?;
    let (records, _) = store.records_about(About::Meeting(id)).map_err(CliFault::Store)?;
    let Some(meeting) = Meeting::fold(&records) else {
        return Err(CliFault::Usage(tr!(locale, "minutes-no-meeting")));
    };
    let version = chosen(&meeting, args.of_version, locale)?;
    let (whole, status) = match version {
        Some(version) => (version.minutes.as_ref().clone(), MinutesStatus::Final(version)),
        None => (assembled(&store, &meeting)?, MinutesStatus::of(&meeting.minutes)),
    };
    // The sheet is for who works with it, like its blank to sign: an attachment, no part of the public's edition.
    let minutes = if args.facilitator || args.sheet.is_some() { whole } else { whole.public() };
    let document = match args.sheet {
        Some(sheet) => sheet_document(locale, &minutes, form(sheet, &minutes)),
        None if args.posting => posting_document(locale, &minutes, meeting.minutes.posting()),
        None => minutes_document(locale, &minutes, status),
    };
    let text = match args.format {
        MinutesFormat::Text => document_text(&document, usize::from(args.width)),
        MinutesFormat::Markdown => document_markdown(&document),
        MinutesFormat::Json => json(&minutes, version)?,
    };
    out.write_all(text.as_bytes()).and_then(|()| out.flush()).map_err(CliFault::stdout)
}

/// The version asked for, else the one that stands; nothing while there is none or it is being corrected.
fn chosen<'m>(meeting: &'m Meeting, number: Option<u32>, locale: &Locale) -> Result<Option<&'m Version>, CliFault> {
    let known = &meeting.minutes;
    let Some(number) = number else { return Ok(known.standing()) };
    if let Some(version) = known.version(number) {
        return Ok(Some(version));
    }
    let versions = known.versions().iter().map(|version| version.number.to_string()).collect::<Vec<_>>().join(", ");
    Err(CliFault::Usage(if versions.is_empty() {
        tr!(locale, "minutes-never-final", version = number)
    } else {
        tr!(locale, "minutes-no-version", version = number, versions = versions)
    }))
}

fn assembled(store: &Store, meeting: &Meeting) -> Result<Minutes, CliFault> {
    let (records, _) = store.records_about(About::Register(Ledger::KIND)).map_err(CliFault::Store)?;
    let session = store.session(meeting.opening.session).map_err(CliFault::Store)?;
    Ok(Minutes::of(meeting, &Ledger::fold(&records), session.as_ref().map(|row| &row.session)))
}

fn form(sheet: Sheet, minutes: &Minutes) -> SheetForm {
    match sheet {
        Sheet::Auto => SheetForm::of(minutes),
        Sheet::Blank => SheetForm::Blank,
        Sheet::Filled => SheetForm::Filled,
    }
}

/// The minutes with the version they are, on indented lines.
fn json(minutes: &Minutes, version: Option<&Version>) -> Result<String, CliFault> {
    let reason = |reason: &str| match minutes.edition {
        Edition::Public => public_words(reason),
        Edition::Facilitator => reason.to_owned(),
    };
    let value = serde_json::json!({
        "version": version.map(|version| version.number),
        "final": version.map(|version| version.at),
        "replaces": version.and_then(|version| version.replaces),
        "reason": version.map(|version| reason(&version.reason)),
        "minutes": minutes,
    });
    let text = serde_json::to_string_pretty(&value).map_err(|error| CliFault::Told(error.to_string()))?;
    Ok(text + "\n")
}
