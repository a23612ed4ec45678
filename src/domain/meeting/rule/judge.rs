//! What a rule says of counts.

use super::{Counts, Judgement, Outcome, Rule, Silent, Taking, Test, Tested, Verdict};

impl Test {
    /// The test with the figures of these counts.
    #[must_use]
    pub fn on(&self, counts: &Counts, taking: &Taking) -> Tested {
        let part = counts.voices(self.part, taking).get(self.measure);
        let whole = counts.voices(self.whole, taking).get(self.measure);
        let (needed, passed) = (self.threshold.needed(whole), self.threshold.reached(part, whole));
        Tested { test: *self, part, whole, needed, passed }
    }
}

impl Rule {
    /// The result of these counts. Silent ballots do not take part; where the settings have them join the majority, the
    /// result of that stands beside the strict one.
    #[must_use]
    pub fn judge(&self, counts: &Counts, taking: &Taking) -> Judgement {
        let joined = match taking.silent {
            Silent::NotTaking => None,
            Silent::JoinMajority { .. } => Some(self.verdict(&counts.joined(), taking)),
        };
        Judgement { strict: self.verdict(counts, taking), joined }
    }

    /// What the tests say of these counts, silent ballots left out.
    #[must_use]
    pub fn verdict(&self, counts: &Counts, taking: &Taking) -> Verdict {
        let tested = |tests: &[Test]| tests.iter().map(|test| test.on(counts, taking)).collect::<Vec<_>>();
        let (quorum, approval) = (tested(&self.quorum), tested(&self.approval));
        let outcome = if !quorum.iter().all(|tested| tested.passed) {
            Outcome::NotValid
        } else if approval.iter().all(|tested| tested.passed) {
            Outcome::Carried
        } else {
            Outcome::Lost
        };
        Verdict { outcome, quorum, approval }
    }
}
