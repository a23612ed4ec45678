//! What a session is and of which kind.

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

use crate::domain::SessionId;

/// Kinds of session; four of them are the gatherings of a courtyard renewal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SessionKind {
    /// 院落坝坝会
    CourtyardMeeting,
    /// 社区龙门阵
    CommunityChat,
    /// 邻里对话
    NeighboursDialogue,
    /// 微更新改造
    MicroRenewal,
    /// 入户走访
    DoorToDoor,
    /// 其他
    Other,
}

impl SessionKind {
    /// All kinds, in the order they are offered.
    pub const ALL: [Self; 6] = [
        Self::CourtyardMeeting,
        Self::CommunityChat,
        Self::NeighboursDialogue,
        Self::MicroRenewal,
        Self::DoorToDoor,
        Self::Other,
    ];
}

/// One occasion.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Session {
    /// Its id over all revisions.
    pub id: SessionId,
    /// Its kind.
    pub kind: SessionKind,
    /// What people call it.
    pub title: String,
    /// 社区
    pub community: String,
    /// 一般网格
    pub grid: String,
    /// 微网格
    pub micro_grid: String,
    /// 院落 or 栋
    pub building: String,
    /// When it begins.
    pub starts: DateTime<FixedOffset>,
    /// 主持人
    pub facilitator: String,
    /// 记录人
    pub recorder: String,
    /// People present, as counted.
    pub present: u32,
}
