//! One row of a roll as somebody wrote it.

use super::VoterKind;

/// One unit, or one resident, as written in an agenda file or a CSV table. Blank text where nothing is written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RawUnit {
    /// Where it stands, for faults: the line of a CSV file, from 1, or whatever the reader finds its place by again.
    pub row: u64,
    /// `owner`: the name. Several names with a `、` or `;` between them are co-owners.
    pub owner: String,
    /// `owner_id`: what tells owners of one name apart.
    pub owner_id: String,
    /// `building`: 栋
    pub building: String,
    /// `entrance`: 单元
    pub entrance: String,
    /// `household`: 户
    pub household: String,
    /// `area_registry`: exclusive area in m² by the registry, such as `72.40`.
    pub area_registry: String,
    /// `area_survey`: the same as surveyed.
    pub area_survey: String,
    /// `area_contract`: the same by the contract.
    pub area_contract: String,
    /// `kind`: owner unless written.
    pub kind: VoterKind,
    /// `parking`: whether it is a parking space.
    pub parking: bool,
    /// `co_owners`: further owners.
    pub co_owners: Vec<String>,
}

/// What stands in a roll's row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RollColumn {
    /// `owner`
    Owner,
    /// `owner_id`
    OwnerId,
    /// `building`
    Building,
    /// `entrance`
    Entrance,
    /// `household`
    Household,
    /// `area_registry`
    AreaRegistry,
    /// `area_survey`
    AreaSurvey,
    /// `area_contract`
    AreaContract,
    /// `kind`
    Kind,
    /// `parking`
    Parking,
    /// `co_owners`
    CoOwners,
}

impl RollColumn {
    /// All of them.
    pub const ALL: [Self; 11] = [
        Self::Owner,
        Self::OwnerId,
        Self::Building,
        Self::Entrance,
        Self::Household,
        Self::AreaRegistry,
        Self::AreaSurvey,
        Self::AreaContract,
        Self::Kind,
        Self::Parking,
        Self::CoOwners,
    ];

    /// The name in files.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Owner => "owner",
            Self::OwnerId => "owner_id",
            Self::Building => "building",
            Self::Entrance => "entrance",
            Self::Household => "household",
            Self::AreaRegistry => "area_registry",
            Self::AreaSurvey => "area_survey",
            Self::AreaContract => "area_contract",
            Self::Kind => "kind",
            Self::Parking => "parking",
            Self::CoOwners => "co_owners",
        }
    }
}
