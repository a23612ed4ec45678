//! What tallies are made from: the submissions of a survey, one after another, in one statement.

use std::collections::HashMap;

use chrono::{DateTime, FixedOffset};
use rusqlite::{Connection, params_from_iter, types::Value as Column};

use super::{
    fault::Raw,
    list::{ResponseFilter, head},
    open::Store,
    row::{RECORD, record, state_of, time, unreadable},
    session,
};
use crate::domain::{
    ResponseId, SessionId,
    record::{Record, ResponseHistory, StoreError},
    session::Session,
    survey::{AnswerTree, DraftHead, Response, ResponseState},
};

/// A finished response as a tally reads it.
#[derive(Debug, PartialEq)]
pub struct Submission<'a> {
    /// What is known besides the answers; `head.survey.hash` says with which text it was filled.
    pub head: DraftHead,
    /// Its session, also when that was deleted.
    pub session: Option<&'a Session>,
    /// Where it stands.
    pub state: ResponseState,
    /// What it was sent back with, or deleted for; else empty.
    pub comment: String,
    /// Its `instance_name`.
    pub name: String,
    /// When it was first finalised.
    pub submitted: DateTime<FixedOffset>,
    /// The answers of the revision that stands.
    pub answers: AnswerTree,
}

impl Store {
    /// Hands each final or approved response of a survey to `each`, oldest first.
    ///
    /// # Errors
    /// As every read.
    pub fn submissions(&self, survey: &str, each: impl FnMut(Submission<'_>)) -> Result<(), StoreError> {
        let states = vec![ResponseState::Final, ResponseState::Approved];
        self.feed(&ResponseFilter { survey: Some(survey.to_owned()), states, ..ResponseFilter::default() }, each)
    }

    /// Hands each response that passes a filter to `each`, oldest first.
    ///
    /// # Errors
    /// As every read.
    pub fn feed(&self, filter: &ResponseFilter, mut each: impl FnMut(Submission<'_>)) -> Result<(), StoreError> {
        let (wanted, values) = filter.to_sql();
        self.read(|conn| submissions(conn, &wanted, &values, &mut each))
    }

    /// The revision that stands of each response that passes a filter, whole, with how it came about; those erased from
    /// the log are left out.
    ///
    /// # Errors
    /// As every read.
    pub fn standing(&self, filter: &ResponseFilter) -> Result<HashMap<ResponseId, Response>, StoreError> {
        let (wanted, values) = filter.to_sql();
        self.read(|conn| {
            let sql = format!(
                "SELECT {RECORD} FROM log WHERE entity IN (SELECT id FROM response WHERE {wanted})
                 ORDER BY entity, hlc, device, seq"
            );
            let mut query = conn.prepare_cached(&sql)?;
            let records = query.query_and_then(params_from_iter(&values), record)?;
            let records: Vec<Record> = records.filter_map(Result::transpose).collect::<Result<_, Raw>>()?;
            let entities = records.chunk_by(|a, b| a.entity == b.entity);
            let histories = entities.filter_map(ResponseHistory::fold);
            Ok(histories
                .filter_map(|h| h.revisions.into_iter().last())
                .map(|r| (r.response.head.id, r.response))
                .collect())
        })
    }
}

/// Hands each response for which a condition holds to `each`, oldest first.
pub(super) fn submissions(
    conn: &Connection,
    wanted: &str,
    values: &[Column],
    each: &mut dyn FnMut(Submission<'_>),
) -> Result<(), Raw> {
    let sessions: HashMap<SessionId, Session> =
        session::list(conn, true)?.into_iter().map(|row| (row.session.id, row.session)).collect();
    let sql = format!(
        "SELECT id, survey, survey_version, survey_hash, session, building, entrance, household, surveyor,
             created, created_offset, seed, correction, state, comment, name, submitted, submitted_offset, answers
         FROM response JOIN response_answers USING (row) WHERE {wanted} ORDER BY submitted, id"
    );
    let mut query = conn.prepare_cached(&sql)?;
    let mut rows = query.query(params_from_iter(values))?;
    while let Some(row) = rows.next()? {
        let head = head(row)?;
        let answers = row.get_ref("answers")?.as_str().map_err(|_| unreadable("answers", ""))?;
        each(Submission {
            session: head.session.and_then(|id| sessions.get(&id)),
            state: state_of(row.get_ref("state")?.as_str().unwrap_or_default())?,
            comment: row.get("comment")?,
            name: row.get("name")?,
            submitted: time(row, "submitted", "submitted_offset")?,
            answers: serde_json::from_str(answers)?,
            head,
        });
    }
    Ok(())
}
