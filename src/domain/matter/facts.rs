//! What a matter's step and thread are made of, beside its own records.

use std::collections::HashMap;

use super::{Heard, Here, Link, Matters, Named, Raised, Said, Score, Step};
use crate::domain::{
    MatterId, MeetingId, SessionId,
    meeting::{
        Meeting,
        agenda::{ItemKey, MotionKey},
        course::{ItemState, Stage},
        ledger::{ActionState, Ledger, Origin},
        rule::Outcome,
    },
    session::Session,
};

/// Everything matters are looked at with. Made once, read for all of them.
#[derive(Debug, Clone)]
pub struct Facts<'a> {
    /// The matters.
    pub matters: &'a Matters,
    /// Actions, pledges, grants, claims, funds.
    pub ledger: &'a Ledger,
    /// The same by where they came up, as [`Here::by_item`] gives it.
    pub here: HashMap<(MeetingId, &'a ItemKey), Here<'a>>,
    /// The meetings matters are linked to.
    pub meetings: HashMap<MeetingId, &'a Meeting>,
    /// The sessions of these meetings, and those matters are linked to.
    pub sessions: &'a HashMap<SessionId, Session>,
    /// The suggestions of the matters asked about.
    pub said: &'a Heard,
    /// What residents said of the works afterwards.
    pub scores: &'a [Score],
    /// How many households each survey heard.
    pub households: &'a HashMap<String, u64>,
    /// The concerns households picked.
    pub named: &'a Named,
}

/// A place of an agenda a matter is linked to: an item, or one motion of it.
pub(super) struct Spot<'a> {
    pub meeting: MeetingId,
    pub item: &'a ItemKey,
    pub motion: Option<&'a MotionKey>,
}

impl Spot<'_> {
    /// Whether something came up here.
    pub fn holds(&self, origin: Option<&Origin>) -> bool {
        origin.is_some_and(|origin| {
            origin.meeting == self.meeting
                && origin.item == *self.item
                && self.motion.is_none_or(|motion| origin.motion.as_ref() == Some(motion))
        })
    }

    /// Whether a motion of the item is meant.
    pub fn has(&self, motion: &MotionKey) -> bool {
        self.motion.is_none_or(|known| known == motion)
    }
}

/// What came of a matter, as far as its step goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[allow(clippy::struct_excessive_bools, reason = "each is a question of its own, asked of the records")]
pub struct Outcomes {
    /// It has a concern, a programme or suggestions.
    pub sorted: bool,
    /// It was on at a meeting or talked over at a session.
    pub discussed: bool,
    /// A motion for it carried.
    pub decided: bool,
    /// Somebody gives or set something aside for it.
    pub funded: bool,
    /// Somebody has, or had, something to do for it.
    pub under_way: bool,
}

impl Outcomes {
    /// The step that follows from it. That a matter is done, or that residents looked and found it good, follows from nothing:
    /// three quotes fetched are an action closed and no bicycle shed. People say so.
    #[must_use]
    pub fn step(&self) -> Step {
        match self {
            Self { under_way: true, .. } => Step::UnderWay,
            Self { funded: true, .. } => Step::Funded,
            Self { decided: true, .. } => Step::Decided,
            Self { discussed: true, .. } => Step::Discussed,
            Self { sorted: true, .. } => Step::Sorted,
            Self { .. } => Step::Raised,
        }
    }
}

impl Facts<'_> {
    /// How far a matter has come: by what came of it, or further when somebody put it there.
    #[must_use]
    pub fn step(&self, id: MatterId) -> Step {
        let derived = self.outcomes(id).step();
        let put = self.matters.matter(id).and_then(|matter| matter.put.as_ref()).map(|(step, _)| *step);
        put.map_or(derived, |put| put.max(derived))
    }

    /// What came of a matter.
    #[must_use]
    pub fn outcomes(&self, id: MatterId) -> Outcomes {
        let mut outcomes = Outcomes { sorted: self.is_sorted(id), ..Outcomes::default() };
        for link in self.matters.all_links(id) {
            match link {
                Link::Session(_) => outcomes.discussed = true,
                Link::Item { meeting, item } => {
                    self.at(&Spot { meeting: *meeting, item, motion: None }, &mut outcomes);
                }
                Link::Motion { meeting, motion } => {
                    if let Some(found) = self.meetings.get(meeting).and_then(|found| found.motions.get(motion)) {
                        self.at(&Spot { meeting: *meeting, item: &found.item, motion: Some(motion) }, &mut outcomes);
                    }
                }
                Link::Action(action) => {
                    if let Some(action) = self.ledger.action(*action) {
                        outcomes.under_way |= counts(&action.state);
                    }
                }
                Link::Fund(fund) => {
                    outcomes.funded |= self.ledger.fund(fund).is_some_and(|fund| fund.total() > 0);
                }
            }
        }
        outcomes
    }

    fn is_sorted(&self, id: MatterId) -> bool {
        let about = self.matters.matter(id).map(|matter| &matter.about);
        about.is_some_and(|about| !about.concern.is_empty() || about.programme.is_some())
            || self.matters.members(id).any(|member| !self.matters.coded_to(member).is_empty())
    }

    fn at(&self, spot: &Spot<'_>, outcomes: &mut Outcomes) {
        if let Some(meeting) = self.meetings.get(&spot.meeting) {
            outcomes.discussed |= meeting.course.item(spot.item).is_some_and(was_on);
            let mut motions = meeting.motions.on(spot.item).filter(|motion| spot.has(&motion.key));
            outcomes.decided |= motions.any(|motion| motion.outcome() == Some(Outcome::Carried));
        }
        let Some(here) = self.here(spot) else { return };
        let holds = |origin: Option<&Origin>| spot.holds(origin);
        outcomes.funded |= here.pledges.iter().any(|p| p.withdrawn.is_none() && holds(p.origin.as_ref()))
            || here.grants.iter().any(|grant| grant.withdrawn.is_none() && holds(grant.origin.as_ref()))
            || here.claims.iter().any(|claim| claim.stands() && holds(claim.origin.as_ref()))
            || here.allocations.iter().any(|(_, a)| a.dropped.is_none() && holds(a.origin.as_ref()));
        outcomes.under_way |= here.actions.iter().any(|(_, a)| holds(a.origin.as_ref()) && counts(&a.state));
    }

    /// What came of the item of a place, whatever motion led to it.
    pub(super) fn here<'b>(&'b self, spot: &'b Spot<'b>) -> Option<&'b Here<'b>> {
        self.here.get(&(spot.meeting, spot.item))
    }

    /// What was said of a matter, as far as it is known, the oldest first.
    #[must_use]
    pub fn said_of(&self, id: MatterId) -> Vec<&Said> {
        self.said.told(self.matters.suggestions(id).into_iter()).0
    }

    /// How many households want a matter: in their own words, and by picking its concern.
    #[must_use]
    pub fn raised(&self, id: MatterId) -> Raised {
        self.raised_by(id, self.households(id))
    }

    /// The same, where it is known already how many households it came from, of how many heard.
    pub(super) fn raised_by(&self, id: MatterId, (households, heard): (u64, u64)) -> Raised {
        let named = self.matters.matter(id).and_then(|matter| self.named.of(&matter.about.concern));
        Raised { households, heard, named }
    }

    /// How many households a matter came from, and how many were heard by the surveys it came from.
    #[must_use]
    pub fn households(&self, id: MatterId) -> (u64, u64) {
        let keys = self.matters.members(id).flat_map(|member| self.matters.coded_to(member));
        self.among(self.said.whose(keys))
    }

    /// How many households there are, of how many that could have said so: those heard by these surveys.
    pub(super) fn among(&self, (named, surveys): (u64, Vec<&str>)) -> (u64, u64) {
        // Surveys ask the same households: the widest of them is how many could have said so.
        let heard = surveys.into_iter().filter_map(|survey| self.households.get(survey)).max();
        (named, heard.copied().unwrap_or_default().max(named))
    }
}

/// Whether an action brings its matter under way.
fn counts(state: &ActionState) -> bool {
    !matches!(state, ActionState::Dropped { .. })
}

/// Whether an item was ever on.
pub(super) fn was_on(item: &ItemState) -> bool {
    matches!(item.stage, Stage::UnderWay | Stage::Done)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_step_is_the_furthest_of_what_came_of_it() {
        let all = Outcomes { sorted: true, discussed: true, decided: true, funded: true, under_way: false };
        for (outcomes, step) in [
            (Outcomes::default(), Step::Raised),
            (Outcomes { sorted: true, ..Outcomes::default() }, Step::Sorted),
            (Outcomes { discussed: true, ..Outcomes::default() }, Step::Discussed),
            (Outcomes { funded: false, ..all }, Step::Decided),
            (all, Step::Funded),
            (Outcomes { under_way: true, ..all }, Step::UnderWay),
        ] {
            assert_eq!(outcomes.step(), step, "{outcomes:?}");
        }
    }
}
