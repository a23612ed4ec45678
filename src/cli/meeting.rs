//! The meeting that is named on the command line: by id, title, or words and a date that only one meeting has.

use chrono::{DateTime, FixedOffset};

use super::CliFault;
use crate::{
    domain::{MeetingId, meeting::MeetingRow},
    locale::{Locale, clean_line, date_time, session_kind, typed_date},
    store::Store,
    tr,
};

/// Meetings listed at most.
const LISTED: usize = 12;

/// The meeting; the latest one when nothing is named.
///
/// # Errors
/// [`CliFault::Usage`] when no meeting, or more than one, answers to the words; else as the store.
pub(super) fn named(
    given: Option<&str>,
    store: &Store,
    now: DateTime<FixedOffset>,
    locale: &Locale,
) -> Result<MeetingId, CliFault> {
    let known = store.meetings().map_err(CliFault::Store)?;
    let Some(latest) = known.first() else {
        return Err(CliFault::Usage(tr!(locale, "minutes-no-meetings")));
    };
    let Some(given) = given.map(str::trim).filter(|given| !given.is_empty()) else { return Ok(latest.id) };
    match &answering(given, &known, now, locale)[..] {
        [one] => Ok(one.id),
        [] => {
            let (name, known) = (given.to_owned(), listed(&known.iter().collect::<Vec<_>>()));
            Err(CliFault::Usage(tr!(locale, "minutes-meeting-unknown", name = name, known = known)))
        }
        many => {
            let (name, found) = (given.to_owned(), listed(many));
            Err(CliFault::Usage(tr!(locale, "minutes-meeting-many", name = name, found = found)))
        }
    }
}

/// When a meeting was: when it began, else when it was set up.
fn when(row: &MeetingRow) -> DateTime<FixedOffset> {
    row.started.unwrap_or(row.opened)
}

/// The meetings that answer to the words: by id; else by the whole title; else those that have every word somewhere.
fn answering<'m>(
    given: &str,
    known: &'m [MeetingRow],
    now: DateTime<FixedOffset>,
    locale: &Locale,
) -> Vec<&'m MeetingRow> {
    let of_id: Vec<_> = known.iter().filter(|row| row.id.to_string() == given).collect();
    let of_title: Vec<_> = known.iter().filter(|row| row.title == given).collect();
    let exact = if of_id.is_empty() { of_title } else { of_id };
    if !exact.is_empty() {
        return exact;
    }
    let words: Vec<String> = given.split_whitespace().map(str::to_lowercase).collect();
    let has = |row: &MeetingRow, word: &str| {
        let day = when(row).with_timezone(now.offset()).date_naive();
        let told = [row.title.clone(), row.place.clone(), session_kind(locale, row.kind), day.to_string()];
        // A number alone is a building, hardly a day of the month; a few letters begin too many ids.
        told.iter().any(|part| part.to_lowercase().contains(word))
            || (word.len() >= 8 && row.id.to_string().starts_with(word))
            || (word.parse::<u64>().is_err() && typed_date(word, now.date_naive()).is_ok_and(|typed| typed == day))
    };
    known.iter().filter(|row| words.iter().all(|word| has(row, word))).collect()
}

/// A line for each of them.
fn listed(meetings: &[&MeetingRow]) -> String {
    let line = |row: &&MeetingRow| {
        let (title, place) = (clean_line(&row.title), clean_line(&row.place));
        format!("\n  {}  {}  {title}  {place}", row.id, date_time(when(row))).trim_end().to_owned()
    };
    let more = if meetings.len() > LISTED { "\n  .." } else { "" };
    meetings.iter().take(LISTED).map(line).collect::<String>() + more
}
