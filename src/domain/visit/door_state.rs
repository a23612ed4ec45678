//! Where a door stands in a round: the sum of the attempts at it.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime, TimeDelta};

use super::{Attempt, Disposition};
use crate::domain::ResponseId;

/// Where a door stands. A door is in exactly one of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Stage {
    /// 未走访
    #[default]
    NotVisited,
    /// 已走访
    Done {
        /// The response that was filled, when one was.
        response: Option<ResponseId>,
    },
    /// 拒绝
    Refused,
    /// 搬走了
    Moved,
    /// 不安全
    Unsafe,
    /// 改天再来
    ComeBack {
        /// When, as agreed.
        at: DateTime<FixedOffset>,
    },
    /// 没人在家
    NobodyHome,
}

/// The columns of a coverage, in the order they are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cell {
    /// 已走访
    Done,
    /// 拒绝
    Refused,
    /// 搬走了
    Moved,
    /// 不安全
    Unsafe,
    /// 改天再来
    ComeBack,
    /// 没人在家
    NobodyHome,
    /// 未走访
    NotVisited,
}

impl Cell {
    /// All columns, in the order they are shown.
    pub const ALL: [Self; 7] =
        [Self::Done, Self::Refused, Self::Moved, Self::Unsafe, Self::ComeBack, Self::NobodyHome, Self::NotVisited];

    /// Whether somebody still has to go there.
    #[must_use]
    pub fn is_open(self) -> bool {
        matches!(self, Self::ComeBack | Self::NobodyHome | Self::NotVisited)
    }
}

impl Stage {
    /// The column it is counted in.
    #[must_use]
    pub fn cell(self) -> Cell {
        match self {
            Self::NotVisited => Cell::NotVisited,
            Self::Done { .. } => Cell::Done,
            Self::Refused => Cell::Refused,
            Self::Moved => Cell::Moved,
            Self::Unsafe => Cell::Unsafe,
            Self::ComeBack { .. } => Cell::ComeBack,
            Self::NobodyHome => Cell::NobodyHome,
        }
    }

    /// Whether somebody still has to go there.
    #[must_use]
    pub fn is_open(self) -> bool {
        self.cell().is_open()
    }
}

impl From<Disposition> for Stage {
    fn from(disposition: Disposition) -> Self {
        match disposition {
            Disposition::Done { response } => Self::Done { response },
            Disposition::NobodyHome => Self::NobodyHome,
            Disposition::Refused => Self::Refused,
            Disposition::ComeBack { at } => Self::ComeBack { at },
            Disposition::Moved => Self::Moved,
            Disposition::Unsafe => Self::Unsafe,
            Disposition::ResponseDeleted { .. } => Self::NotVisited,
        }
    }
}

/// Whether an agreement names a day and no time: midnight is written for it.
#[must_use]
pub fn is_whole_day(at: DateTime<FixedOffset>) -> bool {
    at.time() == NaiveTime::MIN
}

/// When an agreed time has passed; one without a time with its day.
fn agreed_until(at: DateTime<FixedOffset>) -> DateTime<FixedOffset> {
    if is_whole_day(at) { at + TimeDelta::days(1) } else { at }
}

/// What is late at a moment in a round with a last day.
#[derive(Debug, Clone, Copy)]
pub(super) struct Lateness {
    now: DateTime<FixedOffset>,
    /// Whether the last day is over.
    over: bool,
}

impl Lateness {
    pub(super) fn of(until: Option<NaiveDate>, now: DateTime<FixedOffset>) -> Self {
        Self { now, over: until.is_some_and(|until| until < now.date_naive()) }
    }

    pub(super) fn is(self, state: &DoorState) -> bool {
        let agreed = matches!(state.stage, Stage::ComeBack { at } if agreed_until(at) < self.now);
        state.stage.is_open() && (agreed || self.over)
    }
}

/// What the attempts at a door in a round add up to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct DoorState {
    /// Where it stands: done once it was done, else what came of the last attempt.
    pub stage: Stage,
    /// How often somebody went.
    pub tries: u32,
    /// When somebody went last.
    pub last: Option<DateTime<FixedOffset>>,
}

impl DoorState {
    /// What these attempts, oldest first, add up to.
    pub fn of<'a>(attempts: impl IntoIterator<Item = &'a Attempt>) -> Self {
        let mut state = Self::default();
        for attempt in attempts {
            state.tries += 1;
            state.last = Some(attempt.at);
            // Somebody went, and nothing of it counts: the door stands as it did before.
            if matches!(attempt.disposition, Disposition::ResponseDeleted { .. }) {
                continue;
            }
            let done = matches!(state.stage, Stage::Done { .. });
            if !done || matches!(attempt.disposition, Disposition::Done { .. }) {
                state.stage = attempt.disposition.into();
            }
        }
        state
    }

    /// Whether it is late: still open when the round's last day is over, or when the agreed time has passed.
    #[must_use]
    pub fn is_overdue(&self, until: Option<NaiveDate>, now: DateTime<FixedOffset>) -> bool {
        Lateness::of(until, now).is(self)
    }

    /// Whether somebody went on this day.
    #[must_use]
    pub fn was_tried_on(&self, day: NaiveDate) -> bool {
        self.last.is_some_and(|last| last.date_naive() == day)
    }
}
