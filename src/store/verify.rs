//! Checking a store against itself, and making what screens read anew from the log.

use std::collections::{HashMap, HashSet};

use rusqlite::{Connection, Row, types::ValueRef};

use super::{
    fault::Raw,
    open::Store,
    project::{self, Rows, Stored},
    row::{RECORD, record},
    walk::each_entity,
};
use crate::domain::record::{Finding, Flaw, HeaderText, Place, StoreError, body_hash, chain_hash};

impl Store {
    /// Checks every record's hashes, the chain and numbers of every device, and that what screens read follows from the
    /// log. Bad records come in the order they were written here; an empty answer means all is well.
    ///
    /// # Errors
    /// As every read; damage is a finding, not an error, as long as SQLite can read the file at all.
    pub fn verify(&self) -> Result<Vec<Finding>, StoreError> {
        self.read(|conn| {
            let mut findings = file(conn)?;
            findings.extend(chain(conn)?);
            // A damaged log says nothing about the rest.
            if findings.is_empty() {
                findings.extend(projections(conn)?);
            }
            Ok(findings)
        })
    }

    /// How many records the log holds.
    ///
    /// # Errors
    /// As every read.
    pub fn record_count(&self) -> Result<u64, StoreError> {
        self.read(|conn| {
            let all: i64 = conn.query_row("SELECT count(*) FROM log", [], |row| row.get(0))?;
            Ok(u64::try_from(all).unwrap_or_default())
        })
    }

    /// Makes what screens read anew from the log, in one transaction. Drafts and the log itself are not touched.
    ///
    /// # Errors
    /// [`StoreError::Corrupt`] when a record cannot be read; then all stays as it was. Else as every write.
    pub fn rebuild(&mut self) -> Result<(), StoreError> {
        self.write(|tx, _| {
            tx.execute_batch(
                "DELETE FROM response; DELETE FROM response_count; DELETE FROM session; DELETE FROM survey_source;
                 DELETE FROM meeting; DELETE FROM device;
                 INSERT INTO device SELECT device, seq, hlc, chain_hash FROM log l
                     WHERE seq = (SELECT max(seq) FROM log WHERE device = l.device);",
            )?;
            each_entity(tx, |entity, records| Rows::of(records)?.write(tx, entity))
        })
    }
}

/// What SQLite itself finds.
fn file(conn: &Connection) -> Result<Vec<Finding>, Raw> {
    let mut query = conn.prepare("PRAGMA quick_check(5)")?;
    let said: Vec<String> = query.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    Ok(said.into_iter().filter(|s| s != "ok").map(|detail| Finding::File { detail }).collect())
}

/// The bytes of a text or blob column; none for NULL.
fn bytes<'a>(row: &'a Row<'_>, column: &str) -> Result<Option<&'a [u8]>, Raw> {
    Ok(match row.get_ref(column)? {
        ValueRef::Text(bytes) | ValueRef::Blob(bytes) => Some(bytes),
        _ => None,
    })
}

/// What a device's next record is compared with.
#[derive(Default)]
struct Before {
    seq: i64,
    /// The chain hash that stands in the record before.
    stored: Vec<u8>,
    /// The chain hash it should have.
    computed: Vec<u8>,
}

/// Hashes, chain and numbers of all records.
fn chain(conn: &Connection) -> Result<Vec<Finding>, Raw> {
    let mut erased = HashSet::new();
    let mut query = conn.prepare("SELECT body FROM log WHERE kind = 'erased'")?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        let body = bytes(row, "body")?.unwrap_or_default();
        if let Ok(crate::domain::record::Body::Erased { record, .. }) = serde_json::from_slice(body) {
            erased.insert(record.to_string().into_bytes());
        }
    }
    let mut findings: Vec<(i64, Finding)> = Vec::new();
    let mut devices: HashMap<Vec<u8>, Before> = HashMap::new();
    let mut query = conn.prepare(&format!("SELECT {RECORD}, pos FROM log ORDER BY device, seq"))?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        let text = |column| Ok::<_, Raw>(bytes(row, column)?.unwrap_or_default());
        let number = |column| Ok::<i64, Raw>(row.get_ref(column)?.as_i64().unwrap_or_default());
        let header = HeaderText {
            id: text("id")?,
            community: text("community")?,
            device: text("device")?,
            seq: number("seq")?,
            hlc: number("hlc")?,
            at: number("at")?,
            offset: number("at_offset")?,
            author: text("author")?,
            kind: text("kind")?,
            entity: text("entity")?,
            prev: bytes(row, "prev")?,
        };
        let (body, hash, stored) = (bytes(row, "body")?, text("body_hash")?, text("chain_hash")?);
        let before = devices.entry(header.device.to_vec()).or_insert_with(|| Before {
            seq: 0,
            stored: vec![0; 32],
            computed: vec![0; 32],
        });
        let mut flaws = Vec::new();
        if header.seq != before.seq + 1 {
            flaws.push(Flaw::Sequence { expected: before.seq + 1 });
        }
        match body {
            Some(body) if body_hash(body) != hash => flaws.push(Flaw::BodyHash),
            Some(_) if erased.contains(header.id) => flaws.push(Flaw::BodyNotErased),
            None if !erased.contains(header.id) => flaws.push(Flaw::BodyMissing),
            _ => {}
        }
        // A record is good when it follows either from the one before as it stands or as it should be: damage to one
        // record is then said of that record alone.
        let computed = chain_hash(&before.computed, &header, hash);
        let from_stored = chain_hash(&before.stored, &header, hash);
        if stored != computed && stored != from_stored {
            flaws.push(Flaw::ChainHash);
        }
        if flaws.is_empty() {
            flaws.extend(reads(row, &header).map(Flaw::Unreadable));
        }
        let position = number("pos")?;
        let plain = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        for flaw in flaws {
            let place = Place { position, record: plain(header.id), device: plain(header.device), seq: header.seq };
            findings.push((position, Finding::Record { place, flaw }));
        }
        let computed = if stored == from_stored { stored.to_vec() } else { computed.to_vec() };
        *before = Before { seq: header.seq, stored: stored.to_vec(), computed };
    }
    findings.sort_by_key(|(position, _)| *position);
    let mut findings: Vec<Finding> = findings.into_iter().map(|(_, finding)| finding).collect();
    let mut query = conn.prepare("SELECT device, seq FROM device ORDER BY device")?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        let (device, expected): (String, i64) = (row.get(0)?, row.get(1)?);
        let found = devices.get(device.as_bytes()).map_or(0, |before| before.seq);
        if found < expected && findings.is_empty() {
            findings.push(Finding::Truncated { device, expected, found });
        }
    }
    Ok(findings)
}

/// What keeps a record with good hashes from being read, or from saying the same in header and body.
fn reads(row: &Row<'_>, header: &HeaderText<'_>) -> Option<String> {
    match record(row) {
        Ok(None) => None,
        Ok(Some(record)) => {
            let entity = record.body.entity();
            let same = record.body.kind().as_bytes() == header.kind
                && entity.is_none_or(|entity| entity.as_bytes() == header.entity);
            (!same).then(|| String::from_utf8_lossy(header.kind).into_owned())
        }
        Err(Raw::Unreadable(detail)) => Some(detail),
        Err(Raw::Sql(error)) => Some(error.to_string()),
        Err(Raw::Said(error)) => Some(error.to_string()),
    }
}

/// Whether what screens read follows from the log.
fn projections(conn: &Connection) -> Result<Vec<Finding>, Raw> {
    let mut findings = Vec::new();
    let mut statements = project::statements(conn)?;
    let mut stored = Stored::new(&mut statements)?;
    each_entity(conn, |entity, records| {
        let (wanted, stored) = (Rows::of(records)?, stored.of(entity)?);
        let mut differs = |table, same: bool| {
            if !same {
                findings.push(Finding::Projection { table, id: entity.to_owned() });
            }
        };
        differs("response", wanted.response == stored.response);
        differs("session", wanted.session == stored.session);
        differs("meeting", wanted.meeting == stored.meeting);
        differs("survey", wanted.sources == stored.sources);
        Ok(())
    })?;
    let strays = [
        ("response", "SELECT id FROM response WHERE id NOT IN (SELECT entity FROM log)"),
        ("session", "SELECT id FROM session WHERE id NOT IN (SELECT entity FROM log)"),
        ("meeting", "SELECT id FROM meeting WHERE id NOT IN (SELECT entity FROM log)"),
        ("survey", "SELECT survey FROM survey_source WHERE survey NOT IN (SELECT entity FROM log)"),
        (
            "count",
            "SELECT survey || ' ' || session || ' ' || state FROM (
                 SELECT survey, session, state, count(*) n FROM response GROUP BY survey, session, state
                 UNION ALL SELECT survey, session, state, -n FROM response_count)
             GROUP BY survey, session, state HAVING sum(n) <> 0",
        ),
        (
            "device",
            "SELECT device FROM (
                 SELECT device, seq, hlc, chain_hash FROM device
                 UNION ALL SELECT device, seq, hlc, chain_hash FROM log l
                     WHERE seq = (SELECT max(seq) FROM log WHERE device = l.device))
             GROUP BY device, seq, hlc, chain_hash HAVING count(*) <> 2",
        ),
    ];
    for (table, sql) in strays {
        let mut query = conn.prepare(sql)?;
        let ids: Vec<String> = query.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
        findings.extend(ids.into_iter().map(|id| Finding::Projection { table, id }));
    }
    Ok(findings)
}
