//! Drafts: responses under way, every answer committed as it is given.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, FixedOffset};
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::{
    fault::Raw,
    log::{self, Stamp},
    open::Store,
    response,
    row::{count, time, unreadable},
    search::{text_of_draft, words},
};
use crate::domain::{
    Answer, RecordId, ResponseId, Value,
    record::{Body, StoreError},
    survey::{AuditLine, DraftHead, Edit, NodePath, Response, ResponseState},
};

/// A draft as lists show it.
#[derive(Debug, Clone, PartialEq)]
pub struct DraftSummary {
    /// What is known besides the answers.
    pub head: DraftHead,
    /// Number of edits so far.
    pub edits: u64,
    /// The question that was on screen last.
    pub cursor: Option<NodePath>,
    /// When the last answer was given.
    pub touched: DateTime<FixedOffset>,
}

/// A draft as lists show it, and what it is found by.
#[derive(Debug, Clone, PartialEq)]
pub struct SearchableDraft {
    /// The draft.
    pub draft: DraftSummary,
    text: String,
}

impl SearchableDraft {
    /// Whether it has all the words of a query, no matter the case or width of letters.
    #[must_use]
    pub fn is_found(&self, query: &str) -> bool {
        words(query).iter().all(|word| self.text.contains(word.as_str()))
    }
}

/// A draft with everything typed so far.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredDraft {
    /// What is known besides the answers.
    pub head: DraftHead,
    /// All edits in order.
    pub edits: Vec<AuditLine>,
    /// The question that was on screen last.
    pub cursor: Option<NodePath>,
    /// When the last answer was given.
    pub touched: DateTime<FixedOffset>,
}

impl Store {
    /// Begins a draft. Says whether it is new: a response has at most one draft, and one that is there is kept.
    ///
    /// # Errors
    /// As every write.
    pub fn begin_draft(&mut self, head: &DraftHead) -> Result<bool, StoreError> {
        self.write(|tx, _| {
            let fresh = !exists(tx, &head.id.to_string())?;
            if fresh {
                put(tx, head, &[], None)?;
            }
            Ok(fresh)
        })
    }

    /// Begins to correct a finished response: a draft with the edits of its last revision, which ends in a new revision.
    /// A revision taken in from a table came without its edits; then the draft begins with those `retold` from its
    /// answers. A correction already under way is kept as it is.
    ///
    /// # Errors
    /// [`StoreError::Missing`] when there is no such finished response; else as every write.
    pub fn begin_correction(
        &mut self,
        id: ResponseId,
        reason: &str,
        retold: &[AuditLine],
    ) -> Result<StoredDraft, StoreError> {
        self.write(|tx, _| {
            let key = id.to_string();
            if !exists(tx, &key)? {
                let history = response::history(tx, &key)?.ok_or_else(|| Raw::missing(&id))?;
                let last = history.current().ok_or_else(|| Raw::missing(&id))?;
                let head = DraftHead { correction: Some(reason.to_owned()), ..last.response.head.clone() };
                let own = &last.response.audit;
                put(tx, &head, if own.is_empty() { retold } else { own }, None)?;
            }
            stored(tx, &key)
        })
    }

    /// Adds edits to a draft; when this returns they have reached the disk and the screen may say "saved".
    ///
    /// # Errors
    /// [`StoreError::Missing`] when there is no such draft; else as every write. The draft is then as before.
    pub fn append_edits(
        &mut self,
        id: ResponseId,
        edits: &[AuditLine],
        cursor: Option<&NodePath>,
    ) -> Result<(), StoreError> {
        self.write(|tx, _| {
            let key = id.to_string();
            let Some(last) = edits.last() else { return set_cursor(tx, &key, cursor) };
            add(tx, &key, edits)?;
            tx.prepare_cached(
                "UPDATE draft SET touched = ?2, touched_offset = ?3, cursor = coalesce(?4, cursor) WHERE response = ?1",
            )?
            .execute(params![
                key,
                last.ended.timestamp_millis(),
                last.ended.offset().local_minus_utc(),
                cursor.map(ToString::to_string),
            ])?;
            Ok(())
        })
    }

    /// Remembers the question on screen. Survives the program being killed; a power cut may forget the last few moves,
    /// which is why this does not wait for the disk as [`Store::append_edits`] does.
    ///
    /// # Errors
    /// [`StoreError::Missing`] when there is no such draft; else as every write.
    pub fn move_cursor(&mut self, id: ResponseId, cursor: &NodePath) -> Result<(), StoreError> {
        self.refuse_if_held()?;
        self.read(|conn| Ok(conn.pragma_update(None, "synchronous", "normal")?))?;
        let moved = self.write(|tx, _| set_cursor(tx, &id.to_string(), Some(cursor)));
        self.read(|conn| Ok(conn.pragma_update(None, "synchronous", "full")?))?;
        moved
    }

    /// Changes what is known of a draft besides its answers: door, session, surveyor.
    ///
    /// # Errors
    /// [`StoreError::Missing`] when there is no such draft; else as every write.
    pub fn change_draft(&mut self, head: &DraftHead) -> Result<(), StoreError> {
        self.write(|tx, _| {
            let json = serde_json::to_string(head)?;
            let changed = tx
                .prepare_cached("UPDATE draft SET head = ?2 WHERE response = ?1")?
                .execute(params![head.id.to_string(), json])?;
            if changed == 0 { Err(Raw::missing(&head.id)) } else { Ok(()) }
        })
    }

    /// All drafts, the one typed in last first.
    ///
    /// # Errors
    /// As every read.
    pub fn drafts(&self) -> Result<Vec<DraftSummary>, StoreError> {
        self.read(|conn| {
            let mut query = conn.prepare_cached("SELECT * FROM draft ORDER BY touched DESC, response DESC")?;
            query.query_and_then([], summary)?.collect()
        })
    }

    /// All drafts as [`Store::drafts`] lists them, to be searched by door, surveyor and what was typed as text.
    ///
    /// # Errors
    /// As every read.
    pub fn drafts_to_search(&self) -> Result<Vec<SearchableDraft>, StoreError> {
        let drafts = self.drafts()?;
        if drafts.is_empty() {
            return Ok(Vec::new());
        }
        self.read(|conn| {
            let mut typed = typed_texts(conn)?;
            let drafts = drafts.into_iter().map(|draft| {
                let typed = typed.remove(&draft.head.id.to_string()).unwrap_or_default();
                SearchableDraft { text: text_of_draft(&draft.head, &typed), draft }
            });
            Ok(drafts.collect())
        })
    }

    /// A draft with everything typed so far; nothing when there is none.
    ///
    /// # Errors
    /// As every read.
    pub fn draft(&self, id: ResponseId) -> Result<Option<StoredDraft>, StoreError> {
        self.read(|conn| {
            let key = id.to_string();
            if exists(conn, &key)? { stored(conn, &key).map(Some) } else { Ok(None) }
        })
    }

    /// Throws a draft away. What was typed is kept in the log, so that taking the record back ([`Store::retract`], or
    /// [`Store::restore`] for one that was never finalised) brings it back.
    ///
    /// # Errors
    /// [`StoreError::Missing`] when there is no such draft; else as every write.
    pub fn discard_draft(&mut self, id: ResponseId, mut stamp: Stamp<'_>) -> Result<RecordId, StoreError> {
        self.write(|tx, origin| {
            let key = id.to_string();
            let StoredDraft { head, edits, cursor, .. } = stored(tx, &key)?;
            remove(tx, &key)?;
            let body = Body::Discarded { head, edits, cursor };
            Ok(log::append(tx, origin, &mut stamp, body, key)?.id)
        })
    }

    /// Whether nothing is left of a response but erased records, so that what lies beside the store for it can go.
    ///
    /// # Errors
    /// As every read.
    pub fn is_erased(&self, id: ResponseId) -> Result<bool, StoreError> {
        self.read(|conn| {
            let mut query = conn.prepare_cached(
                "SELECT EXISTS (SELECT 1 FROM log WHERE entity = ?1) AND NOT EXISTS (
                     SELECT 1 FROM log WHERE entity = ?1 AND body IS NOT NULL AND kind IN ('response', 'discarded'))
                 AND NOT EXISTS (SELECT 1 FROM draft WHERE response = ?1)",
            )?;
            Ok(query.query_row([id.to_string()], |row| row.get(0))?)
        })
    }

    /// Records a finished response, or a new revision of one, and removes its draft. When the revision that stands says
    /// the very same, it is not recorded again.
    ///
    /// # Errors
    /// As every write; then the draft is still there.
    pub fn finalise(&mut self, finished: &Response, mut stamp: Stamp<'_>) -> Result<RecordId, StoreError> {
        self.write(|tx, origin| {
            let key = finished.head.id.to_string();
            remove(tx, &key)?;
            if let Some(history) = response::history(tx, &key)?
                && history.state != ResponseState::Deleted
                && let Some(stands) = history.current()
                && stands.response == *finished
            {
                return Ok(stands.record);
            }
            Ok(log::append(tx, origin, &mut stamp, Body::Response(finished.clone()), key)?.id)
        })
    }
}

/// Whether the response has a draft.
pub(super) fn exists(conn: &Connection, key: &str) -> Result<bool, Raw> {
    Ok(conn.prepare_cached("SELECT 1 FROM draft WHERE response = ?1")?.exists([key])?)
}

/// Makes a draft with these edits.
pub(super) fn put(
    conn: &Connection,
    head: &DraftHead,
    edits: &[AuditLine],
    cursor: Option<&NodePath>,
) -> Result<(), Raw> {
    let touched = edits.last().map_or(head.created, |line| line.ended);
    let key = head.id.to_string();
    conn.prepare_cached(
        "INSERT INTO draft (response, head, edits, cursor, touched, touched_offset) VALUES (?1, ?2, 0, ?3, ?4, ?5)",
    )?
    .execute(params![
        key,
        serde_json::to_string(head)?,
        cursor.map(ToString::to_string),
        touched.timestamp_millis(),
        touched.offset().local_minus_utc(),
    ])?;
    add(conn, &key, edits)
}

fn add(conn: &Connection, key: &str, edits: &[AuditLine]) -> Result<(), Raw> {
    let so_far: Option<i64> = conn
        .prepare_cached("SELECT edits FROM draft WHERE response = ?1")?
        .query_row([key], |r| r.get(0))
        .optional()?;
    let mut n = so_far.ok_or_else(|| Raw::missing(key))?;
    let mut insert = conn.prepare_cached("INSERT INTO draft_edit (response, n, edit) VALUES (?1, ?2, ?3)")?;
    for edit in edits {
        n += 1;
        insert.execute(params![key, n, serde_json::to_string(edit)?])?;
    }
    conn.prepare_cached("UPDATE draft SET edits = ?2 WHERE response = ?1")?.execute(params![key, n])?;
    Ok(())
}

fn remove(conn: &Connection, key: &str) -> Result<(), Raw> {
    conn.prepare_cached("DELETE FROM draft WHERE response = ?1")?.execute([key])?;
    Ok(())
}

fn set_cursor(conn: &Connection, key: &str, cursor: Option<&NodePath>) -> Result<(), Raw> {
    let changed = conn
        .prepare_cached("UPDATE draft SET cursor = coalesce(?2, cursor) WHERE response = ?1")?
        .execute(params![key, cursor.map(ToString::to_string)])?;
    if changed == 0 { Err(Raw::missing(key)) } else { Ok(()) }
}

/// The drafts typed in last, the last one first.
pub(super) fn latest(conn: &Connection, most: u32) -> Result<Vec<DraftSummary>, Raw> {
    let mut query = conn.prepare_cached("SELECT * FROM draft ORDER BY touched DESC, response DESC LIMIT ?1")?;
    query.query_and_then([most], summary)?.collect()
}

/// The texts that stand in each draft. What was typed into an instance of a repeat before another one was removed or moved is
/// found by where it was typed then: rather a text too many than one that is not found.
fn typed_texts(conn: &Connection) -> Result<HashMap<String, Vec<String>>, Raw> {
    let mut query = conn.prepare_cached(
        "SELECT response, edit FROM draft_edit WHERE instr(edit, '\"text\":') OR instr(edit, '_repeat\":')
         ORDER BY response, n",
    )?;
    let mut rows = query.query([])?;
    let mut typed: HashMap<String, BTreeMap<(u32, NodePath), String>> = HashMap::new();
    // Over all drafts: they come one after another.
    let mut moves = 0;
    while let Some(row) = rows.next()? {
        let line: AuditLine = serde_json::from_str(row.get_ref(1)?.as_str().map_err(|_| unreadable("edit", ""))?)?;
        let texts = typed.entry(row.get(0)?).or_default();
        match line.edit {
            Edit::Set { path, answer: Some(Answer::Value(Value::Text(text))) } => {
                texts.insert((moves, path), text);
            }
            Edit::Set { path, .. } => {
                texts.remove(&(moves, path));
            }
            Edit::RemoveRepeat { .. } | Edit::MoveRepeat { .. } => moves += 1,
            _ => {}
        }
    }
    Ok(typed.into_iter().map(|(id, texts)| (id, texts.into_values().collect())).collect())
}

fn summary(row: &Row<'_>) -> Result<DraftSummary, Raw> {
    let cursor: Option<String> = row.get("cursor")?;
    let cursor = cursor.map(|text| text.parse().map_err(|_| unreadable("cursor", &text))).transpose()?;
    Ok(DraftSummary {
        head: serde_json::from_str(row.get_ref("head")?.as_str().map_err(|_| unreadable("head", ""))?)?,
        edits: count(row, "edits")?,
        cursor,
        touched: time(row, "touched", "touched_offset")?,
    })
}

fn stored(conn: &Connection, key: &str) -> Result<StoredDraft, Raw> {
    let mut query = conn.prepare_cached("SELECT * FROM draft WHERE response = ?1")?;
    let found = query.query_and_then([key], summary)?.next().transpose()?;
    let DraftSummary { head, cursor, touched, .. } = found.ok_or_else(|| Raw::missing(key))?;
    let mut query = conn.prepare_cached("SELECT edit FROM draft_edit WHERE response = ?1 ORDER BY n")?;
    let edits = query.query_and_then([key], |row| -> Result<AuditLine, Raw> {
        Ok(serde_json::from_str(row.get_ref(0)?.as_str().map_err(|_| unreadable("edit", ""))?)?)
    })?;
    Ok(StoredDraft { head, edits: edits.collect::<Result<_, _>>()?, cursor, touched })
}
