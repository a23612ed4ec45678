//! What can happen at a meeting. One event is one record of the log.

use serde::{Deserialize, Serialize};

use super::{
    agenda::{Agenda, Notice},
    attendance::AttendanceEvent,
    course::CourseEvent,
    floor::FloorEvent,
    minutes::MinutesEvent,
    motion::MotionEvent,
};
use crate::domain::SessionId;

/// Something that happened at a meeting.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// It was set up. The first event of every meeting.
    Opened(Box<Opening>),
    /// Somebody came, left, gave a proxy.
    Attendance(AttendanceEvent),
    /// The agenda went on.
    Course(CourseEvent),
    /// Somebody spoke.
    Floor(FloorEvent),
    /// A motion was moved, voted on, decided.
    Motion(MotionEvent),
    /// The minutes got words, were finalised.
    Minutes(MinutesEvent),
}

/// What a meeting is set up with.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Opening {
    /// The session it is.
    pub session: SessionId,
    /// What people call it.
    pub title: String,
    /// Where it is held.
    pub place: String,
    /// 主持人
    pub chair: String,
    /// 记录人
    pub note_taker: String,
    /// The agenda with its rules and roll, whole, so that the meeting can always be read.
    pub agenda: Agenda,
    /// When notice was given, if it was.
    pub notice: Option<Notice>,
}

impl Event {
    /// Whether it can name a person, or hold what a person said: such an event can be erased.
    #[must_use]
    pub fn is_about_a_person(&self) -> bool {
        match self {
            Self::Attendance(event) => !matches!(event, AttendanceEvent::Counted { .. }),
            Self::Course(event) => matches!(
                event,
                CourseEvent::Skipped { .. }
                    | CourseEvent::Inserted { .. }
                    | CourseEvent::Reopened { .. }
                    | CourseEvent::Presiding { .. }
                    | CourseEvent::Named { .. }
                    | CourseEvent::Enrolled { .. }
            ),
            Self::Floor(event) => matches!(
                event,
                FloorEvent::Queued { .. }
                    | FloorEvent::Raised { .. }
                    | FloorEvent::Reworded { .. }
                    | FloorEvent::Noted { .. }
            ),
            Self::Motion(event) => !matches!(
                event,
                MotionEvent::Counted { .. }
                    | MotionEvent::BoxCounted { .. }
                    | MotionEvent::Dotted { .. }
                    | MotionEvent::Clear { .. }
                    | MotionEvent::Closed { .. }
            ),
            Self::Opened(_) | Self::Minutes(_) => true,
        }
    }
}
