//! Why the store could not do something, as sentences: what happened, where, what to do.

use super::Locale;
use crate::{domain::record::StoreError, tr};

/// The sentence of a store's error.
#[must_use]
pub fn store_error(locale: &Locale, error: &StoreError) -> String {
    match error.clone() {
        StoreError::Held { dir, holder } => {
            let dir = dir.display().to_string();
            if holder.pid == 0 {
                tr!(locale, "store-held", dir = dir)
            } else {
                tr!(
                    locale,
                    "store-held-by",
                    dir = dir,
                    pid = holder.pid.to_string(),
                    host = holder.host,
                    since = holder.since
                )
            }
        }
        StoreError::ReadOnlyDirectory { path } => tr!(locale, "store-read-only", path = path.display().to_string()),
        StoreError::DiskFull { path } => tr!(locale, "store-disk-full", path = path.display().to_string()),
        StoreError::Corrupt { path, detail } => {
            tr!(locale, "store-corrupt", path = path.display().to_string(), detail = detail)
        }
        StoreError::Foreign { path } => tr!(locale, "store-foreign", path = path.display().to_string()),
        StoreError::NewerSchema { path, found, known } => {
            tr!(locale, "store-newer", path = path.display().to_string(), found = found, known = known)
        }
        StoreError::Busy { path } => tr!(locale, "store-busy", path = path.display().to_string()),
        StoreError::Io { path, detail } => tr!(locale, "store-io", path = path.display().to_string(), detail = detail),
        StoreError::Missing { id } => tr!(locale, "store-missing", id = id),
        StoreError::Fixed { id } => tr!(locale, "store-fixed", id = id),
    }
}
