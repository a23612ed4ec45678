//! Who is entitled: one voter is one head, whatever they own.

use serde::{Deserialize, Serialize};

use crate::domain::meeting::agenda::VoterKey;

/// One on the roll: an owner with all their units, a household, or a resident.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Voter {
    /// Keyed by owner, not by door.
    pub key: VoterKey,
    /// The owner's name; of co-owners all, or the one named their voice.
    pub name: String,
    /// What they own; the first is where they are looked for.
    pub units: Vec<Unit>,
    /// Owner, developer or resident.
    pub kind: VoterKind,
    /// Further owners of the same unit. One head together.
    pub co_owners: Vec<String>,
}

/// Which sort of voice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum VoterKind {
    /// 业主
    Owner,
    /// 建设单位: all unsold and undelivered units, one head.
    Developer,
    /// 居民: entitled without owning, as at a residents' meeting.
    Resident,
}

/// One exclusive unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unit {
    /// 栋
    pub building: String,
    /// 单元
    pub entrance: String,
    /// 户
    pub household: String,
    /// Exclusive area in 0.01 m².
    pub area: u64,
    /// Where the area is from.
    pub source: AreaSource,
    /// A parking space, left out where the settings say so.
    pub parking: bool,
}

/// Where an area is from, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AreaSource {
    /// 不动产登记
    Registry,
    /// 实测
    Survey,
    /// 合同
    Contract,
}
