//! Meetings being held: what the store has of them, folded once and kept in step.
//!
//! A command is decided, its events are committed, and only then taken in: what a screen shows was saved. A meeting is
//! folded when it is first asked for, and anew only when the store has got records of it from elsewhere.

use std::collections::HashMap;

use super::{Ctx, Level};
use crate::{
    domain::{
        MeetingId, RecordId, SessionId,
        matter::Matters,
        meeting::{Command, Event, Meeting, Opening, agenda::Agenda},
        record::{Body, Record},
    },
    locale::{
        date_time,
        meeting::{event_words, meeting_refusal},
    },
    store::{About, Store},
    tr,
};

/// A meeting being held.
#[derive(Debug)]
struct Holding {
    meeting: Meeting,
    /// Its records, in the order they count.
    records: Vec<Record>,
    /// Where the log stood when nothing of the meeting was missing here.
    position: u64,
    /// Retractions that can be taken back themselves, the latest last.
    undone: Vec<Vec<RecordId>>,
}

/// What was asked for since the program began.
#[derive(Debug, Default)]
pub struct Holdings {
    meetings: HashMap<MeetingId, Holding>,
}

impl Holding {
    fn read(records: Vec<Record>, position: u64) -> Option<Self> {
        let meeting = Meeting::fold(&records)?;
        Some(Self { meeting, records, position, undone: Vec::new() })
    }

    /// The record of an event; those asked for are near the end.
    fn record(&self, id: RecordId) -> Option<&Record> {
        self.records.iter().rfind(|record| record.id == id)
    }

    /// The records of the newest command that still counts, oldest first; none when only the opening is left.
    fn newest(&self) -> Vec<&Record> {
        let mut found: Vec<&Record> = Vec::new();
        for id in self.meeting.trail.iter().skip(1).rev() {
            let Some(record) = self.record(*id) else { break };
            if found.last().is_some_and(|after| !after.goes_with(record)) {
                break;
            }
            found.push(record);
        }
        found.reverse();
        found
    }

    /// What the first of these records says happened.
    fn words(&self, ctx: &Ctx, records: &[RecordId]) -> String {
        let event = records.first().and_then(|id| self.record(*id)).map(|record| &record.body);
        match event {
            Some(Body::Meeting { event, .. }) => event_words(&ctx.locale, &self.meeting, event),
            _ => String::new(),
        }
    }

    /// The records that these retractions took back, oldest first.
    fn taken_back(&self, retractions: &[RecordId]) -> Vec<RecordId> {
        let target = |id: &RecordId| match self.record(*id)?.body {
            Body::Retracted { record } => Some(record),
            _ => None,
        };
        retractions.iter().rev().filter_map(target).collect()
    }
}

impl Ctx {
    /// A meeting, read when it is first asked for or when the store has got records of it from elsewhere; a notice says
    /// when there is none. Screens ask so when they open and refresh, then draw what [`Ctx::meeting`] gives.
    pub fn hold(&mut self, id: MeetingId) -> Option<&Meeting> {
        let known = self.holdings.meetings.get(&id).map(|holding| holding.position);
        let stale = match known {
            Some(position) => self.read(|store| store.has_newer(About::Meeting(id), position))?,
            None => true,
        };
        if stale {
            let (records, position) = self.read(|store| store.records_about(About::Meeting(id)))?;
            if let Some(holding) = Holding::read(records, position) {
                self.holdings.meetings.insert(id, holding);
            } else {
                self.holdings.meetings.remove(&id);
                self.notice(Level::Warning, |l| tr!(l, "meeting-gone"));
            }
        }
        self.meeting(id)
    }

    /// A meeting as it was last held; nothing before [`Ctx::hold`].
    #[must_use]
    pub fn meeting(&self, id: MeetingId) -> Option<&Meeting> {
        self.holdings.meetings.get(&id).map(|holding| &holding.meeting)
    }

    /// What a meeting by this agenda, at this session, begins with; the session's chair and note-taker, its building as
    /// the place. Nothing when there is no such session.
    pub fn opening(&mut self, agenda: &Agenda, session: SessionId) -> Option<Opening> {
        let found = self.read(|store| store.session(session))?;
        let Some(row) = found else {
            self.notice(Level::Warning, |l| tr!(l, "meeting-no-session"));
            return None;
        };
        let session = row.session;
        Some(Opening {
            session: session.id,
            title: session.title,
            place: session.building,
            chair: session.facilitator,
            note_taker: session.recorder,
            // What is held is of the session's kind, whatever else the agenda could be used for.
            agenda: Agenda { kind: session.kind, ..agenda.clone() },
            notice: None,
        })
    }

    /// Sets a meeting up. Nothing when that could not be saved; a notice says why.
    pub fn open_meeting(&mut self, opening: Opening) -> Option<MeetingId> {
        let id = MeetingId(self.new_id());
        let event = Event::Opened(Box::new(opening));
        let links = self.links_after(id, std::slice::from_ref(&event));
        let bodies = std::iter::once(Body::Meeting { meeting: id, event }).chain(links).collect();
        self.write(|store, stamp| store.append_events(bodies, stamp))?;
        self.hold(id).map(|_| id)
    }

    /// Asks something of a meeting. Whether it was done and saved; a notice says why not.
    pub fn ask(&mut self, id: MeetingId, command: Command) -> bool {
        let Some(meeting) = self.hold(id) else { return false };
        let events = match meeting.decide(command) {
            Ok(events) => events,
            Err(refusal) => {
                self.notice(Level::Warning, |l| meeting_refusal(l, &refusal));
                return false;
            }
        };
        if events.is_empty() {
            return true;
        }
        let links = self.links_after(id, &events);
        let bodies = events.into_iter().map(|event| Body::Meeting { meeting: id, event }).chain(links).collect();
        let Some(mut made) = self.write(|store, stamp| store.append_events(bodies, stamp)) else { return false };
        self.take_links_in(id, &mut made);
        let position = self.read(Store::position);
        let Some(holding) = self.holdings.meetings.get_mut(&id) else { return true };
        let set_back = holding.meeting.timeline.set_back.len();
        for record in made {
            if let Body::Meeting { event, .. } = &record.body {
                holding.meeting.apply(record.id, record.at, event);
            }
            holding.records.push(record);
        }
        holding.undone.clear();
        holding.position = position.unwrap_or(holding.position);
        if let Some((before, now)) = holding.meeting.timeline.set_back.get(set_back) {
            let (before, now) = (date_time(*before), date_time(*now));
            self.notice(Level::Warning, |l| tr!(l, "meeting-clock-set-back", before = before, now = now));
        }
        true
    }

    /// Takes back what was done last at a meeting: all events of the newest command that still counts. Says what that was,
    /// in a notice too.
    pub fn undo_meeting(&mut self, id: MeetingId) -> Option<String> {
        self.hold(id)?;
        let holding = self.holdings.meetings.get(&id)?;
        let newest: Vec<Record> = holding.newest().into_iter().cloned().collect();
        if newest.is_empty() {
            self.notice(Level::Info, |l| tr!(l, "meeting-nothing-to-undo"));
            return None;
        }
        let links = self.links_with(&newest);
        let targets: Vec<RecordId> = newest.iter().chain(&links).map(|record| record.id).collect();
        let what = self.holdings.meetings.get(&id)?.words(self, &targets);
        let made = self.take_back(id, &targets)?;
        self.holdings.meetings.get_mut(&id)?.undone.push(made);
        let said = what.clone();
        self.notice(Level::Done, |l| tr!(l, "meeting-undone", what = said));
        Some(what)
    }

    /// Does again what was taken back last, while nothing else was done since. Says what that was, in a notice too.
    pub fn redo_meeting(&mut self, id: MeetingId) -> Option<String> {
        self.hold(id)?;
        let Some(targets) = self.holdings.meetings.get_mut(&id)?.undone.pop() else {
            self.notice(Level::Info, |l| tr!(l, "meeting-nothing-to-redo"));
            return None;
        };
        if self.take_back(id, &targets).is_none() {
            // It can still be done again when the disk is better.
            self.holdings.meetings.get_mut(&id)?.undone.push(targets);
            return None;
        }
        let holding = self.holdings.meetings.get(&id)?;
        let what = holding.words(self, &holding.taken_back(&targets));
        let said = what.clone();
        self.notice(Level::Done, |l| tr!(l, "meeting-redone", what = said));
        Some(what)
    }

    /// Takes what was recorded of matters together with a meeting's records in where it belongs; leaves the meeting's.
    fn take_links_in(&mut self, id: MeetingId, made: &mut Vec<Record>) {
        let entity = id.to_string();
        let links: Vec<Record> = made.extract_if(.., |record| record.entity != entity).collect();
        if !links.is_empty() {
            self.take_in::<Matters>(links);
        }
    }

    /// Retracts records of a meeting together. Gives the retractions.
    fn take_back(&mut self, id: MeetingId, targets: &[RecordId]) -> Option<Vec<RecordId>> {
        let mut made = self.write(|store, stamp| store.retract_all(targets, stamp))?;
        let ids = made.iter().map(|record| record.id).collect();
        self.take_links_in(id, &mut made);
        let position = self.read(Store::position)?;
        let holding = self.holdings.meetings.get_mut(&id)?;
        holding.records.extend(made);
        holding.position = position;
        holding.meeting = Meeting::fold(&holding.records)?;
        Some(ids)
    }
}
