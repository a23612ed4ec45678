//! Holds the meetings of the demo one after the other, each from its opening to what happened before the next.

use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset, TimeDelta};

use super::{
    book::Book,
    crowd::{Household, Remarks, households},
    hall::Hall,
    told::{Held, Told},
};
use crate::{
    app::demo::{DemoFault, Story, build::Planned, chance::Chance},
    domain::{
        ActionId, Ids, MeetingId, RecordId, SeededIds,
        meeting::{
            Command, Event, Meeting, Opening,
            agenda::{Agenda, ItemKey, Notice, PersonKey},
            attendance::{AttendanceCommand, Capacity},
            course::CourseCommand,
            minutes::MinutesCommand,
            roll::{RawUnit, VoterKind, group},
        },
        record::Body,
        session::Session,
        survey::Door,
    },
    import::AgendaLibrary,
};

/// What came of the meetings, for what else the demo tells of.
pub(in crate::app::demo) struct Outcome {
    /// The meetings, in the order of their file.
    pub(in crate::app::demo) meetings: Vec<MeetingId>,
    /// The tasks, by what the file calls them.
    pub(in crate::app::demo) tasks: BTreeMap<String, ActionId>,
}

/// Holds all meetings, and plans their records and those of what was agreed.
pub(in crate::app::demo) fn hold(
    told: &Told,
    story: &Story,
    sessions: &[Session],
    planned: &mut Vec<Planned>,
    ids: &mut SeededIds,
) -> Result<Outcome, DemoFault> {
    let library = AgendaLibrary::shipped();
    let mut meetings = Vec::new();
    let mut chance = Chance::new(ids.seed());
    let all = households(story);
    let mut remarks = Remarks::of(story, &mut chance);
    let mut book = Book::new(planned, ids);
    for held in &told.held {
        let agenda = library.find(&held.agenda).and_then(|file| file.agenda());
        let agenda = agenda.ok_or_else(|| DemoFault::Story(held.agenda.clone()))?;
        let session =
            sessions.get(held.session).ok_or_else(|| DemoFault::Story(format!("session {}", held.session)))?;
        let starts = held.starts.map_or(session.starts, |local| story.moment(local));
        let meeting = open(held, agenda, session, starts - TimeDelta::minutes(40), &mut book);
        meetings.push(meeting.id);
        let coming = coming(held, session, &all, &mut chance);
        let now = starts - TimeDelta::minutes(18);
        let mut hall =
            Hall { told: held, session, meeting, book: &mut book, chance: &mut chance, there: Vec::new(), now };
        hall.sign_in(coming, starts, &told.unnamed)?;
        hall.items(&mut remarks, &all)?;
        hall.close(&told.remark)?;
        hall.after(story)?;
    }
    Ok(Outcome { meetings, tasks: book.tasks })
}

/// Sets a meeting up.
fn open(held: &Held, agenda: &Agenda, session: &Session, at: DateTime<FixedOffset>, book: &mut Book<'_>) -> Meeting {
    let units = held.roll.iter().map(|(owner, building, entrance, household)| RawUnit {
        owner: owner.clone(),
        building: building.clone(),
        entrance: entrance.clone(),
        household: household.clone(),
        kind: VoterKind::Resident,
        ..RawUnit::default()
    });
    let (roll, _) = group(units.collect(), agenda.settings.parking);
    let title = if held.title.is_empty() { &session.title } else { &held.title };
    let opening = Opening {
        session: session.id,
        title: title.clone(),
        place: held.place.clone(),
        chair: session.facilitator.clone(),
        note_taker: session.recorder.clone(),
        agenda: Agenda { kind: session.kind, roll, ..agenda.clone() },
        notice: held.notice.map(|on| Notice { on }),
    };
    let id = MeetingId(book.id(at));
    let body = Body::Meeting { meeting: id, event: Event::Opened(Box::new(opening.clone())) };
    book.plan(body, at, &session.recorder);
    Meeting::open(id, RecordId(uuid::Uuid::nil()), at, opening)
}

/// The households that come, as many as the session says. Where money is pledged, those who want to give come first.
fn coming(held: &Held, session: &Session, all: &[Household], chance: &mut Chance) -> Vec<Household> {
    let mut coming = chance.shuffled(all.to_vec());
    if held.money {
        coming.sort_by_key(|household| household.yuan.is_none());
    }
    let present = if held.roll.is_empty() { session.present } else { 0 };
    coming.truncate(usize::try_from(present).unwrap_or(0));
    // Who comes late is drawn anew, or only those who give nothing would.
    chance.shuffled(coming)
}

impl Hall<'_, '_> {
    /// People come; the meeting begins, and some come after that.
    fn sign_in(
        &mut self,
        coming: Vec<Household>,
        starts: DateTime<FixedOffset>,
        unnamed: &str,
    ) -> Result<(), DemoFault> {
        let proxies: BTreeMap<_, _> = self.told.proxies.iter().cloned().collect();
        let roll: Vec<_> = self.meeting.attendance.roll().iter().map(|v| (v.name.clone(), v.key.clone())).collect();
        for (name, voter) in &roll {
            if !proxies.contains_key(name) {
                self.ask(Command::Attendance(AttendanceCommand::CheckIn { voter: voter.clone() }))?;
                self.wait(5, 40);
            }
        }
        for (name, holder) in &proxies {
            let key = |name: &String| roll.iter().find(|(known, _)| known == name).map(|(_, key)| key.clone());
            let (Some(principal), Some(holder)) = (key(name), key(holder)) else {
                return Err(DemoFault::Story(name.clone()));
            };
            let holder = holder.person();
            self.ask(Command::Attendance(AttendanceCommand::GiveProxy { principal, holder, written: true }))?;
            self.wait(20, 40);
        }
        for (name, guest) in &self.told.guests {
            self.walk_in(name.clone(), Door::default(), guest.capacity())?;
        }
        let late = coming.len() / 12;
        let on_time = coming.len() - late;
        for (n, household) in coming.into_iter().enumerate() {
            if n == on_time {
                self.begin(starts)?;
            }
            let person = self.walk_in(household.name(unnamed), household.door.clone(), Capacity::Resident)?;
            self.there.push((person, household));
            self.wait(4, 25);
        }
        if late == 0 { self.begin(starts) } else { Ok(()) }
    }

    fn walk_in(&mut self, name: String, door: Door, capacity: Capacity) -> Result<PersonKey, DemoFault> {
        let person = PersonKey::new(self.id().to_string());
        let come = AttendanceCommand::WalkIn { person: person.clone(), name, door, capacity };
        self.ask(Command::Attendance(come))?;
        Ok(person)
    }

    fn begin(&mut self, starts: DateTime<FixedOffset>) -> Result<(), DemoFault> {
        self.now = self.now.max(starts);
        self.wait(20, 200);
        self.ask(Command::Course(CourseCommand::Start))
    }

    /// Goes through the items, leaving out those the file leaves out.
    fn items(&mut self, remarks: &mut Remarks, all: &[Household]) -> Result<(), DemoFault> {
        while let Some(item) = self.meeting.course.current().map(|state| state.item.clone()) {
            self.take(&item, remarks, all)?;
            while let Some(key) = self.meeting.course.next().map(|next| next.item.key.clone()) {
                let Some((_, reason)) = self.told.skip.iter().find(|(name, _)| *name == key.0) else { break };
                self.ask(Command::Course(CourseCommand::Skip { item: key, reason: reason.clone() }))?;
                self.wait(5, 15);
            }
            self.ask(Command::Course(CourseCommand::Next))?;
        }
        Ok(())
    }

    /// The meeting is closed, its minutes get their words and are final.
    fn close(&mut self, remark: &str) -> Result<(), DemoFault> {
        self.wait(30, 90);
        self.ask(Command::Course(CourseCommand::Close))?;
        self.wait(200, 400);
        let told = self.told;
        for (item, text) in &told.words {
            let item = Some(ItemKey::new(item.as_str()));
            self.ask(Command::Minutes(MinutesCommand::Word { item, text: text.clone() }))?;
            self.wait(30, 90);
        }
        self.ask(Command::Minutes(MinutesCommand::Word { item: None, text: remark.to_owned() }))?;
        if !told.next.is_empty() {
            self.ask(Command::Minutes(MinutesCommand::NameNext { text: told.next.clone() }))?;
        }
        self.wait(60, 300);
        self.finalise()?;
        if told.posted {
            self.wait(60, 120);
            let on = self.now.date_naive() + TimeDelta::days(1);
            let (until, objections) = (on + TimeDelta::days(7), self.session.recorder.clone());
            self.ask(Command::Minutes(MinutesCommand::Post { on, until, objections }))?;
        }
        Ok(())
    }
}
