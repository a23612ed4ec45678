//! What voices weigh: heads, area and ballots.

use serde::{Deserialize, Serialize};

/// What a test compares.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// 人数: owners or residents, one each however many doors they own.
    Heads,
    /// 专有部分面积, in 0.01 m².
    Area,
    /// Papers or raised hands, as counted.
    Ballots,
}

impl Measure {
    /// All of them, in the order they are shown.
    pub const ALL: [Self; 3] = [Self::Heads, Self::Area, Self::Ballots];
}

/// How much some voices weigh in each measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Weight {
    /// Heads.
    pub heads: u64,
    /// Exclusive area in 0.01 m².
    pub area: u64,
    /// Papers or raised hands.
    pub ballots: u64,
}

impl Weight {
    /// One voice of this area, 0.01 m²: one head, one ballot.
    #[must_use]
    pub fn one(area: u64) -> Self {
        Self { heads: 1, area, ballots: 1 }
    }

    /// As many raised hands or papers without known area: so many heads, so many ballots.
    #[must_use]
    pub fn counted(hands: u64) -> Self {
        Self { heads: hands, area: 0, ballots: hands }
    }

    /// The weight in one measure.
    #[must_use]
    pub fn get(self, measure: Measure) -> u64 {
        match measure {
            Measure::Heads => self.heads,
            Measure::Area => self.area,
            Measure::Ballots => self.ballots,
        }
    }

    /// Both together; a sum beyond `u64` stays at its greatest.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self {
            heads: self.heads.saturating_add(other.heads),
            area: self.area.saturating_add(other.area),
            ballots: self.ballots.saturating_add(other.ballots),
        }
    }

    /// What is left without `other`; never below 0.
    #[must_use]
    pub fn minus(self, other: Self) -> Self {
        Self {
            heads: self.heads.saturating_sub(other.heads),
            area: self.area.saturating_sub(other.area),
            ballots: self.ballots.saturating_sub(other.ballots),
        }
    }
}
