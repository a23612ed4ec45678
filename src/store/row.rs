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
    moment(at, row.get(at)?, row.get(offset)?)
}

/// A time from the values of its two columns.
fn moment(at: &str, ms: i64, east: i32) -> Result<DateTime<FixedOffset>, Raw> {
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

/// The columns [`record`] reads, first in a statement.
pub(super) const RECORD: &str =
    "id, community, device, seq, hlc, at, at_offset, author, kind, entity, prev, body, body_hash, chain_hash";

/// A record of the log; nothing when its body was erased. Columns are read by their places in [`RECORD`]: finding them by
/// their names would cost as much again as reading them.
pub(super) fn record(row: &Row<'_>) -> Result<Option<Record>, Raw> {
    let Some(json) = row.get_ref(11)?.as_str_or_null().map_err(|_| unreadable("body", ""))? else {
        return Ok(None);
    };
    Ok(Some(with_body(row, serde_json::from_str(json)?)?))
}

/// A record of the log with this body, whatever its own is.
pub(super) fn with_body(row: &Row<'_>, body: Body) -> Result<Record, Raw> {
    let text = |at: usize, name: &str| row.get_ref(at)?.as_str_or_null().map_err(|_| unreadable(name, ""));
    let known = |at: usize, name: &str| text(at, name)?.ok_or_else(|| unreadable(name, ""));
    let prev = match text(10, "prev")? {
        Some(text) => Some(text.parse().map_err(|_| unreadable("prev", text))?),
        None => None,
    };
    let (id, device) = (known(0, "id")?, known(2, "device")?);
    Ok(Record {
        id: id.parse().map_err(|_| unreadable("id", id))?,
        community: row.get(1)?,
        device: device.parse().map_err(|_| unreadable("device", device))?,
        seq: unsigned("seq", row.get(3)?)?,
        hlc: unsigned("hlc", row.get(4)?)?,
        at: moment("at", row.get(5)?, row.get(6)?)?,
        author: row.get(7)?,
        entity: row.get(9)?,
        prev,
        body,
        body_hash: row.get(12)?,
        chain_hash: row.get(13)?,
    })
}
