//! What a rule says of counts.

use serde::{Deserialize, Serialize};

use super::Test;

/// The three outcomes of a vote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// 无效: too few took part; nothing was decided.
    NotValid,
    /// 通过
    Carried,
    /// 未通过
    Lost,
}

/// One test with its figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tested {
    /// The test.
    pub test: Test,
    /// What the part weighs.
    pub part: u64,
    /// What the whole weighs.
    pub whole: u64,
    /// The smallest part that would do; the greatest where the test is that there be at most so much.
    pub needed: u64,
    /// Whether it passed.
    pub passed: bool,
}

impl Tested {
    /// How much is missing to pass, or too much where there may be at most so much; 0 when it passed.
    #[must_use]
    pub fn missing(&self) -> u64 {
        if self.passed { 0 } else { self.part.abs_diff(self.needed) }
    }

    /// How much there is beyond what is needed, or could still be added to what may be; 0 when it failed.
    #[must_use]
    pub fn spare(&self) -> u64 {
        if self.passed { self.part.abs_diff(self.needed) } else { 0 }
    }
}

/// What a rule says of counts: outcome and every test.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verdict {
    /// The outcome.
    pub outcome: Outcome,
    /// The tests of the quorum.
    pub quorum: Vec<Tested>,
    /// The tests of the approval.
    pub approval: Vec<Tested>,
}

impl Verdict {
    /// The tests that decided against: of the quorum when too few took part, else of the approval. None when carried.
    pub fn failed(&self) -> impl Iterator<Item = &Tested> {
        let tests = if self.outcome == Outcome::NotValid { &self.quorum } else { &self.approval };
        tests.iter().filter(|tested| !tested.passed)
    }
}

/// The result of a vote: the strict verdict, and beside it the one under a silent-ballot rule where the file asks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Judgement {
    /// Silent ballots do not take part.
    pub strict: Verdict,
    /// Silent ballots take part and join the greater side by heads; nothing unless the file has that rule.
    pub joined: Option<Verdict>,
}

/// What can still become of a vote, given who has not yet spoken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Prospect {
    /// 已定通过: carried whatever the others say, or say nothing.
    Certain,
    /// 尚未定局: can still go both ways.
    Open,
    /// 已无可能: cannot be carried any more.
    Lost,
}
