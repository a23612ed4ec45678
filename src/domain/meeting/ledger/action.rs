//! 分工: what somebody was asked to do, until it is closed out.

use chrono::{DateTime, FixedOffset, NaiveDate};

use super::trail::{Complete, Thing, written};
use super::{ActionEvent, Blank, Kept, LedgerRefusal, Mark, Origin, Task, Trace};

/// An action.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Action {
    /// Who does what by when.
    pub task: Task,
    /// Where it was agreed.
    pub origin: Option<Origin>,
    /// Where it stands.
    pub state: ActionState,
    /// The record that assigned it.
    pub opened: Mark,
    /// All its events, oldest first.
    pub trail: Vec<Trace<ActionEvent>>,
}

/// Where an action stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ActionState {
    /// 待办
    Open,
    /// 已办, not yet checked.
    Done(Said),
    /// 已销号: done, and somebody looked.
    Checked {
        /// The word that it is done.
        done: Said,
        /// The word of who looked.
        checked: Said,
    },
    /// 不办了
    Dropped {
        /// Why.
        reason: String,
        /// The record that says so.
        mark: Mark,
    },
}

/// Somebody's word that something is so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// Who did it, or looked.
    pub by: String,
    /// What is worth knowing; may be empty.
    pub note: String,
    /// The record that says so.
    pub mark: Mark,
}

impl Action {
    /// Whether nothing is left to do: checked, or dropped. One that is done still has to be looked at.
    #[must_use]
    pub fn is_closed(&self) -> bool {
        matches!(self.state, ActionState::Checked { .. } | ActionState::Dropped { .. })
    }

    /// How many days it is overdue on this day; 0 when it is not, or done.
    #[must_use]
    pub fn days_overdue(&self, today: NaiveDate) -> i64 {
        match (&self.state, self.task.due) {
            (ActionState::Open, Some(due)) => (today - due).num_days().max(0),
            _ => 0,
        }
    }

    /// Whether it was assigned before this moment and not closed then: what a meeting that began then follows up.
    #[must_use]
    pub fn was_open(&self, at: DateTime<FixedOffset>) -> bool {
        let before = self.trail.iter().filter(|trace| trace.counts && trace.mark.at < at);
        before.fold(false, |open, trace| match trace.event {
            ActionEvent::Assigned { .. } | ActionEvent::Reopened { .. } => true,
            ActionEvent::Checked { .. } | ActionEvent::Dropped { .. } => false,
            ActionEvent::Changed { .. } | ActionEvent::Done { .. } => open,
        })
    }

    /// Its place among open actions: what is to be done by its day, the undated, what waits to be checked.
    pub(super) fn urgency(&self) -> (bool, bool, Option<NaiveDate>, u64) {
        let waits = !matches!(self.state, ActionState::Open);
        (waits, self.task.due.is_none(), self.task.due, self.opened.hlc)
    }
}

impl Thing for Action {
    type Event = ActionEvent;
    const KEPT: Kept = Kept::Action;

    fn begun(event: &ActionEvent, mark: &Mark) -> Option<Self> {
        let ActionEvent::Assigned { task, origin } = event else { return None };
        Some(Self {
            task: task.clone(),
            origin: origin.clone(),
            state: ActionState::Open,
            opened: mark.clone(),
            trail: Vec::new(),
        })
    }

    fn check(&self, event: &ActionEvent) -> Result<(), LedgerRefusal> {
        match (event, &self.state) {
            (ActionEvent::Assigned { .. }, _) => Err(LedgerRefusal::Exists(Kept::Action)),
            (ActionEvent::Checked { .. }, ActionState::Done(_)) => Ok(()),
            (ActionEvent::Checked { .. }, ActionState::Checked { .. }) => Err(LedgerRefusal::ActionChecked),
            (ActionEvent::Checked { .. }, _) => Err(LedgerRefusal::ActionNotDone),
            (ActionEvent::Reopened { .. }, ActionState::Open) => Err(LedgerRefusal::ActionOpen),
            (ActionEvent::Reopened { .. }, _) | (_, ActionState::Open) => Ok(()),
            _ => Err(LedgerRefusal::ActionNotOpen),
        }
    }

    fn change(&mut self, event: &ActionEvent, mark: &Mark) {
        let said = |by: &String, note: &String| Said { by: by.clone(), note: note.clone(), mark: mark.clone() };
        match event {
            ActionEvent::Assigned { .. } => {}
            ActionEvent::Changed { task } => self.task = task.clone(),
            ActionEvent::Done { by, note } => self.state = ActionState::Done(said(by, note)),
            ActionEvent::Checked { by, note } => {
                if let ActionState::Done(done) = &self.state {
                    self.state = ActionState::Checked { done: done.clone(), checked: said(by, note) };
                }
            }
            ActionEvent::Reopened { .. } => self.state = ActionState::Open,
            ActionEvent::Dropped { reason } => {
                self.state = ActionState::Dropped { reason: reason.clone(), mark: mark.clone() };
            }
        }
    }

    fn trail(&mut self) -> &mut Vec<Trace<ActionEvent>> {
        &mut self.trail
    }
}

impl Complete for ActionEvent {
    fn complete(&self) -> Result<(), LedgerRefusal> {
        match self {
            Self::Assigned { task, .. } | Self::Changed { task } => {
                written(&task.what, Blank::What)?;
                written(&task.who, Blank::Who)
            }
            Self::Done { by, .. } | Self::Checked { by, .. } => written(by, Blank::By),
            Self::Reopened { reason } | Self::Dropped { reason } => written(reason, Blank::Reason),
        }
    }
}
