//! What of the log makes a matter, a concern, its links and the code of a suggestion.

use std::{
    collections::{BTreeMap, BTreeSet},
    convert::Infallible,
    str::FromStr,
};

use super::{Coding, Concern, Event, Link, Matter, SuggestionKey};
use crate::domain::{
    MatterId, MeetingId,
    record::{Body, Record, Thing},
};

/// What a thing is called in the log when it has no id of its own: `concern:facade`, `links:` and a matter.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Name(pub(super) String);

impl FromStr for Name {
    type Err = Infallible;

    fn from_str(s: &str) -> Result<Self, Infallible> {
        Ok(Self(s.to_owned()))
    }
}

impl Name {
    /// What stands before a matter.
    const LINKS: &'static str = "links:";

    /// That of the links of a matter.
    pub(super) fn of_links(matter: MatterId) -> Self {
        Self(format!("{}{matter}", Self::LINKS))
    }

    /// The matter whose links are called so.
    fn linked(&self) -> Option<MatterId> {
        self.0.strip_prefix(Self::LINKS)?.parse().ok()
    }
}

/// Where a matter came up.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Links(pub(super) Vec<Link>);

/// The matters linked to each meeting, as their links say: those merged into others too.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct AtMeetings(BTreeMap<MeetingId, BTreeSet<MatterId>>);

impl AtMeetings {
    /// Takes over what the links of a matter are now, and were before.
    pub(super) fn follow(&mut self, name: &Name, before: Option<&Links>, after: Option<&Links>) {
        let Some(matter) = name.linked() else { return };
        let meetings = |links: Option<&Links>| -> BTreeSet<MeetingId> {
            links.into_iter().flat_map(|links| &links.0).filter_map(Link::meeting).collect()
        };
        let (before, after) = (meetings(before), meetings(after));
        for meeting in before.difference(&after) {
            if let Some(matters) = self.0.get_mut(meeting) {
                matters.remove(&matter);
                if matters.is_empty() {
                    self.0.remove(meeting);
                }
            }
        }
        for meeting in after {
            self.0.entry(meeting).or_default().insert(matter);
        }
    }

    /// The matters linked to a meeting.
    pub(super) fn at(&self, meeting: MeetingId) -> impl Iterator<Item = MatterId> {
        self.0.get(&meeting).into_iter().flatten().copied()
    }

    /// Each meeting with the matters linked to it.
    pub(super) fn all(&self) -> impl Iterator<Item = (MeetingId, &BTreeSet<MatterId>)> {
        self.0.iter().map(|(meeting, matters)| (*meeting, matters))
    }
}

impl Thing for Links {
    type Key = Name;

    fn is_told_by(body: &Body) -> bool {
        matches!(body, Body::Matter(Event::Linked { .. } | Event::Unlinked { .. }))
    }

    fn take(before: Option<Self>, record: &Record) -> Option<Self> {
        let mut links = before.unwrap_or_default();
        match &record.body {
            Body::Matter(Event::Linked { link, .. }) if !links.0.contains(link) => links.0.push(link.clone()),
            Body::Matter(Event::Unlinked { link, .. }) => links.0.retain(|known| known != link),
            _ => {}
        }
        Some(links)
    }
}

impl Thing for Concern {
    type Key = Name;

    fn is_told_by(body: &Body) -> bool {
        matches!(body, Body::Matter(Event::Concern(_)))
    }

    fn take(before: Option<Self>, record: &Record) -> Option<Self> {
        match &record.body {
            Body::Matter(Event::Concern(concern)) => Some(concern.clone()),
            _ => before,
        }
    }
}

impl Thing for Matter {
    type Key = MatterId;

    fn is_told_by(body: &Body) -> bool {
        matches!(
            body,
            Body::Matter(Event::Raised { .. } | Event::Changed { .. } | Event::Put { .. } | Event::Merged { .. })
        )
    }

    fn take(before: Option<Self>, record: &Record) -> Option<Self> {
        let Body::Matter(event) = &record.body else { return before };
        if let (None, Event::Raised { about, split_from, .. }) = (&before, event) {
            return Some(Self { about: about.clone(), put: None, merged: None, split_from: *split_from });
        }
        let mut matter = before?;
        match event {
            Event::Changed { about, .. } => matter.about = about.clone(),
            Event::Put { step, note, .. } => matter.put = Some((*step, note.clone())),
            Event::Merged { into, .. } => matter.merged = Some(*into),
            _ => {}
        }
        Some(matter)
    }
}

impl Thing for Coding {
    type Key = SuggestionKey;

    fn is_told_by(body: &Body) -> bool {
        matches!(body, Body::Matter(Event::Coded { .. }))
    }

    fn take(before: Option<Self>, record: &Record) -> Option<Self> {
        let Body::Matter(Event::Coded { code, blind, .. }) = &record.body else { return before };
        let mut coding = before.unwrap_or_default();
        if !blind {
            coding.code = Some(code.clone());
        }
        match coding.by_coder.iter_mut().find(|(coder, _)| *coder == record.author) {
            Some((_, known)) => *known = code.clone(),
            None => coding.by_coder.push((record.author.clone(), code.clone())),
        }
        Some(coding)
    }
}
