//! The columns of a table of households.

use crate::domain::Privacy;

/// What a column of a table of households holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SheetColumn {
    /// 社区
    Community,
    /// 一般网格
    Grid,
    /// 微网格
    MicroGrid,
    /// 院落
    Courtyard,
    /// 栋
    Building,
    /// 单元
    Entrance,
    /// 户
    Household,
    /// A whole door, `3栋2单元501`.
    Door,
    /// Owners' names.
    Owners,
    /// What tells owners of one name apart, in the order of their names.
    OwnerIds,
    /// Exclusive area by the registry, in m².
    AreaRegistry,
    /// The same as surveyed.
    AreaSurvey,
    /// The same by the contract.
    AreaContract,
    /// Sold, unsold, undelivered.
    Standing,
    /// Whether it is a parking space.
    Parking,
    /// Residents, each with how they are related.
    Residents,
    /// 四必去: the kinds.
    MustVisit,
    /// 困难户: yes or no.
    Hardship,
    /// 党员户: yes or no.
    PartyMember,
    /// 矛盾纠纷户: yes or no.
    Dispute,
    /// 特殊人群户: yes or no.
    SpecialNeeds,
    /// Phone.
    Phone,
    /// The language they like to be asked in.
    Language,
    /// What is worth knowing before ringing.
    Notes,
}

impl SheetColumn {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 24] = [
        Self::Community,
        Self::Grid,
        Self::MicroGrid,
        Self::Courtyard,
        Self::Building,
        Self::Entrance,
        Self::Household,
        Self::Door,
        Self::Owners,
        Self::OwnerIds,
        Self::AreaRegistry,
        Self::AreaSurvey,
        Self::AreaContract,
        Self::Standing,
        Self::Parking,
        Self::Residents,
        Self::MustVisit,
        Self::Hardship,
        Self::PartyMember,
        Self::Dispute,
        Self::SpecialNeeds,
        Self::Phone,
        Self::Language,
        Self::Notes,
    ];

    /// Those a table is written with: enough to read every household back as it was.
    pub const WRITTEN: [Self; 19] = [
        Self::Community,
        Self::Grid,
        Self::MicroGrid,
        Self::Courtyard,
        Self::Building,
        Self::Entrance,
        Self::Household,
        Self::Owners,
        Self::OwnerIds,
        Self::AreaRegistry,
        Self::AreaSurvey,
        Self::AreaContract,
        Self::Standing,
        Self::Parking,
        Self::Residents,
        Self::MustVisit,
        Self::Phone,
        Self::Language,
        Self::Notes,
    ];

    /// The name in files and on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Community => "community",
            Self::Grid => "grid",
            Self::MicroGrid => "micro_grid",
            Self::Courtyard => "courtyard",
            Self::Building => "building",
            Self::Entrance => "entrance",
            Self::Household => "household",
            Self::Door => "door",
            Self::Owners => "owner",
            Self::OwnerIds => "owner_id",
            Self::AreaRegistry => "area_registry",
            Self::AreaSurvey => "area_survey",
            Self::AreaContract => "area_contract",
            Self::Standing => "standing",
            Self::Parking => "parking",
            Self::Residents => "residents",
            Self::MustVisit => "must_visit",
            Self::Hardship => "hardship",
            Self::PartyMember => "party_member",
            Self::Dispute => "dispute",
            Self::SpecialNeeds => "special_needs",
            Self::Phone => "phone",
            Self::Language => "language",
            Self::Notes => "notes",
        }
    }

    /// How far it may go. Doors themselves are open: a roll without doors is none.
    #[must_use]
    pub fn privacy(self) -> Privacy {
        match self {
            Self::Owners | Self::OwnerIds | Self::Residents | Self::Phone => Privacy::Personal,
            Self::MustVisit | Self::Hardship | Self::PartyMember | Self::Dispute | Self::SpecialNeeds | Self::Notes => {
                Privacy::Sensitive
            }
            _ => Privacy::Open,
        }
    }
}
