//! What a matter is.

use serde::{Deserialize, Serialize};

use crate::domain::{MatterId, Text, place::Place};

/// 关心的问题: what matters and suggestions are sorted under.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Concern {
    /// Its name, as a choice of a survey has it: `facade`.
    pub name: String,
    /// What it is called.
    pub label: Text,
}

/// 五微: the five micro programmes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Programme {
    /// 微慈善
    Charity,
    /// 微创投
    Venture,
    /// 微服务
    Service,
    /// 微自治
    SelfGovernance,
    /// 微文化
    Culture,
}

impl Programme {
    /// All five, in the order they are named.
    pub const ALL: [Self; 5] = [Self::Charity, Self::Venture, Self::Service, Self::SelfGovernance, Self::Culture];
}

/// How far a matter has come, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// 提出
    Raised,
    /// 已归类: it has a concern or a programme, or suggestions are coded to it.
    Sorted,
    /// 已商议: it was talked over at a session.
    Discussed,
    /// 已表决: a motion for it carried.
    Decided,
    /// 已落实资金: pledges, grants, claims or a fund pay for it.
    Funded,
    /// 实施中: somebody has something to do for it.
    UnderWay,
    /// 已完成
    Done,
    /// 已回访: residents looked, and it is good.
    Checked,
    /// 不办了: with a reason.
    Dropped,
}

impl Step {
    /// All steps, in the order of a matter's way.
    pub const ALL: [Self; 9] = [
        Self::Raised,
        Self::Sorted,
        Self::Discussed,
        Self::Decided,
        Self::Funded,
        Self::UnderWay,
        Self::Done,
        Self::Checked,
        Self::Dropped,
    ];

    /// Whether there is still something to do.
    #[must_use]
    pub fn is_open(self) -> bool {
        self < Self::Done
    }
}

/// What a matter is about, as somebody wrote it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct About {
    /// In a few words.
    pub title: String,
    /// The `name` of its concern; empty while it has none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub concern: String,
    /// Its programme.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub programme: Option<Programme>,
    /// Where.
    #[serde(default)]
    pub place: Place,
    /// What is worth knowing; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// A matter as its own records say; what came of it elsewhere is joined to it by [`MatterId`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matter {
    /// What it is about.
    pub about: About,
    /// The furthest step somebody put it to by hand, and with which words.
    pub put: Option<(Step, String)>,
    /// The matter it was merged into.
    pub merged: Option<MatterId>,
    /// The matter it was split from.
    pub split_from: Option<MatterId>,
}
