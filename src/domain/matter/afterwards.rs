//! What residents say of the works for a matter, once they are asked again.

use chrono::{DateTime, FixedOffset};
use serde::Serialize;

use crate::domain::tally::withhold_list;

/// What residents say of the works for a matter's concern: sums of scores, so that means stay exact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Afterwards {
    /// How many scored it both before and after.
    pub households: u64,
    /// Their scores before, added up.
    pub before: i64,
    /// Their scores after, added up.
    pub after: i64,
    /// How many of them find it better now.
    pub better: u64,
    /// How many find it worse.
    pub worse: u64,
    /// When the last of them was heard.
    pub at: DateTime<FixedOffset>,
}

impl Afterwards {
    /// Whether it is not told to everyone: some of its counts are under the least that is shown, or would give such a one
    /// away.
    #[must_use]
    pub fn is_withheld(&self, least: u64) -> bool {
        let same = self.households.saturating_sub(self.better + self.worse);
        let (hidden, total) = withhold_list(&[self.better, same, self.worse], least);
        total || hidden.contains(&true)
    }
}
