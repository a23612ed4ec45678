//! A roll's file as a person names it: where it is, what stands in it, what is wrong with it.

use std::path::{Path, PathBuf};

use crate::{
    app::Ctx,
    domain::{
        Severity,
        meeting::{agenda::Agenda, roll::Voter},
        place::{Place, Roll, places_named, voters_of},
    },
    import::{RollFile, RollFileFault, read_roll},
    locale::{Locale, roll_fault},
    tr,
    ui::{theme::Meaning, widgets::PageState},
};

/// Where a file is as typed: quotes and `file://` that come with a file dragged here are passed over, and a name alone is
/// looked for in the data directory too. Nothing when nothing is typed.
pub fn typed_path(text: &str, ctx: &Ctx) -> Option<PathBuf> {
    let text = text.trim().trim_matches(['"', '\'']);
    let path = Path::new(text.strip_prefix("file://").unwrap_or(text));
    let own = ctx.dir.join(path);
    (!text.is_empty()).then(|| if path.exists() || !own.exists() { path.to_path_buf() } else { own })
}

/// The roll of a file as typed; nothing when none is, nobody for `-`.
///
/// # Errors
/// Why it cannot be taken, in words.
pub fn typed_roll(text: &str, parking: bool, ctx: &Ctx) -> Result<Option<Vec<Voter>>, String> {
    if text.trim() == "-" {
        return Ok(Some(Vec::new()));
    }
    let Some(path) = typed_path(text, ctx) else { return Ok(None) };
    let read = read_roll(&path, parking);
    match (&read, fault_words(&ctx.locale, &read)) {
        (Ok(file), None) => Ok(Some(file.voters.clone())),
        (Ok(file), Some(_)) => {
            let count = file.errors();
            let first = faults(&ctx.locale, file, true).into_iter().next().unwrap_or_default();
            Err(tr!(ctx.locale, "lobby-roll-faults", count = count, first = first))
        }
        (Err(_), why) => Err(why.unwrap_or_default()),
    }
}

/// The place of the roll as typed, everywhere when nothing is; nothing when there is none of that name, or several.
pub fn typed_place(text: &str, ctx: &Ctx) -> Option<Place> {
    let text = text.trim();
    if text.is_empty() {
        return Some(Place::default());
    }
    match ctx.register::<Roll>().map(|roll| places_named(roll, text)).unwrap_or_default().as_slice() {
        [place] => Some(place.clone()),
        _ => None,
    }
}

/// Whether anybody stands on the roll.
pub fn is_peopled(ctx: &Ctx) -> bool {
    ctx.register::<Roll>().is_some_and(|roll| roll.count(&Place::default()).households > 0)
}

/// The households of a place as typed, as the voters of a meeting by this agenda.
///
/// # Errors
/// Why there are none, in words.
pub fn typed_households(text: &str, agenda: &Agenda, ctx: &Ctx) -> Result<Vec<Voter>, String> {
    let place = text.trim().to_owned();
    let found = typed_place(text, ctx).zip(ctx.register::<Roll>()).map(|(place, roll)| voters_of(roll, &place, agenda));
    match found {
        Some(voters) if !voters.is_empty() => Ok(voters),
        Some(_) => Err(tr!(ctx.locale, "rolls-nobody-entitled")),
        None => Err(tr!(ctx.locale, "rolls-which-place", place = place)),
    }
}

/// Why a file cannot be taken; nothing when it can.
pub fn fault_words(l: &Locale, read: &Result<RollFile, RollFileFault>) -> Option<String> {
    Some(match read {
        Ok(file) if file.is_sound() => return None,
        Ok(file) => {
            let count = file.errors();
            tr!(l, "newmeeting-file-faults", count = count)
        }
        Err(RollFileFault::Io(error)) => {
            let why = error.to_string();
            tr!(l, "newmeeting-file-unreadable", why = why)
        }
        Err(RollFileFault::NotUtf8 { line }) => {
            let line = *line;
            tr!(l, "newmeeting-file-encoding", line = line)
        }
        Err(RollFileFault::NoTable { line }) => {
            let line = *line;
            tr!(l, "newmeeting-file-no-table", line = line)
        }
        Err(RollFileFault::Empty) => tr!(l, "newmeeting-file-empty"),
    })
}

/// Every fault of a file as a page to read.
pub fn fault_page(l: &Locale, file: &RollFile) -> PageState {
    let count = file.errors();
    let mut lines = Vec::new();
    if count > 0 {
        lines.push((Meaning::Label, tr!(l, "newmeeting-faults-errors", count = count)));
        lines.extend(faults(l, file, true).into_iter().map(|words| (Meaning::Bad, words)));
        lines.push((Meaning::Text, String::new()));
    }
    let warnings = faults(l, file, false);
    if !warnings.is_empty() {
        lines.push((Meaning::Label, tr!(l, "newmeeting-faults-warnings")));
        lines.extend(warnings.into_iter().map(|words| (Meaning::Warn, words)));
    }
    PageState::of(lines)
}

fn faults(l: &Locale, file: &RollFile, errors: bool) -> Vec<String> {
    let of = file.faults.iter().filter(|fault| (fault.severity() == Severity::Error) == errors);
    of.map(|fault| roll_fault(l, fault)).collect()
}
