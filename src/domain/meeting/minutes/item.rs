//! One item: what was presented, what was said, what was put and what was agreed.

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

use super::{Agreed, MotionMinutes, agreed};
use crate::domain::{
    Text,
    meeting::{
        Meeting, Moment,
        agenda::{ItemKey, ItemKind},
        course::{ItemState, Stage},
        floor::Stance,
        ledger::{Ledger, Scope},
    },
};

/// The minutes of one item.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ItemMinutes {
    /// Its key.
    pub key: ItemKey,
    /// Its number, and that of a sub-item under it. Both from 1.
    pub number: (usize, Option<usize>),
    /// What it is for.
    pub kind: ItemKind,
    /// Its title.
    pub title: Text,
    /// Whether it stood on the posted agenda.
    pub posted: bool,
    /// What has become of it.
    pub end: ItemEnd,
    /// A person's words on what was presented.
    pub presented: String,
    /// Points raised, numbered over the whole meeting.
    pub points: Vec<Point>,
    /// Motions, in order.
    pub motions: Vec<MotionMinutes>,
    /// Pledges, grants, claims, funds and actions.
    pub agreed: Agreed,
    /// Planned and spent; nothing in the public's edition.
    pub timing: Option<Timing>,
    /// The facilitator's notes; empty in the public's edition.
    pub notes: String,
}

/// What has become of an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ItemEnd {
    /// It was not reached.
    Ahead,
    /// It is under way.
    UnderWay,
    /// It was taken.
    Done,
    /// It was left out.
    Skipped {
        /// Why; may be empty.
        reason: String,
    },
}

/// A point raised.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Point {
    /// Its number over the whole meeting, from 1.
    pub number: usize,
    /// By whom; empty when nobody noted it.
    pub speaker: String,
    /// 栋; empty when not known.
    pub building: String,
    /// For or against.
    pub stance: Option<Stance>,
    /// What was said.
    pub text: String,
}

/// What was planned and what was spent, in milliseconds, breaks left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Timing {
    /// Planned; 0 when nothing was.
    pub planned: i64,
    /// Spent.
    pub spent: i64,
}

impl Timing {
    pub(super) fn of(planned: TimeDelta, spent: TimeDelta) -> Self {
        Self { planned: planned.num_milliseconds(), spent: spent.num_milliseconds() }
    }
}

/// The minutes of an item.
pub(super) fn of(meeting: &Meeting, ledger: &Ledger, state: &ItemState, last: Moment) -> ItemMinutes {
    let key = &state.item.key;
    let end = match &state.stage {
        Stage::Ahead => ItemEnd::Ahead,
        Stage::UnderWay => ItemEnd::UnderWay,
        Stage::Done => ItemEnd::Done,
        Stage::Skipped { reason } => ItemEnd::Skipped { reason: reason.clone() },
    };
    let points = meeting.floor.opinions_on(key).map(|(number, opinion)| Point {
        number,
        speaker: opinion.speaker.name.clone(),
        building: opinion.speaker.building.clone(),
        stance: opinion.stance,
        text: opinion.text.clone(),
    });
    let scope = Scope::Item(meeting.id, key.clone());
    ItemMinutes {
        key: key.clone(),
        number: meeting.course.number(key).unwrap_or_default(),
        kind: state.item.kind.clone(),
        title: state.item.title.clone(),
        posted: state.posted,
        end,
        presented: meeting.minutes.words(Some(key)).to_owned(),
        points: points.collect(),
        motions: meeting.motions.on(key).map(|motion| MotionMinutes::of(meeting, motion)).collect(),
        agreed: agreed::of(ledger, &scope, Some(&state.item.kind), |_| true),
        timing: meeting.course.spent(key, last).map(|clock| Timing::of(clock.planned, clock.spent)),
        notes: meeting.floor.notes(key).to_owned(),
    }
}
