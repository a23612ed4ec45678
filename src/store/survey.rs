//! The survey texts that responses were filled with.

use rusqlite::{Row, params};

use super::{
    fault::Raw,
    log::{self, Stamp},
    open::Store,
    row::{parsed, unreadable},
    session::Counts,
};
use crate::domain::{
    record::{Body, StoreError, SurveySource},
    survey::SurveyRef,
};

impl Store {
    /// Keeps the text of a survey, so that responses filled with it can always be read. A text that is kept already is
    /// not kept again; says whether it is new.
    ///
    /// # Errors
    /// As every write.
    pub fn keep_survey(
        &mut self,
        survey: &SurveyRef,
        source: &str,
        files: &[(String, String)],
        mut stamp: Stamp<'_>,
    ) -> Result<bool, StoreError> {
        let known = self.read(|conn| {
            let mut query = conn.prepare_cached("SELECT 1 FROM survey_source WHERE survey = ?1 AND hash = ?2")?;
            Ok(query.exists(params![survey.id, survey.hash])?)
        })?;
        if known {
            return Ok(false);
        }
        let SurveyRef { id, version, hash } = survey.clone();
        let body = Body::Survey { survey: id.clone(), version, hash, source: source.to_owned(), files: files.to_vec() };
        self.write(|tx, origin| log::append(tx, origin, &mut stamp, body, id))?;
        Ok(true)
    }

    /// The kept text with this hash; nothing when there is none.
    ///
    /// # Errors
    /// As every read.
    pub fn survey_source(&self, hash: &str) -> Result<Option<SurveySource>, StoreError> {
        self.read(|conn| {
            let mut query = conn.prepare_cached(
                "SELECT s.record, l.body FROM survey_source s JOIN log l ON l.id = s.record WHERE s.hash = ?1",
            )?;
            query.query_and_then([hash], source)?.next().transpose()
        })
    }

    /// The kept texts of a survey, in the order they were first used.
    ///
    /// # Errors
    /// As every read.
    pub fn survey_sources(&self, survey: &str) -> Result<Vec<SurveySource>, StoreError> {
        self.read(|conn| {
            let mut query = conn.prepare_cached(
                "SELECT s.record, l.body FROM survey_source s JOIN log l ON l.id = s.record WHERE s.survey = ?1
                 ORDER BY l.hlc, l.device",
            )?;
            query.query_and_then([survey], source)?.collect()
        })
    }

    /// The ids of all surveys that have responses or a kept text, each with its responses by state.
    ///
    /// # Errors
    /// As every read.
    pub fn survey_counts(&self) -> Result<Vec<(String, Counts)>, StoreError> {
        self.read(|conn| {
            let mut query = conn.prepare_cached(
                "SELECT survey, coalesce(sum(n) FILTER (WHERE state = 'final'), 0) finished,
                     coalesce(sum(n) FILTER (WHERE state = 'returned'), 0) returned,
                     coalesce(sum(n) FILTER (WHERE state = 'approved'), 0) approved,
                     coalesce(sum(n) FILTER (WHERE state = 'deleted'), 0) removed
                 FROM (SELECT survey, state, n FROM response_count UNION ALL SELECT survey, '', 0 FROM survey_source)
                 GROUP BY survey ORDER BY survey",
            )?;
            let rows = query.query_and_then([], |row| Ok((row.get("survey")?, Counts::read(row)?)))?;
            rows.collect()
        })
    }
}

fn source(row: &Row<'_>) -> Result<SurveySource, Raw> {
    let json = row.get_ref("body")?.as_str().map_err(|_| unreadable("body", ""))?;
    match serde_json::from_str(json)? {
        Body::Survey { survey, version, hash, source, files } => {
            Ok(SurveySource { survey, version, hash, source, files, record: parsed(row, "record")? })
        }
        other => Err(unreadable("kind", other.kind())),
    }
}
