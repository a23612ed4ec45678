//! The rule a motion is decided by: which body decides, and the tests its voices must pass.

use serde::{Deserialize, Serialize};

use super::{Measure, Threshold};
use crate::domain::Text;

/// Which voices a test adds up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Voices {
    /// 同意: those who said yes.
    Consenting,
    /// 反对: those who said no.
    Objecting,
    /// 参与表决: those who take part, as the settings say (abstaining, spoiled, silent).
    Participating,
    /// 有效票: for, against and abstaining, without the spoiled.
    Valid,
    /// 实到: those present when the vote opened, with principals of present proxies.
    Present,
    /// 应到: the whole roll.
    Entitled,
}

/// One comparison: enough of these voices, measured so, out of those.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Test {
    /// What is weighed.
    pub measure: Measure,
    /// The part.
    pub part: Voices,
    /// How much of the whole it must be.
    pub threshold: Threshold,
    /// The whole.
    pub whole: Voices,
}

/// Which body decides. An agenda file names it; the program never guesses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Regime {
    /// 坝坝会, 居民议事会: by custom; never shown as a statutory decision.
    Discussion(Discussion),
    /// 居民会议: Organic Law of Urban Residents' Committees, art. 9-10.
    ResidentsMeeting,
    /// 业主共同决定: Civil Code art. 278.
    Owners(Matter),
    /// Everyone concerned: Civil Code art. 279.
    Unanimous,
    /// A rule written out in the agenda file.
    Written,
}

/// How a discussion settles a motion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Discussion {
    /// More than half of those voting for or against or abstaining.
    Majority,
    /// At least two thirds of them.
    TwoThirds,
    /// Nobody firmly objects: one voice against is enough to lose, and none at all is enough to carry.
    Consent,
}

/// Which matters owners decide on (Civil Code art. 278).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Matter {
    /// 一般事项
    Ordinary,
    /// 特别事项: raise the repair fund, rebuild or alter, change the use of common parts or run a business on them.
    Special,
}

/// A rule, written out in full.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rule {
    /// Which body decides.
    pub regime: Regime,
    /// All must pass, else the decision is not valid.
    pub quorum: Vec<Test>,
    /// All must pass, else the motion is lost.
    pub approval: Vec<Test>,
    /// The source beside every result of a written rule; empty for the statutory ones, whose source goes with the regime.
    pub citation: Text,
}

impl Rule {
    /// All tests, those of the quorum first.
    pub fn tests(&self) -> impl Iterator<Item = &Test> {
        self.quorum.iter().chain(&self.approval)
    }

    /// Whether it weighs voices in this measure. A show of hands or a box of unsigned papers knows no area, so it cannot
    /// decide under a rule that asks for one.
    #[must_use]
    pub fn needs(&self, measure: Measure) -> bool {
        self.tests().any(|test| test.measure == measure)
    }

    /// The measures it weighs voices in, in the order they are shown.
    pub fn measures(&self) -> impl Iterator<Item = Measure> {
        Measure::ALL.into_iter().filter(|measure| self.needs(*measure))
    }
}
