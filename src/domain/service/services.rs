//! All services and duties, as the fold of their records.

use std::{convert::Infallible, str::FromStr};

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use super::{Command, Event, ServiceRefusal};
use crate::domain::{
    DutyId, ResponseId, ServiceId,
    place::Place,
    record::{Body, Record, Register, Shelf, Thing},
};

/// One service given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Service {
    /// The request it answers, a response; nothing for what nobody asked for.
    pub request: Option<ResponseId>,
    /// The offer it comes from, a response.
    pub offer: Option<ResponseId>,
    /// The team, such as the warm-heart team; empty for none.
    pub team: String,
    /// Who gave it.
    pub by: Vec<String>,
    /// For whom; may be empty. Personal.
    pub for_whom: String,
    /// What was done.
    pub what: String,
    /// On which day.
    pub day: NaiveDate,
    /// How long each of them took, in minutes.
    pub minutes: u32,
}

/// A duty of upkeep.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Duty {
    /// What is to be done.
    pub what: String,
    /// Where.
    pub place: Place,
    /// Who does it.
    pub who: String,
    /// Every how many days, at least 1.
    pub every: u32,
    /// From when on.
    pub from: NaiveDate,
}

/// A duty was done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DutyDone {
    /// On which day.
    pub day: NaiveDate,
    /// By whom.
    pub by: String,
    /// What is worth knowing; may be empty.
    pub note: String,
}

/// A duty and how it was kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// What is to be done.
    pub duty: Duty,
    /// When it was done, in the order it was recorded.
    pub done: Vec<DutyDone>,
    /// From when it is one no more, and why.
    pub ended: Option<(NaiveDate, String)>,
}

impl Kept {
    /// When it is to be done next: an interval after it was done last, or when it begins. Nothing once it ended.
    #[must_use]
    pub fn due(&self) -> Option<NaiveDate> {
        if self.ended.is_some() {
            return None;
        }
        match self.done.iter().map(|done| done.day).max() {
            Some(last) => last.checked_add_days(Days::new(self.duty.every.into())),
            None => Some(self.duty.from),
        }
    }
}

/// A match's entity in the log, `match:` and the request.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct MatchKey(String);

impl FromStr for MatchKey {
    type Err = Infallible;

    fn from_str(s: &str) -> Result<Self, Infallible> {
        Ok(Self(s.to_owned()))
    }
}

/// The offer a request was matched to.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Match(ResponseId, ResponseId);

impl Thing for Match {
    type Key = MatchKey;

    fn is_told_by(body: &Body) -> bool {
        matches!(body, Body::Service(Event::Matched { .. }))
    }

    fn take(before: Option<Self>, record: &Record) -> Option<Self> {
        match &record.body {
            Body::Service(Event::Matched { request, offer }) => offer.map(|offer| Self(*request, offer)),
            _ => before,
        }
    }
}

impl Thing for Service {
    type Key = ServiceId;

    fn is_told_by(body: &Body) -> bool {
        matches!(body, Body::Service(Event::Given { .. }))
    }

    fn take(before: Option<Self>, record: &Record) -> Option<Self> {
        match &record.body {
            Body::Service(Event::Given { given, .. }) => Some(given.clone()),
            _ => before,
        }
    }
}

impl Thing for Kept {
    type Key = DutyId;

    fn is_told_by(body: &Body) -> bool {
        matches!(body, Body::Service(Event::Duty { .. } | Event::DutyDone { .. } | Event::DutyEnded { .. }))
    }

    fn take(before: Option<Self>, record: &Record) -> Option<Self> {
        let Body::Service(event) = &record.body else { return before };
        match event {
            Event::Duty { duty, .. } => {
                let done = before.map(|kept| kept.done).unwrap_or_default();
                Some(Self { duty: duty.clone(), done, ended: None })
            }
            Event::DutyDone { done, .. } => before.map(|mut kept| {
                kept.done.push(done.clone());
                kept
            }),
            Event::DutyEnded { day, reason, .. } => {
                before.map(|kept| Self { ended: Some((*day, reason.clone())), ..kept })
            }
            Event::Matched { .. } | Event::Given { .. } => before,
        }
    }
}

/// Services given, requests matched, duties kept.
#[derive(Debug, Clone, PartialEq, Default)]
#[allow(clippy::struct_field_names, reason = "services are one of the three things kept")]
pub struct Services {
    matches: Shelf<Match>,
    services: Shelf<Service>,
    duties: Shelf<Kept>,
}

impl Register for Services {
    const KIND: &'static str = "service";
    type Command = Command;
    type Refusal = ServiceRefusal;

    fn fold(records: Vec<Record>) -> Self {
        let (matches, others) = Shelf::fold(records);
        let (services, others) = Shelf::fold(others);
        let (duties, _) = Shelf::fold(others);
        Self { matches, services, duties }
    }

    fn apply(&mut self, record: Record) {
        if self.matches.apply(&record).is_none() && self.services.apply(&record).is_none() {
            self.duties.apply(&record);
        }
    }

    fn decide(&self, command: Command) -> Result<Vec<Body>, ServiceRefusal> {
        let Command::Event(event) = command;
        let named = |text: &str| if text.trim().is_empty() { Err(ServiceRefusal::Nameless) } else { Ok(()) };
        let known = |id: &DutyId| self.duty(*id).filter(|kept| kept.ended.is_none()).ok_or(ServiceRefusal::Unknown);
        match &event {
            Event::Matched { request, offer } => {
                if self.offer_for(*request) == *offer {
                    return Ok(Vec::new());
                }
            }
            Event::Given { given, .. } => {
                named(&given.what)?;
                named(&given.by.concat())?;
            }
            Event::Duty { id, duty } => {
                named(&duty.what)?;
                named(&duty.who)?;
                if duty.every == 0 {
                    return Err(ServiceRefusal::NoInterval);
                }
                if self.duty(*id).is_some_and(|kept| kept.duty == *duty && kept.ended.is_none()) {
                    return Ok(Vec::new());
                }
            }
            Event::DutyDone { id, done } => {
                known(id)?;
                named(&done.by)?;
            }
            Event::DutyEnded { id, reason, .. } => {
                known(id)?;
                if reason.trim().is_empty() {
                    return Err(ServiceRefusal::NoReason);
                }
            }
        }
        Ok(vec![Body::Service(event)])
    }
}

impl Services {
    /// The offer a request was matched to.
    #[must_use]
    pub fn offer_for(&self, request: ResponseId) -> Option<ResponseId> {
        let key = MatchKey(format!("match:{request}"));
        self.matches.get(&key).map(|Match(_, offer)| *offer)
    }

    /// All that were given, the oldest first.
    pub fn given(&self) -> impl Iterator<Item = (ServiceId, &Service)> {
        self.services.iter().map(|(id, service)| (*id, service))
    }

    /// A duty by its id.
    #[must_use]
    pub fn duty(&self, id: DutyId) -> Option<&Kept> {
        self.duties.get(&id)
    }

    /// All duties, also those that ended, the oldest first.
    pub fn duties(&self) -> impl Iterator<Item = (DutyId, &Kept)> {
        self.duties.iter().map(|(id, kept)| (*id, kept))
    }
}
