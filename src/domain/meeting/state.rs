//! A meeting as its events make it.

use chrono::{DateTime, FixedOffset};

use super::{
    Command, Event, Moment, Opening, Refusal, Timeline,
    attendance::Attendance,
    course::{Course, CourseCommand, CourseEvent},
    floor::Floor,
    minutes::Drafting,
    motion::Motions,
    roll::Voter,
};
use crate::domain::{
    MeetingId, RecordId,
    record::{Body, Record, effective},
};

/// A meeting: the fold of its events.
#[derive(Debug, Clone, PartialEq)]
pub struct Meeting {
    /// Its id.
    pub id: MeetingId,
    /// What it was set up with.
    pub opening: Opening,
    /// Its clock.
    pub timeline: Timeline,
    /// Who is there.
    pub attendance: Attendance,
    /// Where it stands on its agenda.
    pub course: Course,
    /// Who speaks, who waits, what was said.
    pub floor: Floor,
    /// Motions, votes, results.
    pub motions: Motions,
    /// Minutes: words of their own, versions.
    pub minutes: Drafting,
    /// The records of its events, oldest first: what undo takes back from the end.
    pub trail: Vec<RecordId>,
}

impl Meeting {
    /// A meeting just set up.
    #[must_use]
    pub fn open(id: MeetingId, record: RecordId, at: DateTime<FixedOffset>, opening: Opening) -> Self {
        Self {
            id,
            timeline: Timeline::new(at),
            attendance: Attendance::new(&opening.agenda),
            course: Course::new(&opening.agenda, opening.notice),
            floor: Floor::new(&opening.agenda),
            motions: Motions::new(&opening.agenda),
            minutes: Drafting::default(),
            opening,
            trail: vec![record],
        }
    }

    /// Folds the records of one meeting, in any order. Nothing when its opening does not count any more.
    ///
    /// An event that makes no sense any more, because one it rests on was taken back, does nothing.
    #[must_use]
    pub fn fold(records: &[Record]) -> Option<Self> {
        let mut meeting: Option<Self> = None;
        for record in effective(records) {
            let Body::Meeting { meeting: id, event } = &record.body else { continue };
            match (&mut meeting, event) {
                (None, Event::Opened(opening)) => {
                    meeting = Some(Self::open(*id, record.id, record.at, (**opening).clone()));
                }
                (Some(meeting), event) => meeting.apply(record.id, record.at, event),
                (None, _) => {}
            }
        }
        meeting
    }

    /// The moment of a time on the laptop's clock, for clocks on screen.
    #[must_use]
    pub fn moment(&self, now: DateTime<FixedOffset>) -> Moment {
        self.timeline.moment(now)
    }

    /// What happens when this is asked for, to be recorded and then applied.
    ///
    /// # Errors
    /// A [`Refusal`] when a rule forbids it; nothing changes then.
    pub fn decide(&self, command: Command) -> Result<Vec<Event>, Refusal> {
        match command {
            Command::Minutes(command) => {
                let events = Drafting::decide(self, command)?;
                Ok(events.into_iter().map(Event::Minutes).collect())
            }
            // What is final says how it went: going on with the meeting is a correction too.
            Command::Course(ref command)
                if self.minutes.is_final() && !matches!(command, CourseCommand::Concern { .. }) =>
            {
                Err(Refusal::Final)
            }
            Command::Course(command) => {
                let events = self.course.decide(self, command)?;
                Ok(events.into_iter().map(Event::Course).collect())
            }
            _ if self.course.closed().is_some() => Err(Refusal::Closed),
            Command::Attendance(command) => {
                let events = self.attendance.decide(command)?;
                Ok(events.into_iter().map(Event::Attendance).collect())
            }
            Command::Floor(command) => {
                let events = self.floor.decide(self, command)?;
                Ok(events.into_iter().map(Event::Floor).collect())
            }
            Command::Motion(command) => {
                let events = self.motions.decide(self, command)?;
                Ok(events.into_iter().map(Event::Motion).collect())
            }
        }
    }

    /// Puts another roll in place of the one before, as long as nobody can have acted by that one.
    fn enrol(&mut self, roll: &[Voter]) {
        if self.course.started().is_none() && !self.attendance.anybody_came() {
            roll.clone_into(&mut self.opening.agenda.roll);
            self.attendance = self.attendance.enrolled(&self.opening.agenda);
        }
    }

    /// Takes in what happened. An event that makes no sense here does nothing.
    pub fn apply(&mut self, record: RecordId, at: DateTime<FixedOffset>, event: &Event) {
        let now = self.timeline.pass(at);
        self.trail.push(record);
        match event {
            Event::Opened(_) => {}
            Event::Attendance(event) => self.attendance.apply(event, now),
            Event::Course(CourseEvent::Named { title, place }) if self.course.started().is_none() => {
                (self.opening.title, self.opening.place) = (title.clone(), place.clone());
            }
            Event::Course(CourseEvent::Enrolled { roll }) => self.enrol(roll),
            Event::Course(event) => {
                self.course.apply(event, now);
                self.floor.follow(&self.course, now);
            }
            Event::Floor(event) => self.floor.apply(event, now),
            Event::Motion(event) => self.motions.apply(event, &self.attendance, now),
            Event::Minutes(event) => self.minutes.apply(event, now),
        }
    }
}
