//! Opening a data directory: for writing when nobody holds it, else for reading.

use std::{
    fs,
    path::{Path, PathBuf},
    time::Duration,
};

use chrono::{DateTime, FixedOffset};
use rusqlite::{Connection, OpenFlags, OptionalExtension, Transaction, TransactionBehavior};

use super::{
    fault::{Raw, of_system},
    lock::{self, Lock},
    log::Origin,
    row::millis,
    schema::{self, Found},
};
use crate::domain::{
    DeviceId, Ids,
    record::{Holder, StoreError},
};

/// The store's file in the data directory.
const FILE: &str = "babahui.db";

/// What opening needs to know.
pub struct OpenOptions<'a> {
    /// Community the laptop works for; stands in every record.
    pub community: String,
    /// Makes the device's id when the directory is new.
    pub ids: &'a mut dyn Ids,
    /// Now.
    pub now: DateTime<FixedOffset>,
    /// The store never grows beyond this many pages of 4096 bytes; nothing for no limit.
    pub page_limit: Option<u32>,
}

/// A store that was opened.
#[derive(Debug)]
pub enum Opened {
    /// This program holds the data directory.
    Writable(Store),
    /// Another one does: reading works, every write is refused with [`StoreError::Held`].
    ReadOnly {
        /// The store.
        store: Store,
        /// Who holds it.
        holder: Holder,
    },
}

impl Opened {
    /// The store, writable or not.
    #[must_use]
    pub fn into_store(self) -> Store {
        match self {
            Self::Writable(store) | Self::ReadOnly { store, .. } => store,
        }
    }
}

/// An open store.
#[derive(Debug)]
pub struct Store {
    pub(super) conn: Connection,
    dir: PathBuf,
    file: PathBuf,
    community: String,
    device: DeviceId,
    holder: Option<Holder>,
    /// Let go when the store is dropped, after the file is closed: fields are dropped in this order.
    _lock: Option<Lock>,
}

impl Store {
    /// Opens the store of a data directory, making both when there is none yet.
    ///
    /// # Errors
    /// Every [`StoreError`] but `Missing` and `Fixed`. A file that cannot be used is left as it is.
    pub fn open(dir: &Path, options: OpenOptions<'_>) -> Result<Opened, StoreError> {
        make_dir(dir)?;
        let file = dir.join(FILE);
        let (lock, holder) = match lock::take(dir, options.now)? {
            Ok(lock) => (Some(lock), None),
            Err(holder) => (None, Some(holder)),
        };
        if lock.is_some() {
            make_file(&file)?;
        } else if !file.exists() {
            let holder = holder.unwrap_or_default();
            return Err(StoreError::Held { dir: dir.to_path_buf(), holder });
        }
        let opened = connect(&file, dir, holder.as_ref(), options.page_limit)
            .and_then(|mut conn| Ok((device(&mut conn, holder.is_none(), options.ids, options.now)?, conn)));
        let (device, conn) = opened.map_err(|e| e.at(&file))?;
        let dir = dir.to_path_buf();
        let store = Self { conn, dir, file, community: options.community, device, holder: holder.clone(), _lock: lock };
        Ok(match holder {
            None => Opened::Writable(store),
            Some(holder) => Opened::ReadOnly { store, holder },
        })
    }

    /// Whether a data directory holds a store, sound or not.
    #[must_use]
    pub fn stands_in(dir: &Path) -> bool {
        dir.join(FILE).exists()
    }

    /// The same store opened once more, for work away from the screen: it may write when this one may, and the directory
    /// stays held by this one.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub fn beside(&self) -> Result<Self, StoreError> {
        let conn = connect(&self.file, &self.dir, self.holder.as_ref(), None).map_err(|e| e.at(&self.file))?;
        let (dir, file, holder) = (self.dir.clone(), self.file.clone(), self.holder.clone());
        Ok(Self { conn, dir, file, community: self.community.clone(), device: self.device, holder, _lock: None })
    }

    /// The data directory.
    #[must_use]
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// The store's file.
    #[must_use]
    pub fn file(&self) -> &Path {
        &self.file
    }

    /// This laptop's id.
    #[must_use]
    pub fn device(&self) -> DeviceId {
        self.device
    }

    /// The community that stands in records made from now on.
    #[must_use]
    pub fn community(&self) -> &str {
        &self.community
    }

    /// Changes the community that stands in records made from now on.
    pub fn set_community(&mut self, community: String) {
        self.community = community;
    }

    /// Who holds the data directory when it is not this program; then every write is refused.
    #[must_use]
    pub fn holder(&self) -> Option<&Holder> {
        self.holder.as_ref()
    }

    /// Reads.
    pub(super) fn read<T>(&self, work: impl FnOnce(&Connection) -> Result<T, Raw>) -> Result<T, StoreError> {
        work(&self.conn).map_err(|e| e.at(&self.file))
    }

    /// Writes, all or nothing; what it returns has reached the disk.
    pub(super) fn write<T>(
        &mut self,
        work: impl FnOnce(&Transaction<'_>, Origin<'_>) -> Result<T, Raw>,
    ) -> Result<T, StoreError> {
        self.refuse_if_held()?;
        let origin = Origin { community: &self.community, device: self.device };
        let outcome = self.conn.transaction_with_behavior(TransactionBehavior::Immediate).map_err(Raw::from);
        let outcome = outcome.and_then(|tx| {
            let done = work(&tx, origin)?;
            tx.commit()?;
            Ok(done)
        });
        outcome.map_err(|e| e.at(&self.file))
    }

    /// The error of every write while another program holds the data directory.
    pub(super) fn refuse_if_held(&self) -> Result<(), StoreError> {
        match &self.holder {
            None => Ok(()),
            Some(holder) => Err(StoreError::Held { dir: self.dir.clone(), holder: holder.clone() }),
        }
    }
}

/// Makes the data directory, for its owner only.
fn make_dir(dir: &Path) -> Result<(), StoreError> {
    if dir.is_dir() {
        return Ok(());
    }
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(dir).map_err(|e| of_system(dir, &e))
}

/// Makes an empty file for its owner only, or sees that the one there can be used.
fn make_file(file: &Path) -> Result<(), StoreError> {
    let mut options = fs::OpenOptions::new();
    options.read(true).append(true).create(true);
    lock::private(&mut options);
    let length = options.open(file).and_then(|f| f.metadata()).map_err(|e| of_system(file, &e))?.len();
    let mut log = file.as_os_str().to_owned();
    log.push("-wal");
    // SQLite would throw the write-ahead log of an emptied file away, and with it what can still be saved.
    if length == 0 && fs::metadata(&log).is_ok_and(|m| m.len() > 0) {
        let detail = log.to_string_lossy().into_owned();
        return Err(StoreError::Corrupt { path: file.to_path_buf(), detail });
    }
    Ok(())
}

/// Opens the file and brings its schema up to date when it may be written to.
fn connect(file: &Path, dir: &Path, holder: Option<&Holder>, page_limit: Option<u32>) -> Result<Connection, Raw> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut conn = Connection::open_with_flags(file, flags)?;
    conn.set_prepared_statement_cache_capacity(96);
    conn.busy_timeout(Duration::from_secs(5))?;
    let path = || file.to_path_buf();
    let found = match schema::find(&conn)? {
        Found::Foreign => return Err(StoreError::Foreign { path: path() }.into()),
        Found::Version(found) if found > schema::known() => {
            return Err(StoreError::NewerSchema { path: path(), found, known: schema::known() }.into());
        }
        Found::Version(found) => found,
        Found::Empty => 0,
    };
    conn.pragma_update(None, "temp_store", "memory")?;
    conn.pragma_update(None, "foreign_keys", true)?;
    // So that REPLACE cannot go around the triggers that guard the log.
    conn.pragma_update(None, "recursive_triggers", true)?;
    conn.pragma_update(None, "secure_delete", true)?;
    if let Some(pages) = page_limit {
        conn.pragma_update(None, "max_page_count", pages)?;
    }
    if let Some(holder) = holder {
        if found < schema::known() {
            return Err(StoreError::Held { dir: dir.to_path_buf(), holder: holder.clone() }.into());
        }
        conn.pragma_update(None, "query_only", true)?;
    } else {
        conn.pragma_update_and_check(None, "journal_mode", "wal", |_| Ok(()))?;
        conn.pragma_update(None, "synchronous", "full")?;
        schema::migrate(&mut conn, found)?;
    }
    Ok(conn)
}

/// The device's id, made once for a data directory.
fn device(
    conn: &mut Connection,
    may_write: bool,
    ids: &mut dyn Ids,
    now: DateTime<FixedOffset>,
) -> Result<DeviceId, Raw> {
    let read = |conn: &Connection| {
        conn.query_row("SELECT value FROM meta WHERE key = 'device'", [], |row| row.get::<_, String>(0)).optional()
    };
    let text = match read(conn)? {
        Some(text) => text,
        None if may_write => {
            let id = DeviceId(ids.uuid(millis(now))).to_string();
            conn.execute("INSERT INTO meta (key, value) VALUES ('device', ?1)", [&id])?;
            id
        }
        None => return Err(Raw::Unreadable("meta.device".to_owned())),
    };
    text.parse().map_err(|_| Raw::Unreadable(format!("meta.device = {text}")))
}
