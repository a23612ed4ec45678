//! 发言: who asks for the floor, who is called and who stands back, and for or against what.

use super::{LiveScreen, line::Line, speaker};
use crate::{
    app::{Ctx, Level, Next},
    domain::{
        TurnId,
        meeting::{
            agenda::PersonKey,
            floor::{FloorCommand, Ordering, Speaker, Stance},
        },
    },
    locale::meeting::ordering,
    ui::widgets::PickerState,
};

impl LiveScreen {
    pub(super) fn queue(&mut self, ctx: &mut Ctx, list: PickerState, people: Vec<PersonKey>) {
        let text = list.query().text().to_owned();
        let name = speaker::stance(&text).0;
        // The sign at the end is not part of the name one looks for.
        let named = || list.entries().iter().position(|entry| entry.label == name);
        let picked = list.current().or_else(named).and_then(|at| people.get(at));
        let known = picked.and_then(|key| self.meeting(ctx).and_then(|meeting| speaker::known(meeting, key)));
        let (speaker, stance) = match known {
            Some(speaker) => (speaker, speaker::stance(&text).1),
            None => speaker::typed(&text),
        };
        let command = match self.turn_of(ctx, &speaker) {
            // Who waits already is called now.
            Some(turn) => FloorCommand::Call { turn },
            None => FloorCommand::Queue { turn: TurnId(ctx.new_id()), speaker, stance },
        };
        if !self.floor(ctx, command) {
            self.line = Some(Line::Speaker { list, people });
        }
    }

    /// The turn of somebody who waits on the item under way.
    fn turn_of(&self, ctx: &Ctx, speaker: &Speaker) -> Option<TurnId> {
        let meeting = self.meeting(ctx)?;
        let queue = meeting.floor.queue(&meeting.course.current()?.item.key);
        queue.iter().find(|turn| turn.speaker.who() == speaker.who()).map(|turn| turn.id)
    }

    /// Takes whom the list is on, or whoever asked last, out of the queue.
    pub(super) fn unqueue(&mut self, ctx: &mut Ctx) -> Next {
        let picked = match &self.line {
            Some(Line::Speaker { list, people }) => list.current().and_then(|at| people.get(at)).cloned(),
            _ => None,
        };
        let turn = match picked {
            Some(person) => {
                let speaker = self.meeting(ctx).and_then(|meeting| speaker::known(meeting, &person));
                speaker.and_then(|speaker| self.turn_of(ctx, &speaker))
            }
            None => self.meeting(ctx).and_then(|meeting| {
                let item = &meeting.course.current()?.item.key;
                meeting.floor.queue(item).last().map(|turn| turn.id)
            }),
        };
        if let Some(turn) = turn {
            self.floor(ctx, FloorCommand::Unqueue { turn });
        }
        Next::Stay
    }

    pub(super) fn order(&self, ctx: &mut Ctx) -> Next {
        let Some(now) = self.meeting(ctx).map(|meeting| meeting.floor.ordering()) else { return Next::Stay };
        let next = match now {
            Ordering::Asked => Ordering::FirstTimeFirst,
            Ordering::FirstTimeFirst => Ordering::ByBuilding,
            Ordering::ByBuilding => Ordering::Asked,
        };
        if self.floor(ctx, FloorCommand::Order(next)) {
            ctx.notice(Level::Done, |l| ordering(l, next));
        }
        Next::Stay
    }

    pub(super) fn mark(&self, ctx: &mut Ctx, stance: Stance) -> Next {
        let current = self.meeting(ctx).and_then(|meeting| meeting.floor.speaker());
        let turn = current.map(|turn| (turn.id, if turn.stance == Some(stance) { None } else { Some(stance) }));
        if let Some((turn, stance)) = turn {
            self.floor(ctx, FloorCommand::Mark { turn, stance });
        }
        Next::Stay
    }
}
