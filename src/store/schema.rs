//! The schema's versions. A version once released is never changed; the next one is a file more.

use rusqlite::{Connection, TransactionBehavior};

use super::fault::Raw;

/// What takes a store from version `i` to `i + 1`.
const MIGRATIONS: &[&str] =
    &[include_str!("migrations/0001.sql"), include_str!("migrations/0002.sql"), include_str!("migrations/0003.sql")];

/// "bbhu" read as a number, in the file's header: this file is ours.
const APPLICATION: i64 = 0x6262_6875;

/// What the file says it is.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// Nothing in it yet.
    Empty,
    /// A store of this version.
    Version(u32),
    /// A file of another program.
    Foreign,
}

/// The newest version this program knows.
pub(super) fn known() -> u32 {
    u32::try_from(MIGRATIONS.len()).unwrap_or(u32::MAX)
}

/// Reads what the file says it is, without changing it.
pub(super) fn find(conn: &Connection) -> Result<Found, Raw> {
    let number = |name| conn.pragma_query_value(None, name, |row| row.get::<_, i64>(0));
    let (application, version) = (number("application_id")?, number("user_version")?);
    let tables: i64 = conn.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    Ok(match (application, u32::try_from(version)) {
        (APPLICATION, Ok(version)) if version > 0 => Found::Version(version),
        (0, Ok(0)) if tables == 0 => Found::Empty,
        _ => Found::Foreign,
    })
}

/// Brings a store of version `from` to the newest, all or nothing.
pub(super) fn migrate(conn: &mut Connection, from: u32) -> Result<(), Raw> {
    if from >= known() {
        return Ok(());
    }
    let tx = conn.transaction_with_behavior(TransactionBehavior::Exclusive)?;
    for step in &MIGRATIONS[from as usize..] {
        tx.execute_batch(step)?;
    }
    tx.pragma_update(None, "user_version", known())?;
    tx.commit()?;
    Ok(())
}
