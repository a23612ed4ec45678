//! How a record is sealed: the canonical JSON of its body, the body's hash, the chain hash over header and predecessor.

use chrono::{DateTime, FixedOffset};
use sha2::{Digest, Sha256};

use super::{Body, Record};
use crate::domain::{DeviceId, RecordId};

/// Everything a record says besides its body and hashes.
#[derive(Debug, Clone, PartialEq)]
pub struct Header {
    /// Its id.
    pub id: RecordId,
    /// Community the laptop works for.
    pub community: String,
    /// Laptop.
    pub device: DeviceId,
    /// Gap-free number per device, from 1.
    pub seq: u64,
    /// Hybrid logical clock.
    pub hlc: u64,
    /// When; kept to the millisecond.
    pub at: DateTime<FixedOffset>,
    /// Who.
    pub author: String,
    /// What it is about.
    pub entity: String,
    /// The entity's latest record before it.
    pub prev: Option<RecordId>,
}

/// A header as it is stored, byte by byte: what the chain hash is taken over, also when the bytes are damaged.
#[derive(Debug, Clone, Copy)]
pub struct HeaderText<'a> {
    /// Hyphenated id.
    pub id: &'a [u8],
    /// Community.
    pub community: &'a [u8],
    /// Hyphenated device id.
    pub device: &'a [u8],
    /// Number per device.
    pub seq: i64,
    /// Hybrid logical clock.
    pub hlc: i64,
    /// Milliseconds since 1970 UTC.
    pub at: i64,
    /// Offset from UTC the time was taken at, in seconds east.
    pub offset: i64,
    /// Who.
    pub author: &'a [u8],
    /// Kind of the body.
    pub kind: &'a [u8],
    /// What it is about.
    pub entity: &'a [u8],
    /// Hyphenated id of the record before it.
    pub prev: Option<&'a [u8]>,
}

/// The JSON of a body with the keys of every object in alphabetical order and no spaces: the same content is the
/// same text, whichever version of the program wrote it.
///
/// # Errors
/// When the body cannot be written as JSON.
pub fn canonical(body: &Body) -> Result<String, serde_json::Error> {
    let mut tree = serde_json::to_value(body)?;
    tree.sort_all_objects();
    serde_json::to_string(&tree)
}

/// SHA-256 of a body's JSON.
#[must_use]
pub fn body_hash(json: &[u8]) -> [u8; 32] {
    Sha256::digest(json).into()
}

/// SHA-256 over the chain hash of the device's record before (zeros for the first), the header and the body's hash.
///
/// Every text is preceded by its length, so that no two headers hash alike.
#[must_use]
pub fn chain_hash(before: &[u8], header: &HeaderText<'_>, body_hash: &[u8]) -> [u8; 32] {
    let mut hash = Sha256::new();
    let mut text = |bytes: &[u8]| {
        hash.update((bytes.len() as u64).to_be_bytes());
        hash.update(bytes);
    };
    text(before);
    for bytes in [header.id, header.community, header.device, header.author, header.kind, header.entity] {
        text(bytes);
    }
    text(header.prev.unwrap_or_default());
    text(body_hash);
    for number in [header.seq, header.hlc, header.at, header.offset] {
        hash.update(number.to_be_bytes());
    }
    hash.finalize().into()
}

impl Record {
    /// Seals a body under a header, after the chain hash of the device's record before. Gives the record and its JSON.
    ///
    /// # Errors
    /// When the body cannot be written as JSON.
    pub fn seal(header: Header, body: Body, before: &[u8; 32]) -> Result<(Self, String), serde_json::Error> {
        let json = canonical(&body)?;
        let body_hash = body_hash(json.as_bytes());
        let offset = *header.at.offset();
        let at = DateTime::from_timestamp_millis(header.at.timestamp_millis())
            .map_or(header.at, |utc| utc.with_timezone(&offset));
        let (id, device) = (header.id.to_string(), header.device.to_string());
        let prev = header.prev.map(|id| id.to_string());
        let signed = |n: u64| i64::try_from(n).unwrap_or(i64::MAX);
        let text = HeaderText {
            id: id.as_bytes(),
            community: header.community.as_bytes(),
            device: device.as_bytes(),
            seq: signed(header.seq),
            hlc: signed(header.hlc),
            at: at.timestamp_millis(),
            offset: i64::from(offset.local_minus_utc()),
            author: header.author.as_bytes(),
            kind: body.kind().as_bytes(),
            entity: header.entity.as_bytes(),
            prev: prev.as_deref().map(str::as_bytes),
        };
        let chain_hash = chain_hash(before, &text, &body_hash);
        let Header { id, community, device, seq, hlc, author, entity, prev, .. } = header;
        Ok((Self { id, community, device, seq, hlc, at, author, entity, prev, body, body_hash, chain_hash }, json))
    }
}
