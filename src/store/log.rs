//! The log: appending sealed records, reading an entity's, taking back, erasing.

use chrono::{DateTime, FixedOffset};
use rusqlite::{Connection, OptionalExtension, params};

use super::{
    draft,
    fault::Raw,
    forget,
    open::Store,
    project, response,
    row::{RECORD, millis, parsed, record, signed, unsigned},
};
use crate::domain::{
    DeviceId, Ids, RecordId,
    record::{Body, Header, Record, StoreError, tick, tick_apart},
};

/// Who writes, when, and where new ids come from.
pub struct Stamp<'a> {
    /// Makes the record's id.
    pub ids: &'a mut dyn Ids,
    /// Now.
    pub now: DateTime<FixedOffset>,
    /// Who.
    pub author: &'a str,
}

/// Where records are made.
#[derive(Clone, Copy)]
pub(super) struct Origin<'a> {
    pub(super) community: &'a str,
    pub(super) device: DeviceId,
}

impl Store {
    /// Appends a record and brings what screens read up to date, in one transaction.
    ///
    /// # Errors
    /// [`StoreError::Fixed`] for a retraction or erasure, which have [`Store::retract`] and [`Store::erase`]; else as
    /// every write.
    pub fn append(&mut self, body: Body, mut stamp: Stamp<'_>) -> Result<Record, StoreError> {
        self.write(|tx, origin| {
            let entity = body.entity().ok_or_else(|| fixed(body.kind()))?;
            append(tx, origin, &mut stamp, body, entity)
        })
    }

    /// Appends many records, each with its moment and author, all or none.
    ///
    /// # Errors
    /// As [`Store::append`].
    pub fn append_all(
        &mut self,
        bodies: Vec<(Body, DateTime<FixedOffset>, String)>,
        ids: &mut dyn Ids,
    ) -> Result<(), StoreError> {
        self.write(|tx, origin| {
            for (body, now, author) in bodies {
                let entity = body.entity().ok_or_else(|| fixed(body.kind()))?;
                append(tx, origin, &mut Stamp { ids: &mut *ids, now, author: &author }, body, entity)?;
            }
            Ok(())
        })
    }

    /// Appends the records of one command, all or none: they are taken back together. Gives them in their order.
    ///
    /// # Errors
    /// As [`Store::append`].
    pub fn append_events(&mut self, bodies: Vec<Body>, mut stamp: Stamp<'_>) -> Result<Vec<Record>, StoreError> {
        self.write(|tx, origin| append_all(tx, origin, &mut stamp, bodies))
    }

    /// The same, telling after each record how many are written so far.
    ///
    /// # Errors
    /// As [`Store::append`].
    pub fn append_events_told(
        &mut self,
        bodies: Vec<Body>,
        mut stamp: Stamp<'_>,
        told: impl FnMut(usize),
    ) -> Result<Vec<Record>, StoreError> {
        self.write(|tx, origin| append_each(tx, origin, &mut stamp, bodies, told))
    }

    /// Takes records back in one transaction, the last of them first. Gives the retractions.
    ///
    /// # Errors
    /// As [`Store::retract`]; then none is taken back.
    pub fn retract_all(&mut self, targets: &[RecordId], stamp: Stamp<'_>) -> Result<Vec<Record>, StoreError> {
        self.retract_all_told(targets, stamp, |_| {})
    }

    /// The same, telling after each record how many are taken back so far.
    ///
    /// # Errors
    /// As [`Store::retract_all`].
    pub fn retract_all_told(
        &mut self,
        targets: &[RecordId],
        mut stamp: Stamp<'_>,
        mut told: impl FnMut(usize),
    ) -> Result<Vec<Record>, StoreError> {
        self.write(|tx, origin| {
            let back = |(at, target): (usize, &RecordId)| {
                let made = retract(tx, origin, &mut stamp, *target)?;
                told(at + 1);
                Ok(made)
            };
            targets.iter().rev().enumerate().map(back).collect()
        })
    }

    /// Takes a record back: undo. Taking back a retraction does again what it had undone. A draft that was thrown
    /// away, or a response whose only revision is taken back, becomes a draft again.
    ///
    /// # Errors
    /// [`StoreError::Missing`] when there is no such record, [`StoreError::Fixed`] for an erased one, an erasure or a
    /// survey's text, which responses need; else as every write.
    pub fn retract(&mut self, target: RecordId, mut stamp: Stamp<'_>) -> Result<Record, StoreError> {
        self.write(|tx, origin| retract(tx, origin, &mut stamp, target))
    }

    /// Destroys the body of a record for good and records that; header and hashes stay, so the chain still verifies.
    ///
    /// # Errors
    /// [`StoreError::Missing`] when there is no such record; [`StoreError::Fixed`] for one that is erased already or
    /// holds nothing about a person; else as every write.
    pub fn erase(&mut self, target: RecordId, reason: &str, mut stamp: Stamp<'_>) -> Result<Record, StoreError> {
        let done = self.write(|tx, origin| erase(tx, origin, &mut stamp, (target, None), reason))?;
        self.empty_wal()?;
        Ok(done)
    }

    /// Destroys the bodies of many records, all or none. Gives the records that say so, in their order.
    ///
    /// # Errors
    /// As [`Store::erase`].
    pub fn erase_all(
        &mut self,
        targets: &[RecordId],
        reason: &str,
        mut stamp: Stamp<'_>,
    ) -> Result<Vec<Record>, StoreError> {
        let done = self.write(|tx, origin| {
            targets.iter().map(|target| erase(tx, origin, &mut stamp, (*target, None), reason)).collect()
        })?;
        self.empty_wal()?;
        Ok(done)
    }

    /// The write-ahead log still holds the old pages until it is emptied.
    pub(super) fn empty_wal(&mut self) -> Result<(), StoreError> {
        self.read(|conn| Ok(conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?))
    }

    /// How many records were ever made here or taken in: it grows with each, so that a reader knows whether anything changed
    /// since it read, and [`Store::changed_since`] what.
    ///
    /// # Errors
    /// As every read.
    pub fn recorded(&self) -> Result<u64, StoreError> {
        self.read(|conn| {
            let last = conn.prepare_cached("SELECT coalesce(max(pos), 0) FROM log")?.query_row([], |row| row.get(0))?;
            unsigned("pos", last)
        })
    }

    /// The records of one entity in the order they count, erased ones left out.
    ///
    /// # Errors
    /// As every read.
    pub fn records(&self, entity: &str) -> Result<Vec<Record>, StoreError> {
        self.read(|conn| records_of(conn, entity))
    }
}

/// The error of a record that stays as it is.
pub(super) fn fixed(id: &(impl ToString + ?Sized)) -> Raw {
    Raw::Said(StoreError::Fixed { id: id.to_string() })
}

/// Appends a record about `entity` and brings what screens read of it up to date.
pub(super) fn append(
    conn: &Connection,
    origin: Origin<'_>,
    stamp: &mut Stamp<'_>,
    body: Body,
    entity: String,
) -> Result<Record, Raw> {
    let apart = matches!(
        body,
        Body::Meeting { .. } | Body::Ledger(_) | Body::Place(_) | Body::Visit(_) | Body::Matter(_) | Body::Service(_)
    );
    let next = if apart { tick_apart } else { tick };
    append_at(conn, origin, stamp, body, entity, next)
}

/// The same, with the clock value that `next` gives after the greatest known and at the milliseconds now.
/// Appends the records of one command.
pub(super) fn append_all(
    tx: &Connection,
    origin: Origin<'_>,
    stamp: &mut Stamp<'_>,
    bodies: Vec<Body>,
) -> Result<Vec<Record>, Raw> {
    append_each(tx, origin, stamp, bodies, |_| {})
}

/// The same, telling after each record how many there are so far.
fn append_each(
    tx: &Connection,
    origin: Origin<'_>,
    stamp: &mut Stamp<'_>,
    bodies: Vec<Body>,
    mut told: impl FnMut(usize),
) -> Result<Vec<Record>, Raw> {
    let mut made: Vec<Record> = Vec::with_capacity(bodies.len());
    for body in bodies {
        let entity = body.entity().ok_or_else(|| fixed(body.kind()))?;
        let next = if made.is_empty() { tick_apart } else { tick };
        made.push(append_at(tx, origin, stamp, body, entity, next)?);
        told(made.len());
    }
    Ok(made)
}

fn append_at(
    conn: &Connection,
    origin: Origin<'_>,
    stamp: &mut Stamp<'_>,
    body: Body,
    entity: String,
    next: fn(u64, u64) -> u64,
) -> Result<Record, Raw> {
    let device = origin.device.to_string();
    let newest = conn
        .prepare_cached("SELECT seq, chain_hash FROM device WHERE device = ?1")?
        .query_row([&device], |row| Ok((row.get(0)?, row.get::<_, [u8; 32]>(1)?)))
        .optional()?;
    let (seq, before) = newest.unwrap_or_default();
    let seq = unsigned("seq", seq)?;
    let last = conn.prepare_cached("SELECT coalesce(max(hlc), 0) FROM device")?.query_row([], |row| row.get(0))?;
    let prev = conn
        .prepare_cached("SELECT id FROM log WHERE entity = ?1 ORDER BY hlc DESC, device DESC, seq DESC LIMIT 1")?
        .query_and_then([&entity], |row| parsed::<RecordId>(row, "id"))?
        .next()
        .transpose()?;
    let (now, last) = (millis(stamp.now), unsigned("hlc", last)?);
    let header = Header {
        id: RecordId(stamp.ids.uuid(now)),
        community: origin.community.to_owned(),
        device: origin.device,
        seq: seq + 1,
        hlc: next(last, now),
        at: stamp.now,
        author: stamp.author.to_owned(),
        entity,
        prev,
    };
    let (record, json) = Record::seal(header, body, &before)?;
    insert(conn, &record, &json)?;
    project::record(conn, &record)?;
    Ok(record)
}

fn insert(conn: &Connection, record: &Record, json: &str) -> Result<(), Raw> {
    let device = record.device.to_string();
    conn.prepare_cached(
        "INSERT INTO log (id, community, device, seq, hlc, at, at_offset, author, kind, entity, prev, body, body_hash,
             chain_hash)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)",
    )?
    .execute(params![
        record.id.to_string(),
        record.community,
        device,
        signed(record.seq),
        signed(record.hlc),
        record.at.timestamp_millis(),
        record.at.offset().local_minus_utc(),
        record.author,
        record.body.kind(),
        record.entity,
        record.prev.map(|id| id.to_string()),
        json,
        record.body_hash,
        record.chain_hash,
    ])?;
    conn.prepare_cached(
        "INSERT INTO device (device, seq, hlc, chain_hash) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (device) DO UPDATE SET seq = ?2, hlc = ?3, chain_hash = ?4",
    )?
    .execute(params![device, signed(record.seq), signed(record.hlc), record.chain_hash])?;
    Ok(())
}

/// Destroys the body of a record, and what stands in its place; puts `instead` there when there is something.
pub(super) fn erase(
    conn: &Connection,
    origin: Origin<'_>,
    stamp: &mut Stamp<'_>,
    (target, instead): (RecordId, Option<Body>),
    reason: &str,
) -> Result<Record, Raw> {
    let found = find(conn, target)?;
    let stood_in = forget::stand_in(conn, &found.entity, target)?;
    if !found.body.as_ref().map_or(stood_in.is_some(), Body::is_about_a_person) {
        return Err(fixed(&target));
    }
    let empty = |id: RecordId| -> Result<(), Raw> {
        conn.prepare_cached("UPDATE log SET body = NULL WHERE id = ?1")?.execute([id.to_string()])?;
        Ok(())
    };
    empty(target)?;
    let body = Body::Erased { record: target, reason: reason.to_owned(), instead: instead.map(Box::new) };
    let done = append(conn, origin, stamp, body, found.entity.clone())?;
    if let Some(before) = stood_in {
        empty(before)?;
        let body = Body::Erased { record: before, reason: reason.to_owned(), instead: None };
        append(conn, origin, stamp, body, found.entity)?;
    }
    Ok(done)
}

/// Takes a record back.
pub(super) fn retract(
    conn: &Connection,
    origin: Origin<'_>,
    stamp: &mut Stamp<'_>,
    target: RecordId,
) -> Result<Record, Raw> {
    let found = find(conn, target)?;
    let Some(body) = found.body else { return Err(fixed(&target)) };
    if let Body::Erased { .. } | Body::Survey { .. } = body {
        return Err(fixed(&target));
    }
    if let Body::Retracted { record } = body
        && let Some(Body::Discarded { .. } | Body::Response(_)) = find(conn, record)?.body
        && draft::exists(conn, &found.entity)?
    {
        // Doing it again would throw away what was typed since.
        return Err(fixed(&target));
    }
    let retraction = Body::Retracted { record: target };
    let done = append(conn, origin, stamp, retraction, found.entity.clone())?;
    if draft::exists(conn, &found.entity)? {
        return Ok(done);
    }
    match body {
        Body::Discarded { head, edits, cursor } => draft::put(conn, &head, &edits, cursor.as_ref())?,
        Body::Response(last) if response::history(conn, &found.entity)?.is_none() => {
            draft::put(conn, &last.head, &last.audit, None)?;
        }
        _ => {}
    }
    Ok(done)
}

/// A record as far as taking back and erasing need it.
struct Stored {
    entity: String,
    body: Option<Body>,
}

fn find(conn: &Connection, id: RecordId) -> Result<Stored, Raw> {
    let found = conn
        .prepare_cached("SELECT entity, body FROM log WHERE id = ?1")?
        .query_row([id.to_string()], |row| Ok((row.get(0)?, row.get::<_, Option<String>>(1)?)))
        .optional()?;
    let (entity, json) = found.ok_or_else(|| Raw::missing(&id))?;
    let body = json.map(|json| serde_json::from_str(&json)).transpose()?;
    Ok(Stored { entity, body })
}

/// The body of a record, nothing when it was erased.
pub(super) fn body_of(conn: &Connection, id: RecordId) -> Result<Option<Body>, Raw> {
    Ok(find(conn, id)?.body)
}

/// The records of one entity in the order they count, erased ones left out.
pub(super) fn records_of(conn: &Connection, entity: &str) -> Result<Vec<Record>, Raw> {
    let sql = format!("SELECT {RECORD} FROM log WHERE entity = ?1 ORDER BY hlc, device, seq");
    let mut query = conn.prepare_cached(&sql)?;
    let rows = query.query_and_then([entity], record)?;
    let mut records: Vec<Record> = rows.filter_map(Result::transpose).collect::<Result<_, _>>()?;
    forget::put_stand_ins(conn, &mut records)?;
    Ok(records)
}
