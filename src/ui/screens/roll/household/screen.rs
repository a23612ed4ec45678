//! The page of one household and its keys.

use ratatui::{Frame, layout::Rect, widgets::Widget};

use super::{
    super::{history::history, undo::undo},
    Asked,
    fields::{filled, placed},
};
use crate::{
    app::{Action, Ctx, Focus, Forgetting, Level, Next, Place, Scope},
    domain::{
        HouseholdId,
        place::{self, Command, Event, Household, Roll},
    },
    locale::{address, door, role},
    tr,
    ui::{
        screens::{
            Screen,
            form::{Did, Form},
            list::step,
        },
        theme::{Meaning, Theme},
        widgets::{FieldState, Page, PageState, put},
    },
};

/// One household in a form.
pub struct HouseholdScreen {
    pub(super) id: HouseholdId,
    /// As it is stored, or as a new one begins.
    pub(super) before: Household,
    pub(super) new: bool,
    /// Where one came from.
    pub(super) at: place::Place,
    pub(super) form: Form,
    pub(super) asked: Option<(Asked, FieldState)>,
    pub(super) reason: String,
    /// What would go, once it was asked for.
    pub(super) plan: Option<Forgetting>,
    pub(super) by_door: bool,
    pub(super) history: Option<PageState>,
}

impl HouseholdScreen {
    /// The page of a household, or of a new one at a place; nothing when it is not on the roll, which a notice says.
    pub fn open(id: Option<HouseholdId>, at: &place::Place, ctx: &mut Ctx) -> Option<Self> {
        let roll = ctx.hold_register::<Roll>()?;
        let known = id.map(|id| roll.household(id).cloned());
        let before = match known {
            Some(Some(household)) => household,
            Some(None) => {
                ctx.notice(Level::Warning, |l| tr!(l, "place-unknown"));
                return None;
            }
            None => placed(at),
        };
        let new = id.is_none();
        let id = id.unwrap_or_else(|| HouseholdId(ctx.new_id()));
        let form = filled(&before);
        let at = at.clone();
        Some(Self {
            id,
            before,
            new,
            at,
            form,
            asked: None,
            reason: String::new(),
            plan: None,
            by_door: false,
            history: None,
        })
    }

    /// Stores what was typed; whether all is well.
    fn keep(&mut self, ctx: &mut Ctx) -> bool {
        let household = match self.typed() {
            Ok(household) => household,
            Err((slot, _)) => {
                self.form.go_to(slot);
                return false;
            }
        };
        if household == self.before {
            return true;
        }
        let event = Event::Household { id: self.id, household: Box::new(household.clone()) };
        let Some(made) = ctx.ask_register::<Roll>(Command::Event(event)) else { return false };
        if !made.is_empty() {
            let said = door(&ctx.locale, &household.address.door);
            ctx.notice(Level::Done, |l| tr!(l, "rolls-saved", door = said));
        }
        self.new = false;
        self.before = household;
        true
    }

    /// Takes back the last change of this household.
    fn undo(&mut self, ctx: &mut Ctx) {
        let last = ctx.register::<Roll>().and_then(|roll| roll.household_history(self.id).last().map(|r| r.id));
        if !undo(last, ctx) {
            return;
        }
        let now = ctx.register::<Roll>().and_then(|roll| roll.household(self.id)).cloned();
        self.new = now.is_none();
        self.before = now.unwrap_or_else(|| placed(&self.at));
        let at = self.form.at();
        self.form = filled(&self.before);
        self.form.go_to(at);
    }
}

impl Screen for HouseholdScreen {
    fn place(&self) -> Place {
        Place::Household { household: (!self.new).then_some(self.id), at: self.at.clone() }
    }

    fn scope(&self) -> Scope {
        match (&self.asked, &self.history) {
            (Some(_), _) => Scope::Reason,
            (None, Some(_)) => Scope::List,
            (None, None) => Scope::Household,
        }
    }

    fn title(&self, ctx: &Ctx) -> String {
        let l = &ctx.locale;
        let said = address(l, &self.before.address);
        if self.new {
            tr!(l, "rolls-new")
        } else if self.history.is_some() {
            tr!(l, "rolls-history", door = said)
        } else {
            said
        }
    }

    fn status(&self, ctx: &Ctx) -> String {
        if self.typed().is_ok_and(|household| household == self.before) {
            String::new()
        } else {
            tr!(ctx.locale, "session-unsaved")
        }
    }

    fn focus(&self) -> Focus {
        match (&self.asked, &self.history) {
            (Some(_), _) => Focus::Field,
            (None, Some(_)) => Focus::None,
            (None, None) => self.form.focus(),
        }
    }

    fn allows(&self, action: &Action) -> bool {
        match action {
            Action::Left | Action::Right | Action::Toggle | Action::Digit(_) => self.form.focus() == Focus::None,
            Action::Remove | Action::Erase | Action::Trail | Action::Undo => !self.new,
            _ => true,
        }
    }

    fn update(&mut self, action: Action, ctx: &mut Ctx) -> Next {
        if let Some((_, field)) = &mut self.asked {
            match action {
                Action::Save => return self.answered(ctx),
                Action::Back => self.asked = None,
                Action::Input(typing) => {
                    field.apply(&typing);
                }
                _ => return Next::Pass,
            }
            return Next::Stay;
        }
        if let Some(page) = &mut self.history {
            match (step(&action), &action) {
                (_, Action::Back) => self.history = None,
                (Some(typing), _) => {
                    page.apply(&typing);
                }
                (None, _) => return Next::Pass,
            }
            return Next::Stay;
        }
        match action {
            Action::Save => return if self.keep(ctx) { Next::Back } else { Next::Stay },
            Action::Undo => self.undo(ctx),
            Action::Trail => {
                if let Some(roll) = ctx.register::<Roll>() {
                    self.history = Some(history(&ctx.locale, &roll.household_history(self.id)));
                }
            }
            Action::Remove => self.ask(Asked::Remove),
            Action::Erase => self.ask(Asked::Erase),
            action => match self.form.update(&action) {
                Did::Nothing => return Next::Pass,
                Did::Ended => return if self.keep(ctx) { Next::Back } else { Next::Stay },
                Did::Left(_) | Did::Changed(_) | Did::Done => {}
            },
        }
        Next::Stay
    }

    fn view(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        if let Some((asked, field)) = &self.asked {
            return self.draw_asked(*asked, field, ctx, frame, area);
        }
        if let Some(page) = &self.history {
            let inner = Rect { x: area.x + 2, width: area.width.saturating_sub(4), ..area };
            return Page::new(Theme::of(ctx), page).render(inner, frame.buffer_mut());
        }
        let l = &ctx.locale;
        let answering = ctx.register::<Roll>().map(|roll| roll.answering(&self.before.address)).unwrap_or_default();
        let names = answering.iter().map(|(_, member)| format!("{} {}", role(l, member.role), member.name));
        let names = names.collect::<Vec<_>>().join("  ");
        let form = Rect { height: area.height.saturating_sub(1), ..area };
        self.form.view(ctx, frame, form, &self.words(ctx));
        if !names.is_empty() {
            let foot = Rect {
                x: area.x + 2,
                y: area.bottom().saturating_sub(1),
                width: area.width.saturating_sub(3),
                height: 1,
            };
            put(
                frame.buffer_mut(),
                foot,
                &tr!(l, "rolls-answering", names = names),
                Theme::of(ctx).style(Meaning::Muted),
            );
        }
    }

    fn refresh(&mut self, ctx: &mut Ctx) {
        ctx.hold_register::<Roll>();
        if self.history.is_some()
            && let Some(roll) = ctx.register::<Roll>()
        {
            self.history = Some(history(&ctx.locale, &roll.household_history(self.id)));
        }
    }

    fn text(&self) -> Option<String> {
        match &self.asked {
            Some((_, field)) => Some(field.text().to_owned()),
            None => self.form.focused_text(),
        }
    }

    fn put_text(&mut self, text: &str, _: &mut Ctx) {
        match &mut self.asked {
            Some((_, field)) => field.set(text.trim_end()),
            None => self.form.put_text(text.trim_end()),
        }
    }

    fn leave(&mut self, ctx: &mut Ctx) {
        if self.typed().is_ok() {
            self.keep(ctx);
        } else {
            ctx.notice(Level::Warning, |l| tr!(l, "rolls-not-saved"));
        }
    }
}
