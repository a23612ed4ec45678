//! `check --store`: whether the store still holds what was put into it, and making anew what follows from the records.

use std::{io::Write, path::Path};

use super::{CliFault, Desk, say::say};
use crate::{
    locale::store_finding,
    store::{Finding, Store},
    tr,
};

/// Findings printed one by one; of more, the number.
const PRINTED: usize = 20;

/// Checks the store of a data directory and prints what is wrong with it, the first bad record first. With `rebuild`, what
/// screens read is made anew when the records themselves are sound. A directory without a store is left without one.
///
/// # Errors
/// [`CliFault::Found`] when something is wrong, [`CliFault::Usage`] where there is no store; else as every use of a store.
pub fn check_store(dir: &Path, desk: &mut Desk<'_>, rebuild: bool, out: &mut impl Write) -> Result<(), CliFault> {
    let locale = desk.locale;
    let shown = dir.display().to_string();
    if !Store::stands_in(dir) {
        return Err(CliFault::Usage(tr!(locale, "check-store-none", dir = shown)));
    }
    let mut store = desk.open()?;
    let mut findings = store.verify().map_err(CliFault::Store)?;
    let sound = findings.iter().all(|finding| matches!(finding, Finding::Projection { .. }));
    if rebuild && sound {
        store.rebuild().map_err(CliFault::Store)?;
        say(out, &tr!(locale, "check-store-rebuilt"))?;
        findings = store.verify().map_err(CliFault::Store)?;
    }
    for finding in findings.iter().take(PRINTED) {
        say(out, &store_finding(locale, finding))?;
    }
    let more = findings.len().saturating_sub(PRINTED);
    if more > 0 {
        say(out, &tr!(locale, "check-store-more", count = more))?;
    }
    if findings.is_empty() {
        let count = store.record_count().map_err(CliFault::Store)?;
        return say(out, &tr!(locale, "check-store-good", count = count));
    }
    if !sound {
        say(out, &tr!(locale, "check-store-copy", dir = shown))?;
    }
    Err(CliFault::Found)
}
