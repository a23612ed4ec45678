//! One meeting while the demo holds it: its clock, its people, and every command asked as on screen.

use chrono::{DateTime, FixedOffset, TimeDelta};

use super::{book::Book, crowd::Household, told::Held};
use crate::{
    app::demo::{DemoFault, chance::Chance},
    domain::{
        RecordId,
        meeting::{
            Command, Event, Meeting,
            agenda::{ItemKey, MotionKey, PersonKey},
            attendance::Capacity,
            floor::Speaker,
            ledger::{self, Origin},
            minutes::{Minutes, MinutesCommand},
        },
        record::Body,
        session::Session,
    },
};

/// One meeting being held.
pub(super) struct Hall<'a, 'b> {
    pub(super) told: &'a Held,
    pub(super) session: &'a Session,
    pub(super) meeting: Meeting,
    pub(super) book: &'a mut Book<'b>,
    pub(super) chance: &'a mut Chance,
    /// Residents who are there, with their keys; empty where a roll is called.
    pub(super) there: Vec<(PersonKey, Household)>,
    pub(super) now: DateTime<FixedOffset>,
}

impl Hall<'_, '_> {
    /// Asks something of the meeting, and plans what happens.
    pub(super) fn ask(&mut self, command: Command) -> Result<(), DemoFault> {
        let events = self
            .meeting
            .decide(command)
            .map_err(|refused| DemoFault::Story(format!("{} {} {refused:?}", self.meeting.opening.title, self.now)))?;
        for event in events {
            self.plan(event);
        }
        Ok(())
    }

    /// Plans an event and takes it in.
    fn plan(&mut self, event: Event) {
        // Only undo looks at the records of events.
        self.meeting.apply(RecordId(uuid::Uuid::nil()), self.now, &event);
        let body = Body::Meeting { meeting: self.meeting.id, event };
        self.book.plan(body, self.now, &self.session.recorder);
    }

    /// Asks something of the ledger.
    pub(super) fn book(&mut self, command: impl Into<ledger::Command>) -> Result<(), DemoFault> {
        self.book.ask(command.into(), self.now, &self.session.recorder)
    }

    /// Between so many seconds pass.
    pub(super) fn wait(&mut self, least: usize, most: usize) {
        let seconds = least + self.chance.below(most.saturating_sub(least) + 1);
        self.now += TimeDelta::seconds(i64::try_from(seconds).unwrap_or(0));
    }

    /// A fresh id of now.
    pub(super) fn id(&mut self) -> uuid::Uuid {
        self.book.id(self.now)
    }

    /// Where something comes up.
    pub(super) fn origin(&self, item: &ItemKey, motion: Option<MotionKey>) -> Origin {
        Origin { meeting: self.meeting.id, item: item.clone(), motion }
    }

    /// Everybody who lives here and is there, in drawn order.
    pub(super) fn speakers(&mut self) -> Vec<Speaker> {
        let at_home = |capacity| matches!(capacity, Capacity::Entitled | Capacity::Resident);
        let there = self.meeting.attendance.people().filter(|person| person.there() && at_home(person.capacity));
        let people = there.map(|person| Speaker {
            person: Some(person.key.clone()),
            name: person.name.clone(),
            building: person.door.building.clone(),
        });
        let people: Vec<_> = people.collect();
        self.chance.shuffled(people)
    }

    /// Makes the minutes final as they stand.
    pub(super) fn finalise(&mut self) -> Result<(), DemoFault> {
        let minutes = Box::new(Minutes::of(&self.meeting, &self.book.ledger, Some(self.session)));
        self.ask(Command::Minutes(MinutesCommand::Finalise { minutes }))
    }
}
