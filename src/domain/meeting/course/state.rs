//! Where a meeting stands on its agenda.

use chrono::{DateTime, FixedOffset};

use super::CourseEvent;
use crate::domain::meeting::{
    Moment,
    agenda::{Agenda, Item, ItemKey, ItemKind, Notice},
};

/// What has become of an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stage {
    /// To come.
    Ahead,
    /// Under way.
    UnderWay,
    /// Done.
    Done,
    /// Left out.
    Skipped {
        /// Why.
        reason: String,
    },
}

/// An item with what has become of it.
#[derive(Debug, Clone, PartialEq)]
pub struct ItemState {
    /// The item, its sub-items apart: they follow it in the course.
    pub item: Item,
    /// Whether it is a sub-item.
    pub sub: bool,
    /// Whether it stood on the posted agenda.
    pub posted: bool,
    /// What has become of it.
    pub stage: Stage,
    /// When it was under way, in turns; the last is open while it is.
    pub turns: Vec<(Moment, Option<Moment>)>,
}

/// Where a meeting stands on its agenda.
#[derive(Debug, Clone, PartialEq)]
pub struct Course {
    items: Vec<ItemState>,
    current: Option<usize>,
    started: Option<Moment>,
    closed: Option<Moment>,
    pauses: Vec<(Moment, Option<Moment>)>,
    reopened: Vec<(DateTime<FixedOffset>, String)>,
    notice: Option<Notice>,
    presiding: Option<(String, String)>,
}

impl Course {
    /// The course of a meeting that has not begun.
    #[must_use]
    pub fn new(agenda: &Agenda, notice: Option<Notice>) -> Self {
        let mut items = Vec::new();
        for item in &agenda.items {
            push(&mut items, item, false, true);
            item.items.iter().for_each(|sub| push(&mut items, sub, true, true));
        }
        Self {
            items,
            current: None,
            started: None,
            closed: None,
            pauses: Vec::new(),
            reopened: Vec::new(),
            notice,
            presiding: None,
        }
    }

    /// All items, sub-items after their parents, in the order they are taken.
    #[must_use]
    pub fn items(&self) -> &[ItemState] {
        &self.items
    }

    /// The item under way.
    #[must_use]
    pub fn current(&self) -> Option<&ItemState> {
        self.current.map(|at| &self.items[at])
    }

    /// An item.
    #[must_use]
    pub fn item(&self, key: &ItemKey) -> Option<&ItemState> {
        self.at(key).map(|at| &self.items[at])
    }

    /// The number an item is called by: `3`, or `3.2` for a sub-item. Both from 1.
    #[must_use]
    pub fn number(&self, key: &ItemKey) -> Option<(usize, Option<usize>)> {
        let at = self.at(key)?;
        let of = self.items[..=at].iter().filter(|item| !item.sub).count();
        let subs = self.items[..=at].iter().rev().take_while(|item| item.sub).count();
        Some((of, Some(subs).filter(|n| *n > 0)))
    }

    /// The item that comes after the one under way: the first after it still ahead, else the first one ahead.
    #[must_use]
    pub fn next(&self) -> Option<&ItemState> {
        let after = self.current.map_or(0, |at| at + 1);
        let ahead = |item: &&ItemState| item.stage == Stage::Ahead;
        self.items[after..].iter().find(ahead).or_else(|| self.items.iter().find(ahead))
    }

    /// When the meeting began.
    #[must_use]
    pub fn started(&self) -> Option<Moment> {
        self.started
    }

    /// When it was closed.
    #[must_use]
    pub fn closed(&self) -> Option<Moment> {
        self.closed
    }

    /// Whether there is a break.
    #[must_use]
    pub fn is_paused(&self) -> bool {
        self.pauses.last().is_some_and(|(_, end)| end.is_none())
    }

    /// Breaks that were taken; the last is open while there is one.
    #[must_use]
    pub fn pauses(&self) -> &[(Moment, Option<Moment>)] {
        &self.pauses
    }

    /// Each time it was opened again, and why.
    #[must_use]
    pub fn reopened(&self) -> &[(DateTime<FixedOffset>, String)] {
        &self.reopened
    }

    /// When notice was given.
    #[must_use]
    pub fn notice(&self) -> Option<Notice> {
        self.notice
    }

    /// Chair and note-taker, when they changed after the meeting was set up.
    #[must_use]
    pub fn presiding(&self) -> Option<(&str, &str)> {
        self.presiding.as_ref().map(|(chair, notes)| (chair.as_str(), notes.as_str()))
    }

    /// An item's place in the course.
    pub(super) fn at(&self, key: &ItemKey) -> Option<usize> {
        self.items.iter().position(|item| item.item.key == *key)
    }

    /// Takes in what happened.
    pub(in crate::domain::meeting) fn apply(&mut self, event: &CourseEvent, now: Moment) {
        match event {
            CourseEvent::Started => {
                self.started.get_or_insert(now);
            }
            CourseEvent::Began { item } => {
                let Some(at) = self.at(item).filter(|at| Some(*at) != self.current) else { return };
                self.end_current(now, Stage::Done);
                self.items[at].stage = Stage::UnderWay;
                self.items[at].turns.push((now, None));
                self.current = Some(at);
            }
            CourseEvent::Done { item } => self.settle(item, Stage::Done, now),
            CourseEvent::Skipped { item, reason } => self.settle(item, Stage::Skipped { reason: reason.clone() }, now),
            CourseEvent::Moved { item, before } => self.rearrange(item, before.as_ref()),
            CourseEvent::Inserted { item, before } => self.insert(item, before.as_ref()),
            CourseEvent::Concerns { item, matters } => {
                if let Some(at) = self.at(item) {
                    self.items[at].item.matters.clone_from(matters);
                }
            }
            CourseEvent::Paused if !self.is_paused() => self.pauses.push((now, None)),
            // What a meeting is called and who is entitled are the meeting's own: the agenda does not change by them.
            CourseEvent::Paused | CourseEvent::Named { .. } | CourseEvent::Enrolled { .. } => {}
            CourseEvent::Resumed => self.resume(now),
            CourseEvent::Closed => {
                self.resume(now);
                self.end_current(now, Stage::Done);
                self.closed = Some(now);
            }
            CourseEvent::Reopened { reason } => {
                if let Some(closed) = self.closed.take() {
                    // Between closing and opening again nobody was meeting.
                    self.pauses.push((closed, Some(now)));
                    self.reopened.push((now.wall, reason.clone()));
                }
            }
            CourseEvent::Noticed(notice) => self.notice = Some(*notice),
            CourseEvent::Unnoticed => self.notice = None,
            CourseEvent::Presiding { chair, note_taker } => {
                self.presiding = Some((chair.clone(), note_taker.clone()));
            }
        }
    }

    fn resume(&mut self, now: Moment) {
        if let Some((_, end @ None)) = self.pauses.last_mut() {
            *end = Some(now);
        }
    }

    fn end_current(&mut self, now: Moment, stage: Stage) {
        if let Some(at) = self.current.take() {
            let item = &mut self.items[at];
            item.stage = stage;
            if let Some((_, end @ None)) = item.turns.last_mut() {
                *end = Some(now);
            }
        }
    }

    fn settle(&mut self, item: &ItemKey, stage: Stage, now: Moment) {
        match self.at(item) {
            Some(at) if Some(at) == self.current => self.end_current(now, stage),
            Some(at) => self.items[at].stage = stage,
            None => {}
        }
    }

    /// The items of one block: an item with its sub-items, or one sub-item.
    fn block(&self, at: usize) -> std::ops::Range<usize> {
        if self.items[at].sub {
            return at..at + 1;
        }
        let subs = self.items[at + 1..].iter().take_while(|item| item.sub).count();
        at..at + 1 + subs
    }

    fn rearrange(&mut self, item: &ItemKey, before: Option<&ItemKey>) {
        let Some(at) = self.at(item).filter(|_| before != Some(item)) else { return };
        let sub = self.items[at].sub;
        let current = self.current.map(|at| self.items[at].item.key.clone());
        let block: Vec<_> = self.items.drain(self.block(at)).collect();
        let to = self.slot(before, sub).unwrap_or(at);
        self.items.splice(to..to, block);
        self.current = current.and_then(|key| self.at(&key));
    }

    fn insert(&mut self, item: &Item, before: Option<&ItemKey>) {
        if self.at(&item.key).is_some() {
            return;
        }
        let sub = before.and_then(|key| self.item(key)).is_some_and(|item| item.sub);
        let to = self.slot(before, sub).unwrap_or(self.items.len());
        let mut new = Vec::new();
        push(&mut new, item, sub, false);
        if !sub {
            item.items.iter().for_each(|sub| push(&mut new, sub, true, false));
        }
        let added = new.len();
        self.items.splice(to..to, new);
        if let Some(at) = self.current.as_mut().filter(|at| **at >= to) {
            *at += added;
        }
    }

    /// Where a block goes that is to stand before another; nothing when that is not there or of another level.
    fn slot(&self, before: Option<&ItemKey>, sub: bool) -> Option<usize> {
        let Some(before) = before else { return (!sub).then_some(self.items.len()) };
        self.at(before).filter(|to| self.items[*to].sub == sub)
    }
}

fn push(items: &mut Vec<ItemState>, item: &Item, sub: bool, posted: bool) {
    let item = Item { items: Vec::new(), ..item.clone() };
    items.push(ItemState { item, sub, posted, stage: Stage::Ahead, turns: Vec::new() });
}

impl ItemState {
    /// Whether it is a break, left out of every clock.
    #[must_use]
    pub fn is_pause(&self) -> bool {
        self.item.kind == ItemKind::Pause
    }
}
