//! A matter in a list: what it is about and how it stands.

use chrono::{DateTime, FixedOffset};

use super::{About, Facts, Raised, Step};
use crate::domain::MatterId;

/// A matter in a list.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// Which.
    pub matter: MatterId,
    /// What it is about.
    pub about: About,
    /// How far it has come.
    pub step: Step,
    /// How many households want it, by how they said so.
    pub raised: Raised,
    /// How many suggestions it came from.
    pub suggestions: usize,
    /// When it was raised.
    pub since: DateTime<FixedOffset>,
}

impl Facts<'_> {
    /// All matters: open ones first, and of these those open longest.
    #[must_use]
    pub fn lines(&self) -> Vec<Line> {
        let lines = self.matters.matters().map(|(id, matter)| Line {
            matter: id,
            about: matter.about.clone(),
            step: self.step(id),
            raised: self.raised(id),
            suggestions: self.matters.suggestions(id).len(),
            since: self.since(id),
        });
        let mut lines: Vec<Line> = lines.collect();
        lines.sort_by_key(|line| (!line.step.is_open(), line.since, line.matter));
        lines
    }

    /// The open matters with how far they have come, those open longest first.
    #[must_use]
    pub fn open(&self) -> Vec<(MatterId, Step)> {
        let steps = self.matters.matters().map(|(id, _)| (id, self.step(id)));
        let mut open: Vec<_> = steps.filter(|(_, step)| step.is_open()).collect();
        open.sort_by_cached_key(|(id, _)| (self.since(*id), *id));
        open
    }

    /// When a matter was raised.
    fn since(&self, id: MatterId) -> DateTime<FixedOffset> {
        self.matters.history(id).first().map(|record| record.at).unwrap_or_default()
    }
}
