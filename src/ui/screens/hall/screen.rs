//! 大屏: it follows the meeting by itself; the keys that run the meeting work here too.

use ratatui::{Frame, layout::Rect};

use super::{sight::sight, view};
use crate::{
    app::{Action, Ctx, Next, Place, Scope},
    domain::{
        MeetingId,
        meeting::{Command, course::CourseCommand, floor::FloorCommand},
    },
    ui::screens::{Beat, Screen},
};

/// What the hall sees.
pub struct HallScreen {
    meeting: MeetingId,
}

impl HallScreen {
    /// The meeting as the hall sees it; nothing when it is not in the store.
    pub fn open(meeting: MeetingId, ctx: &mut Ctx) -> Option<Self> {
        ctx.hold_ledger();
        ctx.hold(meeting).is_some().then_some(Self { meeting })
    }
}

impl Screen for HallScreen {
    fn place(&self) -> Place {
        Place::Hall { meeting: self.meeting }
    }

    fn scope(&self) -> Scope {
        Scope::Hall
    }

    fn title(&self, ctx: &Ctx) -> String {
        ctx.meeting(self.meeting).map_or_else(String::new, |meeting| meeting.opening.title.clone())
    }

    fn beat(&self) -> Beat {
        Beat::Second
    }

    fn update(&mut self, action: Action, ctx: &mut Ctx) -> Next {
        let command = match action {
            Action::Hall => return Next::Back,
            Action::Toggle => Command::Floor(FloorCommand::NextSpeaker),
            Action::Right => Command::Course(CourseCommand::Next),
            _ => return Next::Pass,
        };
        ctx.ask(self.meeting, command);
        Next::Stay
    }

    fn view(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        if let Some(meeting) = ctx.meeting(self.meeting) {
            view::draw(&sight(meeting, ctx.ledger(), ctx), ctx, frame, area);
        }
    }

    fn refresh(&mut self, ctx: &mut Ctx) {
        ctx.hold(self.meeting);
        ctx.hold_ledger();
    }
}
