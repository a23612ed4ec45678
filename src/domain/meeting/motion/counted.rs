//! What is counted of a vote without names: the papers of a box, raised hands.

use serde::{Deserialize, Serialize};

use crate::domain::meeting::rule::Weight;

/// Ballot papers of one box, as counted. Voices are weights: where a rule weighs area, the papers' areas added.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct BoxCount {
    /// Papers given out.
    pub given: Weight,
    /// Papers found in the box.
    pub found: u64,
    /// For.
    pub yes: Weight,
    /// Against.
    pub no: Weight,
    /// Abstaining.
    pub abstain: Weight,
    /// Spoiled or unsigned.
    pub spoiled: Weight,
}

impl BoxCount {
    /// Marks counted on papers.
    #[must_use]
    pub fn marks(&self) -> u64 {
        self.counted().ballots
    }

    /// Everything counted on papers, their areas added.
    #[must_use]
    pub fn counted(&self) -> Weight {
        self.yes.plus(self.no).plus(self.abstain).plus(self.spoiled)
    }

    /// Whether papers are counted without their areas, where so many voters have none.
    #[must_use]
    pub fn lacks_area(&self, bare: u64) -> bool {
        [self.yes, self.no, self.abstain, self.spoiled].iter().any(|voices| voices.area == 0 && voices.ballots > bare)
    }
}

/// Raised hands as counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Hands {
    /// For.
    pub yes: u32,
    /// Against.
    pub no: u32,
    /// Abstaining.
    pub abstain: u32,
}
