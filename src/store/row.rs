//! Between columns and domain types: times, ids, states, records.

use chrono::{DateTime, FixedOffset};
use rusqlite::Row;

use super::fault::Raw;
use crate::domain::{
    record::{Body, Record},
    survey::ResponseState,
};

/// Milliseconds since 1970 UTC; 0 before that.
pub(super) fn millis(at: DateTime<FixedOffset>) -> u64 {
    u64::try_from(at.timestamp_millis()).unwrap_or(0)
}

/// A time from its two columns.
pub(super) fn time(row: &Row<'_>, at: &str, offset: &str) -> Result<DateTime<FixedOffset>, Raw> {
    let (ms, east): (i64, i32) = (row.get(at)?, row.get(offset)?);
    let offset = FixedOffset::east_opt(east);
    let utc = DateTime::from_timestamp_millis(ms);
    utc.zip(offset).map(|(t, o)| t.with_timezone(&o)).ok_or_else(|| Raw::Unreadable(format!("{at} = {ms} {east}")))
}

/// A column that is parsed.
pub(super) fn parsed<T: std::str::FromStr>(row: &Row<'_>, column: &str) -> Result<T, Raw> {
    let text = row.get_ref(column)?.as_str().map_err(|_| unreadable(column, ""))?;
    text.parse().map_err(|_| unreadable(column, text))
}

/// A column that is never negative.
pub(super) fn count(row: &Row<'_>, column: &str) -> Result<u64, Raw> {
    unsigned(column, row.get(column)?)
}

/// A number that is never negative, read from the column.
pub(super) fn unsigned(column: &str, n: i64) -> Result<u64, Raw> {
    u64::try_from(n).map_err(|_| unreadable(column, &n.to_string()))
}

/// A number to store; those beyond 63 bits do not occur.
pub(super) fn signed(n: u64) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// The error of a column whose value makes no sense.
pub(super) fn unreadable(column: &str, value: &str) -> Raw {
    Raw::Unreadable(format!("{column} = {value}"))
}

/// The word a state is stored as.
pub(super) fn state_word(state: ResponseState) -> &'static str {
    match state {
        ResponseState::Draft => "draft",
        ResponseState::Final => "final",
        ResponseState::Returned => "returned",
        ResponseState::Approved => "approved",
        ResponseState::Deleted => "deleted",
    }
}

/// The state a word stands for.
pub(super) fn state_of(word: &str) -> Result<ResponseState, Raw> {
    use ResponseState::{Approved, Deleted, Draft, Final, Returned};
    let all = [Draft, Final, Returned, Approved, Deleted];
    all.into_iter().find(|s| state_word(*s) == word).ok_or_else(|| unreadable("state", word))
}

/// The columns [`record`] reads.
pub(super) const RECORD: &str =
    "id, community, device, seq, hlc, at, at_offset, author, kind, entity, prev, body, body_hash, chain_hash";

/// A record of the log; nothing when its body was erased.
pub(super) fn record(row: &Row<'_>) -> Result<Option<Record>, Raw> {
    let Some(json) = row.get_ref("body")?.as_str_or_null().map_err(|_| unreadable("body", ""))? else {
        return Ok(None);
    };
    let body: Body = serde_json::from_str(json)?;
    let prev = match row.get_ref("prev")?.as_str_or_null().map_err(|_| unreadable("prev", ""))? {
        Some(text) => Some(text.parse().map_err(|_| unreadable("prev", text))?),
        None => None,
    };
    Ok(Some(Record {
        id: parsed(row, "id")?,
        community: row.get("community")?,
        device: parsed(row, "device")?,
        seq: count(row, "seq")?,
        hlc: count(row, "hlc")?,
        at: time(row, "at", "at_offset")?,
        author: row.get("author")?,
        entity: row.get("entity")?,
        prev,
        body,
        body_hash: row.get("body_hash")?,
        chain_hash: row.get("chain_hash")?,
    }))
}
