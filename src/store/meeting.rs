//! Meetings as lists show them, and the records of meetings and the ledger for whoever folds them.

use rusqlite::{Connection, Row, params, params_from_iter, types::Value as Column};

use super::{
    fault::Raw,
    forget::put_stand_ins,
    log::records_of,
    open::Store,
    project::{moment, text},
    row::{RECORD, count, parsed, record, time},
};
use crate::domain::{
    MeetingId, SessionId,
    meeting::{Event, MeetingRow},
    record::{Record, StoreError},
};

/// The columns of a meeting's row, in the order [`columns`] gives their values.
const MEETING: [&str; 19] = [
    "id",
    "session",
    "kind",
    "agenda",
    "version",
    "title",
    "place",
    "chair",
    "note_taker",
    "opened",
    "opened_offset",
    "started",
    "started_offset",
    "paused",
    "closed",
    "closed_offset",
    "minutes",
    "correcting",
    "decided",
];

/// Whose records are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// One meeting's.
    Meeting(MeetingId),
    /// Everything a register keeps, by its [`Register::KIND`].
    ///
    /// [`Register::KIND`]: crate::domain::record::Register::KIND
    Register(&'static str),
}

impl Store {
    /// All meetings, the latest set up first.
    ///
    /// # Errors
    /// As every read.
    pub fn meetings(&self) -> Result<Vec<MeetingRow>, StoreError> {
        self.read(|conn| {
            let mut query = conn.prepare_cached(&listed("ORDER BY opened DESC, id DESC"))?;
            query.query_and_then([], row)?.collect()
        })
    }

    /// One meeting; nothing when there is none.
    ///
    /// # Errors
    /// As every read.
    pub fn meeting(&self, id: MeetingId) -> Result<Option<MeetingRow>, StoreError> {
        self.read(|conn| {
            let mut query = conn.prepare_cached(&listed("WHERE id = ?1"))?;
            query.query_and_then([id.to_string()], row)?.next().transpose()
        })
    }

    /// The meeting held at a session, the one set up last when there are several; nothing when there is none.
    ///
    /// # Errors
    /// As every read.
    pub fn meeting_of(&self, session: SessionId) -> Result<Option<MeetingRow>, StoreError> {
        self.read(|conn| {
            let mut query = conn.prepare_cached(&listed("WHERE session = ?1 ORDER BY opened DESC, id DESC LIMIT 1"))?;
            query.query_and_then([session.to_string()], row)?.next().transpose()
        })
    }

    /// How many records stand in the log; the newest one's place.
    ///
    /// # Errors
    /// As every read.
    pub fn position(&self) -> Result<u64, StoreError> {
        self.read(position)
    }

    /// All records of something in the order they count, and the log's position they were read at.
    ///
    /// # Errors
    /// As every read.
    pub fn records_about(&self, about: About) -> Result<(Vec<Record>, u64), StoreError> {
        self.read(|conn| {
            // One moment for both.
            let tx = conn.unchecked_transaction()?;
            let found = match about {
                About::Meeting(id) => records_of(&tx, &id.to_string())?,
                About::Register(kind) => register_records(&tx, kind)?,
            };
            Ok((found, position(&tx)?))
        })
    }

    /// Whether a register, by its [`Register::KIND`], has at most so many events. Looks at no more than these.
    ///
    /// [`Register::KIND`]: crate::domain::record::Register::KIND
    ///
    /// # Errors
    /// As every read.
    pub fn has_at_most(&self, kind: &'static str, most: u32) -> Result<bool, StoreError> {
        self.read(|conn| {
            // As below, the kind stands in the text.
            let sql = format!("SELECT count(*) FROM (SELECT 1 FROM log WHERE kind = '{kind}' LIMIT ?1)");
            let found: i64 = conn.prepare_cached(&sql)?.query_row([i64::from(most) + 1], |row| row.get(0))?;
            Ok(found <= i64::from(most))
        })
    }

    /// Whether the log has got records of something since it stood at `position`. Looks at the new ones only.
    ///
    /// # Errors
    /// As every read.
    pub fn has_newer(&self, about: About, position: u64) -> Result<bool, StoreError> {
        // The `+` keeps SQLite from walking all records of the entity instead of the new ones.
        self.read(|conn| {
            let position = super::row::signed(position);
            Ok(match about {
                About::Meeting(id) => conn
                    .prepare_cached("SELECT 1 FROM log WHERE pos > ?1 AND +entity = ?2 LIMIT 1")?
                    .exists(params![position, id.to_string()])?,
                About::Register(kind) => {
                    // The kind stands in the text: an index over part of the log is only used then.
                    let sql = format!(
                        "SELECT 1 FROM log l WHERE pos > ?1 AND (kind = '{kind}' OR kind IN ('retracted', 'erased')
                             AND EXISTS (SELECT 1 FROM log WHERE entity = l.entity AND kind = '{kind}')) LIMIT 1"
                    );
                    conn.prepare_cached(&sql)?.exists([position])?
                }
            })
        })
    }
}

fn position(conn: &Connection) -> Result<u64, Raw> {
    let mut query = conn.prepare_cached("SELECT coalesce(max(pos), 0) position FROM log")?;
    query.query_row([], |row| Ok(count(row, "position")))?
}

fn register_records(conn: &Connection, kind: &str) -> Result<Vec<Record>, Raw> {
    let sql = format!(
        "SELECT {RECORD} FROM log WHERE entity IN (SELECT entity FROM log WHERE kind = '{kind}')
         ORDER BY hlc, device, seq"
    );
    let mut query = conn.prepare_cached(&sql)?;
    let rows = query.query_and_then([], record)?;
    let mut records: Vec<Record> = rows.filter_map(Result::transpose).collect::<Result<_, _>>()?;
    put_stand_ins(conn, &mut records)?;
    Ok(records)
}

fn one(conn: &Connection, key: &str) -> Result<Option<MeetingRow>, Raw> {
    let mut query = conn.prepare_cached(&select("WHERE id = ?1"))?;
    query.query_and_then([key], row)?.next().transpose()
}

/// Meetings that are neither closed nor final: those begun before those only set up, each the latest set up first.
pub(super) fn not_closed(conn: &Connection, most: u32) -> Result<Vec<MeetingRow>, Raw> {
    let mut query = conn.prepare_cached(&listed(
        "WHERE closed IS NULL AND (minutes IS NULL OR correcting) \
         ORDER BY started IS NULL AND NOT paused, opened DESC, id DESC LIMIT ?1",
    ))?;
    query.query_and_then([most], row)?.collect()
}

/// Takes one more event, the newest, into a meeting's row.
pub(super) fn take(conn: &Connection, id: MeetingId, record: &Record, event: &Event) -> Result<(), Raw> {
    let key = id.to_string();
    let row = match (one(conn, &key)?, event) {
        (Some(mut row), event) => {
            row.apply(record.id, record.at, event);
            row
        }
        (None, Event::Opened(opening)) => MeetingRow::open(id, record.id, record.at, opening),
        (None, _) => return Ok(()),
    };
    put(conn, &key, Some(&columns(&row)))
}

/// Puts the row of a meeting in place of the one that stands there.
pub(super) fn put(conn: &Connection, key: &str, row: Option<&[Column]>) -> Result<(), Raw> {
    conn.prepare_cached("DELETE FROM meeting WHERE id = ?1")?.execute([key])?;
    if let Some(row) = row {
        let sql = format!("INSERT INTO meeting ({}) VALUES ({})", MEETING.join(", "), ["?"; MEETING.len()].join(", "));
        conn.prepare_cached(&sql)?.execute(params_from_iter(row))?;
    }
    Ok(())
}

/// The statement that reads the rows of all meetings by their ids.
pub(super) fn select_all() -> String {
    select("ORDER BY id")
}

/// The statement that reads rows of meetings as people see them: a session may get another kind after its meeting was set
/// up, and then the meeting is of that kind too, in lists as in minutes.
fn listed(which: &str) -> String {
    let own = "coalesce((SELECT json_extract(s.session, '$.kind') FROM session s WHERE s.id = meeting.session), kind)";
    let columns = MEETING.map(|column| if column == "kind" { format!("{own} AS kind") } else { column.to_owned() });
    format!("SELECT {} FROM meeting {which}", columns.join(", "))
}

/// The statement that reads rows of meetings.
fn select(which: &str) -> String {
    format!("SELECT {} FROM meeting {which}", MEETING.join(", "))
}

/// The columns of a meeting's row.
pub(super) fn columns(row: &MeetingRow) -> Vec<Column> {
    let perhaps = |at: Option<_>| at.map_or([Column::Null, Column::Null], moment);
    let kind = serde_json::to_value(row.kind).ok();
    let kind = kind.as_ref().and_then(serde_json::Value::as_str).unwrap_or_default();
    let mut columns = vec![text(&row.id), text(&row.session), text(kind)];
    columns.extend([&row.agenda, &row.version, &row.title, &row.place, &row.chair, &row.note_taker].map(text));
    columns.extend(moment(row.opened));
    columns.extend(perhaps(row.started));
    columns.push(Column::Integer(row.paused.into()));
    columns.extend(perhaps(row.closed));
    columns.push(row.minutes.map_or(Column::Null, |version| Column::Integer(version.into())));
    columns.push(Column::Integer(row.correcting.into()));
    columns.push(text(&row.decided));
    columns
}

fn row(row: &Row<'_>) -> Result<MeetingRow, Raw> {
    let perhaps = |at: &str, offset: &str| {
        let there = row.get::<_, Option<i64>>(at)?.is_some();
        there.then(|| time(row, at, offset)).transpose()
    };
    Ok(MeetingRow {
        id: parsed(row, "id")?,
        session: parsed(row, "session")?,
        kind: serde_json::from_value(row.get::<_, String>("kind")?.into())?,
        agenda: row.get("agenda")?,
        version: row.get("version")?,
        title: row.get("title")?,
        place: row.get("place")?,
        chair: row.get("chair")?,
        note_taker: row.get("note_taker")?,
        opened: time(row, "opened", "opened_offset")?,
        started: perhaps("started", "started_offset")?,
        paused: row.get("paused")?,
        closed: perhaps("closed", "closed_offset")?,
        minutes: row.get("minutes")?,
        correcting: row.get("correcting")?,
        decided: parsed(row, "decided")?,
    })
}
