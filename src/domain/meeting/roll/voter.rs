//! Who is entitled: one voter is one head, whatever they own.

use serde::{Deserialize, Serialize};

use crate::domain::{
    meeting::{agenda::VoterKey, rule::Weight},
    survey::Door,
};

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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum VoterKind {
    /// 业主
    #[default]
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

impl Unit {
    /// Building, entrance and household as written.
    #[must_use]
    pub fn door(&self) -> Door {
        Door { building: self.building.clone(), entrance: self.entrance.clone(), household: self.household.clone() }
    }
}

impl Voter {
    /// What the voice weighs: one head, one ballot, the areas of all units; of parking spaces only where they count.
    #[must_use]
    pub fn weight(&self, parking: bool) -> Weight {
        let counted = self.units.iter().filter(|unit| parking || !unit.parking);
        Weight::one(counted.fold(0, |sum: u64, unit| sum.saturating_add(unit.area)))
    }

    /// The door they are looked for at; blank for one without a unit.
    #[must_use]
    pub fn door(&self) -> Door {
        self.units.first().map(Unit::door).unwrap_or_default()
    }
}

/// What all on the roll weigh together. A pass over the roll: kept by whoever asks more than once.
#[must_use]
pub fn entitled(voters: &[Voter], parking: bool) -> Weight {
    voters.iter().fold(Weight::default(), |sum, voter| sum.plus(voter.weight(parking)))
}
