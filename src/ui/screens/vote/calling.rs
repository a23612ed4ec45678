//! 唱票: what keys do while the roll is called or papers go round.

use super::{VoteScreen, screen::Part};
use crate::{
    app::{Action, Ctx, Level, Next},
    domain::meeting::{Command, motion::MotionCommand, rule::Choice},
    tr,
    ui::screens::list::moved,
};

impl VoteScreen {
    pub(super) fn on_roll(&mut self, action: &Action, ctx: &mut Ctx) -> Next {
        let whole = ctx.meeting(self.meeting).map_or(0, |meeting| meeting.attendance.roll().len());
        let Part::Roll(roll) = &mut self.part else { return Next::Pass };
        if let Some(search) = &mut roll.search {
            match action {
                Action::Open => roll.found(whole),
                Action::Back => roll.search = None,
                action => {
                    let next = moved(search, action);
                    if next == Next::Act(Action::Open) {
                        roll.found(whole);
                        return Next::Stay;
                    }
                    return next;
                }
            }
            return Next::Stay;
        }
        match action {
            Action::Digit(0) | Action::Delete => return self.say(None, ctx),
            Action::Digit(digit) => {
                if let Some(choice) = Choice::ALL.get(usize::from(*digit) - 1) {
                    return self.say(Some(*choice), ctx);
                }
            }
            Action::NextOpen => roll.next(),
            Action::NextField => {
                if let Some(meeting) = ctx.meeting(self.meeting) {
                    roll.look_for(meeting, &ctx.locale);
                }
            }
            Action::Missing => roll.narrow(whole),
            Action::Deliver => return self.deliver(ctx),
            Action::DeliverAll => {
                let command = MotionCommand::Deliver { motion: self.key(), voters: Vec::new() };
                if ctx.ask(self.meeting, Command::Motion(command)) {
                    ctx.notice(Level::Done, |l| tr!(l, "vote-all-delivered"));
                }
            }
            action if roll.moved(action) => {}
            _ => return Next::Pass,
        }
        Next::Stay
    }

    /// Enters what the voter under the cursor says, and goes to the next who has not spoken; nothing takes it back.
    fn say(&mut self, choice: Option<Choice>, ctx: &mut Ctx) -> Next {
        let Part::Roll(roll) = &mut self.part else { return Next::Pass };
        let Some(place) = roll.current() else { return Next::Stay };
        let Some(meeting) = ctx.meeting(self.meeting) else { return Next::Stay };
        let Some(voter) = meeting.attendance.roll().get(place).map(|voter| voter.key.clone()) else {
            return Next::Stay;
        };
        let vote = meeting.motions.get(&self.motion).and_then(|motion| motion.vote.as_ref());
        let before = vote.and_then(|vote| vote.choices.get(&voter).copied());
        if before != choice {
            let command = MotionCommand::Vote { motion: self.motion.clone(), voter, choice };
            if !ctx.ask(self.meeting, Command::Motion(command)) {
                return Next::Stay;
            }
            roll.spoke(place, choice.is_some());
        }
        if choice.is_some() {
            roll.next();
        }
        Next::Stay
    }

    fn deliver(&mut self, ctx: &mut Ctx) -> Next {
        let Part::Roll(roll) = &mut self.part else { return Next::Pass };
        let voter = roll.current().and_then(|place| ctx.meeting(self.meeting)?.attendance.roll().get(place));
        let Some(voter) = voter.map(|voter| voter.key.clone()) else { return Next::Stay };
        let command = MotionCommand::Deliver { motion: self.motion.clone(), voters: vec![voter] };
        if ctx.ask(self.meeting, Command::Motion(command)) {
            roll.moved(&Action::Down);
        }
        Next::Stay
    }
}
