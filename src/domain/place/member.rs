//! Members: who answers for which doors.

use serde::{Deserialize, Serialize};

use super::Place;

/// Somebody who answers for doors or belongs to a team.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Member {
    /// The name, as it stands in sessions, visits and actions.
    pub name: String,
    /// What they are.
    pub role: Role,
    /// Teams, such as the warm-heart team.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub teams: Vec<String>,
    /// Personal.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub phone: String,
    /// The places whose doors they answer for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub answers_for: Vec<Place>,
}

/// What a member is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// 网格员
    GridMember,
    /// 微网格员
    MicroGridMember,
    /// 楼栋长
    BuildingHead,
    /// 单元长
    EntranceHead,
    /// 自管会成员
    SelfManagement,
    /// 社区干部
    CommunityStaff,
    /// 居民
    #[default]
    Resident,
}

impl Role {
    /// All roles, in the order they are offered.
    pub const ALL: [Self; 7] = [
        Self::GridMember,
        Self::MicroGridMember,
        Self::BuildingHead,
        Self::EntranceHead,
        Self::SelfManagement,
        Self::CommunityStaff,
        Self::Resident,
    ];
}
