//! What screens read, made from the log: the rows of one entity follow from the fold of its records.

use chrono::{DateTime, FixedOffset};
use rusqlite::{Connection, OptionalExtension, Statement, params, params_from_iter, types::Value as Column};

use super::{
    fault::Raw,
    log::{body_of, records_of},
    meeting,
    row::state_word,
    search::{door_key, text_of},
    walk::Beside,
};
use crate::domain::{
    RecordId,
    meeting::MeetingRow,
    record::{Body, Record, ResponseHistory, SessionHistory, SurveySource},
    survey::AnswerTree,
};

/// The columns of a response's row, in the order [`response`] gives their values; the first is its id.
const RESPONSE: [&str; 25] = [
    "id",
    "survey",
    "survey_version",
    "survey_hash",
    "session",
    "building",
    "entrance",
    "household",
    "door_key",
    "surveyor",
    "created",
    "created_offset",
    "seed",
    "correction",
    "state",
    "comment",
    "name",
    "submitted",
    "submitted_offset",
    "finished",
    "finished_offset",
    "revisions",
    "device",
    "hlc",
    "decided",
];

/// What the log says the rows of an entity should be.
#[derive(Debug, PartialEq)]
pub(super) struct Rows {
    /// The row of a response, and its long texts.
    pub(super) response: Option<(Vec<Column>, Vec<Column>)>,
    /// The row of a session.
    pub(super) session: Option<Vec<Column>>,
    /// The row of a meeting.
    pub(super) meeting: Option<Vec<Column>>,
    /// The rows of a survey's texts.
    pub(super) sources: Vec<Vec<Column>>,
}

impl Rows {
    /// The rows that follow from an entity's records.
    pub(super) fn of(records: &[Record]) -> Result<Self, Raw> {
        let mut sources: Vec<_> = SurveySource::fold(records).iter().map(source).collect();
        sources.sort_by(|a, b| match (a.last(), b.last()) {
            (Some(Column::Text(a)), Some(Column::Text(b))) => a.cmp(b),
            _ => std::cmp::Ordering::Equal,
        });
        Ok(Self {
            response: ResponseHistory::fold(records).as_ref().map(response).transpose()?,
            session: SessionHistory::fold(records).as_ref().map(session).transpose()?,
            meeting: MeetingRow::fold(records).as_ref().map(meeting::columns),
            sources,
        })
    }

    /// Puts the rows of an entity in place of those that stand there.
    pub(super) fn write(&self, conn: &Connection, entity: &str) -> Result<(), Raw> {
        match &self.response {
            Some((row, texts)) => write_response(conn, row, texts)?,
            None => {
                conn.prepare_cached("DELETE FROM response WHERE id = ?1")?.execute([entity])?;
            }
        }
        conn.prepare_cached("DELETE FROM session WHERE id = ?1")?.execute([entity])?;
        if let Some(row) = &self.session {
            conn.prepare_cached("INSERT INTO session (id, starts, deleted, decided, session) VALUES (?, ?, ?, ?, ?)")?
                .execute(params_from_iter(row))?;
        }
        meeting::put(conn, entity, self.meeting.as_deref())?;
        conn.prepare_cached("DELETE FROM survey_source WHERE survey = ?1")?.execute([entity])?;
        for row in &self.sources {
            conn.prepare_cached("INSERT INTO survey_source (survey, hash, version, record) VALUES (?, ?, ?, ?)")?
                .execute(params_from_iter(row))?;
        }
        Ok(())
    }
}

/// The statements that read what stands in the store, for [`Stored`]: responses, sessions, meetings, texts of surveys.
pub(super) fn statements(conn: &Connection) -> Result<[Statement<'_>; 4], Raw> {
    let response = format!(
        "SELECT {}, answers, search FROM response LEFT JOIN response_answers USING (row)
         LEFT JOIN response_search USING (row) ORDER BY id",
        RESPONSE.join(", ")
    );
    Ok([
        conn.prepare(&response)?,
        conn.prepare("SELECT id, starts, deleted, decided, session FROM session ORDER BY id")?,
        conn.prepare(&meeting::select_all())?,
        conn.prepare("SELECT survey, hash, version, record FROM survey_source ORDER BY survey, record")?,
    ])
}

/// What stands in the store, read entity by entity.
pub(super) struct Stored<'a>([Beside<'a>; 4]);

impl<'a> Stored<'a> {
    /// All of it, from the start.
    pub(super) fn new(statements: &'a mut [Statement<'_>; 4]) -> Result<Self, Raw> {
        let [response, session, meeting, sources] = statements;
        Ok(Self([Beside::new(response)?, Beside::new(session)?, Beside::new(meeting)?, Beside::new(sources)?]))
    }

    /// The rows of an entity; entities are asked for in their order.
    pub(super) fn of(&mut self, entity: &str) -> Result<Rows, Raw> {
        let [response, session, meeting, sources] = &mut self.0;
        let response = response.of(entity)?.pop().map(|mut row| {
            let texts = row.split_off(RESPONSE.len());
            (row, texts)
        });
        Ok(Rows {
            response,
            session: session.of(entity)?.pop(),
            meeting: meeting.of(entity)?.pop(),
            sources: sources.of(entity)?,
        })
    }
}

/// Brings what screens read up to date with the newest record. A meeting has thousands: its row takes in one event at a
/// time, and those it does not heed cost nothing.
pub(super) fn record(conn: &Connection, record: &Record) -> Result<(), Raw> {
    match &record.body {
        body if is_of_a_register(body) => Ok(()),
        Body::Meeting { meeting: id, event } => {
            if MeetingRow::heeds(event) {
                meeting::take(conn, *id, record, event)?;
            }
            Ok(())
        }
        Body::Retracted { record: target } if !is_heeded(conn, *target)? => Ok(()),
        _ => Rows::of(&records_of(conn, &record.entity)?)?.write(conn, &record.entity),
    }
}

/// Whether a record is only ever folded with all others of its kind, so that no row depends on it.
fn is_of_a_register(body: &Body) -> bool {
    matches!(
        body,
        Body::Ledger(_) | Body::Place(_) | Body::Visit(_) | Body::Matter(_) | Body::Service(_) | Body::Printed(_)
    )
}

/// Whether any row depends on a record that is taken back, or on what it took back itself.
fn is_heeded(conn: &Connection, mut target: RecordId) -> Result<bool, Raw> {
    loop {
        match body_of(conn, target)? {
            Some(body) if is_of_a_register(&body) => return Ok(false),
            Some(Body::Meeting { event, .. }) => return Ok(MeetingRow::heeds(&event)),
            Some(Body::Retracted { record }) => target = record,
            _ => return Ok(true),
        }
    }
}

fn write_response(conn: &Connection, row: &[Column], texts: &[Column]) -> Result<(), Raw> {
    let (id, rest) = row.split_first().unwrap_or((&Column::Null, &[]));
    let known: Option<i64> =
        conn.prepare_cached("SELECT row FROM response WHERE id = ?1")?.query_row([id], |row| row.get(0)).optional()?;
    let row = if let Some(known) = known {
        let set: Vec<_> = RESPONSE[1..].iter().map(|name| format!("{name} = ?")).collect();
        let sql = format!("UPDATE response SET {} WHERE row = ?", set.join(", "));
        conn.prepare_cached(&sql)?.execute(params_from_iter(rest.iter().chain([&Column::Integer(known)])))?;
        known
    } else {
        let sql =
            format!("INSERT INTO response ({}) VALUES ({})", RESPONSE.join(", "), ["?"; RESPONSE.len()].join(", "));
        conn.prepare_cached(&sql)?.insert(params_from_iter(row))?
    };
    let sql = "INSERT INTO response_answers VALUES (?1, ?2) ON CONFLICT (row) DO UPDATE SET answers = ?2";
    conn.prepare_cached(sql)?.execute(params![row, texts.first()])?;
    let sql = "INSERT INTO response_search VALUES (?1, ?2) ON CONFLICT (row) DO UPDATE SET search = ?2";
    conn.prepare_cached(sql)?.execute(params![row, texts.get(1)])?;
    Ok(())
}

pub(super) fn text(value: &(impl ToString + ?Sized)) -> Column {
    Column::Text(value.to_string())
}

/// A time as its two columns.
pub(super) fn moment(at: DateTime<FixedOffset>) -> [Column; 2] {
    [Column::Integer(at.timestamp_millis()), Column::Integer(at.offset().local_minus_utc().into())]
}

fn number(value: u64) -> Column {
    // Seeds use all 64 bits: kept as the signed number of the same bits.
    Column::Integer(value.cast_signed())
}

/// A response's row and its long texts.
fn response(history: &ResponseHistory) -> Result<(Vec<Column>, Vec<Column>), Raw> {
    let head = &history.head;
    let current = history.current();
    let blank = AnswerTree::default();
    let answers = current.map_or(&blank, |r| &r.response.answers);
    let name = current.map_or("", |r| r.response.name.as_str());
    let finished = current.map_or(history.submitted, |r| r.response.finished);
    let mut row = vec![
        text(&head.id),
        text(&head.survey.id),
        text(&head.survey.version),
        text(&head.survey.hash),
        head.session.map_or_else(|| text(""), |id| text(&id)),
        text(&head.door.building),
        text(&head.door.entrance),
        text(&head.door.household),
        text(&door_key(&head.door)),
        text(&head.surveyor),
    ];
    row.extend(moment(head.created));
    row.push(number(head.seed));
    row.push(head.correction.as_ref().map_or(Column::Null, text));
    row.extend([text(state_word(history.state)), text(&history.comment), text(name)]);
    row.extend(moment(history.submitted));
    row.extend(moment(finished));
    row.extend([
        number(history.revisions.len() as u64),
        current.map_or_else(|| text(""), |r| text(&r.device)),
        number(current.map_or(0, |r| r.hlc)),
        text(&history.decided),
    ]);
    let search = text_of(name, &head.door, &head.surveyor, answers);
    Ok((row, vec![Column::Text(serde_json::to_string(answers)?), Column::Text(search)]))
}

fn session(history: &SessionHistory) -> Result<Vec<Column>, Raw> {
    let session = &history.session;
    Ok(vec![
        text(&session.id),
        Column::Integer(session.starts.timestamp_millis()),
        Column::Integer(history.deleted.into()),
        text(&history.decided),
        Column::Text(serde_json::to_string(session)?),
    ])
}

fn source(source: &SurveySource) -> Vec<Column> {
    vec![text(&source.survey), text(&source.hash), text(&source.version), text(&source.record)]
}
