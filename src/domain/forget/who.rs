//! Who is to be forgotten: the door, the names, the numbers a household was ever known by.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{
    HouseholdId, MeetingId,
    meeting::{Event, attendance::AttendanceEvent, course::CourseEvent, minutes::doors_in, roll::Voter},
    place::{self, Household, Roll},
    record::Body,
    survey::Door,
};

/// What stands in place of a name or a number that was taken out.
pub(super) const GONE: &str = "***";
/// Fewest letters or figures of a number that is looked for in texts: shorter ones are too many other things.
const LONG: usize = 5;

/// A household that is to be forgotten.
#[derive(Debug, Clone, Default)]
pub struct Forgotten {
    /// Its doors, as they ever stood on the roll.
    pub doors: Vec<Door>,
    /// The names of its people.
    names: BTreeSet<String>,
    /// Those of them that others have too: they are taken out only where the door says who is meant.
    shared: BTreeSet<String>,
    /// Phones and certificates.
    numbers: BTreeSet<String>,
    /// Whether another household of the roll has the same door, in another courtyard: then a door says who is meant only
    /// together with a name.
    ambiguous: bool,
    /// The keys its people had on the roll of a meeting, and what stands there instead.
    keys: BTreeMap<String, String>,
}

impl Forgotten {
    /// The household with this id, as it ever was on the roll.
    #[must_use]
    pub fn of(roll: &Roll, id: HouseholdId) -> Self {
        let mut forgotten = Self::default();
        for record in roll.household_records(id) {
            if let Body::Place(place::Event::Household { household, .. }) = &record.body {
                forgotten.add(household);
            }
        }
        let others: Vec<(HouseholdId, &Household)> = roll.households().filter(|(other, _)| *other != id).collect();
        let mut known: Vec<&str> = others.iter().flat_map(|(_, household)| people(household)).collect();
        known.extend(roll.members().map(|(_, member)| member.name.as_str()));
        forgotten.share(&known);
        forgotten.ambiguous = others.iter().any(|(_, household)| forgotten.is_door(&household.address.door));
        forgotten
    }

    fn add(&mut self, household: &Household) {
        if !self.doors.contains(&household.address.door) {
            self.doors.push(household.address.door.clone());
        }
        self.names.extend(people(household).map(str::to_owned).filter(|name| is_name(name)));
        let ids = household.owners.iter().map(|owner| owner.id.as_str());
        let phones = household.phone.split(['、', ',', '，', ';', '；', '/', ' ']);
        let long = |number: &&str| number.chars().filter(|c| c.is_alphanumeric()).count() >= LONG;
        self.numbers.extend(ids.chain(phones).map(str::trim).filter(long).map(str::to_owned));
    }

    /// Notes which names are also said of others: also as a part of theirs.
    fn share(&mut self, others: &[&str]) {
        let of_others = |name: &&String| others.iter().any(|other| other.contains(name.as_str()));
        let shared: Vec<String> = self.names.iter().filter(of_others).cloned().collect();
        self.shared.extend(shared);
    }

    /// The same as it is known at one meeting, by all its events: its people's keys on the roll of the meeting, and whoever
    /// was checked in from its door.
    #[must_use]
    pub fn at_meeting<'a>(&self, bodies: impl Iterator<Item = &'a Body> + Clone, meeting: MeetingId) -> Self {
        let mut here = self.clone();
        let events = bodies.filter_map(|body| match body {
            Body::Meeting { meeting: of, event } if *of == meeting => Some(event),
            _ => None,
        });
        let (mut others, mut taken): (Vec<String>, BTreeSet<String>) = (Vec::new(), BTreeSet::new());
        for event in events {
            let roll: &[Voter] = match event {
                Event::Opened(opening) => &opening.agenda.roll,
                Event::Course(CourseEvent::Enrolled { roll }) => roll,
                Event::Attendance(AttendanceEvent::Arrived { name, door, .. }) => {
                    if self.is_door(door) && (!self.ambiguous || self.names.contains(name)) {
                        here.names.extend(Some(name.clone()).filter(|name| is_name(name)));
                    } else {
                        others.push(name.clone());
                    }
                    continue;
                }
                _ => continue,
            };
            for voter in roll {
                taken.insert(voter.key.0.clone());
                let names = voter.co_owners.iter().chain([&voter.name]);
                if here.is_voter(voter) {
                    here.keys.entry(voter.key.0.clone()).or_default();
                    let names = names.flat_map(|name| name.split('、')).map(str::to_owned);
                    here.names.extend(names.filter(|name| is_name(name)));
                } else {
                    others.extend(names.cloned());
                }
            }
        }
        here.share(&others.iter().map(String::as_str).collect::<Vec<_>>());
        let mut number = 0;
        for stands in here.keys.values_mut() {
            *stands = loop {
                number += 1;
                let key = format!("forgotten-{number}");
                if taken.insert(key.clone()) {
                    break key;
                }
            };
        }
        here
    }

    /// Whether a door is one of the household's.
    #[must_use]
    pub fn is_door(&self, door: &Door) -> bool {
        let plain = |part: &str| part.trim().to_owned();
        let same = |own: &Door| {
            plain(&own.building) == plain(&door.building)
                && plain(&own.entrance) == plain(&door.entrance)
                && plain(&own.household) == plain(&door.household)
        };
        !door.household.trim().is_empty() && self.doors.iter().any(same)
    }

    /// Whether a voter is the household's, with all they own.
    fn is_voter(&self, voter: &Voter) -> bool {
        let named = || self.names.iter().any(|name| voter.name.split('、').any(|own| own == name));
        !voter.units.is_empty()
            && voter.units.iter().all(|unit| self.is_door(&unit.door()))
            && (!self.ambiguous || named())
    }

    /// Whether the JSON of a body may hold anything of the household: a quick look before it is read.
    #[must_use]
    pub fn may_be_in(&self, json: &str) -> bool {
        let household = |door: &Door| {
            let text = door.household.trim();
            !text.is_empty() && json.contains(text)
        };
        self.doors.iter().any(household) || self.names.iter().chain(&self.numbers).any(|word| json.contains(word))
    }

    /// Whether a text holds a name, number or door of the household that was not taken out of it.
    #[must_use]
    pub fn is_in(&self, text: &str) -> bool {
        self.names.iter().chain(&self.numbers).any(|word| text.contains(word.as_str()))
            || doors_in(text).iter().any(|found| self.is_written(&found.numbers))
    }

    /// A text without the household: its door however it is written, its numbers, and its names, those that others have too
    /// only where `meant` says that it is about the household.
    #[must_use]
    pub fn taken_out(&self, text: &str, meant: bool) -> String {
        let mut words = text.to_owned();
        if meant || !self.ambiguous {
            let chars: Vec<char> = text.chars().collect();
            let mut from = 0;
            words.clear();
            for found in doors_in(text).into_iter().filter(|found| self.is_written(&found.numbers)) {
                words.extend(chars.get(from..found.range.start).unwrap_or_default());
                words.push_str(GONE);
                from = found.range.end;
            }
            words.extend(chars.get(from..).unwrap_or_default());
        }
        let names = self.names.iter().filter(|name| meant || !self.shared.contains(*name));
        // The longer first: one may be a part of another.
        let mut found: Vec<&String> = names.chain(&self.numbers).filter(|word| words.contains(word.as_str())).collect();
        found.sort_by_key(|word| std::cmp::Reverse(word.len()));
        found.into_iter().fold(words, |words, word| words.replace(word.as_str(), GONE))
    }

    fn is_written(&self, numbers: &[String]) -> bool {
        self.doors.iter().any(|door| {
            let own = [&door.building, &door.entrance, &door.household].map(|part| part.trim());
            let parts: Vec<&str> = own.into_iter().filter(|part| !part.is_empty()).collect();
            let numbers: Vec<&str> = numbers.iter().map(String::as_str).collect();
            // An entrance is often left out.
            parts == numbers
                || own[0] == numbers.first().copied().unwrap_or_default() && numbers.len() == 2 && own[2] == numbers[1]
        })
    }

    /// The key that stands in place of one of its people's on the roll of the meeting.
    pub(super) fn key(&self, key: &str) -> Option<&str> {
        self.keys.get(key).map(String::as_str)
    }

    /// Whether a door in a record says for itself who is meant.
    pub(super) fn is_ambiguous(&self) -> bool {
        self.ambiguous
    }

    /// Whether a text is a name of the household's.
    pub(super) fn is_called(&self, text: &str) -> bool {
        text.split('、').any(|name| self.names.contains(name))
    }
}

/// Everybody named of a household.
fn people(household: &Household) -> impl Iterator<Item = &str> {
    let owners = household.owners.iter().map(|owner| owner.name.as_str());
    owners.chain(household.residents.iter().map(|resident| resident.name.as_str()))
}

/// Whether a name is long enough to be looked for in texts.
fn is_name(name: &str) -> bool {
    name.chars().count() > 1
}
