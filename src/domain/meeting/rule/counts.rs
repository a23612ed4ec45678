//! What was counted in one vote.

use std::cmp::Ordering;

use serde::{Deserialize, Serialize};

use super::{Voices, Weight};
use crate::domain::Text;

/// What a voter says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Choice {
    /// 赞成
    For,
    /// 反对
    Against,
    /// 弃权
    Abstain,
    /// 无效: spoiled or unsigned.
    Spoiled,
}

impl Choice {
    /// All of them, in the order of the digits 1 to 4.
    pub const ALL: [Self; 4] = [Self::For, Self::Against, Self::Abstain, Self::Spoiled];
}

/// Whether an abstaining, a spoiled or a silent voice takes part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Taking {
    /// Abstaining takes part (without consenting). By default it does.
    pub abstain: bool,
    /// A spoiled or unsigned ballot takes part. By default it does not.
    pub spoiled: bool,
    /// A ballot that was delivered and not returned.
    pub silent: Silent,
}

impl Default for Taking {
    fn default() -> Self {
        Self { abstain: true, spoiled: false, silent: Silent::NotTaking }
    }
}

/// What a ballot that was delivered and never came back counts as.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Silent {
    /// It does not take part.
    NotTaking,
    /// It joins the greater side, by a local rule. Contested in courts: the strict result always stands beside it.
    JoinMajority {
        /// The rule's source.
        citation: Text,
    },
}

/// What was counted in one vote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Counts {
    /// The whole roll.
    pub entitled: Weight,
    /// Present when the vote opened, with principals of present proxies.
    pub present: Weight,
    /// For.
    pub yes: Weight,
    /// Against.
    pub no: Weight,
    /// Abstaining.
    pub abstain: Weight,
    /// Spoiled or unsigned.
    pub spoiled: Weight,
    /// Delivered and not returned.
    pub silent: Weight,
}

impl Counts {
    /// These counts with further voices of one choice.
    #[must_use]
    pub fn with(mut self, choice: Choice, weight: Weight) -> Self {
        let counted = match choice {
            Choice::For => &mut self.yes,
            Choice::Against => &mut self.no,
            Choice::Abstain => &mut self.abstain,
            Choice::Spoiled => &mut self.spoiled,
        };
        *counted = counted.plus(weight);
        self
    }

    /// What has been counted of one choice.
    #[must_use]
    pub fn of(&self, choice: Choice) -> Weight {
        match choice {
            Choice::For => self.yes,
            Choice::Against => self.no,
            Choice::Abstain => self.abstain,
            Choice::Spoiled => self.spoiled,
        }
    }

    /// The side silent ballots join where a local rule has them join the majority: for or against, whichever has more
    /// heads. The local rules speak of the opinion of the majority of owners, so heads decide for both measures; at a tie
    /// there is no majority to join, and silent ballots stay out.
    #[must_use]
    pub fn majority(&self) -> Option<Choice> {
        match self.yes.heads.cmp(&self.no.heads) {
            Ordering::Greater => Some(Choice::For),
            Ordering::Less => Some(Choice::Against),
            Ordering::Equal => None,
        }
    }

    /// The counts once silent ballots have joined the majority.
    #[must_use]
    pub fn joined(self) -> Self {
        match self.majority() {
            Some(side) => Self { silent: Weight::default(), ..self.with(side, self.silent) },
            None => self,
        }
    }

    /// The weight of these voices under those settings, silent ones left out.
    #[must_use]
    pub fn voices(&self, voices: Voices, taking: &Taking) -> Weight {
        let valid = self.yes.plus(self.no).plus(self.abstain);
        match voices {
            Voices::Consenting => self.yes,
            Voices::Objecting => self.no,
            Voices::Valid => valid,
            Voices::Participating => {
                let mut sum = self.yes.plus(self.no);
                if taking.abstain {
                    sum = sum.plus(self.abstain);
                }
                if taking.spoiled {
                    sum = sum.plus(self.spoiled);
                }
                sum
            }
            Voices::Present => self.present,
            Voices::Entitled => self.entitled,
        }
    }
}
