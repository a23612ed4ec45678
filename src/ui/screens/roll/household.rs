//! One household of the roll: every field on one page, its history, leaving the roll, and being forgotten.

use ratatui::{Frame, layout::Rect, widgets::Widget};

use super::{
    super::{
        Screen,
        form::{Did, Form, Slot, Words, yes_no},
        list::step,
    },
    forget::{Told, draw_plan},
    history::history,
    undo::undo,
};
use crate::{
    app::{Action, Ctx, Focus, Forgetting, Level, Next, Place, Scope},
    domain::{
        HouseholdId,
        place::{
            self, Command, Event, Household, Roll, Standing,
            sheet::{SheetColumn, SheetFaultKind},
        },
    },
    locale::{address, column_name, door, role, sheet_fault_words, standing, typed_door},
    tr,
    ui::{
        theme::{Meaning, Theme},
        widgets::{Field, FieldState, Page, PageState, put},
    },
};

/// The fields in the order people fill them.
const FIELDS: [SheetColumn; 22] = [
    SheetColumn::Building,
    SheetColumn::Entrance,
    SheetColumn::Household,
    SheetColumn::Owners,
    SheetColumn::Residents,
    SheetColumn::Phone,
    SheetColumn::Hardship,
    SheetColumn::PartyMember,
    SheetColumn::Dispute,
    SheetColumn::SpecialNeeds,
    SheetColumn::Notes,
    SheetColumn::AreaRegistry,
    SheetColumn::AreaSurvey,
    SheetColumn::AreaContract,
    SheetColumn::Standing,
    SheetColumn::Parking,
    SheetColumn::OwnerIds,
    SheetColumn::Language,
    SheetColumn::Community,
    SheetColumn::Grid,
    SheetColumn::MicroGrid,
    SheetColumn::Courtyard,
];

const STANDINGS: [Standing; 3] = [Standing::Owned, Standing::Unsold, Standing::Undelivered];

/// What is asked in a line of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Asked {
    /// Why it leaves the roll.
    Remove,
    /// Why it is to be forgotten.
    Erase,
    /// Whether the responses that only name the door go too.
    ByDoor,
    /// The door once more: it is meant.
    EraseAgain,
}

/// One household in a form.
pub struct HouseholdScreen {
    id: HouseholdId,
    /// As it is stored, or as a new one begins.
    before: Household,
    new: bool,
    /// Where one came from.
    at: place::Place,
    form: Form,
    asked: Option<(Asked, FieldState)>,
    reason: String,
    /// What would go, once it was asked for.
    plan: Option<Forgetting>,
    by_door: bool,
    history: Option<PageState>,
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

    /// The household as typed; a field that cannot be read, with why.
    fn typed(&self) -> Result<Household, (usize, SheetFaultKind)> {
        let mut household = self.before.clone();
        for (slot, column) in FIELDS.iter().enumerate() {
            match column {
                SheetColumn::Standing => {
                    household.standing = STANDINGS.get(self.form.choice(slot)).copied().unwrap_or_default();
                }
                column if is_choice(*column) => {
                    let yes = if self.form.choice(slot) == 1 { "yes" } else { "" };
                    household.put_cell(*column, yes).map_err(|kind| (slot, kind))?;
                }
                column => {
                    // What was not touched stays as it is, however it would be read.
                    if self.form.text(slot) != household.cell(*column) {
                        household.put_cell(*column, self.form.text(slot)).map_err(|kind| (slot, kind))?;
                    }
                }
            }
        }
        if household.address.door.household.is_empty() && household != self.before {
            return Err((2, SheetFaultKind::NoDoor));
        }
        Ok(household)
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

    fn ask(&mut self, asked: Asked) {
        self.asked = Some((asked, FieldState::default()));
    }

    /// The line that is asked for was ended with Enter.
    fn answered(&mut self, ctx: &mut Ctx) -> Next {
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

    fn words(&self, ctx: &Ctx) -> Vec<Words> {
        let l = &ctx.locale;
        let fault = self.typed().err();
        let row = |(slot, column): (usize, &SheetColumn)| {
            let value = match column {
                SheetColumn::Standing => {
                    standing(l, STANDINGS.get(self.form.choice(slot)).copied().unwrap_or_default())
                }
                column if is_choice(*column) => yes_no(ctx, self.form.choice(slot) == 1),
                _ => String::new(),
            };
            let hint = match column {
                SheetColumn::Owners | SheetColumn::OwnerIds => tr!(l, "rolls-hint-owners"),
                SheetColumn::Residents => tr!(l, "rolls-hint-residents"),
                SheetColumn::AreaRegistry | SheetColumn::AreaSurvey | SheetColumn::AreaContract => {
                    tr!(l, "rolls-hint-area")
                }
                SheetColumn::Phone => tr!(l, "rolls-hint-personal"),
                SheetColumn::Notes
                | SheetColumn::Hardship
                | SheetColumn::PartyMember
                | SheetColumn::Dispute
                | SheetColumn::SpecialNeeds => tr!(l, "rolls-hint-sensitive"),
                _ => String::new(),
            };
            let error = match &fault {
                Some((at, kind)) if *at == slot => sheet_fault_words(l, kind),
                _ => String::new(),
            };
            Words { label: column_name(l, *column), value, error, hint }
        };
        FIELDS.iter().enumerate().map(row).collect()
    }

    fn draw_asked(&self, asked: Asked, field: &FieldState, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
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
        let lines = crate::locale::wrap(&title, usize::from(inner.width));
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

fn is_choice(column: SheetColumn) -> bool {
    matches!(
        column,
        SheetColumn::Hardship
            | SheetColumn::PartyMember
            | SheetColumn::Dispute
            | SheetColumn::SpecialNeeds
            | SheetColumn::Standing
            | SheetColumn::Parking
    )
}

/// A new household of a place.
fn placed(at: &place::Place) -> Household {
    let part = |n: usize| at.0.get(n).cloned().unwrap_or_default();
    let mut household = Household::default();
    household.address.community = part(0);
    household.address.grid = part(1);
    household.address.micro_grid = part(2);
    household.address.courtyard = part(3);
    household.address.door.building = part(4);
    household.address.door.entrance = part(5);
    household
}

fn filled(household: &Household) -> Form {
    let slot = |column: &SheetColumn| match column {
        SheetColumn::Standing => {
            let at = STANDINGS.iter().position(|known| *known == household.standing).unwrap_or_default();
            Slot::Choice { at, of: STANDINGS.len() }
        }
        column if is_choice(*column) => Slot::Choice { at: usize::from(!household.cell(*column).is_empty()), of: 2 },
        column => Slot::Text(FieldState::new(&household.cell(*column))),
    };
    let mut form = Form::new(FIELDS.iter().map(slot).collect());
    let first_blank = FIELDS.iter().take(3).position(|column| household.cell(*column).is_empty());
    form.go_to(first_blank.unwrap_or(3));
    form
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
