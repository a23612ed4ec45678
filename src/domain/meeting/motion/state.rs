//! A motion as its events make it.

use super::{Tellers, Vote};
use crate::domain::{
    Text,
    meeting::{
        Moment,
        agenda::{ItemKey, MotionKey, Way},
        rule::{Judgement, Outcome, Rule},
    },
};

/// What has become of a motion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stage {
    /// Not yet put.
    Ahead,
    /// Its vote is open.
    Open,
    /// Its vote is closed.
    Closed,
    /// It was withdrawn.
    Withdrawn {
        /// Why.
        reason: String,
    },
}

/// A text it had.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// The text.
    pub text: Text,
    /// By whom; empty for the agenda's own.
    pub by: String,
    /// Since when; nothing for the agenda's own.
    pub at: Option<Moment>,
}

/// A motion.
#[derive(Debug, Clone, PartialEq)]
pub struct Motion {
    /// Its key.
    pub key: MotionKey,
    /// On which item.
    pub item: ItemKey,
    /// Whether it stood on the posted agenda.
    pub posted: bool,
    /// Its texts, the last one is put.
    pub versions: Vec<Version>,
    /// By whom it was moved.
    pub moved_by: Option<String>,
    /// By whom it was seconded.
    pub seconded_by: Option<String>,
    /// Who counts its vote.
    pub tellers: Tellers,
    /// What it is decided by.
    pub rule: Rule,
    /// The way of voting planned.
    pub way: Way,
    /// What has become of it.
    pub stage: Stage,
    /// Its vote, once it was put.
    pub vote: Option<Vote>,
    /// The outcome a person set, and why.
    pub overridden: Option<(Outcome, String)>,
    /// Each time its vote was opened again, and why.
    pub reopened: Vec<(Moment, String)>,
}

impl Motion {
    /// A motion that has not been put.
    pub(super) fn new(key: MotionKey, item: ItemKey, text: Text, rule: Rule, way: Way) -> Self {
        Self {
            key,
            item,
            posted: true,
            versions: vec![Version { text, by: String::new(), at: None }],
            moved_by: None,
            seconded_by: None,
            tellers: Tellers::default(),
            rule,
            way,
            stage: Stage::Ahead,
            vote: None,
            overridden: None,
            reopened: Vec::new(),
        }
    }

    /// The text as it stands.
    #[must_use]
    pub fn text(&self) -> &Text {
        static NOTHING: Text = Text(Vec::new());
        self.versions.last().map_or(&NOTHING, |version| &version.text)
    }

    /// What the rule said of the counts when the vote was closed.
    #[must_use]
    pub fn judgement(&self) -> Option<&Judgement> {
        self.vote.as_ref()?.judgement.as_ref()
    }

    /// The outcome the rule gives, or the chair saw where nothing was counted; nothing while the vote is open and for dots.
    #[must_use]
    pub fn computed(&self) -> Option<Outcome> {
        let vote = self.vote.as_ref().filter(|_| self.stage == Stage::Closed)?;
        vote.clear.or_else(|| vote.judgement.as_ref().map(|judgement| judgement.strict.outcome))
    }

    /// The outcome that stands: a person's, else the computed one.
    #[must_use]
    pub fn outcome(&self) -> Option<Outcome> {
        let computed = self.computed();
        self.overridden.as_ref().map(|(outcome, _)| *outcome).filter(|_| self.stage == Stage::Closed).or(computed)
    }
}
