//! Which matters an item of the agenda is about: given and taken away while the meeting goes on, and after it.

use super::{
    super::matter_pick::{MatterPick, matter_title},
    LiveScreen,
    line::Line,
};
use crate::{
    app::{Action, Ctx, Level, Next, Place},
    domain::meeting::{Command, agenda::ItemKey, course::CourseCommand},
    tr,
};

impl LiveScreen {
    /// Goes where it is told what has become of the matter of the item under way; to the list where it has none, or several.
    pub(super) fn to_matter(&self, ctx: &mut Ctx) -> Next {
        let item = ctx.meeting(self.meeting).and_then(|meeting| Some(meeting.course.current()?.item.key.clone()));
        let about = item.map(|item| ctx.hold_matters_at(self.meeting, &item)).unwrap_or_default();
        Next::Go(match about[..] {
            [matter] => Place::Matter { matter },
            _ => Place::Matters,
        })
    }

    /// Offers the open matters for an item, those it is about marked.
    pub(super) fn begin_matters(&mut self, ctx: &mut Ctx, item: ItemKey) {
        let about = ctx.hold_matters_at(self.meeting, &item);
        match MatterPick::of(&about, ctx) {
            Some(pick) => self.line = Some(Line::Matters { item, pick: Box::new(pick) }),
            None => ctx.notice(Level::Info, |l| tr!(l, "live-no-matters")),
        }
    }

    /// What keys do in the matters of an item.
    pub(super) fn in_matters(&mut self, action: &Action) -> Next {
        let Some(Line::Matters { pick, .. }) = &mut self.line else { return Next::Pass };
        pick.update(action)
    }

    /// The item is about the matter chosen, or no longer; back to the agenda.
    pub(super) fn toggle_matter(&mut self, ctx: &mut Ctx, item: ItemKey, pick: Box<MatterPick>) {
        let Some(matter) = pick.current() else {
            self.line = Some(Line::Matters { item, pick });
            return;
        };
        let mut matters = ctx.hold_matters_at(self.meeting, &item);
        let had = matters.len();
        matters.retain(|known| *known != matter);
        let taken = matters.len() < had;
        if !taken {
            matters.push(matter);
        }
        let title = matter_title(matter, ctx).unwrap_or_default();
        let concern = CourseCommand::Concern { item: item.clone(), matters };
        if !self.ask(ctx, Command::Course(concern)) {
            self.line = Some(Line::Matters { item, pick });
            return;
        }
        if taken {
            ctx.notice(Level::Done, |l| tr!(l, "live-matter-taken", matter = title));
        } else {
            ctx.notice(Level::Done, |l| tr!(l, "live-matter-given", matter = title));
        }
        self.open_agenda_at(ctx, &item);
    }
}
