//! What `demo/meetings.ron` says: by which agenda a session was held, and what came of it.

use chrono::{NaiveDate, NaiveDateTime};
use serde::Deserialize;

use crate::{app::demo::StoryFault, domain::meeting::attendance::Capacity};

/// The file that is part of the program.
const FILE: &str = include_str!("../../../../demo/meetings.ron");

/// All meetings of the demo, in the order they were held.
#[derive(Debug, Deserialize)]
pub(in crate::app::demo) struct Told {
    /// What all minutes say about the demo.
    pub(super) remark: String,
    /// What a household is called that did not say: `{b}`, `{e}`, `{h}` stand for its door.
    pub(super) unnamed: String,
    pub(super) held: Vec<Held>,
}

/// One meeting. What is not written follows from the agenda and the people.
#[derive(Debug, Deserialize)]
#[serde(default)]
#[derive(Default)]
pub(super) struct Held {
    /// Its session, from 0.
    pub(super) session: usize,
    /// The id of its agenda.
    pub(super) agenda: String,
    /// What it is called; as its session when empty.
    pub(super) title: String,
    /// When it began; as its session when nothing is written.
    pub(super) starts: Option<NaiveDateTime>,
    pub(super) place: String,
    pub(super) notice: Option<NaiveDate>,
    /// Who is entitled, where there is a roll: name, building, entrance, household.
    pub(super) roll: Vec<(String, String, String, String)>,
    /// Written proxies: whose, in whose hands.
    pub(super) proxies: Vec<(String, String)>,
    /// Who is there besides residents.
    pub(super) guests: Vec<(String, Guest)>,
    /// The concerns that are spoken of, the first first.
    pub(super) about: Vec<String>,
    /// On which item how many points are raised out of the remarks of the story.
    pub(super) points: Vec<(String, usize)>,
    /// Points besides: on which item, what.
    pub(super) said: Vec<(String, String)>,
    /// Items left out, and why.
    pub(super) skip: Vec<(String, String)>,
    /// Motions that were not carried unanimously: hands against and abstaining.
    pub(super) hands: Vec<(String, u32, u32)>,
    /// Stickers on the options of a motion.
    pub(super) dots: Vec<u32>,
    /// The last words of a motion, where it was amended.
    pub(super) amended: Vec<(String, String, String)>,
    /// Whether the households pledge the money they spoke of at the door.
    pub(super) money: bool,
    pub(super) gifts: Vec<Given>,
    /// Which part who takes over, and what was promised.
    pub(super) claims: Vec<(String, String, String)>,
    pub(super) tasks: Vec<Tasked>,
    /// Tasks of earlier meetings that are checked at the follow-up, and what was found.
    pub(super) checked: Vec<(String, String)>,
    /// The facilitator's notes on items.
    pub(super) notes: Vec<(String, String)>,
    /// The note-taker's words on items.
    pub(super) words: Vec<(String, String)>,
    /// When and where the next meeting is.
    pub(super) next: String,
    /// Whether the result was posted the day after.
    pub(super) posted: bool,
    /// What happened before the next meeting, in order.
    pub(super) after: Vec<After>,
}

/// As what a guest is there.
#[derive(Debug, Clone, Copy, Deserialize)]
pub(super) enum Guest {
    Observer,
    Staff,
}

impl Guest {
    pub(super) fn capacity(self) -> Capacity {
        match self {
            Self::Observer => Capacity::Observer,
            Self::Staff => Capacity::Staff,
        }
    }
}

/// Something besides money that a resident gives.
#[derive(Debug, Deserialize)]
pub(super) enum Given {
    /// What, how many, the measure word.
    Goods(String, u32, String),
    Hours(u32),
}

/// Somebody is to do something.
#[derive(Debug, Deserialize)]
pub(super) struct Tasked {
    /// What this file calls it.
    pub(super) name: String,
    pub(super) what: String,
    pub(super) who: String,
    #[serde(default)]
    pub(super) due: Option<NaiveDate>,
}

/// Something that happened after a meeting.
#[derive(Debug, Deserialize)]
pub(super) enum After {
    /// A task was done.
    Done { at: NaiveDateTime, task: String, by: String, note: String },
    /// A task was checked and closed out.
    Checked { at: NaiveDateTime, task: String, by: String, note: String },
    /// A task has another day, or none.
    Moved { at: NaiveDateTime, task: String, due: Option<NaiveDate> },
    /// Everything pledged at the meeting that had not come in came in.
    Received { at: NaiveDateTime },
    /// The match was granted, in yuan.
    Granted { at: NaiveDateTime, yuan: i64 },
    /// A part that was claimed is there.
    Delivered { at: NaiveDateTime, part: String, note: String },
    /// Some of an allocation, counted from 0, was paid out, in yuan.
    Spent { at: NaiveDateTime, allocation: usize, yuan: i64, note: String },
    /// The minutes were corrected, and made final again.
    Corrected { at: NaiveDateTime, reason: String },
}

impl Told {
    /// The meetings that come with the program.
    pub(in crate::app::demo) fn shipped() -> Result<Self, StoryFault> {
        ron::from_str(FILE).map_err(StoryFault::reading)
    }

    /// How many there are.
    pub(in crate::app::demo) fn count(&self) -> usize {
        self.held.len()
    }
}

impl After {
    /// When, local time.
    pub(super) fn at(&self) -> NaiveDateTime {
        match self {
            Self::Done { at, .. }
            | Self::Checked { at, .. }
            | Self::Moved { at, .. }
            | Self::Received { at }
            | Self::Granted { at, .. }
            | Self::Delivered { at, .. }
            | Self::Spent { at, .. }
            | Self::Corrected { at, .. } => *at,
        }
    }
}
