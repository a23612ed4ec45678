//! What may be done with a motion.

use super::tellers::tidied;
use super::{BoxCount, Hands, Motion, MotionCommand, MotionEvent, MotionRefusal, Motions, Stage, Vote};
use crate::domain::meeting::{
    Meeting, Refusal,
    agenda::{MotionKey, VoterKey, Way},
    rule::{Measure, Outcome, Rule},
};

type Answer = Result<Vec<MotionEvent>, MotionRefusal>;

impl Motions {
    /// What happens when this is asked for.
    pub(in crate::domain::meeting) fn decide(
        &self,
        meeting: &Meeting,
        command: MotionCommand,
    ) -> Result<Vec<MotionEvent>, Refusal> {
        let answer = match command {
            MotionCommand::Move { .. }
            | MotionCommand::Sponsor { .. }
            | MotionCommand::Second { .. }
            | MotionCommand::Amend { .. }
            | MotionCommand::Appoint { .. }
            | MotionCommand::Withdraw { .. } => self.wording(meeting, command),
            MotionCommand::Put { motion, way } => self.put(meeting, motion, way),
            MotionCommand::Close { .. }
            | MotionCommand::Clear { .. }
            | MotionCommand::Reopen { .. }
            | MotionCommand::Override { .. } => self.settle(meeting, command),
            command => self.count(meeting, command),
        };
        answer.map_err(Refusal::Motion)
    }

    fn known(&self, key: &MotionKey) -> Result<&Motion, MotionRefusal> {
        self.get(key).ok_or(MotionRefusal::NoMotion)
    }

    /// A motion whose text may still change.
    fn pending(&self, key: &MotionKey) -> Result<&Motion, MotionRefusal> {
        let motion = self.known(key)?;
        match motion.stage {
            Stage::Ahead => Ok(motion),
            Stage::Open => Err(MotionRefusal::Open),
            Stage::Closed => Err(MotionRefusal::Closed),
            Stage::Withdrawn { .. } => Err(MotionRefusal::Withdrawn),
        }
    }

    /// The open vote of a motion.
    fn vote(&self, key: &MotionKey) -> Result<(&Motion, &Vote), MotionRefusal> {
        let motion = self.known(key)?;
        match (&motion.stage, &motion.vote) {
            (Stage::Open, Some(vote)) => Ok((motion, vote)),
            _ => Err(MotionRefusal::NotOpen),
        }
    }

    fn wording(&self, meeting: &Meeting, command: MotionCommand) -> Answer {
        let event = match command {
            MotionCommand::Move { motion, item, text, by, rule, way, matters } => {
                meeting.course.item(&item).ok_or(MotionRefusal::NoItem)?;
                if text.is_empty() {
                    return Err(MotionRefusal::NoText);
                }
                if self.get(&motion).is_some() {
                    return Err(MotionRefusal::Open);
                }
                let rule = rule.unwrap_or_else(|| self.rule().clone());
                weighs(&rule, &way)?;
                MotionEvent::Moved { motion, item, text, by: by.trim().to_owned(), rule, way, matters }
            }
            MotionCommand::Sponsor { motion, by } => {
                self.pending(&motion)?;
                MotionEvent::Sponsored { motion, by: name(&by)? }
            }
            MotionCommand::Second { motion, by } => {
                let by = name(&by)?;
                if self.pending(&motion)?.moved_by.as_ref() == Some(&by) {
                    return Err(MotionRefusal::OwnSecond);
                }
                MotionEvent::Seconded { motion, by }
            }
            MotionCommand::Amend { motion, text, by } => {
                self.pending(&motion)?;
                if text.is_empty() {
                    return Err(MotionRefusal::NoText);
                }
                MotionEvent::Amended { motion, text, by: by.trim().to_owned() }
            }
            MotionCommand::Appoint { motion, teller, names } => {
                let known = self.known(&motion)?;
                match (&known.stage, &known.vote) {
                    (Stage::Closed, _) => return Err(MotionRefusal::Closed),
                    (Stage::Withdrawn { .. }, _) => return Err(MotionRefusal::Withdrawn),
                    // Who is asked for objections casts nothing that could be counted.
                    (Stage::Open, Some(vote)) if vote.way == Way::Consent => return Err(MotionRefusal::OtherWay),
                    _ => {}
                }
                MotionEvent::Appointed { motion, teller, names: tidied(&names) }
            }
            MotionCommand::Withdraw { motion, reason } => {
                self.pending(&motion)?;
                MotionEvent::Withdrawn { motion, reason: reason.trim().to_owned() }
            }
            _ => return Err(MotionRefusal::OtherWay),
        };
        Ok(vec![event])
    }

    fn put(&self, meeting: &Meeting, key: MotionKey, way: Option<Way>) -> Answer {
        meeting.course.started().ok_or(MotionRefusal::NotStarted)?;
        let motion = self.pending(&key)?;
        if self.open().is_some() {
            return Err(MotionRefusal::OtherOpen);
        }
        if self.must_be_seconded() && (motion.moved_by.is_none() || motion.seconded_by.is_none()) {
            return Err(MotionRefusal::NotSeconded);
        }
        let way = way.unwrap_or_else(|| motion.way.clone());
        weighs(&motion.rule, &way)?;
        if way == Way::RollCall && meeting.attendance.roll().is_empty() {
            return Err(MotionRefusal::NoRoll);
        }
        Ok(vec![MotionEvent::Put { motion: key, way, presence: meeting.attendance.presence().clone() }])
    }

    fn count(&self, meeting: &Meeting, command: MotionCommand) -> Answer {
        let event = match command {
            MotionCommand::Deliver { motion, voters } => {
                on(self.vote(&motion)?.1, &Way::RollCall)?;
                let roll = || meeting.attendance.roll().iter().map(|voter| voter.key.clone()).collect();
                let voters = if voters.is_empty() { roll() } else { voters };
                if voters.iter().any(|voter| meeting.attendance.voter(voter).is_none()) {
                    return Err(MotionRefusal::NotOnRoll);
                }
                MotionEvent::Delivered { motion, voters }
            }
            MotionCommand::Vote { motion, voter, choice } => {
                may_vote(meeting, self.vote(&motion)?.1, &voter)?;
                MotionEvent::Voted { motion, voter, choice }
            }
            MotionCommand::Count { motion, hands } => {
                let (_, vote) = self.vote(&motion)?;
                on(vote, &Way::ShowOfHands)?;
                fits(hands, vote.presence.weight.heads)?;
                MotionEvent::Counted { motion, hands }
            }
            MotionCommand::CountBox { motion, at, count } => {
                let (_, vote) = self.vote(&motion)?;
                vote.boxes.get(at).ok_or(MotionRefusal::NoSuchLine)?;
                checks(&count, meeting.attendance.entitled().area)?;
                MotionEvent::BoxCounted { motion, at, count }
            }
            MotionCommand::Dot { motion, at, dots } => {
                let (_, vote) = self.vote(&motion)?;
                vote.dots.get(at).ok_or(MotionRefusal::NoSuchLine)?;
                MotionEvent::Dotted { motion, at, dots }
            }
            MotionCommand::Object { motion, by, reason } => {
                on(self.vote(&motion)?.1, &Way::Consent)?;
                let reason = reason.trim().to_owned();
                if reason.is_empty() {
                    return Err(MotionRefusal::NoReason);
                }
                MotionEvent::Objected { motion, by: by.trim().to_owned(), reason }
            }
            _ => return Err(MotionRefusal::OtherWay),
        };
        Ok(vec![event])
    }

    fn settle(&self, meeting: &Meeting, command: MotionCommand) -> Answer {
        Ok(match command {
            MotionCommand::Close { motion } => {
                let (known, vote) = self.vote(&motion)?;
                if !vote.is_counted() {
                    return Err(MotionRefusal::NothingCounted);
                }
                for count in vote.boxes.iter().flatten() {
                    if count.marks() < count.found {
                        return Err(MotionRefusal::MarksMissing { marks: count.marks(), found: count.found });
                    }
                }
                if known.rule.needs(Measure::Area) {
                    let bare = meeting.attendance.without_area();
                    let lacking = vote.boxes.iter().position(|count| count.is_some_and(|count| count.lacks_area(bare)));
                    if let Some(at) = lacking {
                        return Err(MotionRefusal::AreaMissing { number: at + 1 });
                    }
                }
                let decides = !matches!(vote.way, Way::Dots { .. });
                let judgement = decides.then(|| known.rule.judge(&vote.counts(), self.taking()));
                vec![MotionEvent::Closed { motion, judgement }]
            }
            MotionCommand::Clear { motion, outcome } => {
                let (known, vote) = self.vote(&motion)?;
                on(vote, &Way::ShowOfHands)?;
                if outcome == Outcome::NotValid {
                    return Err(MotionRefusal::NoOutcome);
                }
                if !known.rule.quorum.is_empty() {
                    // Where the law asks for numbers, numbers are counted.
                    return Err(MotionRefusal::OtherWay);
                }
                let closed = MotionEvent::Closed { motion: motion.clone(), judgement: None };
                vec![MotionEvent::Clear { motion, outcome }, closed]
            }
            MotionCommand::Reopen { motion, reason } => {
                if self.known(&motion)?.stage != Stage::Closed {
                    return Err(MotionRefusal::NotOpen);
                }
                if self.open().is_some() {
                    return Err(MotionRefusal::OtherOpen);
                }
                vec![MotionEvent::Reopened { motion, reason: given(&reason)? }]
            }
            MotionCommand::Override { motion, outcome, reason } => {
                if self.known(&motion)?.stage != Stage::Closed {
                    return Err(MotionRefusal::Open);
                }
                vec![MotionEvent::Overridden { motion, outcome, reason: given(&reason)? }]
            }
            _ => return Err(MotionRefusal::OtherWay),
        })
    }
}

/// Whether this way of voting knows everything the rule weighs.
fn weighs(rule: &Rule, way: &Way) -> Result<(), MotionRefusal> {
    let area = rule.quorum.iter().chain(&rule.approval).any(|test| test.measure == Measure::Area);
    if area && !matches!(way, Way::RollCall | Way::Secret { .. }) { Err(MotionRefusal::NeedsArea) } else { Ok(()) }
}

fn on(vote: &Vote, way: &Way) -> Result<(), MotionRefusal> {
    if vote.way == *way { Ok(()) } else { Err(MotionRefusal::OtherWay) }
}

fn may_vote(meeting: &Meeting, vote: &Vote, voter: &VoterKey) -> Result<(), MotionRefusal> {
    on(vote, &Way::RollCall)?;
    if meeting.attendance.voter(voter).is_none() {
        return Err(MotionRefusal::NotOnRoll);
    }
    if meeting.attendance.is_disputed(voter) {
        return Err(MotionRefusal::Disputed);
    }
    if vote.may_speak(voter) { Ok(()) } else { Err(MotionRefusal::NotThere) }
}

fn fits(hands: Hands, present: u64) -> Result<(), MotionRefusal> {
    let hands = u64::from(hands.yes) + u64::from(hands.no) + u64::from(hands.abstain);
    if present > 0 && hands > present { Err(MotionRefusal::TooManyHands { hands, present }) } else { Ok(()) }
}

fn checks(count: &BoxCount, all: u64) -> Result<(), MotionRefusal> {
    let (marks, found, given) = (count.marks(), count.found, count.given.ballots);
    if marks > found {
        return Err(MotionRefusal::TooManyMarks { marks, found });
    }
    if given > 0 && found > given {
        return Err(MotionRefusal::TooManyPapers { found, given });
    }
    let counted = count.counted().area;
    match [count.given.area, all].into_iter().filter(|most| *most > 0).min() {
        Some(most) if counted > most => Err(MotionRefusal::TooMuchArea { counted, most }),
        _ => Ok(()),
    }
}

fn name(typed: &str) -> Result<String, MotionRefusal> {
    let name = typed.trim();
    if name.is_empty() { Err(MotionRefusal::NoName) } else { Ok(name.to_owned()) }
}

fn given(reason: &str) -> Result<String, MotionRefusal> {
    let reason = reason.trim();
    if reason.is_empty() { Err(MotionRefusal::NoReason) } else { Ok(reason.to_owned()) }
}
