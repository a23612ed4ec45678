//! A household of the roll.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::Address;
use crate::domain::Lang;

/// One household: a door, who owns it, who lives there.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Household {
    /// Where.
    pub address: Address,
    /// Who owns it; several own it together.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub owners: Vec<Owner>,
    /// Its exclusive area.
    #[serde(default)]
    pub areas: Areas,
    /// Whether it was sold and handed over.
    #[serde(default)]
    pub standing: Standing,
    /// Whether it is a parking space.
    #[serde(default)]
    pub parking: bool,
    /// Who lives there. Personal.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub residents: Vec<Resident>,
    /// 四必去: why it must be visited. Sensitive.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub must_visit: BTreeSet<MustVisit>,
    /// Personal.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub phone: String,
    /// The language the household likes to be asked in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Lang>,
    /// What is worth knowing before ringing. Sensitive.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub notes: String,
}

/// One owner.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Owner {
    /// The name. Personal.
    pub name: String,
    /// What tells owners of the same name apart, such as the certificate's number; may be empty. Personal.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub id: String,
}

/// One resident.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Resident {
    /// The name. Personal.
    pub name: String,
    /// How they are related to the owner or head, as written; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub relation: String,
}

/// Exclusive area in 0.01 m², by where it is from, best first: 业主大会和业主委员会指导规则 art. 23.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Areas {
    /// 不动产登记
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub registry: Option<u64>,
    /// 实测
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub survey: Option<u64>,
    /// 合同
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contract: Option<u64>,
}

impl Areas {
    /// The area that counts: by the registry, else as surveyed, else by the contract.
    #[must_use]
    pub fn best(&self) -> Option<u64> {
        self.registry.or(self.survey).or(self.contract)
    }
}

/// Whose a unit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// 已售并交付
    #[default]
    Owned,
    /// 未售: the developer's.
    Unsold,
    /// 已售未交付: the developer's until handed over.
    Undelivered,
}

/// 四必去: the kinds of household that must be visited.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MustVisit {
    /// 困难户
    Hardship,
    /// 党员户
    PartyMember,
    /// 矛盾纠纷户
    Dispute,
    /// 特殊人群户
    SpecialNeeds,
}

impl MustVisit {
    /// All kinds, in the order they are shown.
    pub const ALL: [Self; 4] = [Self::Hardship, Self::PartyMember, Self::Dispute, Self::SpecialNeeds];

    /// The name in files and on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Hardship => "hardship",
            Self::PartyMember => "party_member",
            Self::Dispute => "dispute",
            Self::SpecialNeeds => "special_needs",
        }
    }
}
