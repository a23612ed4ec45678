//! Who speaks, who waits, what was said.

use std::collections::BTreeMap;

use chrono::TimeDelta;

use super::{FloorEvent, Ordering, Speaker, Stance, queue::arrange};
use crate::domain::{
    OpinionId, TurnId,
    meeting::{
        Moment,
        agenda::{Agenda, ItemKey},
        course::Course,
    },
};

/// A turn to speak.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turn {
    /// Its id.
    pub id: TurnId,
    /// On which item.
    pub item: ItemKey,
    /// Who.
    pub speaker: Speaker,
    /// For or against.
    pub stance: Option<Stance>,
    /// When they began to speak.
    pub began: Option<Moment>,
    /// When they finished.
    pub ended: Option<Moment>,
    /// Seconds they were given beyond the usual.
    pub extra: u32,
}

/// A point raised.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opinion {
    /// Its id.
    pub id: OpinionId,
    /// On which item.
    pub item: ItemKey,
    /// By whom.
    pub speaker: Speaker,
    /// For or against.
    pub stance: Option<Stance>,
    /// What was said.
    pub text: String,
}

/// Who speaks, who waits, what was said.
#[derive(Debug, Clone, PartialEq)]
pub struct Floor {
    ordering: Ordering,
    speaking: u32,
    /// Turns waiting, in the order they asked.
    waiting: Vec<Turn>,
    current: Option<Turn>,
    /// Turns that are over.
    spoken: Vec<Turn>,
    opinions: Vec<Opinion>,
    notes: BTreeMap<ItemKey, String>,
}

impl Floor {
    /// Nobody has spoken yet.
    #[must_use]
    pub fn new(agenda: &Agenda) -> Self {
        let first = agenda.settings.first_time_first;
        Self {
            ordering: if first { Ordering::FirstTimeFirst } else { Ordering::Asked },
            speaking: agenda.settings.speaking,
            waiting: Vec::new(),
            current: None,
            spoken: Vec::new(),
            opinions: Vec::new(),
            notes: BTreeMap::new(),
        }
    }

    /// The order of speaking.
    #[must_use]
    pub fn ordering(&self) -> Ordering {
        self.ordering
    }

    /// Who speaks now.
    #[must_use]
    pub fn speaker(&self) -> Option<&Turn> {
        self.current.as_ref()
    }

    /// Who waits on an item, in the order they will speak.
    #[must_use]
    pub fn queue(&self, item: &ItemKey) -> Vec<&Turn> {
        let waiting = self.waiting.iter().filter(|turn| turn.item == *item).collect();
        arrange(waiting, self.ordering, &self.spoken, self.current.as_ref())
    }

    /// Whether they have not spoken at this meeting before.
    #[must_use]
    pub fn is_first_time(&self, speaker: &Speaker) -> bool {
        let who = speaker.who();
        !self.spoken.iter().any(|turn| turn.speaker.who() == who)
    }

    /// Turns that are over, oldest first.
    #[must_use]
    pub fn spoken(&self) -> &[Turn] {
        &self.spoken
    }

    /// How long a speaker may speak on the item: the item's time, else the agenda's, and what the speaker was given on top.
    #[must_use]
    pub fn allowed(&self, course: &Course, turn: &Turn) -> TimeDelta {
        let of_item = course.item(&turn.item).and_then(|item| item.item.speaking);
        TimeDelta::seconds(i64::from(of_item.unwrap_or(self.speaking)) + i64::from(turn.extra))
    }

    /// How long somebody has spoken, breaks kept out.
    #[must_use]
    pub fn spoken_for(&self, course: &Course, turn: &Turn, now: Moment) -> TimeDelta {
        turn.began.map_or_else(TimeDelta::zero, |began| course.net(began, turn.ended.unwrap_or(now)))
    }

    /// Points raised on an item, in order; they are numbered from 1 over the whole meeting.
    pub fn opinions_on<'a>(&'a self, item: &'a ItemKey) -> impl Iterator<Item = (usize, &'a Opinion)> {
        self.opinions.iter().enumerate().map(|(i, opinion)| (i + 1, opinion)).filter(|(_, o)| o.item == *item)
    }

    /// All points raised, in order.
    #[must_use]
    pub fn opinions(&self) -> &[Opinion] {
        &self.opinions
    }

    /// The facilitator's notes on an item.
    #[must_use]
    pub fn notes(&self, item: &ItemKey) -> &str {
        self.notes.get(item).map_or("", String::as_str)
    }

    /// A turn that waits.
    pub(super) fn waits(&self, turn: TurnId) -> Option<&Turn> {
        self.waiting.iter().find(|waiting| waiting.id == turn)
    }

    /// Whether this speaker waits on the item.
    pub(super) fn is_waiting(&self, item: &ItemKey, speaker: &Speaker) -> bool {
        self.waiting.iter().any(|turn| turn.item == *item && turn.speaker.who() == speaker.who())
    }

    /// The item under way changed: who spoke on another has finished.
    pub(in crate::domain::meeting) fn follow(&mut self, course: &Course, now: Moment) {
        let item = course.current().map(|item| &item.item.key);
        if self.current.as_ref().is_some_and(|turn| Some(&turn.item) != item) {
            self.end(now);
        }
    }

    /// Takes in what happened.
    pub(in crate::domain::meeting) fn apply(&mut self, event: &FloorEvent, now: Moment) {
        match event {
            FloorEvent::Queued { turn, item, speaker, stance } => {
                let (speaker, stance) = (speaker.clone(), *stance);
                let (id, item) = (*turn, item.clone());
                self.waiting.push(Turn { id, item, speaker, stance, began: None, ended: None, extra: 0 });
            }
            FloorEvent::Unqueued { turn } => self.waiting.retain(|waiting| waiting.id != *turn),
            FloorEvent::Marked { turn, stance } => {
                let waiting = self.waiting.iter_mut().find(|waiting| waiting.id == *turn);
                let speaking = self.current.as_mut().filter(|current| current.id == *turn);
                if let Some(turn) = waiting.or(speaking) {
                    turn.stance = *stance;
                }
            }
            FloorEvent::Began { turn } => {
                if let Some(at) = self.waiting.iter().position(|waiting| waiting.id == *turn) {
                    self.end(now);
                    let turn = self.waiting.remove(at);
                    self.current = Some(Turn { began: Some(now), ..turn });
                }
            }
            FloorEvent::Ended => self.end(now),
            FloorEvent::Extended { seconds } => {
                if let Some(turn) = &mut self.current {
                    turn.extra = turn.extra.saturating_add(*seconds);
                }
            }
            FloorEvent::Ordered(ordering) => self.ordering = *ordering,
            FloorEvent::Raised { opinion, item, speaker, stance, text } => {
                let (id, item, speaker) = (*opinion, item.clone(), speaker.clone());
                self.opinions.push(Opinion { id, item, speaker, stance: *stance, text: text.clone() });
            }
            FloorEvent::Reworded { opinion, speaker, text } => {
                if let Some(known) = self.opinions.iter_mut().find(|known| known.id == *opinion) {
                    known.speaker = speaker.clone();
                    known.text.clone_from(text);
                }
            }
            FloorEvent::Noted { item, text } => {
                self.notes.insert(item.clone(), text.clone());
            }
        }
    }

    fn end(&mut self, now: Moment) {
        if let Some(turn) = self.current.take() {
            self.spoken.push(Turn { ended: Some(now), ..turn });
        }
    }
}

impl Speaker {
    /// Who this is, to tell whether they have spoken before: their key, else name and building.
    #[must_use]
    pub fn who(&self) -> (&str, &str) {
        match &self.person {
            Some(person) => (&person.0, ""),
            None => (&self.name, &self.building),
        }
    }
}
