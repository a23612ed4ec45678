//! `demo`: the reference story in a directory of its own, and the program on it.

use std::{io::Write, path::PathBuf};

use super::{CliFault, DataDir, program::program, say::say};
use crate::{
    app::{Settings, demo},
    domain::Lang,
    locale::Locale,
    tr,
};

/// Makes the demo where it is not there yet, says what it holds, and starts the program on it unless only building was
/// asked for. `named` is the directory asked for; without it the demo lives in `demo` of the data directory.
///
/// # Errors
/// When the directory holds another store or cannot be used; then as the program.
pub fn demo(
    named: Option<PathBuf>,
    data: Result<PathBuf, CliFault>,
    only_build: bool,
    lang: Lang,
    locale: &Locale,
    out: &mut impl Write,
) -> Result<(), CliFault> {
    let dir = match named {
        Some(dir) => dir,
        None => data?.join("demo"),
    };
    let dir = DataDir::make(dir)?;
    let built = demo::build(dir.path()).map_err(|fault| match fault {
        demo::DemoFault::Store(error) => CliFault::Store(error),
        other => CliFault::Told(other.words(locale)),
    })?;
    let (submissions, sessions, others, meetings) = (built.submissions, built.sessions, built.others, built.meetings);
    let path = dir.path().display().to_string();
    let first = if built.fresh { tr!(locale, "demo-built", dir = path) } else { tr!(locale, "demo-found", dir = path) };
    let holds = tr!(locale, "demo-holds", submissions = submissions, sessions = sessions, others = others);
    let held = tr!(locale, "demo-meetings", meetings = meetings);
    for line in [first, holds, held, tr!(locale, "demo-notice")] {
        say(out, &line)?;
    }
    if only_build {
        return Ok(());
    }
    let settings =
        Settings::load(dir.path()).map_err(|error| CliFault::File { path: dir.path().join("settings.ron"), error })?;
    program(&dir, settings, lang)
}
