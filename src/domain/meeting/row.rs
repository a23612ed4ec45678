//! A meeting as lists show it: the fold of the few events that set it up, begin, pause and end it and make its minutes
//! final.
//!
//! It is kept apart from [`Meeting`](super::Meeting) so that the store can bring its row up to date from one event,
//! however many the meeting has.

use chrono::{DateTime, FixedOffset};

use super::{Event, Opening, course::CourseEvent, minutes::MinutesEvent};
use crate::domain::{
    MeetingId, RecordId, SessionId,
    record::{Body, Record, effective},
    session::SessionKind,
};

/// How far a meeting has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum MeetingStage {
    /// Set up, not yet begun.
    SetUp,
    /// Under way.
    UnderWay,
    /// Under way, in a break.
    Paused,
    /// Closed; the minutes can still be worked on.
    Closed,
    /// Its minutes are final.
    Final,
}

/// A meeting as lists show it.
#[derive(Debug, Clone, PartialEq)]
pub struct MeetingRow {
    /// Its id.
    pub id: MeetingId,
    /// The session it is.
    pub session: SessionId,
    /// Of which kind its session is; where the session is not known, the kind the meeting was set up as.
    pub kind: SessionKind,
    /// Its agenda's id.
    pub agenda: String,
    /// Its agenda's version.
    pub version: String,
    /// What people call it.
    pub title: String,
    /// Where it is held.
    pub place: String,
    /// 主持人
    pub chair: String,
    /// 记录人
    pub note_taker: String,
    /// When it was set up.
    pub opened: DateTime<FixedOffset>,
    /// When it began.
    pub started: Option<DateTime<FixedOffset>>,
    /// Whether there is a break.
    pub paused: bool,
    /// When it was closed.
    pub closed: Option<DateTime<FixedOffset>>,
    /// The newest final version of its minutes.
    pub minutes: Option<u32>,
    /// Whether that version is being corrected.
    pub correcting: bool,
    /// The record that made it so.
    pub decided: RecordId,
}

impl MeetingRow {
    /// A meeting just set up.
    #[must_use]
    pub fn open(id: MeetingId, record: RecordId, at: DateTime<FixedOffset>, opening: &Opening) -> Self {
        Self {
            id,
            session: opening.session,
            kind: opening.agenda.kind,
            agenda: opening.agenda.id.clone(),
            version: opening.agenda.version.clone(),
            title: opening.title.clone(),
            place: opening.place.clone(),
            chair: opening.chair.clone(),
            note_taker: opening.note_taker.clone(),
            opened: at,
            started: None,
            paused: false,
            closed: None,
            minutes: None,
            correcting: false,
            decided: record,
        }
    }

    /// Folds the records of one meeting, in any order. Nothing when its opening does not count any more.
    #[must_use]
    pub fn fold(records: &[Record]) -> Option<Self> {
        let mut row: Option<Self> = None;
        for record in effective(records) {
            let Body::Meeting { meeting, event } = &record.body else { continue };
            match (&mut row, event) {
                (None, Event::Opened(opening)) => row = Some(Self::open(*meeting, record.id, record.at, opening)),
                (Some(row), event) => row.apply(record.id, record.at, event),
                (None, _) => {}
            }
        }
        row
    }

    /// Whether an event can change such a row.
    #[must_use]
    pub fn heeds(event: &Event) -> bool {
        match event {
            Event::Opened(_) => true,
            Event::Course(event) => matches!(
                event,
                CourseEvent::Started
                    | CourseEvent::Paused
                    | CourseEvent::Resumed
                    | CourseEvent::Closed
                    | CourseEvent::Reopened { .. }
                    | CourseEvent::Presiding { .. }
                    | CourseEvent::Named { .. }
            ),
            Event::Minutes(event) => {
                matches!(event, MinutesEvent::Finalised { .. } | MinutesEvent::Correcting { .. })
            }
            Event::Attendance(_) | Event::Floor(_) | Event::Motion(_) => false,
        }
    }

    /// Takes in what happened.
    pub fn apply(&mut self, record: RecordId, at: DateTime<FixedOffset>, event: &Event) {
        match event {
            Event::Course(CourseEvent::Started) if self.started.is_none() => self.started = Some(at),
            Event::Course(CourseEvent::Paused) if !self.paused => self.paused = true,
            Event::Course(CourseEvent::Resumed) if self.paused => self.paused = false,
            Event::Course(CourseEvent::Closed) => (self.paused, self.closed) = (false, Some(at)),
            Event::Course(CourseEvent::Reopened { .. }) if self.closed.is_some() => {
                (self.paused, self.closed) = (false, None);
            }
            Event::Course(CourseEvent::Named { title, place }) if self.started.is_none() => {
                (self.title, self.place) = (title.clone(), place.clone());
            }
            Event::Course(CourseEvent::Presiding { chair, note_taker }) => {
                self.chair.clone_from(chair);
                self.note_taker.clone_from(note_taker);
            }
            Event::Minutes(MinutesEvent::Finalised { version, .. }) => {
                (self.minutes, self.correcting) = (Some(*version), false);
            }
            Event::Minutes(MinutesEvent::Correcting { .. }) if self.minutes.is_some() => self.correcting = true,
            _ => return,
        }
        self.decided = record;
    }

    /// How far it has come.
    #[must_use]
    pub fn stage(&self) -> MeetingStage {
        match self {
            Self { minutes: Some(_), correcting: false, .. } => MeetingStage::Final,
            Self { closed: Some(_), .. } => MeetingStage::Closed,
            Self { paused: true, .. } => MeetingStage::Paused,
            Self { started: Some(_), .. } => MeetingStage::UnderWay,
            _ => MeetingStage::SetUp,
        }
    }
}
