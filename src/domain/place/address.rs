//! Where a household lives, and the places that hold it.

use serde::{Deserialize, Serialize};

use crate::domain::survey::Door;

/// The levels of places, the widest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
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
}

impl Level {
    /// All levels, the widest first.
    pub const ALL: [Self; 6] =
        [Self::Community, Self::Grid, Self::MicroGrid, Self::Courtyard, Self::Building, Self::Entrance];
}

/// Where a household lives. Any part may be empty.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct Address {
    /// 社区
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub community: String,
    /// 一般网格
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub grid: String,
    /// 微网格
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub micro_grid: String,
    /// 院落
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub courtyard: String,
    /// 栋, 单元, 户
    pub door: Door,
}

impl Address {
    /// What the address says at a level.
    #[must_use]
    pub fn at(&self, level: Level) -> &str {
        match level {
            Level::Community => &self.community,
            Level::Grid => &self.grid,
            Level::MicroGrid => &self.micro_grid,
            Level::Courtyard => &self.courtyard,
            Level::Building => &self.door.building,
            Level::Entrance => &self.door.entrance,
        }
    }

    /// The place of this level that holds the household.
    #[must_use]
    pub fn place(&self, level: Level) -> Place {
        let parts = Level::ALL.iter().take_while(|at| **at <= level);
        Place(parts.map(|at| self.at(*at).to_owned()).collect())
    }
}

/// A place: the parts of an address from the community down to some level. No parts at all is everywhere.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Place(pub Vec<String>);

impl Place {
    /// Its level; nothing for everywhere.
    #[must_use]
    pub fn level(&self) -> Option<Level> {
        Level::ALL.get(self.0.len().checked_sub(1)?).copied()
    }

    /// Whether a household with this address lives in it.
    #[must_use]
    pub fn holds(&self, address: &Address) -> bool {
        Level::ALL.iter().zip(&self.0).all(|(level, part)| address.at(*level) == part)
    }

    /// Whether another place lies in it, or is the same.
    #[must_use]
    pub fn contains(&self, other: &Self) -> bool {
        other.0.starts_with(&self.0)
    }
}
