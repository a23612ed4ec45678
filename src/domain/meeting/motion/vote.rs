//! One vote: who was there, what was counted, kept so that running totals cost nothing.

use std::collections::{HashMap, HashSet};

use super::{BoxCount, Hands};
use crate::domain::meeting::{
    Moment,
    agenda::{VoterKey, Way},
    attendance::{Attendance, Presence},
    rule::{Choice, Counts, Judgement, Outcome, Regime, Rule, Weight},
};

/// Somebody firmly objects.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Objection {
    /// Who.
    pub by: String,
    /// Why.
    pub reason: String,
}

/// One vote.
#[derive(Debug, Clone, PartialEq)]
pub struct Vote {
    /// How it goes.
    pub way: Way,
    /// When it opened.
    pub opened: Moment,
    /// When it was closed.
    pub closed: Option<Moment>,
    /// Who was there when it opened.
    pub presence: Presence,
    /// What each voter said, by roll call.
    pub choices: HashMap<VoterKey, Choice>,
    /// Whose ballot paper was handed out.
    pub delivered: HashSet<VoterKey>,
    /// Hands as counted.
    pub hands: Option<Hands>,
    /// Boxes as counted, in the order of the way.
    pub boxes: Vec<Option<BoxCount>>,
    /// Stickers per option, in the order of the way.
    pub dots: Vec<Option<u32>>,
    /// Firm objections.
    pub objections: Vec<Objection>,
    /// An obvious majority, not counted.
    pub clear: Option<Outcome>,
    /// What the rule said when it was closed.
    pub judgement: Option<Judgement>,
    /// Whether everybody on the roll may speak, there or not.
    whole_roll: bool,
    there: HashSet<VoterKey>,
    /// Everybody who may speak.
    eligible: Weight,
    spoken: Weight,
    counts: Counts,
}

impl Vote {
    /// A vote that opens now.
    pub(super) fn open(rule: &Rule, way: &Way, presence: &Presence, attendance: &Attendance, now: Moment) -> Self {
        // Owners may hand in their ballot without coming; who settles a matter by talking must be there.
        let whole_roll = !matches!(rule.regime, Regime::Discussion(_) | Regime::ResidentsMeeting);
        let entitled = if attendance.roll().is_empty() { presence.weight } else { attendance.entitled() };
        let eligible = if whole_roll {
            let disputed = attendance.roll().iter().filter(|voter| attendance.is_disputed(&voter.key));
            disputed.fold(entitled, |sum, voter| sum.minus(attendance.weight(&voter.key)))
        } else {
            presence.weight
        };
        let lines = |way: &Way| match way {
            Way::Secret { boxes } => (boxes.len().max(1), 0),
            Way::Dots { options, .. } => (0, options.len()),
            _ => (0, 0),
        };
        let (boxes, dots) = lines(way);
        Self {
            way: way.clone(),
            opened: now,
            closed: None,
            there: presence.voices.iter().map(|voice| voice.voter.clone()).collect(),
            presence: presence.clone(),
            choices: HashMap::new(),
            delivered: HashSet::new(),
            hands: None,
            boxes: vec![None; boxes],
            dots: vec![None; dots],
            objections: Vec::new(),
            clear: None,
            judgement: None,
            whole_roll,
            eligible,
            spoken: Weight::default(),
            counts: Counts { entitled, present: presence.weight, ..Counts::default() },
        }
    }

    /// Whether a voter may speak in it.
    #[must_use]
    pub fn may_speak(&self, voter: &VoterKey) -> bool {
        self.whole_roll || self.there.contains(voter)
    }

    /// Whether a voter was there when it opened, or spoken for by a proxy who was.
    #[must_use]
    pub fn was_there(&self, voter: &VoterKey) -> bool {
        self.there.contains(voter)
    }

    /// What was counted so far. By consent, whoever is there and does not object consents.
    #[must_use]
    pub fn counts(&self) -> Counts {
        let mut counts = self.counts;
        match &self.way {
            Way::RollCall | Way::Dots { .. } => {}
            Way::ShowOfHands => {
                let hands = self.hands.unwrap_or_default();
                counts.yes = Weight::counted(u64::from(hands.yes));
                counts.no = Weight::counted(u64::from(hands.no));
                counts.abstain = Weight::counted(u64::from(hands.abstain));
            }
            Way::Secret { .. } => {
                for count in self.boxes.iter().flatten() {
                    counts.yes = counts.yes.plus(count.yes);
                    counts.no = counts.no.plus(count.no);
                    counts.abstain = counts.abstain.plus(count.abstain);
                    counts.spoiled = counts.spoiled.plus(count.spoiled);
                    counts.silent = counts.silent.plus(count.given.minus(count.counted()));
                }
            }
            Way::Consent => {
                counts.no = Weight::counted(self.objections.len() as u64);
                counts.yes = self.presence.weight.minus(counts.no);
            }
        }
        counts
    }

    /// What those weigh who may still speak.
    #[must_use]
    pub fn outstanding(&self) -> Weight {
        match self.way {
            Way::RollCall => self.eligible.minus(self.spoken),
            _ => Weight::default(),
        }
    }

    /// Whether anything was counted.
    #[must_use]
    pub fn is_counted(&self) -> bool {
        match self.way {
            Way::RollCall => !self.choices.is_empty(),
            Way::ShowOfHands => self.hands.is_some(),
            Way::Secret { .. } => self.boxes.iter().all(Option::is_some),
            Way::Dots { .. } => self.dots.iter().any(Option::is_some),
            Way::Consent => true,
        }
    }

    /// Hands out ballot papers.
    pub(super) fn deliver(&mut self, voter: &VoterKey, weight: Weight) {
        if self.delivered.insert(voter.clone()) && !self.choices.contains_key(voter) {
            self.counts.silent = self.counts.silent.plus(weight);
        }
    }

    /// Enters what a voter said in place of what they said before.
    pub(super) fn speak(&mut self, voter: &VoterKey, choice: Option<Choice>, weight: Weight) {
        let before = match choice {
            Some(choice) => self.choices.insert(voter.clone(), choice),
            None => self.choices.remove(voter),
        };
        if let Some(before) = before {
            let sum = self.sum(before);
            *sum = sum.minus(weight);
            self.spoken = self.spoken.minus(weight);
        }
        if let Some(choice) = choice {
            let sum = self.sum(choice);
            *sum = sum.plus(weight);
            self.spoken = self.spoken.plus(weight);
        }
        if self.delivered.contains(voter) {
            match (before, choice) {
                (None, Some(_)) => self.counts.silent = self.counts.silent.minus(weight),
                (Some(_), None) => self.counts.silent = self.counts.silent.plus(weight),
                _ => {}
            }
        }
    }

    fn sum(&mut self, choice: Choice) -> &mut Weight {
        match choice {
            Choice::For => &mut self.counts.yes,
            Choice::Against => &mut self.counts.no,
            Choice::Abstain => &mut self.counts.abstain,
            Choice::Spoiled => &mut self.counts.spoiled,
        }
    }
}
