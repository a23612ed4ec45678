//! A household leaves the roll, or is forgotten: what is asked before, one line at a time.

use ratatui::{Frame, layout::Rect, widgets::Widget};

use super::{
    HouseholdScreen,
    fields::filled,
    forget::{Told, draw_plan},
};
use crate::{
    app::{Ctx, Level, Next},
    domain::place::{Command, Event, Roll, sheet::SheetColumn},
    locale::{address, typed_door, wrap},
    tr,
    ui::{
        theme::{Meaning, Theme},
        widgets::{Field, FieldState, put},
    },
};

/// What is asked in a line of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Asked {
    /// Why it leaves the roll.
    Remove,
    /// Why it is to be forgotten.
    Erase,
    /// Whether the responses that only name the door go too.
    ByDoor,
    /// The door once more: it is meant.
    EraseAgain,
}

impl HouseholdScreen {
    pub(super) fn ask(&mut self, asked: Asked) {
        self.asked = Some((asked, FieldState::default()));
    }

    /// The line that is asked for was ended with Enter.
    pub(super) fn answered(&mut self, ctx: &mut Ctx) -> Next {
        let Some((asked, field)) = &self.asked else { return Next::Stay };
        let text = field.text().trim().to_owned();
        match asked {
            Asked::Remove => {
                let event = Event::HouseholdRemoved { id: self.id, reason: text };
                if ctx.ask_register::<Roll>(Command::Event(event)).is_none() {
                    return Next::Stay;
                }
                let said = address(&ctx.locale, &self.before.address);
                ctx.notice(Level::Done, |l| tr!(l, "rolls-removed", door = said));
                self.gone()
            }
            Asked::Erase if text.is_empty() => {
                ctx.notice(Level::Warning, |l| tr!(l, "rolls-erase-why"));
                Next::Stay
            }
            Asked::Erase => {
                self.reason = text;
                self.plan = ctx.forgetting(self.id);
                match &self.plan {
                    None => self.asked = None,
                    Some(plan) if plan.by_door.is_empty() => self.ask(Asked::EraseAgain),
                    Some(_) => self.ask(Asked::ByDoor),
                }
                Next::Stay
            }
            Asked::ByDoor => {
                let yes = tr!(ctx.locale, "form-yes");
                self.by_door = !text.is_empty() && (text == yes || text.eq_ignore_ascii_case("yes"));
                self.ask(Asked::EraseAgain);
                Next::Stay
            }
            Asked::EraseAgain if typed_door(&text) != self.before.address.door => {
                ctx.notice(Level::Warning, |l| tr!(l, "rolls-erase-other-door"));
                Next::Stay
            }
            Asked::EraseAgain => {
                let (reason, said) = (self.reason.clone(), address(&ctx.locale, &self.before.address));
                // What was said before asking is found anew: something may have come in since.
                let Some(plan) = ctx.forgetting(self.id) else { return Next::Stay };
                if !ctx.forget(plan, self.by_door, &reason) {
                    return Next::Stay;
                }
                ctx.hold_register::<Roll>();
                ctx.notice(Level::Done, |l| tr!(l, "rolls-erased", door = said));
                self.gone()
            }
        }
    }

    /// Nothing is left to keep here.
    fn gone(&mut self) -> Next {
        self.asked = None;
        self.form = filled(&self.before);
        Next::Back
    }

    pub(super) fn draw_asked(&self, asked: Asked, field: &FieldState, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        let l = &ctx.locale;
        let inner = Rect { x: area.x + 2, width: area.width.saturating_sub(4), ..area };
        let theme = Theme::of(ctx);
        let said = address(l, &self.before.address);
        let (title, label) = match asked {
            Asked::Remove => (tr!(l, "rolls-remove", door = said), tr!(l, "rolls-why")),
            Asked::ByDoor => {
                let count = self.plan.as_ref().map_or(0, |plan| plan.by_door.len());
                (tr!(l, "rolls-erase-by-door", count = count), tr!(l, "rolls-erase-yes"))
            }
            Asked::Erase => (tr!(l, "rolls-erase", door = said), tr!(l, "rolls-why")),
            Asked::EraseAgain => {
                let form = self.before.cell(SheetColumn::Door);
                (tr!(l, "rolls-erase-again", door = form), tr!(l, "households-door"))
            }
        };
        let meaning = if asked == Asked::Remove { Meaning::Title } else { Meaning::Bad };
        let lines = wrap(&title, usize::from(inner.width));
        let mut y = inner.y + 1;
        for words in lines {
            put(frame.buffer_mut(), Rect { y, height: 1, ..inner }, words, theme.style(meaning));
            y += 1;
        }
        if let Some(plan) = self.plan.as_ref().filter(|_| matches!(asked, Asked::ByDoor | Asked::EraseAgain)) {
            let step = if asked == Asked::ByDoor { Told::ByDoor } else { Told::All { by_door: self.by_door } };
            y = draw_plan(plan, step, ctx, frame, Rect { y: y + 1, ..inner });
        }
        let line = Rect { y: y + 1, height: 1, ..inner };
        let field = Field::new(theme, field).label(&label).focused(true);
        field.render(line, frame.buffer_mut());
        if let Some(at) = field.cursor(line) {
            frame.set_cursor_position(at);
        }
    }
}
