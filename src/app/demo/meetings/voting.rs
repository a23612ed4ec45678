//! The motions of an item, put and voted on in the way the agenda says.

use super::hall::Hall;
use crate::{
    app::demo::DemoFault,
    domain::{
        Lang, Text,
        meeting::{
            Command,
            agenda::{ItemKey, MotionKey, Way},
            motion::{Hands, MotionCommand},
            rule::Choice,
        },
    },
};

impl Hall<'_, '_> {
    /// All motions of an item, one after the other.
    pub(super) fn votes(&mut self, item: &ItemKey) -> Result<(), DemoFault> {
        let motions: Vec<_> = self.meeting.motions.on(item).map(|m| (m.key.clone(), m.way.clone())).collect();
        for (motion, way) in motions {
            self.amend(&motion)?;
            self.wait(30, 70);
            self.put(MotionCommand::Put { motion: motion.clone(), way: None })?;
            self.wait(15, 45);
            self.count(&motion, &way)?;
            self.wait(5, 15);
            self.put(MotionCommand::Close { motion })?;
            self.wait(10, 30);
        }
        Ok(())
    }

    fn put(&mut self, command: MotionCommand) -> Result<(), DemoFault> {
        self.ask(Command::Motion(command))
    }

    fn amend(&mut self, motion: &MotionKey) -> Result<(), DemoFault> {
        for (_, text, by) in self.told.amended.iter().filter(|(name, ..)| *name == motion.0) {
            let text = Text::one(Lang::new("zh-CN"), text.as_str());
            self.put(MotionCommand::Amend { motion: motion.clone(), text, by: by.clone() })?;
        }
        Ok(())
    }

    /// Everybody there is for it, but for those the file names.
    fn count(&mut self, motion: &MotionKey, way: &Way) -> Result<(), DemoFault> {
        let presence = self.meeting.attendance.presence().clone();
        match way {
            Way::ShowOfHands => {
                let other = self.told.hands.iter().find(|(name, ..)| *name == motion.0);
                let (no, abstain) = other.map_or((0, 0), |(_, no, abstain)| (*no, *abstain));
                let there = u32::try_from(presence.weight.heads).unwrap_or(u32::MAX);
                let hands = Hands { yes: there.saturating_sub(no).saturating_sub(abstain), no, abstain };
                self.put(MotionCommand::Count { motion: motion.clone(), hands })?;
            }
            Way::RollCall => {
                for voice in presence.voices {
                    let choice = Some(Choice::For);
                    self.put(MotionCommand::Vote { motion: motion.clone(), voter: voice.voter, choice })?;
                    self.wait(2, 6);
                }
            }
            Way::Dots { .. } => {
                for (at, dots) in self.told.dots.iter().enumerate() {
                    self.put(MotionCommand::Dot { motion: motion.clone(), at, dots: *dots })?;
                    self.wait(3, 8);
                }
            }
            Way::Consent | Way::Secret { .. } => {}
        }
        Ok(())
    }
}
