//! What links matters to a meeting: it follows from what happens there, is saved with it and taken back with it.

use std::collections::BTreeSet;

use super::Ctx;
use crate::domain::{
    MatterId, MeetingId,
    matter::{self, Link, Matters},
    meeting::{
        Event, Meeting,
        agenda::{Agenda, Item, ItemKey, ItemKind, MotionKey},
        course::CourseEvent,
        motion::MotionEvent,
    },
    record::{Body, Record},
};

impl Ctx {
    /// What follows for matters from events of a meeting, not yet taken in: the matters an agenda, an item or a motion names
    /// are linked to it. A matter that is gone is left out.
    pub(super) fn links_after(&mut self, id: MeetingId, events: &[Event]) -> Vec<Body> {
        if !events.iter().any(names_matters) || self.hold_register::<Matters>().is_none() {
            return Vec::new();
        }
        let Some(matters) = self.register::<Matters>() else { return Vec::new() };
        let told = events.iter().flat_map(|event| links(matters, id, self.meeting(id), event));
        told.map(Body::Matter).collect()
    }

    /// The records that link matters and were made in one go with the last of these.
    pub(super) fn links_with(&mut self, records: &[Record]) -> Vec<Record> {
        let names = |record: &Record| matches!(&record.body, Body::Meeting { event, .. } if names_matters(event));
        let Some(last) = records.last().filter(|_| records.iter().any(names)) else { return Vec::new() };
        let Some(matters) = self.hold_register::<Matters>() else { return Vec::new() };
        matters.linked_after(last).into_iter().cloned().collect()
    }

    /// The matters an item of a meeting is about, by itself or by a motion on it; read when they were not yet.
    pub fn hold_matters_at(&mut self, id: MeetingId, item: &ItemKey) -> Vec<MatterId> {
        self.hold_register::<Matters>();
        self.matters_at(id, item)
    }

    /// The same, as far as they were read.
    #[must_use]
    pub fn matters_at(&self, id: MeetingId, item: &ItemKey) -> Vec<MatterId> {
        let (Some(matters), Some(meeting)) = (self.register::<Matters>(), self.meeting(id)) else { return Vec::new() };
        let here = |matter: &MatterId| matters.all_links(*matter).into_iter().any(|link| leads(link, meeting, item));
        matters.at_meeting(id).into_iter().filter(here).collect()
    }
}

/// Whether an event can have linked matters, or taken links away.
fn names_matters(event: &Event) -> bool {
    match event {
        Event::Opened(opening) => opening.agenda.all_items().any(|item| !named_at(item).is_empty()),
        Event::Course(CourseEvent::Inserted { item, .. }) => !item.matters.is_empty(),
        Event::Motion(MotionEvent::Moved { matters, .. }) => !matters.is_empty(),
        Event::Course(CourseEvent::Concerns { .. }) => true,
        _ => false,
    }
}

/// Whether a link is to an item of a meeting, or to a motion on it.
fn leads(link: &Link, meeting: &Meeting, item: &ItemKey) -> bool {
    match link {
        Link::Item { meeting: of, item: known } => *of == meeting.id && known == item,
        Link::Motion { meeting: of, motion } => {
            *of == meeting.id && meeting.motions.get(motion).is_some_and(|motion| motion.item == *item)
        }
        Link::Session(_) | Link::Action(_) | Link::Fund(_) => false,
    }
}

fn links(matters: &Matters, id: MeetingId, meeting: Option<&Meeting>, event: &Event) -> Vec<matter::Event> {
    let link = |matter: MatterId, link: Link| {
        let matter = matters.stands_for(matter);
        let known = matters.matter(matter).is_some() && !matters.all_links(matter).contains(&&link);
        known.then_some(matter::Event::Linked { matter, link })
    };
    let at = |item: &ItemKey| Link::Item { meeting: id, item: item.clone() };
    match event {
        Event::Opened(opening) => named(id, &opening.agenda).into_iter().filter_map(|(m, to)| link(m, to)).collect(),
        Event::Course(CourseEvent::Inserted { item, .. }) => {
            item.matters.iter().filter_map(|matter| link(*matter, at(&item.key))).collect()
        }
        Event::Motion(MotionEvent::Moved { motion, matters, .. }) => {
            let to = Link::Motion { meeting: id, motion: motion.clone() };
            matters.iter().filter_map(|matter| link(*matter, to.clone())).collect()
        }
        Event::Course(CourseEvent::Concerns { item, matters: wanted }) => {
            let Some(meeting) = meeting else { return Vec::new() };
            let wanted: BTreeSet<MatterId> = wanted.iter().map(|matter| matters.stands_for(*matter)).collect();
            let is_here = |matter| matters.all_links(matter).into_iter().any(|link| leads(link, meeting, item));
            let mut told = Vec::new();
            for matter in matters.at_meeting(id).into_iter().filter(|matter| !wanted.contains(matter)) {
                // One that was merged into it keeps its own links: those go too.
                for member in matters.members(matter) {
                    let gone = matters.links(member).iter().filter(|link| leads(link, meeting, item));
                    told.extend(gone.map(|link| matter::Event::Unlinked { matter: member, link: link.clone() }));
                }
            }
            told.extend(
                wanted.into_iter().filter(|matter| !is_here(*matter)).filter_map(|matter| link(matter, at(item))),
            );
            told
        }
        _ => Vec::new(),
    }
}

/// The matters an agenda names, with the item or motion they are linked to.
fn named(meeting: MeetingId, agenda: &Agenda) -> Vec<(MatterId, Link)> {
    let of = |item: &Item| {
        let at = |(matter, motion): (MatterId, Option<MotionKey>)| {
            let here = |motion| Link::Motion { meeting, motion };
            (matter, motion.map_or_else(|| Link::Item { meeting, item: item.key.clone() }, here))
        };
        named_at(item).into_iter().map(at).collect::<Vec<_>>()
    };
    agenda.all_items().flat_map(of).collect()
}

/// The matters an item of an agenda names, with the motion that decides them: a motion's matter is the motion's alone.
fn named_at(item: &Item) -> Vec<(MatterId, Option<MotionKey>)> {
    let plans = match &item.kind {
        ItemKind::Decide { motions } => motions.as_slice(),
        _ => &[],
    };
    let decided = plans.iter().flat_map(|plan| plan.matters.iter().map(|matter| (*matter, Some(plan.key.clone()))));
    let undecided = |matter: &&MatterId| !plans.iter().any(|plan| plan.matters.contains(matter));
    let about = item.matters.iter().filter(undecided).map(|matter| (*matter, None));
    decided.chain(about).collect()
}
