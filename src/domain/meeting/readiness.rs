//! What a meeting still lacks before it begins.

use super::{
    Meeting,
    agenda::{MotionKey, Way},
    motion::Motion,
    rule::{Measure, Rule, Voices},
};

/// Something a meeting lacks: it can begin all the same, and some of its votes will not be worth much.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lack {
    /// A motion's rule counts the whole roll, or area, and there is no roll.
    Roll,
    /// Voters without any area while a rule weighs area: so many.
    Area(usize),
    /// Motions whose way of voting knows no area while their rule weighs it.
    Way(Vec<MotionKey>),
    /// Motions that did not stand on the posted agenda.
    Posting(Vec<MotionKey>),
    /// Nobody presides.
    Chair,
    /// Nobody takes notes.
    NoteTaker,
}

impl Meeting {
    /// What the meeting still lacks, the gravest first.
    #[must_use]
    pub fn lacks(&self) -> Vec<Lack> {
        let motions: Vec<&Motion> = self.motions.all().iter().collect();
        let rules = || motions.iter().map(|motion| &motion.rule);
        let by_area = rules().any(|rule| rule.needs(Measure::Area));
        let roll = self.attendance.roll();
        let mut lacks = Vec::new();
        if roll.is_empty() && (by_area || rules().any(counts_the_roll)) {
            lacks.push(Lack::Roll);
        }
        if by_area && !roll.is_empty() {
            let bare = self.attendance.without_area();
            lacks.extend((bare > 0).then_some(Lack::Area(usize::try_from(bare).unwrap_or(usize::MAX))));
        }
        let keys = |which: &dyn Fn(&Motion) -> bool| {
            motions.iter().filter(|motion| which(motion)).map(|motion| motion.key.clone()).collect::<Vec<_>>()
        };
        let blind = keys(&|motion| {
            motion.rule.needs(Measure::Area) && !matches!(motion.way, Way::RollCall | Way::Secret { .. })
        });
        lacks.extend((!blind.is_empty()).then_some(Lack::Way(blind)));
        let unposted = keys(&|motion| !motion.posted);
        lacks.extend((!unposted.is_empty()).then_some(Lack::Posting(unposted)));
        let (chair, notes) =
            self.course.presiding().unwrap_or((self.opening.chair.as_str(), self.opening.note_taker.as_str()));
        lacks.extend(chair.trim().is_empty().then_some(Lack::Chair));
        lacks.extend(notes.trim().is_empty().then_some(Lack::NoteTaker));
        lacks
    }
}

/// Whether a rule counts everybody who is entitled.
fn counts_the_roll(rule: &Rule) -> bool {
    rule.tests().any(|test| test.whole == Voices::Entitled || test.part == Voices::Entitled)
}
