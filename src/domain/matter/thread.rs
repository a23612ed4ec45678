//! The thread of a matter: everything that was said, decided, given and done for it, by date.

use serde::Serialize;

use super::{
    About, Afterwards, Came, Entry, Event, Facts, Here, Link, Raised, Said, Step,
    facts::{Spot, was_on},
    public as for_everyone,
};
use crate::domain::{
    ActionId, MatterId, Privacy, Text,
    meeting::{
        Meeting,
        agenda::Way,
        ledger::{ActionState, Allocation, Claim, ClaimState, Gift, Grant, Pledge},
        minutes::public_words,
        motion::Motion,
        rule::Counts,
    },
    record::Body,
};

/// A matter with its thread.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Thread {
    /// The matter.
    pub matter: MatterId,
    /// What it is about.
    pub about: About,
    /// How far it has come.
    pub step: Step,
    /// Why it was put there by hand; empty when it was not.
    pub note: String,
    /// Whether it is for everyone.
    pub public: bool,
    /// How many households it came from.
    pub households: u64,
    /// How many were heard.
    pub heard: u64,
    /// How many households want it, by how they said so: for the screen, which withholds nothing.
    #[serde(skip)]
    pub raised: Raised,
    /// How many suggestions it came from.
    pub suggestions: usize,
    /// Everything, the oldest first.
    pub entries: Vec<Entry>,
    /// What residents say afterwards, when a second survey asked.
    pub afterwards: Option<Afterwards>,
}

impl Thread {
    /// The thread of a matter before anything of it is read.
    #[must_use]
    pub fn unread(matter: MatterId) -> Self {
        Self {
            matter,
            about: About::default(),
            step: Step::Raised,
            note: String::new(),
            public: false,
            households: 0,
            heard: 0,
            raised: Raised::default(),
            suggestions: 0,
            entries: Vec::new(),
            afterwards: None,
        }
    }

    /// The thread of a matter; nothing when there is no such matter. `public` leaves out doors, phone numbers
    /// and what was answered to a question that is marked.
    #[must_use]
    pub fn of(facts: &Facts<'_>, id: MatterId, public: bool) -> Option<Self> {
        let id = facts.matters.stands_for(id);
        let matter = facts.matters.matter(id)?;
        let mut entries = Vec::new();
        own(facts, id, &mut entries);
        let keys = facts.matters.suggestions(id);
        // What answers a question that is marked is not for everyone.
        let told = |said: &&Said| !public || said.privacy == Privacy::Open;
        let (said, whose) = facts.said.told(keys.iter().copied());
        entries.extend(said.into_iter().filter(told).map(suggested));
        for link in facts.matters.all_links(id) {
            linked(facts, link, &mut entries);
        }
        entries.sort_by_key(|entry| entry.at);
        if public {
            entries = entries.into_iter().map(for_everyone::entry).collect();
        }
        let (households, heard) = facts.among(whose);
        let words = |words: &String| if public { public_words(words) } else { words.clone() };
        Some(Self {
            matter: id,
            about: if public { for_everyone::about(&matter.about) } else { matter.about.clone() },
            step: facts.step(id),
            public,
            note: matter.put.as_ref().map(|(_, note)| words(note)).unwrap_or_default(),
            households,
            heard,
            raised: facts.raised_by(id, (households, heard)),
            suggestions: keys.len(),
            entries,
            afterwards: afterwards(facts, &matter.about.concern),
        })
    }
}

/// What its own records say, and those of the matters that count for it.
fn own(facts: &Facts<'_>, id: MatterId, entries: &mut Vec<Entry>) {
    let title = |id: MatterId| facts.matters.matter(id).map(|matter| matter.about.title.clone()).unwrap_or_default();
    for member in facts.matters.members(id) {
        let mut before: Option<&About> = None;
        for record in facts.matters.history(member) {
            let Body::Matter(event) = &record.body else { continue };
            let by = record.author.clone();
            let what = match event {
                Event::Raised { split_from, about, .. } if member == id => {
                    before = Some(about);
                    Came::Raised { by, from: split_from.map(|from| title(facts.matters.stands_for(from))) }
                }
                Event::Changed { about, .. } if member == id => {
                    // A change of nothing but the note is told as that.
                    let noted = before.is_some_and(|was| {
                        was.note != about.note && About { note: about.note.clone(), ..was.clone() } == *about
                    });
                    before = Some(about);
                    if noted {
                        Came::Noted { by, note: about.note.clone() }
                    } else {
                        Came::Changed { by, title: about.title.clone() }
                    }
                }
                Event::Put { step, note, .. } if member == id => Came::Put { by, step: *step, note: note.clone() },
                Event::Merged { .. } if member != id => Came::Merged { by, title: title(member) },
                _ => continue,
            };
            entries.push(Entry { at: record.at, what });
        }
    }
    for (other, matter) in facts.matters.matters() {
        let from_here = other != id && matter.split_from.is_some_and(|from| facts.matters.stands_for(from) == id);
        if from_here && let Some(first) = facts.matters.history(other).first() {
            let what = Came::Split { title: matter.about.title.clone(), into: other };
            entries.push(Entry { at: first.at, what });
        }
    }
}

fn suggested(said: &Said) -> Entry {
    let what = Came::Suggested {
        response: said.key.response(),
        text: said.text.clone(),
        door: Some(said.door.clone()),
        survey: said.survey.clone(),
    };
    Entry { at: said.at, what }
}

fn linked(facts: &Facts<'_>, link: &Link, entries: &mut Vec<Entry>) {
    match link {
        Link::Session(id) => {
            if let Some(session) = facts.sessions.get(id) {
                let (kind, title) = (Some(session.kind), session.title.clone());
                entries.push(Entry { at: session.starts, what: Came::TalkedOver { session: *id, kind, title } });
            }
        }
        Link::Item { meeting, item } => spotted(facts, &Spot { meeting: *meeting, item, motion: None }, entries),
        Link::Motion { meeting, motion } => {
            if let Some(found) = facts.meetings.get(meeting).and_then(|found| found.motions.get(motion)) {
                let spot = Spot { meeting: *meeting, item: &found.item, motion: Some(motion) };
                spotted(facts, &spot, entries);
            }
        }
        Link::Action(id) => acted(facts, *id, entries),
        Link::Fund(key) => {
            if let Some(fund) = facts.ledger.fund(key) {
                let (title, purpose) = (fund.title.clone(), Text::default());
                let what = Came::Allocated { fund: Some(key.clone()), title, purpose, fen: fund.total() };
                entries.push(Entry { at: fund.opened.at, what });
            }
        }
    }
}

/// What happened at a place of an agenda, and what came of it.
fn spotted(facts: &Facts<'_>, spot: &Spot<'_>, entries: &mut Vec<Entry>) {
    if let Some(meeting) = facts.meetings.get(&spot.meeting) {
        at_meeting(facts, meeting, spot, entries);
    }
    let Some(here) = facts.here(spot) else { return };
    given(here, spot, entries);
    for (id, action) in &here.actions {
        if spot.holds(action.origin.as_ref()) {
            acted(facts, *id, entries);
        }
    }
}

fn at_meeting(facts: &Facts<'_>, meeting: &Meeting, spot: &Spot<'_>, entries: &mut Vec<Entry>) {
    let key = spot.item;
    let session = facts.sessions.get(&meeting.opening.session);
    let planned = session.map_or(meeting.timeline.opened(), |session| session.starts);
    if let Some(item) = meeting.course.item(key) {
        let on = was_on(item);
        let what = Came::Item {
            meeting: meeting.id,
            item: key.clone(),
            meeting_title: meeting.opening.title.clone(),
            title: item.item.title.clone(),
            on,
            points: meeting.floor.opinions_on(key).count(),
        };
        let at = item.turns.first().map_or(planned, |(begun, _)| begun.wall);
        entries.push(Entry { at, what });
    }
    for motion in meeting.motions.on(key).filter(|motion| spot.has(&motion.key)) {
        if let Some(closed) = motion.vote.as_ref().and_then(|vote| vote.closed) {
            let what = Came::Voted {
                meeting: meeting.id,
                motion: motion.key.clone(),
                text: motion.text().clone(),
                outcome: motion.outcome(),
                counts: counted(motion),
            };
            entries.push(Entry { at: closed.wall, what });
        }
    }
}

/// How many heads were for, against and abstained, where they were counted.
fn counted(motion: &Motion) -> Option<(u64, u64, u64)> {
    let vote = motion.vote.as_ref().filter(|vote| vote.clear.is_none() && !matches!(vote.way, Way::Dots { .. }))?;
    let Counts { yes, no, abstain, .. } = vote.counts();
    Some((yes.heads, no.heads, abstain.heads))
}

fn given(here: &Here<'_>, spot: &Spot<'_>, entries: &mut Vec<Entry>) {
    let (meeting, item) = (spot.meeting, spot.item);
    let stands = |pledge: &Pledge| pledge.withdrawn.is_none() && spot.holds(pledge.origin.as_ref());
    let standing: Vec<&&Pledge> = here.pledges.iter().filter(|pledge| stands(pledge)).collect();
    if let Some(first) = standing.first() {
        let (mut fen, mut received, mut hours, mut goods) = (0i64, 0i64, 0i64, 0);
        for pledge in &standing {
            match pledge.promise.gift {
                Gift::Money { .. } => {
                    fen = fen.saturating_add(pledge.pledged());
                    received = received.saturating_add(pledge.held());
                }
                Gift::Labour { .. } => hours = hours.saturating_add(pledge.pledged()),
                Gift::Goods { .. } => goods += 1,
            }
        }
        let (item, pledges) = (item.clone(), standing.len());
        let what = Came::Pledged { meeting, item, pledges, fen, received, hours, goods };
        entries.push(Entry { at: first.opened.at, what });
    }
    let stands = |grant: &Grant| grant.withdrawn.is_none() && spot.holds(grant.origin.as_ref());
    for grant in here.grants.iter().filter(|grant| stands(grant)) {
        let (item, from) = (item.clone(), grant.terms.from.clone());
        entries.push(Entry { at: grant.opened.at, what: Came::Granted { meeting, item, from, fen: grant.fen() } });
    }
    let stands = |claim: &Claim| claim.stands() && spot.holds(claim.origin.as_ref());
    for claim in here.claims.iter().filter(|claim| stands(claim)) {
        let delivered = matches!(claim.state, ClaimState::Delivered { .. });
        let (partner, part) = (claim.undertaking.partner.clone(), claim.undertaking.part.title.clone());
        let what = Came::Claimed { meeting, item: item.clone(), partner, part, delivered };
        entries.push(Entry { at: claim.opened.at, what });
    }
    let stands = |allocation: &Allocation| allocation.dropped.is_none() && spot.holds(allocation.origin.as_ref());
    for (fund, allocation) in here.allocations.iter().filter(|(_, allocation)| stands(allocation)) {
        let (title, purpose) = (fund.title.clone(), allocation.purpose.clone());
        let what = Came::Allocated { fund: None, title, purpose, fen: allocation.fen };
        entries.push(Entry { at: allocation.mark.at, what });
    }
}

fn acted(facts: &Facts<'_>, id: ActionId, entries: &mut Vec<Entry>) {
    let Some(action) = facts.ledger.action(id) else { return };
    let (what, who, due) = (action.task.what.clone(), action.task.who.clone(), action.task.due);
    entries.push(Entry { at: action.opened.at, what: Came::Assigned { action: id, what: what.clone(), who, due } });
    let (done, checked) = match &action.state {
        ActionState::Done(done) => (Some(done), None),
        ActionState::Checked { done, checked } => (Some(done), Some(checked)),
        ActionState::Open | ActionState::Dropped { .. } => (None, None),
    };
    if let Some(done) = done {
        let (what, by, note) = (what.clone(), done.by.clone(), done.note.clone());
        entries.push(Entry { at: done.mark.at, what: Came::Done { action: id, what, by, note } });
    }
    if let Some(checked) = checked {
        let (by, note) = (checked.by.clone(), checked.note.clone());
        entries.push(Entry { at: checked.mark.at, what: Came::Checked { action: id, what, by, note } });
    }
}

/// What those who scored a concern both before and after say; nothing when nobody did.
fn afterwards(facts: &Facts<'_>, concern: &str) -> Option<Afterwards> {
    let scores = facts.scores.iter().filter(|score| !concern.is_empty() && score.concern == concern);
    scores.filter_map(|score| Some((score.before?, score.after?, score.at))).fold(None, |sum, (before, after, at)| {
        let sum = sum.unwrap_or(Afterwards { households: 0, before: 0, after: 0, better: 0, worse: 0, at });
        Some(Afterwards {
            households: sum.households + 1,
            before: sum.before.saturating_add(before),
            after: sum.after.saturating_add(after),
            better: sum.better + u64::from(after > before),
            worse: sum.worse + u64::from(after < before),
            at: sum.at.max(at),
        })
    })
}
