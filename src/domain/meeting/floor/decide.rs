//! What may be done on the floor.

use super::{Floor, FloorCommand, FloorEvent, FloorRefusal, Speaker};
use crate::domain::meeting::{Meeting, Refusal, agenda::ItemKey};

impl Floor {
    /// What happens when this is asked for.
    pub(in crate::domain::meeting) fn decide(
        &self,
        meeting: &Meeting,
        command: FloorCommand,
    ) -> Result<Vec<FloorEvent>, Refusal> {
        self.answer(meeting, command).map_err(Refusal::Floor)
    }

    fn answer(&self, meeting: &Meeting, command: FloorCommand) -> Result<Vec<FloorEvent>, FloorRefusal> {
        let event = match command {
            FloorCommand::Queue { turn, speaker, stance } => {
                let item = current(meeting)?;
                if speaker.name.trim().is_empty() {
                    return Err(FloorRefusal::NoName);
                }
                if self.is_waiting(&item, &speaker) || self.waits(turn).is_some() {
                    return Err(FloorRefusal::Waits);
                }
                FloorEvent::Queued { turn, item, speaker, stance }
            }
            FloorCommand::Unqueue { turn } => {
                self.waits(turn).ok_or(FloorRefusal::NoTurn)?;
                FloorEvent::Unqueued { turn }
            }
            FloorCommand::Mark { turn, stance } => {
                if self.waits(turn).is_none() && self.speaker().is_none_or(|speaker| speaker.id != turn) {
                    return Err(FloorRefusal::NoTurn);
                }
                FloorEvent::Marked { turn, stance }
            }
            FloorCommand::NextSpeaker => {
                let item = current(meeting)?;
                match (self.queue(&item).first(), self.speaker()) {
                    (Some(next), _) => FloorEvent::Began { turn: next.id },
                    (None, Some(_)) => FloorEvent::Ended,
                    (None, None) => return Err(FloorRefusal::NobodyWaits),
                }
            }
            FloorCommand::Call { turn } => {
                self.waits(turn).ok_or(FloorRefusal::NoTurn)?;
                FloorEvent::Began { turn }
            }
            FloorCommand::End => {
                self.speaker().ok_or(FloorRefusal::NobodySpeaks)?;
                FloorEvent::Ended
            }
            FloorCommand::Extend { seconds } => {
                self.speaker().ok_or(FloorRefusal::NobodySpeaks)?;
                FloorEvent::Extended { seconds }
            }
            FloorCommand::Order(ordering) => FloorEvent::Ordered(ordering),
            FloorCommand::Raise { opinion, speaker, text } => {
                let item = current(meeting)?;
                let text = typed(&text)?;
                let (speaker, stance) = match (speaker, self.speaker()) {
                    (Some(speaker), _) => (speaker, None),
                    (None, Some(turn)) => (turn.speaker.clone(), turn.stance),
                    (None, None) => (Speaker { person: None, name: String::new(), building: String::new() }, None),
                };
                FloorEvent::Raised { opinion, item, speaker, stance, text }
            }
            FloorCommand::Reword { opinion, speaker, text } => {
                if !self.opinions().iter().any(|known| known.id == opinion) {
                    return Err(FloorRefusal::NoOpinion);
                }
                FloorEvent::Reworded { opinion, speaker, text: typed(&text)? }
            }
            FloorCommand::Note { item, text } => {
                meeting.course.item(&item).ok_or(FloorRefusal::NoItem)?;
                FloorEvent::Noted { item, text }
            }
        };
        Ok(vec![event])
    }
}

fn current(meeting: &Meeting) -> Result<ItemKey, FloorRefusal> {
    meeting.course.current().map(|item| item.item.key.clone()).ok_or(FloorRefusal::NoItem)
}

fn typed(text: &str) -> Result<String, FloorRefusal> {
    let text = text.trim();
    if text.is_empty() { Err(FloorRefusal::Empty) } else { Ok(text.to_owned()) }
}
