//! Planned against spent: the clock of an item and of the whole meeting, breaks kept out.

use chrono::TimeDelta;

use super::{Course, ItemState, Stage};
use crate::domain::meeting::{Moment, agenda::ItemKey};

/// What an item was given and has taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spent {
    /// Planned.
    pub planned: TimeDelta,
    /// Taken so far.
    pub spent: TimeDelta,
}

impl Spent {
    /// How far over the plan it is; nothing while it is within it, or when none was made.
    #[must_use]
    pub fn over(&self) -> Option<TimeDelta> {
        (self.planned > TimeDelta::zero() && self.spent > self.planned).then(|| self.spent - self.planned)
    }
}

/// The whole meeting against its plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Overall {
    /// Planned for all items that were not left out.
    pub planned: TimeDelta,
    /// Spent since it began, without breaks.
    pub spent: TimeDelta,
    /// Behind the plan (positive) or ahead of it (negative), as things stand.
    pub behind: TimeDelta,
}

impl Course {
    /// The clock of an item.
    #[must_use]
    pub fn spent(&self, key: &ItemKey, now: Moment) -> Option<Spent> {
        self.item(key).map(|item| self.spent_on(item, now))
    }

    /// The whole meeting's clock; nothing before it begins.
    ///
    /// It is behind by what done items took over their plan (or less), with time between items, and by what the item
    /// under way has taken over its own.
    #[must_use]
    pub fn overall(&self, now: Moment) -> Option<Overall> {
        let started = self.started()?;
        let end = self.closed().map_or(now, |closed| if closed.ran < now.ran { closed } else { now });
        let mut planned = TimeDelta::zero();
        let mut due = TimeDelta::zero();
        let mut breaks = TimeDelta::zero();
        for item in self.items() {
            let clock = self.spent_on(item, now);
            if item.is_pause() {
                breaks += clock.spent;
                continue;
            }
            match item.stage {
                Stage::Ahead => planned += clock.planned,
                Stage::UnderWay => {
                    planned += clock.planned;
                    due += clock.spent.min(clock.planned);
                }
                Stage::Done => {
                    planned += clock.planned;
                    due += clock.planned;
                }
                Stage::Skipped { .. } => {}
            }
        }
        let spent = self.net(started, end) - breaks;
        Some(Overall { planned, spent, behind: spent - due })
    }

    fn spent_on(&self, item: &ItemState, now: Moment) -> Spent {
        let turns = item.turns.iter().map(|(from, to)| self.net(*from, to.unwrap_or(now)));
        Spent { planned: TimeDelta::minutes(i64::from(item.item.minutes)), spent: turns.sum() }
    }

    /// The time between two moments without breaks.
    pub(in crate::domain::meeting) fn net(&self, from: Moment, to: Moment) -> TimeDelta {
        let breaks = self.pauses().iter().map(|(begin, end)| {
            let (begin, end) = (begin.ran.max(from.ran), end.map_or(to.ran, |end| end.ran.min(to.ran)));
            end.saturating_sub(begin).max(0)
        });
        TimeDelta::milliseconds((to.ran - from.ran - breaks.sum::<i64>()).max(0))
    }
}
