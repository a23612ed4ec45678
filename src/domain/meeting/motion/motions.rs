//! All motions of a meeting.

use super::{Motion, MotionEvent, Objection, Stage, Tellers, Version, Vote};
use crate::domain::meeting::{
    Moment,
    agenda::{Agenda, ItemKey, ItemKind, MotionKey, Way},
    attendance::Attendance,
    course::Course,
    rule::{Rule, Taking},
};

/// All motions of a meeting.
#[derive(Debug, Clone, PartialEq)]
pub struct Motions {
    all: Vec<Motion>,
    rule: Rule,
    taking: Taking,
    seconded: bool,
    open: Option<usize>,
}

impl Motions {
    /// The motions of an agenda.
    #[must_use]
    pub fn new(agenda: &Agenda) -> Self {
        let mut motions = Vec::new();
        for item in agenda.all_items() {
            let ItemKind::Decide { motions: plans } = &item.kind else { continue };
            for plan in plans {
                let rule = plan.rule.clone().unwrap_or_else(|| agenda.rule.clone());
                let (key, text, way) = (plan.key.clone(), plan.text.clone(), plan.way.clone());
                motions.push(Motion::new(key, item.key.clone(), text, rule, way));
            }
        }
        let (taking, seconded) = (agenda.settings.taking.clone(), agenda.settings.seconded);
        Self { all: motions, rule: agenda.rule.clone(), taking, seconded, open: None }
    }

    /// Which motion this is, from 1, and of how many; 0 for one that is not among them.
    #[must_use]
    pub fn number(&self, key: &MotionKey) -> (usize, usize) {
        (self.at(key).map_or(0, |at| at + 1), self.all.len())
    }

    /// All of them, in order.
    #[must_use]
    pub fn all(&self) -> &[Motion] {
        &self.all
    }

    /// Those on an item, in order.
    pub fn on<'a>(&'a self, item: &'a ItemKey) -> impl Iterator<Item = &'a Motion> {
        self.all.iter().filter(move |motion| motion.item == *item)
    }

    /// One of them.
    #[must_use]
    pub fn get(&self, key: &MotionKey) -> Option<&Motion> {
        self.at(key).map(|at| &self.all[at])
    }

    /// The one whose vote is open.
    #[must_use]
    pub fn open(&self) -> Option<&Motion> {
        self.open.map(|at| &self.all[at])
    }

    /// The one to put next on the item under way.
    #[must_use]
    pub fn next(&self, course: &Course) -> Option<&Motion> {
        let item = &course.current()?.item.key;
        self.all.iter().find(|motion| motion.item == *item && motion.stage == Stage::Ahead)
    }

    /// The rule of motions that name no other.
    #[must_use]
    pub fn rule(&self) -> &Rule {
        &self.rule
    }

    /// Who takes part in a vote.
    #[must_use]
    pub fn taking(&self) -> &Taking {
        &self.taking
    }

    /// Who counts a motion's vote put in this way: who was named for it, else who counted the vote put last in the same
    /// way. They are chosen once and count one vote after the other.
    #[must_use]
    pub fn tellers<'a>(&'a self, motion: &'a Motion, way: &Way) -> &'a Tellers {
        if !motion.tellers.is_empty() || *way == Way::Consent {
            return &motion.tellers;
        }
        let same = |vote: &Vote| std::mem::discriminant(&vote.way) == std::mem::discriminant(way);
        let before = self.all.iter().filter(|other| other.key != motion.key).filter_map(|other| {
            let vote = other.vote.as_ref().filter(|vote| same(vote))?;
            Some((vote.opened, &other.tellers))
        });
        before.max_by_key(|(opened, _)| opened.ran).map_or(&motion.tellers, |(_, tellers)| tellers)
    }

    /// Whether a motion must be moved and seconded before it is put.
    #[must_use]
    pub fn must_be_seconded(&self) -> bool {
        self.seconded
    }

    fn at(&self, key: &MotionKey) -> Option<usize> {
        self.all.iter().position(|motion| motion.key == *key)
    }

    /// Takes in what happened. What a vote rests on comes from `attendance`, whose roll never changes.
    pub(in crate::domain::meeting) fn apply(&mut self, event: &MotionEvent, attendance: &Attendance, now: Moment) {
        if let MotionEvent::Moved { motion, item, text, by, rule, way, matters: _ } = event {
            if self.at(motion).is_none() {
                let mut new = Motion::new(motion.clone(), item.clone(), text.clone(), rule.clone(), way.clone());
                new.posted = false;
                new.moved_by = Some(by.clone());
                self.all.push(new);
            }
            return;
        }
        let Some(at) = self.at(event.motion()) else { return };
        if let MotionEvent::Put { way, .. } = event {
            self.all[at].tellers = self.tellers(&self.all[at], way).clone();
        }
        let motion = &mut self.all[at];
        match event {
            MotionEvent::Moved { .. } => {}
            MotionEvent::Sponsored { by, .. } => motion.moved_by = Some(by.clone()),
            MotionEvent::Seconded { by, .. } => motion.seconded_by = Some(by.clone()),
            MotionEvent::Amended { text, by, .. } => {
                motion.versions.push(Version { text: text.clone(), by: by.clone(), at: Some(now) });
            }
            MotionEvent::Withdrawn { reason, .. } => {
                motion.stage = Stage::Withdrawn { reason: reason.clone() };
                self.open = self.open.filter(|open| *open != at);
            }
            MotionEvent::Appointed { teller, names, .. } => motion.tellers.appoint(*teller, names),
            MotionEvent::Put { way, presence, .. } => {
                // A vote left open because its closing was taken back gives way to the one put after it.
                motion.vote = Some(Vote::open(&motion.rule, way, presence, attendance, now));
                motion.stage = Stage::Open;
                motion.overridden = None;
                self.open = Some(at);
            }
            MotionEvent::Reopened { reason, .. } => {
                if let Some(vote) = &mut motion.vote {
                    (vote.closed, vote.judgement, vote.clear) = (None, None, None);
                    motion.stage = Stage::Open;
                    motion.overridden = None;
                    motion.reopened.push((now, reason.clone()));
                    self.open = Some(at);
                }
            }
            MotionEvent::Closed { judgement, .. } => {
                if let Some(vote) = &mut motion.vote {
                    vote.closed = Some(now);
                    vote.judgement.clone_from(judgement);
                    motion.stage = Stage::Closed;
                    self.open = self.open.filter(|open| *open != at);
                }
            }
            MotionEvent::Overridden { outcome, reason, .. } => {
                motion.overridden = Some((*outcome, reason.clone()));
            }
            event => {
                if let Some(vote) = motion.vote.as_mut().filter(|vote| vote.closed.is_none()) {
                    count(vote, event, attendance);
                }
            }
        }
    }
}

/// Takes in what was counted in an open vote.
fn count(vote: &mut Vote, event: &MotionEvent, attendance: &Attendance) {
    match event {
        MotionEvent::Delivered { voters, .. } => {
            for voter in voters {
                vote.deliver(voter, attendance.weight(voter));
            }
        }
        MotionEvent::Voted { voter, choice, .. } => vote.speak(voter, *choice, attendance.weight(voter)),
        MotionEvent::Counted { hands, .. } => vote.hands = Some(*hands),
        MotionEvent::BoxCounted { at, count, .. } => {
            if let Some(line) = vote.boxes.get_mut(*at) {
                *line = Some(*count);
            }
        }
        MotionEvent::Dotted { at, dots, .. } => {
            if let Some(line) = vote.dots.get_mut(*at) {
                *line = Some(*dots);
            }
        }
        MotionEvent::Objected { by, reason, .. } => {
            vote.objections.push(Objection { by: by.clone(), reason: reason.clone() });
        }
        MotionEvent::Clear { outcome, .. } => vote.clear = Some(*outcome),
        _ => {}
    }
}

impl MotionEvent {
    /// The motion it is about.
    #[must_use]
    pub fn motion(&self) -> &MotionKey {
        match self {
            Self::Moved { motion, .. }
            | Self::Sponsored { motion, .. }
            | Self::Seconded { motion, .. }
            | Self::Amended { motion, .. }
            | Self::Withdrawn { motion, .. }
            | Self::Appointed { motion, .. }
            | Self::Put { motion, .. }
            | Self::Delivered { motion, .. }
            | Self::Voted { motion, .. }
            | Self::Counted { motion, .. }
            | Self::BoxCounted { motion, .. }
            | Self::Dotted { motion, .. }
            | Self::Objected { motion, .. }
            | Self::Clear { motion, .. }
            | Self::Closed { motion, .. }
            | Self::Reopened { motion, .. }
            | Self::Overridden { motion, .. } => motion,
        }
    }
}
