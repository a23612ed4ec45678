//! Finished responses: what becomes of them, and one of them with all its revisions.

use rusqlite::{Connection, OptionalExtension, params};

use super::{
    fault::Raw,
    list::{ResponseRow, SELECT_ROW, response_row},
    log::{self, Origin, Stamp, records_of},
    open::Store,
    row::{parsed, state_word, unreadable},
};
use crate::domain::{
    RecordId, ResponseId, SessionId,
    record::{Body, Record, ResponseHistory, StoreError, body_hash, canonical},
    survey::{AnswerTree, Door, ResponseState},
};

/// What the next response of a survey starts from: the one saved last on this laptop.
#[derive(Debug, Clone, PartialEq)]
pub struct LastSaved {
    /// Its session.
    pub session: Option<SessionId>,
    /// Its door.
    pub door: Door,
    /// Its answers.
    pub answers: AnswerTree,
}

impl Store {
    /// Sends a finished response back with a comment.
    ///
    /// # Errors
    /// [`StoreError::Missing`] when there is no such finished response; else as every write.
    pub fn return_response(&mut self, id: ResponseId, comment: &str, stamp: Stamp<'_>) -> Result<Record, StoreError> {
        self.decide(id, Body::Returned { response: id, comment: comment.to_owned() }, stamp)
    }

    /// Approves a finished response.
    ///
    /// # Errors
    /// [`StoreError::Missing`] when there is no such finished response; else as every write.
    pub fn approve(&mut self, id: ResponseId, stamp: Stamp<'_>) -> Result<Record, StoreError> {
        self.decide(id, Body::Approved { response: id }, stamp)
    }

    /// Deletes a finished response; [`Store::restore`] brings it back.
    ///
    /// # Errors
    /// [`StoreError::Missing`] when there is no such finished response; else as every write.
    pub fn delete_response(&mut self, id: ResponseId, reason: &str, stamp: Stamp<'_>) -> Result<Record, StoreError> {
        self.decide(id, Body::Deleted { response: id, reason: reason.to_owned() }, stamp)
    }

    /// Deletes a finished response with what follows from that elsewhere, all or nothing. Gives what followed.
    ///
    /// # Errors
    /// As [`Store::delete_response`] and [`Store::append_events`].
    pub fn delete_response_and(
        &mut self,
        id: ResponseId,
        reason: &str,
        follows: Vec<Body>,
        mut stamp: Stamp<'_>,
    ) -> Result<Vec<Record>, StoreError> {
        self.write(|tx, origin| {
            decided(tx, origin, &mut stamp, id, Body::Deleted { response: id, reason: reason.to_owned() })?;
            log::append_all(tx, origin, &mut stamp, follows)
        })
    }

    fn decide(&mut self, id: ResponseId, body: Body, mut stamp: Stamp<'_>) -> Result<Record, StoreError> {
        self.write(|tx, origin| decided(tx, origin, &mut stamp, id, body))
    }

    /// Brings a deleted response back to the state it had before, or a draft that was thrown away back among the drafts.
    ///
    /// # Errors
    /// [`StoreError::Missing`] when no such response is deleted; else as every write.
    pub fn restore(&mut self, id: ResponseId, mut stamp: Stamp<'_>) -> Result<Record, StoreError> {
        self.write(|tx, origin| restored(tx, origin, &mut stamp, id))
    }

    /// Brings a deleted response back with what follows from that elsewhere, all or nothing. Gives what followed.
    ///
    /// # Errors
    /// As [`Store::restore`] and [`Store::append_events`].
    pub fn restore_and(
        &mut self,
        id: ResponseId,
        follows: Vec<Body>,
        mut stamp: Stamp<'_>,
    ) -> Result<Vec<Record>, StoreError> {
        self.write(|tx, origin| {
            restored(tx, origin, &mut stamp, id)?;
            log::append_all(tx, origin, &mut stamp, follows)
        })
    }

    /// A response with all its revisions; nothing when there is none in the log.
    ///
    /// # Errors
    /// As every read.
    pub fn response(&self, id: ResponseId) -> Result<Option<ResponseHistory>, StoreError> {
        self.read(|conn| history(conn, &id.to_string()))
    }

    /// Finished responses of the same survey and session at the same door, deleted ones and `except` left out.
    /// A door without a household is no door: then there are none.
    ///
    /// # Errors
    /// As every read.
    pub fn duplicates(
        &self,
        survey: &str,
        session: Option<SessionId>,
        door: &Door,
        except: ResponseId,
    ) -> Result<Vec<ResponseRow>, StoreError> {
        if door.household.trim().is_empty() {
            return Ok(Vec::new());
        }
        self.read(|conn| {
            let sql = format!(
                "{SELECT_ROW} WHERE household = ?1 AND building = ?2 AND entrance = ?3 AND survey = ?4 AND session = ?5
                 AND id <> ?6 AND state <> 'deleted' ORDER BY submitted"
            );
            let mut query = conn.prepare_cached(&sql)?;
            let session = session.map(|s| s.to_string()).unwrap_or_default();
            let rows = query.query_and_then(
                params![door.household, door.building, door.entrance, survey, session, except.to_string()],
                response_row,
            )?;
            rows.collect()
        })
    }

    /// The response of a survey that was saved last on this laptop and not deleted; nothing when there is none.
    ///
    /// # Errors
    /// As every read.
    pub fn last_saved(&self, survey: &str) -> Result<Option<LastSaved>, StoreError> {
        let device = self.device().to_string();
        self.read(|conn| {
            let mut query = conn.prepare_cached(
                "SELECT session, building, entrance, household, answers FROM response JOIN response_answers USING (row)
                 WHERE survey = ?1 AND device = ?2 AND state <> 'deleted' ORDER BY hlc DESC LIMIT 1",
            )?;
            let mut found = query.query_and_then(params![survey, device], |row| -> Result<LastSaved, Raw> {
                let session: String = row.get("session")?;
                let answers = row.get_ref("answers")?.as_str().map_err(|_| unreadable("answers", ""))?;
                Ok(LastSaved {
                    session: if session.is_empty() { None } else { Some(parsed(row, "session")?) },
                    door: Door {
                        building: row.get("building")?,
                        entrance: row.get("entrance")?,
                        household: row.get("household")?,
                    },
                    answers: serde_json::from_str(answers)?,
                })
            })?;
            found.next().transpose()
        })
    }
}

/// Records what became of a finished response.
fn decided(
    tx: &Connection,
    origin: Origin<'_>,
    stamp: &mut Stamp<'_>,
    id: ResponseId,
    body: Body,
) -> Result<Record, Raw> {
    let key = id.to_string();
    let there = tx.prepare_cached("SELECT 1 FROM response WHERE id = ?1 AND revisions > 0")?.exists([&key])?;
    if there { log::append(tx, origin, stamp, body, key) } else { Err(Raw::missing(&id)) }
}

/// Takes back the record that deleted a response.
fn restored(tx: &Connection, origin: Origin<'_>, stamp: &mut Stamp<'_>, id: ResponseId) -> Result<Record, Raw> {
    let decided = tx
        .prepare_cached("SELECT decided FROM response WHERE id = ?1 AND state = ?2")?
        .query_and_then(params![id.to_string(), state_word(ResponseState::Deleted)], |row| {
            parsed::<RecordId>(row, "decided")
        })?
        .next()
        .transpose()?;
    log::retract(tx, origin, stamp, decided.ok_or_else(|| Raw::missing(&id))?)
}

/// The fold of a response's records.
pub(super) fn history(conn: &Connection, key: &str) -> Result<Option<ResponseHistory>, Raw> {
    Ok(ResponseHistory::fold(&records_of(conn, key)?))
}

/// The record of `entity` with exactly this body, when there is one; an erased one counts, so that what a person had
/// taken out of the store does not come back with an old file.
pub(super) fn known(conn: &Connection, entity: &str, body: &Body) -> Result<Option<RecordId>, Raw> {
    let hash = body_hash(canonical(body)?.as_bytes());
    let id: Option<String> = conn
        .prepare_cached("SELECT id FROM log WHERE entity = ?1 AND body_hash = ?2")?
        .query_row(params![entity, hash], |row| row.get(0))
        .optional()?;
    id.map(|text| text.parse().map_err(|_| unreadable("id", &text))).transpose()
}
