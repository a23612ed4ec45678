//! Sessions and how many responses each has.

use std::collections::HashMap;

use rusqlite::{Connection, Row, params};

use super::{
    fault::Raw,
    log::{self, Stamp},
    open::Store,
    row::{count, unreadable},
};
use crate::domain::{
    SessionId,
    record::{Body, Record, StoreError},
    session::Session,
};

/// Responses by state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Final, not yet approved.
    pub finished: u64,
    /// Sent back.
    pub returned: u64,
    /// Approved.
    pub approved: u64,
    /// Deleted.
    pub deleted: u64,
}

impl Counts {
    /// What counts as submitted: final and approved.
    #[must_use]
    pub fn submissions(&self) -> u64 {
        self.finished + self.approved
    }

    /// Reads the columns `finished`, `returned`, `approved` and `removed`.
    pub(super) fn read(row: &Row<'_>) -> Result<Self, Raw> {
        Ok(Self {
            finished: count(row, "finished")?,
            returned: count(row, "returned")?,
            approved: count(row, "approved")?,
            deleted: count(row, "removed")?,
        })
    }
}

/// A session as lists show it.
#[derive(Debug, Clone, PartialEq)]
pub struct SessionRow {
    /// The session.
    pub session: Session,
    /// Whether it was deleted; its responses still name it.
    pub deleted: bool,
    /// Its responses, of all surveys.
    pub counts: Counts,
}

impl Store {
    /// Records a session that is new or was changed. One that stands as it is is not recorded again.
    ///
    /// # Errors
    /// As every write.
    pub fn save_session(&mut self, session: &Session, mut stamp: Stamp<'_>) -> Result<(), StoreError> {
        self.write(|tx, origin| {
            let key = session.id.to_string();
            if one(tx, &key)?.is_some_and(|now| now.session == *session && !now.deleted) {
                return Ok(());
            }
            log::append(tx, origin, &mut stamp, Body::Session(session.clone()), key)?;
            Ok(())
        })
    }

    /// Deletes a session; its responses stay. Taking the record back ([`Store::retract`]) brings it back.
    ///
    /// # Errors
    /// [`StoreError::Missing`] when there is no such session; else as every write.
    pub fn delete_session(&mut self, id: SessionId, mut stamp: Stamp<'_>) -> Result<Record, StoreError> {
        self.write(|tx, origin| {
            let key = id.to_string();
            one(tx, &key)?.ok_or_else(|| Raw::missing(&id))?;
            log::append(tx, origin, &mut stamp, Body::SessionDeleted { session: id }, key)
        })
    }

    /// Brings a deleted session back.
    ///
    /// # Errors
    /// [`StoreError::Missing`] when no such session is deleted; else as every write.
    pub fn restore_session(&mut self, id: SessionId, mut stamp: Stamp<'_>) -> Result<Record, StoreError> {
        self.write(|tx, origin| {
            let mut query = tx.prepare_cached("SELECT decided FROM session WHERE id = ?1 AND deleted = 1")?;
            let decided =
                query.query_and_then([id.to_string()], |row| super::row::parsed(row, "decided"))?.next().transpose()?;
            log::retract(tx, origin, &mut stamp, decided.ok_or_else(|| Raw::missing(&id))?)
        })
    }

    /// Sessions with their counts, the latest first; deleted ones only when asked for.
    ///
    /// # Errors
    /// As every read.
    pub fn sessions(&self, with_deleted: bool) -> Result<Vec<SessionRow>, StoreError> {
        self.read(|conn| list(conn, with_deleted))
    }

    /// One session, also when it was deleted; nothing when there is none.
    ///
    /// # Errors
    /// As every read.
    pub fn session(&self, id: SessionId) -> Result<Option<SessionRow>, StoreError> {
        self.read(|conn| one(conn, &id.to_string()))
    }
}

/// Sessions with their counts, the latest first.
pub(super) fn list(conn: &Connection, with_deleted: bool) -> Result<Vec<SessionRow>, Raw> {
    let mut query = conn.prepare_cached(
        "WITH counted AS (
             SELECT session id, sum(n) FILTER (WHERE state = 'final') finished,
                 sum(n) FILTER (WHERE state = 'returned') returned, sum(n) FILTER (WHERE state = 'approved') approved,
                 sum(n) FILTER (WHERE state = 'deleted') removed
             FROM response_count GROUP BY session)
         SELECT session, deleted, coalesce(finished, 0) finished, coalesce(returned, 0) returned,
             coalesce(approved, 0) approved, coalesce(removed, 0) removed
         FROM session LEFT JOIN counted USING (id) WHERE deleted <= ?1 ORDER BY starts DESC, id DESC",
    )?;
    query.query_and_then([with_deleted], session_row)?.collect()
}

/// The latest sessions that are not deleted, with what is known of their responses.
pub(super) fn latest(conn: &Connection, most: u32, counts: &HashMap<String, Counts>) -> Result<Vec<SessionRow>, Raw> {
    let mut query = conn
        .prepare_cached("SELECT id, session FROM session WHERE deleted = 0 ORDER BY starts DESC, id DESC LIMIT ?1")?;
    let rows = query.query_and_then([most], |row| {
        let text = |column| row.get_ref(column)?.as_str().map_err(|_| unreadable(column, ""));
        let counts = counts.get(text("id")?).copied().unwrap_or_default();
        Ok(SessionRow { session: serde_json::from_str(text("session")?)?, deleted: false, counts })
    })?;
    rows.collect()
}

fn one(conn: &Connection, key: &str) -> Result<Option<SessionRow>, Raw> {
    let mut query = conn.prepare_cached(
        "SELECT s.session, deleted, coalesce(sum(n) FILTER (WHERE state = 'final'), 0) finished,
             coalesce(sum(n) FILTER (WHERE state = 'returned'), 0) returned,
             coalesce(sum(n) FILTER (WHERE state = 'approved'), 0) approved,
             coalesce(sum(n) FILTER (WHERE state = 'deleted'), 0) removed
         FROM session s LEFT JOIN response_count c ON c.session = s.id WHERE s.id = ?1 GROUP BY s.id",
    )?;
    query.query_and_then(params![key], session_row)?.next().transpose()
}

fn session_row(row: &Row<'_>) -> Result<SessionRow, Raw> {
    let json = row.get_ref("session")?.as_str().map_err(|_| unreadable("session", ""))?;
    Ok(SessionRow { session: serde_json::from_str(json)?, deleted: row.get("deleted")?, counts: Counts::read(row)? })
}
