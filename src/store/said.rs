//! What matters are followed by: the responses whose suggestions were coded, and how many households each survey heard.

use std::collections::HashMap;

use rusqlite::types::Value as Column;

use super::{
    feed::{Submission, submissions},
    open::Store,
    row::{parsed, signed},
};
use crate::domain::{ResponseId, record::StoreError};

impl Store {
    /// Hands each of these responses that is final or approved to `each`, oldest first: one statement for all of them.
    ///
    /// # Errors
    /// As every read.
    pub fn responses_of(&self, ids: &[ResponseId], mut each: impl FnMut(Submission<'_>)) -> Result<(), StoreError> {
        let list = serde_json::json!(ids).to_string();
        self.read(|conn| {
            let wanted = "id IN (SELECT value FROM json_each(?)) AND state IN ('final', 'approved')";
            submissions(conn, wanted, &[Column::Text(list)], &mut each)
        })
    }

    /// How many different households each survey has finished responses of. A response without a door is one of its own.
    ///
    /// # Errors
    /// As every read.
    pub fn households(&self) -> Result<HashMap<String, u64>, StoreError> {
        self.read(|conn| {
            let mut query = conn.prepare_cached(
                "SELECT survey, COUNT(DISTINCT CASE household WHEN '' THEN id
                     ELSE building || '/' || entrance || '/' || household END) AS n
                 FROM response WHERE state IN ('final', 'approved') GROUP BY survey",
            )?;
            let rows = query.query_map([], |row| Ok((row.get("survey")?, row.get::<_, i64>("n")?)))?;
            rows.map(|row| row.map(|(survey, n)| (survey, u64::try_from(n).unwrap_or_default())).map_err(Into::into))
                .collect()
        })
    }

    /// What got records after the first `seen` of the log, whatever it is: responses, codes of suggestions, matters. The
    /// work is that of the changes.
    ///
    /// # Errors
    /// As every read.
    pub fn entities_since(&self, seen: u64) -> Result<Vec<String>, StoreError> {
        self.read(|conn| {
            let mut query = conn.prepare_cached("SELECT DISTINCT entity FROM log WHERE pos > ?1")?;
            let rows = query.query_map([signed(seen)], |row| row.get(0))?;
            rows.map(|row| row.map_err(Into::into)).collect()
        })
    }

    /// The responses that got records after the first `seen` of the log.
    ///
    /// # Errors
    /// As every read.
    pub fn responses_since(&self, seen: u64) -> Result<Vec<ResponseId>, StoreError> {
        self.read(|conn| {
            let mut query =
                conn.prepare_cached("SELECT DISTINCT entity FROM log JOIN response r ON r.id = entity WHERE pos > ?1")?;
            query.query_and_then([signed(seen)], |row| parsed(row, "entity"))?.collect()
        })
    }
}
