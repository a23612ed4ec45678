//! Erasing what is about more than a person: the body goes, and what it says without them stands in its place.
//!
//! The record that says so holds what stands instead. Chain and hashes are those of the log as it was written: they never
//! depend on a body that is gone. Whoever reads records is given them with what stands in their place, in their place.

use rusqlite::{Connection, params};

use super::{
    fault::Raw,
    log::{Stamp, erase},
    open::Store,
    row::{RECORD, with_body},
};
use crate::domain::{
    RecordId,
    record::{Body, Record, StoreError, order},
};

impl Store {
    /// The bodies whose JSON looks as `wanted`, with the records they are, or stand in the place of. A pass over the log,
    /// texts of surveys and notes of prints left out.
    ///
    /// # Errors
    /// As every read.
    pub fn bodies(&self, wanted: impl Fn(&str) -> bool) -> Result<Vec<(RecordId, String, Body)>, StoreError> {
        self.read(|conn| {
            let mut query = conn.prepare(
                "SELECT id, entity, body FROM log WHERE body IS NOT NULL AND kind NOT IN ('survey', 'printed', 'retracted')
                 ORDER BY pos",
            )?;
            let mut rows = query.query([])?;
            let mut found = Vec::new();
            while let Some(row) = rows.next()? {
                let json = row.get_ref("body")?.as_str().unwrap_or_default();
                if !wanted(json) {
                    continue;
                }
                let entity = row.get("entity")?;
                match serde_json::from_str(json)? {
                    Body::Erased { instead: None, .. } => {}
                    Body::Erased { record, instead: Some(body), .. } => found.push((record, entity, *body)),
                    body => found.push((super::row::parsed(row, "id")?, entity, body)),
                }
            }
            Ok(found)
        })
    }

    /// Destroys the bodies of records for good, and puts others in the place of some; all or none.
    ///
    /// # Errors
    /// As [`Store::erase`].
    pub fn forget(
        &mut self,
        erased: &[RecordId],
        changed: Vec<(RecordId, Body)>,
        reason: &str,
        mut stamp: Stamp<'_>,
    ) -> Result<(), StoreError> {
        self.write(|tx, origin| {
            for target in erased {
                erase(tx, origin, &mut stamp, (*target, None), reason)?;
            }
            for (target, instead) in changed {
                erase(tx, origin, &mut stamp, (target, Some(instead)), reason)?;
            }
            Ok(())
        })?;
        self.empty_wal()
    }
}

/// The record that says what stands in the place of another; nothing when nothing does.
pub(super) fn stand_in(conn: &Connection, entity: &str, target: RecordId) -> Result<Option<RecordId>, Raw> {
    let mut query =
        conn.prepare_cached("SELECT id, body FROM log WHERE entity = ?1 AND kind = 'erased' AND body IS NOT NULL")?;
    let mut rows = query.query(params![entity])?;
    while let Some(row) = rows.next()? {
        let json = row.get_ref("body")?.as_str().unwrap_or_default();
        if let Body::Erased { record, instead: Some(_), .. } = serde_json::from_str(json)?
            && record == target
        {
            return Ok(Some(super::row::parsed(row, "id")?));
        }
    }
    Ok(None)
}

/// Puts what stands in the place of erased bodies there, among records of whole entities.
pub(super) fn put_stand_ins(conn: &Connection, records: &mut Vec<Record>) -> Result<(), Raw> {
    let is_one = |record: &Record| matches!(&record.body, Body::Erased { instead: Some(_), .. });
    if !records.iter().any(is_one) {
        return Ok(());
    }
    let (with, mut rest): (Vec<Record>, Vec<Record>) = std::mem::take(records).into_iter().partition(is_one);
    let mut query = conn.prepare_cached(&format!("SELECT {RECORD} FROM log WHERE id = ?1"))?;
    for record in with {
        let Body::Erased { record: target, instead: Some(body), .. } = record.body else { continue };
        let mut rows = query.query([target.to_string()])?;
        if let Some(row) = rows.next()? {
            rest.push(with_body(row, *body)?);
        }
    }
    rest.sort_by(order);
    *records = rest;
    Ok(())
}
