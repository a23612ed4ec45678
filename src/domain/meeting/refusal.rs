//! Why a meeting does not do what it was asked. The sentences are made in `locale/meeting`.

use super::{
    attendance::AttendanceRefusal, course::CourseRefusal, floor::FloorRefusal, minutes::MinutesRefusal,
    motion::MotionRefusal,
};

/// Why a command was refused. Nothing has changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The meeting is closed: only the minutes can still be worked on.
    Closed,
    /// The minutes are final: a correction is a new version of them.
    Final,
    /// Who is there.
    Attendance(AttendanceRefusal),
    /// The agenda.
    Course(CourseRefusal),
    /// The floor.
    Floor(FloorRefusal),
    /// A motion.
    Motion(MotionRefusal),
    /// The minutes.
    Minutes(MinutesRefusal),
}
