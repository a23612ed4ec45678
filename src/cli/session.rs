//! `--session WORDS`: the session a response belongs to, by id, title, or words that only one session has.

use chrono::{DateTime, FixedOffset};

use super::CliFault;
use crate::{
    app::Settings,
    domain::{
        Ids, SessionId, near,
        session::{Session, SessionKind},
    },
    locale::{Locale, clean_line, date_time, session_kind, typed_date},
    store::{Stamp, Store},
    tr,
};

/// What stands before the title of a session that is made when there is none.
const NEW: &str = "new:";

/// The session that was named. `new:TITLE` makes one that begins now, unless there is one of that title today: a command
/// that is given again for the next household means the same occasion.
///
/// # Errors
/// [`CliFault::Usage`] when no session, or more than one, answers to the words; else as the store.
pub(super) fn named(
    given: &str,
    store: &mut Store,
    settings: &Settings,
    now: DateTime<FixedOffset>,
    ids: &mut dyn Ids,
    locale: &Locale,
) -> Result<SessionId, CliFault> {
    let known = store.sessions(false).map_err(CliFault::Store)?;
    let known: Vec<Session> = known.into_iter().map(|row| row.session).collect();
    let Some(title) = given.strip_prefix(NEW) else {
        return match &answering(given, &known, now, locale)[..] {
            [one] => Ok(one.id),
            [] => Err(CliFault::Usage(none(given, &known, locale))),
            many => Err(CliFault::Usage(ambiguous(given, many, locale))),
        };
    };
    let title = title.trim();
    if title.is_empty() {
        return Err(CliFault::Usage(tr!(locale, "fill-session-title")));
    }
    let today = now.date_naive();
    if let Some(same) = known.iter().find(|s| s.title == title && s.starts.date_naive() == today) {
        return Ok(same.id);
    }
    let kept = |setting: &Option<String>| setting.clone().unwrap_or_default();
    let session = Session {
        id: SessionId(ids.uuid(u64::try_from(now.timestamp_millis()).unwrap_or_default())),
        kind: SessionKind::Other,
        title: title.to_owned(),
        community: kept(&settings.community),
        grid: String::new(),
        micro_grid: String::new(),
        building: kept(&settings.courtyard),
        starts: now,
        facilitator: String::new(),
        recorder: kept(&settings.surveyor),
        present: 0,
    };
    let author = kept(&settings.surveyor);
    store.save_session(&session, Stamp { ids, now, author: &author }).map_err(CliFault::Store)?;
    Ok(session.id)
}

/// The sessions that answer to the words: by id; else by the whole title; else those that have every word somewhere.
fn answering<'s>(given: &str, known: &'s [Session], now: DateTime<FixedOffset>, locale: &Locale) -> Vec<&'s Session> {
    let given = given.trim();
    let of_id: Vec<_> = known.iter().filter(|s| s.id.to_string() == given).collect();
    let of_title: Vec<_> = known.iter().filter(|s| s.title == given).collect();
    let exact = if of_id.is_empty() { of_title } else { of_id };
    if !exact.is_empty() || given.is_empty() {
        return exact;
    }
    let words: Vec<String> = given.split_whitespace().map(str::to_lowercase).collect();
    let has = |session: &Session, word: &str| {
        let starts = session.starts.with_timezone(now.offset()).date_naive();
        let kind = session_kind(locale, session.kind);
        let told = [&session.title, &session.building, &kind, &starts.to_string()];
        // A number alone is a building, hardly a day of the month; a few letters begin too many ids.
        told.iter().any(|part| part.to_lowercase().contains(word))
            || (word.len() >= 8 && session.id.to_string().starts_with(word))
            || (word.parse::<u64>().is_err() && typed_date(word, now.date_naive()).is_ok_and(|day| day == starts))
    };
    known.iter().filter(|session| words.iter().all(|word| has(session, word))).collect()
}

fn none(given: &str, known: &[Session], locale: &Locale) -> String {
    if known.is_empty() {
        return tr!(locale, "fill-session-none", name = given);
    }
    let near = near(given, known.iter().map(|s| s.title.as_str()));
    let near =
        near.map_or_else(|| listed(&known.iter().collect::<Vec<_>>()), |title| format!("\n  {}", clean_line(title)));
    tr!(locale, "fill-session-unknown", name = given, near = near)
}

fn ambiguous(given: &str, many: &[&Session], locale: &Locale) -> String {
    tr!(locale, "fill-session-many", name = given, found = listed(many))
}

/// A line for each of them, as many as fit a screen.
fn listed(sessions: &[&Session]) -> String {
    let line = |session: &&Session| {
        let title = clean_line(&session.title);
        format!("\n  {}  {}  {title}  {}", session.id, date_time(session.starts), clean_line(&session.building))
            .trim_end()
            .to_owned()
    };
    let more = if sessions.len() > 12 { "\n  …" } else { "" };
    sessions.iter().take(12).map(line).collect::<String>() + more
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Lang, SeededIds};

    #[test]
    fn words_find_the_sessions_that_have_them_all() {
        let locale = Locale::new(&Lang::new("en"));
        let now: DateTime<FixedOffset> = "2024-11-12T14:00:00+08:00".parse().unwrap();
        let mut ids = SeededIds::new(1);
        let mut session = |title: &str, building: &str, starts: &str, kind| Session {
            id: SessionId(ids.uuid(1)),
            kind,
            title: title.into(),
            community: String::new(),
            grid: String::new(),
            micro_grid: String::new(),
            building: building.into(),
            starts: starts.parse().unwrap(),
            facilitator: String::new(),
            recorder: String::new(),
            present: 0,
        };
        let known = [
            session("第一次坝坝会", "14号院", "2024-10-08T14:00:00+08:00", SessionKind::CourtyardMeeting),
            session("坝坝会", "3栋", "2024-11-12T09:00:00+08:00", SessionKind::CourtyardMeeting),
            session("Stairwell talk", "3栋", "2024-11-12T19:00:00+08:00", SessionKind::NeighboursDialogue),
        ];
        let id = known[1].id.to_string();
        let cases: [(&str, &[usize]); 10] = [
            (&id, &[1]),
            ("坝坝会", &[1]),
            ("第一次", &[0]),
            ("10-08", &[0]),
            ("today", &[1, 2]),
            ("today stair", &[2]),
            ("2024-11-12 坝坝会", &[1]),
            ("neighbours", &[2]),
            ("3栋", &[1, 2]),
            ("", &[]),
        ];
        for (given, expected) in cases {
            let found: Vec<_> = answering(given, &known, now, &locale).iter().map(|s| s.id).collect();
            let expected: Vec<_> = expected.iter().map(|at| known[*at].id).collect();
            assert_eq!(found, expected, "{given}");
        }
    }
}
