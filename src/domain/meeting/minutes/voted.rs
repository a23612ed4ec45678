//! One motion: its texts, how it was voted on, what was counted, what became of it.

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

use super::sheet::name_of;
use crate::domain::{
    Text,
    meeting::{
        Meeting,
        agenda::{MotionKey, Way},
        motion::{BoxCount, Motion, Stage, Tellers, Vote},
        rule::{Choice, Counts, Judgement, Outcome, Rule},
    },
    survey::Door,
};

/// The minutes of one motion.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MotionMinutes {
    /// Its key.
    pub key: MotionKey,
    /// Whether it stood on the posted agenda.
    pub posted: bool,
    /// Its texts, oldest first; the last one is what was put.
    pub texts: Vec<TextVersion>,
    /// By whom it was moved.
    pub moved_by: Option<String>,
    /// By whom it was seconded.
    pub seconded_by: Option<String>,
    /// Who counted its vote. Minutes made final before anybody could be named have nobody.
    #[serde(default, skip_serializing_if = "Tellers::is_empty")]
    pub tellers: Tellers,
    /// What it is decided by.
    pub rule: Rule,
    /// How it was voted on; as planned while it was not put.
    pub way: Way,
    /// What has become of it.
    pub end: MotionEnd,
    /// When the vote opened.
    pub opened: Option<DateTime<FixedOffset>>,
    /// When it was closed.
    pub closed: Option<DateTime<FixedOffset>>,
    /// How many of the present were spoken for when the vote opened.
    pub by_proxy: u32,
    /// What was counted; nothing before the vote, for a clear result and for dots.
    pub counts: Option<Counts>,
    /// Boxes with their counts.
    pub boxes: Vec<BoxLine>,
    /// Options with their stickers.
    pub dots: Vec<DotLine>,
    /// Firm objections.
    pub objections: Vec<ObjectionLine>,
    /// An obvious majority, not counted: never with any share.
    pub clear: Option<Outcome>,
    /// What the rule says of the counts, with the result under a silent-ballot rule beside it.
    pub judgement: Option<Judgement>,
    /// The outcome that stands; nothing while the vote is open and for dots.
    pub outcome: Option<Outcome>,
    /// The outcome the rule gives, when a person set another.
    pub computed: Option<Outcome>,
    /// Why a person set the outcome, when one did.
    pub overridden: Option<String>,
    /// Each time the vote was opened again.
    pub reopened: Vec<Reopening>,
    /// 记名: who said what by roll call, in roll order; empty in the public's edition.
    pub named: Vec<NamedVote>,
}

/// What has become of a motion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MotionEnd {
    /// It was not put.
    NotPut,
    /// Its vote is open.
    Open,
    /// Its vote is closed.
    Closed,
    /// It was withdrawn.
    Withdrawn {
        /// Why; may be empty.
        reason: String,
    },
}

/// A text a motion had.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextVersion {
    /// The text.
    pub text: Text,
    /// By whom; empty for the agenda's own.
    pub by: String,
}

/// A box of ballot papers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BoxLine {
    /// Such as a building; empty where there is one box only.
    pub name: Text,
    /// What was counted; nothing while it was not.
    pub count: Option<BoxCount>,
}

/// An option of approval dots.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DotLine {
    /// The option.
    pub option: Text,
    /// Its stickers; nothing while they were not counted.
    pub dots: Option<u32>,
}

/// A firm objection.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ObjectionLine {
    /// Who; may be empty.
    pub by: String,
    /// Why.
    pub reason: String,
}

/// Something closed was opened again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reopening {
    /// When.
    pub at: DateTime<FixedOffset>,
    /// Why.
    pub reason: String,
}

/// What one voter said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NamedVote {
    /// Who.
    pub name: String,
    /// Their door.
    pub door: Door,
    /// Exclusive area in 0.01 m².
    pub area: u64,
    /// What they said; nothing for a ballot handed out and not returned.
    pub choice: Option<Choice>,
    /// Who spoke for them.
    pub proxy: Option<String>,
}

impl MotionMinutes {
    pub(super) fn of(meeting: &Meeting, motion: &Motion) -> Self {
        let vote = motion.vote.as_ref();
        let end = match &motion.stage {
            Stage::Ahead => MotionEnd::NotPut,
            Stage::Open => MotionEnd::Open,
            Stage::Closed => MotionEnd::Closed,
            Stage::Withdrawn { reason } => MotionEnd::Withdrawn { reason: reason.clone() },
        };
        let texts = motion.versions.iter().map(|v| TextVersion { text: v.text.clone(), by: v.by.clone() });
        let reopened = motion.reopened.iter().map(|(at, reason)| Reopening { at: at.wall, reason: reason.clone() });
        let objections = vote.map(|vote| vote.objections.as_slice()).unwrap_or_default().iter();
        let overridden = motion.overridden.as_ref().filter(|_| motion.stage == Stage::Closed);
        Self {
            key: motion.key.clone(),
            posted: motion.posted,
            texts: texts.collect(),
            moved_by: motion.moved_by.clone().filter(|by| !by.is_empty()),
            seconded_by: motion.seconded_by.clone(),
            tellers: motion.tellers.clone(),
            rule: motion.rule.clone(),
            way: vote.map_or_else(|| motion.way.clone(), |vote| vote.way.clone()),
            end,
            opened: vote.map(|vote| vote.opened.wall),
            closed: vote.and_then(|vote| vote.closed).map(|closed| closed.wall),
            by_proxy: vote.map_or(0, |vote| vote.presence.by_proxy),
            counts: vote.and_then(counts),
            boxes: vote.map(boxes).unwrap_or_default(),
            dots: vote.map(dots).unwrap_or_default(),
            objections: objections.map(|o| ObjectionLine { by: o.by.clone(), reason: o.reason.clone() }).collect(),
            clear: vote.and_then(|vote| vote.clear),
            judgement: motion.judgement().cloned(),
            outcome: motion.outcome(),
            computed: overridden.and_then(|_| motion.computed()),
            overridden: overridden.map(|(_, reason)| reason.clone()),
            reopened: reopened.collect(),
            named: vote.map(|vote| named(meeting, vote)).unwrap_or_default(),
        }
    }

    /// The text as it was put.
    #[must_use]
    pub fn text(&self) -> &Text {
        static NOTHING: Text = Text(Vec::new());
        self.texts.last().map_or(&NOTHING, |version| &version.text)
    }
}

fn counts(vote: &Vote) -> Option<Counts> {
    let decides = !matches!(vote.way, Way::Dots { .. });
    (decides && vote.clear.is_none() && vote.is_counted()).then(|| vote.counts())
}

fn boxes(vote: &Vote) -> Vec<BoxLine> {
    let Way::Secret { boxes } = &vote.way else { return Vec::new() };
    let name = |at: usize| boxes.get(at).cloned().unwrap_or_default();
    vote.boxes.iter().enumerate().map(|(at, count)| BoxLine { name: name(at), count: *count }).collect()
}

fn dots(vote: &Vote) -> Vec<DotLine> {
    let Way::Dots { options, .. } = &vote.way else { return Vec::new() };
    let lines = options.iter().zip(&vote.dots);
    lines.map(|(option, dots)| DotLine { option: option.clone(), dots: *dots }).collect()
}

fn named(meeting: &Meeting, vote: &Vote) -> Vec<NamedVote> {
    if vote.way != Way::RollCall {
        return Vec::new();
    }
    let attendance = &meeting.attendance;
    let proxies: std::collections::HashMap<_, _> =
        vote.presence.voices.iter().filter_map(|voice| Some((&voice.voter, voice.proxy.as_ref()?))).collect();
    let asked = attendance.roll().iter().filter_map(|voter| {
        let choice = vote.choices.get(&voter.key).copied();
        (choice.is_some() || vote.delivered.contains(&voter.key)).then_some((voter, choice))
    });
    let line = |(voter, choice): (&crate::domain::meeting::roll::Voter, Option<Choice>)| NamedVote {
        name: voter.name.clone(),
        door: voter.door(),
        area: attendance.weight(&voter.key).area,
        choice,
        proxy: proxies.get(&voter.key).map(|holder| name_of(attendance, holder)),
    };
    asked.map(line).collect()
}
