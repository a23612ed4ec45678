//! What the first screen shows, read with as few statements as that takes: starting waits for each.

use std::collections::HashMap;

use chrono::{DateTime, FixedOffset};
use rusqlite::Connection;

use super::{
    draft::{self, DraftSummary},
    fault::Raw,
    meeting,
    open::Store,
    row::{count, state_of, unsigned},
    session::{self, Counts, SessionRow},
};
use crate::domain::{meeting::MeetingRow, record::StoreError, survey::ResponseState};

/// The figures of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Figures {
    /// Responses first finalised that day and not deleted.
    pub today: u64,
    /// Drafts under way.
    pub drafts: u64,
    /// Submissions in all: final and approved responses.
    pub responses: u64,
    /// Responses sent back and not yet corrected.
    pub returned: u64,
    /// Sessions that are not deleted.
    pub sessions: u64,
    /// Meetings, held or to be held.
    pub meetings: u64,
}

/// What the first screen shows.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Front {
    /// The day's figures.
    pub figures: Figures,
    /// Meetings that are not closed: those being held before those only set up, each the latest set up first.
    pub meetings: Vec<MeetingRow>,
    /// The drafts typed in last, the last one first.
    pub drafts: Vec<DraftSummary>,
    /// The latest sessions.
    pub sessions: Vec<SessionRow>,
    /// Responses by survey; a survey without any is not there.
    pub surveys: HashMap<String, Counts>,
}

/// How many of each the first screen has room for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Most {
    /// Meetings that are not closed.
    pub meetings: u32,
    /// Drafts.
    pub drafts: u32,
    /// Sessions.
    pub sessions: u32,
}

impl Store {
    /// What the first screen shows on the day `now` falls on by its own offset, with at most so many of each.
    ///
    /// # Errors
    /// As every read.
    pub fn front(&self, now: DateTime<FixedOffset>, most: Most) -> Result<Front, StoreError> {
        self.read(|conn| {
            let tallied = Tallied::read(conn)?;
            let (figures, open) = figures(conn, now, tallied.all)?;
            // Nothing is asked for what the figures say is not there.
            Ok(Front {
                meetings: if open > 0 { meeting::not_closed(conn, most.meetings)? } else { Vec::new() },
                drafts: if figures.drafts > 0 { draft::latest(conn, most.drafts)? } else { Vec::new() },
                sessions: session::latest(conn, most.sessions, &tallied.sessions)?,
                surveys: tallied.surveys,
                figures,
            })
        })
    }

    /// The figures of the day `now` falls on, by its own offset.
    ///
    /// # Errors
    /// As every read.
    pub fn figures(&self, now: DateTime<FixedOffset>) -> Result<Figures, StoreError> {
        self.read(|conn| Ok(figures(conn, now, Tallied::read(conn)?.all)?.0))
    }
}

/// The figures of a day, and how many meetings are not closed.
fn figures(conn: &Connection, now: DateTime<FixedOffset>, all: Counts) -> Result<(Figures, u64), Raw> {
    let midnight = now.naive_local().date().and_time(chrono::NaiveTime::MIN);
    let start = midnight.and_utc().timestamp_millis() - i64::from(now.offset().local_minus_utc()) * 1000;
    let mut query = conn.prepare_cached(
        "SELECT (SELECT count(*) FROM response WHERE submitted >= ?1 AND submitted < ?2 AND state <> 'deleted') today,
             (SELECT count(*) FROM draft) drafts, (SELECT count(*) FROM session WHERE deleted = 0) sessions,
             (SELECT count(*) FROM meeting) meetings, (SELECT count(*) FROM meeting WHERE closed IS NULL) open",
    )?;
    let mut found = query.query_and_then([start, start + 86_400_000], |row| -> Result<(Figures, u64), Raw> {
        let figures = Figures {
            today: count(row, "today")?,
            drafts: count(row, "drafts")?,
            responses: all.submissions(),
            returned: all.returned,
            sessions: count(row, "sessions")?,
            meetings: count(row, "meetings")?,
        };
        Ok((figures, count(row, "open")?))
    })?;
    Ok(found.next().transpose()?.unwrap_or_default())
}

/// What the triggers count, added up by survey, by session and over all.
#[derive(Default)]
struct Tallied {
    surveys: HashMap<String, Counts>,
    sessions: HashMap<String, Counts>,
    all: Counts,
}

impl Tallied {
    fn read(conn: &Connection) -> Result<Self, Raw> {
        let mut query = conn.prepare_cached("SELECT survey, session, state, n FROM response_count WHERE n > 0")?;
        let mut rows = query.query([])?;
        let mut tallied = Self::default();
        while let Some(row) = rows.next()? {
            let text = |column| row.get_ref(column).map(|text| text.as_str().unwrap_or_default());
            let (state, n) = (state_of(text(2)?)?, unsigned("n", row.get(3)?)?);
            for counts in [
                &mut tallied.all,
                tallied.surveys.entry(text(0)?.to_owned()).or_default(),
                tallied.sessions.entry(text(1)?.to_owned()).or_default(),
            ] {
                match state {
                    ResponseState::Final => counts.finished += n,
                    ResponseState::Returned => counts.returned += n,
                    ResponseState::Approved => counts.approved += n,
                    ResponseState::Deleted => counts.deleted += n,
                    ResponseState::Draft => {}
                }
            }
        }
        Ok(tallied)
    }
}
