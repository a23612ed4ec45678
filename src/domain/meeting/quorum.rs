//! Whether enough are there, before anything is put to the vote.

use super::{
    Meeting,
    attendance::Presence,
    rule::{Counts, Rule, Tested},
};

impl Meeting {
    /// Who is there now.
    #[must_use]
    pub fn presence(&self) -> &Presence {
        self.attendance.presence()
    }

    /// What a motion put now would be decided by: that of the open one, else of the next on the item under way, else the
    /// agenda's.
    #[must_use]
    pub fn rule(&self) -> &Rule {
        let motion = self.motions.open().or_else(|| self.motions.next(&self.course));
        motion.map_or(self.motions.rule(), |motion| &motion.rule)
    }

    /// The tests of the quorum, as they would stand if all who are there took part; none where the rule has no quorum.
    #[must_use]
    pub fn quorum(&self) -> Vec<Tested> {
        let present = self.presence().weight;
        let entitled = if self.attendance.roll().is_empty() { present } else { self.attendance.entitled() };
        let counts = Counts { entitled, present, yes: present, ..Counts::default() };
        self.rule().quorum.iter().map(|test| test.on(&counts, self.motions.taking())).collect()
    }
}
