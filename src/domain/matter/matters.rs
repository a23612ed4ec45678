//! All matters, concerns and codes, as the fold of their records.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::{
    About, Code, Coding, Command, Concern, Event, Link, Matter, MatterRefusal, SuggestionKey,
    things::{AtMeetings, Links, Name},
};
use crate::domain::{
    MatterId, MeetingId,
    record::{Body, Record, Register, Shelf, order},
};

/// Matters, the concerns they are sorted under, and what suggestions were coded as.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Matters {
    concerns: Shelf<Concern>,
    all: Shelf<Matter>,
    links: Shelf<Links>,
    at_meetings: AtMeetings,
    codings: Shelf<Coding>,
    /// The suggestions whose code that counts names a matter, before matters are merged.
    coded: HashMap<MatterId, Vec<SuggestionKey>>,
    /// What merged matters count for now; not those that count for themselves.
    standing: HashMap<MatterId, MatterId>,
    /// The matters that count for another, of those that any do.
    members: BTreeMap<MatterId, Vec<MatterId>>,
    /// Retractions that came before what they are about.
    early: Vec<Record>,
}

impl Register for Matters {
    const KIND: &'static str = "matter";
    type Command = Command;
    type Refusal = MatterRefusal;

    fn fold(records: Vec<Record>) -> Self {
        let (concerns, others) = Shelf::fold(records);
        let (all, others) = Shelf::fold(others);
        let (links, others) = Shelf::fold(others);
        let (codings, others) = Shelf::<Coding>::fold(others);
        let mut coded: HashMap<MatterId, Vec<SuggestionKey>> = HashMap::new();
        for (key, coding) in codings.iter() {
            for matter in &distinct(named(Some(coding))) {
                coded.entry(*matter).or_default().push(key.clone());
            }
        }
        let mut at_meetings = AtMeetings::default();
        for (name, found) in links.iter() {
            at_meetings.follow(name, None, Some(found));
        }
        let mut matters = Self { concerns, all, links, at_meetings, codings, coded, ..Self::default() };
        for record in others {
            matters.wait(record);
        }
        matters.stand();
        matters
    }

    fn apply(&mut self, record: Record) {
        if !self.take_in(&record) {
            self.wait(record);
        } else if matches!(record.body, Body::Matter(_)) {
            while let Some(at) = self.early.iter().position(|early| early.entity == record.entity) {
                let early = self.early.remove(at);
                self.take_in(&early);
            }
        }
    }

    fn decide(&self, command: Command) -> Result<Vec<Body>, MatterRefusal> {
        let Command::All(events) = command;
        let mut raised = Vec::new();
        let mut bodies = Vec::with_capacity(events.len());
        for event in events {
            if self.check(&event, &raised)? {
                if let Event::Raised { matter, .. } = &event {
                    raised.push(*matter);
                }
                bodies.push(Body::Matter(event));
            }
        }
        Ok(bodies)
    }
}

impl Matters {
    /// Takes a record in where it belongs; whether it belongs anywhere yet.
    fn take_in(&mut self, record: &Record) -> bool {
        if let Some((key, before)) = self.codings.apply(record) {
            for matter in named(before.as_ref()) {
                if let Some(keys) = self.coded.get_mut(matter) {
                    if let Ok(place) = keys.binary_search(&key) {
                        keys.remove(place);
                    }
                    if keys.is_empty() {
                        self.coded.remove(matter);
                    }
                }
            }
            for matter in &distinct(named(self.codings.get(&key))) {
                let keys = self.coded.entry(*matter).or_default();
                let place = keys.partition_point(|known| *known < key);
                keys.insert(place, key.clone());
            }
        } else if let Some((id, before)) = self.all.apply(record) {
            let after = self.matter(id);
            if before.is_some() != after.is_some() || before.and_then(|b| b.merged) != after.and_then(|a| a.merged) {
                self.stand();
            }
        } else if let Some((name, before)) = self.links.apply(record) {
            self.at_meetings.follow(&name, before.as_ref(), self.links.get(&name));
        } else {
            return self.concerns.apply(record).is_some();
        }
        true
    }

    /// Keeps a retraction until what it is about has come.
    fn wait(&mut self, record: Record) {
        if matches!(record.body, Body::Retracted { .. } | Body::Erased { .. })
            && let Err(place) = self.early.binary_search_by(|known| order(known, &record))
        {
            self.early.insert(place, record);
        }
    }

    /// A matter by its id, also one that was merged into another.
    #[must_use]
    pub fn matter(&self, id: MatterId) -> Option<&Matter> {
        self.all.get(&id)
    }

    /// All matters that count for themselves, not those merged into others, the oldest first.
    pub fn matters(&self) -> impl Iterator<Item = (MatterId, &Matter)> {
        self.all.iter().filter(|(id, _)| !self.standing.contains_key(id)).map(|(id, matter)| (*id, matter))
    }

    /// The matter that a matter counts for now: the one it was merged into, by way of others too.
    #[must_use]
    pub fn stands_for(&self, id: MatterId) -> MatterId {
        self.standing.get(&id).copied().unwrap_or(id)
    }

    /// A matter and those that count for it now, the matter itself first.
    pub fn members(&self, id: MatterId) -> impl Iterator<Item = MatterId> {
        std::iter::once(id).chain(self.members.get(&id).into_iter().flatten().copied())
    }

    /// Finds out again what counts for what; the work is that of the merged matters.
    fn stand(&mut self) {
        let merged = |id: MatterId| self.matter(id)?.merged.filter(|into| self.matter(*into).is_some());
        let mut standing = HashMap::new();
        for (id, _) in self.all.iter() {
            let mut seen = vec![*id];
            let mut at = *id;
            while let Some(next) = merged(at) {
                // Two laptops may have merged two matters into each other: then the oldest of them stands.
                if let Some(circle) = seen.iter().position(|known| *known == next) {
                    at = seen[circle..].iter().copied().min().unwrap_or(at);
                    break;
                }
                seen.push(next);
                at = next;
            }
            if at != *id {
                standing.insert(*id, at);
            }
        }
        let mut members: BTreeMap<MatterId, Vec<MatterId>> = BTreeMap::new();
        for (id, _) in self.all.iter() {
            if let Some(into) = standing.get(id) {
                members.entry(*into).or_default().push(*id);
            }
        }
        (self.standing, self.members) = (standing, members);
    }

    /// All concerns, in the order of their names.
    pub fn concerns(&self) -> impl Iterator<Item = &Concern> {
        self.concerns.iter().map(|(_, concern)| concern)
    }

    /// What a suggestion was coded as; nothing while nobody has.
    #[must_use]
    pub fn coding(&self, suggestion: &SuggestionKey) -> Option<&Coding> {
        self.codings.get(suggestion)
    }

    /// All suggestions that were coded, in the order of their keys.
    pub fn codings(&self) -> impl Iterator<Item = (&SuggestionKey, &Coding)> {
        self.codings.iter()
    }

    /// The suggestions coded to a matter, not those of matters that were merged into it.
    #[must_use]
    pub fn coded_to(&self, matter: MatterId) -> &[SuggestionKey] {
        self.coded.get(&matter).map(Vec::as_slice).unwrap_or_default()
    }

    /// Where a matter came up, not where those did that were merged into it; in the order it was said.
    #[must_use]
    pub fn links(&self, matter: MatterId) -> &[Link] {
        self.links.get(&Name::of_links(matter)).map_or(&[], |links| &links.0)
    }

    /// The matters that came up at a meeting, each as what it counts for now, in the order of their ids. The work is that of
    /// this meeting.
    #[must_use]
    pub fn at_meeting(&self, meeting: MeetingId) -> BTreeSet<MatterId> {
        let standing = self.at_meetings.at(meeting).map(|id| self.stands_for(id));
        standing.filter(|id| self.matter(*id).is_some()).collect()
    }

    /// The meetings that matters came up at, each once.
    pub fn meetings(&self) -> impl Iterator<Item = MeetingId> {
        let some = |matters: &BTreeSet<MatterId>| matters.iter().any(|id| self.matter(*id).is_some());
        self.at_meetings.all().filter(move |(_, matters)| some(matters)).map(|(meeting, _)| meeting)
    }

    /// The records that link matters or take a link away and were made in one go right after this one, in their order. A pass
    /// over all links.
    #[must_use]
    pub fn linked_after<'a>(&'a self, record: &'a Record) -> Vec<&'a Record> {
        let mut all: Vec<&Record> = self.links.iter().flat_map(|(name, _)| self.links.history(name)).collect();
        all.sort_unstable_by(|a, b| order(a, b));
        let mut found: Vec<&Record> = Vec::new();
        for link in all {
            if link.goes_with(found.last().unwrap_or(&record)) {
                found.push(link);
            }
        }
        found
    }

    /// The suggestions a matter came from: those coded to it or to a matter that counts for it, in the order of their keys.
    #[must_use]
    pub fn suggestions(&self, matter: MatterId) -> Vec<&SuggestionKey> {
        let mut keys: Vec<&SuggestionKey> = self.members(matter).flat_map(|member| self.coded_to(member)).collect();
        // Those of one matter are in order.
        if self.members.contains_key(&matter) {
            keys.sort_unstable();
            keys.dedup();
        }
        keys
    }

    /// Everywhere a matter came up, it or one that counts for it.
    #[must_use]
    pub fn all_links(&self, matter: MatterId) -> Vec<&Link> {
        let mut found: Vec<&Link> = Vec::new();
        for link in self.members(matter).flat_map(|member| self.links(member)) {
            if !found.contains(&link) {
                found.push(link);
            }
        }
        found
    }

    /// The matters that the code of a suggestion comes to now, each once, the foremost first; those that are gone left out.
    #[must_use]
    pub fn matters_of(&self, code: &Code) -> Vec<MatterId> {
        let mut found = Vec::new();
        for id in code.matters.iter().map(|id| self.stands_for(*id)) {
            if self.matter(id).is_some() && !found.contains(&id) {
                found.push(id);
            }
        }
        found
    }

    /// What splits a matter: a new one, and the suggestions that go to it instead. Those chosen that are not its own stay
    /// as they are.
    #[must_use]
    pub fn split(&self, from: MatterId, matter: MatterId, about: About, chosen: &[SuggestionKey]) -> Command {
        let mut events = vec![Event::Raised { matter, about, split_from: Some(from) }];
        for suggestion in chosen {
            let Some(code) = self.coding(suggestion).and_then(|coding| coding.code.as_ref()) else { continue };
            let mut code = code.clone();
            let mut moved = false;
            for id in &mut code.matters {
                if self.stands_for(*id) == from {
                    *id = matter;
                    moved = true;
                }
            }
            code.matters = distinct(&code.matters);
            if moved {
                events.push(Event::Coded { suggestion: suggestion.clone(), code, blind: false });
            }
        }
        Command::All(events)
    }

    /// The records that count of a matter, oldest first: its history.
    #[must_use]
    pub fn history(&self, matter: MatterId) -> Vec<&Record> {
        self.all.history(&matter)
    }
}

fn named(coding: Option<&Coding>) -> &[MatterId] {
    let code: Option<&Code> = coding.and_then(|coding| coding.code.as_ref());
    code.map(|code| code.matters.as_slice()).unwrap_or_default()
}

fn distinct(ids: &[MatterId]) -> Vec<MatterId> {
    let mut found = Vec::new();
    for id in ids {
        if !found.contains(id) {
            found.push(*id);
        }
    }
    found
}
