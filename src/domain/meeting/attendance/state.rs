//! Who is there, kept so that presence costs nothing to read.

use std::{
    collections::{BTreeMap, HashMap},
    sync::{Arc, OnceLock},
};

use serde::{Deserialize, Serialize};

use super::{AttendanceEvent, Capacity};
use crate::domain::{
    meeting::{
        Moment,
        agenda::{Agenda, PersonKey, Settings, VoterKey},
        roll::Voter,
        rule::Weight,
    },
    survey::Door,
};

/// Who is there.
#[derive(Debug, Clone, PartialEq)]
pub struct Attendance {
    roll: Arc<[Voter]>,
    /// A voter's place on the roll.
    places: Arc<HashMap<VoterKey, usize>>,
    /// What each voter weighs, in roll order.
    weights: Arc<[Weight]>,
    entitled: Weight,
    limit: u32,
    staff_proxies: bool,
    people: BTreeMap<PersonKey, Person>,
    /// In the order they first came.
    order: Vec<PersonKey>,
    proxies: BTreeMap<VoterKey, PersonKey>,
    excused: BTreeMap<VoterKey, String>,
    /// Voters whose co-owners disagree, or who have named their voice.
    voices: BTreeMap<VoterKey, Option<String>>,
    counted: Option<u32>,
    presence: Once,
}

/// Somebody who came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Their key.
    pub key: PersonKey,
    /// Name.
    pub name: String,
    /// Their door, where it is known.
    pub door: Door,
    /// As what.
    pub capacity: Capacity,
    /// When they came and left, in turns; the last is open while they are there.
    pub stays: Vec<(Moment, Option<Moment>)>,
}

impl Person {
    /// Whether they are there now.
    #[must_use]
    pub fn there(&self) -> bool {
        self.stays.last().is_some_and(|(_, left)| left.is_none())
    }
}

/// One voice that counts: a voter there themselves, or spoken for by a present proxy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Voice {
    /// Whose.
    pub voter: VoterKey,
    /// Who speaks, when not the voter.
    pub proxy: Option<PersonKey>,
}

/// Who was there when a vote opened; kept with the vote.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Presence {
    /// Voices that count, in roll order; empty where there is no roll.
    pub voices: Vec<Voice>,
    /// What they weigh; where there is no roll, the heads there.
    pub weight: Weight,
    /// How many of them are there by proxy.
    pub by_proxy: u32,
}

/// Presence as read since the last change: clocks draw it every second, while folding a log never asks for it. It follows
/// from the rest, so it makes no two attendances differ.
#[derive(Debug, Clone, Default)]
struct Once(OnceLock<Presence>);

impl PartialEq for Once {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Attendance {
    /// Nobody is there yet.
    #[must_use]
    pub fn new(agenda: &Agenda) -> Self {
        let Settings { max_principals, staff_proxies, parking, .. } = agenda.settings;
        let roll: Arc<[Voter]> = agenda.roll.clone().into();
        let weights: Arc<[Weight]> = roll.iter().map(|voter| voter.weight(parking)).collect();
        Self {
            places: Arc::new(roll.iter().enumerate().map(|(i, voter)| (voter.key.clone(), i)).collect()),
            entitled: weights.iter().fold(Weight::default(), |sum, weight| sum.plus(*weight)),
            weights,
            roll,
            limit: max_principals,
            staff_proxies,
            people: BTreeMap::new(),
            order: Vec::new(),
            proxies: BTreeMap::new(),
            excused: BTreeMap::new(),
            voices: BTreeMap::new(),
            counted: None,
            presence: Once::default(),
        }
    }

    /// The roll, in the order of the file.
    #[must_use]
    pub fn roll(&self) -> &[Voter] {
        &self.roll
    }

    /// A voter of the roll.
    #[must_use]
    pub fn voter(&self, key: &VoterKey) -> Option<&Voter> {
        self.places.get(key).map(|at| &self.roll[*at])
    }

    /// A voter's place on the roll.
    #[must_use]
    pub fn place(&self, key: &VoterKey) -> Option<usize> {
        self.places.get(key).copied()
    }

    /// What a voter weighs; nothing for one not on the roll.
    #[must_use]
    pub fn weight(&self, key: &VoterKey) -> Weight {
        self.places.get(key).map_or_else(Weight::default, |at| self.weights[*at])
    }

    /// 应到: what the whole roll weighs; nothing where there is no roll.
    #[must_use]
    pub fn entitled(&self) -> Weight {
        self.entitled
    }

    /// Whether anybody ever came, or was counted.
    #[must_use]
    pub fn anybody_came(&self) -> bool {
        !self.people.is_empty() || self.counted.is_some()
    }

    /// The attendance by another roll: proxies, excuses and voices of those who stand on both stay.
    pub(in crate::domain::meeting) fn enrolled(&self, agenda: &Agenda) -> Self {
        let mut new = Self::new(agenda);
        let on = |key: &VoterKey| new.places.contains_key(key);
        // A holder need not be on the roll, but one who no longer is must come as somebody else first.
        let holds = |holder: &PersonKey| self.roll.iter().all(|v| v.key.person() != *holder || on(&v.key));
        let proxies = self.proxies.iter().filter(|(key, holder)| on(key) && holds(holder));
        let proxies = proxies.map(|(key, holder)| (key.clone(), holder.clone())).collect();
        let excused = self.excused.iter().filter(|(key, _)| on(key)).map(|(k, v)| (k.clone(), v.clone())).collect();
        let voices = self.voices.iter().filter(|(key, _)| on(key)).map(|(k, v)| (k.clone(), v.clone())).collect();
        (new.proxies, new.excused, new.voices) = (proxies, excused, voices);
        new
    }

    /// Voters on the roll whose area nobody wrote down: so many.
    #[must_use]
    pub fn without_area(&self) -> u64 {
        self.weights.iter().filter(|weight| weight.area == 0).count() as u64
    }

    /// Everybody who ever came, in the order they first did.
    pub fn people(&self) -> impl Iterator<Item = &Person> {
        self.order.iter().filter_map(|key| self.people.get(key))
    }

    /// Somebody who came.
    #[must_use]
    pub fn person(&self, key: &PersonKey) -> Option<&Person> {
        self.people.get(key)
    }

    /// Whether somebody is there now.
    #[must_use]
    pub fn is_there(&self, key: &PersonKey) -> bool {
        self.people.get(key).is_some_and(Person::there)
    }

    /// Who holds whose proxy.
    pub fn proxies(&self) -> impl Iterator<Item = (&VoterKey, &PersonKey)> {
        self.proxies.iter()
    }

    /// Who holds a voter's proxy, there or not.
    #[must_use]
    pub fn holder(&self, principal: &VoterKey) -> Option<&PersonKey> {
        self.proxies.get(principal)
    }

    /// How many proxies somebody holds.
    #[must_use]
    pub fn principals(&self, holder: &PersonKey) -> usize {
        self.proxies.values().filter(|of| *of == holder).count()
    }

    /// Why a voter is absent, where a reason was given.
    pub fn excused(&self) -> impl Iterator<Item = (&VoterKey, &str)> {
        self.excused.iter().map(|(voter, reason)| (voter, reason.as_str()))
    }

    /// Whether a voter's co-owners disagree, so that the unit does not take part.
    #[must_use]
    pub fn is_disputed(&self, voter: &VoterKey) -> bool {
        self.voices.get(voter).is_some_and(Option::is_none)
    }

    /// Who speaks for co-owners, where they named somebody.
    #[must_use]
    pub fn voice_of(&self, voter: &VoterKey) -> Option<&str> {
        self.voices.get(voter)?.as_deref()
    }

    /// How many are there in all, where nobody checks in by name.
    #[must_use]
    pub fn counted(&self) -> Option<u32> {
        self.counted
    }

    /// 实到 and 委托: the voices that count now. A proxy counts only while its holder is there and its principal is not.
    #[must_use]
    pub fn presence(&self) -> &Presence {
        self.presence.0.get_or_init(|| self.take_presence())
    }

    fn take_presence(&self) -> Presence {
        if self.roll.is_empty() {
            let heads = |capacity| self.people.values().filter(|p| p.there() && p.capacity == capacity).count() as u64;
            let there = heads(Capacity::Resident) + heads(Capacity::Entitled);
            let weight = Weight::counted(self.counted.map_or(there, u64::from).max(there));
            return Presence { voices: Vec::new(), weight, by_proxy: 0 };
        }
        let mut presence = Presence::default();
        for (voter, weight) in self.roll.iter().zip(&*self.weights) {
            if self.is_disputed(&voter.key) {
                continue;
            }
            let proxy = if self.is_there(&voter.key.person()) {
                None
            } else {
                match self.proxies.get(&voter.key).filter(|holder| self.is_there(holder)) {
                    Some(holder) => Some(holder.clone()),
                    None => continue,
                }
            };
            presence.by_proxy += u32::from(proxy.is_some());
            presence.weight = presence.weight.plus(*weight);
            presence.voices.push(Voice { voter: voter.key.clone(), proxy });
        }
        presence
    }

    /// How many proxies one may hold.
    pub(super) fn limit(&self) -> u32 {
        self.limit
    }

    /// Whether property staff may hold proxies.
    pub(super) fn staff_proxies(&self) -> bool {
        self.staff_proxies
    }

    /// Takes in what happened.
    pub(in crate::domain::meeting) fn apply(&mut self, event: &AttendanceEvent, now: Moment) {
        match event {
            AttendanceEvent::Arrived { person, name, door, capacity } => {
                let known = self.people.entry(person.clone()).or_insert_with(|| {
                    self.order.push(person.clone());
                    Person {
                        key: person.clone(),
                        name: String::new(),
                        door: Door::default(),
                        capacity: *capacity,
                        stays: Vec::new(),
                    }
                });
                name.clone_into(&mut known.name);
                known.door = door.clone();
                known.capacity = *capacity;
                if !known.there() {
                    known.stays.push((now, None));
                }
            }
            AttendanceEvent::Left { person } => {
                if let Some((_, left @ None)) = self.people.get_mut(person).and_then(|p| p.stays.last_mut()) {
                    *left = Some(now);
                }
            }
            AttendanceEvent::Counted { present } => self.counted = Some(*present),
            AttendanceEvent::ProxyGiven { principal, holder } => {
                self.proxies.insert(principal.clone(), holder.clone());
            }
            AttendanceEvent::ProxyEnded { principal } => {
                self.proxies.remove(principal);
            }
            AttendanceEvent::Excused { voter, reason } if reason.is_empty() => {
                self.excused.remove(voter);
            }
            AttendanceEvent::Excused { voter, reason } => {
                self.excused.insert(voter.clone(), reason.clone());
            }
            AttendanceEvent::VoiceDisputed { voter } => {
                self.voices.insert(voter.clone(), None);
            }
            AttendanceEvent::VoiceNamed { voter, name } => {
                self.voices.insert(voter.clone(), Some(name.clone()));
            }
        }
        self.presence = Once::default();
    }
}
