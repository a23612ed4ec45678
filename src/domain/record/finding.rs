//! What checking a store can find. The sentences are made in `locale/store.rs`.

/// Which record of the log, as its columns say, damaged or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Its place in the file, from 1, in the order records were written here.
    pub position: i64,
    /// The id that stands there.
    pub record: String,
    /// The device that stands there.
    pub device: String,
    /// The number that stands there.
    pub seq: i64,
}

/// What is wrong with a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Flaw {
    /// The body does not give the body hash.
    BodyHash,
    /// Header, body hash and the record before do not give the chain hash.
    ChainHash,
    /// The number does not follow the one before of the same device.
    Sequence {
        /// The number that should stand there.
        expected: i64,
    },
    /// The body is gone although no record says it was erased.
    BodyMissing,
    /// The body is there although a record says it was erased.
    BodyNotErased,
    /// Body or header cannot be read, or do not say the same.
    Unreadable(String),
}

/// One thing that checking a store found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding {
    /// SQLite says the file is damaged.
    File {
        /// What it said.
        detail: String,
    },
    /// A record is bad.
    Record {
        /// Which.
        place: Place,
        /// How.
        flaw: Flaw,
    },
    /// The newest records of a device are missing.
    Truncated {
        /// The device.
        device: String,
        /// The number its newest record should have.
        expected: i64,
        /// The number it has.
        found: i64,
    },
    /// What screens read does not follow from the log; rebuilding mends it.
    Projection {
        /// `response`, `session`, `meeting`, `survey`, `count` or `device`.
        table: &'static str,
        /// Which row.
        id: String,
    },
}
