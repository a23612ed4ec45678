//! An agenda as its author wrote it. Also what a meeting keeps of it, so that it can always be read.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{ItemKey, MotionKey};
use crate::domain::{
    Lang, MatterId, Text,
    meeting::{roll::Voter, rule::Regime, rule::Rule, rule::Taking},
    session::SessionKind,
};

/// An agenda file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Agenda {
    /// `id`: what it is called over its versions.
    pub id: String,
    /// `version`: free text.
    pub version: String,
    /// `title`.
    pub title: Text,
    /// `default_language`.
    pub default_language: Lang,
    /// `kind`: which kind of session it is for.
    pub kind: SessionKind,
    /// `rule`: what motions are decided by that name no other.
    pub rule: Rule,
    /// `settings`.
    pub settings: Settings,
    /// `roll`: the entitled, already grouped by owner; empty when none is given.
    pub roll: Vec<Voter>,
    /// `script`: what the facilitator reads out at the start.
    pub script: Vec<Text>,
    /// `items`.
    pub items: Vec<Item>,
}

/// How a meeting is held.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[allow(clippy::struct_excessive_bools, reason = "each is one line of the file, and none depends on another")]
pub struct Settings {
    /// Who takes part in a vote: `abstain`, `spoiled`, `silent`.
    pub taking: Taking,
    /// `max_principals`: how many one proxy may stand for. 3 unless the file says otherwise.
    pub max_principals: u32,
    /// `staff_proxies`: whether property staff may stand for owners. By default not.
    pub staff_proxies: bool,
    /// `parking`: whether parking spaces count. By default they do.
    pub parking: bool,
    /// `notice_days`: full days between notice and meeting, the day of notice not counted. 15 for owners, else 0.
    pub notice_days: u32,
    /// `speaking`: a speaker's time in seconds. 180 unless the file says otherwise.
    pub speaking: u32,
    /// `first_time_first`: whether those who have not spoken yet come first. By default they do.
    pub first_time_first: bool,
    /// `seconded`: whether a motion must be moved and seconded before it is put. By default not.
    pub seconded: bool,
    /// `live_counts`: whether the hall sees counts before the vote is closed. By default not.
    pub live_counts: bool,
}

/// One item of an agenda.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Item {
    /// `name`: unique in the agenda.
    pub key: ItemKey,
    /// What it is for.
    pub kind: ItemKind,
    /// `title`.
    pub title: Text,
    /// `minutes` planned; 0 when none are. A parent's own, its sub-items' come on top.
    pub minutes: u32,
    /// `script`: what the facilitator reads out.
    pub script: Vec<Text>,
    /// `speaking`: a speaker's time in seconds, when it differs from the agenda's.
    pub speaking: Option<u32>,
    /// `matters`: the ids of the matters it is about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub matters: Vec<MatterId>,
    /// `items`: sub-items, one level.
    pub items: Vec<Item>,
}

/// What an item is for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ItemKind {
    /// 通报
    Inform,
    /// 征询
    Hear,
    /// 讨论
    Discuss,
    /// 表决: motions put one after the other.
    Decide {
        /// The motions.
        motions: Vec<MotionPlan>,
    },
    /// 认捐: money, goods, labour.
    Pledge(PledgeRound),
    /// 认领: partners take over parts.
    Claim {
        /// The parts on offer.
        parts: Vec<Part>,
    },
    /// 分工: who does what by when.
    Assign,
    /// 回访: earlier actions that are still open.
    FollowUp,
    /// 问卷: filled there and then.
    Survey {
        /// The survey's id.
        survey: String,
    },
    /// 资金: a fund's sources and allocations.
    Fund {
        /// The fund.
        fund: FundPlan,
    },
    /// 休息: left out of every clock.
    Pause,
}

/// A motion as posted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MotionPlan {
    /// `name`: unique in the agenda.
    pub key: MotionKey,
    /// `text`: what is put to the vote.
    pub text: Text,
    /// `rule`, when it differs from the agenda's.
    pub rule: Option<Rule>,
    /// `way`.
    pub way: Way,
    /// `matters`: the ids of the matters it decides.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub matters: Vec<MatterId>,
}

/// A way of voting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Way {
    /// 举手: totals.
    ShowOfHands,
    /// 记名, 逐户: who said what.
    RollCall,
    /// 无记名: paper ballots by box.
    Secret {
        /// The boxes, such as one per building; one box when the file names none.
        boxes: Vec<Text>,
    },
    /// 征询异议: carried when nobody firmly objects.
    Consent,
    /// 贴点: stickers per option. Decides nothing by itself.
    Dots {
        /// What to choose from.
        options: Vec<Text>,
        /// Stickers a person gets.
        each: u32,
    },
}

/// A round of pledges.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PledgeRound {
    /// `target` in fen, when there is one.
    pub target: Option<i64>,
    /// `match`, when somebody adds to what residents give.
    pub matching: Option<MatchRule>,
}

/// Who adds how much to what residents give themselves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MatchRule {
    /// `from`: who adds, such as the street office.
    pub from: Text,
    /// `min`: least ratio.
    pub min: super::super::rule::Fraction,
    /// `max`: greatest ratio.
    pub max: super::super::rule::Fraction,
    /// `cap` in fen, when there is one.
    pub cap: Option<i64>,
    /// `base`: what the ratio is taken of.
    pub base: MatchBase,
}

/// What a match is taken of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MatchBase {
    /// 到账
    Received,
    /// 认捐
    Pledged,
}

/// A part partners may take over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// `name`: unique in the item.
    pub key: String,
    /// `title`.
    pub title: Text,
    /// `cost` in fen, when known.
    pub cost: Option<i64>,
}

/// A fund an agenda opens or speaks of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FundPlan {
    /// `name`: the same name is the same fund at every meeting.
    pub key: String,
    /// `title`.
    pub title: Text,
    /// `sources`: who put in how much, in fen.
    pub sources: Vec<(Text, i64)>,
    /// `allocations` proposed: for what, how much in fen.
    pub allocations: Vec<(Text, i64)>,
}

/// When the notice went up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    /// The day of posting.
    pub on: NaiveDate,
}

impl Settings {
    /// What holds when an agenda file under this regime sets nothing.
    #[must_use]
    pub fn of(regime: Regime) -> Self {
        Self {
            taking: Taking::default(),
            max_principals: 3,
            staff_proxies: false,
            parking: true,
            notice_days: if matches!(regime, Regime::Owners(_)) { 15 } else { 0 },
            speaking: 180,
            first_time_first: true,
            seconded: false,
            live_counts: false,
        }
    }
}

impl Agenda {
    /// Every item with its sub-items after it, in order.
    pub fn all_items(&self) -> impl Iterator<Item = &Item> {
        self.items.iter().flat_map(|item| std::iter::once(item).chain(&item.items))
    }
}
