//! What the store could not do, and what checking it found, as sentences: what happened, where, what to do.

use super::{Locale, clean_line};
use crate::{
    domain::record::{Finding, Flaw, StoreError},
    tr,
};

/// The sentence of a store's error.
#[must_use]
pub fn store_error(locale: &Locale, error: &StoreError) -> String {
    let shown = |path: &std::path::Path| clean_line(&path.to_string_lossy()).into_owned();
    let plain = |text: &str| clean_line(text).into_owned();
    match error {
        StoreError::Held { dir, holder } if holder.pid == 0 => tr!(locale, "store-held-unknown", dir = shown(dir)),
        StoreError::Held { dir, holder } => {
            let (pid, host, since) = (holder.pid.to_string(), plain(&holder.host), plain(&holder.since));
            tr!(locale, "store-held", dir = shown(dir), pid = pid, host = host, since = since)
        }
        StoreError::ReadOnlyDirectory { path } => tr!(locale, "store-read-only", path = shown(path)),
        StoreError::DiskFull { path } => tr!(locale, "store-disk-full", path = shown(path)),
        StoreError::Corrupt { path, detail } => {
            tr!(locale, "store-corrupt", path = shown(path), detail = plain(detail))
        }
        StoreError::Foreign { path } => tr!(locale, "store-foreign", path = shown(path)),
        StoreError::NewerSchema { path, found, known } => {
            tr!(locale, "store-newer", path = shown(path), found = found.to_string(), known = known.to_string())
        }
        StoreError::Busy { path } => tr!(locale, "store-busy", path = shown(path)),
        StoreError::Io { path, detail } => tr!(locale, "store-io", path = shown(path), detail = plain(detail)),
        StoreError::Missing { id } => tr!(locale, "store-missing", id = plain(id)),
        StoreError::Fixed { id } => tr!(locale, "store-fixed", id = plain(id)),
    }
}

/// The sentence of something that checking a store found.
#[must_use]
pub fn store_finding(locale: &Locale, finding: &Finding) -> String {
    let plain = |text: &str| clean_line(text).into_owned();
    match finding {
        Finding::File { detail } => tr!(locale, "store-finding-file", detail = plain(detail)),
        Finding::Record { place, flaw } => tr!(
            locale,
            "store-finding-record",
            position = place.position.to_string(),
            record = plain(&place.record),
            seq = place.seq.to_string(),
            device = plain(&place.device),
            flaw = flaw_words(locale, flaw)
        ),
        Finding::Truncated { device, expected, found } => tr!(
            locale,
            "store-finding-truncated",
            device = plain(device),
            expected = expected.to_string(),
            found = found.to_string()
        ),
        Finding::Projection { table, id } => {
            tr!(locale, "store-finding-projection", table = (*table).to_owned(), id = plain(id))
        }
    }
}

fn flaw_words(locale: &Locale, flaw: &Flaw) -> String {
    match flaw {
        Flaw::BodyHash => tr!(locale, "store-flaw-body-hash"),
        Flaw::ChainHash => tr!(locale, "store-flaw-chain-hash"),
        Flaw::Sequence { expected } => tr!(locale, "store-flaw-sequence", expected = expected.to_string()),
        Flaw::BodyMissing => tr!(locale, "store-flaw-body-missing"),
        Flaw::BodyNotErased => tr!(locale, "store-flaw-body-not-erased"),
        Flaw::Unreadable(detail) => {
            tr!(locale, "store-flaw-unreadable", detail = clean_line(detail).into_owned())
        }
    }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;
    use crate::{
        domain::{
            Lang,
            record::{Holder, Place},
        },
        locale::LANGUAGES,
    };

    fn errors() -> Vec<(StoreError, &'static str)> {
        let path = PathBuf::from("/home/zhang\u{1b}/babahui.db");
        let holder = Holder { pid: 4711, host: "xiaoli".into(), since: "2024-11-12 09:00".into() };
        let id = "0193".to_owned();
        vec![
            (StoreError::Held { dir: path.clone(), holder }, "4711"),
            (StoreError::Held { dir: path.clone(), holder: Holder::default() }, "babahui.db"),
            (StoreError::ReadOnlyDirectory { path: path.clone() }, "--data"),
            (StoreError::DiskFull { path: path.clone() }, "babahui.db"),
            (StoreError::Corrupt { path: path.clone(), detail: "malformed".into() }, "malformed"),
            (StoreError::Foreign { path: path.clone() }, "--data"),
            (StoreError::NewerSchema { path: path.clone(), found: 1234, known: 1 }, "1234"),
            (StoreError::Busy { path: path.clone() }, "babahui.db"),
            (StoreError::Io { path, detail: "EIO".into() }, "EIO"),
            (StoreError::Missing { id: id.clone() }, "0193"),
            (StoreError::Fixed { id }, "0193"),
        ]
    }

    #[test]
    fn every_error_says_where_in_both_languages_and_nothing_reaches_the_terminal_raw() {
        for code in LANGUAGES {
            let locale = Locale::new(&Lang::new(code));
            for (error, part) in errors() {
                let said = store_error(&locale, &error);
                assert!(said.contains(part), "{code}: {said}");
                assert!(!said.contains('\u{1b}') && !said.contains("store-"), "{code}: {said}");
            }
        }
    }

    #[test]
    fn every_finding_names_what_is_wrong() {
        let place = Place { position: 1234, record: "0193".into(), device: "0180".into(), seq: 7 };
        let flaws = [
            Flaw::BodyHash,
            Flaw::ChainHash,
            Flaw::Sequence { expected: 6 },
            Flaw::BodyMissing,
            Flaw::BodyNotErased,
            Flaw::Unreadable("eof".into()),
        ];
        for code in LANGUAGES {
            let locale = Locale::new(&Lang::new(code));
            let mut seen = std::collections::BTreeSet::new();
            for flaw in flaws.clone() {
                let said = store_finding(&locale, &Finding::Record { place: place.clone(), flaw });
                assert!(said.contains("1234") && said.contains("0193") && !said.contains("store-"), "{code}: {said}");
                seen.insert(said);
            }
            assert_eq!(seen.len(), flaws.len());
            let truncated = Finding::Truncated { device: "0180".into(), expected: 1234, found: 6 };
            let projection = Finding::Projection { table: "response", id: "0193".into() };
            assert!(store_finding(&locale, &truncated).contains("1234"));
            assert!(store_finding(&locale, &projection).contains("--rebuild"));
            assert!(store_finding(&locale, &Finding::File { detail: "page 7".into() }).contains("page 7"));
        }
    }
}
