//! What can be asked of a meeting.

use super::{
    attendance::AttendanceCommand, course::CourseCommand, floor::FloorCommand, minutes::MinutesCommand,
    motion::MotionCommand,
};

/// Something a person asks for. Ids of new things are handed in.
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    /// Of who is there.
    Attendance(AttendanceCommand),
    /// Of the agenda.
    Course(CourseCommand),
    /// Of the floor.
    Floor(FloorCommand),
    /// Of a motion.
    Motion(MotionCommand),
    /// Of the minutes.
    Minutes(MinutesCommand),
}
